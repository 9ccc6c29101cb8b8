"""The writing side of one connection while it lasts: how far its bytes have come. Lives in its socket's thread.

    written -> (Qt's buffer) -> taken by the kernel -> acknowledged by the device's network stack

What the kernel took is what Qt no longer holds, not the sum of what Qt reports: it leaves out a report that falls into
another one's receivers. Acknowledgements come without a word, so they are looked for, at each beat of the reader, but
only while some are outstanding; a connection with nothing on its way costs nothing.
"""

from __future__ import annotations

from app.link.attempt import Connected


class Outgoing:
    """Positions in the outgoing stream.

    Attributes:
        written: behind the last byte that Qt was given.
        taken: behind the last that the kernel has taken, when it was counted last.
        acknowledged: behind the last that was acknowledged at the last look; None where that is not to be had.
    """

    def __init__(self, connected: Connected) -> None:
        self.written = 0
        self.taken = 0
        self.acknowledged: int | None = None if connected.witness is None else 0
        self._socket = connected.socket
        self._witness = connected.witness

    def write(self, data: bytes) -> None:
        self._socket.write(data)
        self.written += len(data)

    def count(self) -> int:
        """How many bytes more the kernel has taken. Only while connected: Qt empties its buffer at the end."""
        before, self.taken = self.taken, self.written - self._socket.bytesToWrite()
        return self.taken - before

    def is_outstanding(self) -> bool:
        """Whether there is anything to look for."""
        reached = self.taken if self.acknowledged is None else self.acknowledged
        return reached < self.written

    def look(self) -> bool:
        """Whether more has been acknowledged. May also be asked after the end, until the witness lets go."""
        if self._witness is None or self.acknowledged is None:
            return False
        until = min(self._witness.acknowledged(), self.taken)
        has_moved = until > self.acknowledged
        self.acknowledged = max(until, self.acknowledged)
        return has_moved
