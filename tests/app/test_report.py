"""The report has exactly the fields that design section 8 promises, as the run was before its links were closed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QCoreApplication

from app import __version__
from app.clock import WallClock
from app.decoding.options import Arrival, Csv, DecodingOptions, FieldTime, Json, Struct, StructField, TimeOptions
from app.framing.options import Fixed, FramingOptions, Line
from app.health.ages import Measure
from app.health.events import MOST_EVENTS
from app.health.ledger import Kernel
from app.link.contract import ReceiveBuffer
from app.link.options import TcpOptions
from app.report import NEWEST_EVENTS, channel_name, empty_report, report
from app.rig import Rig
from app.session.schema import DeviceOptions, Session
from tests.ui.fake_link import FakeLink, FakeLinks

CSV = Csv(fields=("a", "b [m/s²]"))

# The words of the document, each with the sorts of value it may have. Fields may be added to what stands there.
COUNTS = {"received": int, "framed": int, "overhead": int, "discarded": dict, "pending": int}
FRAMES = {"framed": int, "decoded": int, "rejected": dict, "set_aside": dict}
SAMPLES = {"decoded": int, "in_history": int, "aged_out": int, "cleared": int}
BUFFER = {
    "asked": int | None, "granted": int | None, "effective": int | None, "autotune_ceiling": int | None, "note": str,
}  # fmt: skip
LEDGER = {"balanced": bool, "bytes": dict, "frames": dict, "samples": dict, "thread": dict, "kernel": dict}
DEVICE = {
    "name": str, "link": str, "state": str, "transport": str, "opened": int, "reasons": dict, "receive_buffer": dict,
    "ledger": dict, "channels": list, "age_ms": dict | None, "ages": dict, "address": str, "state_since": str,
    "stale": bool, "failed_in_row": int, "acknowledged": int | None, "lost": int, "refused": int,
    "starved": int | None, "events": list, "events_forgotten": int, "health": dict, "rates": dict, "waiting": dict,
}  # fmt: skip
HEALTH = {"level": str, "slow": str, "because": str, "findings": list, "gauges": list}
FINDING = {"key": str, "level": str, "title": str, "cause": str, "remedy": str, "since_ns": int}
GAUGE = {"name": str, "value": float | int | None, "unit": str, "level": str | None, "good": str, "bad": str}
EVENT = {"at": str, "kind": str, "text": str, "count": int}
AGE = {"count": int, "mean": float | None, "p50": float | None, "p99": float | None, "max": float | None}
CHANNEL = {"name": str, "unit": str, "count": int, "last": object, "min": object, "max": object}

RigOf = Callable[..., tuple[Rig, FakeLink]]


@pytest.fixture
def rig_of(qapp: QCoreApplication) -> Iterator[RigOf]:
    """rig_of(decoding, framing): a started rig of one device, "imu", and its link."""
    rigs: list[Rig] = []

    def make(
        decoding: DecodingOptions = CSV,
        framing: FramingOptions = Line(),  # noqa: B008
        time: TimeOptions = Arrival(),  # noqa: B008
    ) -> tuple[Rig, FakeLink]:
        device = DeviceOptions(
            name="imu",
            address="tcp://127.0.0.1:7001",
            link=TcpOptions(host="127.0.0.1", port=7001),
            framing=framing,
            decoding=decoding,
            time=time,
        )
        links = FakeLinks()
        rigs.append(Rig(Session(title="Bench 3", devices=(device,)), links))
        rigs[-1].start()
        return rigs[-1], links.made[0]

    yield make
    for rig in rigs:
        rig.stop()
        rig.deleteLater()


def after(rig: Rig, link: FakeLink, data: bytes) -> dict[str, Any]:
    """The report of the one device once these bytes are decoded and checked."""
    if not link.statistics().opened:
        link.accept()
    link.receive(data)
    rig.clock.refreshed.emit(None)
    rig.clock.second.emit()
    return strict(report(rig))["devices"][0]


def strict(content: dict[str, Any]) -> dict[str, Any]:
    """As whoever reads the file has it: JSON of the standard, without the words that Python's encoder adds to it."""
    text = json.dumps(content, allow_nan=False)
    assert msgspec.json.decode(text) == content
    return json.loads(text)


def has(content: dict[str, Any], fields: dict[str, Any]) -> None:
    for name, sort in fields.items():
        assert name in content, f"{name} is not among {sorted(content)}"
        assert isinstance(content[name], sort), f"{name} is {content[name]!r}, not {sort}"


