"""Ages in the report's words."""

from __future__ import annotations

from app.comparison.schema import Distribution
from app.health.ages import Ages


def distribution(ages: Ages, measure: str) -> Distribution:
    found = ages.distribution(measure)
    return Distribution(
        count=found.count,
        mean_ms=found.mean_ms,
        p50_ms=found.p50_ms,
        p90_ms=found.p90_ms,
        p95_ms=found.p95_ms,
        p99_ms=found.p99_ms,
        max_ms=found.max_ms,
        histogram=found.histogram,
    )
