"""Commands on their way to the device: a bounded queue of one connection's outgoing stream. Pure.

    put -> Waiting -> next_piece -> handed to Qt -> taken by the kernel -> acknowledged by the device's network stack
           QUEUED     STARTED                       HANDED                 ACCEPTED
           EXPIRED, REPLACED: out of the queue.     LOST: the connection ended before.

A command has started with the first of its bytes that Qt is given; from then on it cannot be taken back. What started
is given out to its last byte before another starts, so that no command is ever cut by another.

Qt's own write buffer is unbounded, so it is given a little at a time: `next_piece` hands out bytes only as long as what
Qt holds stays within HANDED; the rest waits here, where it can still be replaced and expire, and its length is bounded.
Positions run from 0 at each opening; a ticket's `end` is compared with `taken_until` and `acknowledged_until`.

Bounds. In bytes that the kernel has not taken, and in commands that are not over: a device that acknowledges nothing
would else let the kernel's buffer, which holds megabytes, fill with tickets of a few bytes each. Where acknowledgements
are not to be had a ticket ends as HANDED, and is forgotten there. What the session sends at each opening is not
refused. Each command costs constant time (an expiry log n); looking at the queue costs nothing.
"""

from __future__ import annotations

from collections import deque

from app.link.contract import SendRefusedError, Ticket, TicketState
from app.link.waiting import Waiting
from app.sentence import Sentence, numbered, sentence

BOUND = 256 << 10  # commands are short; a quarter of a MiB unsent means that the device has stopped reading
MOST_TICKETS = 4096  # not over; a device that acknowledges five times a second takes 20 000 commands a second
HANDED = 16 << 10  # in Qt's hands at once: a turn of the loop's worth, and little can neither be sent nor taken back
TOLD = 100  # tickets that are kept to be looked at...
TOLD_BYTES = 1 << 20  # ...unless they are long


