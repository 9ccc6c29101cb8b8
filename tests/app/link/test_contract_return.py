"""What every link promises of coming back and of silence, over every transport and mode."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import QObject, Slot

from app.clock import now_ns
from app.link import reconnect
from app.link.contract import Link, State
from tests.app.link.conftest import MakeLink
from tests.app.link.peers import Server, turn_loop, until

MS = 1_000_000
HOUR = 3600 * 1000 * MS
MINUTE = HOUR // 60
SOON = 50 * MS  # a session may not say so little; a test need not wait


class Silence(QObject):
    """What a link said of it, and something to do about it."""

    def __init__(self, link: Link, action: Callable[[], None] | None = None) -> None:
        super().__init__()
        self.said: list[bool] = []
        self._action = action
        link.staleChanged.connect(self._change)

    @Slot(bool)
    def _change(self, is_stale: bool) -> None:
        self.said.append(is_stale)
        if self._action is not None:
            self._action()


def opened(make: MakeLink, server: Server, **options: object) -> tuple[Link, object, socket.socket]:
    link, heard = make(server, **options)
    link.open()
    peer = server.accept()
    until(lambda: link.state is State.OPEN, "the link to open")
    return link, heard, peer


# -- coming back


def test_a_name_that_does_not_resolve_is_looked_up_until_it_does(link_to: MakeLink, server: Server) -> None:
    known: list[str] = []

    def resolver(host: str, port: int) -> Sequence[str]:
        if not known:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return known

    link, heard = link_to(server, host="imu.local", seams={"resolver": resolver})
    link.open()
    until(lambda: len(heard.reasons) >= 3)
    assert set(heard.reasons) == {"name unknown: imu.local"}
    assert heard.states[:3] == [State.RESOLVING, State.WAITING, State.RESOLVING]
    assert link.statistics().failed_in_row == len(heard.reasons)
    known.append(server.host)
    until(lambda: link.state is State.OPEN)
    assert link.statistics().address == f"{server.host}:{server.port}"


def test_a_device_that_accepts_and_closes_is_left_alone_longer_and_longer(link_to: MakeLink, server: Server) -> None:
    link, heard = link_to(server, retry=HOUR, retry_most=5 * HOUR)
    link.open()
    for failed, hours in enumerate((1, 2, 4, 5, 5), start=1):
        server.accept().close()
        until(lambda: link.state is State.WAITING)
        said = link.statistics()
        assert said.failed_in_row == failed
        assert said.next_try_ns is not None
        assert hours * HOUR - MINUTE < said.next_try_ns - now_ns() <= hours * HOUR
        link.retry_now()
        assert link.statistics().next_try_ns is None
    assert link.statistics().reasons["closed by the device"] == 5
    until(lambda: link.state is State.OPEN)
    assert heard.opened == 6


def test_a_connection_that_lasted_lets_the_back_off_begin_anew(
    link_to: MakeLink, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reconnect, "LASTED_NS", 10 * MS)
    server.stop_listening()
    link, heard = link_to(server)
    link.open()
    until(lambda: len(heard.reasons) >= 3)
    assert link.statistics().failed_in_row >= 3
    server.listen_again()
    peer = server.accept()
    until(lambda: link.state is State.OPEN and link.statistics().failed_in_row == 0)
    peer.close()
    until(lambda: heard.opened == 2)
    assert link.statistics().reasons["closed by the device"] == 1


def test_a_link_that_is_stopped_while_it_waits_has_forgotten_its_failures(link_to: MakeLink, server: Server) -> None:
    link, _, peer = opened(link_to, server, retry=HOUR)
    peer.close()
    until(lambda: link.state is State.WAITING)
    assert link.statistics().failed_in_row == 1
    link.close()
    said = link.statistics()
    assert (said.state, said.next_try_ns, said.failed_in_row) == (State.IDLE, None, 0)
    assert said.last_reason == "closed by the device"


def test_trying_now_changes_nothing_unless_the_link_waits(link_to: MakeLink, server: Server) -> None:
    link, heard = link_to(server)
    link.retry_now()
    assert link.state is State.IDLE
    link.open()
    link.retry_now()
    until(lambda: link.state is State.OPEN)
    link.retry_now()
    turn_loop(50)
    assert heard.states == [State.CONNECTING, State.OPEN]


@pytest.mark.parametrize("name", ["ended", "disconnected", "stateChanged"])
def test_trying_now_inside_the_signal_of_a_loss_opens_once(link_to: MakeLink, server: Server, name: str) -> None:
    class Hastens(QObject):
        @Slot(object)
        def hasten(self, _: object) -> None:
            link.retry_now()

    link, heard = link_to(server, retry=HOUR)
    hastens = Hastens()
    getattr(link, name).connect(hastens.hasten)
    link.open()
    server.accept().close()
    until(lambda: heard.opened == 2)
    turn_loop(50)
    assert heard.opened == 2
    assert link.state is State.OPEN


def test_the_first_commands_are_sent_again_at_each_connection(link_to: MakeLink, server: Server) -> None:
    link, _ = link_to(server, on_connect=(b"?WATCH;\n", b"rate 5\n"))
    link.open()
    for _ in range(3):
        peer = server.accept()
        peer.setblocking(False)
        seen = bytearray()
        until(lambda peer=peer, seen=seen: _taken(peer, seen) == b"?WATCH;\nrate 5\n", "the first commands")
        peer.close()


def _taken(peer: socket.socket, seen: bytearray) -> bytes:
    with contextlib.suppress(BlockingIOError):
        seen += peer.recv(100)
    return bytes(seen)


# -- silence


def test_a_device_that_falls_silent_is_stale_until_it_speaks(link_to: MakeLink, server: Server) -> None:
    link, heard, peer = opened(link_to, server, stale_after=SOON)
    silence = Silence(link)
    peer.sendall(b"1\n")
    until(lambda: heard.count == 2)
    assert link.statistics().stale_after_ns == SOON
    until(lambda: silence.said == [True], "the device to be called silent")
    said = link.statistics()
    assert said.is_stale
    assert said.silent_ns is not None
    assert said.silent_ns > SOON
    assert said.state is State.OPEN
    peer.sendall(b"2\n")
    until(lambda: len(silence.said) == 2)
    assert silence.said == [True, False]
    assert heard.bytes() == b"1\n2\n"
    assert not link.statistics().is_stale
    until(lambda: silence.said == [True, False, True], "the device to be called silent again")


def test_a_link_that_was_never_open_is_not_silent(link_to: MakeLink, server: Server) -> None:
    link, _ = link_to(server, stale_after=SOON)
    said = link.statistics()
    assert (said.silent_ns, said.stale_after_ns, said.is_stale) == (None, None, False)


@pytest.mark.parametrize("how", ["the device closes", "closed here"])
def test_the_end_of_a_silent_connection_ends_the_silence(link_to: MakeLink, server: Server, how: str) -> None:
    link, heard, peer = opened(link_to, server, stale_after=SOON, retry=HOUR)
    silence = Silence(link)
    until(lambda: silence.said == [True])
    if how == "closed here":
        link.close()
    else:
        peer.close()
    until(lambda: len(heard.ends) == 1)
    turn_loop()
    assert silence.said == [True, False]
    said = link.statistics()
    assert (said.is_stale, said.silent_ns) == (False, None)


def test_silence_ends_the_connection_where_the_session_says_so(link_to: MakeLink, server: Server) -> None:
    link, heard, peer = opened(link_to, server, stale_after=SOON, on_silence="reconnect")
    silence = Silence(link)
    peer.sendall(b"1\n")
    until(lambda: heard.opened == 3, "the link to come back twice")
    assert silence.said[:4] == [True, False, True, False]
    assert heard.reasons[:2] == ["silent", "silent"]
    assert heard.ends[0].offset == 2
    assert link.statistics().reasons["silent"] >= 2


def test_a_device_that_accepts_and_never_speaks_counts_as_failing_however_long_it_stood(
    link_to: MakeLink, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.link.reconnect.LASTED_NS", 1)
    link, heard, _ = opened(link_to, server, stale_after=SOON, on_silence="reconnect", retry=5 * MS, retry_most=5 * MS)
    until(lambda: len(heard.ends) == 3, "three connections in vain")
    assert heard.reasons[:3] == ["silent"] * 3
    assert link._reconnect._failed >= 3


@pytest.mark.parametrize("action", ["close", "open", "retry_now", "restart", "nothing"])
def test_whatever_is_done_inside_the_word_of_silence_ends_the_connection_once(
    link_to: MakeLink, server: Server, action: str
) -> None:
    link, heard, _ = opened(link_to, server, stale_after=SOON, on_silence="reconnect", retry=HOUR)
    actions: dict[str, Callable[[], None]] = {
        "close": link.close,
        "open": link.open,
        "retry_now": link.retry_now,
        "restart": lambda: link.restart("enough"),
        "nothing": lambda: None,
    }
    silence = Silence(link, actions[action])
    until(lambda: len(silence.said) == 2 and len(heard.reasons) == 1)
    turn_loop(50)
    assert silence.said == [True, False]
    assert len(heard.ends) == 1
    assert heard.reasons == [{"close": "closed here", "restart": "enough"}.get(action, "silent")]


def test_a_busy_window_does_not_make_a_device_silent_whose_bytes_wait_meanwhile(
    link_to: MakeLink, server: Server
) -> None:
    link, heard, peer = opened(link_to, server, stale_after=SOON)
    silence = Silence(link)
    for _ in range(3):
        sent = 0
        free_ns = now_ns() + 6 * SOON
        while now_ns() < free_ns:  # busy
            if sent * SOON // 4 < 6 * SOON - (free_ns - now_ns()):
                peer.sendall(b"x")
                sent += 1
        before = heard.count
        until(lambda before=before: heard.count > before)
        assert silence.said == []


STOPPED = """
import sys
from PySide6.QtCore import QCoreApplication
from app.link.options import TcpOptions
from app.link.tcp import TcpLink

