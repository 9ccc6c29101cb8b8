"""Every byte of a stream of counters is checked, however it is cut; each kind of fault is told in bytes."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.bench.counters import WORD, Check, counters, end_of

COUNT = 40
STREAM = counters(0, COUNT) + end_of(COUNT)
BODY = COUNT * WORD


def checked(data: bytes, *cuts: int) -> Check:
    check = Check()
    places = [0, *sorted(cuts), len(data)]
    for begin, end in pairwise(places):
        check.feed(memoryview(data)[begin:end])
    return check


@given(st.lists(st.integers(0, len(STREAM)), max_size=20))
def test_a_whole_stream_has_no_fault_wherever_it_is_cut(cuts: list[int]) -> None:
    check = checked(STREAM, *cuts)
    assert (check.wrong, check.received, check.is_over) == (0, len(STREAM), True)


def test_a_whole_stream_has_no_fault_byte_by_byte() -> None:
    check = checked(STREAM, *range(len(STREAM)))
    assert (check.wrong, check.is_over) == (0, True)


def test_more_counters_than_are_compared_at_once_are_all_compared() -> None:
    count = 300_000
    data = bytearray(counters(0, count) + end_of(count))
    assert checked(bytes(data)).wrong == 0
    data[8 * 290_000] ^= 1
    assert checked(bytes(data)).wrong > 0


@given(st.integers(0, COUNT), st.integers(1, 10))
def test_whole_counters_that_are_missing_are_lost_also_at_the_very_end(at: int, count: int) -> None:
    gone = min(count, COUNT - at) * WORD
    check = checked(STREAM[: at * WORD] + STREAM[at * WORD + gone :])
    assert check.wrong >= gone
    assert check.repeated == 0
    assert check.is_over


@given(st.integers(0, BODY - 1), st.integers(1, 20), st.lists(st.integers(0, len(STREAM)), max_size=5))
def test_any_bytes_that_are_missing_or_come_twice_are_noticed(at: int, count: int, cuts: list[int]) -> None:
    last = min(at + count, BODY)
    missing, twice = STREAM[:at] + STREAM[last:], STREAM[:last] + STREAM[at:]
    assert checked(missing, *(min(cut, len(missing)) for cut in cuts)).wrong > 0
    assert checked(twice, *cuts).wrong > 0


@given(st.integers(1, BODY // 2 - WORD))
def test_pieces_that_changed_places_are_noticed(size: int) -> None:
    swapped = STREAM[size : 2 * size] + STREAM[:size] + STREAM[2 * size :]
    assume(swapped != STREAM)
    assert checked(swapped).wrong > 0


@given(st.integers(0, BODY - 1), st.integers(1, 255))
def test_a_byte_that_was_changed_is_noticed(at: int, flip: int) -> None:
    data = bytearray(STREAM)
    data[at] ^= flip
    assert checked(bytes(data)).wrong > 0


def test_repeated_counters_are_counted_in_bytes() -> None:
    check = checked(counters(0, 20) + counters(10, 30) + end_of(40))
    assert (check.lost, check.repeated, check.torn, check.is_over) == (0, 80, 0, True)


def test_bytes_behind_the_end_belong_to_nothing() -> None:
    assert checked(STREAM + b"more").torn == 4


@pytest.mark.parametrize("length", [0, 5, 8, len(STREAM) - 1])
def test_a_stream_that_breaks_off_is_not_over(length: int) -> None:
    check = checked(STREAM[:length])
    assert not check.is_over
    assert check.wrong == 0
