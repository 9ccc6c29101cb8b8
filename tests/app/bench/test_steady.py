"""What the steady senders share: a client's time begins when it comes, and it is let go of when it leaves."""

from __future__ import annotations

import socket
import time

import pytest

from app.bench.sockets import served
from app.bench.steady import Steady
from tests.command import STUCK_S

Pair = tuple[socket.socket, socket.socket]


class Counted(Steady):
    """Sends a byte a second."""

    def next(self, now: float) -> bytes:
        due, self._began = int(now - self._began), max(self._began, float(int(now)))
        return b"." * due


def test_what_is_asked_for_is_sent_and_nothing_where_nothing_is_due(pair: Pair) -> None:
    ours, theirs = pair
    client = Counted(ours, 5.0)
    client.send(5.0)
    client.send(8.0)
    client.send(8.5)
    client.send(9.0)
    assert theirs.recv(100) == b"...."


def test_a_client_that_has_left_is_over_whether_it_is_heard_or_sent_to(pair: Pair) -> None:
    ours, theirs = pair
    client = Counted(ours, 0.0)
    theirs.close()
    client.hear()
    assert client.is_over
    client.is_over = False
    client.send(3.0)
    assert client.is_over


def test_what_each_kind_sends_is_its_own_business(pair: Pair) -> None:
    with pytest.raises(TypeError, match="implements this"):
        Steady(pair[0], 0.0).send(1.0)


def test_the_first_clients_time_begins_when_it_comes_and_not_when_the_sender_started() -> None:
    with served("app.bench.live_sender", "csv", "1000", "1", "1") as (port,):
        waited = time.monotonic() + 0.3
        while time.monotonic() < waited:  # it stands in its select meanwhile
            pass
        with socket.create_connection(("127.0.0.1", int(port)), timeout=STUCK_S) as client:
            came = time.monotonic()
            lines = client.recv(1 << 20).count(b"\n")
            assert lines <= 1 + 1000 * (time.monotonic() - came)
