"""A run as plain text, of a length for a ticket or a mail: what `report` says, for people who cannot click. Pure.

Made of the report's dictionaries, so that a report of yesterday can be read as well as that of this moment. Every
figure that is not available is said to be so.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

from app.quantities import counted, shown_bytes, unit_for

EVENTS_SHOWN = 15  # of a device, the newest: the story of its last minutes; the bundle has all
WIDTH = 110  # of a line: what a mail shows without a fold of its own

Fields = Mapping[str, Any]


def report_text(report: Fields, at: str = "") -> str:
    """All devices of a report. `at`: when it was made."""
    title = f', session "{report["session"]}"' if report["session"] else ""
    made = f", {at}" if at else ""
    lines = [f"Quintet {report['quintet']}{title}, running for {report['seconds']:.0f} s{made}"]
    for device in report["devices"]:
        lines += ["", *_device(device)]
    for device in report.get("removed", ()):
        lines += ["", "Removed while it ran:", *_device(device)]
    return "\n".join(piece for line in lines for piece in _folded(line)) + "\n"


def device_text(report: Fields, name: str, at: str = "") -> str:
    """One device of it. KeyError where there is none of that name."""
    chosen = [device for device in report["devices"] if device["name"] == name]
    if not chosen:
        raise KeyError(name)
    return report_text({**report, "devices": chosen, "removed": []}, at)


def _folded(line: str) -> list[str]:
    """The line, or what becomes of a long one, further in."""
    indent = line[: len(line) - len(line.lstrip())] + "      "
    return textwrap.wrap(line, WIDTH, subsequent_indent=indent, break_on_hyphens=False) or [""]


def _device(device: Fields) -> Iterator[str]:
    reader = "a thread of its own" if device["transport"] == "thread" else "the window's thread"
    yield f"{device['name']}: {device['state']}{', silent' if device['stale'] else ''} since {device['state_since']}"
    yield f"  link       {device['link']}, address {device['address'] or 'not known yet'}, read by {reader}"
    yield f"  comes      {_rates(device['rates'])}; opened {counted(device['opened'], 'time')}"
    yield f"  slow       {device['health']['slow']}: {device['health']['because']}"
    yield f"  waits      {_waiting(device['waiting'])}"
    yield f"  age        {_age(device['age_ms'])}"
    yield from _sent(device)
    yield from _findings(device["health"]["findings"])
    yield from _ledger(device["ledger"])
    yield f"  endings    {_counts(device['reasons'])}"
    yield f"  buffer     {_buffer(device['receive_buffer'])}"
    yield "  figures"
    yield from (f"    {_gauge(gauge)}" for gauge in device["health"]["gauges"])
    yield "  events, the newest first"
    yield from (f"    {_event(event)}" for event in device["events"][:EVENTS_SHOWN])
    older = len(device["events"][EVENTS_SHOWN:]) + device["events_forgotten"]
    if older:
        yield f"    and {older} older ones"


def _rates(rates: Fields) -> str:
    return f"{_rate(rates['bytes_per_s'], 'bytes/s')}, {_rate(rates['frames_per_s'], 'frames/s')}"


def _rate(value: float | None, unit: str) -> str:
    return f"{unit} not known yet" if value is None else f"{value:.0f} {unit}"


def _waiting(waiting: Fields) -> str:
    places = {"kernel": "in the kernel", "qt": "in Qt's buffer", "in_flight": "on the way here", "unsent": "to be sent"}
    return ", ".join(f"{_size(waiting[key])} {place}" for key, place in places.items())


def _size(count: int | None) -> str:
    return "not available" if count is None else shown_bytes(count)


def _age(age: Fields | None) -> str:
    if age is None:
        return "nothing was painted"
    said = ", ".join(f"{name} {'not enough' if age[name] is None else f'{age[name]:.1f} ms'}" for name in age)
    return f"readable to painted {said}"


def _sent(device: Fields) -> Iterator[str]:
    if device["acknowledged"] or device["lost"] or device["refused"]:
        acknowledged = "not available" if device["acknowledged"] is None else device["acknowledged"]
        yield (
            f"  sends      acknowledged bytes {acknowledged}, lost bytes {device['lost']},"
            f" refused commands {device['refused']}"
        )


def _findings(findings: list[Fields]) -> Iterator[str]:
    yield f"  findings   {len(findings) or 'none'}"
    for finding in findings:
        yield f"    {finding['level']}: {finding['title']}: {finding['cause']}"
        yield f"      {finding['remedy']}"


def _ledger(ledger: Fields) -> Iterator[str]:
    b, f, s, t, k = (ledger[name] for name in ("bytes", "frames", "samples", "thread", "kernel"))
    yield f"  ledger     {'balanced' if ledger['balanced'] else 'DOES NOT ADD UP'}"
    yield (
        f"    bytes    received {b['received']} = framed {b['framed']} + overhead {b['overhead']}"
        f" + discarded {_counts(b['discarded'])} + pending {b['pending']}"
    )
    yield (
        f"    frames   framed {f['framed']} = decoded {f['decoded']} + rejected {_counts(f['rejected'])}"
        f" + set aside {_counts(f['set_aside'])}"
    )
    yield (
        f"    samples  decoded {s['decoded']} = in history {s['in_history']} + aged out {s['aged_out']}"
        f" + cleared {s['cleared']}"
    )
    yield f"    thread   read {t['read']} = received {b['received']} + in flight {t['in_flight']}"
    agrees = {None: "not available", True: "agrees", False: "DISAGREES"}[k["agrees"]]
    yield f"    kernel   {agrees}" + ("" if k["bytes_received"] is None else f": {k['bytes_received']} bytes received")
    yield from (f"    FAILED   {failure}" for failure in ledger["failures"])


def _counts(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{count} ({reason})" for reason, count in counts.items()) or "0"


def _buffer(buffer: Fields) -> str:
    asked = "auto" if buffer["asked"] is None else shown_bytes(buffer["asked"])
    note = f"; {buffer['note']}" if buffer["note"] else ""
    return f"asked {asked}, granted {_size(buffer['granted'])}, effective {_size(buffer['effective'])}{note}"


def _gauge(gauge: Fields) -> str:
    if gauge["value"] is None:
        return f"{gauge['name']}: not available"
    limits = f" (good {gauge['good']}, bad {gauge['bad']})" if gauge["good"] else ""
    value = gauge["value"]
    number = f"{value:.3g}" if abs(value) < 999.5 else f"{value:.0f}"  # three digits would need an exponent
    return f"{gauge['name']}: {number} {unit_for(value, gauge['unit'])}, {gauge['level'] or 'no limit'}{limits}"


def _event(event: Fields) -> str:
    times = f" ({event['count']} times)" if event["count"] > 1 else ""
    return f"{event['at']} {event['kind']}: {event['text']}{times}"
