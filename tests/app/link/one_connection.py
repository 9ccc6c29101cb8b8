"""A connection on a fake socket and a fake kernel, and its receiver."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QByteArray
from PySide6.QtNetwork import QAbstractSocket

from app.link.attempt import Connected
from app.link.connection import MOST, Connection, Turns
from app.link.contract import ReceiveBuffer
from app.stream import Chunk

MS = 1_000_000


class Clock:
    def __init__(self) -> None:
        self.now = 1_000 * MS

    def __call__(self) -> int:
        return self.now


class Socket:
    """As much of a QTcpSocket as a connection touches; the kernel behind it holds as much as one likes."""

    def __init__(self) -> None:
        self.kernel = bytearray()
        self.buffer = bytearray()
        self.bound = MOST
        self.current = QAbstractSocket.SocketState.ConnectedState
        self.failure = QAbstractSocket.SocketError.UnknownSocketError
        self.said = "Unknown error"
        self.to_write = 0
        self.calls: list[str] = []

    def arrive(self, count: int) -> None:
        self.kernel += (bytes(range(251)) * (count // 251 + 1))[:count]

    def notify(self) -> None:
        """What Qt does before it says readyRead."""
        room = self.bound - len(self.buffer)
        self.buffer += self.kernel[:room]
        del self.kernel[:room]

    def readBufferSize(self) -> int:
        return self.bound

    def setReadBufferSize(self, count: int) -> None:
        self.bound = count

    def bytesAvailable(self) -> int:
        return len(self.buffer)

    def read(self, count: int) -> QByteArray:
        self.calls.append("read")
        data = QByteArray(bytes(self.buffer[:count]))
        del self.buffer[:count]
        return data

    def readAll(self) -> QByteArray:
        data = self.read(len(self.buffer))
        self.calls[-1] = "readAll"
        return data

    def bytesToWrite(self) -> int:
        return self.to_write

    def state(self) -> QAbstractSocket.SocketState:
        return self.current

    def error(self) -> QAbstractSocket.SocketError:
        return self.failure

    def errorString(self) -> str:
        return self.said

    def abort(self) -> None:
        self.calls.append("abort")

    def disconnectFromHost(self) -> None:
        self.calls.append("disconnectFromHost")

    def deleteLater(self) -> None:
        self.calls.append("deleteLater")


class Kernel:
    """A witness that tells the length of a Socket's queue."""

    def __init__(self, sock: Socket) -> None:
        self.marks: list[int] = []
        self.asked = 0
        self.is_closed = False
        self.unsent = 0
        self._socket = sock

    def waiting(self) -> int:
        self.asked += 1
        return len(self._socket.kernel)

    def unacknowledged(self) -> int:
        return self.unsent

    def set_low_water(self, count: int) -> None:
        self.marks.append(count)

    def rest(self, most: int) -> bytes:
        data = bytes(self._socket.kernel[:most])
        del self._socket.kernel[:most]
        return data

    def was_reset(self) -> bool:
        return True

    def close(self) -> None:
        self.is_closed = True


class Bench:
    """A connection on a fake socket, with a receiver that takes `cost_ns` for each chunk, and `work_ns` of a processor
    that has a clock of its own. `beside`: one that the same loop reads."""

    def __init__(self, *, with_witness: bool = True, beside: Bench | None = None, clock: Clock | None = None) -> None:
        self.clock = clock or (beside.clock if beside else Clock())
        self.turns = beside.turns if beside else Turns()
        self.socket: Any = Socket()
        self.witness: Any = Kernel(self.socket) if with_witness else None
        self.chunks: list[Chunk] = []
        self.cost_ns = 0
        self.work_ns = 0
        self.processor = Clock()
        buffer = ReceiveBuffer(None, None, None, None, "")
        connected = Connected(self.socket, self.witness, buffer, self.clock.now)
        self.clock.now += MS
        self.connection = Connection(connected, 7, self._take, self.clock, self.turns)

    def _take(self, chunk: Chunk) -> None:
        assert self.connection.is_delivering
        self.chunks.append(chunk)
        self.clock.now += self.cost_ns
        self.processor.now += self.work_ns

    def turn(self, count: int = 0) -> None:
        self.socket.arrive(count)
        self.socket.notify()
        self.connection.turn()

    def sizes(self) -> list[int]:
        return [len(chunk.data) for chunk in self.chunks]
