"""Lags as they add up, and which of them are the collector's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.comparison.measuring.lags import Lags
from app.comparison.schema import Loop

MS = 1_000_000


def lags(*milliseconds: float) -> Lags:
    made = Lags()
    made.add(round(ms * MS) for ms in milliseconds)
    return made


def test_nothing_measured_is_nothing_known():
    assert Lags().loop() == Loop()


@pytest.mark.parametrize(("count", "p50", "p99"), [(19, 0, 0), (20, 1, 0), (999, 1, 0), (1000, 1, 1)])
def test_a_quantile_is_told_with_ten_looks_beyond_it_and_else_not(count, p50, p99):
    loop = lags(*[1.0] * count).loop()
    assert (loop.lag_p50_ms is not None, loop.lag_p99_ms is not None) == (bool(p50), bool(p99))
    assert loop.lag_max_ms == 1.0


def test_quantiles_are_of_all_looks_to_two_digits():
    loop = lags(*range(1000)).loop()
    assert loop.lag_p50_ms == pytest.approx(500, rel=0.02)
    assert loop.lag_p99_ms == pytest.approx(990, rel=0.02)
    assert loop.lag_max_ms == 999


@given(st.lists(st.floats(0, 10_000), min_size=20, max_size=60))
def test_no_quantile_is_above_the_longest(milliseconds):
    loop = lags(*milliseconds).loop()
    assert loop.lag_p50_ms <= loop.lag_max_ms


def test_lags_of_any_length_are_taken():
    loop = lags(*[10_000_000] * 20).loop()
    assert loop.lag_max_ms == 10_000_000
    assert loop.lag_p50_ms == pytest.approx(3_600_000, rel=0.02)  # an hour at most


@given(st.lists(st.floats(0, 100), max_size=60), st.lists(st.floats(0, 100), max_size=60))
def test_two_that_are_merged_are_as_if_they_had_been_one(first, second):
    one, other, whole = lags(*first), lags(*second), lags(*first, *second)
    one.add_collections([(0, 2 * MS)])
    other.add_collections([(0, 3 * MS), (5 * MS, 6 * MS)])
    whole.add_collections([(0, 2 * MS), (0, 3 * MS), (5 * MS, 6 * MS)])
    one.blame((0, 3 * MS), [(0, 2 * MS)])
    whole.blame((0, 3 * MS), [(0, 2 * MS)])
    one.merge(other)
    assert one.loop() == whole.loop()


# -- the collector


def test_collections_are_counted_and_the_longest_is_told():
    made = Lags()
    made.add_collections([(10 * MS, 11 * MS), (20 * MS, 25 * MS)])
    made.add_collections([(30 * MS, 32 * MS)])
    loop = made.loop()
    assert (loop.gc_count, loop.gc_longest_ms, loop.gc_lag_ms) == (3, 5.0, None)


@pytest.mark.parametrize(
    ("collections", "blamed"),
    [
        ([], False),
        ([(0, 10)], False),  # before the lag
        ([(50, 60)], False),  # behind it
        ([(0, 20)], False),  # half of it: not most
        ([(0, 21)], True),
        ([(15, 26)], True),
        ([(0, 100)], True),
        ([(11, 14), (15, 18), (20, 26)], True),  # together
        ([(11, 14), (20, 25)], False),
    ],
)
def test_a_lag_is_the_collectors_where_it_took_most_of_it(collections, blamed):
    made = Lags()
    made.blame((10 * MS, 30 * MS), [(begin * MS, end * MS) for begin, end in collections])
    assert made.loop().gc_lag_ms == (20.0 if blamed else None)


def test_the_longest_lag_of_the_collectors_is_told():
    made = Lags()
    for length in (5, 9, 7):
        made.blame((0, length * MS), [(0, length * MS)])
    made.blame((0, 50 * MS), [(0, 20 * MS)])
    assert made.loop().gc_lag_ms == 9.0
