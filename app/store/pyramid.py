"""Least and greatest values of many row ranges at once, at a cost that the rows do not raise.

The ranges are adjacent: range j is rows [edges[j], edges[j+1]). Level k of the pyramid holds one entry for
16^k rows. A range takes whole entries of the lowest level that is not too long to be read, and at each level
below the few children left over where it begins and ends within a parent:

    level 0 (rows)     ..[xxx|                                  |xx]..
    level 1                  [xxxxx|                    |xxx]
    level 2                        [xxxxxxxxxxxxxxxxxxxx]

The end of a range and the beginning of the next lie in one parent, so each level fetches 16 values an
edge, for all edges in one indexed read, and turns them so that the 16 are the slow axis (see bank.py for
why). What an edge does not want of its 16 is made NaN by adding -0.0 or NaN; fmin and fmax pass over NaN.
Which of the 16 are wanted does not depend on the column: a Straddle is worked out once for all of them.

This is exact. `snapped` trades some of that: where both ranges at an edge hold many rows, the edge is moved
down to a multiple of 16^k of which each range holds at least 16, so that the levels below need not be
looked at. A query then reads one level, of which a range holds 16 to 256 entries, whatever the number of rows.

Columns of floats in one bank are reduced together: for a few columns of pixels the calls cost more than the values.
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

# Below these a plain reduceat over a level's entries wins: it pays about 60 ns a range and 0.3 ns an entry, the
# straddles 300 ns an edge and 50 us however few there are.
FEW_ENTRIES = 256  # a range, on the average
FEW_IN_ALL = 8192

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
        self._pens: dict[tuple[np.dtype[Any], int], tuple[Floats, Floats]] = {}

    def pens(self, dtype: np.dtype[Any], columns: int) -> tuple[Floats, Floats]:
        """(16, 2, 1, edges): what to add to the 16 children, -0.0 to keep one, NaN to drop it, for the range before
        each edge and the one behind it; and room for the sums, since fresh memory would cost more than adding."""
        key = dtype, columns
        if key not in self._pens:
            pens = (dtype.type(-0.0) / self._wanted.astype(dtype))[:, :, np.newaxis]
            self._pens[key] = pens, np.empty((RADIX, 2, columns, len(self.edges)), dtype)
        return self._pens[key]

    def reduce(self, columns: Sequence[TableColumn], level: int, low: Floats, high: Floats) -> None:
        """Put what the columns have at the edges into the ranges' least and greatest values, (columns, ranges)."""
        pens, both = self.pens(low.dtype, len(columns))
        children = _children(self, columns, level, low.dtype)
        for result, values, choose in zip((low, high), children, (np.fmin, np.fmax), strict=True):
            np.add(values[:, None], pens, out=both)
            before, behind = choose.reduce(both, axis=0)
            self._merge(result, before, behind, choose)

    def _merge(self, result: Floats, before: Floats, behind: Floats, choose: np.ufunc) -> None:
        edges = self.edges
        if len(edges) == result.shape[1] + 1:
            choose(result, before[:, 1:], out=result)
            choose(result, behind[:, :-1], out=result)
            return
        skip = int(edges[0] == 0)  # no range ends at the first edge, none starts at the last
        ends = edges[skip:] - 1
        result[:, ends] = choose(result[:, ends], before[:, skip:])
        starts = edges[: int(edges.searchsorted(result.shape[1]))]
        result[:, starts] = choose(result[:, starts], behind[:, : len(starts)])


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

    def __len__(self) -> int:
        return len(self.edges) - 1

    def reduce(self, column: TableColumn) -> tuple[Float64Array, Float64Array]:
        """float64[m] least and greatest value of each range, NaN where it has none."""
        low, high = self.reduce_all((column,))
        return low[0], high[0]

    def reduce_all(self, columns: Sequence[TableColumn]) -> tuple[Float64Array, Float64Array]:
        """As `reduce`, for several columns of one bank: float64[columns, m]."""
        if len(columns) > 1 and not columns[0].is_float:
            each = [self.reduce(column) for column in columns]
            return np.stack([low for low, _ in each]), np.stack([high for _, high in each])
        with np.errstate(invalid="ignore"):  # a device may send signalling NaNs; 0/0 makes the pens
            low, high = self._climb(columns)
            return low.astype(np.float64, copy=False), high.astype(np.float64, copy=False)

    def _climb(self, columns: Sequence[TableColumn]) -> tuple[Floats, Floats]:
        bank = columns[0].bank
        top = self._level_to_read(bank.levels)
        if not top:
            return self._read_rows(columns)
        dtype = FLOAT32 if bank.dtype == FLOAT32 else FLOAT64
        low, high = (np.full((len(columns), len(self)), np.nan, dtype) for _ in range(2))
        for level in range(top):
            straddle = self._straddle(level)
            if len(straddle.edges):
                straddle.reduce(columns, level, low, high)
            if not self._any_whole(level + 1):
                return low, high
        self._take_middles(columns, top, low, high)
        return low, high

    def _level_to_read(self, levels: int) -> int:
        """The lowest level with few entries in all."""
        rows, level = int(self.edges[-1] - self.edges[0]), 0
        most = max(FEW_IN_ALL, FEW_ENTRIES * len(self))
        while level < levels and rows >> SHIFT * level > most:
            level += 1
        return level

    def _read_rows(self, columns: Sequence[TableColumn]) -> tuple[Floats, Floats]:
        start = int(self.edges[0])
        values = _rows(self._blocks, columns, start, int(self.edges[-1]))
        offsets = self.edges[:-1] - start
        return np.fmin.reduceat(values, offsets, axis=1), np.fmax.reduceat(values, offsets, axis=1)

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

    def _take_middles(self, columns: Sequence[TableColumn], level: int, low: Floats, high: Floats) -> None:
        """What lies between the straddles of the levels below: whole stretches of this one's entries."""
        ends, starts = self._entries(level)
        first, last = starts[:-1], ends[1:]
        which: Int64Array | slice = slice(None)
        if (first >= last).any():
            which = np.flatnonzero(first < last)
            first, last = first[which], last[which]
        base = int(first[0])
        lows, highs = _stretch(self._blocks, columns, level, base, int(last[-1]))
        adjacent = bool((first[1:] == last[:-1]).all())
        for result, entries, choose in ((low, lows, np.fmin), (high, highs, np.fmax)):
            if adjacent:
                found = choose.reduceat(entries, first - base, axis=1)
            else:
                # reduceat wants each index to lie inside, the last pair ends behind it: one entry more, never reduced
                pairs = np.stack((first - base, last - base), axis=1).reshape(-1)
                longer = np.concatenate((entries, entries[:, -1:]), axis=1)
                found = choose.reduceat(longer, pairs, axis=1)[:, ::2]
            result[:, which] = choose(result[:, which], found)


