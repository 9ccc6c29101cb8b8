"""What was sent: as a table for people, as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
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
    rows: list[tuple[str, ...]] = [("device", "port", "connections", "bytes sent", "frames sent", "frames skipped")]
    for each in totals:
        counts = (each.connections, each.bytes_sent, each.frames_sent, each.frames_skipped)
        rows.append((each.name, str(each.port), *(f"{count:,}" for count in counts)))
    return _aligned(rows, right={1, 2, 3, 4, 5})


def as_json(totals: Sequence[Totals], rate: float | None, seconds: float) -> str:
    report = {
        "quintet-simulator": _version(),
        "rate": "max" if rate is None else rate,
        "seconds": round(seconds, 3),
        "devices": [asdict(each) for each in totals],
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
