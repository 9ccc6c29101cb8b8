from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.framing.length import LengthFramer
from app.framing.options import Length
from app.quantities import ByteSize
from app.stream import Run
from tests.app.framing.streams import (
    Expected,
    assert_cut,
    assert_every_cut,
    chunks_of,
    cut,
    damaged,
    every_cut,
    pieces_of,
)


def encoded(options: Length, payload: bytes) -> bytes:
    header = options.offset + options.size
    length = len(payload) + (header if options.counts == "frame" else 0) - options.adjust
    return b"\xee" * options.offset + length.to_bytes(options.size, options.order) + payload


def reference(options: Length, data: bytes) -> Expected:
    expected, position = Expected(), 0
    header = options.offset + options.size
    while len(data) - position >= header:
        length = int.from_bytes(data[position + options.offset : position + header], options.order)
        payload = length + options.adjust - (header if options.counts == "frame" else 0)
        stop = position + header + payload
        if not 0 <= payload <= options.max_frame:
            if options.on_violation == "reconnect":
                expected.discard("after violation", len(data) - position)
                return expected
            gone = header if payload < 0 else min(stop, len(data)) - position
            expected.discard("length shorter than its header" if payload < 0 else "oversize", gone)
            position += gone
            continue
        if stop > len(data):
            break
        first = position if options.keep_header else position + header
        expected.frames.append((data[first:stop], stop))
        expected.overhead += first - position
        position = stop
    expected.discard("truncated at EOF", len(data) - position)
    return expected


def length(**changes) -> Length:
    return Length(**{"max_frame": ByteSize(200), **changes})


OPTIONS = [
    length(),
    length(size=1),
    length(size=2, order="little"),
    length(size=8, order="little"),
    length(size=2, offset=3),
    length(size=2, offset=1, keep_header=True),
    length(size=4, order="little", counts="frame"),
    length(size=2, offset=2, counts="frame", adjust=2, keep_header=True),
    length(size=1, adjust=-3),
    length(size=1, counts="frame", adjust=1),
]


@pytest.mark.parametrize("options", OPTIONS, ids=str)
def test_every_cut_gives_the_same_frames_and_the_same_account(options: Length):
    payloads = [b"first", b"abcd", b"efgh", b"ijkl", b"", b"", b"x" * 20]
    data = b"".join(encoded(options, payload) for payload in payloads)
    expected = reference(options, data)
    kept = [encoded(options, payload) if options.keep_header else payload for payload in payloads]
    assert expected.payloads == kept
    assert_every_cut(options, data, expected)
    assert_every_cut(options, data[:-1], reference(options, data[:-1]))


@settings(max_examples=300)
@given(st.data())
def test_random_and_damaged_streams_agree_with_the_plain_reference(data: st.DataObject):
    options = data.draw(st.sampled_from(OPTIONS))
    options = Length(
        **{name: getattr(options, name) for name in options.__struct_fields__ if name != "on_violation"},
        on_violation=data.draw(st.sampled_from(("reconnect", "skip"))),
    )
    runs = data.draw(st.lists(st.tuples(st.integers(0, 12), st.sampled_from((1, 2, 9, 80))), max_size=4))
    stream = b"".join(encoded(options, bytes([size]) * size) * count for size, count in runs)
    stream = data.draw(damaged(stream))
    pieces = data.draw(pieces_of(stream))
    assert_cut(options, pieces, reference(options, stream), together=data.draw(st.integers(1, 6)))


def test_frames_of_one_length_are_one_run_behind_their_headers():
    framer = LengthFramer(length(size=2))
    data = encoded(framer_options := length(size=2), b"12345678") * 500
    frames = LengthFramer(framer_options).feed(next(chunks_of([data])))
    assert frames.run == Run(2, 8, 10, 500)
    first, second = chunks_of([data[:13], data[13:]])
    assert framer.feed(first).run is None
    assert framer.feed(second).run == Run(2, 8, 10, 499)


def test_with_keep_header_a_run_starts_with_the_header():
    options = length(size=2, offset=2, keep_header=True)
    frames = LengthFramer(options).feed(next(chunks_of([encoded(options, b"1234") * 50])))
    assert frames.run == Run(0, 8, 8, 50)
    assert frames.payload(49) == b"\xee\xee\x00\x041234"


