"""The rows of the live swap: `swap-lost` and `swap-gap`, from one run of app.bench.swapping.

Five links are sent counters at a rate that leaves most of the machine free, so that a gap is the swap's and not a
flood's; in between, the same run goes on as long without swaps, and its longest gap is the limit. Both are the longest
of the whole run: what is bad once in a thousand is seen.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from statistics import median

from app.bench.rows import MeasurementError, Row
from app.bench.sender import DEVICES
from app.bench.sockets import served

SWAPS = 1_000
ROUNDS = 5
RATE = 10_000_000  # bytes a second and link: reading and storing 50 MB/s takes a tenth of a processor
TICK_MS = "2"  # many more chunks than refreshes, and little work for the sender
GRACE = 120.0
MB = 1_000_000


@dataclass(frozen=True, slots=True)
class Swapped:
    """What a run found. Bytes over all links; the longest refresh gap of each round, with swaps and without; the
    median time of a swap; the rate that the refresh clock had at the end."""

    lost: int
    repeated: int
    torn: int
    received: int
    gaps_ms: list[float]
    quiet_ms: list[float]
    swap_ms: float
    rate_hz: float

    @property
    def wrong(self) -> int:
        return self.lost + self.repeated + self.torn


def swapped(count: int, rounds: int, rate: int) -> Swapped:
    """Measure."""
    with served("app.bench.counter_sender", str(rate), TICK_MS) as ports:
        command = [sys.executable, "-m", "app.bench.swapping", str(count), str(rounds), *ports]
        done = subprocess.run(command, capture_output=True, text=True, timeout=GRACE, check=False)
    if done.returncode:
        raise MeasurementError(f"swaps: {done.stderr.strip()[-400:]}")
    return Swapped(**json.loads(done.stdout))


def swaps(count: int = SWAPS, rounds: int = ROUNDS, rate: int = RATE) -> list[Row]:
    """Toggles of five links together, each awaited, some toggled again under way; with and without, by turns."""
    found = swapped(count, rounds, rate)
    load = f"{DEVICES} links at {rate / MB:g} MB/s each"
    lost = (
        f"{count} toggles of all five together, {found.swap_ms:.1f} ms each (median), {load}; "
        f"{found.received / MB:.0f} MB checked"
    )
    gap = f"{load}, {found.rate_hz:g} Hz; a round's longest: {median(found.gaps_ms):.1f} ms; limit: without swaps"
    return [
        Row("swap-lost", float(found.wrong), "bytes", goal=0.0, floor=0.0, lower=True, note=lost),
        Row(
            "swap-gap",
            max(found.gaps_ms),
            "ms",
            limit=max(found.quiet_ms),
            goal=34.0,
            floor=100.0,
            lower=True,
            note=gap,
        ),
    ]
