"""The lows and highs of a few spans at the newest rows: what every plot asks for at every refresh.

The same answer as that of spans.py, where the question is a plain one: rows of one block, columns of floats side by
side in one bank, no span so full that its edge could be moved. Then it is a dozen calls instead of sixty, and at sixty
refreshes a second it is the calls that cost.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

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
    counts = rows[1:] - rows[:-1]
    first, last = int(rows[0]), int(rows[-1])
    if last - first >= LEAST_SNAPPED and counts.max() >= LEAST_SNAPPED:
        return None
    bank = columns[0].bank
    if newest.row + first < max(blocks.first, bank.since):
        return None
    return _reduced(bank.raw[newest.slot, lines, first:last], rows[:-1] - first, counts)


def _reduced(values: Float64Array, offsets: Int64Array, counts: Int64Array) -> Bands:
    whole = bool(counts.all())
    filled = slice(None) if whole else np.flatnonzero(counts)
    lows = np.full((len(values), len(counts)), np.nan)
    highs = lows.copy()
    if values.shape[1]:
        with np.errstate(invalid="ignore"):  # a device may send signalling NaNs
            lows[:, filled] = np.fmin.reduceat(values, offsets[filled], axis=1)
            highs[:, filled] = np.fmax.reduceat(values, offsets[filled], axis=1)
    return lows, highs


def _lines(columns: Sequence[TableColumn]) -> slice | None:
    """Where they lie in their bank; None where they are not floats side by side in one."""
    if not columns:
        return None
    bank, first = columns[0].bank, columns[0].index
    for place, column in enumerate(columns, first):
        if column.bank is not bank or column.index != place or not column.is_float:
            return None
    return slice(first, first + len(columns))


@lru_cache(maxsize=MOST_SPANS)
def _numbers(count: int) -> Int64Array:
    return np.arange(count + 1)
