"""One address being connected."""

from __future__ import annotations

import errno
import socket
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject, Slot
from PySide6.QtNetwork import QAbstractSocket, QTcpSocket

from app.clock import now_ns
from app.link import socket_options
from app.link.attempt import Attempt, Connected
from app.link.contract import ReceiveBuffer
from app.link.options import TcpOptions
from tests.app.link.peers import Server, reset, turn_loop, until

READ_BUFFER = 64 << 10


class Heard(QObject):
    """What an attempt said."""

    def __init__(self, attempt: Attempt) -> None:
        super().__init__()
        self.connected: list[Connected] = []
        self.reasons: list[str] = []
        attempt.stood.connect(self._stood)
        attempt.failed.connect(self._failed)

    @property
    def is_over(self) -> bool:
        return bool(self.connected or self.reasons)

    @Slot(object)
    def _stood(self, connected: Connected) -> None:
        self.connected.append(connected)

    @Slot(str)
    def _failed(self, reason: str) -> None:
        self.reasons.append(reason)


MakeAttempt = Callable[..., tuple[Attempt, Heard]]


@pytest.fixture
def attempt_at(qapp: QObject) -> Iterator[MakeAttempt]:
    made: list[tuple[Attempt, Heard]] = []

    def make(host: str, port: int) -> tuple[Attempt, Heard]:
        attempt = Attempt(host, TcpOptions(host="imu.local", port=port), READ_BUFFER, now_ns)
        made.append((attempt, Heard(attempt)))
        return made[-1]

    yield make
    for attempt, heard in made:
        attempt.cancel()
        for connected in heard.connected:
            connected.socket.abort()
            if connected.witness is not None:
                connected.witness.close()


def stood(make: MakeAttempt, host: str, port: int) -> Connected:
    attempt, heard = make(host, port)
    assert attempt.start() is None
    assert not heard.is_over
    until(lambda: heard.is_over)
    assert heard.reasons == []
    return heard.connected[0]


def test_the_socket_comes_with_all_its_options_set(attempt_at: MakeAttempt, server: Server) -> None:
    before = now_ns()
    connected = stood(attempt_at, "127.0.0.1", server.port)
    assert connected.socket.parent() is None
    assert connected.socket.state() == QAbstractSocket.SocketState.ConnectedState
    assert connected.socket.readBufferSize() == READ_BUFFER
    assert connected.receive_buffer.asked == 4 << 20
    assert connected.receive_buffer.granted is not None
    assert before <= connected.began_ns <= now_ns()


def test_the_receive_buffer_is_raised_before_the_window_scale_is_agreed(
    attempt_at: MakeAttempt, server: Server
) -> None:
    """tcpi_options and the scales lie behind the state in struct tcp_info: rcv_wscale is the high half of byte 6."""
    if not hasattr(socket, "TCP_INFO"):
        pytest.skip("TCP_INFO is Linux's")
    descriptor = int(stood(attempt_at, "127.0.0.1", server.port).socket.socketDescriptor())
    sock = socket.socket(fileno=descriptor)
    raised = sock.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 8)[6] >> 4
    sock.detach()
    with socket.socket() as small:
        small.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 8 << 10)
        small.connect(("127.0.0.1", server.port))
        assert raised > small.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 8)[6] >> 4


def test_an_ipv4_address_written_as_ipv6_is_connected(attempt_at: MakeAttempt, server: Server) -> None:
    assert stood(attempt_at, "::ffff:127.0.0.1", server.port).socket.peerPort() == server.port


def test_where_nobody_listens_it_is_refused(attempt_at: MakeAttempt, server: Server) -> None:
    server.stop_listening()
    attempt, heard = attempt_at("127.0.0.1", server.port)
    assert attempt.start() is None
    until(lambda: heard.is_over)
    assert heard.reasons == ["refused"]


@pytest.mark.parametrize(
    ("host", "reason"),
    [
        ("255.255.255.255", "network unreachable"),
        ("fe80::1%nowhere", "this computer has no network interface nowhere"),
    ],
)
def test_what_prevents_the_first_packet_is_told_by_the_call_alone(
    attempt_at: MakeAttempt, host: str, reason: str
) -> None:
    attempt, heard = attempt_at(host, 9)
    assert attempt.start() == reason
    turn_loop(20)
    assert not heard.is_over


def test_a_socket_that_does_not_take_its_options_is_closed(
    attempt_at: MakeAttempt, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That none is left open is a fixture's to see."""

    def prepare(sock: socket.socket, receive_buffer: int | None) -> ReceiveBuffer:
        raise OSError(errno.ENOBUFS, "No buffer space available")

    monkeypatch.setattr(socket_options, "prepare", prepare)
    attempt, _ = attempt_at("127.0.0.1", 9)
    assert attempt.start() == "No buffer space available"


def test_a_socket_that_qt_does_not_take_is_closed_and_told(
    attempt_at: MakeAttempt, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QTcpSocket, "setSocketDescriptor", lambda self, descriptor: False)
    attempt, heard = attempt_at("127.0.0.1", server.port)
    assert attempt.start() is None
    until(lambda: heard.is_over)
    assert heard.reasons == ["Qt does not take the socket: Unknown error"]
    assert server.accept().recv(1) == b""


def test_a_socket_that_the_kernel_joined_to_itself_is_a_refusal(
    attempt_at: MakeAttempt, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Bound to the very port that it dials, as chance does it once in some 28 000 attempts."""
    server.stop_listening()
    real = socket_options.prepare

    def prepare_and_bind(sock: socket.socket, receive_buffer: int | None) -> ReceiveBuffer:
        sock.bind(("127.0.0.1", server.port))
        return real(sock, receive_buffer)

    monkeypatch.setattr(socket_options, "prepare", prepare_and_bind)
    attempt, heard = attempt_at("127.0.0.1", server.port)
    attempt.start()
    until(lambda: heard.is_over)
    assert heard.reasons == ["refused"]


def test_a_cancelled_attempt_says_nothing_and_leaves_the_device(attempt_at: MakeAttempt, server: Server) -> None:
    attempt, heard = attempt_at("127.0.0.1", server.port)
    attempt.start()
    attempt.cancel()
    attempt.cancel()
    turn_loop(50)
    assert not heard.is_over
    assert server.accept().recv(1) == b""


@pytest.mark.parametrize("data", [b"", b"x" * 1000])
@pytest.mark.parametrize("leave", [socket.socket.close, reset], ids=["FIN", "RST"])
def test_a_connection_that_ended_before_we_looked_is_handed_on_with_all_that_came_on_it(
    attempt_at: MakeAttempt, server: Server, leave: Callable[[socket.socket], None], data: bytes
) -> None:
    attempt, heard = attempt_at("127.0.0.1", server.port)
    attempt.start()
    peer = server.accept_without_loop()
    peer.sendall(data)
    leave(peer)
    until(lambda: heard.is_over)
    handed = heard.connected[0].socket
    until(lambda: int(handed.socketDescriptor()) < 0)
    assert handed.readAll().data() == data
    turn_loop(50)
    assert not server.is_dialled()  # Qt's own way connects again behind our back
