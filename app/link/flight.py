"""What is under way from the thread that read it to the GUI thread: in order, counted, and bounded by credits.

Qt's event queue is unbounded: a thread that emits faster than the GUI handles would fill the heap. So a reader launches
a piece only while there is room; past the bound it stops reading, Qt's buffer and the kernel's queue fill, and TCP
holds the sender back. `land` gives the credit back, and says when a reader waits for it.

A piece costs more than its bytes (an event, a chunk, a QByteArray), so that a device which drips single bytes is
bounded as well. `read` and `in_flight` are changed and read under one lock: the ledger's line read = received + in
flight must hold whenever the GUI thread looks. None of the two is computed from the other.

Chunks, the end of a connection and the reader's word that it has left wait in one lane, so that none overtakes another.
An event of Qt's wakes the GUI thread for as much as has come by then: one for each chunk would cost a third more, and a
window that is behind would have to catch up with them one by one.

What a byte costs its receivers is known in the GUI thread alone, and the budget of a turn must hold there: so it says
here, too, how many bytes a piece may have.
"""

from __future__ import annotations

import threading
from collections import deque
from typing import NamedTuple

BOUND = 1 << 20  # two turns of a flood: the GUI is never without work, and five links hold 5 MiB at the most
RESUME = BOUND // 2  # a reader that waits is woken here: once per turn, not for every piece
PIECE = 512  # what a piece costs besides its bytes


class Count(NamedTuple):
    """In bytes: read at the socket over all connections, not yet received, and the most of that since `begin`."""

    read: int
    in_flight: int
    most: int


class Flight:
    """One link's lane and its account. `begin`, `launch`, `append` and `has_room` are the reader's, the rest the GUI
    thread's.

    Attributes:
        is_on: between `begin` and `rest`; only then does it know what was read.
        piece_bytes: what the reader may launch at once, fitted by the GUI thread to its budget of time.
    """

    def __init__(self, bound: int = BOUND, resume: int = RESUME) -> None:
        self._bound = bound
        self._resume = resume
        self.is_on = False
        self.piece_bytes = 0
        self._lane: deque[object] = deque()
        self._is_woken = False  # a wake-up is on its way to the GUI thread
        self._lock = threading.Lock()
        self._read = 0
        self._bytes = 0
        self._cost = 0
        self._most = 0
        self._reader_waits = False

    def begin(self, read: int, piece_bytes: int) -> None:
        """A reader that has read so much in all is about to move; `most` counts from here."""
        with self._lock:
            self.is_on = True
            self.piece_bytes = piece_bytes
            self._read = read
            self._most = self._bytes

    def rest(self) -> None:
        """The reader reads in the GUI thread again; nothing is in flight."""
        self.is_on = False

    def has_room(self) -> bool:
        """Whether the reader may launch another piece. If not, a `land` will tell that it waits."""
        with self._lock:
            self._reader_waits = self._cost >= self._bound
            return not self._reader_waits

    def launch(self, piece: object, size: int, read: int) -> bool:
        """A piece of `size` bytes is under way; `read` is all that was read at the socket, it included. True when the
        GUI thread is to be woken for it."""
        with self._lock:
            self._read = read
            self._bytes += size
            self._cost += size + PIECE
            self._most = max(self._most, self._bytes)
            return self._queue(piece)

    def append(self, word: object) -> bool:
        """Something without bytes, behind all that was launched; True as for `launch`."""
        with self._lock:
            return self._queue(word)

    def _queue(self, item: object) -> bool:
        self._lane.append(item)
        wakes, self._is_woken = not self._is_woken, True
        return wakes

    def woken(self) -> None:
        """The wake-up has come; what is launched from now on needs another."""
        with self._lock:
            self._is_woken = False

    def next(self) -> object | None:
        """The first of what is under way, None where there is nothing; a piece is in flight until `land`."""
        return self._lane.popleft() if self._lane else None

    def is_empty(self) -> bool:
        """Whether `next` would have nothing now."""
        return not self._lane

    def land(self, size: int) -> bool:
        """A piece has arrived; True when a reader that waits may go on."""
        with self._lock:
            self._bytes -= size
            self._cost -= size + PIECE
            wakes = self._reader_waits and self._cost <= self._resume
            if wakes:
                self._reader_waits = False
            return wakes

    def count(self) -> Count:
        with self._lock:
            return Count(self._read, self._bytes, self._most)
