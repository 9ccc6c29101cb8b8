"""The simulator as a process: five devices, their clients, and how it ends."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import socket
import struct
import sys
import time

import pytest

from tests.app.simulator.process import DEVICES, exactly, received, sent, simulating
from tests.app.simulator.wire import READERS

RATES = ("1", "100", "max")


@pytest.mark.parametrize("rate", RATES)
def test_a_counted_run_gives_each_first_client_exactly_its_frames_then_a_fin(tmp_path, rate):
    count = 5 if rate == "1" else 300
    with simulating("--json", tmp_path / "sent.json", "--count", count, "--rate", rate) as simulator:
        with contextlib.ExitStack() as stack:
            clients = {name: stack.enter_context(simulator.connect(name)) for name in DEVICES}
            streams = {name: received(client) for name, client in clients.items()}
        ended = simulator.outcome()
    assert ended.code == 0, ended
    report = sent(tmp_path / "sent.json")
    for name, data in streams.items():
        frames = READERS[name](data)
        assert len(frames) == count == report[name]["frames_sent"]
        assert len(data) == report[name]["bytes_sent"]
        assert report[name]["port"] == simulator.addresses[name][1]
        stamps = [frame["t"] for frame in frames]
        assert stamps == sorted(stamps)
        assert rate == "max" or len(set(stamps)) == count


def test_a_counted_device_takes_no_second_client(tmp_path):
    with simulating("--count", 3, "--device", "imu") as simulator:
        with simulator.connect("imu") as first:
            first.recv(1)  # it has been accepted, and so the listener is closed
            with pytest.raises(ConnectionRefusedError):
                simulator.connect("imu")
            received(first)
        assert simulator.outcome().code == 0


def test_a_counted_run_waits_for_a_client_that_reads_late(tmp_path):
    """More than the kernels of both sides hold: nothing is skipped, and nothing is lost when it is read at last."""
    with simulating(
        "--json", tmp_path / "sent.json", "--count", 20_000, "--rate", "max", "--device", "scope"
    ) as simulator:
        with simulator.connect("scope") as client:
            client.shutdown(socket.SHUT_WR)  # a client may say that it will not talk
            client.recv(1)
            assert simulator.process.poll() is None
            assert 1 + len(received(client)) == 20_000 * 2012
        assert simulator.outcome().code == 0
    assert sent(tmp_path / "sent.json")["scope"]["bytes_sent"] == 20_000 * 2012


def test_a_counted_run_whose_client_leaves_early_says_so_and_fails(tmp_path):
    with simulating(
        "--json", tmp_path / "sent.json", "--count", 10**9, "--rate", "max", "--device", "imu"
    ) as simulator:
        with simulator.connect("imu") as client:
            client.recv(100)
        ended = simulator.outcome()
    assert ended.code == 1
    assert "clients left before they had their 1000000000 frames: imu" in ended.said
    assert sent(tmp_path / "sent.json")["imu"]["frames_sent"] < 10**9


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_each_stream_behind_a_whole_frame_with_a_report_of_every_byte(tmp_path, number):
    with simulating("--json", tmp_path / "sent.json", "--rate", "max") as simulator:
        with contextlib.ExitStack() as stack:
            clients = {name: stack.enter_context(simulator.connect(name)) for name in DEVICES}
            begun = {name: exactly(client, 100_000) for name, client in clients.items()}
            simulator.process.send_signal(number)
            streams = {name: begun[name] + received(client) for name, client in clients.items()}
        ended = simulator.outcome()
    assert (ended.code, ended.said) == (0, "")
    for name, device in sent(tmp_path / "sent.json").items():
        assert device["bytes_sent"] == len(streams[name])
        size = {"scope": 2012, "supply": 38, "motor": 22}.get(name)
        assert device["frames_sent"] == (len(streams[name]) / size if size else streams[name].count(b"\n"))
        if not size:
            assert streams[name].endswith(b"\n")


def test_it_ends_in_time_although_a_client_does_not_read(tmp_path):
    words = ("--json", tmp_path / "sent.json", "--rate", "max", "--device", "scope")
    with simulating(*words) as simulator, simulator.connect("scope") as client:
        client.recv(1)
        simulator.process.terminate()
        assert simulator.outcome().code == 0
        rest = received(client)  # what its kernel has taken still arrives
    assert sent(tmp_path / "sent.json")["scope"]["bytes_sent"] == 1 + len(rest)


def test_a_second_signal_does_not_wait_for_the_clients(tmp_path):
    words = ("--json", tmp_path / "sent.json", "--device", "weather")
    with simulating(*words) as simulator, simulator.connect("weather") as client:
        exactly(client, 1)
        simulator.process.send_signal(signal.SIGINT)
        simulator.process.send_signal(signal.SIGTERM)
        assert simulator.outcome().code == 0
    assert sent(tmp_path / "sent.json")["weather"]["connections"] == 1


def test_it_ends_with_whoever_holds_its_standard_input(tmp_path):
    with simulating("--until-eof", "--json", tmp_path / "sent.json") as simulator:
        simulator.process.stdin.write("words do not end it\n")
        simulator.process.stdin.flush()
        with simulator.connect("imu") as client:
            exactly(client, 10)
            simulator.process.stdin.close()
            received(client)
        assert simulator.outcome().code == 0
    assert len(sent(tmp_path / "sent.json")) == 5


def test_without_being_told_so_the_end_of_standard_input_ends_nothing():
    with simulating() as simulator:
        simulator.process.stdin.close()
        with simulator.connect("imu") as client:
            exactly(client, 500)


def test_two_clients_of_a_device_get_the_same_frames_each_from_a_whole_one():
    with simulating("--rate", "20", "--device", "imu") as simulator, simulator.connect("imu") as first:
        exactly(first, 1000)
        with simulator.connect("imu") as second:
            streams = [exactly(first, 50_000), exactly(second, 20_000)]
    whole = [stream[: stream.rindex(b"\n") + 1] for stream in streams]
    first_lines, second_lines = (data.splitlines() for data in whole)
    begin = first_lines.index(second_lines[0])
    common = min(len(second_lines), len(first_lines) - begin)
    assert common > 10
    assert first_lines[begin : begin + common] == second_lines[:common]


def test_a_client_that_does_not_read_delays_no_other():
    with simulating("--rate", "max", "--device", "scope") as simulator, contextlib.ExitStack() as stack:
        idle, busy = (stack.enter_context(simulator.connect("scope")) for _ in range(2))
        idle.recv(1)
        assert len(exactly(busy, 20_000_000)) == 20_000_000


def test_a_client_may_come_back(tmp_path):
    with simulating("--json", tmp_path / "sent.json", "--device", "motor") as simulator:
        for _ in range(5):
            with simulator.connect("motor") as client:
                READERS["motor"](exactly(client, 22))
        simulator.process.terminate()
        assert simulator.outcome().code == 0
    assert sent(tmp_path / "sent.json")["motor"]["connections"] == 5


def test_a_client_that_resets_costs_the_others_nothing():
    with simulating("--rate", "max", "--device", "imu") as simulator:
        with simulator.connect("imu") as steady:
            for _ in range(10):
                with simulator.connect("imu") as rude:
                    rude.recv(10)
                    rude.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            exactly(steady, 1_000_000)
        assert simulator.process.poll() is None


def test_commands_over_the_wire_change_the_supply():
    with simulating("--device", "supply") as simulator, simulator.connect("supply") as client:
        client.sendall(b"VOLT 5.5\nCURR 0.5\nOUTP OFF\n")
        frame = READERS["supply"](exactly(client, 38))[0]
        while frame["commands"] < 3:
            frame = READERS["supply"](exactly(client, 38))[0]
        assert (frame["set_voltage"], frame["current_limit"], frame["flags"] & 9) == (5.5, 0.5, 0)
        client.sendall(b"NONSENSE \xff\x00\n")
        while not frame["flags"] & 8:
            frame = READERS["supply"](exactly(client, 38))[0]
        assert frame["commands"] == 3


def test_a_client_that_floods_the_console_delays_no_other():
    with simulating("--device", "supply") as simulator, contextlib.ExitStack() as stack:
        flooding, steady = (stack.enter_context(simulator.connect("supply")) for _ in range(2))
        flooding.setblocking(False)
        for _ in range(20):
            with contextlib.suppress(BlockingIOError):
                while True:
                    flooding.send(b"VOLT 1\n" * 10_000)
            READERS["supply"](exactly(steady, 38))


@pytest.mark.skipif(sys.platform != "linux", reason="CLOCK_BOOTTIME is Linux's")
@pytest.mark.parametrize(("device", "unit_ns"), [("imu", 1e9), ("weather", 1e9), ("scope", 1e3), ("supply", 1e3)])
def test_a_stamp_is_the_machines_boot_clock_shortly_before_the_frame_comes(device, unit_ns):
    with simulating("--device", device, "--count", 3) as simulator:
        before = time.clock_gettime_ns(time.CLOCK_BOOTTIME)
        with simulator.connect(device) as client:
            data = received(client)
        after = time.clock_gettime_ns(time.CLOCK_BOOTTIME)
    frames = READERS[device](data)
    span_ns = 10**7  # of a block of samples, whose stamp is that of its first
    assert all(before - span_ns - 1000 <= frame["t"] * unit_ns <= after for frame in frames)


def test_a_full_house_is_taken_in_turn(tmp_path):
    """More clients than are served at once: they wait and get their stream when others leave."""
    with simulating("--device", "imu") as simulator, contextlib.ExitStack() as stack:
        served = [stack.enter_context(simulator.connect("imu")) for _ in range(64)]
        for client in served:
            exactly(client, 1)
        waiting = stack.enter_context(simulator.connect("imu"))
        exactly(served[0], 2000)
        assert select.select([waiting], [], [], 0)[0] == []
        served[5].close()
        assert exactly(waiting, 100)


@pytest.mark.skipif(sys.platform != "linux", reason="another process's limits are Linux's to change")
def test_it_survives_running_out_of_descriptors():
    """The next client is served once there is one again."""
    import resource

    with simulating("--device", "imu") as simulator, contextlib.ExitStack() as stack:
        first = stack.enter_context(simulator.connect("imu"))
        exactly(first, 1)
        pid = simulator.process.pid
        in_use = {int(number) for number in os.listdir(f"/proc/{pid}/fd")}
        limit = max(in_use) + 1
        resource.prlimit(pid, resource.RLIMIT_NOFILE, (limit, limit))
        for _ in range(limit - len(in_use)):
            exactly(stack.enter_context(simulator.connect("imu")), 1)
        waiting = stack.enter_context(simulator.connect("imu"))
        exactly(first, 2000)
        assert select.select([waiting], [], [], 0)[0] == []
        first.close()
        assert exactly(waiting, 100)
