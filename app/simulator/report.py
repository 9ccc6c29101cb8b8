"""What was sent: as a table for people, as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from importlib import metadata

from app.simulator.station import Station, Totals


def start_table(stations: Sequence[Station], rate: float | None) -> str:
    rows: list[tuple[str, ...]] = [("device", "address", "frames/s", "sends")]
    for station in stations:
        each = "flat out" if rate is None else f"{station.device.rate_hz * rate:,.6g}"
        rows.append((station.device.name, station.link, each, station.device.sends))
    return _aligned(rows, right={2})


def end_table(totals: Sequence[Totals]) -> str:
    """Below it the faults that were played, where there were any."""
    has_faults = any(each.faults for each in totals)
    rows: list[tuple[str, ...]] = [("device", "port", "connections", "bytes sent", "frames sent", "frames skipped")]
    if has_faults:
        rows[0] += ("frames damaged",)
    for each in totals:
        counts = (each.connections, each.bytes_sent, each.frames_sent, each.frames_skipped, each.frames_damaged)
        row = (each.name, str(each.port), *(f"{count:,}" for count in counts))
        rows.append(row[: len(rows[0])])
    return "\n".join([_aligned(rows, right={1, 2, 3, 4, 5, 6}), *_played(totals)])


def _played(totals: Sequence[Totals]) -> list[str]:
    return [
        f"faults of {each.name}: {', '.join(f'{count} {name}' for name, count in each.faults.items())}"
        for each in totals
        if each.faults
    ]


def as_json(
    totals: Sequence[Totals], rate: float | None, seconds: float, seed: int | None = None,
    streams: Mapping[str, object] | None = None,
) -> str:  # fmt: skip
    """`seed` where there were faults, `streams` where what was sent has a witness."""
    devices = [asdict(each) for each in totals]
    if streams is not None:
        devices = [{**each, "streams": streams[each["name"]]} for each in devices]
    report = {
        "quintet-simulator": _version(),
        "rate": "max" if rate is None else rate,
        "seconds": round(seconds, 3),
        "seed": seed,
        "devices": devices,
    }
    return json.dumps(report, indent=2, allow_nan=False) + "\n"


def _version() -> str | None:
    """Of the installed distribution; None in a checkout that is not installed."""
    try:
        return metadata.version("quintet")
    except metadata.PackageNotFoundError:
        return None


def _aligned(rows: Sequence[tuple[str, ...]], right: set[int]) -> str:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if place in right else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )
