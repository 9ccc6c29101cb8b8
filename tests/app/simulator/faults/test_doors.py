"""Faults of taking clients: the one that was there is ended, and new ones fare as the fault says."""

from __future__ import annotations

import socket
import sys

import pytest

from app.simulator.listening import CannotListenError, listen
from tests.app.simulator.faults.bench import bench

FRAME = 22


@pytest.mark.skipif(sys.platform != "linux", reason="refusing needs Linux's way to stop listening")
def test_a_refusing_device_keeps_its_port_and_listens_on_it_again(motor):
    first = motor.join()
    motor.run(0.1)
    port = motor.station.port
    motor.play("refuse", 1)
    assert first.to_its_end() == "fin"
    assert len(first.got) % FRAME == 0
    with pytest.raises(ConnectionRefusedError):
        motor.join()
    with pytest.raises(CannotListenError):
        listen("127.0.0.1", port)
    motor.run(1.1)
    second = motor.join()
    motor.run(0.1)
    assert second.connection.frames_sent > 40


def test_a_device_that_accepts_and_closes_sends_each_new_client_a_fin_and_no_byte(motor):
    first = motor.join()
    motor.run(0.1)
    motor.play("accept-close", 1)
    assert first.to_its_end() == "fin"
    for _ in range(3):
        client = motor.join()
        assert client.to_its_end() == "fin"
        assert client.got == b""
    motor.run(1.1)
    last = motor.join()
    motor.run(0.1)
    assert last.connection.frames_sent > 40


def test_a_device_that_accepts_in_silence_speaks_when_it_is_over(motor):
    first = motor.join()
    motor.run(0.1)
    motor.play("accept-silence", 1)
    assert first.to_its_end() == "fin"
    client = motor.join()
    motor.run(0.9)
    assert (client.connection.bytes_sent, client.connection.state) == (0, "sending")
    motor.run(0.2)
    assert client.connection.frames_sent > 400


def test_in_a_storm_each_connection_ends_within_200_ms_by_fin_or_reset_as_the_seed_says():
    def storm(seed):
        with bench("motor", seed) as motor:
            motor.play("reconnect-storm", 10)
            ends = []
            for _ in range(12):
                client = motor.join()
                began = motor.now
                while client.connection.state == "sending":
                    motor.run(0.003)
                ends.append((client.connection.how or "fin", (motor.now - began) // 10**6))
                assert client.to_its_end() == ends[-1][0]
                assert len(client.got) % FRAME == 0
            return ends

    ends = storm(3)
    assert ends == storm(3)
    assert {how for how, _ in ends} == {"fin", "rst"}
    assert max(life_ms for _, life_ms in ends) <= 206


def test_a_storm_that_is_over_leaves_the_last_one_alone(motor):
    motor.play("reconnect-storm", 0.001)
    client = motor.join()
    motor.run(0.5)
    assert client.connection.state == "sending"
    assert isinstance(client.socket, socket.socket)
