"""The time that a sender is held back: of real connections on this machine, and of answers that are not true."""

from __future__ import annotations

import socket
import struct
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass

import pytest

from app.comparison.measuring import held
from app.comparison.measuring.held import SenderTimes, held_ns, sender_held_us, sender_times

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="asks Linux's sock_diag")

STUCK_S = 60.0
TICKS_S = 0.05  # some of the kernel's ticks, the coarsest ones too
NO_REQUEST = struct.pack("=IHHII", 16, 1, 0, 1, 0)  # the kernel answers requests alone
LOCAL, REMOTE = ("127.0.0.1", 40001), ("127.0.0.1", 40002)


@dataclass
class Pair:
    """The device's end and ours, connected."""

    device: socket.socket
    ours: socket.socket
    sent: int = 0

    def ends(self) -> tuple[tuple[str, int], tuple[str, int]]:
        """(local, remote) as the window's side sees them."""
        return self.ours.getsockname()[:2], self.ours.getpeername()[:2]

    def held_us(self) -> int:
        held_us = sender_held_us(*self.ends())
        assert held_us is not None
        return held_us

    def fill(self) -> None:
        """Send until the device has to wait: our window is closed and its own buffer is full."""
        with suppress(BlockingIOError):
            while True:
                self.sent += self.device.send(bytes(1 << 16))

    def drain(self) -> None:
        left = self.sent
        while left:
            left -= len(self.ours.recv(min(left, 1 << 20)))

    def close(self) -> None:
        self.device.close()
        self.ours.close()


def connected(family: int, listens: str, host: str) -> Pair:
    with socket.socket(family) as listening:
        if family == socket.AF_INET6:
            listening.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
        listening.bind((listens, 0))
        listening.listen()
        ours = socket.create_connection((host, listening.getsockname()[1]))
        device, _ = listening.accept()
    device.setblocking(False)
    return Pair(device, ours)


WAYS = {
    "IPv4": (socket.AF_INET, "127.0.0.1", "127.0.0.1"),
    "IPv6": (socket.AF_INET6, "::1", "::1"),
    "IPv4 to a socket of IPv6": (socket.AF_INET6, "::", "127.0.0.1"),
}


@pytest.fixture(params=WAYS.values(), ids=WAYS)
def pair(request: pytest.FixtureRequest) -> Iterator[Pair]:
    pair = connected(*request.param)
    yield pair
    pair.close()


@pytest.fixture
def one_pair() -> Iterator[Pair]:
    pair = connected(*WAYS["IPv4"])
    yield pair
    pair.close()


def until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + STUCK_S
    while not condition():
        assert time.monotonic() < deadline


def test_a_sender_is_held_for_as_long_as_nobody_reads_and_no_longer(pair):
    assert pair.held_us() == 0
    pair.fill()
    until(lambda: pair.held_us() > 0)
    first = pair.held_us()
    until(lambda: pair.held_us() >= first + 20_000)
    pair.drain()
    drained, since = pair.held_us(), time.monotonic()
    until(lambda: time.monotonic() > since + TICKS_S)
    assert pair.held_us() == drained


def test_what_is_held_is_no_more_than_the_time_that_went_by(one_pair):
    begun = time.monotonic_ns()
    one_pair.fill()
    until(lambda: one_pair.held_us() >= 20_000)
    held_for_us = one_pair.held_us()
    assert held_for_us * 1000 <= time.monotonic_ns() - begun + TICKS_S * 1e9


def test_the_times_are_the_devices_not_ours(one_pair):
    one_pair.fill()
    until(lambda: one_pair.held_us() > 0)
    local, remote = one_pair.ends()
    assert sender_held_us(remote, local) == 0
    times = sender_times(local, remote)
    assert times.busy_us >= times.window_us > 0


def test_nanoseconds_are_given_as_everywhere_inside(one_pair):
    one_pair.fill()
    until(lambda: held_ns(*one_pair.ends()) > 0)
    before_us = one_pair.held_us()
    assert held_ns(*one_pair.ends()) >= before_us * 1000


def test_addresses_of_ipv4_may_be_written_as_ipv6(one_pair):
    local, remote = ((f"::ffff:{host}", port) for host, port in one_pair.ends())
    assert sender_held_us(local, remote) == 0


# -- not available


def test_a_connection_that_has_gone_is_not_available(one_pair):
    ends = one_pair.ends()
    one_pair.close()
    assert sender_held_us(*ends) is None


