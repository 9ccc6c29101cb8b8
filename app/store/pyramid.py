"""Least and greatest values of many row ranges at once, at a cost that the rows do not raise.

The ranges are adjacent: range j is rows [edges[j], edges[j+1]). Level k of the pyramid holds one entry for
16^k rows. A range takes whole entries of the highest level it can, and at each level below the few
children left over where it begins and ends within a parent:

    level 0 (rows)     ..[xxx|                                  |xx]..
    level 1                  [xxxxx|                    |xxx]
    level 2                        [xxxxxxxxxxxxxxxxxxxx]

The end of a range and the beginning of the next lie in one parent, so each level fetches 16 values an
edge, for all edges in one indexed read, and turns them so that the 16 are the slow axis (see bank.py for
why). What an edge does not want of its 16 is made NaN by adding -0.0 or NaN; fmin and fmax pass over NaN.
Which of the 16 are wanted does not depend on the column: a Straddle is worked out once for all of them.

This is exact. `snapped` trades some of that: where both ranges at an edge hold many rows, the edge is moved
down to a multiple of 16^k of which each range holds at least 16, so that the levels below need not be
looked at. A query then looks at two levels, whatever the number of rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from app.store.bank import RADIX, SHIFT, Array
from app.store.blocks import Blocks
from app.store.column import FLOAT32, FLOAT64, TableColumn
from app.store.views import Float64Array
from app.stream import Int64Array

Floats = npt.NDArray[np.floating[Any]]

# Below these a plain reduceat over the rows wins: it pays about 60 ns a range and 0.3 ns a row, the straddles
# 50 us however few ranges there are.
FEW_RANGES = 64
FEW_ROWS = 8192

LEAST_SNAPPED = RADIX * RADIX  # rows on both sides of an edge, before it may be moved

_CHILD = np.arange(RADIX, dtype=np.int8)[:, None]


def snapped(edges: Int64Array, joined: npt.NDArray[np.bool_], floor: int) -> Int64Array:
    """Edges moved down, each by at most 1/16 of the smaller of the two ranges beside it; the outer two stay.

    joined  bool[m-1]: do the ranges at inner edge i+1 follow each other in time? An edge at a gap stays
    floor   no edge goes below this row
    """
    lengths = np.diff(edges)
    smaller = np.where(joined, np.minimum(lengths[:-1], lengths[1:]), 0)
    inner = edges[1:-1].copy()
    unit, most = RADIX, int(smaller.max(initial=0))
    while unit * RADIX <= most:
        wide = smaller >= unit * RADIX
        inner[wide] = np.maximum(edges[1:-1][wide] & -unit, floor)
        unit *= RADIX
    return np.concatenate((edges[:1], inner, edges[-1:]))


class _Straddle:
    """At one level, the edges that lie within a parent, and which of its 16 children each side wants.

    edges  which edges: the children before edge i belong to range i-1, those behind it to range i
    """

    def __init__(self, blocks: Blocks, level: int, ends: Int64Array, starts: Int64Array) -> None:
        """`ends`, `starts`: for each edge the entry where the range before it ends, and the next one starts."""
        self.edges = np.flatnonzero((ends | starts) & (RADIX - 1))
        if not len(self.edges):
            return
        parents = ends[self.edges] >> SHIFT
        shift = blocks.shift - SHIFT * (level + 1)  # parents in a block, as a power of two
        self.slots = blocks.slots_of(parents >> shift)
        self.local = parents & ((1 << shift) - 1)
        before = starts[np.maximum(self.edges - 1, 0)]  # where range i-1 starts
        behind = ends[np.minimum(self.edges + 1, len(ends) - 1)]  # where range i ends
        base = parents << SHIFT
        self._wanted = np.stack(
            (_between(before - base, ends[self.edges] - base), _between(starts[self.edges] - base, behind - base)),
            axis=1,
        )
        self._pens: dict[np.dtype[Any], tuple[Floats, Floats]] = {}

    def pens(self, dtype: np.dtype[Any]) -> tuple[Floats, Floats]:
        """(16, 2, edges): what to add to the 16 children, -0.0 to keep one, NaN to drop it, for the range before each
        edge and the one behind it; and room for the sums, since fresh memory would cost more than adding."""
        if dtype not in self._pens:
            pens = dtype.type(-0.0) / self._wanted.astype(dtype)
            self._pens[dtype] = pens, np.empty_like(pens)
        return self._pens[dtype]

    def reduce(self, column: TableColumn, level: int, low: Floats, high: Floats) -> None:
        """Put what the column has at the edges into the ranges' least and greatest values."""
        pens, both = self.pens(low.dtype)
        children = _children(self, column, level, low.dtype)
        for result, values, choose in zip((low, high), children, (np.fmin, np.fmax), strict=True):
            np.add(values[:, None, :], pens, out=both)
            before, behind = choose.reduce(both, axis=0)
            self._merge(result, before, behind, choose)

    def _merge(self, result: Floats, before: Floats, behind: Floats, choose: np.ufunc) -> None:
        edges = self.edges
        if len(edges) == len(result) + 1:
            choose(result, before[1:], out=result)
            choose(result, behind[:-1], out=result)
            return
        skip = int(edges[0] == 0)  # no range ends at the first edge, none starts at the last
        ends = edges[skip:] - 1
        result[ends] = choose(result[ends], before[skip:])
        starts = edges[: int(edges.searchsorted(len(result)))]
        result[starts] = choose(result[starts], behind[: len(starts)])


