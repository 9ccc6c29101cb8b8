"""Real sockets, hostile devices, the whole way to the history and the report: the account holds, whatever comes.

Each device is a thread with a listening port and a script, an act for each connection: bytes in pieces, and how it
ends. It counts what it sent. The rig runs in this thread's loop, as it does in every command.
"""

from __future__ import annotations

import binascii
import json
import os
import random
import socket
import struct
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QObject, Slot

from app.decoding.options import Csv, DecodingOptions, Json, Struct, StructField
from app.framing.options import FramingOptions, Length, Line, QDataStreamBlocks, Sync
from app.link.connection import MOST
from app.link.contract import State
from app.link.options import TcpOptions
from app.pipeline import BATCH_BYTES
from app.quantities import ByteSize, Duration
from app.report import report
from app.rig import VIOLATED, Rig
from app.session.schema import DeviceOptions, Session
from tests.app.link.peers import PATIENCE_S, reset, until

RETRY = Duration(20_000_000)
ROWS = 400
MEBI = 1 << 20


# -- the five ways to send a row


@dataclass(frozen=True)
class Way:
    """How rows of (u32, f64) travel."""

    framing: FramingOptions
    decoding: DecodingOptions
    frame: Callable[[int], bytes]


def _payload(number: int) -> bytes:
    return struct.pack("<Id", number, number / 2)


def _synced(number: int) -> bytes:
    body = bytes([12]) + _payload(number)
    return b"\xa5\x5a" + body + struct.pack("<H", binascii.crc_hqx(body, 0xFFFF))


FIELDS = Struct(fields=(StructField(name="a", type="u32"), StructField(name="b", type="f64")))
WAYS = {
    "csv": Way(Line(), Csv(fields=("a", "b")), lambda n: b"%d,%r\r\n" % (n, n / 2)),
    "struct": Way(Length(size=4), FIELDS, lambda n: struct.pack(">I", 12) + _payload(n)),
    "qdatastream": Way(QDataStreamBlocks(), FIELDS, lambda n: struct.pack(">I", 12) + _payload(n)),
    "json": Way(Line(), Json(), lambda n: b'{"a": %d, "b": %r}\n' % (n, n / 2)),
    "sync": Way(Sync(word="A5 5A"), FIELDS, _synced),
}
CSV = WAYS["csv"]


def stream(way: Way, rows: int = ROWS) -> bytes:
    return b"".join(map(way.frame, range(rows)))


def pieces(data: bytes, seed: int) -> list[bytes]:
    """Cut at random, from single bytes to kilobytes."""
    dice, found, at = random.Random(seed), [], 0
    while at < len(data):
        size = dice.choice((1, 2, 7, 60, 500, 4000))
        found.append(data[at : at + size])
        at += size
    return found


# -- devices


class Device:
    """Serves one connection after the other, as its script says; keeps the last one open when the script is over.

    Attributes:
        sent: bytes that the kernel took, over all connections.
        is_done: the script is over.
        is_held: a send has found no room for a while.
    """

    HELD_S = 0.1

    def __init__(self, script: Sequence[tuple[Sequence[bytes], str]]) -> None:
        self.sent = 0
        self.is_done = threading.Event()
        self.is_held = threading.Event()
        self._script = script
        self._stopped = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._peer: socket.socket | None = None
        self._thread = threading.Thread(target=self._run, name="device")
        self._thread.start()

    def close(self) -> None:
        self._stopped.set()
        for sock in (self._listener, self._peer):
            if sock is not None:
                with suppress(OSError):
                    sock.shutdown(socket.SHUT_RDWR)  # wakes the thread
        self._thread.join()
        self._listener.close()
        if self._peer is not None:
            self._peer.close()

    def _run(self) -> None:
        for said, ending in self._script:
            try:
                peer, _ = self._listener.accept()
            except OSError:  # the test is over
                return
            if self._peer is not None:
                self._peer.close()
            self._peer = peer
            with suppress(OSError):  # the link has closed, as it may
                self._peer.settimeout(self.HELD_S)
                self._say(self._peer, said)
            self._end(self._peer, ending)
        self.is_done.set()

    def _say(self, peer: socket.socket, said: Sequence[bytes]) -> None:
        for piece in said:
            left = memoryview(piece)
            while left and not self._stopped.is_set():
                try:
                    count = peer.send(left)
                except TimeoutError:
                    self.is_held.set()
                    continue
                self.sent += count
                left = left[count:]

    def _end(self, peer: socket.socket, ending: str) -> None:
        if ending == "FIN":
            peer.close()
        elif ending == "RST":
            reset(peer)


