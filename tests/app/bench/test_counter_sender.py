"""The sender of counters keeps its rate, ends on a word, and tells how many there were."""

from __future__ import annotations

import socket
import subprocess
import sys

from app.bench.counter_sender import MOST_WORDS, Counting
from app.bench.counters import WORD, Check, counters, end_of
from app.bench.sender import DEVICES
from app.bench.sockets import served
from tests.command import ROOT, STUCK_S, surroundings

Pair = tuple[socket.socket, socket.socket]


def test_what_is_due_by_a_moment_is_sent_once(pair: Pair) -> None:
    ours, theirs = pair
    client = Counting(ours, 8_000, 5.0)
    client.send(5.0)
    client.send(5.010)
    client.send(5.010)
    client.send(5.025)
    assert theirs.recv(10_000) == counters(0, 25)


def test_nothing_is_due_before_the_delay_is_over(pair: Pair) -> None:
    ours, theirs = pair
    client = Counting(ours, 8_000, 5.0)
    client.send(4.0)
    client.send(5.001)
    assert theirs.recv(10_000) == counters(0, 1)


def test_a_client_that_lags_gets_the_rest_in_bounded_pieces(pair: Pair) -> None:
    ours, theirs = pair
    ours.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4_096)
    client, check = Counting(ours, 8 * MOST_WORDS, 0.0), Check()
    while check.received < 3 * MOST_WORDS * WORD:
        client.send(3.0)
        check.feed(theirs.recv(100_001))
    client.send(3.0)
    assert (check.wrong, check.received) == (0, 3 * MOST_WORDS * WORD)


def test_a_client_that_speaks_gets_the_end_and_a_fin(pair: Pair) -> None:
    ours, theirs = pair
    client = Counting(ours, 8_000, 0.0)
    client.send(0.002)
    theirs.sendall(b".")
    client.hear()
    client.send(0.100)
    client.send(0.200)
    assert theirs.recv(10_000) == counters(0, 2) + end_of(2)
    assert theirs.recv(1) == b""
    assert not client.is_over


def test_a_client_that_has_gone_is_over(pair: Pair) -> None:
    ours, theirs = pair
    client = Counting(ours, 8_000, 0.0)
    theirs.close()
    client.hear()
    assert client.is_over


def test_five_listeners_send_streams_without_a_fault_until_asked_to_end() -> None:
    with served("app.bench.counter_sender", "4000000", "1") as ports:
        assert len(set(ports)) == DEVICES
        for port in ports:
            check = whole_stream(int(port))
            assert (check.wrong, check.is_over) == (0, True)


def whole_stream(port: int) -> Check:
    check = Check()
    with socket.create_connection(("127.0.0.1", port), timeout=STUCK_S) as client:
        while check.received < 20_000:
            check.feed(client.recv(7_001))
        client.sendall(b".")
        while data := client.recv(7_001):
            check.feed(data)
    return check


def test_it_ends_with_its_standard_input_also_while_it_sends() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "app.bench.counter_sender", "80000", "1"],
        cwd=ROOT, env=surroundings(), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip
    with process:
        assert process.stdout is not None
        assert process.stdin is not None
        port = int(process.stdout.readline().split()[0])
        with socket.create_connection(("127.0.0.1", port), timeout=STUCK_S) as client:
            assert client.recv(8)
            process.stdin.close()
            assert process.wait(STUCK_S) == 0
