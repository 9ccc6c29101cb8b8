"""The report of a run, as `--json` writes it and every command reads it.

Fields may be added, none renamed; what is not to be had is None (null). See design: the command line.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from app import __version__
from app.attended import Attended
from app.checkup import DeviceStatus
from app.clock import WallClock
from app.decoding.options import FieldTime, TimeOptions
from app.device import Device
from app.health.ages import Ages, Measure
from app.health.events import EventLog
from app.health.judgement import Health
from app.health.ledger import Ledger
from app.link.contract import LinkStatistics
from app.rig import Rig
from app.store.table import Table

NEWEST_EVENTS = 50  # of a device; the support bundle has all that are kept


def report(rig: Rig) -> dict[str, Any]:
    """The whole run so far. Ready for a JSON encoder: no NaN, no infinity."""
    return {
        "quintet": __version__,
        "session": rig.session.title,
        "seconds": round(rig.seconds, 3),
        "devices": [_device(_standing(rig, device)) for device in rig.devices],
        "removed": [_device(_gone(attended)) for attended in rig.removed],
    }


def empty_report() -> dict[str, Any]:
    """The report of a run in which no session was opened."""
    return {"quintet": __version__, "session": "", "seconds": 0.0, "devices": [], "removed": []}


@dataclass(frozen=True, slots=True)
class _Told:
    """What is told of a device. `last` is its status before its link was closed."""

    device: Device
    status: DeviceStatus
    last: DeviceStatus
    failures: tuple[str, ...]
    events: EventLog
    ages: Ages


def _standing(rig: Rig, device: Device) -> _Told:
    failures = tuple(rig.failures.get(device.name, ()))
    return _Told(device, rig.status(device), rig.last_look(device), failures, rig.events(device), rig.ages[device.name])


def _gone(attended: Attended) -> _Told:
    """Of one that was removed, or replaced by another, while the rig ran. Its link may be closing yet."""
    assert attended.status is not None  # it is looked at when it leaves
    last = attended.last or attended.status
    return _Told(attended.device, attended.status, last, tuple(attended.failures), attended.events, attended.ages)


def _device(told: _Told) -> dict[str, Any]:
    device, status, last = told.device, told.status, told.last
    statistics, before_stop = status.statistics, last.statistics
    buffer = before_stop.receive_buffer
    return {
        "name": device.name,
        "link": device.options.address,
        "address": before_stop.address,
        "state": str(before_stop.state),
        "state_since": utc(WallClock().unix_ns(last.state_since_ns)),
        "transport": statistics.transport,
        "opened": statistics.opened,
        "reasons": dict(statistics.reasons),
        "receive_buffer": {
            "asked": buffer.asked,
            "granted": buffer.granted,
            "effective": buffer.effective,
            "autotune_ceiling": buffer.autotune_ceiling,
            "note": buffer.note,
        },
        "rates": {"bytes_per_s": _rounded(last.bytes_per_s), "frames_per_s": _rounded(last.frames_per_s)},
        "waiting": {
            "kernel": before_stop.tcp_info.waiting if before_stop.tcp_info else None,
            "qt": before_stop.in_qt,
            "in_flight": before_stop.in_flight,
            "unsent": before_stop.unsent,
        },
        "ledger": _ledger(status.ledger, statistics, told.failures),
        "health": _health(last.health),
        "stale": before_stop.is_stale,
        "failed_in_row": before_stop.failed_in_row,
        "acknowledged": statistics.acknowledged,
        "lost": statistics.lost,
        "refused": statistics.refused,
        "starved": statistics.starved,
        "events": events_of(told.events),
        "events_forgotten": told.events.forgotten,
        "time": _time(device),
        "channels": [c for name, table in device.pipeline.tables.items() for c in _channels(name, table)],
        "age_ms": _age_on_screen(told.ages),
        "ages": {str(measure): _age(told.ages, measure) for measure in Measure},
    }


def _health(health: Health) -> dict[str, Any]:
    """The last second's; before the links were closed. `value` of a gauge is None where it is not available."""
    return {
        "level": str(health.level),
        "slow": str(health.slow),
        "because": health.because,
        "findings": [
            {
                "key": finding.key,
                "level": str(finding.level),
                "title": finding.title,
                "cause": finding.cause,
                "remedy": finding.remedy,
                "since_ns": finding.since_ns,
            }
            for finding in health.findings
        ],
        "gauges": [
            {
                "name": gauge.name,
                "value": _rounded(gauge.value),
                "unit": gauge.unit,
                "level": None if gauge.level is None else str(gauge.level),
                "good": gauge.good,
                "bad": gauge.bad,
            }
            for gauge in health.gauges
        ],
    }


