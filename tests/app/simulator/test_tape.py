"""Frames that are rendered once and stamped each time."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.simulator.tape import BinaryTape, TextTape, segment_of

BODIES = [b",one\n", b",twenty-two\n", b"\n", b",3\n"]
RECORD = np.dtype([("t", "<u8"), ("value", "u1")])


def stamps(*microseconds):
    return np.array(microseconds, dtype=np.int64) * 1000


def lines(segment):
    begins = [segment.begin, *segment.ends[:-1]]
    return [bytes(segment.buffer[begin:end]) for begin, end in zip(begins, segment.ends, strict=True)]


@given(st.integers(0, 10**12), st.integers(0, 99), st.integers(1, 9))
def test_each_line_carries_its_own_stamp_in_seconds(first_us, first, count):
    given_us = [first_us + place for place in range(count)]
    segment = TextTape(b"<", BODIES).render(first, stamps(*given_us))
    assert segment.ends[-1] == len(segment.data)
    for place, line in enumerate(lines(segment)):
        text = f"{given_us[place] // 10**6}.{given_us[place] % 10**6:06}"
        assert line == b"<" + text.encode() + BODIES[(first + place) % len(BODIES)]


def test_a_rendering_stops_where_the_tape_ends():
    tape = TextTape(b"", BODIES)
    assert len(tape.render(2, stamps(1, 2, 3, 4, 5))) == 2
    assert lines(tape.render(4, stamps(7)))[0].endswith(BODIES[0])


def test_stamps_grow_a_digit_without_leading_zeros_or_a_lost_line():
    tape = TextTape(b"", [b"\n"] * 8)
    given_us = stamps(999_999_998, 999_999_999, 1_000_000_000, 1_000_000_001)
    before = tape.render(0, given_us)
    assert lines(before) == [b"999.999998\n", b"999.999999\n"]
    assert lines(tape.render(2, given_us[2:])) == [b"1000.000000\n", b"1000.000001\n"]


def test_a_text_frame_is_never_longer_than_it_says():
    tape = TextTape(b"<", BODIES)
    assert max(map(len, lines(tape.render(0, stamps(10**15, 10**15, 10**15, 10**15))))) <= tape.frame_bytes


def test_a_binary_tape_goes_round_and_is_not_changed_by_its_copies():
    records = np.array([(0, 10), (0, 11), (0, 12)], RECORD)
    tape = BinaryTape(records)
    copy = tape.copy(4, 9)
    assert copy["value"].tolist() == [11, 12]
    copy["t"] = 77
    assert tape.copy(1, 1)["t"].tolist() == [0]
    assert tape.frame_bytes == 9


@pytest.mark.parametrize(("first", "last"), [(0, 1), (0, 3), (1, 2), (2, 3)])
def test_a_slice_holds_its_frames_whole(first, last):
    segment = segment_of(np.array([(1, 1), (2, 2), (3, 3)], RECORD))
    part = segment.slice(first, last)
    assert bytes(part.data) == bytes(segment.data[first * 9 : last * 9])
    assert part.ends.tolist() == [9 * (place + 1) for place in range(first, last)]
    assert len(part) == last - first
