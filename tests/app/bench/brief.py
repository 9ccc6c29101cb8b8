"""What holds for every measured row, however short the measurement was."""

from __future__ import annotations

import math

from app.bench.rows import Row

SECONDS = 0.2  # the shape of a row is the same after three


def compares(row: Row, name: str, unit: str, *, goal: float, floor: float, lower: bool = False) -> None:
    """A row that has its limit beside it, from the same run; one round, so that the ratio is theirs."""
    assert (row.name, row.unit, row.goal, row.floor, row.lower) == (name, unit, goal, floor, lower)
    assert row.limit is not None
    assert row.ratio is not None
    assert row.value > 0
    assert row.limit > 0
    assert math.isclose(row.ratio, row.value / row.limit)