def test_it_has_the_fields_of_the_design(rig_of: RigOf) -> None:
    rig, link = rig_of()
    device = after(rig, link, b"1,2\n3,x\n")
    has(strict(report(rig)), {"quintet": str, "session": str, "seconds": float, "devices": list})
    has(device, DEVICE)
    has(device["receive_buffer"], BUFFER)
    has(device["ledger"], LEDGER)
    has(device["ledger"]["bytes"], COUNTS)
    has(device["ledger"]["frames"], FRAMES)
    has(device["ledger"]["samples"], SAMPLES)
    has(device["ledger"]["thread"], {"read": int, "in_flight": int})
    has(device["ledger"]["kernel"], {"bytes_received": int | None, "agrees": bool | None})
    for channel in device["channels"]:
        has(channel, CHANNEL)
    has(device["health"], HEALTH)
    for gauge in device["health"]["gauges"]:
        has(gauge, GAUGE)
    for event in device["events"]:
        has(event, EVENT)
    assert (event["kind"], event["text"]) == ("opened", "127.0.0.1:7001")


def test_what_is_wrong_is_there_with_cause_and_remedy(rig_of: RigOf) -> None:
    rig, link = rig_of()
    after(rig, link, b"1,2\n")
    device = after(rig, link, b"a\n" * 9)
    (finding,) = device["health"]["findings"]
    has(finding, FINDING)
    assert (finding["key"], device["health"]["level"]) == ("rejected", "bad")
    assert "9 wrong field count" in finding["cause"]


def test_health_and_silence_are_as_before_the_links_were_closed(rig_of: RigOf) -> None:
    rig, link = rig_of()
    link.more = {"is_stale": True, "silent_ns": 9 * 10**9, "starved": 3, "acknowledged": 7, "lost": 2, "refused": 1}
    after(rig, link, b"1,2\n")
    rig.stop()
    link.more["is_stale"] = False
    rig.clock.second.emit()  # a check behind the end
    (device,) = report(rig)["devices"]
    assert (device["stale"], device["health"]["slow"]) == (True, "device silent")
    assert (device["starved"], device["acknowledged"], device["lost"], device["refused"]) == (3, 7, 2, 1)


def test_the_newest_events_are_told_and_how_many_are_no_more(rig_of: RigOf) -> None:
    rig, link = rig_of()
    for number in range(MOST_EVENTS + 5):
        link.refuse(f"refused {number}")
    (device,) = report(rig)["devices"]
    assert len(device["events"]) == NEWEST_EVENTS
    assert device["events"][0]["text"] == f"refused {MOST_EVENTS + 4}"
    assert device["events_forgotten"] == 5


def test_it_says_who_ran_what(rig_of: RigOf) -> None:
    rig, link = rig_of()
    device = after(rig, link, b"1,2\n")
    told = report(rig)
    assert (told["quintet"], told["session"]) == (__version__, "Bench 3")
    assert told["seconds"] >= 0
    assert (device["name"], device["link"]) == ("imu", "tcp://127.0.0.1:7001")
    assert (device["state"], device["transport"], device["opened"]) == ("open", "gui", 1)


def test_every_term_of_the_ledger_is_the_one_that_was_counted(rig_of: RigOf) -> None:
    rig, link = rig_of(Csv(header=True), Line(max_frame=64))
    data = b"a,b\n1,2\n3,4\n5,six\n" + b"9" * 100 + b"\n7"
    device = after(rig, link, data)
    ledger = device["ledger"]
    assert ledger["bytes"] == {
        "received": len(data), "framed": 14, "overhead": 4, "discarded": {"oversize": 101}, "pending": 1,
    }  # fmt: skip
    assert ledger["frames"] == {
        "framed": 4, "decoded": 2, "rejected": {"not a number": 1}, "set_aside": {"header": 1},
    }  # fmt: skip
    assert ledger["samples"] == {"decoded": 2, "in_history": 2, "aged_out": 0, "cleared": 0}
    assert ledger["thread"] == {"read": len(data), "in_flight": 0}
    assert ledger["balanced"] is True


def test_what_was_cleared_is_told_apart_from_what_is_there(rig_of: RigOf) -> None:
    rig, link = rig_of()
    after(rig, link, b"1,2\n3,4\n")
    rig.devices[0].pipeline.clear()
    samples = after(rig, link, b"5,6\n")["ledger"]["samples"]
    assert samples == {"decoded": 3, "in_history": 1, "aged_out": 0, "cleared": 2}


def test_what_is_not_to_be_had_is_null_and_not_zero(rig_of: RigOf) -> None:
    rig, link = rig_of()
    link.refuse("refused")
    (device,) = strict(report(rig))["devices"]
    buffer, kernel = device["receive_buffer"], device["ledger"]["kernel"]
    assert [buffer[name] for name in ("asked", "granted", "effective", "autotune_ceiling")] == [None] * 4
    assert (kernel["bytes_received"], kernel["agrees"], device["age_ms"]) == (None, None, None)
    assert (device["opened"], device["reasons"], device["channels"]) == (0, {"refused": 1}, [])


