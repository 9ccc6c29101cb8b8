"""The part of a TCP link that owns the socket. Moves between threads.

It has no parent, its timers and its socket are its children, and it speaks with the link by signals and slots alone,
so that it can be moved to a thread with the socket in its hands. All that touches the descriptor happens here and in
its Connection, in the thread where the socket lives.

The end. Qt has closed its descriptor before `disconnected` is heard, so the last account comes from the witness's
own (kernel.py), and so do bytes that Qt left behind. The order is fixed: what waits, the account, letting go (our FIN
waits for that), `ended`. While a chunk is with its receivers the end waits too: a receiver that closes the link must
not make the others see the end before the chunk.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from app.clock import now_ns
from app.health.ledger import Kernel
from app.link.connection import Connection
from app.link.contract import TcpInfo
from app.link.dial import Connected
from app.link.kernel import total

BEAT_MS = 10  # how far an idle loop may widen the interval of a chunk's age
ACKNOWLEDGE_MS = 1_000  # how long a close waits for the device's network stack to take what was sent

CLOSED_HERE = "closed here"


@dataclass(frozen=True, slots=True)
class Sample:
    """The reader at one moment. Totals run over all connections; `effective` is SO_RCVBUF, None when not open.

    `kernel` is None until the kernel was asked once: before the first connection, and where there is no TCP_INFO.
    """

    read: int = 0
    reads: int = 0
    in_qt: int = 0
    effective: int | None = None
    tcp_info: TcpInfo | None = None
    kernel: Kernel | None = None


class SocketReader(QObject):
    """Owns one connection's socket after the other.

    Signals:
        bytesReceived(Chunk): in order.
        ended(End): the connection is over; behind its last chunk.
        bytesWritten(int as object): the kernel took so many bytes more.
        sampled(Sample): the answer to `sample`.
    """

    bytesReceived = Signal(object)
    ended = Signal(object)
    bytesWritten = Signal(object)
    sampled = Signal(object)
    _later = Signal()

    def __init__(self, clock: Callable[[], int] = now_ns) -> None:
        super().__init__()
        self._clock = clock
        self._connection: Connection | None = None
        self._number = 0
        self._reason = ""  # why we end it; "" while we do not
        self._must_end = False  # as soon as the chunk being delivered is with all its receivers
        self._is_ending = False  # its rest is being delivered
        self._finished = Sample()
        self._beat = QTimer(self)
        self._beat.setInterval(BEAT_MS)
        self._beat.timeout.connect(self._on_beat)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._end)
        self._later.connect(self._settle, Qt.ConnectionType.QueuedConnection)

    # -- driven by the link

    @Slot(object)
    def adopt(self, connected: Connected) -> None:
        """Own this socket. What has already happened on it is handled a moment later, as if it happened then."""
        self._number += 1
        self._reason = ""
        self._must_end = False
        self._connection = Connection(connected, self._number, self.bytesReceived.emit, self._clock)
        socket = connected.socket
        socket.setParent(self)
        socket.readyRead.connect(self._turn)
        socket.bytesWritten.connect(self._written)
        socket.disconnected.connect(self._end)
        self._beat.start()
        self._later.emit()

    @Slot(object)
    def write(self, data: bytes) -> None:
        """Hand bytes to Qt."""
        connection = self._connection
        if connection is not None and not self._is_ending and connection.is_connected:
            connection.socket.write(data)

    @Slot()
    def finish(self) -> None:
        """End the connection once all that was written has been acknowledged, or after ACKNOWLEDGE_MS."""
        if self._connection is not None and not self._is_ending:
            self._reason = self._reason or CLOSED_HERE
            self._patience.start(ACKNOWLEDGE_MS)
            self._end_if_acknowledged()

    @Slot(str)
    def abort(self, reason: str) -> None:
        """End the connection now."""
        if self._connection is not None:
            self._reason = self._reason or reason
            self._end()

    @Slot()
    def sample(self) -> None:
        """Answer with `sampled`."""
        self.sampled.emit(self._sample())

    # -- driven by the socket and the timers

    @Slot()
    def _turn(self) -> None:
        if self._connection is not None:
            self._connection.turn()

    @Slot()
    def _settle(self) -> None:
        self._turn()
        if self._must_end or (self._connection is not None and not self._connection.is_connected):
            self._end()

    @Slot("qint64")
    def _written(self, count: int) -> None:
        self.bytesWritten.emit(count)
        if self._patience.isActive():
            self._end_if_acknowledged()

    @Slot()
    def _on_beat(self) -> None:
        if self._connection is not None:
            self._connection.beat()
        if self._patience.isActive():
            self._end_if_acknowledged()

    # -- the end

    def _end_if_acknowledged(self) -> None:
        if self._connection is not None and self._connection.is_acknowledged():
            self._end()

    @Slot()
    def _end(self) -> None:
        connection = self._connection
        if connection is None or self._is_ending:
            return
        if connection.is_delivering:
            self._must_end = True
            self._later.emit()
            return
        reason = self._reason or connection.reason()
        self._beat.stop()
        self._patience.stop()
        self._is_ending = True
        connection.take_rest()
        self._finished = self._with(connection, is_over=True)
        self._connection = None
        self._is_ending = False
        self.ended.emit(connection.end(reason))

    # -- being asked

    def _sample(self) -> Sample:
        return self._finished if self._connection is None else self._with(self._connection)

    def _with(self, connection: Connection, *, is_over: bool = False) -> Sample:
        """The finished connections and this one."""
        done = self._finished
        account, info, effective = connection.account()
        return Sample(
            read=done.read + connection.offset,
            reads=done.reads + connection.reads,
            in_qt=connection.socket.bytesAvailable(),
            effective=None if is_over else effective,
            tcp_info=None if is_over else info,
            kernel=total(done.kernel, account),
        )
