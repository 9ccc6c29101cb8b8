"""What a TCP link adds to the contract: names, the kernel as a witness, the receive buffer."""

from __future__ import annotations

import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal, Slot
from shiboken6 import isValid

from app.clock import now_ns
from app.health.ledger import Kernel
from app.link import dial as dialling
from app.link import tcp
from app.link.alarm import Alarm
from app.link.contract import State
from app.link.options import TcpOptions
from app.link.tcp import TcpLink
from tests.app.link.peers import Flood, Recorder, Server, reset, turn_loop, until

linux = pytest.mark.skipif(sys.platform != "linux", reason="TCP_INFO is Linux's")
MakeTcp = Callable[..., tuple[TcpLink, Recorder]]


@pytest.fixture
def tcp_to() -> Iterator[MakeTcp]:
    made: list[TcpLink] = []

    def make(server: Server, *, keep: bool = True, seams: dict[str, Any] | None = None, **options: Any) -> Any:
        wanted = {"host": server.host, "port": server.port, "retry": 10_000_000, "retry_most": 10_000_000} | options
        link = TcpLink(TcpOptions(**wanted), **(seams or {}))
        made.append(link)
        return link, Recorder(link, keep=keep)

    yield make
    for link in made:
        link.close()
    until(lambda: all(link.state is State.IDLE for link in made), "all links to be idle")


class Silent:
    """A name server that says nothing until released."""

    def __init__(self) -> None:
        self._released = threading.Event()

    def __call__(self, host: str, port: int) -> Sequence[str]:
        self._released.wait()
        return ["127.0.0.1"]

    def release(self) -> None:
        self._released.set()


@pytest.fixture
def silent() -> Iterator[Silent]:
    resolver = Silent()
    yield resolver
    resolver.release()


def test_a_name_passes_through_resolving(tcp_to: MakeTcp, server: Server) -> None:
    seams = {"resolver": lambda host, port: ["127.0.0.2", "127.0.0.1"]}
    link, heard = tcp_to(server, host="imu.local", seams=seams)
    link.open()
    assert link.state is State.RESOLVING
    until(lambda: link.state is State.OPEN)
    assert heard.states == [State.RESOLVING, State.CONNECTING, State.OPEN]
    assert link.statistics().address == f"127.0.0.1:{server.port}"


def test_closing_while_a_name_server_is_silent_is_done_at_once(tcp_to: MakeTcp, server: Server, silent: Silent) -> None:
    link, heard = tcp_to(server, host="imu.local", seams={"resolver": silent})
    link.open()
    turn_loop()
    link.close()
    assert link.state is State.IDLE
    silent.release()
    turn_loop(50)
    assert heard.states == [State.RESOLVING, State.IDLE]
    assert heard.opened == 0


@pytest.mark.parametrize("state", [State.CONNECTING, State.OPEN])
def test_a_link_that_is_deleted_lets_go_of_its_connection_at_once(server: Server, state: State) -> None:
    """Although Python still holds it: its collector may be long in coming, and nobody would read meanwhile."""
    link = TcpLink(TcpOptions(host=server.host, port=server.port))
    link.open()
    peer = server.accept_without_loop()
    until(lambda: link.state is state)
    link.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert peer.recv(1) == b""
    assert not isValid(link)


class Impatient(QObject):
    """Tries again as soon as it hears that the link waits, from within the signal, up to `most` times."""

    def __init__(self, link: TcpLink, most: int) -> None:
        super().__init__()
        self.tries = self.depth = self.deepest = 0
        self._link = link
        self._most = most
        link.stateChanged.connect(self._change)

    @Slot(object)
    def _change(self, state: State) -> None:
        if state is State.WAITING and self.tries < self._most:
            self.tries += 1
            self.depth += 1
            self.deepest = max(self.deepest, self.depth)
            self._link.retry_now()
            self.depth -= 1


def test_an_address_that_fails_within_the_call_is_told_of_from_the_loop(tcp_to: MakeTcp, server: Server) -> None:
    """Whoever tries again from within the signal would else sink deeper with each, to Python's limit."""
    link, heard = tcp_to(server, host="255.255.255.255", retry=3600 * 10**9, retry_most=3600 * 10**9)
    impatient = Impatient(link, 20)
    link.open()
    assert link.state is State.CONNECTING
    until(lambda: len(heard.reasons) == 21)
    assert set(heard.reasons) == {"network unreachable"}
    assert (impatient.tries, impatient.deepest) == (20, 1)


