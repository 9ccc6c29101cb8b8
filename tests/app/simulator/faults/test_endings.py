"""Faults that end connections: how the client hears of it, and at which byte."""

from __future__ import annotations

import socket
import sys

import pytest

from app.simulator import connection as connections
from app.simulator.clock import NS
from app.simulator.faults import endings
from tests.app.simulator.faults.bench import bench, joined

FRAME = 22


def ended(device, kind, seconds=None):
    """A client of 0.1 s whose connection a fault has ended: itself, how it ended, and the event of its close."""
    client = device.join()
    device.run(0.1)
    device.play(kind, seconds)
    device.run(0.1)
    (closed,) = device.told("closed") or [None]
    return client, client.to_its_end(), closed


def test_a_reset_comes_between_two_frames(motor):
    client, how, closed = ended(motor, "rst")
    assert (how, closed["how"]) == ("rst", "rst")
    assert len(client.got) == closed["taken"] == closed["frames"] * FRAME
    assert client.got == joined(motor.frames(1, closed["frames"]))
    assert motor.told("over")


@pytest.mark.parametrize(("kind", "expected"), [("rst-in-frame", "rst"), ("fin-in-frame", "fin")])
def test_in_a_frame_means_behind_some_of_its_bytes_and_not_all(motor, kind, expected):
    client, how, closed = ended(motor, kind)
    assert how == expected
    whole, part = divmod(len(client.got), FRAME)
    assert 0 < part < FRAME
    assert client.got == joined(motor.frames(1, whole + 1))[: len(client.got)]
    if kind == "fin-in-frame":
        motor.clients[0].socket.close()
        client.connection.read(motor.now)
        assert (client.connection.how, client.connection.frames_sent) == ("fin", whole)
    else:
        assert (closed["how"], closed["frames"], closed["taken"]) == ("rst", whole, len(client.got))


def test_where_in_the_frame_follows_from_the_seed():
    def end(seed):
        with bench("motor", seed) as motor:
            client, _, _ = ended(motor, "fin-in-frame")
            return len(client.got) % FRAME

    assert [end(seed) for seed in (1, 2, 3, 4)] == [end(seed) for seed in (1, 2, 3, 4)]
    assert len({end(seed) for seed in range(1, 9)}) > 3


def test_a_client_that_does_not_read_cannot_put_a_reset_off_for_ever(motor):
    client = motor.join()
    client.connection.socket.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 1)
    client.drain = lambda: b""
    motor.play("flood", 0.1)
    motor.run(0.11)
    assert client.connection.blocked
    taken = client.connection.bytes_sent
    motor.play("rst-in-frame")
    motor.run(1.1)
    assert client.connection.how == "rst"
    (closed,) = motor.told("closed")
    assert closed["taken"] >= taken
    assert closed["sent"] - closed["unsent"] <= closed["taken"] <= closed["sent"]
    assert client.to_its_end() == "rst"
    assert closed["taken"] - closed["unsent"] <= len(client.got) <= closed["taken"]


def test_a_slow_close_sends_its_fin_and_then_neither_reads_nor_closes(motor):
    client, how, _ = ended(motor, "slow-close", 1.0)
    assert how == "fin"
    assert len(client.got) == client.connection.frames_sent * FRAME
    assert (client.connection.state, client.connection.deaf) == ("finishing", True)
    assert client.connection.wake_ns() is None
    motor.run(0.5)
    assert client.connection.state == "finishing"
    motor.run(0.6)
    assert not client.connection.deaf
    client.socket.close()
    client.connection.read(motor.now)
    assert client.connection.how == "fin"


def test_a_slow_close_leaves_new_clients_alone(motor):
    ended(motor, "slow-close", 1.0)
    second = motor.join()
    motor.run(0.1)
    assert second.connection.frames_sent > 40
    assert not second.connection.deaf


@pytest.mark.skipif(sys.platform != "linux", reason="half-open needs Linux's socket filter")
def test_a_half_open_device_acknowledges_nothing_and_says_nothing_even_when_it_closes(motor):
    client = motor.join()
    motor.run(0.1)
    motor.play("half-open", 1)
    (closed,) = motor.told("closed") or motor.run(0.003) or motor.told("closed")
    assert closed["how"] == "vanished"
    client.socket.sendall(b"anybody there?")
    motor.run(0.5)
    assert connections.outstanding(client.socket) == len("anybody there?")
    motor.run(1)
    assert motor.told("over")
    client.socket.settimeout(0.3)
    with pytest.raises(TimeoutError):
        client.socket.recv(1)
    assert len(client.got) == closed["taken"]
    assert connections.outstanding(client.socket) == len("anybody there?")


@pytest.mark.skipif(sys.platform != "linux", reason="half-open needs Linux's socket filter")
def test_meanwhile_a_half_open_device_takes_new_clients_as_one_that_has_started_again(motor):
    motor.join()
    motor.play("half-open", 1)
    second = motor.join()
    motor.run(0.1)
    assert second.connection.frames_sent > 40


@pytest.mark.skipif(sys.platform != "linux", reason="half-open needs Linux's socket filter")
def test_where_the_kernel_cannot_close_in_silence_the_socket_is_kept(motor, monkeypatch):
    monkeypatch.setattr(endings, "silence", lambda sock: False)
    client = motor.join()
    motor.play("half-open", 0.1)
    motor.run(0.5)
    assert motor.told("over")
    assert client.connection.socket.fileno() >= 0
    motor.station.close_abandoned()
    assert client.connection.socket.fileno() == -1


def test_after_a_changed_header_the_next_connection_names_and_sends_other_columns():
    with bench("imu") as imu:
        first, how, _ = ended(imu, "header-change")
        assert how == "fin"
        header, *lines = first.got.decode().splitlines()
        assert header.startswith("t [s],ax [m/s²],")
        assert {line.count(",") for line in lines} == {6}
        second = imu.join()
        imu.run(0.1)
        header, *lines = second.all_sent().decode().splitlines()
        assert header == "t [s],gx [°/s],gy [°/s],gz [°/s],ax [m/s²],ay [m/s²]"
        assert {line.count(",") for line in lines} == {5}


def test_a_weather_station_loses_and_gains_keys():
    with bench("weather") as weather:
        weather.play("header-change")
        client = weather.join()
        weather.run(0.3)
        line = client.all_sent().splitlines()[0]
        assert b"dew_point" in line
        assert b"rain" not in line


def test_patience_is_longer_than_a_slow_devices_frames():
    with bench("weather", rate=0.5) as weather:
        client = weather.join()
        weather.play("fin-in-frame")
        weather.run(0.3)
        assert client.to_its_end() == "fin"
        assert 0 < len(client.got) < 250
        assert weather.station.frame_ns == NS / 5
