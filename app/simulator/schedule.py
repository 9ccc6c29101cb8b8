"""When each frame of a paced device is due.

Frame k is due at epoch + k * period, counted from one epoch for ever: a late turn of the loop sends
more frames the next time, so the rate never drifts, however late single turns are. The same sum gives
the frame's stamp, so that frames which waited for a slow reader still say when they were measured.

What is due is computed in whole numbers: with floats a frame could be due and not waiting, and the loop
would spin. Stamps are floats on the way, exact to a nanosecond for the first hundred days.
"""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import numpy.typing as npt

from app.simulator.clock import NS

FINEST_RATE = 10**7  # rates are fractions with at most this denominator: from a frame in four months on

IntArray = npt.NDArray[np.int64]


class Schedule:
    """An absolute timetable of `rate_hz` frames a second, all times in nanoseconds."""

    def __init__(self, epoch_ns: int, rate_hz: float) -> None:
        self.epoch_ns = epoch_ns
        period = NS / Fraction(rate_hz).limit_denominator(FINEST_RATE)
        self._period, self._parts = period.numerator, period.denominator  # nanoseconds, so many parts of one each

    def due_ns(self, frame: int) -> int:
        """The first nanosecond at which `waiting(frame, now)` is not 0."""
        return self.epoch_ns - (-frame * self._period // self._parts)

    def next_after(self, now_ns: int) -> int:
        """The first frame that is due later than now: where a new reader joins."""
        return max(0, (now_ns - self.epoch_ns) * self._parts // self._period + 1)

    def waiting(self, frame: int, now_ns: int) -> int:
        """How many frames, `frame` the first of them, are due by now."""
        return max(0, self.next_after(now_ns) - frame)

    def frames_in(self, span_ns: int) -> int:
        """How many frames fall due in a span; at least one."""
        return max(1, span_ns * self._parts // self._period)

    def stamps_ns(self, first: int, count: int) -> IntArray:
        since_epoch = np.floor(np.arange(first, first + count) * (self._period / self._parts))
        stamps: IntArray = self.epoch_ns + since_epoch.astype(np.int64)
        return stamps
