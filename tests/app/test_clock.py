from __future__ import annotations

import time

import pytest

from app import clock
from app.clock import WallClock, now_ns


def test_the_clock_never_goes_back():
    times = [now_ns() for _ in range(1000)]
    assert times == sorted(times)
    assert all(isinstance(each, int) for each in times)


@pytest.mark.skipif(not hasattr(time, "CLOCK_BOOTTIME"), reason="only Linux has a clock that counts through a suspend")
def test_the_clock_counts_from_the_boot_through_suspends():
    before = time.clock_gettime_ns(time.CLOCK_BOOTTIME)
    assert before <= now_ns() <= time.clock_gettime_ns(time.CLOCK_BOOTTIME)


class FakeClocks:
    """Both clocks, moved by hand."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.inner, self.wall = 1_000, 1_700_000_000 * 10**9
        monkeypatch.setattr(clock, "now_ns", lambda: self.inner)
        monkeypatch.setattr(clock.time, "time_ns", lambda: self.wall)

    def run(self, inner: int, wall: int) -> None:
        self.inner += inner
        self.wall += wall


@pytest.fixture
def clocks(monkeypatch: pytest.MonkeyPatch) -> FakeClocks:
    return FakeClocks(monkeypatch)


def test_a_time_is_labelled_with_the_wall_clock_of_its_moment(clocks: FakeClocks):
    wall = WallClock()
    moment = clocks.inner
    clocks.run(5 * 10**9, 5 * 10**9)
    assert wall.unix_ns(moment) == 1_700_000_000 * 10**9
    assert wall.unix_ns(clocks.inner) == 1_700_000_005 * 10**9


def test_slewing_is_followed_without_a_word(clocks: FakeClocks):
    wall = WallClock()
    clocks.run(10**9, 10**9 + 500_000)  # NTP at its fastest
    assert wall.check() == 0
    assert wall.unix_ns(clocks.inner) == clocks.wall


@pytest.mark.parametrize("step", [3600 * 10**9, -3600 * 10**9, 200_000_001])
def test_a_step_of_the_wall_clock_is_told_once_and_followed(clocks: FakeClocks, step: int):
    wall = WallClock()
    clocks.run(10**9, 10**9 + step)
    assert wall.check() == step
    assert wall.unix_ns(clocks.inner) == clocks.wall
    assert wall.check() == 0