class World:
    """Devices and the rig on them, until the end of the test."""

    def __init__(self) -> None:
        self.devices: list[Device] = []
        self._options: list[DeviceOptions] = []
        self.rig: Rig | None = None

    def add(self, way: Way, *script: tuple[Sequence[bytes], str], retry: Duration = RETRY, **link: Any) -> Device:
        self.devices.append(Device(script))
        self.add_port(way, self.devices[-1].port, retry=retry, **link)
        return self.devices[-1]

    def add_port(self, way: Way, port: int, *, retry: Duration = RETRY, **link: Any) -> None:
        self._options.append(
            DeviceOptions(
                name=f"d{len(self._options)}",
                address=f"tcp://127.0.0.1:{port}",
                link=TcpOptions(host="127.0.0.1", port=port, retry=retry, **link),
                framing=way.framing,
                decoding=way.decoding,
            )
        )

    def start(self, history_bytes: int = 16 * MEBI) -> Rig:
        self.rig = Rig(Session(devices=tuple(self._options), history_bytes=ByteSize(history_bytes)))
        self.rig.start()
        return self.rig

    def run_until_all_is_received(self) -> dict[str, dict[str, Any]]:
        """Run until every byte that was sent has come, end, and return the report's devices by name."""
        rig = self.rig or self.start()
        until(lambda: all(device.is_done.is_set() for device in self.devices), "the scripts to be over")
        sent = sum(device.sent for device in self.devices)
        until(lambda: sum(device.pipeline.received for device in rig.devices) == sent, f"{sent} bytes")
        return self.end()

    def end(self) -> dict[str, dict[str, Any]]:
        rig = self.rig
        assert rig is not None
        rig.stop()
        until(lambda: rig.is_stopped, "the rig to stop")
        return {device["name"]: device for device in strict(report(rig))["devices"]}

    def close(self) -> None:
        if self.rig is not None:
            self.rig.stop()
            until(lambda: self.rig is None or self.rig.is_stopped, "the rig to stop")
        for device in self.devices:
            device.close()


@pytest.fixture
def world(qapp: QCoreApplication) -> Iterator[World]:
    made = World()
    yield made
    made.close()


def strict(value: Any) -> Any:
    """As a strict reader of JSON gets it."""

    def refuse(word: str) -> None:
        raise AssertionError(f"{word} in the report")

    return json.loads(json.dumps(value, allow_nan=False), parse_constant=refuse)


def assert_account(device: dict[str, Any], sent: int | None = None) -> None:
    """All five lines of the ledger, and the device's own count where every byte came."""
    ledger = device["ledger"]
    size, frames, samples = ledger["bytes"], ledger["frames"], ledger["samples"]
    assert ledger["balanced"], ledger
    assert ledger["kernel"]["agrees"] is not False, ledger
    assert size["received"] == size["framed"] + size["overhead"] + sum(size["discarded"].values()) + size["pending"]
    assert frames["framed"] == sum(
        (frames["decoded"], *frames["rejected"].values(), *frames["set_aside"].values())
    )  # fmt: skip
    assert samples["decoded"] == samples["in_history"] + samples["aged_out"] + samples["cleared"]
    assert ledger["thread"]["read"] == size["received"]
    if sent is not None:
        assert size["received"] == sent
        if ledger["kernel"]["agrees"]:
            assert ledger["kernel"]["bytes_received"] == sent


def rss_bytes() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE")


# -- whole streams


@pytest.mark.parametrize("seed", range(3))
def test_every_way_arrives_whole_however_it_is_cut(world, seed):
    for way in WAYS.values():
        world.add(way, (pieces(stream(way), seed), "FIN"))
    rig = world.start()
    until(lambda: all(device.link.statistics().last_reason for device in rig.devices), "the ends")
    devices = world.run_until_all_is_received()
    for device, server in zip(devices.values(), world.devices, strict=True):
        assert_account(device, server.sent)
        assert device["ledger"]["samples"]["decoded"] == ROWS
        assert [channel["last"] for channel in device["channels"]] == [ROWS - 1, (ROWS - 1) / 2]
        assert device["reasons"]["closed by the device"] == 1


