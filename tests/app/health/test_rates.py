"""A rate is known from two moments on, and follows the last few seconds alone."""

import pytest

from app.health.rates import SPAN_NS, RateMeter, RecentGrowth

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
