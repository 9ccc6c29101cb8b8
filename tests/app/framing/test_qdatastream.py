from __future__ import annotations

import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.framing.options import QDataStreamBlocks
from app.framing.qdatastream import QDataStreamFramer
from app.quantities import ByteSize
from app.stream import Run
from tests.app.framing.streams import (
    Expected,
    assert_cut,
    assert_every_cut,
    chunks_of,
    cut,
    damaged,
    pieces_of,
)

MARK = {"little": "<", "big": ">"}


def blocks(**changes) -> QDataStreamBlocks:
    return QDataStreamBlocks(**{"max_frame": ByteSize(200), **changes})


def plain(payload: bytes, order: str = "big") -> bytes:
    return struct.pack(f"{MARK[order]}I", len(payload)) + payload


def extended(payload: bytes, order: str = "big") -> bytes:
    return struct.pack(f"{MARK[order]}IQ", 0xFFFFFFFE, len(payload)) + payload


NULL = b"\xff\xff\xff\xff"


def reference(options: QDataStreamBlocks, data: bytes) -> Expected:
    expected, position, mark = Expected(), 0, MARK[options.order]
    while len(data) - position >= 4:
        header, (length,) = 4, struct.unpack_from(f"{mark}I", data, position)
        if length == 0xFFFFFFFF:
            length = 0
        elif length == 0xFFFFFFFE:
            if len(data) - position < 12:
                break
            header, (length,) = 12, struct.unpack_from(f"{mark}Q", data, position + 4)
        stop = position + header + length
        if length > options.max_frame and options.on_violation == "reconnect":
            expected.discard("after violation", len(data) - position)
            return expected
        if length > options.max_frame:
            expected.discard("oversize", min(stop, len(data)) - position)
            position = min(stop, len(data))
        elif stop > len(data):
            break
        else:
            expected.frames.append((data[position + header : stop], stop))
            expected.overhead += header
            position = stop
    expected.discard("truncated at EOF", len(data) - position)
    return expected


@pytest.mark.parametrize("order", ["big", "little"])
def test_every_cut_gives_the_same_frames_and_the_same_account(order: str):
    options = blocks(order=order)
    data = plain(b"abc", order) + NULL + extended(b"long ago", order) + plain(b"", order) + NULL * 2 + extended(b"")
    expected = reference(options, data)
    assert_every_cut(options, data, expected)
    assert_every_cut(options, data[:-3], reference(options, data[:-3]))


def test_a_null_array_is_an_empty_frame_and_four_bytes_of_overhead():
    seen = cut(QDataStreamFramer(blocks()), [NULL + plain(b"")])
    assert seen.payloads == [b"", b""]
    assert seen.overhead == 8


def test_the_announcement_of_64_bits_is_overhead_as_a_whole():
    seen = cut(QDataStreamFramer(blocks()), [extended(b"xyz")])
    assert seen.payloads == [b"xyz"]
    assert seen.overhead == 12


def test_many_equal_extended_blocks_are_cut_one_by_one():
    assert cut(QDataStreamFramer(blocks()), [extended(b"xyz") * 50 + NULL * 50]).payloads == [b"xyz"] * 50 + [b""] * 50


@settings(max_examples=200)
@given(st.data())
def test_random_and_damaged_streams_agree_with_the_plain_reference(data: st.DataObject):
    order = data.draw(st.sampled_from(("big", "little")))
    options = blocks(order=order, on_violation=data.draw(st.sampled_from(("reconnect", "skip"))))
    block = st.one_of(
        st.binary(max_size=20).map(lambda payload: plain(payload, order)),
        st.binary(max_size=20).map(lambda payload: extended(payload, order)),
        st.just(NULL),
        st.just(plain(b"run", order) * 30),
        st.just(extended(bytes(201), order)),
    )
    stream = data.draw(damaged(b"".join(data.draw(st.lists(block, max_size=6)))))
    pieces = data.draw(pieces_of(stream))
    assert_cut(options, pieces, reference(options, stream), together=data.draw(st.integers(1, 6)))


def test_blocks_of_one_length_are_one_run():
    frames = QDataStreamFramer(blocks()).feed(next(chunks_of([plain(b"12345678") * 40])))
    assert frames.run == Run(4, 8, 12, 40)


def test_a_length_of_64_bits_beyond_the_bound_is_a_violation():
    framer = QDataStreamFramer(blocks())
    framer.feed(next(chunks_of([struct.pack(">IQ", 0xFFFFFFFE, 2**63)])))
    assert framer.violation == f"length {2**63} is beyond max_frame 200"
    assert framer.counts.discarded == {"after violation": 12}
