"""Real sockets, hostile devices, the whole way to the history and the report: the account holds, whatever comes.

Each device is a thread with a listening port and a script, an act for each connection: bytes in pieces, and how it
ends. It counts what it sent. The rig runs in this thread's loop, as it does in every command.
"""

from __future__ import annotations

import json
import random
import socket
import struct
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QObject, Slot

from app.decoding.options import Csv, Json
from app.framing.options import Length, Line, QDataStreamBlocks
from app.link.connection import MOST
from app.pipeline import BATCH_BYTES
from app.quantities import ByteSize
from app.rig import VIOLATED, Rig
from tests.app.hostile import (
    CSV,
    MEBI,
    ROWS,
    WAYS,
    Device,
    Way,
    World,
    assert_account,
    pieces,
    rss_bytes,
    stream,
)
from tests.app.link.peers import PATIENCE_S, until


@pytest.fixture
def world(qapp: QCoreApplication) -> Iterator[World]:
    made = World()
    yield made
    made.close()


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


def test_a_device_that_violates_its_framing_again_and_again_counts_as_failing_each_time(world):
    violation = ([b"\xff\xff\xff\xff"], "stay")
    world.add(WAYS["struct"], violation, violation, violation)
    rig = world.start()
    link = rig.devices[0].link
    until(lambda: link.statistics().failed_in_row == 3, "the third violation")
    assert dict(link.statistics().reasons) == {VIOLATED: 3}
    assert_account(world.end()["d0"], 12)


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
