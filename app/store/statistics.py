"""Count, extremes, mean, RMS, deviation and slope of a column over a span of time.

Goals: figures of the samples themselves, not of pixels; sound for a small wave on a large offset and for 10^8 samples;
no turn of the caller's loop longer than a slice. Plan: a span is cut into slices of about SLICE_ROWS rows; each is
reduced to its moments about its own mean, in two passes (Chan, Golub and LeVeque 1983, "Algorithms for computing the
sample variance"), and the moments are merged pairwise by the same paper's formula, times along with values for the
slope. A bare sum of squares would lose all digits of a millivolt on 10 kV.

Missing values (NaN) are counted and left out. The sum of a column of integers is an integer, so that its mean is the
nearest double. Values are doubles as in the plots: integers beyond 2^53 are rounded to them. Infinite values count;
the figures that they leave without meaning are NaN. Rows that age out while the span is read are missing: the caller
sees that by `rows`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from app.store.table import Table
from app.store.views import Float64Array
from app.stream import Int64Array

SLICE_ROWS = 1 << 16  # some milliseconds: times and values are copied, and looked at about ten times
WHOLE_LIMIT = 2.0**53  # doubles are whole numbers' own values below
_S = 1e9


@dataclass(frozen=True, slots=True)
class Moments:
    """What a slice, or several, come to. `total`: the sum of whole numbers; None for others.

    rows      rows of the table, values or not
    mean_s    mean of the values' times, in seconds from an origin that the caller chose
    squares   sum of the squares of (value - mean); times: the same of the times; products: of both
    """

    rows: int = 0
    count: int = 0
    low: float = math.nan
    high: float = math.nan
    mean: float = math.nan
    mean_s: float = math.nan
    squares: float = 0.0
    times: float = 0.0
    products: float = 0.0
    total: int | None = None

    @property
    def missing(self) -> int:
        return self.rows - self.count

    @property
    def rms(self) -> float:
        """Root of the mean square; NaN without values."""
        return math.hypot(self.mean, math.sqrt(self.squares / self.count)) if self.count else math.nan

    @property
    def deviation(self) -> float:
        """Standard deviation of the sample (n - 1); NaN below two values."""
        return math.sqrt(self.squares / (self.count - 1)) if self.count > 1 else math.nan

    @property
    def slope(self) -> float:
        """Of the straight line that fits best (least squares), a second; NaN where all times are one."""
        return self.products / self.times if self.times > 0 else math.nan

    def merged(self, other: Moments) -> Moments:
        """Of both together."""
        rows, count = self.rows + other.rows, self.count + other.count
        if not self.count or not other.count:
            full = self if self.count else other
            return Moments(rows, count, *(getattr(full, name) for name in _AFTER_COUNT))
        share = other.count / count
        by, by_s, weight = other.mean - self.mean, other.mean_s - self.mean_s, self.count * share
        total = None if self.total is None or other.total is None else self.total + other.total
        return Moments(
            rows,
            count,
            min(self.low, other.low),
            max(self.high, other.high),
            self.mean + by * share if total is None else total / count,
            self.mean_s + by_s * share,
            self.squares + other.squares + by * by * weight,
            self.times + other.times + by_s * by_s * weight,
            self.products + other.products + by * by_s * weight,
            total,
        )


_AFTER_COUNT = ("low", "high", "mean", "mean_s", "squares", "times", "products", "total")


def moments(times: Int64Array, values: Float64Array, origin_ns: int, *, whole: bool = False) -> Moments:
    """Of some rows; `whole`: they are integers by their type."""
    at, seen = times, values
    missing = np.isnan(values)
    if missing.any():
        at, seen = times[~missing], values[~missing]
    if not len(seen):
        return Moments(len(values))
    low, high = float(seen.min()), float(seen.max())
    with np.errstate(all="ignore"):  # infinite values, and squares beyond the largest double
        total = _whole_sum(seen, low, high) if whole else None
        mean = float(seen.mean()) if total is None else total / len(seen)
        first_ns = int(at[0])
        seconds = (at - first_ns) / _S
        mean_s = float(seconds.mean())
        off, off_s = seen - mean, seconds - mean_s
        # Not as dot products: BLAS adds them up less exactly, and its threads cost more than they save here.
        squares, spread, products = (float((a * b).sum()) for a, b in ((off, off), (off_s, off_s), (off, off_s)))
    origin_s = (first_ns - origin_ns) / _S
    return Moments(len(values), len(seen), low, high, mean, origin_s + mean_s, squares, spread, products, total)


def _whole_sum(values: Float64Array, low: float, high: float) -> int | None:
    """Exact; None for values that doubles may have rounded."""
    largest = max(-low, high)
    if not largest <= WHOLE_LIMIT:
        return None
    if largest * len(values) < WHOLE_LIMIT:
        return int(values.sum())
    low_part = values % 2.0**20  # both parts' sums are below 2^53 in a slice of up to 2^20 rows
    return (int((values - low_part).sum() / 2.0**20) << 20) + int(low_part.sum())


class SpanTally:
    """Reads a column over [start, end) slice by slice.

    Attributes: moments, of what has been read so far; is_done.
    """

    def __init__(self, table: Table, column: int, start_ns: int, end_ns: int) -> None:
        self.moments = Moments()
        self.rows = table.rows_between(start_ns, end_ns)
        self._table = table
        self._column = column
        self._origin_ns = self._at_ns = start_ns
        self._end_ns = end_ns
        self._whole = table.columns[column].dtype.kind in "biu"
        self._step_ns = max(1, (end_ns - start_ns) * SLICE_ROWS // max(1, self.rows))

    @property
    def is_done(self) -> bool:
        return self._at_ns >= self._end_ns

    @property
    def fraction(self) -> float:
        """How much of it has been read."""
        return 1.0 if self.is_done else min(1.0, self.moments.rows / max(1, self.rows))

    def read_slice(self) -> None:
        """One slice more; some milliseconds at most, unless far more rows than a slice have one and the same time."""
        start_ns, end_ns = self._at_ns, self._slice_end()
        self._at_ns = end_ns
        samples = self._table.samples(self._column, start_ns, end_ns)
        first, last = samples.times.searchsorted((start_ns, end_ns)).tolist()  # without the neighbours
        if last > first:
            rows = slice(first, last)
            new = moments(samples.times[rows], samples.values[rows], self._origin_ns, whole=self._whole)
            self.moments = self.moments.merged(new)

    def _slice_end(self) -> int:
        """Where the next slice ends: about SLICE_ROWS on, by what the last one held."""
        left_ns = self._end_ns - self._at_ns
        step_ns = min(self._step_ns, left_ns)
        while step_ns > 1 and self._held(step_ns) > SLICE_ROWS:
            step_ns //= 2
        while step_ns < left_ns and self._held(min(2 * step_ns, left_ns)) <= SLICE_ROWS:
            step_ns = min(2 * step_ns, left_ns)
        self._step_ns = max(1, step_ns)
        return self._at_ns + self._step_ns

    def _held(self, step_ns: int) -> int:
        return self._table.rows_between(self._at_ns, self._at_ns + step_ns)
