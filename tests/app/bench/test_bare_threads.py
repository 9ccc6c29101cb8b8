"""The bare threads read what a link would, and end."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QThread

from app.bench.bare_threads import BareReader
from app.bench.sender import PIECE, pattern
from app.bench.sockets import senders


def test_what_was_sent_comes_to_this_thread_from_the_other(qapp: QCoreApplication, qtbot) -> None:
    heard: list[bytes] = []
    with senders("floats") as ports:
        reader, thread = BareReader(int(ports[0])), QThread()
        reader.moveToThread(thread)
        thread.start()
        with qtbot.waitSignal(reader.pieceRead) as piece:
            reader.openAsked.emit()
        heard.append(piece.args[0].data())
        with qtbot.waitSignal(thread.finished):
            reader.closeAsked.emit()
        thread.wait()
    assert 0 < len(heard[0])
    assert heard[0][:PIECE] == pattern("floats")[: len(heard[0][:PIECE])]
