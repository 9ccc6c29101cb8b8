"""Ties a clock that runs elsewhere to ours, through the arrival of what it stamped.

What a device sends at its time x arrives at our time a = x + offset + delay. The offset changes slowly (two quartz
clocks drift apart by some 20 ppm, bad ones by 500); the delay changes all the time, but is never below some least
one. So what bounds a - x from below over the last WINDOW_S seconds is the offset plus the least delay, and late
arrivals, be it by minutes, do not disturb it.

Plan: a point for each second of arrival, its least a - x. The line that lies under all points and as near to them as
can be is the estimate, drift included: an edge of their lower convex hull, the one over the middle of the points
(Moon, Skelly, Towsley: Estimation and Removal of Clock Skew from Network Delay Measurements, 1999). A point that is
FRESH_NS below the line says that all before it were late; they are forgotten.

When the line moves, times are not to jump: the difference is worn off as the device's time passes, quickly where
rows would otherwise stand in the future, slowly where they stand too early. Both rates are below 1, so that times
never run back. Beyond JUMP_NS the difference is no matter of estimating any more: the line is taken up at once, and
the jump told.

Cost: a few vector operations a call; once a second 50 us for the hull.
"""

from __future__ import annotations

from collections import deque
from itertools import pairwise

import numpy as np

from app.stream import Int64Array

SECOND = 10**9
WINDOW_S = 30  # a queue that stands for less than this is seen as lateness; at 100 ppm the offset moves by 3 ms in it
JUMP_NS = SECOND // 2  # ten times what a bad network makes of a delay's least, and less than what a person overlooks
LEAST_POINTS = 5  # for a slope; before that the drift is what it was before, at first 0: 2.5 ms wrong at 500 ppm
FRESH_NS = 20 * 10**6  # no drift makes so much in a call; what jitter there is has been seen from its lower side
WEAR_DOWN = 0.5  # of the device's time that passes
WEAR_UP = 0.05
MAX_SLICES = 256  # of a call that holds many seconds (a replay); more share the last slice


