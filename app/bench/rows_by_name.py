"""Which figure is measured where: one line a row."""

from __future__ import annotations

import subprocess
from collections.abc import Callable

from app.bench.age import age
from app.bench.click import click
from app.bench.drawing import refresh_flat, refresh_full, refresh_scroll
from app.bench.links import links
from app.bench.live import LIVE
from app.bench.observer import observer
from app.bench.rows import MeasurementError, Row
from app.bench.sockets import ingest_struct, transport, transport_thread
from app.bench.stalls import stall_native, stall_python, stall_sleep
from app.bench.swaps import swaps
from app.bench.texts import ingest_csv, ingest_json
from app.bench.window import memory, start

MEASUREMENTS: dict[str, Callable[[], list[Row]]] = {
    "transport": transport,
    "ingest-struct": ingest_struct,
    "ingest-struct-rate": ingest_struct,
    "ingest-csv": ingest_csv,
    "ingest-json": ingest_json,
    "memory": memory,
    "start": start,
    "transport-thread": transport_thread,
    "observer": observer,
    "swap-lost": swaps,
    "swap-gap": swaps,
    "stall-sleep-gui": stall_sleep,
    "stall-sleep-thread": stall_sleep,
    "stall-python-gui": stall_python,
    "stall-python-thread": stall_python,
    "stall-native-gui": stall_native,
    "stall-native-thread": stall_native,
    **{name: measured for load, measured in LIVE.items() for name in (load, f"{load}-limit")},
    "refresh-scroll": refresh_scroll,
    "refresh-full": refresh_full,
    "refresh-flat": refresh_flat,
    "age-p50": age,
    "age-p99": age,
    "links": links,
    "click": click,
}


def meant(word: str) -> list[str]:
    """The figures that a word names: that one, else all whose first words it is ("live", "stall-python"); none where
    there are none."""
    return [word] if word in MEASUREMENTS else [name for name in MEASUREMENTS if name.startswith(f"{word}-")]


def measure(names: list[str]) -> tuple[list[Row], list[str]]:
    """The rows of these names (all for none), in the table's order, and what could not be measured, in words. A
    measurement that gives two is made once, and one that fails keeps no other from being made."""
    wanted = names or list(MEASUREMENTS)
    rows: dict[str, Row] = {}
    problems: dict[Callable[[], list[Row]], str] = {}
    for name in wanted:
        measurement = MEASUREMENTS[name]
        if name in rows or measurement in problems:
            continue
        try:
            rows.update({row.name: row for row in measurement()})
        except (MeasurementError, subprocess.SubprocessError) as error:  # a process of it failed or hung
            problems[measurement] = str(error)
    return [rows[name] for name in MEASUREMENTS if name in rows and name in wanted], list(problems.values())
