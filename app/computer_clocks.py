"""What happens to this computer's clocks while a rig runs: it was suspended, or its wall clock was set."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

from app.clock import WallClock, now_ns

SUSPEND_NS = 500_000_000  # the two clocks drift apart by nothing; only a suspend parts them
log = logging.getLogger("quintet")


class ComputerClocks:
    """Looked at once a second; `now` dates what is seen.

    Attributes:
        suspended: (when it was noticed, for how long), the newest; None where it never was.
        wall_set: (when it was noticed, by how much), the newest; None where it never was.
    """

    def __init__(self, now: Callable[[], int]) -> None:
        self.suspended: tuple[int, int] | None = None
        self.wall_set: tuple[int, int] | None = None
        self.wall = WallClock()
        self._now = now
        self._slept_ns = slept_ns()

    def look(self) -> bool:
        """Whether it was suspended since the last look."""
        before_ns, self._slept_ns = self._slept_ns, slept_ns()
        span_ns = self._slept_ns - before_ns
        if span_ns > SUSPEND_NS:
            self.suspended = (self._now(), span_ns)
            log.warning("this computer was suspended for %.1f s", span_ns / 1e9)
        if step_ns := self.wall.check():
            self.wall_set = (self._now(), step_ns)
            log.warning("the wall clock was set by %+.3f s; only labels of times move with it", step_ns / 1e9)
        return span_ns > SUSPEND_NS


def slept_ns() -> int:
    """How long this computer has slept since boot: what CLOCK_BOOTTIME counts and CLOCK_MONOTONIC does not."""
    return now_ns() - time.monotonic_ns()
