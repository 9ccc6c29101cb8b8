"""A link's writing side: joins the outbox to whoever reads and writes the socket. Lives in the GUI thread.

Tickets are told of from the loop, a turn after they have changed, and once each for all that happened by then. So
whoever hears of one may send, close or open, in any signal of the link, without being in the midst of anything.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, Slot

from app.link.contract import SendRefusedError, Ticket
from app.link.handover import Handover
from app.link.outbox import Outbox


class Sending(QObject):
    """Feeds the reader from the outbox, as much as it takes.

    Attributes:
        written: bytes that the kernel took, over all connections.
        acknowledged: those that the device's network stack has, over all connections that can tell; None: none can.
        lost: bytes that ended with their connection, queued or on their way.
        refused: commands that were not taken.

    Signals:
        taken(int as object): the kernel took so many bytes more.
        ticketChanged(Ticket): it has entered another state.
        dueChanged(): `due_ns` is another.
    """

    taken = Signal(object)
    ticketChanged = Signal(object)
    dueChanged = Signal()
    _changed = Signal()

    def __init__(self, handover: Handover, clock: Callable[[], int], parent: QObject) -> None:
        super().__init__(parent)
        self.written = 0
        self.acknowledged: int | None = None
        self.lost = 0
        self.refused = 0
        self._clock = clock
        self._outbox = Outbox()
        self._handover = handover
        self._due_ns: int | None = None
        self._is_telling = False  # a turn of the loop will
        handover.bytesWritten.connect(self._bytes_taken)
        handover.bytesAcknowledged.connect(self._bytes_acknowledged)
        self._changed.connect(self._tell, Qt.ConnectionType.QueuedConnection)

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
        return self._outbox.tickets()

    @property
    def due_ns(self) -> int | None:
        """When `wake` is to be called; None: not before something else happens."""
        return self._due_ns

    def open(self, connection: int, first: tuple[bytes, ...]) -> None:
        """A new connection; `first` goes before all else. Nothing is written before `pump`."""
        self._outbox.open(connection, first, self._clock())
        self._note_changes()

    def drop(self) -> None:
        """The connection is over."""
        self.lost += self._outbox.drop(self._clock())
        self._note_changes()

    def put(self, data: bytes, *, expires_ns: int | None = None, key: str = "") -> Ticket:
        """Raises SendRefusedError."""
        try:
            ticket = self._outbox.put(data, self._clock(), expires_ns=expires_ns, key=key)
        except SendRefusedError:
            self.refused += 1
            raise
        self.pump()
        return ticket

    def pump(self) -> None:
        """Hand on what there is room for."""
        now_ns = self._clock()
        while (piece := self._outbox.next_piece(now_ns)) is not None:
            self._handover.write(piece)
        self._note_changes()

    def wake(self) -> None:
        """What was due at `due_ns`."""
        self._outbox.expire(self._clock())
        self._note_changes()

    @Slot(object)
    def _bytes_taken(self, count: int) -> None:
        self.written += count
        self._outbox.taken(count, self._clock())
        self.pump()
        self.taken.emit(count)

    @Slot(object)
    def _bytes_acknowledged(self, until: int) -> None:
        self.acknowledged = (self.acknowledged or 0) + self._outbox.acknowledged(until, self._clock())
        self._note_changes()

    # -- telling

    def _note_changes(self) -> None:
        if self._outbox.changes and not self._is_telling:
            self._is_telling = True
            self._changed.emit()
        due_ns = self._outbox.due_ns
        if due_ns != self._due_ns:
            self._due_ns = due_ns
            self.dueChanged.emit()

    @Slot()
    def _tell(self) -> None:
        self._is_telling = False  # before: a receiver may run a loop of its own, and the next turn tells the rest in it
        changes = self._outbox.changes
        for _ in range(len(changes)):
            if not changes:
                return
            ticket, state = changes.popleft()
            if ticket.state is state:  # else it has gone on, and that comes later
                self.ticketChanged.emit(ticket)
