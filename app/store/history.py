"""The rows of a table, in blocks, bounded in bytes.

Goals: constant cost a row; no spikes; memory that stays what it is once the bounds are reached; nothing
forgotten uncounted.

Plan. Columns that appear together and share a dtype form a bank; all banks keep block b in the same slot.
The number of blocks comes from the bound in bytes; their length is chosen so that about TARGET_BLOCKS fit,
so that forgetting the oldest block costs about 3 % of the history at a time. What happens seldom may cost a copy:

    a column more          a bank of its own; rows before it are missing, no copy
    a wider dtype          its column alone moves to a new bank
    many banks, blocks too large or too many for the bound, reservation outgrown
                           everything is written anew, in banks by dtype and blocks of a fitting length

The last copies the rows that are held, at about 1 GB/s; it comes when a device shows new columns or the shares
of several devices are settled, not while it streams.

Least: two blocks of 16 rows are always kept, whatever the bound.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from app.store.bank import RADIX, Array, Bank, Mask, Scratch, levels_of, slot_items
from app.store.blocks import Blocks
from app.store.column import TableColumn
from app.store.memory import has_room
from app.store.pyramid import Ranges
from app.stream import Int64Array

TARGET_BLOCKS = 32  # one is in use, one is made ready: coarser would waste much of the bound
FEWEST_BLOCKS = 8  # below this (more columns, a smaller bound) shorter blocks are worth a copy
LEAST_BLOCKS = 2
MOST_BLOCK_ROWS = 1 << 20  # 16 entries of the level of 65 536 rows: enough for 10^9 rows
RESERVED = 2  # times the bound, in address space: a share may double without a copy
LEAST_RESERVED = 1 << 20  # bytes; where not even that is to be had nothing works
PIECE_BYTES = 512 << 10  # rows copied before the next column's turn: the source stays in the second-level cache
LEAST_PIECE = 256
MOST_BANKS = 16  # each costs about 20 us an append

TIME_BYTES = 8


# What a write puts into one column: n values, or None where the column has none; missing: bool[n] or None. Values
# [n, columns] are for it and those that follow it in its bank.
Cells = tuple[TableColumn, Array | None, npt.NDArray[np.bool_] | None]


class History:
    """Rows of `columns`, at most `limit_bytes` of them.

    aged_out     rows forgotten for either bound, counted where they are forgotten
    crowded_out  those of them that had to make room: the bound in bytes was reached before that in time
    cleared      rows forgotten by `clear`
    """

    def __init__(self, columns: Sequence[TableColumn], limit_bytes: int) -> None:
        self.columns: list[TableColumn] = []
        self.limit_bytes = reservable(limit_bytes)
        self.aged_out = 0
        self.crowded_out = 0
        self.cleared = 0
        self._scratch = Scratch()
        self._masked: list[TableColumn] = []  # integers with missing rows: their pyramid needs telling
        self.blocks = self._new_blocks(columns)
        self._put_in_banks(columns)
        self.columns.extend(columns)
        self._measure()

    # ------------------------------------------------------------------ sizes

    @property
    def rows(self) -> int:
        return self.blocks.end - self.blocks.first

    @property
    def row_bytes(self) -> int:
        return -(-self.blocks.block_bytes // self.blocks.block_rows)

    @property
    def nbytes(self) -> int:
        return self.blocks.allocated * self.blocks.block_bytes

    def _measure(self) -> None:
        """How many blocks fit, and how many rows make a piece, with the columns and masks there are now."""
        self._limit = max(LEAST_BLOCKS, self.limit_bytes // self.blocks.block_bytes)
        self._piece_rows = max(LEAST_PIECE, PIECE_BYTES // self.row_bytes & -LEAST_PIECE)

    def _new_blocks(self, columns: Iterable[TableColumn]) -> Blocks:
        """Blocks of the longest length of which TARGET_BLOCKS fit."""
        dtypes = [column.bank_dtype for column in columns]
        masks = sum(column.mask is not None for column in self.columns)

        def block_bytes(rows: int) -> int:
            levels = levels_of(rows)
            values = sum(slot_items(1, rows, levels) * dtype.itemsize for dtype in dtypes)
            return rows * (TIME_BYTES + masks) + values

        rows = RADIX
        while rows < MOST_BLOCK_ROWS and block_bytes(2 * rows) * TARGET_BLOCKS <= self.limit_bytes:
            rows *= 2
        return Blocks(rows, RESERVED * max(LEAST_BLOCKS, self.limit_bytes // block_bytes(rows)))

    # ------------------------------------------------------------------ writing

    def write(self, times: Int64Array, cells: Sequence[Cells]) -> None:
        """Append rows; `cells` has one entry for each column."""
        blocks = self.blocks
        with np.errstate(invalid="ignore"):  # a device may send signalling NaNs
            for slot, start, stop, done in self._room(times):
                rows = slice(done, done + stop - start)
                for column, values, missing in cells:
                    if values is None:
                        self._write_nothing(column, slot, start, stop)
                        continue
                    if values.ndim > 1:
                        stored = column.bank.raw[slot, column.index : column.index + values.shape[1], start:stop]
                        stored[...] = values[rows].T
                        continue
                    column.bank.raw[slot, column.index, start:stop] = values[rows]
                    if missing is not None and missing[rows].any():
                        self._write_missing(column, slot, start, stop, missing[rows])
                for bank in blocks.banks:
                    bank.build(slot, start, stop, self._scratch, _masks_in(self._masked, bank, slot))
        self._shrink()

    def _room(self, times: Int64Array) -> Iterator[tuple[int, int, int, int]]:
        """Slot, from, to, rows done before: where the rows go; their times are written, their end is moved on."""
        blocks, done, count = self.blocks, 0, len(times)
        while done < count:
            if blocks.full:
                self._open_block(int(times[done]))
            start = blocks.end & (blocks.block_rows - 1)
            stop = min(blocks.block_rows, start + min(self._piece_rows, count - done))
            blocks.times[blocks.current, start:stop] = times[done : done + stop - start]
            yield blocks.current, start, stop, done
            done += stop - start
            blocks.end += stop - start
            blocks.prepare(self._limit)

    def _open_block(self, start_ns: int) -> None:
        while not self.blocks.has_slot(self._limit):
            self._forget_oldest()
        self.blocks.open_block(start_ns)

    def _write_nothing(self, column: TableColumn, slot: int, start: int, stop: int) -> None:
        column.bank.raw[slot, column.index, start:stop] = np.nan if column.is_float else 0
        self._mask(column).set(slot, start, stop, True)

    def _write_missing(self, column: TableColumn, slot: int, start: int, stop: int, missing: Array) -> None:
        if column.is_float:
            column.bank.raw[slot, column.index, start:stop][missing] = np.nan
        self._mask(column).set(slot, start, stop, missing)

    def _mask(self, column: TableColumn) -> Mask:
        if column.mask is None:
            column.mask = Mask(self.blocks.block_rows, self.blocks.slots)
            self.blocks.masks.append(column.mask)
            self._measure()
            if not column.is_float:
                self._masked.append(column)
        return column.mask

    # ------------------------------------------------------------------ forgetting

    def _forget_oldest(self) -> None:
        slot, start, end = self.blocks.oldest
        for bank in self.blocks.banks:
            if bank.since <= start:
                bank.retire(slot, _masks_in(self._masked, bank, slot))
        crowded_out = max(0, end - self.blocks.first)  # none where `age` has moved the first row on already
        self.aged_out += crowded_out
        self.crowded_out += crowded_out
        self.blocks.close_oldest()

    def age(self, before_ns: int) -> None:
        """Forget rows older than `before_ns`; never the newest."""
        blocks = self.blocks
        row = min(blocks.first_at_or_after(before_ns), blocks.end - 1)
        if row <= blocks.first:
            return
        self.aged_out += row - blocks.first
        blocks.first = row
        while blocks.oldest[2] <= row:
            self._forget_oldest()
        blocks.give_back(self._limit)

    def clear(self) -> None:
        self._keep_extremes()
        self.cleared += self.rows
        self.blocks.restart()
        self.blocks.give_back(self._limit)

    # ------------------------------------------------------------------ bounds

    def set_limit(self, limit_bytes: int) -> None:
        outgrown = limit_bytes > self.blocks.slots * self.blocks.block_bytes
        self.limit_bytes = reservable(limit_bytes) if outgrown else limit_bytes
        self._fit()

    def _fit(self) -> None:
        """Hold the bound in bytes with the columns there are now."""
        self._measure()
        too_long = self._limit < FEWEST_BLOCKS and self.blocks.block_rows > RADIX
        if too_long or self._limit > self.blocks.slots or len(self.blocks.banks) > MOST_BANKS:
            self._write_anew()
            self._measure()
        self._shrink()

    def _shrink(self) -> None:
        while self.blocks.allocated > self._limit:
            self.blocks.give_back(self._limit)
            if self.blocks.allocated > self._limit:
                self._forget_oldest()

    def _write_anew(self) -> None:
        """Copy all rows into banks by dtype and blocks of a fitting length."""
        self._keep_extremes()
        old, places = self.blocks, [_Place(column, column.bank, column.index, column.mask) for column in self.columns]
        self.blocks = self._new_blocks(self.columns)
        self._masked.clear()
        self._put_in_banks(self.columns)
        self._measure()
        row = old.first
        for slot, start, stop in old.pieces(old.first, old.end):
            held = slice(start, stop)
            self.write(old.times[slot, held], [place.cells(row, slot, held) for place in places])
            row += stop - start

    # ------------------------------------------------------------------ columns

    def add_columns(self, columns: Sequence[TableColumn]) -> None:
        """New columns: the rows so far are missing in them."""
        self._put_in_banks(columns)
        self.columns.extend(columns)
        self._fit()

    def _put_in_banks(self, columns: Sequence[TableColumn]) -> None:
        """Banks by dtype from the current block on; its rows so far are written as missing."""
        by_dtype: dict[np.dtype[Any], list[TableColumn]] = defaultdict(list)
        for column in columns:
            by_dtype[column.bank_dtype].append(column)
            column.mask = None
        blocks = self.blocks
        since = blocks.end & -blocks.block_rows
        for dtype, members in by_dtype.items():
            bank = Bank(dtype, len(members), blocks.block_rows, blocks.slots, since=since)
            blocks.banks.append(bank)
            for index, column in enumerate(members):
                column.bank, column.index = bank, index
                if since < blocks.end:
                    self._write_nothing(column, blocks.current, 0, blocks.end - since)
            if since < blocks.end:
                masks = _masks_in(self._masked, bank, blocks.current)
                bank.build(blocks.current, 0, blocks.end - since, self._scratch, masks)

    def widen(self, column: TableColumn, dtype: np.dtype[Any]) -> None:
        """Keep the column's values as `dtype` from now on, the old ones too."""
        self._keep_extremes((column,))
        blocks, old, index = self.blocks, column.bank, column.index
        column.dtype = dtype
        column.bank = Bank(column.bank_dtype, 1, blocks.block_rows, blocks.slots, since=old.since)
        column.index = 0
        if column.is_float:
            self._masked = [other for other in self._masked if other is not column]
        for slot, start, stop in blocks.pieces(max(old.since, blocks.stored[0]), blocks.end):
            self._copy_widened(column, old.raw[slot, index, start:stop], slot, start, stop)
        blocks.banks.append(column.bank)
        if all(other.bank is not old for other in self.columns):
            blocks.banks.remove(old)
        self._fit()

    def _copy_widened(self, column: TableColumn, values: Array, slot: int, start: int, stop: int) -> None:
        target = column.bank.raw[slot, 0, start:stop]
        target[...] = values
        missing = column.mask.of(slot) if column.mask else None
        if missing is not None and column.is_float:
            target[missing[start:stop]] = np.nan
        column.bank.build(slot, start, stop, self._scratch, _masks_in(self._masked, column.bank, slot))

    # ------------------------------------------------------------------ extremes of a life

    def extremes(self, column: TableColumn) -> tuple[float, float]:
        """Least and greatest value the column ever had, NaN where it had none."""
        bank, index = column.bank, column.index
        lows, highs = [column.low, bank.low[index]], [column.high, bank.high[index]]
        first, end = self.blocks.stored
        if max(bank.since, first) < end:
            stored = np.array((max(bank.since, first), end), np.int64)
            low, high = Ranges(self.blocks, stored).reduce(column)
            lows.append(low[0])
            highs.append(high[0])
        return float(np.fmin.reduce(lows)), float(np.fmax.reduce(highs))

    def _keep_extremes(self, columns: Sequence[TableColumn] | None = None) -> None:
        """Before the columns leave their banks or their blocks."""
        for column in self.columns if columns is None else columns:
            column.low, column.high = self.extremes(column)


def reservable(limit_bytes: int) -> int:
    """The bound, or what is left of it by halving until the system reserves the address space for it."""
    while limit_bytes > LEAST_RESERVED and not has_room(RESERVED * limit_bytes):
        limit_bytes //= 2
    return limit_bytes


class _Place(NamedTuple):
    """Where a column was kept before everything is written anew."""

    column: TableColumn
    bank: Bank
    line: int
    mask: Mask | None

    def cells(self, row: int, slot: int, held: slice) -> Cells:
        if row < self.bank.since:
            return self.column, None, None
        missing = self.mask.of(slot) if self.mask else None
        return self.column, self.bank.raw[slot, self.line, held], None if missing is None else missing[held]


def _masks_in(masked: Iterable[TableColumn], bank: Bank, slot: int) -> list[tuple[int, Array]]:
    """(index in its bank, bool[rows of the block]) of each column of `bank` that has missing rows in this block."""
    found = []
    for column in masked:
        missing = column.mask.of(slot) if column.bank is bank and column.mask else None
        if missing is not None:
            found.append((column.index, missing))
    return found
