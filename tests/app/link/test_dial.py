"""From a host and a port to a connected socket."""

from __future__ import annotations

import resource
import socket
import threading
from collections.abc import Callable, Iterator, Sequence

import pytest
from PySide6.QtCore import QObject, Slot
from PySide6.QtNetwork import QAbstractSocket

from app.clock import now_ns
from app.link import dial as dialling
from app.link import race as racing
from app.link import socket_options
from app.link.attempt import Connected
from app.link.contract import ReceiveBuffer
from app.link.dial import Dial
from app.link.options import TcpOptions
from app.link.resolver import MAX_UNANSWERED, Names
from tests.app.link.peers import Server, reset, turn_loop, until

READ_BUFFER = 64 << 10
MakeDial = Callable[..., tuple[Dial, "Heard"]]


class Heard(QObject):
    """What a dial said, and with which address."""

    def __init__(self, dial: Dial) -> None:
        super().__init__()
        self.log: list[str] = []
        self.connected: list[Connected] = []
        self.reasons: list[str] = []
        self._dial = dial
        dial.resolving.connect(self._resolving)
        dial.trying.connect(self._trying)
        dial.succeeded.connect(self._succeeded)
        dial.failed.connect(self._failed)

    @Slot()
    def _resolving(self) -> None:
        self.log.append("resolving")

    @Slot()
    def _trying(self) -> None:
        self.log.append(f"trying {self._dial.address.rpartition(':')[0]}")

    @Slot(object)
    def _succeeded(self, connected: Connected) -> None:
        self.log.append("succeeded")
        self.connected.append(connected)

    @Slot(str)
    def _failed(self, reason: str) -> None:
        self.log.append("failed")
        self.reasons.append(reason)


def _no_look_up(host: str, port: int) -> Sequence[str]:
    raise AssertionError("a literal address was looked up")


@pytest.fixture
def dial_to() -> Iterator[MakeDial]:
    made: list[tuple[Dial, Heard]] = []

    def make(host: str, port: int, resolver: Callable[[str, int], Sequence[str]] = _no_look_up) -> tuple[Dial, Heard]:
        dial = Dial(TcpOptions(host=host, port=port), Names(resolver), READ_BUFFER, now_ns)
        made.append((dial, Heard(dial)))
        return made[-1]

    yield make
    for dial, heard in made:
        dial.cancel()
        for connected in heard.connected:
            connected.socket.abort()
            if connected.witness is not None:
                connected.witness.close()


def _has(address: str) -> bool:
    try:
        Server(address).close()
    except OSError:
        return False
    return True


needs_ipv6 = pytest.mark.skipif(not _has("::1"), reason="no ::1 on this computer")
# Addresses of this computer on which nobody listens while a server listens on 127.0.0.1.
DEAF = [pytest.param("::1", marks=needs_ipv6), "127.0.0.2"]


@pytest.fixture
def server6() -> Iterator[Server]:
    server = Server("::1")
    yield server
    server.close()


class Silent:
    """A name server that says nothing until released."""

    def __init__(self, addresses: Sequence[str]) -> None:
        self.asked = 0
        self._addresses = addresses
        self._released = threading.Event()

    def __call__(self, host: str, port: int) -> Sequence[str]:
        self.asked += 1
        self._released.wait()
        return self._addresses

    def release(self) -> None:
        self._released.set()


@pytest.fixture
def silent() -> Iterator[Silent]:
    resolver = Silent(["127.0.0.1"])
    yield resolver
    resolver.release()


@pytest.fixture
def black_hole() -> Iterator[Server]:
    """A port whose queue is full: the kernel drops further SYNs."""
    server = Server(backlog=0)
    fillers = []
    for _ in range(4):
        filler = socket.socket()
        filler.setblocking(False)
        filler.connect_ex(("127.0.0.1", server.port))
        fillers.append(filler)
    yield server
    for filler in fillers:
        filler.close()
    server.close()


def test_a_literal_address_is_connected_without_a_look_up(dial_to: MakeDial, server: Server) -> None:
    dial, heard = dial_to("127.0.0.1", server.port)
    dial.start()
    until(lambda: bool(heard.connected))
    assert heard.log == ["trying 127.0.0.1", "succeeded"]
    assert dial.address == f"127.0.0.1:{server.port}"


