"""Equal spans of time, found in a table's rows once for all columns that are asked for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from app.store.blocks import Blocks
from app.store.column import TableColumn
from app.store.history import History
from app.store.pyramid import LEAST_SNAPPED, Ranges, snapped
from app.store.views import Envelope, Float64Array
from app.stream import Int64Array

FAR_NS = float(1 << 62)  # edges beyond are clipped: 146 years from the start, and no overflow


@dataclass(frozen=True, slots=True)
class Grid:
    """`count` spans [start_ns + i*step_ns, start_ns + (i+1)*step_ns)."""

    start_ns: int
    step_ns: float
    count: int
    exact: bool

    def check(self) -> None:
        if not self.step_ns > 0 or self.count < 0:
            raise ValueError(f"expected spans of more than 0 ns, got {self.count} spans of {self.step_ns} ns")

    def edges(self) -> Int64Array:
        """int64[count + 2]: the first whole ns of each span, from the one before the first to the one behind the
        last."""
        numbers = np.arange(-1, self.count + 1)
        if self.step_ns.is_integer() and self.step_ns * (self.count + 1) < FAR_NS:  # as a plot asks: no rounding
            return numbers * int(self.step_ns) + self.start_ns
        offsets = np.ceil(numbers * self.step_ns)
        edges: Int64Array = np.minimum(np.maximum(offsets, -FAR_NS), FAR_NS).astype(np.int64) + self.start_ns
        return edges


class Spans:
    """The rows of a grid's spans. Valid as long as the table does not change."""

    def __init__(self, blocks: Blocks | None, grid: Grid) -> None:
        grid.check()
        self.grid = grid
        self._blocks = blocks
        self._ranges: Ranges | None = None
        self._filled: Int64Array = np.empty(0, np.int64)  # which spans hold rows
        self.counts: Int64Array = np.zeros(grid.count, np.int64)
        if blocks is not None and grid.count and blocks.end > blocks.first:
            self._find(blocks)

    def _find(self, blocks: Blocks) -> None:
        rows = blocks.locate(self.grid.edges())
        counts = rows[1:] - rows[:-1]
        self.counts = counts[1:]
        self._filled = np.flatnonzero(self.counts)
        if not len(self._filled):
            return
        edges = np.concatenate((rows[1:-1][self._filled], rows[-1:]))
        if not self.grid.exact and counts.max() >= LEAST_SNAPPED:
            edges = _snap(edges, self._filled, int(counts[0]), blocks.first)
        self._ranges = Ranges(blocks, edges)

    def envelope(self, column: TableColumn) -> Envelope:
        lows: Float64Array = np.full(self.grid.count, np.nan)
        highs: Float64Array = lows.copy()
        ranges, filled = self._ranges, self._filled
        if ranges is not None:
            ranges, filled = self._since(column.bank.since, ranges)
        if ranges is not None:
            lows[filled], highs[filled] = ranges.reduce(column)
        return Envelope(self.grid.start_ns, self.grid.step_ns, lows, highs, self.counts)

    def bands(self, columns: Sequence[TableColumn]) -> tuple[Float64Array, Float64Array]:
        """Lows and highs of several columns, float64[columns, spans] each; those of one bank in one go."""
        shape = (len(columns), self.grid.count)
        if self._ranges is None:
            return np.full(shape, np.nan), np.full(shape, np.nan)
        banks = {id(column.bank): column.bank for column in columns}
        if len(banks) == 1 and len(self._filled) == shape[1] and columns[0].bank.since <= self._ranges.edges[0]:
            return self._ranges.reduce_all(columns)
        lows, highs = np.full(shape, np.nan), np.full(shape, np.nan)
        for bank in banks.values():
            rows = [row for row, column in enumerate(columns) if column.bank is bank]
            ranges, filled = self._since(bank.since, self._ranges)
            if ranges is not None:
                at = np.array(rows)[:, np.newaxis], filled
                lows[at], highs[at] = ranges.reduce_all([columns[row] for row in rows])
        return lows, highs

    def _since(self, row: int, ranges: Ranges) -> tuple[Ranges | None, Int64Array]:
        """Only the rows from `row` on, for a column that appeared with it."""
        if row <= ranges.edges[0]:
            return ranges, self._filled
        edges = np.maximum(ranges.edges, row)
        kept = np.flatnonzero(edges[1:] > edges[:-1])
        if not len(kept) or self._blocks is None:
            return None, kept
        return Ranges(self._blocks, edges[kept[0] :]), self._filled[kept]


def spans_of(kept: Spans | None, history: History | None, grid: Grid) -> Spans:
    """The kept ones where they are of this grid: the curves of one plot ask for the same."""
    if kept is not None and kept.grid == grid:
        return kept
    return Spans(history.blocks if history else None, grid)


def _snap(edges: Int64Array, filled: Int64Array, rows_before: int, floor: int) -> Int64Array:
    """`snapped`, the first edge too if it borders on rows in the span before the first."""
    joined: npt.NDArray[np.bool_] = filled[1:] - filled[:-1] == 1
    if filled[0] or not rows_before:
        return snapped(edges, joined, floor)
    before: Int64Array = edges[:1] - rows_before
    return snapped(np.concatenate((before, edges)), np.concatenate(([True], joined)), floor)[1:]
