"""Which slot holds which rows, and at what times.

Rows are numbered from 0 in the order they came; block b holds rows [b*N, (b+1)*N), N a power of two.
The blocks in use are consecutive, their slots in any order: a freed slot is used again before a fresh
one is touched. A slot is

    fresh -> (touched in pieces while the block before it fills) -> ready -> in use -> ready -> ...

so that in a steady state no memory is allocated and no append pays for a whole block's page faults. More
ready slots than KEPT_READY give their memory back.

Times are found by binary search: over the blocks' first times, then in each block that has an edge in it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from app.store.bank import Bank, Mask
from app.stream import Int64Array

MANY_TIMES = 64  # from here on looking in all blocks at once is faster than one by one: 150 us for 1600 times
KEPT_READY = 2  # one for the next block, one freed before the other was used: a steady state swings between them


class Newest(NamedTuple):
    """A block's slot, its first row and that one's time, and the times of all its rows."""

    slot: int
    row: int
    start_ns: int
    times: Int64Array


class Blocks:
    """Rows `first` to `end` (excluded) are in history; `fresh_taken` counts the slots whose memory was new."""

    def __init__(self, block_rows: int, slots: int) -> None:
        self.block_rows = block_rows
        self.shift = block_rows.bit_length() - 1
        self.slots = slots
        self.first = 0
        self.end = 0
        self.fresh_taken = 0
        self.banks: list[Bank] = []
        self.masks: list[Mask] = []
        self._time_bank = Bank(np.dtype(np.int64), 1, block_rows, slots, pyramid=False)
        self.times: Int64Array = self._time_bank.raw[:, 0]
        self._base = 0  # number of the oldest block in use
        self._in_use: list[int] = []
        self._slot_of: Int64Array = np.empty(0, np.int64)
        self._starts: list[int] = []  # time of the first row of each block in use
        self._ready: list[int] = []
        self._fresh = list(range(slots - 1, -1, -1))
        self._touching: int | None = None
        self._touched = 0.0

    # ------------------------------------------------------------------ sizes

    @property
    def block_bytes(self) -> int:
        """Bytes that a block takes, masks included."""
        return (
            self._time_bank.slot_bytes + sum(bank.slot_bytes for bank in self.banks) + self.block_rows * len(self.masks)
        )

    @property
    def allocated(self) -> int:
        """Blocks that hold memory: in use, ready, or being touched."""
        return len(self._in_use) + len(self._ready) + (self._touching is not None)

    # ------------------------------------------------------------------ growing

    @property
    def full(self) -> bool:
        return self.end == (self._base + len(self._in_use)) << self.shift

    @property
    def current(self) -> int:
        """The slot that is being filled."""
        return self._in_use[-1]

    def has_slot(self, limit: int) -> bool:
        """Is there a slot for another block, with at most `limit` blocks allocated?"""
        return bool(self._ready) or self._touching is not None or (self.allocated < limit and bool(self._fresh))

    def open_block(self, start_ns: int) -> None:
        """The next row begins a block; there must be a slot for it."""
        if self._ready:
            slot = self._ready.pop()
        elif self._touching is not None:
            slot, self._touching = self._touching, None
        else:
            slot = self._take_fresh()
        for mask in self.masks:
            mask.forget(slot)
        self._in_use.append(slot)
        self._starts.append(start_ns)
        self._renumber()

    def prepare(self, limit: int) -> None:
        """Touch the next block's memory, in step with the second half of the current one."""
        filled = (((self.end - 1) & (self.block_rows - 1)) + 1) / self.block_rows
        if filled < 0.5 or self._ready:
            return
        if self._touching is None:
            if self.allocated >= limit or not self._fresh:
                return
            self._touching, self._touched = self._take_fresh(), 0.0
        wanted = 2.0 * filled - 1.0
        for bank in (self._time_bank, *self.banks):
            bank.touch(self._touching, self._touched, wanted)
        self._touched = wanted

    def _take_fresh(self) -> int:
        self.fresh_taken += 1
        return self._fresh.pop()

    # ------------------------------------------------------------------ shrinking

    @property
    def oldest(self) -> tuple[int, int, int]:
        """Slot, first row and end row of the oldest block in use."""
        start = self._base << self.shift
        return self._in_use[0], start, min(self.end, start + self.block_rows)

    @property
    def stored(self) -> tuple[int, int]:
        """First and end of the rows that blocks hold, those that have aged out within the oldest block included."""
        return self._base << self.shift, self.end

    def close_oldest(self) -> None:
        """The oldest block holds nothing any more."""
        self._ready.append(self._in_use.pop(0))
        self._starts.pop(0)
        self._base += 1
        self.first = max(self.first, self._base << self.shift)
        self._renumber()

    def restart(self) -> None:
        """Close all blocks and number the rows from 0 again."""
        self._ready.extend(self._in_use)
        self._in_use.clear()
        self._starts.clear()
        self._renumber()
        self.first = self.end = self._base = 0
        for bank in self.banks:
            bank.since = 0

    def give_back(self, limit: int) -> None:
        """Release ready slots beyond KEPT_READY and beyond `limit` blocks in all."""
        while self._ready and (len(self._ready) > KEPT_READY or self.allocated > limit):
            self._release(self._ready.pop())
        if self._touching is not None and self.allocated > limit:
            self._release(self._touching)
            self._touching = None

    def _release(self, slot: int) -> None:
        for bank in (self._time_bank, *self.banks, *(mask.bank for mask in self.masks)):
            bank.release(slot)
        self._fresh.append(slot)

    def _renumber(self) -> None:
        self._slot_of = np.array(self._in_use, np.int64)

    # ------------------------------------------------------------------ finding rows

    def place(self, row: int) -> tuple[int, int]:
        """Slot and position in it of a row that is held."""
        return self._in_use[(row >> self.shift) - self._base], row & (self.block_rows - 1)

    def slots_of(self, blocks: Int64Array) -> Int64Array:
        """The slot of each block number; numbers out of range get one in use."""
        return self._slot_of.take(blocks - self._base, mode="clip")

    def time_of(self, row: int) -> int:
        return int(self.times[self.place(row)])

    def pieces(self, start: int, stop: int) -> Iterator[tuple[int, int, int]]:
        """(slot, from, to) of the stretches that hold rows [start, stop), in order."""
        while start < stop:
            slot, at = self.place(start)
            length = min(stop - start, self.block_rows - at)
            yield slot, at, at + length
            start += length

    def locate(self, times_ns: Int64Array) -> Int64Array:
        """For each of the ascending times the first row in history at or after it; `end` where there is none."""
        if not self._in_use:
            return np.full(len(times_ns), self.end, np.int64)
        last = len(self._in_use) - 1
        if times_ns[0] > self._starts[last]:  # the usual question is about the newest rows
            return self._locate_in(last, times_ns)
        found = self._locate_one_by_one(times_ns) if len(times_ns) < MANY_TIMES else self._locate_all(times_ns)
        return np.maximum(found, self.first, out=found)

    def _locate_one_by_one(self, times_ns: Int64Array) -> Int64Array:
        """Block by block: best for few times."""
        found = np.full(len(times_ns), self._base << self.shift, np.int64)
        bounds = times_ns.searchsorted(self._starts, side="right").tolist()
        for block, (lo, hi) in enumerate(zip(bounds, [*bounds[1:], len(times_ns)], strict=True)):
            if lo < hi:
                found[lo:hi] = self._locate_in(block, times_ns[lo:hi])
        return found

    def _locate_all(self, times_ns: Int64Array) -> Int64Array:
        """All at once, halving the blocks in step: the reads of a step do not wait for each other."""
        block = np.searchsorted(self._starts, times_ns) - 1  # the last that starts before the time
        found = np.full(len(times_ns), self._base << self.shift, np.int64)
        newest = int(block.searchsorted(len(self._in_use) - 1))  # from here on: in the block that is not full
        found[newest:] = self._locate_in(len(self._in_use) - 1, times_ns[newest:])
        before = int(block.searchsorted(0))
        if before < newest:
            block, wanted = block[before:newest], times_ns[before:newest]
            flat = self._time_bank.rows16.reshape(-1)
            at = base = self._slot_of.take(block) << self.shift
            half = self.block_rows
            while half := half >> 1:
                at = at + (flat.take(at + half) < wanted) * half
            found[before:newest] = at - base + ((block + self._base) << self.shift) + 1
        return found

    def _locate_in(self, block: int, times_ns: Int64Array) -> Int64Array:
        start = (self._base + block) << self.shift
        held = self.times[self._in_use[block], : min(self.block_rows, self.end - start)]
        return np.maximum(held.searchsorted(times_ns) + start, self.first)

    def first_at_or_after(self, time_ns: int) -> int:
        """The same for one time, without numpy's arrays: the bound in time asks it at every append."""
        block = bisect_left(self._starts, time_ns) - 1
        if block < 0:
            return self.first
        start = (self._base + block) << self.shift
        held: npt.NDArray[np.int64] = self.times[self._in_use[block], : min(self.block_rows, self.end - start)]
        return max(self.first, start + int(held.searchsorted(time_ns)))


def newest_of(blocks: Blocks) -> Newest | None:
    """The block that is being filled; None before the first row."""
    if not blocks._in_use:
        return None
    slot, row = blocks._in_use[-1], (blocks._base + len(blocks._in_use) - 1) << blocks.shift
    return Newest(slot, row, blocks._starts[-1], blocks.times[slot, : min(blocks.block_rows, blocks.end - row)])
