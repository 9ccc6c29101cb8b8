"""When frames are due, and that nothing drifts."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from app.simulator.schedule import Schedule

EPOCH = 1_234_567_890_123
rates = st.floats(0.001, 1e8) | st.sampled_from([1000.0, 10.0, 1e3 / 3])
frames = st.integers(0, 10**9)


@given(rates, frames)
def test_a_frame_waits_from_the_nanosecond_it_is_due_and_not_before(rate_hz, frame):
    schedule = Schedule(EPOCH, rate_hz)
    due = schedule.due_ns(frame)
    assert schedule.waiting(frame, due) >= 1
    assert schedule.waiting(frame, due - 1) == 0


@given(rates, frames, st.integers(1, 50))
def test_stamps_are_when_frames_were_due_to_the_nanosecond(rate_hz, first, count):
    schedule = Schedule(EPOCH, rate_hz)
    due = [schedule.due_ns(frame) for frame in range(first, first + count)]
    stamps = schedule.stamps_ns(first, count)
    assert np.all(np.abs(stamps - np.array(due)) <= 1)
    assert np.all(np.diff(stamps) >= 0)


@given(rates, st.integers(0, 10**12))
def test_a_reader_joins_with_the_next_frame_to_come(rate_hz, later_ns):
    schedule = Schedule(EPOCH, rate_hz)
    frame = schedule.next_after(EPOCH + later_ns)
    assert schedule.waiting(frame, EPOCH + later_ns) == 0
    assert schedule.due_ns(frame) >= EPOCH + later_ns


def test_a_thousand_a_second_are_a_thousand_in_each_second_for_days():
    schedule = Schedule(EPOCH, 1000.0)
    for day in (0, 1, 30):
        second = EPOCH + day * 86_400 * 10**9
        assert schedule.next_after(second + 10**9) - schedule.next_after(second) == 1000


def test_before_its_epoch_a_schedule_waits_for_its_first_frame():
    schedule = Schedule(EPOCH, 10.0)
    assert schedule.next_after(EPOCH - 5) == 0
    assert schedule.waiting(0, EPOCH - 5) == 0


def test_a_span_holds_at_least_one_frame():
    assert Schedule(EPOCH, 1000.0).frames_in(50_000_000) == 50
    assert Schedule(EPOCH, 0.1).frames_in(50_000_000) == 1
