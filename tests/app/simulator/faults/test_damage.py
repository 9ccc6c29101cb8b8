"""Faults of the bytes: what goes out is wrong as the seed says, and counted."""

from __future__ import annotations

import json
import struct

import pytest

from tests.app.simulator.faults.bench import bench, differing_bits, joined
from tests.app.simulator.wire import READERS, crc16_ccitt_false

FRAME = 22


def corrupted(seed, clients=1):
    with bench("motor", seed) as motor:
        motor.station.device.started_ns = 10**12  # two runs then stamp alike
        joined_clients = [motor.join() for _ in range(clients)]
        motor.play("corrupt", 2)
        motor.run(1)
        return [client.all_sent() for client in joined_clients], joined(motor.frames(1, 500)), motor.station.totals()


def test_corrupt_frames_differ_by_two_bits_and_are_counted():
    (data,), sound, totals = corrupted(1)
    pairs = [(data[at : at + FRAME], sound[at : at + FRAME]) for at in range(0, len(data), FRAME)]
    bits = [differing_bits(sent, meant) for sent, meant in pairs]
    assert set(bits) == {0, 2}
    assert len(bits) - bits.count(0) == totals.frames_damaged == 20
    assert totals.faults == {"corrupt": 1}


def test_the_seed_alone_says_what_is_damaged():
    (first, second), _, _ = corrupted(7, clients=2)
    assert first == second == corrupted(7)[0][0]
    assert first != corrupted(8)[0][0]


@pytest.mark.parametrize("name", ["imu", "weather"])
def test_lost_delimiters_join_lines_and_cost_no_other_byte(name):
    with bench(name) as device:
        client = device.join()
        device.run(0.2)
        sound = len(client.all_sent())
        device.play("lost-delimiter", 2)
        device.run(1.9)
        data, damaged = client.all_sent(), client.connection.frames_damaged
        count = client.connection.frames_sent - (name == "imu")
        greeting = device.station.device.greeting()
        meant = greeting + joined(device.frames(1, count))
        assert data[:sound] == meant[:sound]
        assert data.replace(b"\n", b"") == meant.replace(b"\n", b"")
        assert meant.count(b"\n") - data.count(b"\n") == damaged
        assert 5 <= damaged <= count / 3 + 1


@pytest.mark.parametrize("name", ["imu", "weather"])
def test_an_endless_line_outgrows_the_bound_in_a_fraction_of_a_second_and_ends_with_the_next_frame(name):
    with bench(name) as device:
        client = device.join()
        device.run(0.2)
        before = len(client.all_sent())
        device.play("endless-line", 0.5)
        device.run(0.49)
        endless = client.all_sent()[before:]
        assert b"\n" not in endless
        assert len(endless) > device.station.device.max_frame
        device.run(0.3)
        line = client.all_sent()[before:].split(b"\n")[0]
        assert line.startswith(endless)
        number = client.connection.frames_damaged + (200 if name == "imu" else 2) + 1
        assert line.endswith(device.frames(number, 1)[0][:-1])


def oversize(name):
    with bench(name) as device:
        client = device.join()
        device.run(0.25)
        before = len(client.all_sent())
        device.play("oversize")
        device.run(0.15)
        frame_bytes = device.station.device.frame_bytes
        data, longest = client.all_sent()[before:], device.station.device.max_frame
        assert client.connection.frames_damaged == 1
        assert device.told("over")
        return data, longest, frame_bytes


@pytest.mark.parametrize("name", ["imu", "weather"])
def test_an_oversize_line_is_one_line_too_long_between_sound_ones(name):
    data, longest, _ = oversize(name)
    lines = data.split(b"\n")
    assert longest < len(lines[0]) <= longest + 64
    assert all(len(line) < 300 for line in lines[1:])
    if name == "weather":
        json.loads(lines[1])


@pytest.mark.parametrize(("name", "order"), [("scope", "<I"), ("supply", ">I")])
def test_an_oversize_block_says_its_true_length_and_sound_ones_follow(name, order):
    data, longest, _ = oversize(name)
    (length,) = struct.unpack_from(order, data)
    assert longest < length <= longest + 64
    assert READERS[name](data[4 + length :])


def test_an_oversize_motor_frame_has_a_right_checksum():
    data, longest, _ = oversize("motor")
    assert data[:2] == b"\xa5\x5a"
    assert longest < data[2] <= longest + 64
    end = 3 + data[2]
    assert crc16_ccitt_false(data[2:end]) == struct.unpack_from("<H", data, end)[0]
    assert READERS["motor"](data[end + 2 :])


def test_an_oversize_frame_is_refused_where_nobody_would_get_it(motor):
    motor.play("oversize")
    assert motor.told("refused")[0]["reason"] == "no client is connected"