@needs_ipv6
def test_an_ipv6_address_is_connected_in_its_own_family(dial_to: MakeDial, server6: Server) -> None:
    dial, heard = dial_to("::1", server6.port)
    dial.start()
    until(lambda: bool(heard.connected))
    assert dial.address == f"[::1]:{server6.port}"
    assert heard.connected[0].socket.peerAddress().toString() == "::1"


def test_the_socket_comes_with_all_its_options_set(dial_to: MakeDial, server: Server) -> None:
    dial, heard = dial_to("127.0.0.1", server.port)
    before = now_ns()
    dial.start()
    until(lambda: bool(heard.connected))
    connected = heard.connected[0]
    assert connected.socket.parent() is None
    assert connected.socket.state() == QAbstractSocket.SocketState.ConnectedState
    assert connected.socket.readBufferSize() == READ_BUFFER
    assert connected.receive_buffer.asked == 4 << 20
    assert connected.receive_buffer.granted is not None
    assert before <= connected.began_ns <= now_ns()


def test_the_receive_buffer_is_raised_before_the_window_scale_is_agreed(dial_to: MakeDial, server: Server) -> None:
    """tcpi_options and the scales lie behind the state in struct tcp_info: rcv_wscale is the high half of byte 6."""
    if not hasattr(socket, "TCP_INFO"):
        pytest.skip("TCP_INFO is Linux's")
    dial, heard = dial_to("127.0.0.1", server.port)
    dial.start()
    until(lambda: bool(heard.connected))
    descriptor = int(heard.connected[0].socket.socketDescriptor())
    sock = socket.socket(fileno=descriptor)
    raised = sock.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 8)[6] >> 4
    sock.detach()
    with socket.socket() as small:
        small.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 8 << 10)
        small.connect(("127.0.0.1", server.port))
        assert raised > small.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 8)[6] >> 4


@pytest.mark.parametrize("deaf", DEAF)
def test_the_addresses_of_a_name_are_tried_in_turn(dial_to: MakeDial, server: Server, deaf: str) -> None:
    dial, heard = dial_to("imu.local", server.port, lambda host, port: [deaf, "127.0.0.1"])
    dial.start()
    until(lambda: bool(heard.connected))
    first = f"[{deaf}]" if ":" in deaf else deaf
    assert heard.log == ["resolving", f"trying {first}", "trying 127.0.0.1", "succeeded"]
    assert dial.address == f"127.0.0.1:{server.port}"


@pytest.mark.parametrize("deaf", DEAF)
def test_when_no_address_answers_the_reason_of_each_is_told(
    dial_to: MakeDial, black_hole: Server, monkeypatch: pytest.MonkeyPatch, deaf: str
) -> None:
    monkeypatch.setattr(racing, "ADDRESS_NS", 50_000_000)
    dial, heard = dial_to("imu.local", black_hole.port, lambda host, port: [deaf, "127.0.0.1"])
    dial.start()
    until(lambda: bool(heard.reasons))
    assert heard.reasons == [f"{deaf} refused, 127.0.0.1 timed out after 0.05 s"]