def test_a_silent_name_server_is_asked_again(
    tcp_to: MakeTcp, server: Server, silent: Silent, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialling, "LOOK_UP_NS", 20_000_000)
    link, heard = tcp_to(server, host="imu.local", seams={"resolver": silent})
    link.open()
    until(lambda: len(heard.reasons) >= 6)  # more than there may be threads
    assert set(heard.reasons) == {"name server does not answer for imu.local within 0.02 s"}
    silent.release()
    monkeypatch.setattr(dialling, "LOOK_UP_NS", 10_000_000_000)
    until(lambda: link.state is State.OPEN)


def test_a_link_that_was_never_opened_ends_without_a_trace(server: Server) -> None:
    link = TcpLink(TcpOptions(host=server.host, port=server.port))
    del link


def test_a_close_that_the_device_forestalls_leaves_the_next_connection_alone(
    tcp_to: MakeTcp, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tcp, "CLOSE_NS", 50_000_000)
    link, heard = tcp_to(server)
    link.open()
    until(lambda: link.state is State.OPEN)
    link.send(bytes(200_000))
    link.close()
    would_end_ns = now_ns() + tcp.CLOSE_NS
    server.accept().close()
    until(lambda: link.state is State.IDLE)
    assert len(heard.ends) == 1
    link.open()
    until(lambda: link.state is State.OPEN and now_ns() > would_end_ns)
    turn_loop(50)
    assert link.state is State.OPEN


def test_before_the_first_connection_the_kernels_account_is_not_available_rather_than_zero(
    tcp_to: MakeTcp, server: Server
) -> None:
    link, heard = tcp_to(server)
    assert link.statistics().kernel is None
    server.close()
    link.open()
    until(lambda: len(heard.reasons) == 1)
    assert link.statistics().kernel is None


@linux
def test_the_kernels_account_begins_with_the_first_connection_and_outlives_it(tcp_to: MakeTcp, server: Server) -> None:
    link, _ = tcp_to(server)
    link.open()
    until(lambda: link.state is State.OPEN)
    assert link.statistics().kernel == Kernel(0, 0, 0)
    link.close()
    assert link.statistics().kernel == Kernel(0, 0, 0)


@linux
def test_the_kernel_agrees_at_every_moment_of_a_flood_and_behind_it(tcp_to: MakeTcp, server: Server) -> None:
    link, heard = tcp_to(server, keep=False)
    link.open()
    until(lambda: link.state is State.OPEN)
    flood = Flood(server.accept(), most_words=Flood.PIECE_WORDS * 500)
    asked = 0
    while not (flood.is_done and heard.count == flood.sent):
        turn_loop(1)
        kernel = link.statistics().kernel
        assert kernel is not None
        assert kernel.agrees, kernel
        asked += 1
    flood.join()
    said = link.statistics()
    assert asked > 10
    assert said.kernel is not None
    assert (said.kernel.before, said.kernel.sum, said.kernel.after) == (heard.count,) * 3
    assert said.read == heard.count


@linux
@pytest.mark.parametrize("leave", [socket.socket.close, reset], ids=["FIN", "RST"])
def test_the_kernel_agrees_over_all_connections_however_they_ended(
    tcp_to: MakeTcp, server: Server, leave: Callable[[socket.socket], None]
) -> None:
    link, heard = tcp_to(server)
    link.open()
    for count in range(1, 6):
        peer = server.accept()
        # a reset that comes before the connection is told is a failed attempt, not an ended connection
        until(lambda wanted=count: link.statistics().opened == wanted)
        peer.sendall(bytes(1000 * count))
        if count % 2:
            until(lambda wanted=count: len(heard.bytes(wanted)) == 1000 * wanted)
        leave(peer)
        until(lambda wanted=count: len(heard.ends) == wanted)
        kernel = link.statistics().kernel
        assert kernel is not None
        assert kernel.agrees, kernel
        assert kernel.sum == heard.count
    assert link.statistics().read == heard.count == 15_000


@linux
def test_bytes_that_still_wait_when_the_link_is_closed_are_in_the_kernels_account(
    tcp_to: MakeTcp, server: Server
) -> None:
    link, heard = tcp_to(server)
    link.open()
    until(lambda: link.state is State.OPEN)
    server.accept().sendall(bytes(1000))  # nobody turns the loop
    link.close()
    said = link.statistics()
    assert link.state is State.IDLE
    assert heard.count == 0
    assert said.kernel is not None
    assert (said.read, said.kernel.sum) == (0, 1000)
    assert said.kernel.agrees


