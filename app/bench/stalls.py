"""The rows of a busy window: how long a link's bytes wait until they are read, in both transport modes.

`quintet` is started as a user does, off screen where there is no display, with a stall of 100 ms in every 500. Five
links are each sent a frame of 32 bytes every millisecond, all at the same moment; the window plots them. The figure is
from the report: readable to read, p99 over the bytes of the worst link; the median over the rounds. All modes of a
round run in turn. The senders begin when the window's start is over: what it does once is no stall that comes again.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import Any

from app.bench.counters import WORD
from app.bench.rows import MeasurementError, Row
from app.bench.sender import DEVICES
from app.bench.sockets import served
from app.bench.window import GRACE, environment, where

SECONDS = 5.0  # of data: a p99 needs a thousand chunks, and ten stalls are in it
START_SECONDS = 1.5  # from a connection to when the window has been laid out, painted and has settled
ROUNDS = 3
ROUNDS_AS_IT_IS = 2  # of the rows without a goal
FIELDS = ("a", "b", "c", "d")
FRAME = len(FIELDS) * WORD
RATE = 1_000 * FRAME
TICK_MS = "1"  # a frame is a chunk: the simulator's devices gather those of 3 ms
STALL = "100ms/500ms"
MODES = ("gui", "thread")

Figures = dict[str, list[float]]


def stall_sleep(seconds: float = SECONDS, rounds: int = ROUNDS) -> list[Row]:
    """Busy without the interpreter's lock. The limit is the thread without a stall."""
    found = measured("sleep", seconds, rounds, with_quiet=True)
    gui, thread = _rows("sleep", found)
    note = f"{thread.note}; limit: without a stall"
    return [gui, replace(thread, limit=median(found["quiet"]), goal=5.0, floor=10.0, note=note)]


def stall_python(seconds: float = SECONDS, rounds: int = ROUNDS_AS_IT_IS) -> list[Row]:
    """Busy in Python: the lock changes hands."""
    return _rows("python", measured("python", seconds, rounds))


def stall_native(seconds: float = SECONDS, rounds: int = ROUNDS_AS_IT_IS) -> list[Row]:
    """Busy in native code that holds the lock."""
    return _rows("native", measured("native", seconds, rounds))


def measured(kind: str, seconds: float, rounds: int, *, with_quiet: bool = False) -> Figures:
    """In ms, a value a round: by mode, and for "quiet" the thread without a stall."""
    found: Figures = {}
    with five_links() as session:
        for _ in range(rounds):
            for mode in MODES:
                found.setdefault(mode, []).append(p99_ms(session, seconds, mode, f"{kind}:{STALL}"))
            if with_quiet:
                found.setdefault("quiet", []).append(p99_ms(session, seconds, "thread", None))
    return found


def _rows(kind: str, found: Figures) -> list[Row]:
    return [
        Row(f"stall-{kind}-{mode}", median(found[mode]), "ms", lower=True, note=_note(found[mode])) for mode in MODES
    ]


def _note(rounds: list[float]) -> str:
    shown = ", ".join(f"{value:.1f}" for value in rounds)
    return f"p99 of the worst of {DEVICES} links, {STALL}, {where()}; rounds: {shown}"


@contextmanager
def five_links() -> Iterator[Path]:
    """A session of five links to a sender that ends with the block."""
    with tempfile.TemporaryDirectory() as folder, five_senders() as ports:
        session = Path(folder) / "five.toml"
        session.write_text(session_text(ports), "utf-8")
        yield session


def five_senders() -> AbstractContextManager[list[str]]:
    return served("app.bench.counter_sender", str(RATE), TICK_MS, str(1000 * START_SECONDS))


def session_text(ports: list[str]) -> str:
    """The session file: a device a port, and a plot for each."""
    fields = ", ".join(f'{{ name = "{name}", type = "u64" }}' for name in FIELDS)
    devices = [
        f'[[device]]\nname = "d{port}"\nlink = "tcp://127.0.0.1:{port}"\n'
        f'framing = {{ type = "fixed", size = {FRAME} }}\n'
        f'decoding = {{ type = "struct", fields = [{fields}] }}\n'
        for port in ports
    ]
    plots = [f'[[plot]]\nchannels = ["d{port}/{FIELDS[0]}"]\nwindow = "10 s"\n' for port in ports]
    return "\n".join(['[session]\ntitle = "Five at 1 kHz"\n', *devices, *plots])


def p99_ms(session: Path, seconds: float, mode: str, stall: str | None) -> float:
    """Readable to read of the worst link in one run of the window."""
    words = ["--transport", mode, "--for", f"{START_SECONDS + seconds}s", *(["--stall", stall] if stall else [])]
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        done = subprocess.run(
            [sys.executable, "-m", "ui", str(session), *words, "--json", str(report)],
            stdout=subprocess.DEVNULL, env=environment(folder), timeout=seconds + GRACE, check=False,
        )  # fmt: skip
        if done.returncode:
            raise MeasurementError(f"stall: the dashboard ended with code {done.returncode}")
        return worst(json.loads(report.read_text("utf-8")), stall)


def worst(report: dict[str, Any], stall: str | None) -> float:
    """The highest p99 of a report; an error where a link has too few chunks for one, or nothing was stalled."""
    if stall and not (report["stall"] and report["stall"]["count"]):
        raise MeasurementError(f"stall: the window was not stalled by {stall}")
    ages = [device["ages"]["readable_read"] for device in report["devices"]]
    if not ages or any(age["p99"] is None for age in ages):
        counts = [age["count"] for age in ages]
        raise MeasurementError(f"stall: too few chunks for a p99 ({counts}); let it run longer")
    return max(float(age["p99"]) for age in ages)
