"""What every link promises of the bytes it sends, over every transport and mode."""

from __future__ import annotations

import contextlib
import socket

import pytest

from app.clock import now_ns
from app.link import socket_options, unanswered, vigil
from app.link.contract import SendRefusedError, State, Ticket, TicketState
from app.link.outbox import BOUND
from tests.app.link.conftest import MakeLink
from tests.app.link.peers import Flood, Server, receive, turn_loop, until, words


def test_bytes_reach_the_device_in_order(link_to: MakeLink, server: Server) -> None:
    link, heard = link_to(server)
    link.open()
    until(lambda: link.state is State.OPEN)
    peer = server.accept()
    tickets = [link.send(b"output on\n"), link.send(b"volt 5\n")]
    assert [(ticket.connection, ticket.end) for ticket in tickets] == [(1, 10), (1, 17)]
    assert receive(peer, 17) == b"output on\nvolt 5\n"
    until(lambda: heard.sent == 17)
    said = link.statistics()
    assert (said.written, said.unsent) == (17, 0)


def test_what_the_session_sends_at_each_opening_goes_first(link_to: MakeLink, server: Server) -> None:
    link, heard = link_to(server, on_connect=(b"?WATCH", b"={};\n"))
    link.open()
    until(lambda: heard.opened == 1)
    link.send(b"?POLL;\n")
    peer = server.accept()
    assert receive(peer, 18) == b"?WATCH={};\n?POLL;\n"


def test_what_the_session_sends_is_sent_again_after_a_loss(link_to: MakeLink, server: Server) -> None:
    link, heard = link_to(server, on_connect=(b"hello\n",))
    link.open()
    for count in (1, 2, 3):
        peer = server.accept()
        assert receive(peer, 6) == b"hello\n"
        until(lambda wanted=count: heard.sent == 6 * wanted)
        peer.close()
        until(lambda wanted=count: len(heard.ends) == wanted)
    assert link.statistics().written == 18


def test_tickets_count_from_the_beginning_of_each_connection(link_to: MakeLink, server: Server) -> None:
    link, heard = link_to(server, on_connect=(b"hello\n",))
    link.open()
    until(lambda: heard.opened == 1)
    tickets = [link.send(b"abc")]
    server.accept().close()
    until(lambda: heard.opened == 2)
    tickets.append(link.send(b"abc"))
    assert [(ticket.connection, ticket.end) for ticket in tickets] == [(1, 9), (2, 9)]


def test_a_device_that_does_not_read_fills_the_queue_to_its_bound_and_no_further(
    link_to: MakeLink, server: Server
) -> None:
    link, heard = link_to(server)
    link.open()
    until(lambda: link.state is State.OPEN)
    peer = server.accept()
    taken = 0
    refusals = []
    while True:  # until neither the kernels nor the queue take any more
        try:
            link.send(bytes(64 << 10))
        except SendRefusedError as error:
            refusals.append((link.statistics().unsent, str(error)))
            before = heard.sent
            turn_loop(20)
            if heard.sent == before:
                break
        else:
            taken += 64 << 10
            turn_loop()
    for unsent, message in refusals:
        assert f"65536 bytes refused: {unsent} bytes already wait" in message
        assert str(BOUND) in message
        assert BOUND - (64 << 10) < unsent <= BOUND
    assert len(receive(peer, taken)) == taken  # nothing that was accepted is lost
    until(lambda: heard.sent == taken)


def test_a_message_larger_than_the_queue_is_refused_whole(link_to: MakeLink, server: Server) -> None:
    link, heard = link_to(server)
    link.open()
    until(lambda: link.state is State.OPEN)
    with pytest.raises(SendRefusedError, match=f"{BOUND + 1} bytes refused"):
        link.send(bytes(BOUND + 1))
    assert link.statistics().unsent == 0
    assert link.statistics().refused == 1
    assert heard.sent == 0