def _between(lower: Int64Array, upper: Int64Array) -> npt.NDArray[np.bool_]:
    """(16, edges): children lower <= i < upper of each edge. The bounds may lie outside of 0..16."""
    wanted = _within_parent(upper) > _CHILD
    if (lower > 0).any():
        wanted &= _within_parent(lower) <= _CHILD
    return wanted


def _within_parent(bounds: Int64Array) -> npt.NDArray[np.int8]:
    return np.minimum(np.maximum(bounds, 0), RADIX).astype(np.int8)  # ufuncs: np.clip's wrapper costs more than it does


class Ranges:
    """Adjacent, non-empty ranges of rows, to be reduced for any column of one table.

    Valid as long as the table does not change.
    """

    def __init__(self, blocks: Blocks, edges: Int64Array) -> None:
        self.edges = edges
        self._blocks = blocks
        self._straddles: list[_Straddle] = []
        self._ends = self._starts = edges  # in entries of the level that comes next
        self._few = len(edges) <= FEW_RANGES and int(edges[-1] - edges[0]) <= FEW_ROWS

    def __len__(self) -> int:
        return len(self.edges) - 1

    def reduce(self, column: TableColumn) -> tuple[Float64Array, Float64Array]:
        """float64[m] least and greatest value of each range, NaN where it has none."""
        with np.errstate(invalid="ignore"):  # a device may send signalling NaNs; 0/0 makes the pens
            if self._few:
                values = _rows(self._blocks, column, int(self.edges[0]), int(self.edges[-1]))
                offsets = self.edges[:-1] - self.edges[0]
                low, high = np.fmin.reduceat(values, offsets), np.fmax.reduceat(values, offsets)
            else:
                low, high = self._climb(column)
            return low.astype(np.float64, copy=False), high.astype(np.float64, copy=False)

    def reduce_all(self, columns: Sequence[TableColumn]) -> tuple[Float64Array, Float64Array]:
        """As `reduce`, for several columns of one bank: float64[columns, m]. Few rows are read side by side."""
        if not (self._few and columns[0].is_float):
            each = [self.reduce(column) for column in columns]
            return np.stack([low for low, _ in each]), np.stack([high for _, high in each])
        start = int(self.edges[0])
        values = _rows_of_all(self._blocks, columns, start, int(self.edges[-1]))
        offsets = self.edges[:-1] - start
        with np.errstate(invalid="ignore"):
            low, high = np.fmin.reduceat(values, offsets, axis=1), np.fmax.reduceat(values, offsets, axis=1)
        return low.astype(np.float64, copy=False), high.astype(np.float64, copy=False)

    def _climb(self, column: TableColumn) -> tuple[Floats, Floats]:
        dtype = FLOAT32 if column.bank.dtype == FLOAT32 else FLOAT64
        low, high = np.full(len(self), np.nan, dtype), np.full(len(self), np.nan, dtype)
        top = column.bank.levels
        for level in range(top + 1):
            straddle = self._straddle(level)
            if len(straddle.edges):
                straddle.reduce(column, level, low, high)
            if not self._any_whole(level + 1):
                return low, high
        self._take_middles(column, top, low, high)
        return low, high

    def _entries(self, level: int) -> tuple[Int64Array, Int64Array]:
        """At each edge, the first entry of `level` behind those that lie before it, and the first wholly behind it."""
        shift = SHIFT * level
        return self.edges >> shift, -(-self.edges >> shift)

    def _straddle(self, level: int) -> _Straddle:
        if level == len(self._straddles):
            self._straddles.append(_Straddle(self._blocks, level, *self._entries(level)))
        return self._straddles[level]

    def _any_whole(self, level: int) -> bool:
        """Does any range hold a whole entry of `level`?"""
        ends, starts = self._entries(level)
        return bool((starts[:-1] < ends[1:]).any())

    def _take_middles(self, column: TableColumn, level: int, low: Floats, high: Floats) -> None:
        """What lies between the straddles of the top level: whole stretches of its entries."""
        ends, starts = self._entries(level + 1)
        which = np.flatnonzero(starts[:-1] < ends[1:])
        first, last = starts[which] << SHIFT, ends[which + 1] << SHIFT
        base = int(first[0])
        lows, highs = _stretch(self._blocks, column, level, base, int(last[-1]))
        pairs = np.stack((first - base, last - base), axis=1).reshape(-1)
        for result, entries, choose in ((low, lows, np.fmin), (high, highs, np.fmax)):
            # reduceat wants each index to lie inside, the last pair ends behind it: one entry more, never reduced
            found = choose.reduceat(np.append(entries, entries[-1:]), pairs)[::2]
            result[which] = choose(result[which], found)


