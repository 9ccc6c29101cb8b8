from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.framing import arrivals
from app.framing.arrivals import Arrivals, one_time, read_times, run_read_times
from app.stream import Chunk, Run, join
from tests.app.framing.streams import chunks_of, read_time

sizes = st.lists(st.integers(0, 5), min_size=1, max_size=12)


def joined(lengths: list[int]) -> Chunk:
    return join(list(chunks_of([bytes(length) for length in lengths])))


def plain(lengths: list[int], ends: list[int]) -> list[int]:
    """The time of the read with the last byte, byte by byte."""
    owner = [read_time(index) for index, length in enumerate(lengths) for _ in range(length)]
    return [owner[end - 1] for end in ends]


@settings(max_examples=150)
@given(sizes, st.data())
def test_a_frame_is_as_old_as_the_read_with_its_last_byte(lengths: list[int], data: st.DataObject):
    total = sum(lengths)
    ends = sorted(data.draw(st.sets(st.integers(1, total)))) if total else []
    for few in (0, 64):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(arrivals, "FEW", few)
            assert read_times(joined(lengths), np.array(ends, np.int64)).tolist() == plain(lengths, ends)


@settings(max_examples=150)
@given(sizes, st.integers(1, 7), st.data())
def test_a_run_is_as_old_as_its_frames_one_by_one(lengths: list[int], stride: int, data: st.DataObject):
    total = sum(lengths)
    first_end = data.draw(st.integers(1, max(total, 1)))
    ends = list(range(first_end, total + 1, stride))
    times = run_read_times(joined(lengths), Run(0, stride, stride, len(ends)), first_end)
    assert times.tolist() == plain(lengths, ends)


def test_frames_of_a_single_read_have_its_time():
    (chunk,) = chunks_of([b"abc"])
    assert read_times(chunk, np.array([1, 3], np.int64)).tolist() == [read_time(0)] * 2
    assert run_read_times(chunk, Run(0, 1, 1, 3), 1).tolist() == [read_time(0)] * 3


@settings(max_examples=150)
@given(sizes, st.booleans(), st.data())
def test_what_waits_keeps_its_times_while_the_rest_is_forgotten(
    lengths: list[int], together: bool, data: st.DataObject
):
    arrivals, position, stop = Arrivals(), 0, 0
    chunks = [joined(lengths)] if together else list(chunks_of([bytes(length) for length in lengths]))
    for chunk in chunks:
        arrivals.add(chunk)
        stop += len(chunk.data)
        ends = sorted(data.draw(st.sets(st.integers(position + 1, stop)))) if stop > position else []
        if ends:
            assert arrivals.times(np.array(ends, np.int64)).tolist() == plain(lengths, ends)
        position = data.draw(st.integers(position, stop))
        arrivals.forget(position)


def test_what_is_forgotten_takes_no_memory_for_long():
    arrivals = Arrivals()
    for number, chunk in enumerate(chunks_of([b"x"] * 5000), start=1):
        arrivals.add(chunk)
        arrivals.forget(number - 3)
    assert len(arrivals._ends) == len(arrivals._times) <= 8


def test_frames_of_one_read_share_one_time_in_memory_that_nobody_can_change():
    times = one_time(7, 1000)
    assert len(times) == 1000
    assert (times == 7).all()
    assert times.strides == (0,)
    with pytest.raises(ValueError, match="read-only"):
        times[0] = 8
    assert one_time(7, 0).tolist() == []
