"""The one monotonic clock, and its tie to the wall.

Every time inside Quintet is an int of nanoseconds since boot. CLOCK_BOOTTIME (man 2 clock_gettime)
counts on through a suspend, so that a suspend is a visible gap instead of a lie; where it does not
exist, CLOCK_MONOTONIC stands in. The wall clock is used only to label times for people.
"""

import functools
import time
from collections.abc import Callable

_CLOCK = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)

if hasattr(time, "clock_gettime_ns"):

    def now_ns() -> int:
        """Nanoseconds since boot, suspends included where the system can tell."""
        return time.clock_gettime_ns(_CLOCK)

    # The same as native code alone: between it and the code beside it no other Python runs (see stalls.stall).
    native_now_ns: Callable[[], int] = functools.partial(time.clock_gettime_ns, _CLOCK)
else:  # pragma: no cover - Windows has no clock_gettime

    def now_ns() -> int:
        """Nanoseconds on the monotonic clock."""
        return time.monotonic_ns()

    native_now_ns = time.monotonic_ns


class WallClock:
    """Ties the monotonic clock to the wall clock.

    `offset_ns` is added to an internal time to get nanoseconds since the Unix epoch. `check` compares
    the tie with the wall again and returns the step in nanoseconds when the wall has jumped by more
    than `TOLERANCE_NS` (NTP slews at most 500 ppm, a step is something else), else 0.
    """

    TOLERANCE_NS = 200_000_000

    def __init__(self) -> None:
        self.offset_ns = time.time_ns() - now_ns()

    def check(self) -> int:
        offset = time.time_ns() - now_ns()
        step = offset - self.offset_ns
        self.offset_ns = offset
        return step if abs(step) > self.TOLERANCE_NS else 0

    def unix_ns(self, time_ns: int) -> int:
        """The wall-clock time, in nanoseconds since the Unix epoch, of an internal time."""
        return time_ns + self.offset_ns