def events_of(log: EventLog, most: int = NEWEST_EVENTS) -> list[dict[str, Any]]:
    """The newest first. `at`: the wall clock's time of the newest of `count`, as this computer's clock is set now."""
    wall = WallClock()
    return [
        {"at": utc(wall.unix_ns(event.at_ns)), "kind": str(event.kind), "text": event.text, "count": event.count}
        for event in log.newest(most)
    ]


def utc(unix_ns: int) -> str:
    return datetime.fromtimestamp(unix_ns / 1e9, UTC).isoformat(timespec="milliseconds")


def _age_on_screen(ages: Ages) -> dict[str, float | None] | None:
    """From readable to painted; None where no window painted."""
    age = _age(ages, Measure.READABLE_PAINTED)
    return {name: age[name] for name in ("p50", "p99", "max")} if age["count"] else None


def _age(ages: Ages, measure: Measure) -> dict[str, float | None]:
    """In ms; a quantile is None under 10 / (1 - q) chunks."""
    found = ages.summary(measure)
    return {
        "count": found.count,
        "mean": _rounded(found.mean_ms),
        "p50": _rounded(found.p50_ms),
        "p99": _rounded(found.p99_ms),
        "max": _rounded(found.max_ms),
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 3)  # of ms: microseconds, the grain of the histogram


def _time(device: Device) -> dict[str, Any]:
    """The axis of the rows' times. `offset_ms` is what is added to the device's time to get this computer's: the wall
    clock's where the device counts from 1970, else the time since boot."""
    axis, offset_ns = device.pipeline.decoder.axis, device.pipeline.decoder.axis.offset_ns
    if offset_ns is not None and _counts_from_1970(device.options.time):
        offset_ns = WallClock().unix_ns(offset_ns)
    return {
        "axis": axis.kind,
        "offset_ms": None if offset_ns is None else offset_ns / 1e6,
        "reordered": axis.reordered,
        "untimed": axis.untimed,
    }


def _counts_from_1970(time: TimeOptions) -> bool:
    return isinstance(time, FieldTime) and (time.epoch == "unix" or time.unit == "iso")


def _ledger(account: Ledger, statistics: LinkStatistics, failures: tuple[str, ...]) -> dict[str, Any]:
    kernel = account.kernel
    return {
        "balanced": account.balanced and not failures,
        "failures": list(failures),
        "bytes": {
            "received": account.bytes.received,
            "framed": account.bytes.framed,
            "overhead": account.bytes.overhead,
            "discarded": dict(account.bytes.discarded),
            "pending": account.bytes.pending,
        },
        "frames": {
            "framed": account.frames.framed,
            "decoded": account.frames.decoded,
            "rejected": dict(account.frames.rejected),
            "set_aside": dict(account.frames.set_aside),
        },
        "samples": {
            "decoded": account.samples.decoded,
            "in_history": account.samples.in_history,
            "aged_out": account.samples.aged_out,
            "cleared": account.samples.cleared,
        },
        "thread": {"read": account.thread.read, "in_flight": account.thread.in_flight},
        "kernel": {
            "bytes_received": kernel.after if kernel else None,
            "agrees": kernel.agrees if kernel else None,
            "read": statistics.read,
            "unread": account.unread,
        },
    }


def channel_name(table: str, column: str) -> str:
    """A channel's name within its device: the table comes first where there are several."""
    return f"{table}.{column}" if table else column


def _channels(name: str, table: Table) -> list[dict[str, Any]]:
    rows = []
    for index, column in enumerate(table.columns):
        extrema = table.extrema(index)
        low, high = extrema or (None, None)
        rows.append(
            {
                "name": channel_name(name, column.name),
                "unit": column.unit,
                "count": table.values_seen(index),
                "last": _plain(table.last_value(index)),
                "min": _plain(low),
                "max": _plain(high),
            }
        )
    return rows


def _plain(value: object) -> object:
    """JSON has no NaN and no infinity; both are said in words, so that they are not taken for "no value"."""
    if isinstance(value, float) and not math.isfinite(value):
        return "NaN" if math.isnan(value) else ("Infinity" if value > 0 else "-Infinity")
    return value
