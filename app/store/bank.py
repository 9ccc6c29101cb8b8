"""Columns of one dtype, in blocks, each with its min/max pyramid beside it.

A bank holds `columns` columns that appeared together. Its memory is a row of slots; a slot holds one
block: for each column `block_rows` values, then the pyramid's levels:

    raw (columns, N)   least 1, greatest 1 (columns, N/16)   least 2, greatest 2 (columns, N/256)   ...

Entry i of level k is the least (greatest) of rows [i*16^k, (i+1)*16^k) of the block, in the column's
own dtype; it is written once, when the last of its rows arrives. A level exists where a block has at
least 16 entries of it, so that 16 children of one parent are always together in one slot: `rows16`, the
whole memory as rows of 16, is what queries fetch from.

What is absent stays out. In floats it is NaN, and `fmin`/`fmax` pass over NaN. Integers with missing rows
get least > greatest where a bucket holds no value.

Cost, measured (numpy 2.4, AVX-512, f32): reducing contiguous 16-value buckets along their short axis
takes 6.5 ns a value, `reduceat` 3.3, because numpy pays per bucket. Turning a piece of cache-size so
that the bucket is the *slow* axis, then reducing down it, takes 0.7 ns for minimum and maximum
together. So radix 16 costs less here than radix 64 the obvious way (2 x 1.7), and a query has 16 values to
look at where a span begins within a bucket.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import prod
from typing import Any

import numpy as np
import numpy.typing as npt

from app.store.memory import Reserve
from app.store.views import Float64Array

Array = npt.NDArray[Any]
SHIFT = 4
RADIX = 1 << SHIFT
FEW_BUCKETS = 32  # of all columns: up to here the calls of turning (10 us) cost more than the values
SCRATCH_BYTES = 256 << 10  # stays in the second-level cache; at 2 MB f64 turned 3 times slower

_TWICE: dict[int, np.dtype[Any]] = {
    1: np.dtype(np.uint16),
    2: np.dtype(np.uint32),
    4: np.dtype(np.uint64),
    8: np.dtype(np.complex128),
}


def levels_of(block_rows: int) -> int:
    """How many levels a block of 2^n rows has: each with at least RADIX entries."""
    return max(0, (block_rows.bit_length() - 1) // SHIFT - 1)


def slot_items(columns: int, block_rows: int, levels: int) -> int:
    """Values that one block takes, pyramid included."""
    return columns * (block_rows + 2 * sum(block_rows >> SHIFT * k for k in range(1, levels + 1)))


class Scratch:
    """One piece of memory for the turned buckets of all of a table's banks, as large as was needed."""

    __slots__ = ("_bytes",)

    def __init__(self) -> None:
        self._bytes = np.empty(0, np.uint8)

    def array(self, dtype: np.dtype[Any], *shape: int) -> Array:
        nbytes = dtype.itemsize * prod(shape)
        if nbytes > len(self._bytes):
            self._bytes = np.empty(nbytes, np.uint8)
        return self._bytes[:nbytes].view(dtype).reshape(shape)


