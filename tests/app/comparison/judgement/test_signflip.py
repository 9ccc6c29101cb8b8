"""The exact sign-flip test, against every pattern of signs tried one by one."""

from __future__ import annotations

import itertools
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.comparison.judgement.signflip import MOST_UNITS, interval, sign_flip

TENTHS = st.integers(-200, 200).map(lambda tenth: Fraction(tenth, 10))  # exact, and most are no exact float


def by_brute_force(differences: list[Fraction]) -> Fraction:
    seen = abs(sum(differences))
    patterns = list(itertools.product((1, -1), repeat=len(differences)))
    sums = [abs(sum(s * d for s, d in zip(pattern, differences, strict=True))) for pattern in patterns]
    return Fraction(sum(each >= seen for each in sums), len(patterns))


@given(st.lists(TENTHS, max_size=9))
def test_p_is_the_share_of_all_patterns_and_sums_of_tenths_tie(differences):
    outcome = sign_flip([float(each) for each in differences])
    assert Fraction(outcome.as_large, outcome.patterns) == by_brute_force(differences)


@given(st.lists(TENTHS, max_size=9), st.integers(-300, 300))
def test_p_does_not_depend_on_the_unit(differences, power):
    scaled = [float(each) * 2.0**power for each in differences]
    assert sign_flip(scaled).p == sign_flip([float(each) for each in differences]).p


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=16))
def test_exchanging_the_modes_turns_the_difference_round_and_leaves_p(differences):
    one, other = sign_flip(differences), sign_flip([-each for each in differences])
    assert (other.difference, other.as_large) == (-one.difference, one.as_large)


@given(st.lists(TENTHS, max_size=9), st.randoms(use_true_random=False))
def test_the_order_of_the_pairs_does_not_matter(differences, random):
    values = [float(each) for each in differences]
    shuffled = random.sample(values, len(values))
    assert sign_flip(shuffled).as_large == sign_flip(values).as_large


@pytest.mark.parametrize("count", [1, 2, 8, 20, 39, 40])
def test_of_equal_differences_only_the_two_patterns_of_one_sign_reach_as_far(count):
    outcome = sign_flip([0.1] * count)
    assert (outcome.as_large, outcome.patterns) == (2, 2**count)


def test_differences_of_nought_are_reached_by_every_pattern():
    assert sign_flip([0.0] * 40).p == 1.0
    assert sign_flip([]).p == 1.0


def test_one_difference_says_nothing():
    assert sign_flip([5.0]).p == 1.0


def test_the_smallest_number_there_is_can_be_tested():
    assert sign_flip([5e-324] * 8).as_large == 2


@pytest.mark.parametrize("wrong", [float("nan"), float("inf"), -float("inf")])
def test_what_is_no_number_is_refused(wrong):
    with pytest.raises(ValueError, match="finite"):
        sign_flip([1.0, wrong])
    with pytest.raises(ValueError, match="finite"):
        interval([1.0, wrong])


def test_forty_pairs_are_counted_exactly():
    """Binomial: with differences of one size the sum depends on the number of signs alone."""
    outcome = sign_flip([1.0] * 30 + [-1.0] * 10)
    fractions = _binomial_tail(40, 30)
    assert Fraction(outcome.as_large, outcome.patterns) == 2 * fractions


def _binomial_tail(count: int, least: int) -> Fraction:
    row = [1]
    for _ in range(count):
        row = [1, *(a + b for a, b in itertools.pairwise(row)), 1]
    return Fraction(sum(row[least:]), 2**count)


def test_past_forty_pairs_neighbours_flip_together():
    outcome = sign_flip([1.0] * 100)
    assert (outcome.pairs, outcome.as_large, outcome.patterns) == (100, 2, 2**MOST_UNITS)
    assert outcome.difference == 1.0


def test_true_nulls_are_refused_no_more_often_than_promised():
    random = np.random.default_rng(1)
    ps = [sign_flip(random.standard_normal(10)).p for _ in range(2000)]
    assert np.mean(np.array(ps) <= 0.05) == pytest.approx(0.05, abs=0.015)


@settings(max_examples=40)
@given(st.lists(TENTHS, min_size=6, max_size=10))
def test_the_interval_ends_where_the_test_begins_to_refuse(differences):
    values = np.array([float(each) for each in differences])
    low, high = interval(values)
    assert low <= high
    wide = max(1.0, float(np.ptp(values)))
    for inside in (low + 1e-9 * wide, (low + high) / 2, high - 1e-9 * wide):
        if low < inside < high:
            assert sign_flip(values - inside).p > 0.05 - 1e-12
    for outside in (low - 1e-6 * wide, high + 1e-6 * wide):
        assert sign_flip(values - outside).p <= 0.05 + 1e-12


def test_the_interval_turns_round_when_the_modes_are_exchanged():
    values = [3.0, 1.0, 4.0, 1.5, 5.0, 9.0, 2.0, 6.0]
    low, high = interval(values)
    assert interval([-each for each in values]) == pytest.approx((-high, -low))


def test_the_interval_covers_the_truth_as_often_as_promised():
    random = np.random.default_rng(2)
    bounds = [interval(random.standard_normal(12) + 7) for _ in range(1000)]
    assert np.mean([low <= 7 <= high for low, high in bounds]) == pytest.approx(0.95, abs=0.02)


def test_five_pairs_are_too_few_for_an_interval():
    assert interval([1.0] * 5) is None
    assert interval([]) is None
    assert interval([1.0] * 6) == (1.0, 1.0)


def test_the_interval_of_a_hundred_pairs_is_found_over_joined_neighbours():
    low, high = interval(np.random.default_rng(3).standard_normal(100))
    assert -0.5 < low < 0 < high < 0.5