def _children(straddle: _Straddle, column: TableColumn, level: int, dtype: np.dtype[Any]) -> tuple[Floats, Floats]:
    """(16, edges) least and greatest values under each edge's parent; the same array for rows."""
    bank = column.bank
    rows = straddle.slots * bank.stride16 + straddle.local
    per_column = (bank.pairs[level - 1] if level else bank.raw).shape[2] // RADIX
    at = bank.offsets[level] // RADIX + column.index * per_column
    lows = _turned(bank.rows16[at:], rows, dtype)
    highs = _turned(bank.rows16[at + bank.columns * per_column :], rows, dtype) if level else lows
    if column.mask is not None and not column.is_float:
        nothing = lows > highs if level else _missing(straddle, column)
        lows[nothing] = highs[nothing] = np.nan
    return lows, highs


def _turned(rows16: Array, rows: Int64Array, dtype: np.dtype[Any]) -> Floats:
    result = np.empty((RADIX, len(rows)), dtype)
    result[...] = rows16.take(rows, axis=0).T
    return result


def _missing(straddle: _Straddle, column: TableColumn) -> npt.NDArray[np.bool_]:
    assert column.mask is not None
    bank = column.mask.bank
    marks = bank.rows16.take(straddle.slots * bank.stride16 + straddle.local, axis=0)
    missing: npt.NDArray[np.bool_] = (marks.T != 0) & column.mask.flagged.take(straddle.slots)
    return missing


def _rows(blocks: Blocks, column: TableColumn, start: int, stop: int) -> Floats:
    pieces = [column.floats(*piece) for piece in blocks.pieces(start, stop)]
    return pieces[0] if len(pieces) == 1 else np.concatenate(pieces)


def _rows_of_all(blocks: Blocks, columns: Sequence[TableColumn], start: int, stop: int) -> Floats:
    """The same rows of several columns of floats in one bank: (columns, rows)."""
    indices = [column.index for column in columns]
    first, last = indices[0], indices[-1]
    lines = slice(first, last + 1) if indices == list(range(first, last + 1)) else indices
    pieces = [columns[0].bank.raw[slot, lines, lo:hi] for slot, lo, hi in blocks.pieces(start, stop)]
    return pieces[0] if len(pieces) == 1 else np.concatenate(pieces, axis=1)


def _stretch(blocks: Blocks, column: TableColumn, level: int, start: int, stop: int) -> tuple[Floats, Floats]:
    """Entries [start, stop) of one level in order, NaN where an entry stands for no value."""
    if not level:
        values = _rows(blocks, column, start, stop)
        return values, values
    shift = SHIFT * level
    pieces = [(slot, lo >> shift, hi >> shift) for slot, lo, hi in blocks.pieces(start << shift, stop << shift)]
    pairs, lines = column.bank.pairs[level - 1], (column.index, column.bank.columns + column.index)
    lows, highs = (np.concatenate([pairs[slot, line, lo:hi] for slot, lo, hi in pieces]) for line in lines)
    if column.is_float:
        return lows, highs
    nothing = lows > highs
    lows, highs = lows.astype(np.float64), highs.astype(np.float64)
    lows[nothing] = highs[nothing] = np.nan
    return lows, highs
