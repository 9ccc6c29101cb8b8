"""Runs of equal lengths, in all their places; what a header means is tested with the framings that say it."""

from __future__ import annotations

import itertools

import pytest

from app.framing.length import LengthFramer
from app.framing.options import Length
from app.framing.prefixed import FIRST_LOOK, GROWTH, RUN_WORTH
from tests.app.framing.streams import chunks_of, cut

OPTIONS = Length(size=2)
EDGES = [1, 2, RUN_WORTH, RUN_WORTH + 1, FIRST_LOOK, FIRST_LOOK + 1, FIRST_LOOK + 2, FIRST_LOOK * (1 + GROWTH) + 1]


def encoded(payload: bytes) -> bytes:
    return len(payload).to_bytes(2, "big") + payload


@pytest.mark.parametrize(("first", "second"), list(itertools.product(EDGES, EDGES)))
def test_runs_that_end_at_any_place_of_a_look_are_cut_at_their_end(first: int, second: int):
    payloads = [b"abc"] * first + [b"de"] * second + [b""] * first + [b"abc"]
    data = b"".join(map(encoded, payloads))
    for pieces in ([data], [data[:3], data[3:]], [data[:-1], data[-1:]]):
        assert cut(LengthFramer(OPTIONS), pieces).payloads == payloads


def test_a_payload_that_looks_like_its_header_does_not_lengthen_a_run():
    payloads = [b"\x00\x02", b"\x00\x02", b"\x00\x02\x00\x02"] * 20
    assert cut(LengthFramer(OPTIONS), [b"".join(map(encoded, payloads))]).payloads == payloads


class _LookingFramer(LengthFramer):
    looks = 0

    def _run_length(self, window, position, wire):
        count = super()._run_length(window, position, wire)
        self.looks += 1
        return count


def test_frames_of_many_lengths_are_not_looked_through_for_runs():
    payloads = [b"a" * (i % 7) for i in range(2000)]
    framer = _LookingFramer(OPTIONS)
    framer.feed(next(chunks_of([b"".join(map(encoded, payloads))])))
    assert framer.counts.frames == 2000
    assert framer.looks == 1


def test_runs_and_single_frames_of_one_feed_keep_their_order():
    payloads = [b"1", *[b"two"] * 30, b"3", b"", *[b"four"] * 100, b"5"]
    frames = LengthFramer(OPTIONS).feed(next(chunks_of([b"".join(map(encoded, payloads))])))
    assert [frames.payload(i) for i in range(len(frames))] == payloads
    assert frames.run is None
