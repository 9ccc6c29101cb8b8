"""The values that judgements are made of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.health.judgement import Finding, Health, Level, Slow


@pytest.mark.parametrize(
    ("levels", "worst"),
    [
        ([], Level.GOOD),
        ([Level.FAIR], Level.FAIR),
        ([Level.FAIR, Level.BAD, Level.FAIR], Level.BAD),
    ],
)
def test_a_link_is_as_well_as_its_worst_finding(levels: list[Level], worst: Level) -> None:
    findings = tuple(Finding(str(n), level, "", "", "", 0) for n, level in enumerate(levels))
    assert Health(Slow.UNKNOWN, "", findings=findings).level is worst


@given(st.lists(st.sampled_from(Level)))
def test_the_level_is_the_worst_in_whatever_order_they_stand(levels: list[Level]) -> None:
    findings = tuple(Finding(str(n), level, "", "", "", 0) for n, level in enumerate(levels))
    order = [Level.GOOD, Level.FAIR, Level.BAD]
    expected = max(levels, key=order.index, default=Level.GOOD)
    assert Health(Slow.UNKNOWN, "", findings=findings).level is expected
