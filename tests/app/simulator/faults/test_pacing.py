"""Faults of pace: all bytes arrive unharmed, and only when and in which pieces is the fault's."""

from __future__ import annotations

import re
import socket
import sys

import pytest

from tests.app.simulator.faults.bench import bench, joined
from tests.app.simulator.wire import READERS

FRAME = 22


def test_a_stalled_device_sends_nothing_and_then_the_last_second_of_its_frames(motor):
    client = motor.join()
    motor.run(0.1)
    before = len(client.all_sent()) // FRAME
    motor.play("stall", 3)
    motor.run(2.9)
    assert client.drain() == b""
    motor.run(0.2)
    assert motor.told("over")
    skipped = client.connection.feed.skipped
    assert 900 < skipped < 1050
    frames = motor.frames(1, before + skipped + 800)
    sent = client.all_sent()
    assert sent == joined(frames[:before] + frames[before + skipped :])[: len(sent)]


def test_a_stall_holds_those_who_come_meanwhile_too(motor):
    motor.play("stall", 1)
    client = motor.join()
    motor.run(0.9)
    assert client.connection.bytes_sent == 0
    motor.run(0.2)
    assert client.connection.frames_sent > 400


def test_a_burst_brings_every_frame_that_was_gathered_at_once(motor):
    client = motor.join()
    motor.play("burst", 3)
    motor.run(2.9)
    assert client.connection.bytes_sent == 0
    motor.run(0.2)
    assert client.connection.feed.skipped == 0
    count = client.connection.frames_sent
    assert count == 1550
    assert client.all_sent() == joined(motor.frames(1, count))


def segments_out(sock: socket.socket) -> int:
    """Data segments, from TCP_INFO: tcpi_data_segs_out, u32 at 156 (linux/tcp.h)."""
    return int.from_bytes(sock.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 256)[156:160], sys.byteorder)


@pytest.mark.skipif(sys.platform != "linux", reason="TCP_INFO is Linux's")
def test_a_dripping_device_sends_one_byte_a_segment(motor):
    client = motor.join()
    motor.play("drip", 1)
    motor.run(0.5)
    sent = client.connection.bytes_sent
    assert sent == 250 * FRAME
    assert segments_out(client.connection.socket) >= sent  # more where the kernel sent some again
    assert client.all_sent() == joined(motor.frames(1, 250))


def test_a_drip_is_bounded_work_a_turn():
    with bench("scope") as scope:
        client = scope.join()
        scope.play("drip", 1)
        scope.run(0.3)
        assert client.connection.bytes_sent <= 256 * 100
        assert client.all_sent() == joined(scope.frames(1, 13))[: client.connection.bytes_sent]


@pytest.mark.skipif(sys.platform != "linux", reason="TCP_INFO is Linux's")
def test_a_splitting_device_sends_each_frame_in_two_segments_cut_one_byte_further_each_time(motor):
    client = motor.join()
    pieces = []
    hand_over = client.connection._hand_over
    client.connection._hand_over = lambda piece, flags: (pieces.append(bytes(piece)), hand_over(piece, flags))[1]
    motor.play("split", 1)
    motor.run(0.5)
    assert segments_out(client.connection.socket) >= len(pieces)
    assert client.all_sent() == joined(pieces)
    expected = []
    for number, frame in enumerate(motor.frames(1, 249), 1):
        cut = number % FRAME
        expected += [frame[:cut], frame[cut:]] if cut else [frame]
    assert pieces[: len(expected)] == expected


def test_the_second_half_of_the_last_frame_comes_a_turn_later_so_that_a_reader_sees_the_first_alone():
    with bench("weather") as weather:
        client = weather.join()
        weather.play("split", 3)
        seen = [b""]
        for _ in range(400):
            weather.run(0.003)
            if len(client.got) > sum(map(len, seen)):
                seen.append(client.got[sum(map(len, seen)) :])
        frames = enumerate(weather.frames(1, 11), 1)
        assert seen[1:23] == [half for number, frame in frames for half in (frame[:number], frame[number:])]


def test_a_flood_is_whole_frames_stamped_as_they_are_made_and_then_the_schedule_again():
    with bench("imu") as imu:
        client = imu.join()
        imu.run(0.02)
        imu.play("flood", 0.006)
        imu.run(0.005)
        flooded = client.connection.frames_sent
        assert flooded > 10_000
        imu.run(0.285)
        assert client.connection.feed.skipped == 0
        data = client.all_sent()
        lines = data[data.index(b"\n") + 1 :].decode()
        assert len(re.findall("\n", lines)) == client.connection.frames_sent - 1
        stamps = [frame["t"] for frame in READERS["imu"](lines[: lines.rindex("\n") + 1].encode())]
        assert stamps == sorted(stamps)
        assert lines.splitlines()[-1].encode() + b"\n" == imu.frames(310, 1)[0]


def test_a_device_that_only_writes_leaves_its_clients_words_unread_and_reads_them_all_when_it_is_over():
    with bench("supply") as supply:
        client = supply.join()
        supply.play("both-writing", 0.02)
        assert client.connection.deaf
        client.socket.sendall(b"VOLT 5\n" * 20)
        supply.run(0.015)
        assert client.connection.frames_sent > 5000
        supply.run(0.01)
        assert not client.connection.deaf
        client.connection.read(supply.now)
        supply.run(0.05)
        frames = READERS["supply"](client.all_sent()[-38:])
        assert frames[-1]["commands"] == 20
        assert frames[-1]["set_voltage"] == 5
