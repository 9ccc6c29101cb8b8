"""Our end of a simulated connection: the part of QTcpSocket that the reader uses, and the kernel's witness beside it.

The socket does what Qt does on Linux: it reads once for each notification, as much as its buffer holds, and says
readyRead; writes wait in its own buffer until the loop comes round; at the end of the stream it has closed its
descriptor before it says disconnected; where a write fails on a connection that was reset it tells the error, throws
away what it has read, and leaves what the kernel holds (kernel.py reads that by its own descriptor).

The witness is the real one over a descriptor that answers as the kernel does: TCP_INFO is laid out as in linux/tcp.h.
"""

from __future__ import annotations

import socket
import struct
from typing import cast

from PySide6.QtCore import QByteArray, QObject, Signal
from PySide6.QtNetwork import QAbstractSocket

from app.link.kernel import Witness
from tests.app.simulation.clock import MS, Clock
from tests.app.simulation.wire import Wire

_State = QAbstractSocket.SocketState
_Error = QAbstractSocket.SocketError
INFO = struct.Struct("=B1xBB12xII28xII60xQQ88xI4xI4x")


class SimulatedSocket(QObject):
    """Attributes: wire; low_water, SO_RCVLOWAT; given, what was written, for the judge to empty;
    was_write_refused, a write failed and what the kernel held was left there."""

    readyRead = Signal()
    bytesWritten = Signal("qint64")
    errorOccurred = Signal(QAbstractSocket.SocketError)
    disconnected = Signal()

    def __init__(self, wire: Wire, read_buffer: int, clock: Clock) -> None:
        super().__init__()
        self.wire = wire
        self._clock = clock
        self.low_water = 1
        self.given = bytearray()
        self.was_write_refused = False
        self._limit = read_buffer
        self._incoming = bytearray()
        self._outgoing = bytearray()
        self._state = _State.ConnectedState
        self._error = _Error.UnknownSocketError

    # -- what Qt's has

    def bytesAvailable(self) -> int:
        return len(self._incoming)

    def bytesToWrite(self) -> int:
        return len(self._outgoing)

    def read(self, count: int) -> QByteArray:
        data = bytes(self._incoming[:count])
        del self._incoming[:count]
        return QByteArray(data)

    def readAll(self) -> QByteArray:
        return self.read(len(self._incoming))

    def write(self, data: bytes) -> int:
        self._outgoing += data
        self.given += data
        return len(data)

    def readBufferSize(self) -> int:
        return self._limit

    def setReadBufferSize(self, count: int) -> None:
        self._limit = count

    def state(self) -> QAbstractSocket.SocketState:
        return self._state

    def error(self) -> QAbstractSocket.SocketError:
        return self._error

    def errorString(self) -> str:
        return "Network operation failed"

    def abort(self) -> None:
        self._outgoing.clear()
        self._incoming.clear()
        self._close()

    def disconnectFromHost(self) -> None:
        """With nothing unsent Qt closes at once; what it has read stays there."""
        assert not self._outgoing
        self._close()

    # -- the loop comes round

    @property
    def is_connected(self) -> bool:
        return self._state == _State.ConnectedState

    def is_notified(self) -> bool:
        """Whether the loop has something to do here."""
        if self._state != _State.ConnectedState:
            return False
        return self._is_writable() or self._is_readable()

    def _is_writable(self) -> bool:
        return bool(self._outgoing) and (self.wire.has_room or self.wire.is_lost)

    def _is_readable(self) -> bool:
        wire = self.wire
        if len(self._incoming) >= self._limit:
            return False
        return wire.is_over or wire.waiting >= self.low_water or (0 < wire.waiting == wire.capacity)

    def notify(self) -> None:
        if self._is_writable():
            self._flush()
        if self._state == _State.ConnectedState and self._is_readable():
            self._fill()

    def _flush(self) -> None:
        if self.wire.is_lost:
            self.was_write_refused = True
            self._fail(_Error.RemoteHostClosedError, keeps_what_it_read=False)
            return
        count = self.wire.write(bytes(self._outgoing), self._clock())
        del self._outgoing[:count]
        self.bytesWritten.emit(count)

    def _fill(self) -> None:
        data = self.wire.pull(self._limit - len(self._incoming))
        if data:
            self._incoming += data
            self.readyRead.emit()
        else:
            self._fail(_Error.SocketTimeoutError if self.wire.timed_out else _Error.RemoteHostClosedError)

    def _fail(self, error: QAbstractSocket.SocketError, *, keeps_what_it_read: bool = True) -> None:
        """The connection is over. What was read can still be taken, but where a write has failed."""
        self._error = error
        self.errorOccurred.emit(error)
        self._outgoing.clear()
        if not keeps_what_it_read:
            self._incoming.clear()
        self._close()

    def _close(self) -> None:
        if self._state == _State.ConnectedState:
            self._state = _State.UnconnectedState
            self.wire.close_descriptor("qt")
            self.disconnected.emit()


class _Descriptor:
    """The witness's duplicate, as the socket module would wrap it."""

    def __init__(self, sock: SimulatedSocket, clock: Clock) -> None:
        self._sock = sock
        self._wire = sock.wire
        self._clock = clock
        self._wire.descriptors.add("witness")
        self._wire.has_witness = True

    def fileno(self) -> int:
        return -1

    def close(self) -> None:
        self._wire.close_descriptor("witness")

    def recv(self, count: int, _flags: int) -> bytes:
        return self._wire.pull(count)

    def setsockopt(self, _level: int, _option: int, count: int) -> None:
        self._sock.low_water = count

    def getsockopt(self, level: int, _option: int, length: int = 0) -> int | bytes:
        if level == socket.SOL_SOCKET:
            return self._wire.capacity
        wire, now = self._wire, self._clock.now_ns
        return INFO.pack(
            wire.state,
            min(wire.retransmits(now), 255),
            0,  # probes
            1448,
            1448,
            (now - wire.last_data_ns) // MS & 0xFFFFFFFF,
            (now - wire.last_ack_ns) // MS & 0xFFFFFFFF,
            wire.acked + 1,  # the SYN
            wire.arrived + wire.fin_arrived,
            wire.out_of_order,
            wire.capacity - wire.waiting,
        )[:length]


class SimulatedWitness(Witness):
    """The real one; only the lengths of the two queues are asked by ioctl, which needs a real descriptor."""

    def __init__(self, sock: SimulatedSocket, clock: Clock) -> None:
        super().__init__(cast(socket.socket, _Descriptor(sock, clock)))
        self._wire = sock.wire

    def waiting(self) -> int:
        return self._wire.waiting

    def unacknowledged(self) -> int:
        return self._wire.written - self._wire.acked
