"""The rows `age-…`: how old what is painted is, counted from the sender's stamp.

Five devices send a row each millisecond, stamped when it is handed to the kernel, to the live window (stage.py), whose
clock is pinned at 60 Hz; all curves change. The figures are the report's, sent to painted, weighted by bytes: of the
worst device the median and p99, and of the rounds the median. The senders begin when the window's start is over: what
it does once is no age that comes again. What the X server and a compositor add behind the paint is not known.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median
from typing import Any

from app.bench.live_session import session_text
from app.bench.rows import MeasurementError, Row
from app.bench.sender import DEVICES
from app.bench.sockets import served
from app.bench.stage import Run, checked, pace_note, stage

SECONDS = 20.0
ROUNDS = 3
START_S = 3.0  # from the start of the program to its settled window
RATE = 1_000
TICK_MS = "1"
GOALS = {"p50": 12.0, "p99": 20.0}


def age(seconds: float = SECONDS, rounds: int = ROUNDS, start_s: float = START_S) -> list[Row]:
    senders = served("app.bench.live_sender", "stamped", str(RATE), TICK_MS, str(DEVICES), str(1000 * start_s))
    with senders as ports, stage(start_s) as place:
        text = session_text("stamped", ports)
        runs = [checked("age", place.window(text, seconds), RATE, start_s) for _ in range(rounds)]
    return [_row(quantile, runs, start_s) for quantile in GOALS]


def _row(quantile: str, runs: Sequence[Run], start_s: float) -> Row:
    found = [worst(run.report, quantile) for run in runs]
    shown = ", ".join(f"{value:.1f}" for value in found)
    notes = [f"worst of {DEVICES} devices, from the sender's stamp; rounds: {shown}", pace_note(runs, start_s)]
    goal = GOALS[quantile]
    return Row(
        f"age-{quantile}",
        median(found),
        "ms",
        goal=goal,
        floor=2 * goal,
        lower=True,
        note="; ".join(note for note in notes if note),
    )


def worst(report: dict[str, Any], quantile: str) -> float:
    """Of all devices, from sent to painted; an error where a device has too few chunks for it."""
    ages = [device["ages"]["sent_painted"] for device in report["devices"]]
    if not ages or any(found[quantile] is None for found in ages):
        counts = [found["count"] for found in ages]
        raise MeasurementError(f"age: too few chunks for a {quantile} ({counts}); let it run longer")
    return max(float(found[quantile]) for found in ages)
