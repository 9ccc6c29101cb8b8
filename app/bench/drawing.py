"""The rows `refresh-…`: what drawing alone takes, as ui/bench/drawing.py measures it, on the screen of the bench."""

from __future__ import annotations

import subprocess
import sys
import tempfile

from app.bench.rows import Row
from app.bench.screen import environment_on, virtual_screen

COUNT = 200  # refreshes of a median
GRACE = 600.0  # 10^8 samples take their time to be made
Times = list[tuple[float, float]]  # of each window: ms by the clock, and of the processor


def refresh_scroll(count: int = COUNT) -> list[Row]:
    """Live: the newest columns alone are new."""
    return [_timed("scroll", "five plots of four curves, live", count, 1, goal=2.0)]


def refresh_full(count: int = COUNT, divisor: int = 1) -> list[Row]:
    """All pixels are new, and all history is in them."""
    return [_timed("full", f"all of {20_000_000 // divisor} values in view", count, divisor, goal=10.0)]


def refresh_flat(count: int = COUNT, divisor: int = 1) -> list[Row]:
    """The same with one curve of 10^8 samples and nineteen of 10^6, over that with twenty of 10^5, redrawn in turn."""
    long, short = drawn("flat", count, divisor)
    note = f"one curve of {10**8 // divisor:.0e} f32 and 19 of {10**6 // divisor:.0e}; limit: 20 of "
    note += f"{10**5 // divisor:.0e}; CPU {long[1]:.1f}, {short[1]:.1f} ms"
    ratio = long[0] / short[0]
    return [Row("refresh-flat", long[0], "ms", short[0], ratio, goal=1.2, floor=2.4, lower=True, note=note)]


def _timed(kind: str, what: str, count: int, divisor: int, *, goal: float) -> Row:
    ((wall_ms, cpu_ms),) = drawn(kind, count, divisor)
    note = f"median of {count}, {what}; CPU {cpu_ms:.1f} ms"
    return Row(f"refresh-{kind}", wall_ms, "ms", goal=goal, floor=2 * goal, lower=True, note=note)


def drawn(kind: str, count: int, divisor: int) -> Times:
    """Of each window that is redrawn."""
    with virtual_screen() as display, tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [sys.executable, "-m", "ui.bench.drawing", kind, str(count), str(divisor)],
            stdout=subprocess.PIPE, env=environment_on(display, folder), text=True, timeout=GRACE, check=True,
        )  # fmt: skip
    lines = [line.split() for line in done.stdout.splitlines()]
    return [(float(wall), float(cpu)) for wall, cpu in lines]