class Outbox:
    """The queue. Between `drop` and `open` there is no connection and everything is refused.

    Attributes:
        connection: the opening of the link that it serves.
        taken_until: position behind the last byte that the kernel has taken.
        acknowledged_until: position behind the last that the device's network stack has acknowledged; None: it is not
            known, nor will be.
        changes: tickets and the states they entered, in order; for whoever tells of them to empty.
    """

    def __init__(self, bound: int = BOUND, most_tickets: int = MOST_TICKETS) -> None:
        self.connection = 0
        self.taken_until = 0
        self.acknowledged_until: int | None = None
        self.changes: deque[tuple[Ticket, TicketState]] = deque()
        self._bound = bound
        self._most_tickets = most_tickets
        self._is_open = False
        self._waiting = Waiting()
        self._rest = memoryview(b"")  # of the command that has started
        self._handed_until = 0
        self._started: deque[Ticket] = deque()  # not yet taken whole by the kernel
        self._handed: deque[Ticket] = deque()  # not yet acknowledged whole
        self._told: deque[Ticket] = deque()
        self._told_size = 0

    @property
    def unsent(self) -> int:
        """Bytes that the kernel has not taken, here or in Qt's hands."""
        return self._handed_until - self.taken_until + self.queued

    @property
    def queued(self) -> int:
        """Bytes that have not been handed out."""
        return len(self._rest) + self._waiting.size

    @property
    def under_way(self) -> int:
        """Commands that are not over."""
        return len(self._waiting) + len(self._started) + len(self._handed)

    @property
    def due_ns(self) -> int | None:
        """When something that has not started expires; None: never."""
        return self._waiting.due_ns

    def tickets(self) -> tuple[Ticket, ...]:
        """The newest, over all connections, newest last."""
        return tuple(self._told)

    # -- a connection's life

    def open(self, connection: int, first: tuple[bytes, ...], now_ns: int) -> None:
        """A new outgoing stream. `first` goes before all else, whatever its length: the session says so."""
        self.drop(now_ns)
        self._is_open = True
        self.connection = connection
        for data in filter(None, first):
            self._add(Ticket(connection, data, now_ns), now_ns)

    def drop(self, now_ns: int) -> int:
        """The connection is over, and with it what has not arrived; how many bytes that was. Of what the kernel took
        nothing is said where acknowledgements are not to be had."""
        arrived_until = self.taken_until if self.acknowledged_until is None else self.acknowledged_until
        lost = self._handed_until + self.queued - arrived_until
        self._is_open = False
        for ticket in (*self._handed, *self._started):
            self._end(ticket, TicketState.LOST, now_ns)
        while (waiting := self._waiting.take()) is not None:
            self._end(waiting, TicketState.LOST, now_ns)
        self._handed.clear()
        self._started.clear()
        self._rest = memoryview(b"")
        self.taken_until = self._handed_until = 0
        self.acknowledged_until = None
        return lost

    # -- commands

    def put(self, data: bytes, now_ns: int, *, expires_ns: int | None = None, key: str = "") -> Ticket:
        """Queue a command. Raises SendRefusedError where there is no connection, or no room for all of it."""
        self.expire(now_ns)
        replaced = self._waiting.of_key(key)
        if reason := self._refusal(len(data), replaced):
            raise SendRefusedError(_refused(len(data), reason))
        ticket = Ticket(self.connection, bytes(data), now_ns, key, expires_ns)
        self._add(ticket, now_ns)
        self.expire(now_ns)
        return ticket

    def _refusal(self, size: int, replaced: Ticket | None) -> str:
        """Why so many bytes are not taken; "" where they are."""
        if not self._is_open:
            return sentence("the link is not open")
        if not size:
            return sentence("an empty command is nothing to send")
        unsent = self.unsent - (len(replaced.data) if replaced is not None else 0)
        if unsent + size > self._bound:
            return numbered(
                unsent,
                "{count} byte already waits to be sent, the queue holds {most}",
                "{count} bytes already wait to be sent, the queue holds {most}",
                most=self._bound,
            )
        if self.under_way >= self._most_tickets and replaced is None:
            return numbered(
                self.under_way,
                "{count} command is already under way, the queue holds {most}",
                "{count} commands are already under way, the queue holds {most}",
                most=self._most_tickets,
            )
        return ""

    def expire(self, now_ns: int) -> None:
        """Give up what is too old by now."""
        for ticket in self._waiting.take_expired(now_ns):
            self._end(ticket, TicketState.EXPIRED, now_ns)

    def next_piece(self, now_ns: int) -> bytes | None:
        """The next bytes for Qt, at most as many as keep its share within HANDED; None: nothing for now."""
        self.expire(now_ns)
        room = HANDED - (self._handed_until - self.taken_until)
        parts = []
        while room > 0 and (len(self._rest) or self._start(now_ns)):
            part, self._rest = self._rest[:room], self._rest[room:]
            room -= len(part)
            self._handed_until += len(part)
            parts.append(part)
        return b"".join(parts) if parts else None

    def _start(self, now_ns: int) -> bool:
        """Begin with the next command, where there is one."""
        ticket = self._waiting.take()
        if ticket is None:
            return False
        ticket.started_ns = now_ns
        ticket.end = self._handed_until + len(ticket.data)
        self._rest = memoryview(ticket.data)
        self._started.append(ticket)
        self._enter(ticket, TicketState.STARTED)
        return True

    # -- how far they have come

    def taken(self, count: int, now_ns: int) -> None:
        """The kernel took `count` of the bytes handed out."""
        if not self._is_open:
            return
        self.taken_until += count
        while ticket := _arrived(self._started, self.taken_until):
            ticket.handed_ns = now_ns
            self._enter(ticket, TicketState.HANDED)
            if self.acknowledged_until is not None:
                self._handed.append(ticket)

    def acknowledged(self, until: int, now_ns: int) -> int:
        """The device's network stack has all before this position; how many bytes more that is. To be told once, with
        0, at the beginning of a connection where it can be told."""
        if not self._is_open:
            return 0
        gained = until - (self.acknowledged_until or 0)
        self.acknowledged_until = until
        while ticket := _arrived(self._handed, until):
            ticket.accepted_ns = now_ns
            self._enter(ticket, TicketState.ACCEPTED)
        return gained

    def _add(self, ticket: Ticket, now_ns: int) -> None:
        self._told.append(ticket)
        self._told_size += len(ticket.data)
        while len(self._told) > TOLD or (self._told_size > TOLD_BYTES and len(self._told) > 1):
            self._told_size -= len(self._told.popleft().data)
        replaced = self._waiting.add(ticket)
        if replaced is not None:
            self._end(replaced, TicketState.REPLACED, now_ns)
        self._enter(ticket, TicketState.QUEUED)

    def _end(self, ticket: Ticket, state: TicketState, now_ns: int) -> None:
        ticket.ended_ns = now_ns
        self._enter(ticket, state)

    def _enter(self, ticket: Ticket, state: TicketState) -> None:
        ticket.state = state
        self.changes.append((ticket, state))


def _arrived(tickets: deque[Ticket], position: int) -> Ticket | None:
    """The first, out of the queue, if its last byte is before this position."""
    if tickets and tickets[0].end is not None and tickets[0].end <= position:
        return tickets.popleft()
    return None


def _refused(size: int, reason: str) -> Sentence:
    return numbered(size, "{count} byte refused: {reason}", "{count} bytes refused: {reason}", reason=reason)