def test_the_kernel_and_the_receive_buffer_are_told_where_they_are_known(rig_of: RigOf) -> None:
    rig, link = rig_of()
    link.kernel = Kernel(4, 4, 4)
    link.buffer = ReceiveBuffer(4194304, 8388608, 8388608, 6291456, "capped")
    device = after(rig, link, b"1,2\n")
    assert device["ledger"]["kernel"]["bytes_received"] == 4
    assert device["ledger"]["kernel"]["agrees"] is True
    assert device["receive_buffer"] == {
        "asked": 4194304, "granted": 8388608, "effective": 8388608, "autotune_ceiling": 6291456, "note": "capped",
    }  # fmt: skip


def test_a_kernel_that_disagrees_is_told_and_the_ledger_is_not_balanced(rig_of: RigOf) -> None:
    rig, link = rig_of()
    link.kernel = Kernel(9, 4, 9)
    ledger = after(rig, link, b"1,2\n")["ledger"]
    assert (ledger["balanced"], ledger["kernel"]["agrees"]) == (False, False)


def test_a_ledger_that_once_failed_stays_unbalanced_with_what_was_seen(rig_of: RigOf) -> None:
    rig, link = rig_of()
    link.extra_read = 3
    after(rig, link, b"1,2\n")
    link.extra_read = 0
    ledger = after(rig, link, b"3,4\n")["ledger"]
    assert ledger["balanced"] is False
    assert ledger["failures"] == ["thread: read 7 is not received 4 + in flight 0"]


# -- channels


def test_a_channel_has_its_unit_and_the_figures_of_its_whole_run(rig_of: RigOf) -> None:
    rig, link = rig_of()
    _, b = after(rig, link, b"1,2.5\n1,-4\n1,\n1,0.5\n")["channels"]
    assert b == {"name": "b", "unit": "m/s²", "count": 3, "last": 0.5, "min": -4.0, "max": 2.5}


def test_not_a_number_and_infinity_are_words_since_json_has_neither(rig_of: RigOf) -> None:
    field = (StructField(name="v", type="f64"),)
    rig, link = rig_of(Struct(fields=field), Fixed(size=8))
    eight = {
        "Infinity": b"\0\0\0\0\0\0\xf0\x7f", "-Infinity": b"\0\0\0\0\0\0\xf0\xff", "NaN": b"\0\0\0\0\0\0\xf8\x7f",
    }  # fmt: skip
    for word, data in eight.items():
        (channel,) = after(rig, link, data)["channels"]
        assert channel["last"] == word
    assert (channel["min"], channel["max"]) == ("-Infinity", "Infinity")


def test_a_text_keeps_its_last_value_and_has_no_extremes(rig_of: RigOf) -> None:
    rig, link = rig_of(Json())
    (channel,) = after(rig, link, b'{"mode":"<b>idle</b>"}\n')["channels"]
    assert (channel["last"], channel["min"], channel["max"]) == ("<b>idle</b>", None, None)


def test_integers_stay_integers_and_switches_switches(rig_of: RigOf) -> None:
    rig, link = rig_of(Json())
    n, on = after(rig, link, b'{"n":9007199254740993,"on":true}\n')["channels"]
    assert n["last"] == 9007199254740993
    assert on["last"] is True


def test_a_channel_is_named_after_its_table_where_there_are_several(rig_of: RigOf) -> None:
    rig, link = rig_of(Json(by="class"))
    channels = after(rig, link, b'{"class":"TPV","lat":1.5}\n{"class":"SKY","hdop":2.5}\n')["channels"]
    assert {"TPV.lat", "SKY.hdop"} <= {channel["name"] for channel in channels}
    assert (channel_name("", "ax"), channel_name("TPV", "lat")) == ("ax", "TPV.lat")


# -- time


def test_the_offset_of_the_devices_clock_is_told_with_what_had_no_time(rig_of: RigOf) -> None:
    rig, link = rig_of(Csv(fields=("t", "v")), time=FieldTime(field="t"))
    told = after(rig, link, b"5,1\n")["time"]
    arrival_ns = rig.devices[0].pipeline.last_read_ns
    assert told == {"axis": "field", "offset_ms": (arrival_ns - 5 * 10**9) / 1e6, "reordered": 0, "untimed": 0}
    assert after(rig, link, b",2\n")["time"]["untimed"] == 1


