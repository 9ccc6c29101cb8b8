"""The control: what a program says to the simulator, what it is told, and that nothing it says does harm."""

from __future__ import annotations

import hashlib
import json
import os
import random
import signal
import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.simulator import control as controls
from app.simulator.control import LINE_BYTES, Control, Outlet
from app.simulator.devices.weather import Weather
from tests.app.simulator.controlled import controlled
from tests.app.simulator.process import DEVICES, STUCK_S, exactly, received, sent, simulate
from tests.app.simulator.wire import READERS


class Station:
    class device:  # stands for an object
        name = "imu"

    def digest(self, number, length):
        return f"{number}/{length}"


class Player:
    def __init__(self):
        self.station = Station()
        self.played = []

    def play(self, name, span_ns, now):
        self.played.append((name, span_ns))


class Outbox:
    def __init__(self):
        self.told = []

    def tell(self, event):
        json.dumps(event, allow_nan=False)
        self.told.append(event)


class Rig:
    def __init__(self):
        self.player, self.outbox, self.stopped = Player(), Outbox(), []
        self.control = Control({"imu": self.player}, self.outbox, lambda: self.stopped.append(True))

    def hear(self, line):
        self.control.feed(line if isinstance(line, bytes) else json.dumps(line).encode() + b"\n")
        return self.outbox.told


def test_a_fault_is_played_for_its_seconds_or_as_long_as_is_usual():
    rig = Rig()
    rig.hear({"fault": "stall", "device": "imu", "seconds": 1.5})
    rig.hear({"fault": "rst", "device": "imu"})
    rig.hear({"fault": "stall", "device": "imu", "seconds": None})
    assert rig.player.played == [("stall", 1_500_000_000), ("rst", None), ("stall", None)]


def test_lines_come_in_any_pieces():
    rig = Rig()
    data = b'{"fault": "rst", "device": "imu"}\n\n {"end": true}\n'
    for place in range(len(data)):
        rig.control.feed(data[place : place + 1])
    assert rig.player.played == [("rst", None)]
    assert rig.stopped == [True]


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"fault": "stall", "device": "toaster"}, "there is no such device: expected one of imu"),
        ({"fault": "stall"}, "there is no such device"),
        ({"fault": "stall", "device": ["imu"]}, "there is no such device"),
        ({"fault": "gremlins", "device": "imu"}, "there is no such fault: expected one of stall, burst"),
        ({"fault": "rst", "device": "imu", "seconds": 1}, "it happens at once and has no span"),
        ({"fault": "stall", "device": "imu", "seconds": 0}, "seconds is not a number above 0 and at most 3600: '0'"),
        ({"fault": "stall", "device": "imu", "seconds": True}, "seconds is not a number"),
        ({"fault": "stall", "device": "imu", "seconds": "1"}, "seconds is not a number"),
        ({"fault": "stall", "device": "imu", "seconds": 1e300}, "seconds is not a number"),
        ({"fault": "stall", "device": "imu", "seconds": float("nan")}, "seconds is not a number"),
        ({"fault": "stall", "device": "imu", "seconds": 10**400}, "seconds is not a number"),
    ],
)
def test_a_fault_that_cannot_be_meant_is_refused_with_what_was_seen(said, reason):
    rig = Rig()
    (answer,) = rig.hear(said)
    assert answer["event"] == "refused"
    assert reason in answer["reason"]
    assert rig.player.played == []


@pytest.mark.parametrize(
    "line",
    [
        b"hello\n", b"\xff\xfe\x00\n", b"[]\n", b"{}\n",
        b'{"ask": "weather"}\n', b'{"end": 1e999}\n', b"[" * 4000 + b"\n",
        b'{"ask": "digest", "device": "imu", "connection": "1", "bytes": 5}\n',
        b'{"ask": "digest", "device": "imu", "connection": 1, "bytes": -5}\n',
        b'{"ask": "digest", "device": "imu", "connection": 1, "bytes": 1e5}\n',
        b'{"ask": "digest", "device": 7, "connection": 1, "bytes": 5}\n', b"9" * 4090 + b"\n",
    ],
)  # fmt: skip
def test_a_line_that_says_nothing_of_ours_is_an_error_and_short(line):
    (answer,) = Rig().hear(line)
    assert answer["event"] == "error"
    assert len(answer["reason"]) < 300


