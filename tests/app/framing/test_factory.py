"""What every framer must do, run over the factory's dict so that none can be added without.

A new framer needs a sample here: options and a stream with whole frames. Its absence fails the first test.
"""

from __future__ import annotations

import random
import struct
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.framing.contract import Framer
from app.framing.factory import FRAMERS, make_framer
from app.framing.options import Fixed, FramingOptions, Length, Line, QDataStreamBlocks, Sync
from app.quantities import ByteSize
from app.stream import Chunk, Frames
from tests.app.framing.streams import Connection, chunks_of, cut, pieces_of, unexplained


@dataclass(frozen=True)
class Sample:
    options: FramingOptions
    frame: bytes  # one whole frame on the wire
    payload: bytes
    bound: int  # bytes that may wait at most


SAMPLES = (
    Sample(Line(max_frame=ByteSize(64)), b"1.5,2.5\r\n", b"1.5,2.5", 65),
    Sample(Line(delimiter="\r\n", max_frame=ByteSize(64), first_frame="drop"), b"1.5\r\n", b"1.5", 65),
    Sample(Length(max_frame=ByteSize(64)), b"\x00\x00\x00\x03abc", b"abc", 67),
    Sample(Length(max_frame=ByteSize(64), size=2, on_violation="skip"), b"\x00\x03abc", b"abc", 65),
    Sample(Fixed(size=6), b"abcdef", b"abcdef", 5),
    Sample(QDataStreamBlocks(max_frame=ByteSize(64)), struct.pack(">I", 4) + b"data", b"data", 75),
    Sample(Sync(word="A5 5A", max_frame=ByteSize(64)), bytes.fromhex("A55A 03 616263 CA82"), b"abc", 68),
)


def test_each_word_of_the_session_has_a_framer_and_a_sample():
    words = set(FramingOptions.__args__)
    assert set(FRAMERS) == words
    assert {type(sample.options) for sample in SAMPLES} == words


every_framer = pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: type(sample.options).__name__)


@every_framer
def test_whole_frames_come_out_with_their_payloads(sample: Sample):
    framer = make_framer(sample.options)
    dropped = getattr(sample.options, "first_frame", "whole") == "drop"
    assert cut(framer, [sample.frame * 3]).payloads == [sample.payload] * (3 - dropped)


@every_framer
@settings(max_examples=60)
@given(data=st.data())
def test_random_bytes_keep_the_account_and_the_bound(sample: Sample, data: st.DataObject):
    framer = make_framer(sample.options)
    for _ in range(2):
        noise = data.draw(st.lists(st.one_of(st.binary(max_size=90), st.just(sample.frame)), max_size=8))
        seen = cut(framer, data.draw(pieces_of(b"".join(noise))), together=data.draw(st.integers(1, 6)))
        assert seen.most_pending <= sample.bound


@every_framer
def test_much_noise_keeps_the_account_and_the_bound(sample: Sample):
    rng = random.Random(11)
    framer = make_framer(sample.options)
    for size in (1, 17, 300, 5000):
        connection = Connection(framer)
        for chunk in chunks_of([rng.randbytes(rng.randint(1, size)) for _ in range(60)]):
            connection.feed(chunk)
        assert connection.end().most_pending <= sample.bound


@every_framer
def test_the_end_in_the_middle_of_a_frame_discards_what_came_of_it(sample: Sample):
    framer = make_framer(sample.options)
    for place in range(1, len(sample.frame)):
        seen = cut(framer, [sample.frame[:place]])
        assert seen.payloads == []
        assert sum(seen.discarded.values()) == place


@every_framer
def test_connections_in_a_row_do_not_know_each_other(sample: Sample):
    framer = make_framer(sample.options)
    first = cut(framer, [sample.frame * 2 + sample.frame[:-1]])
    second = cut(framer, [sample.frame * 2 + sample.frame[:-1]])
    assert (first.payloads, first.discarded) == (second.payloads, second.discarded)


@every_framer
def test_nothing_in_gives_nothing_out(sample: Sample):
    framer = make_framer(sample.options)
    assert cut(framer, [b"", b""]).payloads == []
    assert len(framer.end()) == 0
    assert unexplained(framer, 0) == 0


@every_framer
def test_message_boundaries_are_taken_like_a_stream(sample: Sample):
    framer = make_framer(sample.options)
    data = sample.frame * 3
    framer.feed(Chunk(memoryview(data), 0, 1, 5, 4, ends=(len(sample.frame), len(data))))
    assert unexplained(framer, len(data)) == 0


@every_framer
def test_only_framings_with_something_to_check_say_that_they_notice_damage(sample: Sample):
    assert make_framer(sample.options).detects_damage == isinstance(sample.options, Line | Sync)


class _Leaky:
    """A framer that never sees one of the bytes it was fed."""

    def __init__(self, framer: Framer, place: int) -> None:
        self.framer = framer
        self._place = place

    def feed(self, chunk: Chunk) -> Frames:
        data = bytes(chunk.data)
        kept = data[: self._place] + data[self._place + 1 :]
        return self.framer.feed(Chunk(memoryview(kept), chunk.offset, chunk.connection, chunk.read_ns, 0))


@every_framer
def test_a_framer_that_eats_a_byte_unbalances_the_account(sample: Sample):
    data = sample.frame * 3
    (chunk,) = chunks_of([data])
    for place in range(len(data)):
        leaky = _Leaky(make_framer(sample.options), place)
        leaky.feed(chunk)
        assert unexplained(leaky.framer, len(data)) == 1
        leaky.framer.end()
        assert unexplained(leaky.framer, len(data)) == 1


@every_framer
def test_a_frame_handed_on_twice_unbalances_the_account(sample: Sample):
    framer = make_framer(sample.options)
    (chunk,) = chunks_of([sample.frame * 3])
    framer.feed(chunk)
    framer.feed(chunk)
    assert unexplained(framer, len(chunk.data)) == -len(chunk.data)
