"""What every link promises of the bytes it reads, over every transport and mode."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QObject, Slot

from app.clock import now_ns
from app.link.connection import Connection
from app.link.contract import State
from tests.app.link.conftest import MakeLink
from tests.app.link.peers import Flood, Server, reset, turn_loop, until, words

TEXT = b"t,ax,ay\n1,2,3\r\n" * 40


def _random_pieces(data: bytes) -> list[bytes]:
    source, pieces = random.Random(3), []
    while data:
        count = source.randint(1, 97)
        pieces.append(data[:count])
        data = data[count:]
    return pieces


@pytest.mark.parametrize(
    "pieces",
    [[TEXT], [bytes([byte]) for byte in TEXT], _random_pieces(TEXT)],
    ids=["whole", "byte by byte", "random"],
)
def test_bytes_arrive_as_they_were_sent_in_any_pieces(link_to: MakeLink, server: Server, pieces: list[bytes]) -> None:
    link, heard = link_to(server)
    link.open()
    until(lambda: link.state is State.OPEN)
    peer = server.accept()
    for piece in pieces:
        peer.sendall(piece)
        turn_loop(1)
    until(lambda: heard.count == len(TEXT))
    assert heard.bytes() == TEXT


@pytest.mark.parametrize("cut", range(0, len(TEXT), 41))
def test_bytes_arrive_as_they_were_sent_when_read_in_two_pieces(link_to: MakeLink, server: Server, cut: int) -> None:
    link, heard = link_to(server)
    link.open()
    until(lambda: link.state is State.OPEN)
    peer = server.accept()
    peer.sendall(TEXT[:cut])
    until(lambda: heard.count == cut)
    peer.sendall(TEXT[cut:])
    until(lambda: heard.count == len(TEXT))
    assert heard.bytes() == TEXT


def test_bytes_that_came_before_the_link_looked_are_not_missed(link_to: MakeLink, server: Server) -> None:
    link, heard = link_to(server)
    link.open()
    peer = server.accept_without_loop()  # the kernel completes the connection without the event loop
    peer.sendall(TEXT)
    until(lambda: heard.count == len(TEXT))
    assert heard.bytes() == TEXT


def test_bytes_sent_just_before_a_fin_are_all_received_and_the_end_comes_behind_them(
    link_to: MakeLink, server: Server
) -> None:
    link, heard = link_to(server)
    link.open()
    peer = server.accept()
    peer.sendall(TEXT)
    peer.close()
    until(lambda: bool(heard.reasons))
    assert heard.bytes() == TEXT
    assert [(end.offset, end.connection, end.reason) for end in heard.ends] == [(len(TEXT), 1, "closed by the device")]
    assert heard.log[-5:] == ["connected", "bytesReceived", "ended", "disconnected", "stateChanged waiting"]


def test_bytes_that_waited_when_the_device_reset_the_connection_are_received(link_to: MakeLink, server: Server) -> None:
    link, heard = link_to(server)
    link.open()
    until(lambda: link.state is State.OPEN)
    peer = server.accept()
    data = words(0, 100_000)
    peer.setblocking(False)
    sent = peer.send(data)  # what the kernels take while nobody reads
    until(lambda: heard.count > 0)
    reset(peer)
    until(lambda: bool(heard.reasons))
    assert heard.reasons == ["reset by the device"]
    assert heard.bytes() == data[: heard.count]
    assert heard.count <= sent
    kernel = link.statistics().kernel
    assert kernel is None or kernel.sum == heard.count


def test_bytes_are_not_lost_to_a_write_that_meets_a_reset(link_to: MakeLink, server: Server) -> None:
    link, heard = link_to(server)
    link.open()
    until(lambda: link.state is State.OPEN)
    peer = server.accept()
    peer.sendall(bytes(40_000))
    reset(peer)
    link.send(b"output off\n")  # fails before what waits is read: Qt closes its descriptor and forgets the rest
    until(lambda: bool(heard.reasons))
    kernel = link.statistics().kernel
    if kernel is not None:  # Linux alone lets us reach what Qt has left behind
        assert heard.count == kernel.after == 40_000


def test_the_connection_of_a_chunk_counts_the_openings(link_to: MakeLink, server: Server) -> None:
    link, heard = link_to(server)
    link.open()
    for connection in (1, 2, 3):
        until(lambda wanted=connection: heard.opened == wanted)
        peer = server.accept()
        peer.sendall(b"%d" % connection * 5)
        until(lambda wanted=connection: len(heard.bytes(wanted)) == 5)
        peer.close()
        until(lambda wanted=connection: len(heard.ends) == wanted)
    assert {number: bytes(data) for number, data in heard.data.items()} == {1: b"11111", 2: b"22222", 3: b"33333"}
    assert [(end.connection, end.offset) for end in heard.ends] == [(1, 5), (2, 5), (3, 5)]


def test_a_chunk_keeps_its_bytes_while_later_ones_are_read(link_to: MakeLink, server: Server) -> None:
    link, heard = link_to(server)
    link.open()
    until(lambda: link.state is State.OPEN)
    peer = server.accept()
    flood = Flood(peer, most_words=Flood.PIECE_WORDS * 40)
    until(lambda: flood.is_done and heard.count == flood.sent)
    flood.join()
    assert b"".join(chunk.data for chunk in heard.chunks) == words(0, Flood.PIECE_WORDS * 40)


def test_ten_thousand_chunks_are_received_one_by_one(link_to: MakeLink, server: Server) -> None:
    """PySide6 6.12.0 on Python 3.11 aborts after some 800 emissions; counters of 32 bits would not show here."""
    link, heard = link_to(server)
    link.open()
    until(lambda: link.state is State.OPEN)
    peer = server.accept()
    for number in range(10_000):
        peer.send(b"%7d\n" % number)
        until(lambda wanted=number: heard.count == 8 * (wanted + 1))
    assert heard.bytes() == b"".join(b"%7d\n" % number for number in range(10_000))
    assert len(heard.chunks) > 5_000


def test_a_stalled_program_holds_the_sender_back_and_loses_nothing(link_to: MakeLink, server: Server) -> None:
    link, heard = link_to(server, keep=False, receive_buffer=64 << 10)
    link.open()
    until(lambda: link.state is State.OPEN)
    peer = server.accept()
    peer.setblocking(False)
    sent = 0
    piece = words(0, 8192)
    for _ in range(10_000):  # nobody turns the loop: the link is stalled
        try:
            sent += peer.send(piece)
        except BlockingIOError:
            break
    else:
        pytest.fail("the sender was never held back")
    assert heard.count == 0
    assert link.statistics().in_qt <= 512 << 10
    until(lambda: heard.count == sent)


def test_bytes_wait_in_a_bounded_buffer_while_receivers_block(link_to: MakeLink, server: Server) -> None:
    link, heard = link_to(server, keep=False)
    link.open()
    until(lambda: link.state is State.OPEN)
    flood = Flood(server.accept())
    most = 0
    while heard.count < 64 << 20:
        turn_loop(1)
        most = max(most, link.statistics().in_qt)
    flood.stop()
    assert most <= 512 << 10


def test_a_flood_on_one_link_leaves_the_bytes_of_another_flowing(link_to: MakeLink, server: Server) -> None:
    loud, flooded = link_to(server, keep=False)
    loud.open()
    until(lambda: loud.state is State.OPEN)
    flood = Flood(server.accept())
    quiet, heard = link_to(server)
    quiet.open()
    until(lambda: quiet.state is State.OPEN)
    peer = server.accept()
    turns = []
    for number in range(200):
        before = flooded.turns
        peer.send(b"%7d\n" % number)
        until(lambda wanted=number: heard.count == 8 * (wanted + 1))
        turns.append(flooded.turns - before)
    flood.stop()
    assert sorted(turns)[len(turns) // 2] <= 4  # turns of the flood between a message and its arrival


def test_the_end_waits_for_the_receivers_of_a_chunk(link_to: MakeLink, server: Server) -> None:
    class Closer(QObject):
        @Slot(object)
        def close_link(self, _: object) -> None:
            link.close()

    closer = Closer()
    link, heard = link_to(server)
    link.bytesReceived.disconnect(heard._take)
    link.bytesReceived.connect(closer.close_link)  # before the recorder
    link.bytesReceived.connect(heard._take)
    link.open()
    server.accept().sendall(b"last words")
    until(lambda: link.state is State.IDLE)
    assert heard.bytes() == b"last words"
    assert heard.log[-4:] == ["bytesReceived", "ended", "disconnected", "stateChanged idle"]
    assert heard.ends[0].offset == 10


def test_the_times_of_a_chunk_enclose_the_moment_when_it_came(link_to: MakeLink, server: Server) -> None:
    link, heard = link_to(server)
    link.open()
    until(lambda: link.state is State.OPEN)
    peer = server.accept()
    for _ in range(20):
        turn_loop()
        sent_ns = now_ns()
        peer.send(b"x")
        count = heard.count + 1
        until(lambda wanted=count: heard.count == wanted)
        chunk = heard.chunks[-1]
        assert chunk.known_empty_ns <= sent_ns <= chunk.read_ns <= now_ns()


def test_an_idle_loop_does_not_widen_the_interval_of_a_chunk(
    link_to: MakeLink, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Counted in beats that found all empty, not in time: a busy machine lets a thread wait."""
    link, heard = link_to(server)
    beats: list[int] = []
    beat = Connection.beat

    def noted(connection: Connection) -> None:
        beats.append(now_ns())
        beat(connection)

    monkeypatch.setattr(Connection, "beat", noted)
    link.open()
    until(lambda: len(beats) > 10)  # so the tenth is done
    server.accept().send(b"x")
    until(lambda: heard.count == 1)
    assert heard.chunks[-1].known_empty_ns >= beats[9]