@pytest.mark.parametrize("size", [4, 8])
def test_the_largest_length_is_a_violation_and_all_that_follows_is_discarded_until_the_end(size: int):
    options = length(size=size)
    framer = LengthFramer(options)
    garbage = b"\xff" * size + encoded(options, b"no longer trusted")
    chunks = list(chunks_of([encoded(options, b"good") + garbage, b"more"]))
    assert [frames.payload(0) for frames in [framer.feed(chunks[0])]] == [b"good"]
    assert framer.violation == f"length {256**size - 1} is beyond max_frame 200"
    assert len(framer.feed(chunks[1])) == 0
    assert framer.counts.discarded == {"after violation": len(garbage) + 4}
    assert framer.pending == 0
    framer.end()
    assert framer.violation is None
    assert cut(framer, [encoded(options, b"trusted anew")]).payloads == [b"trusted anew"]


def test_a_length_that_leaves_no_room_for_its_own_header_is_a_violation():
    framer = LengthFramer(length(size=2, counts="frame"))
    framer.feed(next(chunks_of([b"\x00\x01x"])))
    assert framer.violation == "length 1 is shorter than its header of 2 bytes"
    assert (framer.counts.violations, framer.counts.violation) == (1, framer.violation)


def test_lengths_that_are_skipped_are_counted_with_the_newest_in_words():
    framer = LengthFramer(length(size=1, max_frame=ByteSize(8), on_violation="skip"))
    framer.feed(next(chunks_of([(b"\x09" + bytes(9)) * 3 + b"\x0a" + bytes(10) + b"\x01x"])))
    assert framer.violation is None
    assert (framer.counts.violations, framer.counts.violation) == (4, "length 10 is beyond max_frame 8")
    assert framer.counts.frames == 1


def test_skipping_counts_an_oversize_frame_down_without_storing_it():
    options = length(max_frame=ByteSize(100), on_violation="skip")
    data = encoded(options, b"a") + encoded(options, bytes(5000)) + encoded(options, b"b")
    for pieces in ([data], [data[i : i + 7] for i in range(0, len(data), 7)]):
        framer = LengthFramer(options)
        seen = cut(framer, pieces)
        assert seen.payloads == [b"a", b"b"]
        assert seen.discarded == {"oversize": 5004}
        assert seen.most_pending <= 7
        assert framer._tail.capacity <= 8192


def test_skipping_a_length_of_four_gigabytes_ends_with_the_connection():
    framer = LengthFramer(length(on_violation="skip"))
    assert cut(framer, [b"\xff\xff\xff\xfe" + bytes(1000), bytes(1000)]).discarded == {"oversize": 2004}
    assert cut(framer, [b"\x00\x00\x00\x01x"]).payloads == [b"x"]


def test_skipping_a_length_that_is_too_short_costs_its_header():
    options = length(size=2, counts="frame", on_violation="skip")
    seen = cut(LengthFramer(options), [b"\x00\x00\x00\x01" + encoded(options, b"next")])
    assert seen.payloads == [b"next"]
    assert seen.discarded == {"length shorter than its header": 4}


def test_a_frame_of_exactly_the_bound_is_good():
    options = length(max_frame=ByteSize(50))
    assert len(cut(LengthFramer(options), [encoded(options, bytes(50))]).payloads) == 1


def test_what_waits_is_never_more_than_the_longest_frame():
    options = length(size=4, offset=4, max_frame=ByteSize(64))
    data = encoded(options, bytes(64)) * 3
    for pieces in every_cut(data):
        assert cut(LengthFramer(options), pieces).most_pending < 72


@settings(max_examples=150)
@given(st.data())
def test_lengths_that_cannot_be_true_are_dealt_with_as_the_plain_reference_does(data: st.DataObject):
    options = length(
        size=data.draw(st.sampled_from((1, 2))),
        offset=data.draw(st.integers(0, 2)),
        counts=data.draw(st.sampled_from(("payload", "frame"))),
        adjust=data.draw(st.integers(-4, 4)),
        max_frame=ByteSize(20),
        on_violation=data.draw(st.sampled_from(("reconnect", "skip"))),
    )
    stream = bytes(data.draw(st.lists(st.sampled_from((0, 0, 1, 2, 5, 23, 255)), max_size=60)))
    assert_cut(options, data.draw(pieces_of(stream)), reference(options, stream), together=data.draw(st.integers(1, 6)))
