"""From a host and a port to a connected socket."""

from __future__ import annotations

import resource
import socket
import threading
from collections.abc import Callable, Iterator, Sequence

import pytest
from PySide6.QtCore import QObject, Signal, Slot

from app.clock import now_ns
from app.link import dial as dialling
from app.link import race as racing
from app.link.attempt import Connected
from app.link.dial import Dial
from app.link.options import TcpOptions
from app.link.resolver import MAX_UNANSWERED, LookUp, Names, system_resolver
from tests.app.link.peers import Server, turn_loop, until

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
    dial, heard = dial_to("255.255.255.255", 9)
    dial.start()
    assert heard.log == ["trying 255.255.255.255"]  # although the system has refused it within the call
    until(lambda: heard.reasons == ["network unreachable"])


def test_an_address_behind_an_unknown_network_interface_is_told(dial_to: MakeDial) -> None:
    dial, heard = dial_to("fe80::1%nowhere", 9)
    dial.start()
    until(lambda: heard.reasons == ["this computer has no network interface nowhere"])


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


def test_what_a_look_up_finds_after_it_was_given_up_serves_the_attempt_of_then(
    dial_to: MakeDial, server: Server, silent: Silent, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else a name server that always takes longer than is waited for would never do."""
    never = Silent([])
    dial, heard = dial_to("imu.local", server.port, lambda *name: (never if silent.asked else silent)(*name))
    monkeypatch.setattr(dialling, "LOOK_UP_NS", 20_000_000)
    dial.start()
    until(lambda: bool(heard.reasons))
    monkeypatch.setattr(dialling, "LOOK_UP_NS", 3600 * 10**9)
    dial.start()
    until(lambda: never.asked == 1)
    silent.release()
    until(lambda: bool(heard.connected))
    never.release()


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
    until(lambda: bool(heard.reasons))
    assert heard.reasons == ["too many open files on this computer"]


# -- the race, on a clock that the test moves


class FakeAlarm(QObject):
    due = Signal()

    def __init__(self, clock: Callable[[], int], parent: QObject) -> None:
        super().__init__(parent)
        self.due_ns: int | None = None

    def set_to(self, due_ns: int | None) -> None:
        self.due_ns = due_ns


class FakeAttempt(QObject):
    stood = Signal(object)
    failed = Signal(str)

    def __init__(
        self, host: str, options: TcpOptions, read_buffer: int, clock: Callable[[], int], parent: QObject
    ) -> None:
        super().__init__(parent)
        self.host = host
        self.is_running = False

    def start(self) -> str | None:
        if self.host.startswith("fe80"):
            return "this computer has no network interface eth7"
        self.is_running = True
        return None

    def cancel(self) -> None:
        self.is_running = False


class Network:
    """A dial of these addresses whose attempts and clock are the test's."""

    def __init__(self, *addresses: str) -> None:
        self.now = 0
        self.attempts: list[FakeAttempt] = []
        self.answer = LookUp(lambda host, port: addresses, "imu.local", 7001)
        self.dial = Dial(
            TcpOptions(host="imu.local", port=7001),
            Names(system_resolver, lambda resolver, host, port: self.answer),
            READ_BUFFER,
            lambda: self.now,
            attempt_maker=self._make,  # type: ignore[arg-type]
            alarm_maker=FakeAlarm,  # type: ignore[arg-type]
        )
        self.heard = Heard(self.dial)
        until(lambda: self.answer.answer is not None)
        self.dial.start()

    def _make(self, *arguments: object) -> FakeAttempt:
        self.attempts.append(FakeAttempt(*arguments))  # type: ignore[arg-type]
        return self.attempts[-1]

    def running(self) -> list[str]:
        return [attempt.host for attempt in self.attempts if attempt.is_running]

    def attempt(self, host: str) -> FakeAttempt:
        return next(each for each in self.attempts if each.host == host)

    def wait(self) -> int | None:
        """Let the alarm ring; the time."""
        alarm = self.dial.findChild(FakeAlarm)
        assert alarm.due_ns is not None
        self.now, alarm.due_ns = alarm.due_ns, None
        alarm.due.emit()
        return self.now

    def is_waiting(self) -> bool:
        return self.dial.findChild(FakeAlarm).due_ns is not None


def test_slow_addresses_are_tried_side_by_side_and_the_first_that_stands_wins(qapp: QObject) -> None:
    network = Network("2001:db8::1", "2001:db8::2", "192.0.2.1")
    began = network.wait()
    assert network.running() == ["2001:db8::1"]
    assert network.wait() == began + racing.NEXT_NS
    network.wait()
    assert network.running() == ["2001:db8::1", "192.0.2.1", "2001:db8::2"]
    network.attempt("192.0.2.1").stood.emit("the connection")
    assert network.running() == []
    assert network.heard.connected == ["the connection"]
    assert network.dial.address == "192.0.2.1:7001"
    assert not network.is_waiting()


def test_where_all_are_refused_or_silent_each_is_told_with_its_reason(qapp: QObject) -> None:
    network = Network("fe80::1%eth7", "192.0.2.1", "2001:db8::2")
    network.wait()
    assert network.running() == ["192.0.2.1"]
    network.wait()
    assert network.running() == ["192.0.2.1", "2001:db8::2"]
    network.attempt("192.0.2.1").failed.emit("refused")
    assert network.heard.reasons == []
    network.wait()
    assert network.heard.reasons == [
        "fe80::1%eth7 this computer has no network interface eth7, 192.0.2.1 refused, 2001:db8::2 timed out after 5 s"
    ]
    assert network.running() == []
    assert not network.is_waiting()


def test_one_that_fails_hurries_the_next(qapp: QObject) -> None:
    network = Network("192.0.2.1", "192.0.2.2")
    began = network.wait()
    network.attempt("192.0.2.1").failed.emit("refused")
    assert network.running() == ["192.0.2.2"]
    assert network.now == began


@pytest.mark.parametrize("action", ["cancel", "start"])
def test_a_receiver_of_trying_may_call_the_attempt_off_or_begin_anew(qapp: QObject, action: str) -> None:
    network = Network("192.0.2.1", "192.0.2.2")

    class Receiver(QObject):
        @Slot()
        def act(self) -> None:
            network.dial.trying.disconnect(self.act)
            getattr(network.dial, action)()

    receiver = Receiver()
    network.dial.trying.connect(receiver.act)
    network.wait()
    assert network.running() == []
    assert network.is_waiting() == (action == "start")
    if action == "start":
        network.wait()
        assert network.running() == ["192.0.2.1"]
    assert network.heard.reasons == []


def test_the_answer_of_a_look_up_is_looked_for_by_the_alarm_alone(qapp: QObject) -> None:
    network = Network("192.0.2.1")
    answer, network.answer.answer = network.answer.answer, None
    for number in range(1, 4):
        assert network.wait() == number * dialling.ANSWER_POLL_NS
    network.answer.answer = answer
    network.wait()
    assert network.running() == ["192.0.2.1"]
    network.dial.cancel()
