"""A report as plain text."""

from __future__ import annotations

from typing import Any

import pytest

from app.support.text import EVENTS_SHOWN, WIDTH, device_text, report_text


def device(**changes: Any) -> dict[str, Any]:
    whole: dict[str, Any] = {
        "name": "imu", "link": "tcp://10.0.0.1:7001", "address": "10.0.0.1:7001", "state": "open",
        "state_since": "2026-01-02T03:04:05.000+00:00", "stale": False, "transport": "gui", "opened": 2,
        "reasons": {"refused": 3}, "rates": {"bytes_per_s": 5400.0, "frames_per_s": None},
        "waiting": {"kernel": None, "qt": 0, "in_flight": 0, "unsent": 2048},
        "receive_buffer": {"asked": None, "granted": None, "effective": 1 << 20, "autotune_ceiling": None, "note": ""},
        "age_ms": {"p50": 12.34, "p99": None, "max": 99.0},
        "acknowledged": None, "lost": 0, "refused": 0, "starved": 0, "failed_in_row": 0,
        "ledger": {
            "balanced": True, "failures": [],
            "bytes": {"received": 10, "framed": 7, "overhead": 1, "discarded": {"oversize": 2}, "pending": 0},
            "frames": {"framed": 1, "decoded": 1, "rejected": {}, "set_aside": {}},
            "samples": {"decoded": 1, "in_history": 1, "aged_out": 0, "cleared": 0},
            "thread": {"read": 10, "in_flight": 0},
            "kernel": {"bytes_received": 10, "agrees": True, "read": 10},
        },
        "health": {
            "level": "good", "slow": "not this PC", "because": "the queue is empty", "findings": [],
            "gauges": [
                {"name": "queue", "value": 3.14159, "unit": "%", "level": "good", "good": "up to 4 %", "bad": "over 9"},
                {"name": "age", "value": None, "unit": "ms", "level": None, "good": "up to 1 ms", "bad": "over 2 ms"},
                {"name": "silence", "value": 1.0, "unit": "s", "level": None, "good": "", "bad": ""},
            ],
        },
        "events": [], "events_forgotten": 0,
    }  # fmt: skip
    return whole | changes


def report(*devices: dict[str, Any], session: str = "Bench 3") -> dict[str, Any]:
    return {"quintet": "0.1.0", "session": session, "seconds": 12.4, "devices": list(devices or (device(),))}


def test_the_head_says_what_was_run_and_when() -> None:
    assert report_text(report(), "2026-01-02").splitlines()[0] == (
        'Quintet 0.1.0, session "Bench 3", running for 12 s, 2026-01-02'
    )
    assert report_text(report(session="")).splitlines()[0] == "Quintet 0.1.0, running for 12 s"


def test_all_that_a_ticket_wants_is_there() -> None:
    text = report_text(report())
    for part in (
        "imu: open since 2026-01-02T03:04:05.000+00:00",
        "tcp://10.0.0.1:7001, address 10.0.0.1:7001, read by the window's thread",
        "5400 bytes/s, frames/s not known yet; opened 2 times",
        "not this PC: the queue is empty",
        "not available in the kernel, 0 B in Qt's buffer, 0 B on the way here, 2 KiB to be sent",
        "p50 12.3 ms, p99 not enough, max 99.0 ms",
        "balanced",
        "received 10 = framed 7 + overhead 1 + discarded 2 (oversize) + pending 0",
        "agrees: 10 bytes received",
        "3 (refused)",
        "asked auto, granted not available, effective 1 MiB",
        "queue: 3.14 %, good (good up to 4 %, bad over 9)",
        "age: not available",
        "silence: 1 s, no limit",
        "findings   none",
    ):
        assert part in text


def test_one_is_told_in_the_singular_and_large_figures_without_an_exponent() -> None:
    attempts = device()["health"]["gauges"][0] | {"unit": "attempts", "value": 1}
    lag = attempts | {"unit": "ms", "value": 2183.4}
    health = device()["health"] | {"gauges": [attempts, lag]}
    text = report_text(report(device(health=health, opened=1)))
    for part in ("opened 1 time\n", ": 1 attempt, ", ": 2183 ms, "):
        assert part in text


def test_findings_come_with_cause_and_remedy() -> None:
    health = device()["health"] | {
        "findings": [{"level": "bad", "title": "no connection", "cause": "refused", "remedy": "Switch it on."}]
    }
    text = report_text(report(device(health=health, stale=True, transport="thread", address="", age_ms=None)))
    assert "  findings   1\n    bad: no connection: refused\n      Switch it on.\n" in text
    assert "open, silent since" in text
    assert "address not known yet, read by a thread of its own" in text
    assert "nothing was painted" in text


def test_a_ledger_that_failed_and_a_kernel_that_disagrees_cannot_be_overlooked() -> None:
    ledger = device()["ledger"] | {
        "balanced": False, "failures": ["bytes: x"], "kernel": {"bytes_received": 9, "agrees": False, "read": 1},
    }  # fmt: skip
    text = report_text(report(device(ledger=ledger)))
    assert "DOES NOT ADD UP" in text
    assert "DISAGREES: 9 bytes received" in text
    assert "FAILED   bytes: x" in text
    none = device()["ledger"] | {"kernel": {"bytes_received": None, "agrees": None, "read": 0}}
    assert "kernel   not available\n" in report_text(report(device(ledger=none)))


def test_what_was_sent_is_told_where_something_was() -> None:
    assert "sends" not in report_text(report())
    assert "acknowledged bytes not available, lost bytes 5, refused commands 1" in report_text(
        report(device(lost=5, refused=1))
    )
    assert "acknowledged bytes 9" in report_text(report(device(acknowledged=9)))


def test_the_newest_events_are_there_and_how_many_older_ones_there_were() -> None:
    events = [{"at": f"t{n}", "kind": "opened", "text": "x", "count": 1 + (n == 0)} for n in range(EVENTS_SHOWN + 5)]
    text = report_text(report(device(events=events, events_forgotten=7)))
    assert "    t0 opened: x (2 times)\n    t1 opened: x\n" in text
    assert f"t{EVENTS_SHOWN} " not in text
    assert "and 12 older ones" in text


def test_long_lines_are_folded_and_lose_nothing() -> None:
    because = "word " * 60
    health = device()["health"] | {"because": because}
    text = report_text(report(device(health=health)))
    assert max(map(len, text.splitlines())) <= WIDTH
    assert text.count("word") == 60


def test_one_device_can_be_told_alone() -> None:
    text = device_text(report(device(), device(name="gps")), "gps")
    assert "gps: open" in text
    assert "imu" not in text
    with pytest.raises(KeyError):
        device_text(report(), "no such device")