def test_what_was_unsent_is_not_carried_into_the_next_connection(link_to: MakeLink, server: Server) -> None:
    link, heard = link_to(server)
    link.open()
    until(lambda: link.state is State.OPEN)
    link.send(b"old")
    server.accept().close()
    until(lambda: heard.opened == 2)
    assert link.statistics().unsent == 0
    link.send(b"new")
    assert receive(server.accept(), 3) == b"new"


def test_what_was_sent_just_before_closing_reaches_a_device_that_floods(link_to: MakeLink, server: Server) -> None:
    link, heard = link_to(server, keep=False)
    link.open()
    until(lambda: link.state is State.OPEN)
    peer = server.accept()
    flood = Flood(peer)
    until(lambda: heard.count > 1 << 20)
    link.send(b"output off\n" * 1000)
    link.close()
    until(lambda: link.state is State.IDLE)
    flood.join()  # its connection is gone
    received = bytearray()
    while data := peer.recv(1 << 16):
        received += data
    assert received == b"output off\n" * 1000


def test_closing_gives_up_on_a_device_that_does_not_read(link_to: MakeLink, server: Server) -> None:
    link, heard = link_to(server)
    link.open()
    until(lambda: link.state is State.OPEN)
    server.accept().setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    while True:
        try:
            link.send(bytes(64 << 10))
        except SendRefusedError:
            break
        turn_loop()
    link.close()
    assert link.state is State.CLOSING
    with pytest.raises(SendRefusedError):
        link.send(bytes(64 << 10))
    until(lambda: link.state is State.IDLE)
    assert heard.reasons == ["closed here"]
    assert link.statistics().unsent == 0


def test_both_sides_writing_with_full_buffers_receive_for_as_long_as_it_lasts(
    link_to: MakeLink, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Longer than every time-out that a link knows while it is open, each of them short. A silence would end it."""
    for name in ("KEEP_IDLE_S", "KEEP_INTERVAL_S", "KEEP_COUNT"):
        monkeypatch.setattr(socket_options, name, 1)
    for module, name in ((vigil, "LOOK_NS"), (unanswered, "LOOK_NS"), (unanswered, "PATIENCE_NS")):
        monkeypatch.setattr(module, name, 100_000_000)
    link, heard = link_to(server, keep=False, stale_after=1_000_000_000, on_silence="reconnect")
    link.open()
    until(lambda: link.state is State.OPEN)
    peer = server.accept()
    flood = Flood(peer)  # reads nothing while it writes
    tickets: list[Ticket] = []
    full_ns: int | None = None

    def it_has_lasted() -> bool:
        nonlocal full_ns
        try:
            tickets.append(link.send(bytes(4 << 10)))
        except SendRefusedError:
            full_ns = full_ns or now_ns()
        return full_ns is not None and now_ns() - full_ns > 3_000_000_000

    until(it_has_lasted, "three seconds of a full queue")
    assert heard.ends == []
    assert link.statistics().unsent > BOUND - (8 << 10)
    assert tickets[-1].state is TicketState.QUEUED
    assert len(receive(peer, tickets_size(tickets))) == tickets_size(tickets)
    until(lambda: all(ticket.state in (TicketState.ACCEPTED, TicketState.HANDED) for ticket in tickets))
    if link.statistics().acknowledged is not None:
        until(lambda: all(ticket.state is TicketState.ACCEPTED for ticket in tickets))
    flood.stop()


def tickets_size(tickets: list[Ticket]) -> int:
    return sum(len(ticket.data) for ticket in tickets)


def test_both_sides_writing_with_full_buffers_go_on(link_to: MakeLink, server: Server) -> None:
    link, heard = link_to(server)
    link.open()
    until(lambda: link.state is State.OPEN)
    peer = server.accept()
    flood = Flood(peer, most_words=Flood.PIECE_WORDS * 100)  # reads nothing while it writes
    while not flood.is_done:
        with contextlib.suppress(SendRefusedError):
            link.send(bytes(8 << 10))
        turn_loop(1)
    flood.join()
    until(lambda: heard.count == flood.sent)
    assert heard.bytes() == words(0, Flood.PIECE_WORDS * 100)
