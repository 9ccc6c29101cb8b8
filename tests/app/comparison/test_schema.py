"""The report of a comparison speaks of the ages as the program that measures them does."""

from dataclasses import asdict

import numpy as np

from app.comparison.schema import MEASURES, Distribution
from app.health.ages import Ages, Measure
from app.health.stamps import UNKNOWN, Stamps


def test_the_measures_are_those_of_the_ages():
    assert tuple(Measure) == MEASURES


def test_a_distribution_of_ages_is_one_of_the_report():
    none, times = np.full(3, UNKNOWN), np.array([1, 2, 3])
    ages = Ages()
    ages.add(Stamps(none, none, none, times, times + 5_000_000, none, none, none))
    found = Distribution(**asdict(ages.distribution("readable_read")))
    assert (found.count, found.mean_ms, found.p50_ms, found.max_ms) == (3, 2.5, None, 5.0)
    assert [count for _, count in found.histogram] == [3]
