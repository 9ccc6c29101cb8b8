"""Our side of one simulated connection: what was asked to be sent, against what the socket was given."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

from app.link.contract import Ticket, TicketState

FORGONE = {TicketState.EXPIRED, TicketState.REPLACED}


@dataclass(slots=True)
class Commands:
    """Attributes:
    queue    commands that have not been seen at the socket, in order; a ticket, or bytes of on_connect
    current  the rest of the one that has been seen in part
    given    position behind the last byte that the socket was given
    """

    queue: deque[Ticket | bytes] = field(default_factory=deque)
    current: bytes = b""
    given: int = 0

    def put(self, ticket: Ticket) -> str:
        """A newer value stands where the one that it replaced stood."""
        for place, old in enumerate(self.queue):
            if isinstance(old, Ticket) and old.state is TicketState.REPLACED:
                if old.key != ticket.key or not old.key or old.started_ns is not None:
                    return f"a command with key {old.key!r} was replaced by one with key {ticket.key!r}"
                self.queue[place] = ticket
                return ""
        self.queue.append(ticket)
        return ""

    def give(self, data: bytes) -> str:
        """What the socket was given must be whole commands, in order; what is wrong, "" where nothing is."""
        at = 0
        while at < len(data):
            if not self.current and not self._next():
                return f"{len(data) - at} bytes were written that belong to no command that was started"
            part = data[at : at + len(self.current)]
            if not self.current.startswith(part):
                return f"{part[:40]!r} was written where {self.current[:40]!r} was due"
            self.current = self.current[len(part) :]
            at += len(part)
        self.given += at
        return ""

    def _next(self) -> bool:
        while self.queue:
            command = self.queue.popleft()
            if isinstance(command, bytes):
                self.current = command
                return True
            if command.started_ns is not None:
                self.current = command.data
                return True
            if command.state is TicketState.QUEUED:
                return False
        return False

    @property
    def unsent(self) -> int:
        """Bytes that the socket has not been given."""
        waiting = (c if isinstance(c, bytes) else b"" if c.state in FORGONE else c.data for c in self.queue)
        return len(self.current) + sum(map(len, waiting))
