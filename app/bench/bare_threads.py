"""A QThread for each socket that emits what it reads to the main thread: the bare form of a SocketThread.

The pieces are those of a link: Qt's buffer has the same size, and the kernel gathers as much before it wakes the
thread. All else that a link does is left out: no stamps, no offsets, no account, no bound on what is in flight. The
counting slot keeps up with five floods, so the last of these costs nothing here; with a slot that does not, memory
would fill.
"""

from __future__ import annotations

import socket

from PySide6.QtCore import QCoreApplication, QObject, Qt, QThread, Signal, Slot
from PySide6.QtNetwork import QTcpSocket

from app.bench.counting import Counting, Result
from app.link.connection import GATHER_MOST, MOST
from app.link.options import DEFAULT_RECEIVE_BUFFER


class BareReader(QObject):
    """Owns a socket, in the thread it was moved to.

    Signals:
        pieceRead(QByteArray): what `readAll` gave.
    """

    pieceRead = Signal(object)  # as fast as Signal(QByteArray), and what the links use
    openAsked = Signal()
    closeAsked = Signal()

    def __init__(self, port: int) -> None:
        super().__init__()
        self._port = port
        self.openAsked.connect(self._open)
        self.closeAsked.connect(self._close)

    @Slot()
    def _open(self) -> None:
        self._socket = QTcpSocket(self)
        self._socket.setReadBufferSize(MOST)
        self._socket.readyRead.connect(self._read)
        self._socket.connected.connect(self._set_up)
        self._socket.connectToHost("127.0.0.1", self._port)

    @Slot()
    def _set_up(self) -> None:
        ours = socket.socket(fileno=self._socket.socketDescriptor())
        ours.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, DEFAULT_RECEIVE_BUFFER)
        ours.setsockopt(socket.SOL_SOCKET, socket.SO_RCVLOWAT, GATHER_MOST)
        ours.detach()

    @Slot()
    def _read(self) -> None:
        self.pieceRead.emit(self._socket.readAll())

    @Slot()
    def _close(self) -> None:
        self._socket.abort()
        self._socket.deleteLater()  # its timers end in their own thread
        QThread.currentThread().quit()


def bare_thread_count(seconds: float, ports: list[int]) -> Result:
    """Five of them and a sink in the main thread."""
    application = QCoreApplication([])
    sink = Counting(seconds)
    threads = [(BareReader(port), QThread()) for port in ports]
    for reader, thread in threads:
        reader.pieceRead.connect(sink.take_bare, Qt.ConnectionType.QueuedConnection)
        reader.moveToThread(thread)
        thread.start()
        reader.openAsked.emit()
    application.exec()
    for reader, _ in threads:
        reader.closeAsked.emit()
    for _, thread in threads:
        thread.wait()
    return sink.result
