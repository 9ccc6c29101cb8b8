"""Ages are told in the report's words, and a quantile without enough chunks is none."""

from __future__ import annotations

import pytest

from app.comparison.measuring.distributions import distribution
from app.health.ages import Ages
from tests.app.comparison.bench import stamps

MS = 1_000_000


def test_a_distribution_holds_what_the_ages_hold() -> None:
    ages = Ages()
    ages.add(stamps(*((1000 * MS, (1000 + age) * MS) for age in range(1, 101))))
    found = distribution(ages, "readable_read")
    assert (found.count, found.mean_ms, found.max_ms) == (100, 25.25, 100.0)
    assert found.p50_ms == pytest.approx(50, rel=0.02)
    assert found.p90_ms == pytest.approx(90, rel=0.02)
    assert (found.p95_ms, found.p99_ms) == (None, None)
    assert len(found.histogram) > 50


def test_of_no_chunk_there_is_none() -> None:
    found = distribution(Ages(), "sent_painted")
    assert (found.count, found.p50_ms, found.max_ms, found.histogram) == (0, None, None, ())
