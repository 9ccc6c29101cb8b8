"""The part of a TCP link that owns the socket. Moves between threads.

It has no parent, its timers and its socket are its children, and it speaks with the link by signals and slots alone,
so that it can be moved to a thread with the socket in its hands. All that touches the descriptor happens here and in
its Connection, in the thread where the socket lives.

Away. In the GUI thread what it reads goes straight to the receivers (`bytesReceived`, `ended`). In a thread everything
goes by the lane of the flight, which the GUI thread is woken for (`launched`), and only while that has room: else it
leaves the bytes with Qt and the kernel until `resume_turns`.

Moving. `move_to` runs in the thread that it leaves, never within a turn. From then on the reader pauses: it emits no
bytes and no end until `resume`, which comes from the GUI thread once all that was launched before has been received.
LEFT goes behind that. moveToThread is the last thing that is done: the next slot may run in the other thread at once.
No timer runs meanwhile: Qt starts those of a moved object again by an event behind all that has been posted, and one
that was stopped before that event (a `resume` ended the connection) fires for ever, also when its object is no more.

The end. Qt has closed its descriptor before `disconnected` is heard, so the last account comes from the witness's
own (kernel.py), and so do bytes that Qt left behind; what it would throw away is saved before. The order is fixed:
what waits, the account, letting go (our FIN waits for that), `ended`. While a chunk is with its receivers the end waits
too: a receiver that closes the link must not make the others see the end before the chunk.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QThread, QTimer, Signal, Slot
from PySide6.QtNetwork import QAbstractSocket

from app.clock import now_ns
from app.health.ledger import Kernel
from app.link.attempt import Connected
from app.link.connection import FIRST, Connection
from app.link.contract import TcpInfo
from app.link.flight import Flight
from app.link.forgotten import is_emptied
from app.link.kernel import total
from app.link.outgoing import Outgoing
from app.link.pulse import BEAT_MS, pulse
from app.sentence import sentence
from app.stream import Chunk

ACKNOWLEDGE_MS = 1_000  # how long a close waits for the device's network stack to take what was sent

CLOSED_HERE = sentence("closed here")
LEFT = "left"  # the reader's last word before it moves


@dataclass(frozen=True, slots=True)
class Sample:
    """The reader at one moment. Totals run over all connections; `effective` is SO_RCVBUF, None when not open.

    `kernel` and `starved` are None until the kernel was asked once: before the first connection, and where there is no
    TCP_INFO.
    """

    read: int = 0
    reads: int = 0
    in_qt: int = 0
    effective: int | None = None
    tcp_info: TcpInfo | None = None
    kernel: Kernel | None = None
    starved: int | None = None


class SocketReader(QObject):
    """Owns one connection's socket after the other.

    Signals:
        bytesReceived(Chunk): in order; in the GUI thread alone.
        ended(End): the connection is over; behind its last chunk; in the GUI thread alone.
        launched(): there is something in the lane: chunks and the end while away, and LEFT in any case.
        bytesWritten(int as object): the kernel took so many bytes more.
        bytesAcknowledged(int as object): the device's network stack has all of this connection before this position.
            Never more than was told by bytesWritten. 0 at the beginning, where the system can tell; before the end
            comes what was acknowledged by then.
        sampled(Sample): the answer to `sample`; unasked before the end of a connection.
        settled(int): resumed after a move, in the thread with this native id.
    """

    bytesReceived = Signal(object)
    ended = Signal(object)
    launched = Signal()
    bytesWritten = Signal(object)
    bytesAcknowledged = Signal(object)
    sampled = Signal(object)
    settled = Signal(object)
    _later = Signal()
    _moveAgain = Signal(object)

    def __init__(self, clock: Callable[[], int] = now_ns, flight: Flight | None = None) -> None:
        super().__init__()
        self._clock = clock
        self._flight = flight or Flight()
        self._home = self.thread()
        self._is_away = False
        self._is_paused = False
        self._connection: Connection | None = None
        self._outgoing: Outgoing | None = None  # the other side of the same
        self._number = 0
        self._reason = ""  # why we end it; "" while we do not
        self._must_end = False  # as soon as the chunk being delivered is with all its receivers
        self._is_ending = False  # its rest is being delivered
        self._finished = Sample()
        self._own_beat = QTimer(self)  # while away; at home the pulse
        self._own_beat.setInterval(BEAT_MS)
        self._own_beat.timeout.connect(self.beat)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._end)
        self._patience_ms = -1  # what was left of it when a move began
        self._later.connect(self._settle, Qt.ConnectionType.QueuedConnection)
        self._moveAgain.connect(self.move_to, Qt.ConnectionType.QueuedConnection)

    # -- moving

    @Slot(object)
    def move_to(self, thread: QThread) -> None:
        """Pause, and go to another thread with the socket. Invoked by a queued signal."""
        connection = self._connection
        if connection is not None and connection.is_delivering:  # a receiver runs a loop of its own
            self._moveAgain.emit(thread)
            return
        self._is_paused = True
        self._patience_ms = self._patience.remainingTime()
        self._stop_timers()
        self._is_away = thread is not self._home
        if connection is not None:
            connection.deliver_to = self._delivery()
        self._flight.begin(self._read(), connection.turn_bytes if connection is not None else FIRST)
        if self._flight.append(LEFT):
            self.launched.emit()
        self.moveToThread(thread)

    @Slot()
    def resume(self) -> None:
        """Go on where it is now; what came in the meantime first."""
        self._is_paused = False
        if self._connection is not None:
            if self._is_away:
                self._own_beat.start()
            else:
                pulse().join(self)
            if self._patience_ms >= 0:
                self._patience.start(self._patience_ms)
        self.settled.emit(threading.get_native_id())
        self._settle()

    @Slot()
    def resume_turns(self) -> None:
        """There is room again for what waits."""
        self._turn()

    @Slot(object)
    def abandon(self, thread: QThread) -> None:
        """The link is no more: let go of the connection, tell nobody, end the thread and be at home. Invoked by a
        queued signal, wherever it is by then."""
        self._is_paused = True
        self.let_go()
        thread.quit()  # before the last move: the loop ends behind this slot
        if self.thread() is not self._home:
            self.moveToThread(self._home)

    @Slot()
    def let_go(self) -> None:
        """The link is no more: end the connection and tell nobody."""
        if is_emptied(self):
            return
        self._stop_timers()
        connection, self._connection, self._outgoing = self._connection, None, None
        if connection is not None:
            connection.end("")

    def _stop_timers(self) -> None:
        self._own_beat.stop()
        if not self._is_away:
            pulse().leave(self)
        self._patience.stop()

    def _delivery(self) -> Callable[[Chunk], None]:
        return self._launch if self._is_away else self.bytesReceived.emit

    def _launch(self, chunk: Chunk) -> None:
        if self._flight.launch(chunk, len(chunk.data), self._read()):
            self.launched.emit()

    def _read(self) -> int:
        return self._finished.read + (self._connection.offset if self._connection is not None else 0)

    # -- driven by the link

    @Slot(object)
    def adopt(self, connected: Connected) -> None:
        """Own this socket. What has already happened on it is handled a moment later, as if it happened then."""
        self._number += 1
        self._reason = ""
        self._must_end = False
        self._connection = Connection(connected, self._number, self._delivery(), self._clock)
        self._outgoing = Outgoing(connected)
        if self._outgoing.acknowledged is not None:
            self.bytesAcknowledged.emit(0)
        socket = connected.socket
        socket.setParent(self)
        socket.readyRead.connect(self._turn)
        socket.bytesWritten.connect(self._written)
        socket.errorOccurred.connect(self._save)
        socket.disconnected.connect(self._end)
        pulse().join(self)
        self._later.emit()

    @Slot(object)
    def write(self, data: bytes) -> None:
        """Hand bytes to Qt."""
        connection, outgoing = self._connection, self._outgoing
        if connection is not None and outgoing is not None and not self._is_ending and connection.is_connected:
            outgoing.write(data)

    @Slot()
    def finish(self) -> None:
        """End the connection once all that was written has been acknowledged, or after ACKNOWLEDGE_MS."""
        if self._connection is not None and not self._is_ending:
            self._reason = self._reason or CLOSED_HERE
            self._patience.start(ACKNOWLEDGE_MS)
            self._end_if_acknowledged()

    @Slot(object)
    def abort(self, reason: str) -> None:
        """End the connection now."""
        if self._connection is not None:
            self._reason = self._reason or reason
            self._end()

    @Slot()
    def sample(self) -> None:
        """Answer with `sampled`."""
        connection = self._connection
        self.sampled.emit(self._finished if connection is None else self._with(connection))

    # -- driven by the socket and the timers

    @Slot()
    def _turn(self) -> None:
        if self._connection is None or self._is_paused:
            return
        if not self._is_away:
            self._connection.turn()
        elif self._flight.has_room():
            self._connection.short_turn(self._flight.piece_bytes)

    @Slot(QAbstractSocket.SocketError)
    def _save(self, _error: QAbstractSocket.SocketError) -> None:
        if self._connection is not None:
            self._connection.save()

    @Slot()
    def _settle(self) -> None:
        self._turn()
        if self._must_end or (self._connection is not None and not self._connection.is_connected):
            self._end()

    @Slot()
    def _written(self) -> None:
        self._count_taken()
        if self._patience.isActive():
            self._end_if_acknowledged()

    @Slot()
    def beat(self) -> None:
        """Every BEAT_MS while there is a connection."""
        if self._connection is not None:
            self._connection.beat()
        if self._outgoing is not None and self._outgoing.is_outstanding():
            self._count_taken()
            self._look_for_acknowledgements()
        if self._patience.isActive():
            self._end_if_acknowledged()

    def _count_taken(self) -> None:
        connection, outgoing = self._connection, self._outgoing
        if connection is not None and outgoing is not None and connection.is_connected and (count := outgoing.count()):
            self.bytesWritten.emit(count)

    def _look_for_acknowledgements(self) -> None:
        outgoing = self._outgoing
        if outgoing is not None and outgoing.look():
            self.bytesAcknowledged.emit(outgoing.acknowledged)

    # -- the end

    def _end_if_acknowledged(self) -> None:
        if self._connection is not None and self._connection.is_acknowledged():
            self._end()

    @Slot()
    def _end(self) -> None:
        connection = self._connection
        if connection is None or self._is_ending:
            return
        if self._is_paused:
            self._must_end = True
            return
        if connection.is_delivering:
            self._must_end = True
            self._later.emit()
            return
        reason = self._reason or connection.reason()
        self._stop_timers()
        self._is_ending = True
        connection.take_rest()
        self._look_for_acknowledgements()
        self._finished = self._with(connection, is_over=True)
        self._connection = self._outgoing = None
        self._is_ending = False
        end = connection.end(reason)
        self.sampled.emit(self._finished)
        if not self._is_away:
            self.ended.emit(end)
        elif self._flight.append(end):
            self.launched.emit()

    # -- being asked

    def _with(self, connection: Connection, *, is_over: bool = False) -> Sample:
        """The finished connections and this one."""
        done = self._finished
        account, info, effective = connection.account()
        return Sample(
            read=done.read + connection.offset,
            reads=done.reads + connection.reads,
            in_qt=connection.in_qt,
            effective=None if is_over else effective,
            tcp_info=None if is_over else info,
            kernel=total(done.kernel, account),
            starved=_sum(done.starved, connection.starved),
        )


def _sum(one: int | None, other: int | None) -> int | None:
    """Of those that are available."""
    return one if other is None else other if one is None else one + other