def test_an_endless_line_is_one_error_and_costs_no_memory_and_the_next_is_heard():
    rig = Rig()
    for _ in range(1000):
        rig.control.feed(b"x" * 4096)
    assert len(rig.control._rest) <= LINE_BYTES
    rig.control.feed(b'\n{"end": true}\n')
    assert [answer["event"] for answer in rig.outbox.told] == ["error"]
    assert rig.stopped == [True]


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(), lambda inner: st.lists(inner, max_size=3)
)


@given(st.dictionaries(st.sampled_from(["fault", "ask", "device", "seconds", "connection", "bytes", "x"]), json_values))
def test_any_object_is_answered_and_none_is_fatal(said):
    rig = Rig()
    assert len(rig.hear(said)) + len(rig.player.played) == 1


@given(st.binary(max_size=300))
def test_any_bytes_are_answered_and_none_are_fatal(data):
    Rig().hear(data + b"\n")


def test_an_outlet_that_nobody_reads_never_waits_and_tells_how_much_was_lost(monkeypatch):
    monkeypatch.setattr(controls, "WAITING_BYTES", 200_000)
    reader, writer = os.pipe()
    outlet = Outlet(writer)
    for number in range(10_000):
        outlet.tell({"event": "opened", "connection": number})
        outlet.turn(number)
    assert outlet.wake_ns() is not None
    heard = b""
    while b"lost" not in heard:
        heard += os.read(reader, 1 << 16)
        outlet.turn(0)
    os.close(writer)
    heard += os.read(reader, 1 << 16)
    os.close(reader)
    *events, lost = map(json.loads, heard.splitlines())
    assert [event["connection"] for event in events] == list(range(len(events)))
    assert lost == {"event": "lost", "lines": 10_000 - len(events)}


def test_an_outlet_whose_reader_has_gone_is_quiet():
    reader, writer = os.pipe()
    os.close(reader)
    outlet = Outlet(writer)
    outlet.tell({"event": "opened"})
    outlet.turn(0)
    outlet.tell({"event": "closed"})
    assert outlet.wake_ns() is None
    os.close(writer)