@pytest.mark.parametrize("name", WAYS)
def test_a_connection_that_ends_in_a_frame_costs_that_frame_alone(world, name):
    way = WAYS[name]
    cut = stream(way)[: -len(way.frame(ROWS - 1)) // 2]
    server = world.add(way, ([cut], "FIN"), ([cut], "RST"), ([stream(way)], "stay"))
    (device,) = world.run_until_all_is_received().values()
    assert_account(device, server.sent)
    assert device["opened"] == 3
    assert device["ledger"]["samples"]["decoded"] == 3 * ROWS - 2
    assert device["ledger"]["bytes"]["discarded"]["truncated at EOF"] > 0
    assert device["reasons"]["closed by the device"] == 1
    assert device["reasons"]["reset by the device"] == 1


# -- garbage


@pytest.mark.parametrize("name", WAYS)
def test_garbage_is_accounted_for_to_the_byte_where_the_framing_goes_on(world, name):
    way = WAYS[name]
    framing = way.framing
    if isinstance(framing, Length):
        framing = Length(size=4, on_violation="skip")
    elif isinstance(framing, QDataStreamBlocks):
        framing = QDataStreamBlocks(on_violation="skip")
    server = world.add(Way(framing, way.decoding, way.frame), ([random.Random(name).randbytes(MEBI)], "FIN"))
    (device,) = world.run_until_all_is_received().values()
    assert_account(device, server.sent)
    assert device["ledger"]["bytes"]["pending"] == 0


@pytest.mark.parametrize("name", ["csv", "json", "sync"])
def test_good_frames_are_found_again_behind_garbage(world, name):
    way = WAYS[name]
    noise = random.Random(name).randbytes(20_000)
    server = world.add(way, ([noise, b"\n", stream(way)], "stay"))
    (device,) = world.run_until_all_is_received().values()
    assert_account(device, server.sent)
    assert device["ledger"]["samples"]["decoded"] >= ROWS - 1  # the noise may end in what looks like a beginning


@pytest.mark.parametrize("name", ["struct", "qdatastream"])
def test_a_length_of_four_gigabytes_is_a_violation_and_the_device_comes_back(world, name):
    way = WAYS[name]
    bad = b"\xff\xff\xff\xfd" + bytes(100)
    world.add(way, ([stream(way), bad], "stay"), ([stream(way)], "stay"))
    rig = world.start()
    until(lambda: rig.devices[0].pipeline.decoder.counts.samples == 2 * ROWS, "both streams")
    (device,) = world.end().values()
    assert_account(device)
    assert device["opened"] == 2
    assert device["state"] == "open"
    assert device["reasons"][VIOLATED] == 1
    assert device["ledger"]["bytes"]["discarded"] == {"after violation": len(bad)}


def test_a_device_that_violates_its_framing_is_tried_again_after_a_second_and_not_before(world):
    world.add(WAYS["struct"], ([b"\xff\xff\xff\xff"], "stay"), retry=TcpOptions(host="", port=0).retry)
    rig = world.start()
    link = rig.devices[0].link
    until(lambda: link.state is State.WAITING, "the violation")
    statistics = link.statistics()
    ended = rig.devices[0].pipeline.last_read_ns
    assert statistics.next_try_ns >= ended + 1_000_000_000
    assert list(statistics.reasons) == [VIOLATED]
    assert_account(world.end()["d0"], 4)


def test_an_endless_line_takes_no_memory(world):
    block = b"x" * MEBI
    server = world.add(CSV, ([block] * 48, "stay"))
    rig = world.start()
    until(lambda: rig.devices[0].pipeline.received > 2 * MEBI, "the first bytes")
    before, most = rss_bytes(), [0]
    most_pending = MEBI + BATCH_BYTES + MOST

    def note() -> None:
        most[0] = max(most[0], rss_bytes())
        assert rig.devices[0].pipeline.pending <= most_pending

    rig.refreshed.connect(note)
    (device,) = world.run_until_all_is_received().values()
    assert_account(device, server.sent)
    assert device["ledger"]["bytes"]["discarded"] == {"oversize": 48 * MEBI}
    assert most[0] - before < 16 * MEBI


# -- what may stand in a row


NAMES = ["\x1b[2J\x07red", "<b>bold</b>", "\u202eltr", "\x00", "a\tb", "=cmd()", "x" * 5000, ""]


@pytest.mark.parametrize("decoding", [Csv(separator=";", header=True), Json()], ids=["csv", "json"])
def test_names_of_channels_cannot_act_and_their_values_are_kept(world, decoding):
    if isinstance(decoding, Csv):
        data = ";".join(NAMES).encode() + b"\n" + b"1;2;3;4;5;6;7;8\n" * 10
    else:
        data = json.dumps(dict(zip(NAMES, range(1, 9), strict=True))).encode() + b"\n"
    server = world.add(Way(Line(), decoding, CSV.frame), ([data], "stay"))
    (device,) = world.run_until_all_is_received().values()
    assert_account(device, server.sent)
    assert [channel["last"] for channel in device["channels"]] == [1, 2, 3, 4, 5, 6, 7, 8]
    names = [channel["name"] for channel in device["channels"]]
    assert len(set(names)) == 8
    assert all(name.isprintable() and 0 < len(name) < 500 for name in names)


STRANGE = {
    "csv": b"nan,inf\n-Infinity,1e999\n1,2\n",
    "json": b'{"a": 1e999, "b": -1e999}\n{"a": NaN}\n{"a": 1, "b": 2}\n',
    "struct": b"".join(
        struct.pack(">IId", 12, 1, value) for value in (float("nan"), float("inf"), -float("inf"), 2.0)
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", STRANGE)
def test_values_that_are_no_numbers_leave_the_report_sound(world, name):
    server = world.add(WAYS[name], ([STRANGE[name]], "stay"))
    (device,) = world.run_until_all_is_received().values()
    assert_account(device, server.sent)
    assert device["channels"][1]["last"] is not None


@pytest.mark.parametrize("decoding", [Csv(header=True), Json()], ids=["csv", "json"])
def test_a_hundred_thousand_channels_are_refused_and_the_neighbour_runs_on(world, decoding):
    names = [f"c{number}" for number in range(100_000)]
    if isinstance(decoding, Csv):
        data = ",".join(names).encode() + b"\n" + b",".join([b"1"] * len(names)) + b"\n"
    else:
        data = json.dumps(dict.fromkeys(names, 1)).encode() + b"\n"
    wide = world.add(Way(Line(max_frame=ByteSize(8 * MEBI)), decoding, CSV.frame), ([data] * 3, "stay"))
    narrow = world.add(CSV, ([stream(CSV)], "stay"))
    before = rss_bytes()
    devices = world.run_until_all_is_received()
    assert_account(devices["d0"], wide.sent)
    assert_account(devices["d1"], narrow.sent)
    assert devices["d0"]["ledger"]["frames"]["rejected"]["too many columns"] >= 3
    assert devices["d0"]["channels"] == []
    assert devices["d1"]["ledger"]["samples"]["decoded"] == ROWS
    assert rss_bytes() - before < 64 * MEBI


# -- connections


def test_a_device_that_closes_at_once_is_dialled_again_and_each_time_counted(world):
    server = world.add(CSV, *[([], "FIN")] * 4, *[([], "RST")] * 4, ([stream(CSV)], "stay"))
    (device,) = world.run_until_all_is_received().values()
    assert_account(device, server.sent)
    assert device["opened"] == 9
    assert device["reasons"]["closed by the device"] == 4
    assert device["reasons"]["reset by the device"] == 4


def test_a_port_where_nobody_listens_is_refused_until_somebody_does(world):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))  # ours, so that nobody else listens on it
        world.add_port(CSV, free.getsockname()[1])
        rig = world.start()
        until(lambda: rig.devices[0].link.statistics().reasons.get("refused", 0) >= 3, "refusals")
        (device,) = world.end().values()
    assert_account(device, 0)
    assert device["opened"] == 0
    assert device["state"] in ("waiting", "connecting")


def test_one_device_that_floods_does_not_hold_up_the_four_others(world):
    flood = world.add(CSV, ([b"1,2\n" * 65_536] * 100_000, "stay"))
    for way in list(WAYS.values())[1:]:
        world.add(way, (pieces(stream(way, 3 * ROWS), 1), "stay"))
    rig = world.start()
    others = rig.devices[1:]
    until(lambda: all(d.pipeline.decoder.counts.samples == 3 * ROWS for d in others), "the four others")
    assert not flood.is_done.is_set()
    devices = world.end()
    assert_account(devices["d0"])
    for device, server in zip(list(devices.values())[1:], world.devices[1:], strict=True):
        assert_account(device, server.sent)


# -- a busy window


class Busy(QObject):
    """Holds up the loop, at the first refresh, until the device can send no more."""

    def __init__(self, rig: Rig, server: Device) -> None:
        super().__init__()
        self.statistics: Any = None
        self._rig = rig
        self._server = server
        rig.refreshed.connect(self.hold)

    @Slot(object)
    def hold(self, _refresh: object) -> None:
        if self.statistics is None:
            assert self._server.is_held.wait(PATIENCE_S), "the device was never held back"
            self.statistics = self._rig.devices[0].link.statistics()


@pytest.mark.parametrize("receive_buffer", [ByteSize(256 << 10), None], ids=["asked", "auto"])
def test_a_busy_window_holds_the_device_back_and_loses_nothing(world, receive_buffer):
    server = world.add(CSV, ([b"1,2\n" * 65_536] * 128, "stay"), receive_buffer=receive_buffer)
    rig = world.start()
    busy = Busy(rig, server)
    (device,) = world.run_until_all_is_received().values()
    assert_account(device, server.sent)
    assert busy.statistics.in_qt <= MOST
    assert busy.statistics.read + busy.statistics.in_qt < 32 * MEBI
    assert device["ledger"]["samples"]["decoded"] == server.sent // 4
