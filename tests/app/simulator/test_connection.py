"""One client: what the kernel took is counted, frames end whole, and the end is a FIN."""

from __future__ import annotations

import socket
import struct

import numpy as np
import pytest

from app.simulator.connection import FIN_GRACE_NS, LOOK_NS, Connection, unacknowledged
from app.simulator.devices.scope import Scope
from app.simulator.schedule import Schedule
from app.simulator.source import PacedSource, SharedStream
from app.simulator.tape import segment_of
from tests.app.simulator.process import STUCK_S, exactly, received

FRAME = 1000


class Source:
    """Frames of 1 000 bytes, `count` in all, `at_once` a segment; each filled with its number."""

    skipped = 0

    def __init__(self, count, at_once=10):
        self.left, self.at_once, self.taken = count, at_once, 0

    @property
    def exhausted(self):
        return self.left == 0

    def take(self, now_ns):
        number = min(self.at_once, self.left)
        if not number:
            return None
        frames = np.zeros(number, np.dtype([("octets", "u1", (FRAME,))]))
        frames["octets"] = (self.taken + np.arange(number))[:, None] % 256
        self.left -= number
        self.taken += number
        return segment_of(frames)

    def overwrite(self, now_ns):
        pass

    def wake_ns(self):
        return None if self.exhausted else 0


class Console:
    def __init__(self):
        self.heard = b""

    def feed(self, data, now_ns):
        self.heard += data


@pytest.fixture
def pair():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        client = socket.create_connection(listener.getsockname(), timeout=STUCK_S)
        server, _ = listener.accept()
    with client, server:
        server.setblocking(False)
        # A few kilobytes, so that the kernel is full soon.
        server.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 1)
        yield client, server


def expected(first, last):
    return b"".join(bytes([number % 256]) * FRAME for number in range(first, last))


def test_all_frames_arrive_whole_and_in_order_behind_them_a_fin(pair):
    client, server = pair
    connection = Connection(server, Source(25), None)
    data = b""
    while connection.state == "sending":
        connection.blocked = False
        connection.pump(0)
        if connection.blocked:
            data += client.recv(1 << 16)
    data += received(client)
    assert data == expected(0, 25)
    assert (connection.bytes_sent, connection.frames_sent) == (25 * FRAME, 25)


def test_a_full_kernel_is_waited_for_and_its_share_counted_to_the_byte(pair):
    client, server = pair
    connection = Connection(server, Source(10**6), None)
    connection.pump(0)
    assert connection.blocked
    assert connection.wake_ns() is None
    taken = connection.bytes_sent
    assert connection.frames_sent == taken // FRAME
    assert exactly(client, taken) == expected(0, taken // FRAME + 1)[:taken]


def test_at_the_end_the_frame_that_had_begun_is_finished_and_no_other(pair):
    client, server = pair
    connection = Connection(server, Source(10**6, at_once=7), None)
    connection.pump(0)
    begun = -(-connection.bytes_sent // FRAME)
    connection.end(0)
    data = b""
    while connection.state == "sending":
        data += client.recv(1 << 16)
        connection.blocked = False
        connection.pump(0)
    data += received(client)
    assert data == expected(0, begun)
    assert (connection.bytes_sent, connection.frames_sent) == (len(data), begun)


def test_a_connection_between_frames_ends_at_once(pair):
    client, server = pair
    connection = Connection(server, Source(3), None)
    connection.end(0)
    assert received(client) == b""
    assert (connection.state, connection.frames_sent) == ("finishing", 0)


def test_after_the_fin_it_waits_until_the_client_has_closed_too(pair):
    client, server = pair
    connection = Connection(server, Source(2), None)
    connection.pump(0)
    assert connection.state == "finishing"
    assert connection.wake_ns() == LOOK_NS
    received(client)
    client.close()
    connection.read(1)
    assert connection.closed
    assert not connection.lost


def test_a_client_that_stays_is_left_once_its_kernel_has_everything(pair):
    client, server = pair
    connection = Connection(server, Source(2), None)
    connection.pump(0)
    connection.pump(FIN_GRACE_NS - 1)
    assert connection.state == "finishing"
    assert received(client) == expected(0, 2)
    while unacknowledged(server):  # until its kernel sends the ACK of the FIN that it has put off
        client.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)
    connection.pump(FIN_GRACE_NS)
    assert connection.closed


def test_a_client_that_has_not_read_yet_is_not_left(pair):
    client, server = pair
    client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1)
    connection = Connection(server, Source(300), None)
    while not connection.blocked:
        connection.pump(0)
    connection.end(0)
    data = b""
    while connection.state == "sending":
        data += client.recv(4096)
        connection.blocked = False
        connection.pump(0)
    if unacknowledged(server):
        connection.pump(FIN_GRACE_NS)
        assert connection.state == "finishing"
    data += received(client)
    assert len(data) == connection.bytes_sent


def test_unread_words_of_the_client_do_not_cost_it_what_it_has_not_read(pair):
    """A close with unread input would send a RST."""
    client, server = pair
    connection = Connection(server, Source(2), None)
    connection.pump(0)
    client.sendall(b"VOLT 5\n" * 1000)
    connection.close()
    assert received(client) == expected(0, 2)


def test_a_client_that_only_stops_talking_goes_on_receiving(pair):
    client, server = pair
    connection = Connection(server, Source(2), None)
    client.shutdown(socket.SHUT_WR)
    connection.read(0)
    assert not connection.listening
    connection.pump(0)
    assert received(client) == expected(0, 2)
    assert connection.closed


def test_a_client_that_resets_is_lost_and_costs_no_exception(pair):
    client, server = pair
    connection = Connection(server, Source(10**6), None)
    connection.pump(0)
    client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    client.close()
    connection.blocked = False
    connection.pump(0)
    connection.pump(0)
    assert connection.closed
    assert connection.lost


def test_what_a_client_misses_that_never_reads_is_counted(pair):
    client, server = pair
    stream = SharedStream(Scope(1.0), Schedule(0, 100.0))
    connection = Connection(server, PacedSource(stream, 0, None), None)
    for second in range(1, 60):
        connection.pump(second * 10**9)
    assert connection.blocked
    connection.end(100 * 10**9)
    assert connection.feed.skipped > 9000
    connection.close()
    assert len(received(client)) == connection.bytes_sent


def test_what_a_client_says_goes_to_the_console_or_is_dropped(pair):
    client, server = pair
    console = Console()
    client.sendall(b"OUTP ON\n")
    talkative, silent = Connection(server, Source(1), console), Connection(server, Source(1), None)
    talkative.read(0)
    assert console.heard == b"OUTP ON\n"
    client.sendall(b"hello")
    silent.read(0)
    silent.read(0)
    assert silent.listening
