"""The curve: what the kernel says of a connection, in columns that do not grow."""

from __future__ import annotations

import socket
import sys
from collections.abc import Iterator

import pytest

from app.simulator.clock import now_ns
from app.simulator.pressure_curve import COLUMNS, Curve, tells_enough

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="TCP_INFO is Linux's")


@pytest.fixture
def pair() -> Iterator[tuple[socket.socket, socket.socket]]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        client = socket.create_connection(server.getsockname())
        sender, _ = server.accept()
        with client, sender:
            yield sender, client


def test_linux_tells_enough():
    assert tells_enough()


def test_another_system_does_not(monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")
    assert not tells_enough()


def test_bytes_are_counted_without_the_syn(pair):
    sender, client = pair
    curve = Curve(sender)
    curve.sample(now_ns(), 0, 0, blocked=False)
    sender.sendall(b"x" * 1000)
    assert client.recv(1000, socket.MSG_WAITALL) == b"x" * 1000
    client.sendall(b"y")  # carries the acknowledgement
    assert sender.recv(1) == b"y"
    curve.sample(now_ns(), 1000, 1000, blocked=True)
    columns = curve.columns()
    assert set(columns) == set(COLUMNS)
    assert [columns[name][0] for name in ("handed", "sent", "acked", "unacked", "blocked")] == [0, 0, 0, 0, 0]
    assert [columns[name][1] for name in ("handed", "sent", "acked", "unacked", "blocked")] == [1000, 1000, 1000, 0, 1]
    assert columns["snd_wnd"][1] > 0


def test_a_full_curve_says_so_and_keeps_what_it_has(pair):
    curve = Curve(pair[0], capacity=2)
    for number in range(3):
        curve.sample(now_ns(), number, number, blocked=False)
    assert len(curve) == 2
    assert not curve.is_complete
    assert curve.columns()["due"] == [0, 1]


def test_distances_are_those_between_the_samples(pair):
    curve = Curve(pair[0])
    assert curve.distances_ns() == (None, None)
    for t_ns in (0, 10, 30, 40):
        curve.sample(t_ns, 0, 0, blocked=False)
    assert curve.distances_ns() == (10, 20)
