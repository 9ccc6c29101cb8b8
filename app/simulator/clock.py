"""The clock that stamps the frames: nanoseconds since boot, suspends included where the system can tell.

CLOCK_BOOTTIME (man 2 clock_gettime) is the same for every process of a machine. A reader there can
therefore subtract a frame's stamp from its own reading of that clock and have the frame's age.
"""

import time

NS = 1_000_000_000

_CLOCK = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)


def now_ns() -> int:
    return time.clock_gettime_ns(_CLOCK)
