"""The bytes that wait for the rest of their frame, with the next chunk behind them as one piece.

Goal: a framer sees one contiguous window, and each byte is copied a bounded number of times whatever the pieces:
a megabyte frame that comes byte by byte must not copy its tail a million times.

Plan: while nothing waits, the window is the chunk itself, not copied. Otherwise the chunk is appended to the tail
in one store that is used again and again (its pages have been touched; a fresh allocation of 64 KiB and more costs
several times its copy in page faults). A tail that is shorter than the chunk moves to the store's front first, which
keeps the store in the cache; a longer one stays where it is until the room behind it is used up.

Cost: at most about four copies of each byte, most often one or none. The store grows to the power of two above
twice the longest tail and chunk, and does not shrink: its bound follows from the framer's.

A window is valid until the next `extended`.
"""

from __future__ import annotations

import numpy as np

FIRST_CAPACITY = 4096  # the tail of a stream of short frames; the first large chunk behind a tail makes it grow
EMPTY = memoryview(b"")


class Tail:
    """Attributes: `copied`, the bytes copied since it was made, by which its cost is judged."""

    def __init__(self) -> None:
        self.copied = 0
        self._lent: memoryview | None = None
        self._start = 0
        self._stop = 0
        self._allocate(FIRST_CAPACITY)

    def __len__(self) -> int:
        return self._stop - self._start

    @property
    def capacity(self) -> int:
        return len(self._store)

    def extended(self, data: memoryview) -> memoryview:
        """What waits, with `data` behind it; read-only. `drop` must follow before the next call."""
        if self._start == self._stop:
            self._lent = data
            return data
        self._make_room(len(data))
        self._append(data)
        return self._readable[self._start : self._stop]

    def drop(self, count: int) -> None:
        """The first `count` bytes of the window are dealt with; the rest waits."""
        if self._lent is None:
            self._start += count
            return
        rest, self._lent = self._lent[count:], None
        if rest:
            self._make_room(len(rest))
            self._append(rest)

    def _append(self, data: memoryview) -> None:
        stop = self._stop + len(data)
        self._store[self._stop : stop] = data
        self._stop = stop
        self.copied += len(data)

    def _make_room(self, more: int) -> None:
        size = self._stop - self._start
        total = size + more
        if size > more:  # moving is paid for by the room that it wins: at least as much as is moved
            if self._stop + more <= self.capacity:
                return
            total *= 2
        if total <= self.capacity:
            self._move(self._store)
        else:
            waiting = self._store
            self._allocate(1 << (total - 1).bit_length())
            self._move(waiting)

    def _allocate(self, capacity: int) -> None:
        self._store = np.empty(capacity, np.uint8).data
        self._readable = self._store.toreadonly()

    def _move(self, source: memoryview) -> None:
        size = self._stop - self._start
        if self._start or source is not self._store:
            self._store[:size] = source[self._start : self._stop]
            self.copied += size
        self._start, self._stop = 0, size
