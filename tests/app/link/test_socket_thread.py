"""A thread ends in order whatever becomes of its link and of the program."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from app.link import socket_thread
from app.link.contract import State
from app.link.options import TcpOptions
from app.link.tcp import TcpLink
from tests.app.link.peers import Server, until


def brought(server: Server, before: str) -> TcpLink:
    """A link in thread mode at that point of its life."""
    link = TcpLink(TcpOptions(host=server.host, port=server.port, transport="gui" if before == "going" else "thread"))
    link.open()
    until(lambda: link.state is State.OPEN)
    if before == "going":
        link.set_transport("thread")
    else:
        until(lambda: link.statistics().thread is not None)
    if before == "coming":
        link.set_transport("gui")
    elif before == "closing":
        link.send(b"unread")
        link.close()
    return link


@pytest.mark.parametrize("before", ["settled", "coming", "going", "closing"])
def test_a_link_that_is_deleted_lets_go_of_its_connection_and_its_thread(server: Server, before: str) -> None:
    """Its QThread would abort the program, now or at its exit."""
    brought(server, before).deleteLater()
    peer = server.accept()
    assert socket_thread._running
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    until(lambda: not socket_thread._running, "the thread's end")
    assert peer.recv(100) in (b"", b"unread")


def test_a_program_that_ends_without_its_loop_ends_its_threads(server: Server) -> None:
    code = f"""
from PySide6.QtCore import QCoreApplication
from app.link.options import TcpOptions
from app.link.tcp import TcpLink
app = QCoreApplication([])
link = TcpLink(TcpOptions(host={server.host!r}, port={server.port}, transport="thread"))
link.open()
while link.statistics().thread is None:
    app.processEvents()
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_connection_that_gets_no_thread_tells_that_the_wish_was_given_up(
    qtbot: QtBot, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was wished before the link was opened."""
    monkeypatch.setattr("app.link.socket_thread.SocketThread.start", lambda _: False)
    link = TcpLink(TcpOptions(host=server.host, port=server.port, transport="thread"))
    with qtbot.waitSignal(link.transportChanged) as told:
        link.open()
    assert (told.args, link.wished_transport) == (["gui"], "gui")
    link.close()
    until(lambda: link.state is State.IDLE)
