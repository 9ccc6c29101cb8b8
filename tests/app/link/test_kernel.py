"""The kernel's account of a connection."""

from __future__ import annotations

import contextlib
import os
import socket
import struct
import sys
import time
from collections.abc import Callable, Iterator

import pytest

from app.health.ledger import Kernel
from app.link.contract import TcpInfo
from app.link.kernel import Received, Witness, acknowledged, parse, received, total
from app.simulator.deafness import deafen
from tests.app.link.peers import PATIENCE_S, reset

if sys.platform != "linux":
    pytest.skip("TCP_INFO is Linux's", allow_module_level=True)

ESTABLISHED, FIN_WAIT1, FIN_WAIT2, TIME_WAIT, CLOSE, CLOSE_WAIT = 1, 4, 5, 6, 7, 8


@pytest.fixture
def pair() -> Iterator[tuple[socket.socket, socket.socket]]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        ours = socket.create_connection(listener.getsockname())
        theirs, _ = listener.accept()
    yield ours, theirs
    ours.close()
    theirs.close()


Pair = tuple[socket.socket, socket.socket]


@pytest.fixture
def witness(pair: Pair) -> Iterator[Witness]:
    made = Witness.of(pair[0].fileno())
    assert made is not None
    yield made
    made.close()


def _info(state: int, bytes_received: int, length: int = 240, *, bytes_acked: int = 1) -> bytes:
    info = bytearray(240)
    info[0], info[2], info[3] = state, 4, 5
    struct.pack_into("=QQ", info, 120, bytes_acked, bytes_received)
    for at, value in ((16, 1448), (20, 536), (52, 12), (56, 34), (92, 1500), (96, 14600), (224, 3), (232, 65535)):
        struct.pack_into("=I", info, at, value)
    return bytes(info[:length])


def _settled(sock: socket.socket, count: int) -> None:
    """Wait, without reading, until so much has arrived."""
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVLOWAT, count)
    sock.recv(count, socket.MSG_PEEK | socket.MSG_WAITALL)


def test_the_fields_of_tcp_info_are_told_in_our_units() -> None:
    told = parse(_info(ESTABLISHED, 1000), waiting=7)
    assert (told.bytes_received, told.waiting, told.rcv_rtt_ms, told.rcv_ooopack) == (1000, 7, 1.5, 3)
    assert (told.last_data_recv_ms, told.rcv_space, told.snd_mss, told.rcv_mss) == (12, 14600, 1448, 536)
    assert (told.bytes_acked, told.last_ack_recv_ms, told.retransmits, told.probes) == (0, 34, 4, 5)
    assert told.rcv_window == 65535


def test_a_field_that_an_older_kernel_does_not_know_is_none_and_never_nought() -> None:
    assert parse(_info(ESTABLISHED, 1000, length=232), waiting=0).rcv_window is None
    assert parse(_info(ESTABLISHED, 1000, length=192), waiting=0).rcv_ooopack is None
    told = parse(_info(ESTABLISHED, 1000, length=104), waiting=None)
    assert (told.bytes_received, told.waiting, told.rcv_space) == (None, None, 14600)
    assert (told.bytes_acked, told.last_ack_recv_ms, told.retransmits, told.probes) == (None, 34, 4, 5)


@pytest.mark.parametrize(
    ("state", "fin_seen", "expected"),
    [
        (ESTABLISHED, False, Received(1000, 1000)),
        (CLOSE_WAIT, False, Received(999, 999)),
        (CLOSE, True, Received(999, 999)),
        (CLOSE, False, Received(999, 1000)),
    ],
)
def test_the_fin_is_not_taken_for_a_byte(state: int, fin_seen: bool, expected: Received) -> None:
    assert received(_info(state, 1000), fin_seen) == expected


@pytest.mark.parametrize(
    ("state", "expected"),
    [(ESTABLISHED, 999), (CLOSE_WAIT, 999), (FIN_WAIT1, 999), (FIN_WAIT2, 998), (TIME_WAIT, 998), (CLOSE, 999)],
)
def test_neither_the_syn_nor_our_fin_is_taken_for_a_byte_that_arrived(state: int, expected: int) -> None:
    assert acknowledged(_info(state, 0, bytes_acked=1000)) == expected


