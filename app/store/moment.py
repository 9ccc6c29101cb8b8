"""What a column says at one moment: the sample that holds then, or why there is none. Never an interpolation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from app.store.table import Table
from app.store.views import Gap
from app.stream import Int64Array

LOOK_BACK_ROWS = 4096  # a table whose rows have a value of this column more seldom shows none
FIRST_LOOK_NS = 1000
LOOK_FURTHER = 16  # times as far back, each time
FEW_ROWS = 64  # in a pixel: up to here it is cheaper to look at all of them than at the pyramid
_NO_EXTREMES = (float("nan"), float("nan"))


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


def read(
    table: Table, columns: Sequence[int], start_ns: int, end_ns: int, at_ns: int | None = None
) -> tuple[Reading, ...]:
    """What a pixel's span [start, end) says of some columns: at its end, or at a time in it.

    What the columns share is found once, since a crosshair asks at every refresh: 20 us a table and 3 to 5 a column.
    """
    at_ns = end_ns - 1 if at_ns is None else at_ns
    count = table.rows_between(start_ns, end_ns)
    gap = gap_at(table, at_ns) if not count else None
    if gap is not None:
        return (Reading(gap=gap),) * len(columns)
    if 0 < count <= FEW_ROWS:
        times, cells = table.rows(columns, start_ns, end_ns)
        stop = int(times.searchsorted(at_ns, side="right"))
        last = [_last(times, values[:stop]) for values in cells]
        extremes = [_extremes(values) if count > 1 else _NO_EXTREMES for values in cells]
    else:
        last = _newest(table, columns, at_ns)
        lows, highs = table.bands(columns, start_ns, end_ns - start_ns, 1) if count else (None, None)
        extremes = [_NO_EXTREMES] * len(columns)
        if lows is not None and highs is not None:
            extremes = list(zip(lows[:, 0].tolist(), highs[:, 0].tolist(), strict=True))
    samples = (found or sample_at(table, column, at_ns) for found, column in zip(last, columns, strict=True))
    return tuple(Reading(s, None, *bounds, count) for s, bounds in zip(samples, extremes, strict=True))


def _last(times: Int64Array, values: list[object]) -> Sample | None:
    """The last of some rows' values."""
    row = next((row for row in range(len(values) - 1, -1, -1) if values[row] is not None), None)
    return None if row is None else Sample(int(times[row]), values[row], len(values) - 1 - row)


def _extremes(values: list[object]) -> tuple[float, float]:
    numbers = [float(value) for value in values if isinstance(value, (int, float))]
    return (min(numbers), max(numbers)) if numbers else _NO_EXTREMES


def _newest(table: Table, columns: Sequence[int], at_ns: int) -> list[Sample | None]:
    """The values of the last row at or before a time; None for a column that has none there."""
    times = table.samples(columns[0], at_ns, at_ns + 1).times if columns else np.empty(0, np.int64)
    stop = int(times.searchsorted(at_ns, side="right"))
    if not stop:
        return [None] * len(columns)
    time_ns = int(times[stop - 1])
    rows, cells = table.rows(columns, time_ns, time_ns + 1)
    return [_last(rows, values) for values in cells]


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
