"""A rate is known from two moments on, and follows the last few seconds alone."""

from app.health.rates import SPAN_NS, RateMeter

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