def test_a_client_is_told_of_from_its_opening_to_its_close_and_its_bytes_have_their_digest():
    with controlled("--device", "motor", "--seed", 9) as simulator:
        assert (simulator.seed, list(simulator.ports)) == (9, ["motor"])
        with socket.create_connection(("127.0.0.1", simulator.ports["motor"]), timeout=STUCK_S) as client:
            assert simulator.event("opened", device="motor")["connection"] == 1
            data = exactly(client, 2000)
            assert simulator.digest("motor", 1, 2000) == hashlib.blake2b(data, digest_size=16).hexdigest()
            assert simulator.digest("motor", 1, 10**9) is None
            assert simulator.digest("motor", 2, 0) is None
            simulator.say(fault="fin-in-frame", device="motor")
            data += received(client)
        closed = simulator.event("closed", device="motor")
        assert (closed["how"], closed["taken"], closed["frames"]) == ("fin", len(data), len(data) // 22)
        assert simulator.digest("motor", 1, len(data)) == hashlib.blake2b(data, digest_size=16).hexdigest()
        simulator.say(ask="totals")
        (totals,) = simulator.event("totals")["devices"]
        assert (totals["bytes_sent"], totals["faults"]) == (len(data), {"fin-in-frame": 1})
        assert simulator.end() == 0


def test_the_end_of_its_input_ends_it():
    with controlled("--device", "motor") as simulator:
        simulator.process.stdin.close()
        assert simulator.process.wait(STUCK_S) == 0


def test_garbage_at_random_leaves_it_serving():
    chance = random.Random(4)
    with controlled("--device", "motor", "--device", "weather") as simulator:
        for _ in range(200):
            simulator.say_raw(chance.randbytes(chance.randint(0, 300)) + b"\n")
        simulator.say_raw(b"y" * 300_000 + b"\n")
        simulator.say(fault="endless-line", device="motor")
        assert "sync word" in simulator.event("refused", fault="endless-line")["reason"]
        with socket.create_connection(("127.0.0.1", simulator.ports["motor"]), timeout=STUCK_S) as client:
            READERS["motor"](exactly(client, 220))
        assert simulator.end() == 0


def test_planned_faults_are_told_of_too_and_the_report_has_them(tmp_path):
    plan = "motor:stall@50ms/100ms, imu:header-change@100ms, motor:rst@120ms"
    file = tmp_path / "sent.json"
    with controlled("--faults", plan, "--json", file, "--seed", 3) as simulator:
        begun = [simulator.event("fault"), simulator.event("fault")]
        assert [(event["device"], event["fault"]) for event in begun] == [("motor", "stall"), ("imu", "header-change")]
        assert simulator.event("refused")["reason"] == "stall lasts"
        simulator.event("over", device="motor", fault="stall")
        assert simulator.end() == 0
    report = json.loads(file.read_text())
    assert report["seed"] == 3
    assert {name: device["faults"] for name, device in sent(file).items() if device["faults"]} == {
        "motor": {"stall": 1}, "imu": {"header-change": 1},
    }  # fmt: skip


def test_a_signal_in_the_middle_of_faults_ends_every_stream_behind_a_whole_frame(tmp_path):
    file = tmp_path / "sent.json"
    with controlled("--json", file) as simulator:
        kinds = dict(zip(DEVICES, ("stall", "drip", "burst", "both-writing", "split"), strict=True))
        clients = {
            name: socket.create_connection(("127.0.0.1", port), timeout=STUCK_S)
            for name, port in simulator.ports.items()
        }
        for name, kind in kinds.items():
            exactly(clients[name], 1)
            simulator.say(fault=kind, device=name, seconds=1000)
            simulator.event("fault", device=name)
        simulator.process.send_signal(signal.SIGTERM)
        streams = {name: received(client) for name, client in clients.items()}
        for client in clients.values():
            client.close()
        assert simulator.process.wait(STUCK_S) == 0
        assert len([event for event in map(json.loads, simulator.process.stdout) if event["event"] == "closed"]) == 5
    for name, device in sent(file).items():
        assert device["bytes_sent"] == 1 + len(streams[name])
        size = {"scope": 2012, "supply": 38, "motor": 22}.get(name)
        assert (1 + len(streams[name])) % size == 0 if size else streams[name].endswith(b"\n")


def test_the_same_seed_damages_the_same_frames_in_two_runs():
    def damaged():
        with controlled("--device", "weather", "--seed", 11, "--rate", 20) as simulator:
            with socket.create_connection(("127.0.0.1", simulator.ports["weather"]), timeout=STUCK_S) as client:
                exactly(client, 1)
                simulator.say(fault="corrupt", device="weather", seconds=100)
                simulator.event("fault")
                client.settimeout(STUCK_S)
                data = exactly(client, 60_000)
            simulator.end()
        return set(data.split(b"\n")[1:-1])

    sound = {body.strip() for body in Weather()._tape._bodies}
    wrong = [{line[line.find(b",") :] for line in damaged()} - sound for _ in range(2)]
    assert len(wrong[0] & wrong[1]) > 10  # behind the stamp, which differs, the same bits are flipped


def test_control_needs_its_output_for_itself():
    ended = simulate("--control", "--json", "-")
    assert ended.code == 2
    assert "--json - does not go with --control" in ended.said