def test_before_the_syn_is_acknowledged_nothing_is() -> None:
    assert acknowledged(_info(ESTABLISHED, 0, bytes_acked=0)) == 0


def test_accounts_add_up() -> None:
    assert total(Kernel(1, 2, 3, 1), Kernel(10, 20, 30, 4)) == Kernel(11, 22, 33, 5)


def test_an_account_that_is_not_to_be_had_adds_nothing_and_is_no_zero() -> None:
    assert total(Kernel(1, 2, 3), None) == total(None, Kernel(1, 2, 3)) == Kernel(1, 2, 3)
    assert total(None, None) is None


def test_what_waits_and_what_was_taken_is_what_arrived(pair: Pair, witness: Witness) -> None:
    ours, theirs = pair
    theirs.sendall(bytes(1000))
    _settled(ours, 1000)
    assert witness.waiting() == 1000
    ours.recv(400)
    told = witness.look(taken=400)
    assert witness.account == Kernel(1000, 1000, 1000, unread=600)
    assert (told.bytes_received, told.waiting) == (1000, 600)


def test_a_byte_that_was_dropped_or_repeated_is_noticed(pair: Pair, witness: Witness) -> None:
    ours, theirs = pair
    theirs.sendall(bytes(1000))
    _settled(ours, 1000)
    for counted in (399, 401):
        ours.recv(400) if counted == 399 else None
        witness.look(taken=counted)
        assert not witness.account.agrees


def test_after_a_fin_the_account_still_agrees(pair: Pair, witness: Witness) -> None:
    ours, theirs = pair
    theirs.sendall(bytes(1000))
    theirs.close()
    while ours.recv(1000):
        pass
    witness.look(taken=1000)
    assert witness.fin_seen
    assert witness.account == Kernel(1000, 1000, 1000)
    assert not witness.was_reset()


def test_after_a_fin_with_bytes_unread_the_account_still_agrees(pair: Pair, witness: Witness) -> None:
    ours, theirs = pair
    theirs.sendall(bytes(1000))
    theirs.close()
    ours.recv(1000, socket.MSG_PEEK | socket.MSG_WAITALL)
    witness.look(taken=0)
    assert witness.account.agrees
    assert witness.account.sum == 1000


def test_after_a_reset_what_waited_is_counted_and_can_be_fetched(pair: Pair, witness: Witness) -> None:
    ours, theirs = pair
    theirs.sendall(bytes(1000))
    _settled(ours, 1000)
    reset(theirs)
    while not witness.was_reset():
        pass
    witness.look(taken=0)
    assert witness.account.agrees
    assert witness.waiting() == 1000
    assert witness.rest(600) + witness.rest(600) == bytes(1000)
    witness.look(taken=1000)
    assert witness.account.agrees


def test_there_is_no_rest_on_a_connection_that_is_silent(witness: Witness) -> None:
    witness._socket.setblocking(False)
    assert witness.rest(100) == b""


def test_the_witness_outlives_the_socket_and_lets_go_of_the_connection(pair: Pair, witness: Witness) -> None:
    ours, theirs = pair
    theirs.sendall(b"abc")
    _settled(ours, 3)
    ours.recv(3)
    ours.close()
    witness.look(taken=3)
    assert witness.account == Kernel(3, 3, 3)
    theirs.setblocking(False)
    with pytest.raises(BlockingIOError):
        theirs.recv(1)  # no FIN yet
    witness.close()
    theirs.setblocking(True)
    assert theirs.recv(1) == b""


def test_bytes_are_unacknowledged_until_the_device_has_them(pair: Pair, witness: Witness) -> None:
    ours, theirs = pair
    ours.sendall(b"abc")
    assert theirs.recv(3) == b"abc"
    while witness.unacknowledged():
        pass  # the acknowledgement is on its way


def test_the_receive_buffer_is_read_as_it_is_now(pair: Pair, witness: Witness) -> None:
    pair[0].setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 50_000)
    assert witness.receive_buffer() == 100_000


