"""The same connected socket goes to a thread and back, at any moment, and no byte is lost, repeated or out of order."""

from __future__ import annotations

import gc
import os
import resource
import socket
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Slot

from app.clock import now_ns
from app.comparison.measuring.identity import own_socket_among, own_sockets
from app.link import socket_thread
from app.link.contract import Link, State
from app.link.flight import BOUND
from app.link.options import TcpOptions
from app.link.tcp import TcpLink
from app.stream import Chunk
from tests.app.link.conftest import MakeLink
from tests.app.link.peers import Flood, Server, reset, turn_loop, until, words


@pytest.fixture
def mode() -> dict[str, str]:
    """The tests here choose the mode themselves."""
    return {}


def opened(make: MakeLink, server: Server, **options: object) -> tuple[Link, object, socket.socket]:
    link, heard = make(server, **options)
    link.open()
    until(lambda: link.state is State.OPEN)
    return link, heard, server.accept()


def settle(link: Link, mode: str) -> None:
    link.set_transport(mode)
    until(lambda: link.statistics().transport == mode == link.statistics().wished, f"{mode} mode")


class Numbers(QObject):
    """Checks that a stream of counters is whole."""

    def __init__(self, link: Link) -> None:
        super().__init__()
        self.count = 0
        self.threads: set[int] = set()
        link.bytesReceived.connect(self._take)

    @Slot(object)
    def _take(self, chunk: Chunk) -> None:
        self.threads.add(threading.get_native_id())
        first, skip = divmod(self.count, 8)
        expected = words(first, (skip + len(chunk.data)) // 8 + 1)[skip : skip + len(chunk.data)]
        assert chunk.data == expected, f"at byte {self.count}"
        self.count += len(chunk.data)


def inode_of_our_end(server: Server) -> int:
    """Of this process's one connection to the server, as the kernel says."""
    found = own_socket_among(own_sockets(), f"{server.host}:{server.port}")
    assert found is not None
    return found.inode


def counted_by_the_kernel(link: Link) -> int | None:
    info = link.statistics().tcp_info
    return None if info is None else info.bytes_received


def reader_threads() -> list[str]:
    """Names of this process's threads that SocketThread made."""
    names = []
    for task in os.listdir("/proc/self/task"):
        try:
            names.append(Path(f"/proc/self/task/{task}/comm").read_text().strip())
        except OSError:  # it has ended meanwhile
            continue
    return [name for name in names if name.startswith("bench-")]


on_linux = pytest.mark.skipif(sys.platform != "linux", reason="reads the kernel's tables of Linux")


def test_a_link_reads_where_its_options_say(link_to: MakeLink, server: Server) -> None:
    link, heard, peer = opened(link_to, server, transport="thread")
    until(lambda: link.statistics().transport == "thread")
    peer.sendall(b"abc")
    until(lambda: heard.bytes() == b"abc")


def test_bytes_are_received_in_the_gui_thread_in_either_mode(link_to: MakeLink, server: Server) -> None:
    link, _, peer = opened(link_to, server, keep=False)
    numbers = Numbers(link)
    peer.sendall(words(0, 10))
    until(lambda: numbers.count == 80)
    settle(link, "thread")
    peer.sendall(words(10, 10))
    until(lambda: numbers.count == 160)
    assert numbers.threads == {threading.get_native_id()}


def test_the_thread_that_reads_is_told_and_is_not_ours(link_to: MakeLink, server: Server) -> None:
    link, _, _ = opened(link_to, server)
    assert link.statistics().thread is None
    link.setObjectName("bench-imu")
    settle(link, "thread")
    thread = link.statistics().thread
    assert thread is not None
    assert (thread.name, thread.native_id != threading.get_native_id()) == ("bench-imu", True)
    settle(link, "gui")
    assert link.statistics().thread is None


@on_linux
def test_the_thread_has_the_name_of_the_link_and_ends_when_the_socket_has_come_back(
    link_to: MakeLink, server: Server
) -> None:
    link, _, _ = opened(link_to, server)
    link.setObjectName("bench-a name longer than the kernel keeps")
    settle(link, "thread")
    assert reader_threads() == ["bench-a name lon"[:15]]
    settle(link, "gui")
    until(lambda: not reader_threads())


@on_linux
def test_the_same_socket_goes_over_both_ways_and_the_kernels_count_runs_on(link_to: MakeLink, server: Server) -> None:
    link, heard, peer = opened(link_to, server)
    inode = inode_of_our_end(server)
    for number in range(20):
        settle(link, "thread" if number % 2 == 0 else "gui")
        peer.sendall(b"%7d\n" % number)
        until(lambda wanted=number: heard.count == 8 * (wanted + 1))
        assert inode_of_our_end(server) == inode
        until(lambda wanted=number: counted_by_the_kernel(link) == 8 * (wanted + 1))
    assert (heard.opened, heard.ends) == (1, [])


def test_a_flood_is_whole_over_two_hundred_swaps_at_arbitrary_moments(link_to: MakeLink, server: Server) -> None:
    link, heard, peer = opened(link_to, server, keep=False)
    numbers = Numbers(link)
    flood = Flood(peer)
    swaps = 0
    while swaps < 200:
        link.set_transport("thread" if swaps % 2 == 0 else "gui")
        wanted = numbers.count + (1 + 7919 * swaps % 100_000)  # more or less than what a move takes
        until(lambda count=wanted: numbers.count >= count)
        swaps += 1
    flood.stop()
    until(lambda: numbers.count == flood.sent)
    assert heard.opened == 1


def test_a_swap_by_a_receiver_of_a_chunk_waits_until_the_chunk_is_received(link_to: MakeLink, server: Server) -> None:
    class Swapper(QObject):
        swaps = 0

        @Slot(object)
        def take(self, _: Chunk) -> None:
            self.swaps += 1
            link.set_transport("thread" if self.swaps % 2 else "gui")

    link, heard, peer = opened(link_to, server)
    swapper = Swapper()
    link.bytesReceived.connect(swapper.take)
    for number in range(100):
        peer.sendall(b"%7d\n" % number)
        until(lambda wanted=number: heard.count == 8 * (wanted + 1))
    assert heard.bytes() == b"".join(b"%7d\n" % number for number in range(100))


def test_the_last_of_many_wishes_holds(link_to: MakeLink, server: Server) -> None:
    link, _, _ = opened(link_to, server)
    for _ in range(50):
        link.set_transport("thread")
        link.set_transport("gui")
    link.set_transport("thread")
    assert link.wished_transport == "thread"
    until(lambda: link.statistics().transport == "thread")
    turn_loop(20)
    assert link.statistics().transport == "thread"


def test_a_wish_that_returns_while_the_socket_comes_home_is_fulfilled(link_to: MakeLink, server: Server) -> None:
    link, _, _ = opened(link_to, server)
    settle(link, "thread")
    link.set_transport("gui")
    link.set_transport("thread")
    turn_loop(1)
    until(lambda: link.statistics().transport == "thread" and link.statistics().thread is not None)


def test_an_unknown_mode_is_refused_with_what_there_is(link_to: MakeLink, server: Server) -> None:
    link, _ = link_to(server)
    with pytest.raises(ValueError, match='expected "gui" or "thread", got \'both\''):
        link.set_transport("both")


def test_each_wish_and_each_settling_is_told(link_to: MakeLink, server: Server) -> None:
    heard = []

    class Listener(QObject):
        @Slot(str)
        def note(self, mode: str) -> None:
            heard.append((mode, link.wished_transport))

    listener = Listener()
    link, _, _ = opened(link_to, server)
    link.transportChanged.connect(listener.note)
    settle(link, "thread")
    link.set_transport("thread")  # no news
    settle(link, "gui")
    assert heard == [("gui", "thread"), ("thread", "thread"), ("thread", "gui"), ("gui", "gui")]


def test_without_a_connection_a_wish_holds_for_the_next(link_to: MakeLink, server: Server) -> None:
    link, _ = link_to(server)
    link.set_transport("thread")
    assert (link.statistics().transport, link.statistics().thread) == ("thread", None)
    link.open()
    until(lambda: link.state is State.OPEN)
    link.set_transport("gui")
    link.set_transport("thread")
    until(lambda: link.statistics().thread is not None)


def test_a_wish_while_connecting_holds_for_the_connection(link_to: MakeLink, server: Server) -> None:
    link, heard = link_to(server)
    link.open()
    assert link.state is State.CONNECTING
    link.set_transport("thread")
    until(lambda: link.statistics().thread is not None)
    server.accept().sendall(b"abc")
    until(lambda: heard.count == 3)


def test_a_mode_outlives_the_connection(link_to: MakeLink, server: Server) -> None:
    link, heard, peer = opened(link_to, server, transport="thread")
    until(lambda: link.statistics().thread is not None)
    peer.sendall(b"one")
    until(lambda: heard.count == 3)
    reset(peer)
    until(lambda: heard.opened == 2)
    server.accept().sendall(b"two")
    until(lambda: heard.bytes(2) == b"two")
    until(lambda: link.statistics().thread is not None)


@pytest.mark.parametrize("order", ["swap then close", "close then swap"])
@pytest.mark.parametrize("before", ["gui", "thread"])
def test_a_swap_and_a_close_at_once_end_idle_with_every_byte(
    link_to: MakeLink, server: Server, order: str, before: str
) -> None:
    link, heard, peer = opened(link_to, server)
    settle(link, before)
    other = "thread" if before == "gui" else "gui"
    peer.sendall(b"last words")
    steps: list[Callable[[], None]] = [lambda: link.set_transport(other), link.close]
    for step in steps if order == "swap then close" else reversed(steps):
        step()
    until(lambda: link.state is State.IDLE)
    assert heard.ends[0].offset == heard.count
    assert not socket_thread._running


def test_what_is_sent_during_swaps_arrives_in_order(link_to: MakeLink, server: Server) -> None:
    link, _, peer = opened(link_to, server)
    data = bytearray()
    peer.setblocking(False)

    def take() -> bool:
        try:
            data.extend(peer.recv(1 << 16))
        except BlockingIOError:
            return True
        return True

    for number in range(300):
        if number % 3 == 0:
            link.set_transport("thread" if number % 2 else "gui")
        link.send(b"%7d\n" % number)
        if number % 5 == 0:
            turn_loop(1)
    until(lambda: take() and len(data) == 2400)
    assert bytes(data) == b"".join(b"%7d\n" % number for number in range(300))


def test_a_close_during_a_swap_sends_what_was_written_first(link_to: MakeLink, server: Server) -> None:
    link, _, peer = opened(link_to, server)
    link.set_transport("thread")
    turn_loop(1)
    link.send(b"output off\n")
    link.close()
    until(lambda: link.state is State.IDLE)
    assert peer.recv(100) == b"output off\n"
    assert peer.recv(100) == b""


def test_bytes_in_flight_are_bounded_while_the_gui_thread_stands_still(link_to: MakeLink, server: Server) -> None:
    """The sender is held back by TCP, not stored in our heap, and nothing is lost when the GUI wakes."""
    link, _, peer = opened(link_to, server, keep=False, receive_buffer=64 << 10)
    numbers = Numbers(link)
    settle(link, "thread")
    flood = Flood(peer)
    until(lambda: numbers.count > 0)
    before, since, grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, flood.sent, 0
    while flood.sent > since or grown < 50:  # the GUI thread stands still until the sender does
        grown = 0 if flood.sent > since else grown + 1
        since = flood.sent
        threading.Event().wait(0.002)
    statistics = link.statistics()
    assert 0 < statistics.in_flight <= BOUND + (512 << 10)
    assert statistics.read == numbers.count + statistics.in_flight
    grown_kib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown_kib < 16 << 10
    waiting = numbers.count
    until(lambda: numbers.count > waiting + statistics.in_flight + (1 << 20))
    flood.stop()
    until(lambda: numbers.count == flood.sent)


def test_single_bytes_are_bounded_as_well(link_to: MakeLink, server: Server) -> None:
    """Each is an event and a chunk: 4 MiB of them would be gigabytes."""
    link, heard, peer = opened(link_to, server, keep=False, receive_buffer=64 << 10)
    settle(link, "thread")
    for _ in range(20_000):
        peer.send(b"x")
    assert link.statistics().in_flight <= BOUND
    until(lambda: heard.count == 20_000)


def test_read_is_received_and_in_flight_at_every_moment(link_to: MakeLink, server: Server) -> None:
    link, _, peer = opened(link_to, server, keep=False)
    numbers = Numbers(link)
    flood = Flood(peer)
    for number in range(2000):
        if number % 50 == 0:
            link.set_transport("gui" if number % 100 else "thread")
        turn_loop(1)
        statistics = link.statistics()
        assert statistics.read == numbers.count + statistics.in_flight
        if statistics.kernel is not None:
            assert statistics.kernel.agrees
    flood.stop()
    until(lambda: numbers.count == flood.sent)


def test_a_device_that_resets_during_a_swap_loses_nothing_that_was_acknowledged(
    link_to: MakeLink, server: Server
) -> None:
    link, heard = link_to(server)
    link.open()
    for number in range(40):
        until(lambda wanted=number: heard.opened == wanted + 1)
        peer = server.accept()
        peer.sendall(words(0, 1000))
        link.set_transport("thread" if number % 2 == 0 else "gui")
        turn_loop(number % 4)
        reset(peer)
        until(lambda wanted=number: len(heard.ends) == wanted + 1)
        assert heard.bytes(number + 1) == words(0, 1000)[: heard.ends[-1].offset]
        kernel = link.statistics().kernel
        assert kernel is None or kernel.agrees


def test_without_a_thread_to_be_had_the_gui_thread_goes_on_reading(
    link_to: MakeLink, server: Server, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("app.link.socket_thread.SocketThread.start", lambda _: False)
    link, heard, peer = opened(link_to, server)
    link.set_transport("thread")
    assert (link.wished_transport, link.statistics().transport) == ("gui", "gui")
    assert "gives no thread" in caplog.text
    peer.sendall(b"abc")
    until(lambda: heard.bytes() == b"abc")


def test_a_link_that_was_never_opened_leaves_no_thread() -> None:
    link = TcpLink(TcpOptions(host="127.0.0.1", port=1, transport="thread"))
    link.close()
    assert link.state is State.IDLE
    assert not socket_thread._running


def test_pieces_from_a_thread_are_fitted_to_what_their_receivers_take(link_to: MakeLink, server: Server) -> None:
    """Else five links would launch half a megabyte each, which takes a slow decoder a tenth of a second."""

    class Slow(QObject):
        @Slot(object)
        def take(self, _: Chunk) -> None:
            began_ns = now_ns()
            while now_ns() - began_ns < 3_000_000:
                pass

    link, heard, peer = opened(link_to, server, keep=True)
    settle(link, "thread")
    slow = Slow()
    link.bytesReceived.connect(slow.take)
    flood = Flood(peer)
    until(lambda: bool(heard.chunks) and max(len(c.data) for c in heard.chunks[-5:]) <= 8 << 10, "small pieces")
    link.bytesReceived.disconnect(slow.take)
    until(lambda: len(heard.chunks[-1].data) > 64 << 10, "large pieces")
    flood.stop()
    until(lambda: heard.count == flood.sent)


def test_python_collects_garbage_in_the_gui_thread_alone_while_a_thread_reads(
    link_to: MakeLink, server: Server
) -> None:
    """A reader that collected destroyed the window's timers from its own thread, and the program crashed."""
    link, _, _ = opened(link_to, server)
    settle(link, "thread")
    assert not gc.isenabled()
    settle(link, "gui")
    until(gc.isenabled)


def test_a_receiver_with_a_loop_of_its_own_is_not_overtaken(link_to: MakeLink, server: Server) -> None:
    """Else the receivers behind it would see the next chunk, and the end, before the one that it has."""

    class Dialog(QObject):
        @Slot(object)
        def show(self, chunk: Chunk) -> None:
            if chunk.offset == 0:
                peer.sendall(b"two")
                peer.close()
                until(lambda: link.statistics().read == 6)
                turn_loop(5)

    link, heard, peer = opened(link_to, server)
    settle(link, "thread")
    dialog = Dialog()
    link.bytesReceived.disconnect(heard._take)
    link.bytesReceived.connect(dialog.show)
    link.bytesReceived.connect(heard._take)
    peer.sendall(b"one")
    until(lambda: bool(heard.ends))
    assert heard.bytes() == b"onetwo"