def test_a_literal_address_that_does_not_answer_times_out(
    dial_to: MakeDial, black_hole: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(racing, "ADDRESS_NS", 50_000_000)
    dial, heard = dial_to("127.0.0.1", black_hole.port)
    dial.start()
    until(lambda: bool(heard.reasons))
    assert heard.reasons == ["timed out after 0.05 s"]


def test_where_nobody_listens_the_reason_is_refused(dial_to: MakeDial, server: Server) -> None:
    server.stop_listening()
    dial, heard = dial_to("127.0.0.1", server.port)
    dial.start()
    until(lambda: bool(heard.reasons))
    assert heard.log == ["trying 127.0.0.1", "failed"]
    assert heard.reasons == ["refused"]


def test_an_address_that_cannot_be_reached_fails_without_a_socket_left(dial_to: MakeDial) -> None:
    dial, heard = dial_to("255.255.255.255", 9)  # fails within the call
    dial.start()
    assert heard.log == ["failed"]
    assert heard.reasons == ["network unreachable"]


def test_an_address_behind_an_unknown_network_interface_is_told(dial_to: MakeDial) -> None:
    dial, heard = dial_to("fe80::1%nowhere", 9)
    dial.start()
    assert heard.reasons == ["this computer has no network interface nowhere"]


def test_an_ipv4_address_written_as_ipv6_is_connected(dial_to: MakeDial, server: Server) -> None:
    dial, heard = dial_to("::ffff:127.0.0.1", server.port)
    dial.start()
    until(lambda: bool(heard.connected) or bool(heard.reasons))
    assert heard.reasons == []


def test_a_socket_that_the_kernel_joined_to_itself_is_a_refusal(
    dial_to: MakeDial, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Bound to the very port that it dials, as chance does it once in some 28 000 attempts."""
    server.stop_listening()
    real = socket_options.prepare

    def prepare_and_bind(sock: socket.socket, receive_buffer: int | None) -> ReceiveBuffer:
        sock.bind(("127.0.0.1", server.port))
        return real(sock, receive_buffer)

    monkeypatch.setattr(socket_options, "prepare", prepare_and_bind)
    dial, heard = dial_to("127.0.0.1", server.port)
    dial.start()
    until(lambda: bool(heard.connected) or bool(heard.reasons))
    assert heard.reasons == ["refused"]


def test_a_name_that_nobody_knows_is_told(dial_to: MakeDial) -> None:
    def unknown(host: str, port: int) -> Sequence[str]:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    dial, heard = dial_to("imu.local", 9, unknown)
    dial.start()
    until(lambda: bool(heard.reasons))
    assert heard.log == ["resolving", "failed"]
    assert heard.reasons == ["name unknown: imu.local"]


def test_an_answer_that_comes_after_the_attempt_was_cancelled_is_ignored(
    dial_to: MakeDial, server: Server, silent: Silent
) -> None:
    dial, heard = dial_to("imu.local", server.port, silent)
    dial.start()
    turn_loop()
    dial.cancel()
    silent.release()
    turn_loop(50)
    assert heard.log == ["resolving"]


def test_a_name_server_that_stays_silent_ends_the_attempt(
    dial_to: MakeDial, silent: Silent, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialling, "LOOK_UP_NS", 50_000_000)
    dial, heard = dial_to("imu.local", 9, silent)
    dial.start()
    until(lambda: bool(heard.reasons))
    assert heard.reasons == ["name server does not answer for imu.local within 0.05 s"]


def test_a_silent_name_server_is_not_asked_for_ever_and_may_come_back(
    dial_to: MakeDial, server: Server, silent: Silent
) -> None:
    dial, heard = dial_to("imu.local", server.port, silent)
    for _ in range(MAX_UNANSWERED + 2):
        dial.start()
    assert silent.asked <= MAX_UNANSWERED
    assert heard.log == ["resolving"] * (MAX_UNANSWERED + 2)
    silent.release()
    until(lambda: bool(heard.connected))
    assert silent.asked == MAX_UNANSWERED + 1


def test_a_cancelled_attempt_says_nothing_more_and_leaves_the_device(dial_to: MakeDial, server: Server) -> None:
    dial, heard = dial_to("127.0.0.1", server.port)
    dial.start()
    dial.cancel()
    turn_loop(50)
    assert heard.log == ["trying 127.0.0.1"]
    assert server.accept().recv(1) == b""


def test_starting_again_begins_anew(dial_to: MakeDial, server: Server) -> None:
    dial, heard = dial_to("127.0.0.1", server.port)
    dial.start()
    dial.start()
    until(lambda: bool(heard.connected))
    turn_loop(50)
    assert heard.log == ["trying 127.0.0.1", "trying 127.0.0.1", "succeeded"]


def test_without_a_descriptor_to_spare_the_reason_is_told(dial_to: MakeDial, server: Server) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    dial, heard = dial_to("127.0.0.1", server.port)
    resource.setrlimit(resource.RLIMIT_NOFILE, (3, hard))
    try:
        dial.start()
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    assert heard.log == ["failed"]
    assert heard.reasons == ["too many open files on this computer"]


@pytest.mark.parametrize("data", [b"", b"x" * 1000])
@pytest.mark.parametrize("leave", [socket.socket.close, reset], ids=["FIN", "RST"])
def test_a_connection_that_ended_before_we_looked_is_handed_on_with_all_that_came_on_it(
    dial_to: MakeDial, server: Server, leave: Callable[[socket.socket], None], data: bytes
) -> None:
    dial, heard = dial_to("127.0.0.1", server.port)
    dial.start()
    peer = server.accept_without_loop()
    peer.sendall(data)
    leave(peer)
    until(lambda: bool(heard.connected))
    handed = heard.connected[0].socket
    until(lambda: int(handed.socketDescriptor()) < 0)
    assert handed.readAll().data() == data
    turn_loop(50)
    assert not server.is_dialled()  # Qt's own way connects again behind our back
