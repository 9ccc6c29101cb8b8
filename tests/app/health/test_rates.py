"""A rate is known from two moments on, and follows the last few seconds alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.health.rates import LEAST_NS, SPAN_NS, RateMeter, RecentGrowth

SECOND = 1_000_000_000


def test_a_rate_is_unknown_before_the_second_moment() -> None:
    meter = RateMeter()
    assert meter.per_second is None
    meter.add(5, 0)
    assert meter.per_second is None


def test_two_moments_give_the_slope() -> None:
    meter = RateMeter()
    meter.add(0, 0)
    meter.add(1500, SECOND // 2)
    assert meter.per_second == 3000


def test_two_looks_in_one_breath_are_no_rate() -> None:
    meter = RateMeter()
    meter.add(0, 0)
    meter.add(0, SECOND // 1000)
    assert meter.per_second is None


def test_two_totals_at_one_moment_are_no_rate() -> None:
    meter = RateMeter()
    meter.add(0, 7)
    meter.add(10, 7)
    assert meter.per_second is None


def test_what_lies_before_the_span_is_forgotten() -> None:
    meter = RateMeter()
    for second in range(20):
        meter.add(1000 * min(second, 10), second * SECOND)
    assert 19 * SECOND - 10 * SECOND > SPAN_NS
    assert meter.per_second == 0


def test_growth_is_what_came_within_the_span() -> None:
    growth = RecentGrowth(600 * SECOND)
    for second in range(1, 1200):
        growth.add(10 * min(second, 900), second * SECOND)
    assert growth.grown == pytest.approx(10 * 300, abs=2 * 10 * 600 / RecentGrowth.POINTS)


def test_a_counter_that_stands_has_grown_by_nothing_once_the_span_is_over() -> None:
    growth = RecentGrowth(60 * SECOND)
    growth.add(1000, 3_000 * SECOND)
    assert growth.grown == 1000
    growth.add(1000, 3_070 * SECOND)
    assert growth.grown == 0


STEPS = st.lists(st.tuples(st.integers(0, 2 * SECOND), st.integers(0, 10**6)), max_size=60)


@given(STEPS)
def test_a_rate_is_the_slope_over_the_span_and_unknown_below_its_least(steps: list[tuple[int, int]]) -> None:
    meter, points = RateMeter(), []
    now = total = 0
    for span_ns, grown in steps:
        now, total = now + span_ns, total + grown
        meter.add(total, now)
        points.append((now, total))
    old = [place for place, (at, _) in enumerate(points) if now - at >= SPAN_NS]
    kept = points[min(max(old, default=0), max(len(points) - 2, 0)) :]
    if len(kept) < 2 or kept[-1][0] - kept[0][0] < LEAST_NS:
        assert meter.per_second is None
    else:
        (start, first), (stop, last) = kept[0], kept[-1]
        assert meter.per_second == pytest.approx((last - first) * SECOND / (stop - start))


@given(STEPS, st.integers(1, 30))
def test_recent_growth_is_that_of_the_span_to_a_hundredth_of_it(steps: list[tuple[int, int]], seconds: int) -> None:
    span_ns = seconds * SECOND
    growth, points = RecentGrowth(span_ns), [(0, 0)]
    now = total = 0
    for passed_ns, grown in steps:
        now, total = now + passed_ns, total + grown
        growth.add(total, now)
        points.append((now, total))

    def grown_since(at: int, *, before: bool) -> int:
        """From the last total at that time, or before it."""
        known = (value for time, value in points[1:] if time < at or (time == at and not before))
        return total - max(known, default=0)

    grain_ns = span_ns // RecentGrowth.POINTS
    longest_ns = max((step for step, _ in steps), default=0)
    assert growth.grown >= grown_since(now - span_ns + grain_ns, before=False)
    assert growth.grown <= grown_since(now - span_ns - grain_ns - longest_ns, before=True)
