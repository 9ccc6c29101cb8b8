"""Writes down what happens on a link: one log of events a device, for its health page, its report and its tickets."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from app.health.events import EventKind, EventLog
from app.link.contract import Link, State, Ticket, TicketState
from app.stream import End


class Chronicle(QObject):
    """Listens to one link.

    Attributes:
        events: what happened, bounded.
        expired: commands that grew too old before they were started.
    """

    def __init__(self, link: Link, clock: Callable[[], int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.events = EventLog()
        self.expired = 0
        self._link = link
        self._clock = clock
        self._had_end = False  # `disconnected` follows, with the same reason
        self._silent_since_ns: int | None = None
        link.connected.connect(self._connected)
        link.ended.connect(self._ended)
        link.disconnected.connect(self._disconnected)
        link.staleChanged.connect(self._stale)
        link.transportChanged.connect(self._transport)
        link.ticketChanged.connect(self._ticket)

    def add(self, kind: EventKind, text: str) -> None:
        """What somebody else has seen."""
        self.events.add(self._clock(), kind, text)

    @Slot()
    def _connected(self) -> None:
        self.add(EventKind.OPENED, self._link.statistics().address)

    @Slot(object)
    def _ended(self, end: End) -> None:
        self._had_end = True
        self.add(EventKind.ENDED, f"{end.reason}; {end.offset} bytes had come")

    @Slot(str)
    def _disconnected(self, reason: str) -> None:
        if not self._had_end:
            self.add(EventKind.FAILED, reason)
        self._had_end = False

    @Slot(bool)
    def _stale(self, is_stale: bool) -> None:
        if is_stale:
            statistics = self._link.statistics()
            silent_ns, after_ns = statistics.silent_ns, statistics.stale_after_ns
            self._silent_since_ns = self._clock() - (silent_ns or 0)
            limit = "" if after_ns is None else f"; expected within {after_ns / 1e9:.1f} s"
            heard = "nothing comes" if silent_ns is None else f"nothing came for {silent_ns / 1e9:.1f} s"
            self.add(EventKind.STALE, heard + limit)
        elif self._silent_since_ns is not None:
            if self._link.state is State.OPEN:
                span_ns = self._clock() - self._silent_since_ns
                self.add(EventKind.FRESH, f"after {span_ns / 1e9:.1f} s")
            self._silent_since_ns = None

    @Slot(str)
    def _transport(self, mode: str) -> None:
        if self._link.state is State.OPEN and self._link.wished_transport == mode:
            reader = "a thread of its own" if mode == "thread" else "the window's thread"
            self.add(EventKind.HANDED_OVER, f"{reader} reads now")

    @Slot(object)
    def _ticket(self, ticket: Ticket) -> None:
        size = len(ticket.data)  # never the bytes: a command may hold a password
        if ticket.state is TicketState.EXPIRED:
            self.expired += 1
            self.add(EventKind.SENT, f"a command of {size} bytes expired before it was started")
        elif ticket.state is TicketState.LOST:
            self.add(EventKind.SENT, f"a command of {size} bytes was lost with the connection")
