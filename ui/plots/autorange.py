"""A value range that follows the data without jitter: pure, with the clock as a parameter.

It widens at once when data would leave it, with room to spare, and narrows only when the data has filled
less than NARROW_BELOW of it for PATIENCE_NS. Each change costs a whole redraw and makes the reader find
the curve again, so both are made to be rare; the bounds stand on round numbers, so that a change is one step.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from app.session.words import LEAST_HEIGHT, MAX_HEIGHT

ROOM = 0.08  # of the data's height, above and below, when the range is set
ROOM_GROWING = 0.3  # on a side that data has just left
EDGE = 0.015  # of the range: data that comes nearer to a bound would be cut by the pen's width
NARROW_BELOW = 0.45  # of the range; far under what setting it leaves (about 0.8), so that it cannot swing
PATIENCE_NS = 3 * 10**9
FLAT = 0.05  # height given to a constant, as a part of its value
LARGEST = MAX_HEIGHT


@dataclass(frozen=True, slots=True)
class Range:
    low: float
    high: float

    @property
    def height(self) -> float:
        return self.high - self.low


def roomy(low: float, high: float, below: float = ROOM, above: float = ROOM) -> Range:
    """A range with round bounds and a little room around the data."""
    low, high = _clipped(low), _clipped(high)
    height = high - low
    if height <= max(abs(high) * 1e-12, LEAST_HEIGHT):  # constant, or below what doubles can tell apart
        height = abs(high) * 2 * FLAT
        height = height if height > LEAST_HEIGHT else 1.0
        low, high = low - height / 2, high + height / 2
    else:
        low, high = low - height * below, high + height * above
    step = _round_step(high - low)
    return Range(math.floor(low / step) * step, math.ceil(high / step) * step)


def _clipped(value: float) -> float:
    return min(max(value, -LARGEST), LARGEST)


def _round_step(height: float) -> float:
    """A tenth of the height or a little more, as 1, 2 or 5 times a power of ten."""
    power = 10.0 ** math.floor(math.log10(height / 20))
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= height / 20)


class AutoRange:
    """The range of one panel. `update` with the extrema of what is in view; True where the range has changed."""

    def __init__(self) -> None:
        self.range = Range(0.0, 1.0)
        self._set = False
        self._small_since_ns: int | None = None

    def reset(self) -> None:
        """Take the next extrema as they are."""
        self._set = False

    def set(self, low: float, high: float) -> None:
        """A range by hand."""
        self.range, self._set = Range(low, high), True

    def leaves(self, low: float, high: float) -> bool:
        """Whether such data would not fit."""
        edge = self.range.height * EDGE
        return _clipped(low) < self.range.low + edge or _clipped(high) > self.range.high - edge

    def update(self, extrema: tuple[float, float] | None, now_ns: int) -> bool:
        if extrema is None:
            return False
        low, high = extrema
        if not self._set or self.leaves(low, high):
            return self._widen(low, high)
        if self._is_too_wide(low, high, now_ns):
            return self._take(roomy(low, high))
        return False

    def _widen(self, low: float, high: float) -> bool:
        """More room on the side where data left: what grows will go on growing."""
        if not self._set:
            return self._take(roomy(low, high))
        edge = self.range.height * EDGE
        below = ROOM_GROWING if low < self.range.low + edge else ROOM
        above = ROOM_GROWING if high > self.range.high - edge else ROOM
        return self._take(roomy(low, high, below, above))

    def _take(self, wanted: Range) -> bool:
        changed = wanted != self.range or not self._set
        self.range, self._set, self._small_since_ns = wanted, True, None
        return changed

    def _is_too_wide(self, low: float, high: float, now_ns: int) -> bool:
        wanted = roomy(low, high)
        if wanted.height >= self.range.height * NARROW_BELOW / 0.8:
            self._small_since_ns = None
            return False
        if self._small_since_ns is None:
            self._small_since_ns = now_ns
        return now_ns - self._small_since_ns >= PATIENCE_NS
