"""This computer while a rig runs: was it suspended, was its wall clock set, does its window keep up, and does it get a
processor?

For how long a thread was ready to run and no processor was free for it is in its schedstat (Linux; in other systems,
and where that is switched off, it is not available). That tells a window that has too much to do from a computer that
has: by the clock both are late.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from pathlib import Path

from app.clock import WallClock, now_ns
from app.health.figures import Computer
from app.refresh.clock import RefreshClock

SUSPEND_NS = 500_000_000  # the two clocks drift apart by nothing; only a suspend parts them
log = logging.getLogger("quintet")


class ThisComputer:
    """Looked at once a second; `now` dates what is seen."""

    def __init__(self, clock: RefreshClock, wished_hz: float, now: Callable[[], int]) -> None:
        self.wall = WallClock()
        self._clock = clock
        self._wished_hz = wished_hz
        self._now = now
        self._slept_ns = slept_ns()
        self._stood_ns = stood_ready_ns()
        self._looked_ns = time.monotonic_ns()
        self._unserved: float | None = None  # of the last second
        self._suspended: tuple[int, int] | None = None  # when it was noticed, for how long
        self._wall_set: tuple[int, int] | None = None  # when it was noticed, by how much

    def look(self) -> bool:
        """Whether it was suspended since the last look."""
        before_ns, self._slept_ns = self._slept_ns, slept_ns()
        span_ns = self._slept_ns - before_ns
        if span_ns > SUSPEND_NS:
            self._suspended = (self._now(), span_ns)
            log.warning("this computer was suspended for %.1f s", span_ns / 1e9)
        if step_ns := self.wall.check():
            self._wall_set = (self._now(), step_ns)
            log.warning("the wall clock was set by %+.3f s; only labels of times move with it", step_ns / 1e9)
        self._look_for_processors()
        return span_ns > SUSPEND_NS

    def _look_for_processors(self) -> None:
        before_ns, self._stood_ns = self._stood_ns, stood_ready_ns()
        began_ns, self._looked_ns = self._looked_ns, time.monotonic_ns()
        if before_ns is None or self._stood_ns is None:
            self._unserved = None
        else:
            self._unserved = min((self._stood_ns - before_ns) / max(self._looked_ns - began_ns, 1), 1.0)

    def figures(self) -> Computer:
        """What the health of each device is judged by."""
        pace = self._clock.statistics()
        return Computer(
            wished_hz=self._wished_hz,
            rate_hz=pace.rate_hz,
            slow_reason=pace.reason,
            cost_ms=pace.last_cost_ms,
            lag_ms=pace.lag_ms.p99 if pace.lag_ms else None,
            unserved=self._unserved,
            suspended=self._suspended,
            wall_set=self._wall_set,
        )


def slept_ns() -> int:
    """How long this computer has slept since boot: what CLOCK_BOOTTIME counts and CLOCK_MONOTONIC does not."""
    return now_ns() - time.monotonic_ns()


def stood_ready_ns() -> int | None:
    """How long this thread has stood ready in all while other threads had the processors; None where that is not to be
    had (proc_pid_schedstat of Linux: time on a processor, time ready without one, in ns)."""
    try:
        words = Path(f"/proc/self/task/{threading.get_native_id()}/schedstat").read_bytes().split()
        on_ns, ready_ns = int(words[0]), int(words[1])
    except (OSError, ValueError, IndexError):
        return None
    return ready_ns if on_ns else None  # switched off: all of it is 0