class LeastDelay:
    """The least arrival - device time over the window, as a line. `limit` bounds its slope."""

    def __init__(self, limit: float) -> None:
        self._limit = limit
        self.reset()

    def reset(self) -> None:
        self._points: deque[tuple[int, int, int]] = deque()  # second of arrival, device time, arrival - device time
        self._slope = 0.0
        self._origin = 0  # the device time at which the line has its `_height`
        self._height: int | None = None

    @property
    def known(self) -> bool:
        return self._height is not None

    def at(self, device: int) -> int:
        """The line at a device time. Only once known."""
        assert self._height is not None
        return self._height + round(self._slope * (device - self._origin))

    def over(self, device: Int64Array) -> Int64Array:
        """The line at many device times."""
        assert self._height is not None
        if not self._slope:
            return np.full(len(device), self._height)
        return self._height + (self._slope * (device - self._origin)).astype(np.int64)

    def add(self, device: Int64Array, arrival: Int64Array) -> None:
        """Take rows of about one second of arrival into account."""
        delays = arrival - device
        least = int(np.argmin(delays - self.over(device)) if self._slope else np.argmin(delays))
        point = (int(arrival[least]) // SECOND, int(device[least]), int(delays[least]))
        if self.known and point[2] < self.at(point[1]) - FRESH_NS:
            self._points.clear()
        if self._points and point[0] <= self._points[-1][0]:
            self._take_lower(point)
        else:
            self._points.append(point)
            while self._points[0][0] < point[0] - WINDOW_S:
                self._points.popleft()
            self._fit()

    def _take_lower(self, point: tuple[int, int, int]) -> None:
        newest = self._points[-1]
        if point[2] - newest[2] < self._slope * (point[1] - newest[1]):
            self._points[-1] = (newest[0], *point[1:])
            level = self._level(point)
            self._height = level if self._height is None else min(self._height, level)

    def _fit(self) -> None:
        if len(self._points) >= LEAST_POINTS:
            slope = hull_slope([point[1:] for point in self._points])
            self._slope = min(max(slope, -self._limit), self._limit)
        self._origin = self._points[-1][1]
        self._height = min(self._level(point) for point in self._points)

    def _level(self, point: tuple[int, int, int]) -> int:
        """Height of the line through a point."""
        return point[2] - round(self._slope * (point[1] - self._origin))


def hull_slope(points: list[tuple[int, int]]) -> float:
    """Slope of the lower convex hull over the middle of the points; 0 where all have one x."""
    hull: list[tuple[int, int]] = []
    for point in sorted(points):
        while len(hull) > 1 and _turns_right(hull[-2], hull[-1], point):
            hull.pop()
        if not hull or point[0] > hull[-1][0]:
            hull.append(point)
    middle = sum(x for x, _ in points) / len(points)
    for (x, y), (x_next, y_next) in pairwise(hull):
        if x_next >= middle:
            return (y_next - y) / (x_next - x)
    return 0.0


def _turns_right(a: tuple[int, int], b: tuple[int, int], c: tuple[int, int]) -> bool:
    """Whether b is not below the line from a to c."""
    return (b[0] - a[0]) * (c[1] - a[1]) <= (b[1] - a[1]) * (c[0] - a[0])


class Placement:
    """Puts device times on our clock, without jumps where that can be.

    `jumps`: since the last call, (row, how much later the rows from there stand) for each jump.
    """

    def __init__(self, limit: float) -> None:
        self._line = LeastDelay(limit)
        self._last: int | None = None  # the device time of the last row
        self._excess = 0.0  # what its time has above the line
        self.jumps: list[tuple[int, int]] = []

    def reset(self) -> None:
        """Forget all: the clock has been set, or its rows do not join."""
        self._line.reset()
        self._last, self._excess = None, 0.0

    @property
    def offset_ns(self) -> int | None:
        """Our time minus the device's at its last row."""
        return None if self._last is None else self._line.at(self._last) + round(self._excess)

    def place(self, device: Int64Array, arrival: Int64Array) -> Int64Array:
        """Our times of rows by their device times, which do not run back by more than a little."""
        self.jumps = []
        seconds = arrival // SECOND
        if seconds[0] == seconds[-1]:
            return self._place(device, arrival, 0)
        cuts = (np.flatnonzero(np.diff(seconds)) + 1).tolist()[: MAX_SLICES - 1]
        bounds = zip([0, *cuts], [*cuts, len(device)], strict=True)
        return np.concatenate([self._place(device[a:b], arrival[a:b], a) for a, b in bounds])

    def _place(self, device: Int64Array, arrival: Int64Array, row: int) -> Int64Array:
        before = self.offset_ns
        self._line.add(device, arrival)
        if before is None or self._last is None:
            self._last, self._excess = int(device.max()), 0.0
            return device + self._line.over(device)
        self._excess = before - self._line.at(self._last)
        if abs(self._excess) > JUMP_NS:
            self._jump(before, device, arrival, row)
        times = device + self._line.over(device)
        return times + self._worn_excess(device) if self._excess else self._moved_on(device, times)

    def _jump(self, before: int, device: Int64Array, arrival: Int64Array, row: int) -> None:
        """Take up what is seen now; what was seen before is no longer true."""
        self._line.reset()
        self._line.add(device, arrival)
        self._excess = 0.0
        self.jumps.append((row, self._line.at(int(device[0])) - before))

    def _moved_on(self, device: Int64Array, times: Int64Array) -> Int64Array:
        self._last = max(self._last or 0, int(device.max()))
        return times

    def _worn_excess(self, device: Int64Array) -> Int64Array:
        assert self._last is not None
        elapsed = np.maximum(np.maximum.accumulate(device) - self._last, 0)
        rate = WEAR_DOWN if self._excess > 0 else WEAR_UP
        left = np.maximum(abs(self._excess) - rate * elapsed, 0) * np.sign(self._excess)
        self._last += int(elapsed[-1])
        self._excess = float(left[-1])
        worn: Int64Array = left.astype(np.int64)
        return worn
