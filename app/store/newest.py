"""The lows and highs of a few spans at the newest rows: what every plot asks for at every refresh.

The same answer as that of spans.py, where the question is a plain one: rows of one block, columns of floats side by
side in one bank, no span so full that its edge could be moved. Then it is a dozen calls instead of sixty, and at sixty
refreshes a second it is the calls that cost.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from operator import lt, sub

import numpy as np

from app.store.blocks import Blocks, newest_of
from app.store.column import TableColumn
from app.store.pyramid import LEAST_SNAPPED
from app.store.views import Float64Array
from app.stream import Int64Array

MOST_SPANS = 64

Bands = tuple[Float64Array, Float64Array]


def newest_bands(
    blocks: Blocks, columns: Sequence[TableColumn], start_ns: int, step_ns: int, count: int
) -> Bands | None:
    """Lows and highs, float64[columns, count]; None where the question is not a plain one."""
    lines = _lines(columns)
    if lines is None or not 0 < count <= MOST_SPANS or step_ns <= 0:
        return None
    newest = newest_of(blocks)
    if newest is None or newest.start_ns >= start_ns:  # else earlier blocks may have a part in it
        return None
    rows = newest.times.searchsorted(_numbers(count) * step_ns + start_ns)
    bounds = rows.tolist()
    first, last = bounds[0], bounds[-1]
    if last - first >= LEAST_SNAPPED and max(map(sub, bounds[1:], bounds)) >= LEAST_SNAPPED:
        return None
    bank = columns[0].bank
    if newest.row + first < max(blocks.first, bank.since):
        return None
    values = bank.raw[newest.slot, lines, first:last]
    if all(map(lt, bounds, bounds[1:])):
        return _extremes(values, rows[:-1] - first)
    filled = np.flatnonzero(rows[1:] - rows[:-1])
    lows = np.full((len(values), count), np.nan)
    highs = lows.copy()
    if len(filled):
        lows[:, filled], highs[:, filled] = _extremes(values, rows[filled] - first)
    return lows, highs


def _extremes(values: Float64Array, offsets: Int64Array) -> Bands:
    """From each of the offsets to the next."""
    with np.errstate(invalid="ignore"):  # a device may send signalling NaNs
        lows, highs = np.fmin.reduceat(values, offsets, axis=1), np.fmax.reduceat(values, offsets, axis=1)
        return lows.astype(np.float64, copy=False), highs.astype(np.float64, copy=False)


def _lines(columns: Sequence[TableColumn]) -> slice | None:
    """Where they lie in their bank; None where they are not floats side by side in one."""
    if not columns or columns[0].bank.dtype.kind != "f":
        return None
    bank, first = columns[0].bank, columns[0].index
    for place, column in enumerate(columns, first):
        if column.bank is not bank or column.index != place:
            return None
    return slice(first, first + len(columns))


@lru_cache(maxsize=MOST_SPANS)
def _numbers(count: int) -> Int64Array:
    return np.arange(count + 1)