class Bank:
    """`columns` columns of `dtype` in `slots` slots of `block_rows` rows.

    since        the first row number it has: older rows have no value in these columns
    raw          (slots, columns, rows)
    pairs        of each level from 1 on: (slots, 2 * columns, entries), the least of each column, then the greatest
    low, high    float64[columns]: extremes of the blocks that are gone
    """

    def __init__(
        self, dtype: np.dtype[Any], columns: int, block_rows: int, slots: int, *, since: int = 0, pyramid: bool = True
    ) -> None:
        self.dtype = dtype
        self.columns = columns
        self.since = since
        self.levels = levels_of(block_rows) if pyramid else 0
        self._slots = slots
        self._items = slot_items(columns, block_rows, self.levels)
        self.slot_bytes = self._items * dtype.itemsize
        self._reserve = Reserve(self.slot_bytes * slots)
        self.stride16 = self._items // RADIX
        self.rows16 = self._reserve.bytes.view(dtype).reshape(-1, RADIX)
        self._lay_out(block_rows)
        self.low: Float64Array = np.full(columns, np.nan)
        self.high: Float64Array = np.full(columns, np.nan)

    def _lay_out(self, block_rows: int) -> None:
        self.raw = self._area(0, self.columns, block_rows)
        self.offsets = [0]  # of each level's area in a slot, in items
        self.pairs: list[Array] = []
        offset = self.columns * block_rows
        for level in range(1, self.levels + 1):
            entries = block_rows >> SHIFT * level
            self.offsets.append(offset)
            self.pairs.append(self._area(offset, 2 * self.columns, entries))
            offset += 2 * self.columns * entries

    def _area(self, offset: int, lines: int, entries: int) -> Array:
        item = self.dtype.itemsize
        shape, strides = (self._slots, lines, entries), (self.slot_bytes, entries * item, item)
        return np.ndarray(shape, self.dtype, self._reserve.bytes.data, offset * item, strides)

    # ------------------------------------------------------------------ building the pyramid

    def build(
        self, slot: int, start: int, stop: int, scratch: Scratch, masked: Sequence[tuple[int, Array]] = ()
    ) -> None:
        """Complete the buckets whose last row lies in [start, stop). `masked`: (column, bool[rows of the block],
        True where missing) of the integer columns that have missing rows in this block."""
        first, last = start >> SHIFT, stop >> SHIFT
        if not self.levels or first == last:
            return
        self._build_first(slot, first, last, scratch)
        for column, missing in masked:
            self._leave_out(slot, column, missing, first, last)
        for level in range(1, self.levels):
            first, last = first >> SHIFT, last >> SHIFT
            if first == last:
                return
            below, pairs = self.pairs[level - 1][slot], self.pairs[level][slot]
            if (last - first) * self.columns <= FEW_BUCKETS:
                self._fold_few(below[: self.columns], below[self.columns :], pairs, first, last)
            else:
                turned = _turned(below, first, last, scratch)
                self._fold(turned[:, : self.columns], turned[:, self.columns :], pairs, first, last)

    def _build_first(self, slot: int, first: int, last: int, scratch: Scratch) -> None:
        if (last - first) * self.columns <= FEW_BUCKETS:
            self._fold_few(self.raw[slot], self.raw[slot], self.pairs[0][slot], first, last)
            return
        step = max(1, SCRATCH_BYTES // (RADIX * self.columns * self.dtype.itemsize))
        for at in range(first, last, step):
            stop = min(last, at + step)
            turned = _turned(self.raw[slot], at, stop, scratch)
            self._fold(turned, turned, self.pairs[0][slot], at, stop)

    def _fold(self, lows: Array, highs: Array, pairs: Array, first: int, last: int) -> None:
        for values, lines, choose in (
            (lows, slice(self.columns), np.fmin),
            (highs, slice(self.columns, None), np.fmax),
        ):
            halves = choose.reduce(values, axis=0)
            choose(halves[:, ::2], halves[:, 1::2], out=pairs[lines, first:last])

    def _fold_few(self, lows: Array, highs: Array, pairs: Array, first: int, last: int) -> None:
        """The obvious way: no copy, and a call each."""
        rows = slice(first << SHIFT, last << SHIFT)
        shape = (self.columns, last - first, RADIX)
        np.fmin.reduce(lows[:, rows].reshape(shape), axis=2, out=pairs[: self.columns, first:last])
        np.fmax.reduce(highs[:, rows].reshape(shape), axis=2, out=pairs[self.columns :, first:last])

    def _leave_out(self, slot: int, column: int, missing: Array, first: int, last: int) -> None:
        rows = slice(first << SHIFT, last << SHIFT)
        values, absent = self.raw[slot, column, rows], missing[rows]
        if not absent.any():
            return
        info = np.iinfo(self.dtype)
        for line, choose, neutral in ((column, np.fmin, info.max), (self.columns + column, np.fmax, info.min)):
            present = np.where(absent, self.dtype.type(neutral), values)
            self.pairs[0][slot, line, first:last] = choose.reduce(present.reshape(-1, RADIX), axis=1)

    # ------------------------------------------------------------------ whole blocks

    def retire(self, slot: int, masked: Sequence[tuple[int, Array]] = ()) -> None:
        """Take the extremes of a full block over into `low` and `high`, before it is reused."""
        low, high = self._extremes(slot)
        if not self.levels:
            for column, missing in masked:
                values = self.raw[slot, column][~missing]
                low[column], high[column] = (values.min(), values.max()) if len(values) else (np.nan, np.nan)
        nothing = low > high  # integers: no value at all
        low[nothing] = high[nothing] = np.nan
        np.fmin(self.low, low, out=self.low)
        np.fmax(self.high, high, out=self.high)

    def _extremes(self, slot: int) -> tuple[Float64Array, Float64Array]:
        if not self.levels:
            lows = highs = self.raw[slot]
        else:
            lows, highs = self.pairs[-1][slot, : self.columns], self.pairs[-1][slot, self.columns :]
        with np.errstate(invalid="ignore"):  # a device may send signalling NaNs
            return np.fmin.reduce(lows, axis=1).astype(np.float64), np.fmax.reduce(highs, axis=1).astype(np.float64)

    def touch(self, slot: int, start: float, stop: float) -> None:
        """Make memory of the part of a fresh slot between two fractions of it."""
        base = slot * self.slot_bytes
        self._reserve.touch(base + int(start * self.slot_bytes), base + int(stop * self.slot_bytes))

    def release(self, slot: int) -> None:
        self._reserve.release(slot * self.slot_bytes, (slot + 1) * self.slot_bytes)


def _turned(entries: Array, first: int, last: int, scratch: Scratch) -> Array:
    """Buckets [first, last) of (lines, entries), copied so that the bucket is the slow axis: (8, lines, 2 * buckets).

    Two neighbours travel as one item of twice the size, which makes the copy half as many steps; they are
    compared last.
    """
    wide = entries.view(_TWICE[entries.dtype.itemsize]).reshape(len(entries), -1, RADIX // 2)
    turned = scratch.array(wide.dtype, RADIX // 2, len(entries), last - first)
    turned[...] = wide[:, first:last].transpose(2, 0, 1)
    return turned.view(entries.dtype)


class Mask:
    """Which rows of one column are missing; takes memory only in blocks where something is.

    flagged  bool[slots]: the slot's `rows` (slots, rows; 1 = missing) are valid; else nothing is missing there
    """

    def __init__(self, block_rows: int, slots: int) -> None:
        self.bank = Bank(np.dtype(np.uint8), 1, block_rows, slots, pyramid=False)
        self.rows: npt.NDArray[np.uint8] = self.bank.raw[:, 0]
        self.flagged: npt.NDArray[np.bool_] = np.zeros(slots, np.bool_)
        self.block_bytes = block_rows

    def set(self, slot: int, start: int, stop: int, missing: Array | bool) -> None:
        if not self.flagged[slot]:
            self.rows[slot] = 0
            self.flagged[slot] = True
        self.rows[slot, start:stop] = missing

    def forget(self, slot: int) -> None:
        """The slot begins a new block."""
        self.flagged[slot] = False

    def of(self, slot: int) -> npt.NDArray[np.bool_] | None:
        """bool[block_rows], True where missing; None where nothing is."""
        return self.rows[slot].view(np.bool_) if self.flagged[slot] else None
