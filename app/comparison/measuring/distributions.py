"""Ages in the report's words."""

from __future__ import annotations

import msgspec

from app.comparison.schema import Distribution
from app.health.ages import Ages


def distribution(ages: Ages, measure: str) -> Distribution:
    return msgspec.convert(ages.distribution(measure), Distribution, from_attributes=True)
