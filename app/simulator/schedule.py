"""When each frame of a paced device is due.

Frame k is due at epoch + k * period, counted from one epoch for ever: a late turn of the loop sends
more frames the next time, so the rate never drifts, however late single turns are. The same sum gives
the frame's stamp, so that frames which waited for a slow reader still say when they were measured.

Cost: k * period is a float of 53 bits, exact to a nanosecond for the first hundred days.
"""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from app.simulator.clock import NS

IntArray = npt.NDArray[np.int64]


class Schedule:
    """An absolute timetable of `rate_hz` frames a second, all times in nanoseconds."""

    def __init__(self, epoch_ns: int, rate_hz: float) -> None:
        self.epoch_ns = epoch_ns
        self.period_ns = NS / rate_hz

    def due_ns(self, frame: int) -> int:
        """The first nanosecond at which `waiting(frame, now)` is not 0."""
        return self.epoch_ns + math.ceil(frame * self.period_ns)

    def next_after(self, now_ns: int) -> int:
        """The first frame that is due later than now: where a new reader joins."""
        return max(0, math.floor((now_ns - self.epoch_ns) / self.period_ns) + 1)

    def waiting(self, frame: int, now_ns: int) -> int:
        """How many frames, `frame` the first of them, are due by now."""
        return max(0, self.next_after(now_ns) - frame)

    def frames_in(self, span_ns: int) -> int:
        """How many frames fall due in a span; at least one."""
        return max(1, int(span_ns / self.period_ns))

    def stamps_ns(self, first: int, count: int) -> IntArray:
        since_epoch = np.floor(np.arange(first, first + count) * self.period_ns)
        stamps: IntArray = self.epoch_ns + since_epoch.astype(np.int64)
        return stamps
