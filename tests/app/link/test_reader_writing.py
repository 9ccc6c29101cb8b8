"""What a reader tells of the bytes that it wrote."""

from __future__ import annotations

import socket
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Slot

from app.clock import now_ns
from app.link.attempt import Connected
from app.link.pulse import BEAT_MS, pulse
from tests.app.link.owner import Owner, connect
from tests.app.link.peers import Server, receive, until

linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells what was acknowledged")


@pytest.fixture
def owner() -> Iterator[Owner]:
    owner = Owner()
    yield owner
    owner.abortAsked.emit("the test is over")


def _count_looks(connected: Connected, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """What the kernel answers to each question for what was acknowledged."""
    assert connected.witness is not None
    ask, answers = connected.witness.acknowledged, []

    def counted() -> int:
        answers.append(ask())
        return answers[-1]

    monkeypatch.setattr(connected.witness, "acknowledged", counted)
    return answers


def _beats(count: int) -> None:
    since = now_ns()
    until(lambda: now_ns() - since > count * BEAT_MS * 1_000_000)


@linux
def test_what_was_written_is_looked_for_until_it_is_acknowledged_and_no_longer(
    owner: Owner, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    connected, _ = connect(server)
    looks = _count_looks(connected, monkeypatch)
    owner.adopted.emit(connected)
    assert owner.acknowledged == [0]
    _beats(3)
    assert looks == []
    owner.writeAsked.emit(b"hello")
    until(lambda: owner.acknowledged == [0, 5])
    asked = len(looks)
    _beats(3)
    assert len(looks) == asked
    owner.writeAsked.emit(b"hello again")
    until(lambda: owner.acknowledged == [0, 5, 16])


@linux
def test_what_was_acknowledged_by_the_end_is_told_before_it(owner: Owner, server: Server) -> None:
    connected, peer = connect(server)
    owner.adopted.emit(connected)
    pulse().leave(owner.reader)  # nobody looks before
    owner.writeAsked.emit(b"hello")
    assert receive(peer, 5) == b"hello"
    peer.close()
    until(lambda: bool(owner.ends))
    assert owner.acknowledged == [0, 5]
    assert owner.acknowledged_at_end == 5


@linux
def test_each_connection_begins_with_nothing_acknowledged(owner: Owner, server: Server) -> None:
    for _ in range(2):
        connected, peer = connect(server)
        owner.written = 0
        owner.adopted.emit(connected)
        owner.writeAsked.emit(b"hello")
        assert receive(peer, 5) == b"hello"
        owner.abortAsked.emit("over")
    assert owner.acknowledged == [0, 5, 0, 5]


def test_without_a_witness_nothing_is_said_of_acknowledgements(owner: Owner, server: Server) -> None:
    connected, peer = connect(server)
    if connected.witness is not None:
        connected.witness.close()
    owner.adopted.emit(Connected(connected.socket, None, connected.receive_buffer, connected.began_ns))
    owner.writeAsked.emit(b"hello")
    assert receive(peer, 5) == b"hello"
    _beats(3)
    owner.abortAsked.emit("over")
    assert owner.acknowledged == []
    assert owner.written == 5


class Dialog(QObject):
    """A receiver of what was written that runs a loop of its own, once."""

    def __init__(self, owner: Owner, peer: socket.socket) -> None:
        super().__init__()
        self._owner, self._peer = owner, peer
        self._was_open = False
        owner.reader.bytesWritten.connect(self._open)

    @Slot(object)
    def _open(self, _: int) -> None:
        if not self._was_open:
            self._was_open = True
            self._owner.writeAsked.emit(b" again")
            assert receive(self._peer, 11) == b"hello again"


def test_what_is_written_while_a_receiver_runs_a_loop_of_its_own_is_counted(owner: Owner, server: Server) -> None:
    """Qt tells nothing of what it writes meanwhile."""
    connected, peer = connect(server)
    owner.adopted.emit(connected)
    dialog = Dialog(owner, peer)
    owner.writeAsked.emit(b"hello")
    until(lambda: owner.written == 11)
    assert dialog._was_open
