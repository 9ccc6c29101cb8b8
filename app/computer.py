"""This computer while a rig runs: was it suspended, was its wall clock set, does its window keep up?"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

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
        return span_ns > SUSPEND_NS

    def figures(self) -> Computer:
        """What the health of each device is judged by."""
        pace = self._clock.statistics()
        return Computer(
            wished_hz=self._wished_hz,
            rate_hz=pace.rate_hz,
            slow_reason=pace.reason,
            cost_ms=pace.last_cost_ms,
            lag_ms=pace.lag_ms.p99 if pace.lag_ms else None,
            suspended=self._suspended,
            wall_set=self._wall_set,
        )


def slept_ns() -> int:
    """How long this computer has slept since boot: what CLOCK_BOOTTIME counts and CLOCK_MONOTONIC does not."""
    return now_ns() - time.monotonic_ns()
