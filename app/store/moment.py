"""What a column says at one moment: the sample that holds then, or why there is none. Never an interpolation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from app.store.table import Table
from app.store.views import Gap

LOOK_BACK_ROWS = 4096  # a table whose rows have a value of this column more seldom shows none
FIRST_LOOK_NS = 1000
LOOK_FURTHER = 16  # times as far back, each time


@dataclass(frozen=True, slots=True)
class Sample:
    """A value as it came (int, float, bool or str) and its time; `skipped`: rows since, of the same table, in which the
    column has none."""

    time_ns: int
    value: object
    skipped: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """What is read at a time.

    sample   the last one at or before it; None where there is none, or where it lies in a gap
    gap      the gap that it lies in
    low, high, count   of the samples in a span around it (a pixel); NaN and 0 without any
    """

    sample: Sample | None = None
    gap: Gap | None = None
    low: float = float("nan")
    high: float = float("nan")
    count: int = 0


def gap_at(table: Table, at_ns: int) -> Gap | None:
    """The gap that a time lies in: behind its last row, before the first one after it."""
    for gap in table.gaps(at_ns, at_ns):
        if gap.start_ns < at_ns and (gap.end_ns is None or at_ns < gap.end_ns):
            return gap
    return None


def sample_at(table: Table, column: int, at_ns: int) -> Sample | None:
    """The last value at or before a time. Looks back over missing ones, LOOK_BACK_ROWS at most."""
    first_ns = table.first_ns
    if first_ns is None or at_ns < first_ns:
        return None
    back_ns = FIRST_LOOK_NS
    while True:
        start_ns = max(first_ns, at_ns - back_ns)
        if table.rows_between(start_ns, at_ns) > LOOK_FURTHER * LOOK_BACK_ROWS:
            return None
        samples = table.samples(column, start_ns, at_ns + 1)
        stop = int(samples.times.searchsorted(at_ns, side="right"))  # without the neighbour behind
        known = np.flatnonzero(~np.isnan(samples.values[:stop]))
        if len(known):
            return _exact(table, column, int(samples.times[known[-1]]), stop - 1 - int(known[-1]))
        if start_ns == first_ns or stop > LOOK_BACK_ROWS:
            return None
        back_ns *= LOOK_FURTHER


def _exact(table: Table, column: int, time_ns: int, skipped: int) -> Sample | None:
    """With its integer or its word. Where several rows have one time, the last of them that has a value."""
    _, (values,) = table.rows((column,), time_ns, time_ns + 1)
    return next((Sample(time_ns, value, skipped) for value in reversed(values) if value is not None), None)


def read(table: Table, column: int, start_ns: int, end_ns: int, at_ns: int | None = None) -> Reading:
    """What a pixel's span [start, end) says: at its end, or at a time in it."""
    at_ns = end_ns - 1 if at_ns is None else at_ns
    rows = table.rows_between(start_ns, end_ns)
    gap = gap_at(table, at_ns) if not rows else None
    if gap is not None:
        return Reading(gap=gap)
    sample = sample_at(table, column, at_ns)
    if rows < 2:
        return Reading(sample, count=rows)
    envelope = table.envelope(column, start_ns, end_ns - start_ns, 1, exact=True)
    return Reading(sample, None, float(envelope.lows[0]), float(envelope.highs[0]), rows)


def row_beside(tables: Iterable[Table], at_ns: int, by: int, start_ns: int, end_ns: int) -> int | None:
    """The time of the nearest row of any table in [start, end) behind a time (`by` 1) or before it (-1)."""
    first_ns, stop_ns = (max(start_ns, at_ns + 1), end_ns) if by > 0 else (start_ns, min(end_ns, at_ns))
    edges = (_edge_row(table, first_ns, stop_ns, last=by < 0) for table in tables)
    found = [time_ns for time_ns in edges if time_ns is not None]
    return (min(found) if by > 0 else max(found)) if found else None


def _edge_row(table: Table, start_ns: int, end_ns: int, *, last: bool) -> int | None:
    """The time of the first or the last row in a span, by halving it."""
    if not table.rows_between(start_ns, end_ns):
        return None
    while end_ns - start_ns > 1:
        middle = (start_ns + end_ns) // 2
        is_late = bool(table.rows_between(middle, end_ns)) if last else not table.rows_between(start_ns, middle)
        start_ns, end_ns = (middle, end_ns) if is_late else (start_ns, middle)
    return start_ns
