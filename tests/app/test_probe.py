"""A test connection against real sockets on this machine: what it takes, how it ends, that nothing is left of it."""

from __future__ import annotations

import select
import socket
from collections.abc import Iterator

import pytest

import app.probe
from app.decoding.options import Arrival, Csv, Json
from app.framing.options import Length, Line
from app.link.contract import State
from app.link.options import TcpOptions
from app.preview import Settings
from app.probe import ENOUGH, MOST_BYTES, Phase, Probe
from tests.app.link.peers import Flood, Server, receive, reset, until

LINES = Settings(Line(), Csv(), Arrival())


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.close()


@pytest.fixture
def probe(qapp: object) -> Iterator[Probe]:
    probe = Probe()
    probe.read_as(LINES)
    yield probe
    probe.forget()
    probe.deleteLater()


def options(server: Server, **more: object) -> TcpOptions:
    return TcpOptions(host=server.host, port=server.port, **more)


def hangs_up(peer: socket.socket) -> bool:
    """Whether the other end has closed; what it sent is not looked at."""
    peer.setblocking(False)

    def is_closed() -> bool:
        if not select.select([peer], [], [], 0)[0]:
            return False
        try:
            return not peer.recv(4096)
        except ConnectionResetError:
            return True

    until(is_closed, "the end of the connection")
    return True


def test_a_device_that_sends_lines_is_read_until_enough_of_them_are_decoded(server: Server, probe: Probe):
    phases: list[Phase] = []
    probe.changed.connect(lambda: phases.append(probe.phase))
    probe.start(options(server))
    peer = server.accept()
    peer.sendall(b"1,2,3\n" * (ENOUGH + 5))
    until(lambda: not probe.is_running, "the end of the test")
    assert probe.phase is Phase.ENOUGH
    assert probe.preview is not None
    assert probe.preview.decoded >= ENOUGH
    assert probe.preview.tables[0].rows[0] == {"c1": 1.0, "c2": 2.0, "c3": 3.0}
    assert phases.index(Phase.CONNECTING) < phases.index(Phase.LISTENING)
    assert hangs_up(peer)


def test_what_it_captured_is_read_again_with_other_settings_and_no_other_connection(server: Server, probe: Probe):
    probe.start(options(server))
    server.accept().sendall(b"1;2\n" * 30)
    until(lambda: not probe.is_running)
    assert probe.preview is not None
    assert [*probe.preview.tables[0].units] == ["c1"]
    probe.read_as(Settings(Line(), Csv(separator=";", fields=("a [V]", "b")), Arrival()))
    assert probe.preview.tables[0].units == {"a": "V", "b": ""}
    assert not server.is_dialled()


def test_frames_that_the_settings_cannot_decode_do_not_end_the_test(server: Server, probe: Probe):
    probe.read_as(Settings(Line(), Json(), Arrival()))
    probe.start(options(server))
    peer = server.accept()
    peer.sendall(b"no json\n" * 100)
    until(lambda: probe.preview is not None and probe.preview.cut == 100)
    assert probe.phase is Phase.LISTENING
    assert sum(probe.preview.rejected.values()) == 100
    assert probe.preview.rejects[-1].head == b"no json"


def test_a_refusal_is_told_with_its_address_and_reason(server: Server, probe: Probe):
    server.stop_listening()
    probe.start(options(server))
    until(lambda: not probe.is_running)
    assert probe.phase is Phase.REFUSED
    assert "refused" in probe.reason
    assert str(server.port) in probe.address
    assert probe.received == 0


def test_a_silent_device_is_told_so_when_the_time_is_over(
    server: Server, probe: Probe, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(app.probe, "LISTEN_S", 0)
    probe.start(options(server))
    peer = server.accept()
    until(lambda: not probe.is_running)
    assert probe.phase is Phase.QUIET
    assert hangs_up(peer)


def test_an_address_that_does_not_answer_is_given_up(server: Server, probe: Probe, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(app.probe, "OPEN_S", 0)
    probe.start(TcpOptions(host="192.0.2.1", port=9))  # RFC 5737: nobody is there
    until(lambda: not probe.is_running)
    assert probe.phase in (Phase.LATE, Phase.REFUSED)  # a machine without a network refuses at once


@pytest.mark.parametrize("end", [socket.socket.close, reset])
def test_a_device_that_ends_the_connection_leaves_what_it_sent(server: Server, probe: Probe, end):
    probe.start(options(server))
    peer = server.accept()
    peer.sendall(b"1,2\n3,4\n5")
    until(lambda: probe.received == 9)
    end(peer)
    until(lambda: not probe.is_running)
    assert probe.phase is Phase.ENDED
    assert probe.reason
    assert probe.preview is not None
    assert probe.preview.decoded == 2
    assert sum(probe.preview.discarded.values()) == 1  # nothing more of it will come


def test_a_flood_is_cut_off_at_the_bound(server: Server, probe: Probe):
    probe.read_as(Settings(Length(), Json(), Arrival()))
    probe.start(options(server))
    peer = server.accept()
    flood = Flood(peer)
    until(lambda: not probe.is_running)
    assert probe.phase is Phase.FULL
    assert probe.received == MOST_BYTES == sum(len(piece.data) for piece in probe.capture)
    flood.stop()


def test_a_device_that_must_be_asked_is_asked(server: Server, probe: Probe):
    probe.start(options(server, on_connect=(b"?POLL;\n",)))
    peer = server.accept()
    assert receive(peer, 7) == b"?POLL;\n"
    assert probe.asked == 7


def test_stopping_hangs_up_and_keeps_what_came(server: Server, probe: Probe):
    probe.start(options(server))
    peer = server.accept()
    peer.sendall(b"1,2\n")
    until(lambda: probe.received == 4)
    link = probe._link
    assert link is not None
    probe.stop()
    assert link.state is State.IDLE  # at once, not after the second that a polite close may take
    assert probe.phase is Phase.STOPPED
    assert probe.received == 4
    assert hangs_up(peer)


def test_another_test_forgets_the_one_before_and_its_connection(server: Server, probe: Probe):
    probe.start(options(server))
    first = server.accept()
    first.sendall(b"old\n")
    until(lambda: probe.received == 4)
    probe.start(options(server))
    assert hangs_up(first)
    second = server.accept()
    second.sendall(b"7\n")
    until(lambda: probe.received == 2)
    assert probe.capture[0].data == b"7\n"


def test_a_session_that_reads_by_threads_starts_none_for_the_test(server: Server, probe: Probe):
    probe.start(options(server, transport="thread"))
    server.accept()
    until(lambda: probe.phase is Phase.LISTENING)
    assert probe._link is not None
    assert probe._link.statistics().thread is None


def test_forgetting_while_it_dials_leaves_nothing(server: Server, probe: Probe):
    probe.start(options(server))
    probe.forget()
    assert probe.phase is Phase.UNTRIED
    assert not probe.is_running
    assert probe.preview is not None
    assert probe.preview.received == 0
