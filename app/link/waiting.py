"""Commands that have not started: in order, the newest value of each set-point, none that is too old. Pure.

A newer value takes the place of the one it replaces. So it never waits longer than that one would have, and a
set-point that changes all the time still goes out; at the end of the queue it would be put off with each change. What
was queued between the two follows the newer value: who wants it the other way round sends commands, without a key.

Cost. A place in an ordered dict, so that a command in the midst of the queue goes in constant time, however many wait.
Expiries are in a heap (log n of the few thousand that a queue holds). One that is replaced or started leaves its entry
behind; when most are of that kind the heap is made anew, so that a set-point that is replaced for ever fills nothing.
"""

from __future__ import annotations

import heapq
from collections import OrderedDict

from app.link.contract import Ticket

STALE_ENTRIES = 16  # of the heap, beyond one for each command that waits


class Waiting:
    """The queue. It changes no ticket.

    Attributes:
        size: bytes of all that waits.
    """

    def __init__(self) -> None:
        self.size = 0
        self._made = 0
        self._queue: OrderedDict[int, tuple[int, Ticket]] = OrderedDict()  # by place; with its number
        self._places: dict[str, int] = {}  # by key
        self._expiries: list[tuple[int, int, int]] = []  # when, its number, its place

    def __len__(self) -> int:
        return len(self._queue)

    @property
    def due_ns(self) -> int | None:
        """The earliest expiry; None where nothing expires."""
        heap = self._expiries
        while heap and not self._waits(*heap[0][1:]):
            heapq.heappop(heap)
        return heap[0][0] if heap else None

    def of_key(self, key: str) -> Ticket | None:
        """The value of this set-point that waits; None without a key."""
        place = self._places.get(key)
        return None if place is None else self._queue[place][1]

    def add(self, ticket: Ticket) -> Ticket | None:
        """Put it in; the one that it replaces."""
        self._made += 1
        place = self._places.get(ticket.key, self._made) if ticket.key else self._made
        replaced = self._queue.get(place)
        self._queue[place] = (self._made, ticket)
        self.size += len(ticket.data)
        if ticket.key:
            self._places[ticket.key] = place
        if ticket.expires_ns is not None:
            self._note_expiry(ticket.expires_ns, place)
        if replaced is None:
            return None
        self.size -= len(replaced[1].data)
        return replaced[1]

    def take(self) -> Ticket | None:
        """The first, out of the queue."""
        if not self._queue:
            return None
        return self._remove(next(iter(self._queue)))

    def take_expired(self, now_ns: int) -> list[Ticket]:
        """All that are too old, out of the queue."""
        expired = []
        while (due_ns := self.due_ns) is not None and due_ns <= now_ns:
            expired.append(self._remove(heapq.heappop(self._expiries)[2]))
        return expired

    def _remove(self, place: int) -> Ticket:
        _, ticket = self._queue.pop(place)
        self._places.pop(ticket.key, None)
        self.size -= len(ticket.data)
        return ticket

    def _note_expiry(self, expires_ns: int, place: int) -> None:
        if len(self._expiries) >= 2 * len(self._queue) + STALE_ENTRIES:
            self._expiries = [entry for entry in self._expiries if self._waits(*entry[1:])]
            heapq.heapify(self._expiries)
        heapq.heappush(self._expiries, (expires_ns, self._made, place))

    def _waits(self, number: int, place: int) -> bool:
        waiting = self._queue.get(place)
        return waiting is not None and waiting[0] == number