def test_the_offset_of_a_clock_since_1970_is_one_to_the_wall_clock(rig_of: RigOf) -> None:
    rig, link = rig_of(Csv(fields=("t", "v")), time=FieldTime(field="t", epoch="unix"))
    told = after(rig, link, b"5,1\n")["time"]
    arrival_unix_ns = WallClock().unix_ns(rig.devices[0].pipeline.last_read_ns or 0)
    assert told["offset_ms"] == pytest.approx((arrival_unix_ns - 5 * 10**9) / 1e6, abs=60_000)


def test_rows_that_are_as_old_as_their_read_have_no_offset(rig_of: RigOf) -> None:
    rig, link = rig_of()
    assert after(rig, link, b"1,2\n")["time"] == {"axis": "arrival", "offset_ms": None, "reordered": 0, "untimed": 0}


# -- how old the data is


def test_ages_reach_as_far_as_there_is_someone_to_see_it(rig_of: RigOf) -> None:
    rig, link = rig_of()
    device = after(rig, link, b"1,2\n")
    assert device["age_ms"] is None
    assert set(device["ages"]) == set(Measure)
    for age in device["ages"].values():
        has(age, AGE)
    assert [name for name, age in device["ages"].items() if age["count"]] == [
        "readable_read", "read_received", "received_stored", "readable_received",
    ]  # fmt: skip
    assert device["ages"]["readable_read"] == {"count": 1, "mean": 0.0, "p50": None, "p99": None, "max": 0.0}
    assert device["ages"]["sent_painted"] == dict.fromkeys(AGE, None) | {"count": 0}


def test_the_age_on_the_screen_is_told_once_a_window_has_painted(rig_of: RigOf) -> None:
    rig, link = rig_of()
    rig.drawn({"imu"})
    for _ in range(20):
        after(rig, link, b"1,2\n")
    read_ns = rig.devices[0].pipeline.last_read_ns or 0
    rig.drawn({"imu"})
    rig.painted(read_ns, read_ns + 5_000_000_000)
    age = after(rig, link, b"1,2\n")["age_ms"]
    assert set(age) == {"p50", "p99", "max"}
    assert age["p99"] is None
    assert 5000 <= age["p50"] <= age["max"]


def test_a_sender_by_this_computers_clock_has_no_offset_and_a_time_of_sending(rig_of: RigOf) -> None:
    rig, link = rig_of(Csv(fields=("t", "v")), time=FieldTime(field="t", unit="ns", epoch="boot"))
    device = after(rig, link, b"5,1\n")
    assert device["time"] == {"axis": "field", "offset_ms": 0.0, "reordered": 0, "untimed": 0}
    assert device["ages"]["sent_readable"]["count"] == 1


# -- the end


def test_state_and_buffer_are_as_before_the_links_were_closed(rig_of: RigOf) -> None:
    rig, link = rig_of()
    link.buffer = ReceiveBuffer(1, 2, 2, None, "")
    after(rig, link, b"1,2\n")
    rig.stop()
    link.buffer = ReceiveBuffer(1, 2, None, None, "")
    rig.clock.second.emit()  # a check behind the end
    (device,) = report(rig)["devices"]
    assert (device["state"], device["receive_buffer"]["effective"]) == ("open", 2)


def test_a_device_that_waited_when_the_run_was_ended_is_told_as_waiting(rig_of: RigOf) -> None:
    rig, link = rig_of()
    after(rig, link, b"1,2\n")
    link.lose("reset by the device")
    rig.stop()
    (device,) = report(rig)["devices"]
    assert (device["state"], device["reasons"]) == ("waiting", {"reset by the device": 1})


def test_the_bytes_that_came_while_the_links_were_closing_are_in_the_account(rig_of: RigOf) -> None:
    rig, link = rig_of()
    link.closes_slowly = True
    after(rig, link, b"1,2\n")
    rig.stop()
    link.receive(b"3,4\n5")
    link.finish_closing()
    (device,) = report(rig)["devices"]
    assert device["state"] == "open"
    assert device["ledger"]["bytes"]["received"] == 9
    assert device["ledger"]["bytes"]["discarded"] == {"truncated at EOF": 1}
    assert device["ledger"]["samples"]["decoded"] == 2
    assert device["ledger"]["balanced"] is True


def test_the_seconds_stand_still_once_the_run_was_ended(rig_of: RigOf) -> None:
    rig, _link = rig_of()
    rig.stop()
    assert report(rig)["seconds"] == report(rig)["seconds"]
    assert rig.stopped_ns is not None


def test_without_a_session_there_are_no_devices_but_every_field() -> None:
    assert strict(empty_report()) == {
        "quintet": __version__,
        "session": "",
        "seconds": 0.0,
        "devices": [],
        "removed": [],
    }