@pytest.mark.parametrize(
    ("local", "remote"),
    [
        (("127.0.0.1", 1), ("192.0.2.7", 7001)),
        (("127.0.0.1", 1), ("::1", 7001)),
        (("", 1), ("nowhere", 7001)),
        (("127.0.0.1", 1), ("127.0.0.1", 70_000)),
        (("127.0.0.1", -1), ("127.0.0.1", 1)),
        (("fe80::1%lo", 1), ("fe80::2%lo", 2)),
        (("fe80::1%7", 1), ("fe80::2%7", 2)),
        (("fe80::1%no such interface", 1), ("fe80::2", 2)),
        (("fe80::1%99999999999", 1), ("fe80::2", 2)),
    ],
)
def test_what_is_no_connection_of_this_machine_is_not_available(local, remote):
    assert sender_held_us(local, remote) is None
    assert held_ns(local, remote) is None


def test_where_there_is_no_sock_diag_nothing_is_asked(one_pair, monkeypatch):
    monkeypatch.setattr(held, "IS_AVAILABLE", False)
    assert sender_times(*one_pair.ends()) is None


def test_a_system_that_refuses_the_question_leaves_it_at_not_available(one_pair, monkeypatch):
    monkeypatch.setattr(held, "_NETLINK_SOCK_DIAG", 1 << 20)
    assert sender_times(*one_pair.ends()) is None


def test_no_socket_is_left_open(one_pair, monkeypatch):
    """Also where no answer comes; that is known at once."""
    made: list[socket.socket] = []

    class Remembered(socket.socket):
        def __init__(self, *words: object, **more: object) -> None:
            super().__init__(*words, **more)
            made.append(self)

    monkeypatch.setattr(held.socket, "socket", Remembered)
    assert sender_times(*one_pair.ends()) is not None
    with pytest.raises(OSError, match="unavailable"):
        held._ask(NO_REQUEST)
    assert [each.fileno() for each in made] == [-1, -1]


# -- answers that are not to be believed

INFO = bytes(168) + struct.pack("=QQQ", 300, 200, 100) + bytes(64)


def question() -> held._Question:
    return held._Question.of(REMOTE, LOCAL)


def attribute(kind: int, content: bytes, length: int | None = None) -> bytes:
    stated = len(content) + 4 if length is None else length
    return struct.pack("=HH", stated, kind) + content + bytes(-len(content) % 4)


def answer(
    attributes: bytes = attribute(2, INFO), kind: int = 20, numbers: bytes | None = None, length: int | None = None
) -> bytes:
    body = bytes(4) + (question().numbers if numbers is None else numbers) + bytes(32) + attributes
    return struct.pack("=IHHII", len(body) + 16 if length is None else length, kind, 0, 1, 0) + body


def test_a_whole_answer_is_believed():
    assert question().times_in(answer()) == SenderTimes(300, 200, 100)


def test_the_times_are_found_behind_other_attributes():
    others = attribute(8, b"\0") + attribute(4, b"cubic\0")
    assert question().times_in(answer(others + attribute(2, INFO))) == SenderTimes(300, 200, 100)


@pytest.mark.parametrize("cut", range(0, len(answer()), 3))
def test_an_answer_that_was_cut_short_is_not_available(cut):
    assert question().times_in(answer()[:cut]) is None


@pytest.mark.parametrize(
    "hostile",
    [
        answer(kind=2),
        answer(length=0),
        answer(length=0xFFFF_FFFF),
        answer(length=88),
        answer(numbers=held._Question.of(REMOTE, ("127.0.0.1", 40003)).numbers),
        answer(numbers=held._Question.of(LOCAL, REMOTE).numbers),
        answer(numbers=held._Question.of(("::1", 40002), ("::1", 40001)).numbers),
        answer(attribute(3, INFO)),
        answer(attribute(2, INFO[:191])),
        answer(attribute(2, INFO, length=0)),
        answer(attribute(2, INFO, length=3)),
        answer(attribute(2, INFO, length=0xFFFF)),
        answer(attribute(9, b"", length=0) + attribute(2, INFO)),
        answer(b"\x05\x00"),
    ],
)
def test_an_answer_that_lies_is_not_available(hostile):
    assert question().times_in(hostile) is None


def test_an_answer_of_another_process_is_not_the_kernels(monkeypatch, one_pair):
    class Forged(socket.socket):
        def recvfrom(self, *_words: object) -> tuple[bytes, tuple[int, int]]:
            return answer(), (4711, 0)

    monkeypatch.setattr(held.socket, "socket", Forged)
    assert sender_times(*one_pair.ends()) is None
