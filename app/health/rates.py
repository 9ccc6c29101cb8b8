"""Rates of growing counters, over the last few seconds, and their growth over longer spans."""

from __future__ import annotations

from collections import deque

LEAST_NS = 200_000_000
SPAN_NS = 3_000_000_000  # long enough to be calm to read, short enough to notice


class RateMeter:
    """Rate of one counter. `add(total, now_ns)` at any moments; `per_second` is None until LEAST_NS are covered: two
    looks in one breath say nothing of a rate."""

    def __init__(self, span_ns: int = SPAN_NS) -> None:
        self._span_ns = span_ns
        self._points: deque[tuple[int, int]] = deque()

    def add(self, total: int, now_ns: int) -> None:
        self._points.append((now_ns, total))
        while len(self._points) > 2 and now_ns - self._points[1][0] >= self._span_ns:
            self._points.popleft()

    @property
    def per_second(self) -> float | None:
        if len(self._points) < 2:
            return None
        (start, first), (stop, last) = self._points[0], self._points[-1]
        return (last - first) * 1e9 / (stop - start) if stop - start >= LEAST_NS else None


class RecentGrowth:
    """How much one counter has grown within the last `span_ns`, to about a hundredth of the span.

    For spans of minutes and hours, where a point a second would be a heap of them. `add(total, now_ns)` at any moments.
    """

    POINTS = 100

    def __init__(self, span_ns: int) -> None:
        self._span_ns = span_ns
        self._total = 0
        self._points: deque[tuple[int, int]] = deque([(0, 0)])

    def add(self, total: int, now_ns: int) -> None:
        self._total = total
        if now_ns - self._points[-1][0] >= self._span_ns // self.POINTS:
            self._points.append((now_ns, total))
        while len(self._points) > 1 and now_ns - self._points[1][0] >= self._span_ns:
            self._points.popleft()

    @property
    def grown(self) -> int:
        return self._total - self._points[0][1]
