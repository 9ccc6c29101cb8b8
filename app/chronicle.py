"""Writes down what happens to a device: one log of events, for its health page, its report and its tickets."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Slot

from app.device import Device
from app.health.events import EventKind, EventLog
from app.health.judgement import Finding
from app.link.contract import State, Ticket, TicketState
from app.sentence import joined, numbered, sentence
from app.stream import End

TOLD = frozenset({"connection", "silent", "violation", "ledger", "kernel"})  # findings that have events of their own


class Chronicle(QObject):
    """Listens to one device and its link.

    Attributes:
        events: what happened, bounded.
        state_since_ns: when the link entered the state that it is in.
        expired: commands that grew too old before they were started.
    """

    def __init__(self, device: Device, clock: Callable[[], int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        link = device.link
        self.events = EventLog()
        self.expired = 0
        self.state_since_ns = clock()
        self._link = link
        self._counts = device.pipeline.framer.counts
        self._violations = 0  # that have been told of
        self._clock = clock
        self._had_end = False  # `disconnected` follows, with the same reason
        self._silent_since_ns: int | None = None
        device.violated.connect(self._violated)
        link.stateChanged.connect(self._state)
        link.connected.connect(self._connected)
        link.ended.connect(self._ended)
        link.disconnected.connect(self._disconnected)
        link.staleChanged.connect(self._stale)
        link.transportChanged.connect(self._transport)
        link.ticketChanged.connect(self._ticket)

    def add(self, kind: EventKind, text: str) -> None:
        """What somebody else has seen."""
        self.events.add(self._clock(), kind, text)

    def note_second(self, begun: Iterable[Finding], over: Iterable[Finding]) -> None:
        """What the second's check has brought."""
        if (more := self._counts.violations - self._violations) > 0:
            what = self._counts.violation
            others = sentence("{what}: skipped (and {count} more)", what=what, count=more - 1)
            self._violated(others if more > 1 else sentence("{what}: skipped", what=what))
        for finding in begun:
            if finding.key not in TOLD:
                self.add(EventKind.FINDING, joined(": ", (finding.title, finding.cause)))
        for finding in over:
            if finding.key not in TOLD:
                self.add(EventKind.CLEARED, finding.title)

    @Slot(object)
    def _violated(self, violation: str) -> None:
        self._violations = self._counts.violations
        self.add(EventKind.VIOLATION, violation)

    @Slot(object)
    def _state(self, _state: State) -> None:
        self.state_since_ns = self._clock()

    @Slot()
    def _connected(self) -> None:
        self.add(EventKind.OPENED, self._link.statistics().address)

    @Slot(object)
    def _ended(self, end: End) -> None:
        self._had_end = True
        came = numbered(end.offset, "{count} byte had come", "{count} bytes had come")
        self.add(EventKind.ENDED, joined("; ", (end.reason, came)))

    @Slot(object)
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
            self.add(EventKind.STALE, _silence(silent_ns, after_ns))
        elif self._silent_since_ns is not None:
            if self._link.state is State.OPEN:
                span_ns = self._clock() - self._silent_since_ns
                self.add(EventKind.FRESH, sentence("after {seconds} s", seconds=f"{span_ns / 1e9:.1f}"))
            self._silent_since_ns = None

    @Slot(str)
    def _transport(self, mode: str) -> None:
        if self._link.state is State.OPEN and self._link.wished_transport == mode:
            own, window = sentence("a thread of its own reads now"), sentence("the window's thread reads now")
            self.add(EventKind.HANDED_OVER, own if mode == "thread" else window)

    @Slot(object)
    def _ticket(self, ticket: Ticket) -> None:
        size = len(ticket.data)  # never the bytes: a command may hold a password
        if ticket.state is TicketState.EXPIRED:
            self.expired += 1
            self.add(
                EventKind.SENT,
                numbered(
                    size,
                    "a command of {count} byte expired before it was started",
                    "a command of {count} bytes expired before it was started",
                ),
            )
        elif ticket.state is TicketState.LOST:
            self.add(
                EventKind.SENT,
                numbered(
                    size,
                    "a command of {count} byte was lost with the connection",
                    "a command of {count} bytes was lost with the connection",
                ),
            )


def _silence(silent_ns: int | None, after_ns: int | None) -> str:
    said = [sentence("nothing comes")]
    if silent_ns is not None:
        said = [sentence("nothing came for {seconds} s", seconds=f"{silent_ns / 1e9:.1f}")]
    if after_ns is not None:
        said.append(sentence("expected within {seconds} s", seconds=f"{after_ns / 1e9:.1f}"))
    return joined("; ", said)
