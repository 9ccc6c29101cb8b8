"""The bare threads read what a link would, and end."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QCoreApplication, QObject, Qt, QThread, Signal, Slot

from app.bench.bare_threads import BareReader
from app.bench.sender import PIECE, pattern
from app.bench.sockets import senders


class Heard(QObject):
    """What came, in the thread that it came to."""

    came = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.data = b""
        self.threads: set[QThread] = set()

    @Slot(object)
    def take(self, data: QByteArray) -> None:
        self.threads.add(QThread.currentThread())
        self.data += data.data()
        if len(self.data) >= PIECE:
            self.came.emit()


def test_what_was_sent_comes_to_this_thread_from_another_that_ends(qapp: QCoreApplication, qtbot) -> None:
    heard = Heard()
    with senders("floats") as ports:
        reader, thread = BareReader(int(ports[0])), QThread()
        reader.pieceRead.connect(heard.take, Qt.ConnectionType.QueuedConnection)
        reader.moveToThread(thread)
        thread.start()
        with qtbot.waitSignal(heard.came):
            reader.openAsked.emit()
        with qtbot.waitSignal(thread.finished):
            reader.closeAsked.emit()
        thread.wait()
    assert heard.data[:PIECE] == pattern("floats")
    assert heard.threads == {qapp.thread()}
