"""The devices of the live rows: rows of six numbers at their rate, again and again, stamped where that is asked for."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import numpy as np
import pytest

from app.bench.live_sender import CHANNELS, MOST_ROWS, PERIOD_S, Kind, LiveDevice, Pattern, waves
from app.bench.sockets import served
from app.clock import now_ns
from tests.command import STUCK_S

Pair = tuple[socket.socket, socket.socket]
RATE = 100


@pytest.fixture
def pair() -> Iterator[Pair]:
    ours, theirs = socket.create_server(("127.0.0.1", 0)), socket.socket()
    theirs.settimeout(STUCK_S)
    theirs.connect(ours.getsockname())
    accepted, _ = ours.accept()
    with ours, theirs, accepted:
        yield accepted, theirs


def test_all_waves_go_on_where_they_begin_and_all_of_them_change() -> None:
    rows = waves(RATE)
    assert rows.shape == (RATE * PERIOD_S, len(CHANNELS))
    steps = np.abs(np.diff(np.concatenate((rows, rows[:1])), axis=0))
    assert (steps.mean(axis=0) > 0).all()
    assert steps[-1].max() < 2 * steps.max()


@pytest.mark.parametrize("kind", ["csv", "f32"])
def test_rows_repeat_after_the_period(kind: Kind) -> None:
    pattern, period = Pattern(kind, RATE), RATE * PERIOD_S
    whole = pattern.rows(0, period)
    assert pattern.rows(period, 2 * period) == whole
    assert pattern.rows(period - 3, period + 3) == pattern.rows(period - 3, period) + pattern.rows(0, 3)
    assert pattern.rows(5, 5) == b""


def test_lines_and_binary_rows_say_the_same() -> None:
    lines = Pattern("csv", RATE).rows(0, 50).decode().splitlines()
    told = np.array([[float(cell) for cell in line.split(",")] for line in lines])
    binary = np.frombuffer(Pattern("f32", RATE).rows(0, 50), "<f4").reshape(50, len(CHANNELS))
    assert np.abs(told - binary).max() < 1e-4


def test_what_is_due_is_sent_once_and_catching_up_is_bounded(pair: Pair) -> None:
    ours, theirs = pair
    pattern = Pattern("csv", RATE)
    device = LiveDevice(ours, 10.0, RATE, pattern, stamps=False)
    for now in (9.0, 10.0, 10.05, 10.05, 10.1):
        device.send(now)
    assert theirs.recv(1 << 16) == pattern.rows(0, 10)
    assert device.next(10.0 + 10 * MOST_ROWS / RATE).count(b"\n") == MOST_ROWS


def test_a_stamped_row_has_the_time_at_which_it_is_handed_over_in_front_and_no_two_the_same(pair: Pair) -> None:
    device = LiveDevice(pair[0], 0.0, RATE, pattern := Pattern("stamped", RATE), stamps=True)
    before = now_ns() // 1000
    lines = device.next(0.1).splitlines(keepends=True)
    times = [int(line.split(b",")[0]) for line in lines]
    assert len(times) == 10
    assert before - 10 < times[0] < times[-1] <= now_ns() // 1000
    assert sorted(set(times)) == times
    assert b"".join(line.split(b",", 1)[1] for line in lines) == pattern.rows(0, 10)


def test_it_serves_as_many_devices_as_are_asked_for() -> None:
    with served("app.bench.live_sender", "f32", "1000", "1", "7", "0") as ports:
        assert len(set(ports)) == 7
        with socket.create_connection(("127.0.0.1", int(ports[6])), timeout=STUCK_S) as client:
            assert client.recv(24, socket.MSG_WAITALL) == Pattern("f32", 1000).rows(0, 1)
