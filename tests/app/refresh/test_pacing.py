"""When refreshes are due and how the rate gives way, on a clock that the test moves."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.refresh.pacing import KEPT_LAGS, LASTED_NS, LONGEST_PATIENCE_NS, PATIENCE_NS, WINDOW, Pacing, rates

MS = 1_000_000
INTERVAL = round(1e9 / 60)


class Loop:
    """Refreshes one after the other, each with a given cost and lateness."""

    def __init__(self, wished_hz: float = 60.0) -> None:
        self.pacing = Pacing(wished_hz)
        self.now = 0

    def refresh(self, cost: int = 0, late: int = 0) -> int:
        due = self.pacing.due_ns(self.now)
        self.now = due + late
        self.pacing.begin(self.now, due)
        self.now += cost
        self.pacing.end(self.now)
        return due

    def run(self, count: int, cost: int = 0, late: int = 0) -> None:
        for _ in range(count):
            self.refresh(cost, late)

    def run_for(self, duration: int, cost: int = 0) -> None:
        end = self.now + duration
        while self.now < end:
            self.refresh(cost)


def test_the_first_refresh_is_due_at_once():
    assert Pacing(60).due_ns(123) == 123


def test_while_marks_keep_coming_refreshes_stand_on_a_grid():
    loop = Loop()
    dues = [loop.refresh(cost=2 * MS, late=3 * MS) for _ in range(5)]
    assert dues == [i * INTERVAL for i in range(5)]


def test_after_a_pause_a_refresh_is_due_at_once():
    loop = Loop()
    loop.refresh()
    loop.now += 10 * INTERVAL
    assert loop.pacing.due_ns(loop.now) == loop.now


def test_a_late_refresh_hurries_the_next_by_half_an_interval_at_most():
    loop = Loop()
    loop.refresh(late=5 * INTERVAL)
    assert loop.pacing.due_ns(loop.now) == loop.now + INTERVAL // 2


@given(st.lists(st.tuples(st.integers(0, 40 * MS), st.integers(0, 40 * MS), st.integers(0, 100 * MS)), max_size=100))
def test_there_are_never_more_refreshes_than_intervals(turns):
    loop = Loop()
    dues = []
    for cost, late, pause in turns:
        interval = loop.pacing.interval_ns
        dues.append(loop.refresh(cost, late))
        assert len(dues) < 2 or dues[-1] - dues[-2] >= interval
        loop.now += pause


def test_costly_refreshes_halve_the_rate_and_the_reason_says_how_costly():
    loop = Loop()
    loop.run(WINDOW, cost=12 * MS)
    assert loop.pacing.rate_hz == 30
    assert loop.pacing.reason == "refreshes took 12.0 ms, of 16.7 ms; at 30 Hz until it is under 4.2 ms"


def test_a_loop_that_comes_late_halves_the_rate_too():
    loop = Loop()
    loop.run(WINDOW, cost=4 * MS, late=8 * MS)
    assert loop.pacing.rate_hz == 30
    assert "took 4.0 ms and came 8.0 ms late, of 16.7 ms" in loop.pacing.reason


def test_a_few_stalls_are_no_reason_to_give_way():
    loop = Loop()
    for _ in range(20):
        loop.refresh(late=100 * MS)
        loop.run(4, cost=3 * MS)
    assert loop.pacing.rate_hz == 60
    assert loop.pacing.reason == ""


def test_the_rate_never_falls_below_fifteen():
    loop = Loop()
    loop.run(10 * WINDOW, cost=200 * MS)
    assert loop.pacing.rate_hz == 15


@pytest.mark.parametrize(
    ("wished", "expected"), [(60, (60, 30, 15)), (144, (144, 72, 36, 18)), (10, (10,)), (15, (15,)), (30, (30, 15))]
)
def test_rates_are_halved_while_they_still_look_live(wished, expected):
    assert rates(wished) == expected


@pytest.mark.parametrize("wished", [0, -1, float("nan")])
def test_a_rate_that_is_none_is_refused(wished):
    with pytest.raises(ValueError, match="more than 0 refreshes"):
        Pacing(wished)


def test_the_rate_comes_back_once_refreshes_have_been_cheap_for_the_patience():
    loop = Loop()
    loop.run(WINDOW, cost=12 * MS)
    loop.run_for(PATIENCE_NS, cost=1 * MS)
    assert loop.pacing.rate_hz == 30
    loop.run_for(PATIENCE_NS, cost=1 * MS)
    assert loop.pacing.rate_hz == 60
    assert loop.pacing.reason == ""


def test_between_the_two_limits_the_rate_stays():
    loop = Loop()
    loop.run(WINDOW, cost=12 * MS)
    loop.run_for(20 * PATIENCE_NS, cost=6 * MS)
    assert loop.pacing.rate_hz == 30


def test_one_costly_stretch_starts_the_patience_again():
    loop = Loop()
    loop.run(WINDOW, cost=12 * MS)
    loop.run_for(PATIENCE_NS, cost=1 * MS)
    loop.run(WINDOW, cost=8 * MS)
    loop.run_for(PATIENCE_NS // 2, cost=1 * MS)
    assert loop.pacing.rate_hz == 30


def cycle(loop: Loop) -> int:
    """Time from giving way to recovering, with cheap refreshes."""
    loop.run(WINDOW, cost=12 * MS)
    assert loop.pacing.rate_hz == 30
    start = loop.now
    while loop.pacing.rate_hz == 30:
        loop.refresh(cost=1 * MS)
    return loop.now - start


def test_a_recovery_that_does_not_last_doubles_the_patience_up_to_a_minute():
    loop = Loop()
    waits = [cycle(loop) for _ in range(8)]
    assert all(later >= 1.5 * sooner for sooner, later in pairwise(waits[:5]))
    assert waits[-1] <= LONGEST_PATIENCE_NS + 2_000 * MS


def test_a_recovery_that_lasted_makes_the_patience_short_again():
    loop = Loop()
    first = cycle(loop)
    cycle(loop)
    loop.run_for(LASTED_NS + 1, cost=1 * MS)
    assert cycle(loop) == pytest.approx(first, rel=0.25)  # a doubled patience would be two seconds more


def test_a_pinned_rate_stays_whatever_it_costs():
    loop = Loop()
    loop.run(WINDOW, cost=12 * MS)
    loop.pacing.pin(60)
    loop.run(10 * WINDOW, cost=50 * MS)
    assert loop.pacing.rate_hz == 60
    assert loop.pacing.reason == ""


def test_an_unpinned_clock_gives_way_again():
    loop = Loop()
    loop.pacing.pin(120)
    assert loop.pacing.rate_hz == 120
    loop.pacing.pin(None)
    assert loop.pacing.rate_hz == 60
    loop.run(WINDOW, cost=12 * MS)
    assert loop.pacing.rate_hz == 30


def test_before_anything_was_measured_the_figures_are_none():
    seen = Pacing(60).statistics()
    assert (seen.refreshes, seen.late, seen.skipped) == (0, 0, 0)
    assert seen.lag_ms is None
    assert seen.last_cost_ms is None


def test_late_and_skipped_are_counted_from_the_due_time():
    loop = Loop()
    loop.refresh(cost=2 * MS)
    loop.refresh(late=INTERVAL // 2 + 1)
    loop.refresh(late=3 * INTERVAL + 1)
    seen = loop.pacing.statistics()
    assert (seen.refreshes, seen.late, seen.skipped) == (3, 2, 3)
    assert seen.last_cost_ms == 0


def test_lag_is_that_of_the_newest_timers():
    pacing = Pacing(60)
    pacing.note_lag(900 * MS)
    for i in range(KEPT_LAGS):
        pacing.note_lag((i % 100) * MS)
    lag = pacing.statistics().lag_ms
    assert (lag.p50, lag.p99, lag.max) == (50, 99, 99)


def test_a_timer_that_fired_early_was_not_late():
    pacing = Pacing(60)
    pacing.note_lag(-5)
    assert pacing.statistics().lag_ms.max == 0


def test_the_longest_gap_between_refreshes_leaves_idle_times_out() -> None:
    pacing = Pacing(50)
    pacing.begin(0, 0)
    pacing.begin(20_000_000, 20_000_000)
    pacing.begin(900_000_000, 899_000_000)  # nothing was marked for most of a second, then it came 1 ms late
    assert pacing.take_longest_gap_ns() == 21_000_000
    pacing.begin(970_000_000, 920_000_000)  # 50 ms late
    assert pacing.take_longest_gap_ns() == 70_000_000
    assert pacing.take_longest_gap_ns() == 0