def _children(
    straddle: _Straddle, columns: Sequence[TableColumn], level: int, dtype: np.dtype[Any]
) -> tuple[Floats, Floats]:
    """(16, columns, edges) least and greatest values under each edge's parent; the same array for rows."""
    bank, one = columns[0].bank, columns[0]
    rows = straddle.slots * bank.stride16 + straddle.local
    per_column = (bank.pairs[level - 1] if level else bank.raw).shape[2] // RADIX
    indices = np.array([column.index for column in columns])[:, np.newaxis]
    rows = rows + (bank.offsets[level] // RADIX + indices * per_column)
    lows = _turned(bank.rows16, rows, dtype)
    highs = _turned(bank.rows16, rows + bank.columns * per_column, dtype) if level else lows
    if one.mask is not None and not one.is_float:
        nothing = lows > highs if level else _missing(straddle, one)[:, np.newaxis]
        lows[nothing] = highs[nothing] = np.nan
    return lows, highs


def _turned(rows16: Array, rows: Int64Array, dtype: np.dtype[Any]) -> Floats:
    result = np.empty((RADIX, *rows.shape), dtype)
    result[...] = rows16.take(rows, axis=0).transpose(2, 0, 1)
    return result


def _missing(straddle: _Straddle, column: TableColumn) -> npt.NDArray[np.bool_]:
    assert column.mask is not None
    bank = column.mask.bank
    marks = bank.rows16.take(straddle.slots * bank.stride16 + straddle.local, axis=0)
    missing: npt.NDArray[np.bool_] = (marks.T != 0) & column.mask.flagged.take(straddle.slots)
    return missing


def _rows(blocks: Blocks, columns: Sequence[TableColumn], start: int, stop: int) -> Floats:
    """(columns, rows) the values of rows; several columns are floats of one bank."""
    if len(columns) == 1:
        return _whole([columns[0].floats(*piece)[np.newaxis] for piece in blocks.pieces(start, stop)])
    raw, lines = columns[0].bank.raw, _lines(columns)
    return _whole([raw[slot, lines, lo:hi] for slot, lo, hi in blocks.pieces(start, stop)])


def _stretch(
    blocks: Blocks, columns: Sequence[TableColumn], level: int, start: int, stop: int
) -> tuple[Floats, Floats]:
    """(columns, entries) entries [start, stop) of a level from 1 on in order, NaN where one stands for no value."""
    shift, bank = SHIFT * level, columns[0].bank
    pieces = [(slot, lo >> shift, hi >> shift) for slot, lo, hi in blocks.pieces(start << shift, stop << shift)]
    pairs, lines = bank.pairs[level - 1], _lines(columns)
    lows = _whole([pairs[slot, : bank.columns][lines, lo:hi] for slot, lo, hi in pieces])
    highs = _whole([pairs[slot, bank.columns :][lines, lo:hi] for slot, lo, hi in pieces])
    if columns[0].is_float:
        return lows, highs
    nothing = lows > highs
    lows, highs = lows.astype(np.float64), highs.astype(np.float64)
    lows[nothing] = highs[nothing] = np.nan
    return lows, highs


def _whole(pieces: list[Array]) -> Array:
    return pieces[0] if len(pieces) == 1 else np.concatenate(pieces, axis=1)


def _lines(columns: Sequence[TableColumn]) -> slice | list[int]:
    """Where they lie in their bank; side by side as a slice, which copies nothing."""
    indices = [column.index for column in columns]
    first, last = indices[0], indices[-1]
    return slice(first, last + 1) if indices == list(range(first, last + 1)) else indices
