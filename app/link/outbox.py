"""Bytes on their way to the device: a bounded queue of one connection's outgoing stream. Pure.

    put -> queued -> next_piece -> handed to Qt -> taken by the kernel

Qt's own write buffer is unbounded, so it is given a little at a time: `next_piece` hands out bytes only as long
as what Qt holds stays within HANDED, the rest waits here where its length is known and bounded. Positions run from 0
at each opening; a ticket's `end` is compared with `taken_until`.
"""

from __future__ import annotations

from app.link.contract import SendRefusedError, Ticket

BOUND = 256 << 10  # commands are short; a quarter of a MiB unsent means that the device has stopped reading
HANDED = 64 << 10  # in Qt's hands at once: keeps the kernel busy, and little is in doubt when a connection ends


class Outbox:
    """The queue. Between `drop` and `open` there is no connection and everything is refused.

    Attributes:
        connection: the opening of the link that it serves.
        taken_until: position behind the last byte that the kernel has taken.
    """

    def __init__(self, bound: int = BOUND) -> None:
        self.connection = 0
        self.taken_until = 0
        self._bound = bound
        self._is_open = False
        self._waiting = bytearray()  # CPython cuts its front off without moving the rest
        self._handed_until = 0

    @property
    def unsent(self) -> int:
        """Bytes that the kernel has not taken, here or in Qt's hands."""
        return self._handed_until + len(self._waiting) - self.taken_until

    @property
    def queued(self) -> int:
        """Bytes that have not been handed out."""
        return len(self._waiting)

    def open(self, connection: int, first: tuple[bytes, ...] = ()) -> None:
        """A new outgoing stream. `first` goes before all else, whatever its length: the session says so."""
        self.drop()
        self._is_open = True
        self.connection = connection
        for data in first:
            self._waiting += data

    def drop(self) -> int:
        """The connection is over: forget what was not sent; returns how much that was."""
        lost = self.unsent
        self._is_open = False
        self._waiting.clear()
        self.taken_until = self._handed_until = 0
        return lost

    def put(self, data: bytes) -> Ticket:
        """Queue bytes. Raises SendRefusedError where there is no connection, or no room for all of them."""
        if not self._is_open:
            raise SendRefusedError(f"{len(data)} bytes refused: the link is not open")
        if self.unsent + len(data) > self._bound:
            raise SendRefusedError(
                f"{len(data)} bytes refused: {self.unsent} bytes already wait to be sent, the queue holds {self._bound}"
            )
        self._waiting += data
        return Ticket(self.connection, data, 0, end=self._handed_until + len(self._waiting))

    def next_piece(self) -> bytes | None:
        """The next bytes for Qt, at most as many as keep its share within HANDED; None: nothing for now."""
        room = HANDED - (self._handed_until - self.taken_until)
        if not self._waiting or room <= 0:
            return None
        piece = bytes(self._waiting[:room])
        del self._waiting[:room]
        self._handed_until += len(piece)
        return piece

    def taken(self, count: int) -> None:
        """The kernel took `count` of the bytes handed out."""
        if self._is_open:
            self.taken_until += count