@linux
def test_the_receive_buffer_is_told_as_asked_granted_and_effective(tcp_to: MakeTcp, server: Server) -> None:
    link, _ = tcp_to(server, receive_buffer=128 << 10)
    before = link.statistics().receive_buffer
    assert (before.asked, before.granted, before.effective) == (128 << 10, None, None)
    link.open()
    until(lambda: link.state is State.OPEN)
    told = link.statistics().receive_buffer
    assert (told.asked, told.granted, told.effective) == (128 << 10, 256 << 10, 256 << 10)
    assert told.autotune_ceiling == int(Path("/proc/sys/net/ipv4/tcp_rmem").read_text().split()[2])
    link.close()
    assert link.statistics().receive_buffer.effective is None


@linux
def test_an_auto_tuned_buffer_is_told_as_it_grows(tcp_to: MakeTcp, server: Server) -> None:
    link, heard = tcp_to(server, keep=False, receive_buffer=None)
    link.open()
    until(lambda: link.state is State.OPEN)
    first = link.statistics().receive_buffer
    assert (first.asked, first.granted) == (None, None)
    flood = Flood(server.accept())
    until(lambda: heard.count > 64 << 20)
    flood.stop()
    if link.state is State.OPEN:
        now = link.statistics().receive_buffer.effective
        assert now is not None
        assert now >= (first.effective or 0)


@linux
def test_tcp_info_is_told_while_the_link_is_open(tcp_to: MakeTcp, server: Server) -> None:
    link, heard = tcp_to(server)
    link.open()
    until(lambda: link.state is State.OPEN)
    peer = server.accept()
    peer.sendall(bytes(1000))
    until(lambda: heard.count == 1000)
    info = link.statistics().tcp_info
    assert info is not None
    assert (info.bytes_received, info.waiting) == (1000, 0)
    assert info.rcv_mss is not None
    link.close()
    assert link.statistics().tcp_info is None


class Watched(Alarm):
    """An alarm that says what it is set to."""

    def __init__(self, clock: Callable[[], int], parent: QObject) -> None:
        super().__init__(clock, parent)
        self.due_ns: int | None = None

    def set_to(self, due_ns: int | None) -> None:
        self.due_ns = due_ns
        super().set_to(due_ns)


def test_the_alarm_is_set_to_whatever_is_due_first(tcp_to: MakeTcp, server: Server) -> None:
    link, _ = tcp_to(server, retry=3600 * 10**9, retry_most=1, seams={"alarm_maker": Watched, "random": lambda: 0.0})
    alarm = next(each for each in link.findChildren(Watched) if each.parent() is link)
    assert alarm.due_ns is None
    link.open()
    until(lambda: link.state is State.OPEN)
    assert alarm.due_ns is not None
    assert alarm.due_ns <= now_ns() + 1_000_000_000  # a look at the connection
    link.send(bytes(250_000))  # the device does not read: the next command waits
    link.send(b"late", expires_ns=now_ns() + 1_000_000)
    assert alarm.due_ns < now_ns() + 2_000_000
    link.close()
    assert alarm.due_ns <= now_ns() + tcp.CLOSE_NS
    link.open()
    server.accept().close()
    until(lambda: link.state is State.OPEN)
    server.accept().close()
    until(lambda: link.state is State.WAITING)
    assert alarm.due_ns == link.statistics().next_try_ns
    link.close()
    assert alarm.due_ns is None


class Numbers(QObject):
    """Counts beyond 32 bits pass a signal unchanged only as objects."""

    counted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[int] = []
        self.counted.connect(self._take)

    @Slot(object)
    def _take(self, number: int) -> None:
        self.heard.append(number)


def test_ten_thousand_large_numbers_pass_a_signal_unchanged() -> None:
    numbers = Numbers()
    for number in range(10_000):
        numbers.counted.emit(number << 40)
    assert numbers.heard == [number << 40 for number in range(10_000)]


QUITS = """
import socket, threading
from PySide6.QtCore import QCoreApplication, QTimer
from app.link.options import TcpOptions
from app.link.tcp import TcpLink

app = QCoreApplication([])
never = threading.Event()
device = socket.create_server(("127.0.0.1", 0))
links = [
    TcpLink(TcpOptions(host="imu.local", port=7001), resolver=lambda host, port: never.wait()),
    TcpLink(TcpOptions(host="127.0.0.1", port=device.getsockname()[1])),
]
for link in links:
    link.open()
links[1].connected.connect(app.quit)
app.exec()
print(*[link.state for link in links])
"""


def test_quitting_waits_for_no_name_server_and_no_device() -> None:
    """Not even where nobody has closed the links. A program that waited would never end."""
    done = subprocess.run(
        [sys.executable, "-X", "dev", "-W", "ignore::ResourceWarning", "-c", QUITS],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.stdout, done.stderr, done.returncode) == ("resolving open\n", "", 0)
