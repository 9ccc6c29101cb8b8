"""A link's writing side: joins the outbox to whoever reads and writes the socket."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from app.link.contract import Ticket
from app.link.handover import Handover
from app.link.outbox import Outbox


class Sending(QObject):
    """Feeds the reader from the outbox, as much as it takes.

    Attributes:
        written: bytes that the kernel took, over all connections.

    Signals:
        taken(int as object): the kernel took so many bytes more.
        ticketChanged(Ticket): it has entered another state.
        dueChanged(): `due_ns` is another.
    """

    taken = Signal(object)
    ticketChanged = Signal(object)
    dueChanged = Signal()

    def __init__(self, handover: Handover, clock: Callable[[], int], parent: QObject) -> None:
        super().__init__(parent)
        self.written = 0
        self._clock = clock
        self._outbox = Outbox()
        self._handover = handover
        handover.bytesWritten.connect(self._bytes_taken)

    @property
    def unsent(self) -> int:
        """Bytes that the kernel has not taken."""
        return self._outbox.unsent

    @property
    def queued(self) -> int:
        """Bytes that have not been handed to Qt."""
        return self._outbox.queued

    def tickets(self) -> tuple[Ticket, ...]:
        """The newest commands, newest last."""
        return ()

    @property
    def due_ns(self) -> int | None:
        """When `wake` is to be called; None: not before something else happens."""
        return None

    def open(self, connection: int, first: tuple[bytes, ...]) -> None:
        """A new connection; `first` goes before all else. Nothing is written before `pump`."""
        self._outbox.open(connection, first)

    def drop(self) -> None:
        """The connection is over."""
        self._outbox.drop()

    def put(self, data: bytes, *, expires_ns: int | None = None, key: str = "") -> Ticket:
        """Raises SendRefusedError."""
        ticket = self._outbox.put(data)
        self.pump()
        return ticket

    def pump(self) -> None:
        while (piece := self._outbox.next_piece()) is not None:
            self._handover.write(piece)

    def wake(self) -> None:
        """What was due at `due_ns`."""

    @Slot(object)
    def _bytes_taken(self, count: int) -> None:
        self.written += count
        self._outbox.taken(count)
        self.pump()
        self.taken.emit(count)