def test_without_a_descriptor_there_is_no_witness() -> None:
    assert Witness.of(-1) is None


def test_what_is_no_tcp_socket_has_no_witness_and_stays_open() -> None:
    one, other = socket.socketpair()
    with one, other:
        with pytest.raises(OSError, match="not supported"):
            one.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 232)
        assert Witness.of(one.fileno()) is None
        other.sendall(b"x")
        assert one.recv(1) == b"x"


def test_without_a_descriptor_to_spare_there_is_no_witness(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: int) -> int:
        raise OSError(24, "Too many open files")

    monkeypatch.setattr(os, "dup", refuse)
    assert Witness.of(pair[0].fileno()) is None


# -- what the device's network stack says of what we sent


def _close_window(pair: Pair, witness: Witness) -> None:
    """Send until the peer, who does not read, takes no more."""
    ours = pair[0]
    ours.setblocking(False)

    def is_closed() -> bool:
        with contextlib.suppress(BlockingIOError):
            ours.send(bytes(4096))
        info = witness._info()
        return info[24:28] == info[228:232] == bytes(4)  # tcpi_unacked, tcpi_snd_wnd

    _in_time(is_closed)


def _in_time(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < deadline


def test_on_a_fresh_connection_nothing_has_been_acknowledged(witness: Witness) -> None:
    assert witness.acknowledged() == 0


def test_what_was_sent_is_acknowledged_although_nobody_has_read_it(pair: Pair, witness: Witness) -> None:
    pair[0].sendall(bytes(1000))
    _in_time(lambda: witness.acknowledged() == 1000)
    assert witness.look(taken=0).bytes_acked == 1000


def test_after_a_fin_of_ours_the_bytes_are_still_counted_exactly(pair: Pair, witness: Witness) -> None:
    ours, theirs = pair
    ours.sendall(b"abc")
    ours.shutdown(socket.SHUT_WR)
    while theirs.recv(10):
        pass
    _in_time(lambda: witness._info()[0] == FIN_WAIT2)
    assert witness.acknowledged() == 3


def test_a_reset_leaves_what_was_acknowledged_known(pair: Pair, witness: Witness) -> None:
    ours, theirs = pair
    ours.sendall(b"abc")
    _in_time(lambda: witness.acknowledged() == 3)
    reset(theirs)
    _in_time(witness.was_reset)
    assert witness.acknowledged() == 3


def test_a_device_that_does_not_read_answers_the_probes_of_its_closed_window(pair: Pair, witness: Witness) -> None:
    _close_window(pair, witness)
    acked = witness.acknowledged()
    assert acked > 0
    assert witness.unacknowledged() > 0
    looks: list[TcpInfo] = []

    def probe_was_answered() -> bool:
        looks.append(witness.look(taken=0))
        assert looks[-1].probes is not None
        assert looks[-1].probes <= 1  # one may be on its way
        return (looks[-1].last_ack_recv_ms or 0) < (looks[-2].last_ack_recv_ms or 0) if len(looks) > 1 else False

    _in_time(probe_was_answered)
    assert looks[-1].retransmits == 0
    assert witness.acknowledged() == acked


def test_what_is_sent_to_a_peer_that_is_gone_is_sent_again_and_never_acknowledged(pair: Pair, witness: Witness) -> None:
    ours, theirs = pair
    ours.sendall(b"abc")
    _in_time(lambda: witness.acknowledged() == 3)
    deafen(theirs)
    ours.sendall(b"defg")
    _in_time(lambda: (witness.look(taken=0).retransmits or 0) >= 2)
    told = witness.look(taken=0)
    assert (told.bytes_acked, witness.unacknowledged()) == (3, 4)
    assert (told.last_ack_recv_ms or 0) > 200  # the shortest retransmission time-out


def test_a_closed_window_of_a_peer_that_is_gone_is_probed_in_vain(pair: Pair, witness: Witness) -> None:
    _close_window(pair, witness)
    deafen(pair[1])
    _in_time(lambda: (witness.look(taken=0).probes or 0) >= 2)
