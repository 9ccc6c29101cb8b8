"""The limit drops what it reads, and paints its picture again and again."""

from __future__ import annotations

from PySide6.QtNetwork import QHostAddress, QTcpServer
from pytestqt.qtbot import QtBot

from ui.bench.bare_screen import SIZE, Drain, Picture


def test_bytes_are_counted_and_dropped(qtbot: QtBot) -> None:
    server = QTcpServer()
    server.listen(QHostAddress.SpecialAddress.LocalHost)
    drain = Drain(server.serverPort())
    qtbot.waitUntil(server.hasPendingConnections)
    server.nextPendingConnection().write(bytes(5_000))
    qtbot.waitUntil(lambda: drain.taken == 5_000)
    drain.deleteLater()
    server.close()


def test_the_picture_is_put_again_and_again(qtbot: QtBot) -> None:
    picture = Picture()
    qtbot.addWidget(picture)
    picture.show()
    assert (picture.width(), picture.height()) == SIZE
    qtbot.waitUntil(lambda: picture.painted > 5)
    picture.stop()
