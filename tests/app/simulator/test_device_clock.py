"""What a device's clock shows, right and wrong."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from app.simulator.device_clock import DeviceClock

MOMENTS = np.arange(0, 10**10, 10**7)


def test_it_is_right_until_told_otherwise():
    assert DeviceClock().shown(MOMENTS) is MOMENTS


def test_a_jump_shifts_all_that_it_shows():
    clock = DeviceClock()
    clock.jump(-5)
    clock.jump(2)
    assert (clock.shown(MOMENTS) == MOMENTS - 3).all()


def test_a_gain_grows_from_its_moment_and_stays_when_it_ends():
    clock = DeviceClock()
    clock.gain(10_000, 10**9)
    assert clock.shown(np.array([10**9 - 5, 10**9, 2 * 10**9])).tolist() == [10**9 - 5, 10**9, 2 * 10**9 + 10**7]
    clock.gain(0, 3 * 10**9)
    assert clock.shown(np.array([0, 9 * 10**9])).tolist() == [2 * 10**7, 9 * 10**9 + 2 * 10**7]


@given(st.lists(st.tuples(st.integers(-(10**6), 10**6), st.integers(0, 10**5)), max_size=6))
def test_one_moment_and_many_agree_and_time_never_goes_back(words):
    clock = DeviceClock()
    for place, (jump, ppm) in enumerate(words, 1):
        clock.jump(jump)
        clock.gain(ppm, place * 10**9)
    shown = clock.shown(MOMENTS + 6 * 10**9)
    assert shown.tolist() == [clock.shown_now(int(moment)) for moment in MOMENTS + 6 * 10**9]
    assert (np.diff(shown) > 0).all()