app = QCoreApplication([])
port, transport, stale_after = sys.argv[1:]
link = TcpLink(TcpOptions(host="127.0.0.1", port=int(port), transport=transport, stale_after=int(stale_after)))
link.connected.connect(lambda: print("connected", flush=True))
link.staleChanged.connect(lambda is_stale: print("stale" if is_stale else "fresh", flush=True))
link.bytesReceived.connect(lambda chunk: b"!" in bytes(chunk.data) and link.close())
link.disconnected.connect(lambda reason: (print(reason, link.statistics().read), app.quit()))
link.open()
app.exec()
"""
STOPPED_NS = 2_000 * MS


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="no SIGSTOP on this system")
def test_a_program_that_was_stopped_does_not_call_a_device_silent_that_spoke_meanwhile(
    mode: dict[str, str], server: Server
) -> None:
    """For longer than is allowed; the byte waits from the beginning."""
    arguments = [str(server.port), mode["transport"], str(STOPPED_NS)]
    child = subprocess.Popen(
        [sys.executable, "-W", "ignore", "-c", STOPPED, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        peer = server.accept()
        assert child.stdout is not None
        assert child.stdout.readline() == "connected\n"
        os.kill(child.pid, signal.SIGSTOP)
        peer.sendall(b"x")
        over_ns = now_ns() + STOPPED_NS + STOPPED_NS // 4
        until(lambda: now_ns() > over_ns, "a stop that is long enough")
        os.kill(child.pid, signal.SIGCONT)
        peer.sendall(b"!")
        told = child.communicate(timeout=60)
    finally:
        child.kill()
    assert told == ("closed here 2\n", "")
