"""How late an event loop was, over many looks at it, and how much of that was Python's garbage collector.

Kept as a histogram: bounded however long it goes on, and two of them make one, so that the blocks of a comparison add
up to a mode. Looks are a grid in time, not answers: a loop that is held for a second is looked at as often as in any
other second, and each of these looks counts with what it had to wait. A timer that is armed again when it has fired
would look once, and call a loop that is busy half of the time fine ("coordinated omission").
"""

from __future__ import annotations

from collections.abc import Iterable

from hdrh.histogram import HdrHistogram

from app.comparison.measuring.known import most_known
from app.comparison.schema import Loop
from app.health.ages import DIGITS, LONGEST_US, NS_PER_MS, NS_PER_US, least_count

Span = tuple[int, int]  # from and to, in ns of one clock


class Lags:
    """Lags of one event loop, and the collections meanwhile."""

    def __init__(self) -> None:
        self.count = 0
        self._histogram = HdrHistogram(1, LONGEST_US, DIGITS)
        self._longest_ns = 0
        self._collections = 0
        self._collection_ns: int | None = None
        self._collected_lag_ns: int | None = None

    def add(self, lags_ns: Iterable[int]) -> None:
        """One look each; never negative."""
        for lag_ns in lags_ns:
            self.count += 1
            self._longest_ns = max(self._longest_ns, lag_ns)
            self._histogram.record_value(min(lag_ns // NS_PER_US, LONGEST_US))

    def add_collections(self, collections: Iterable[Span]) -> None:
        for begin_ns, end_ns in collections:
            self._collections += 1
            self._collection_ns = max(self._collection_ns or 0, end_ns - begin_ns)

    def blame(self, lag: Span, collections: Iterable[Span]) -> None:
        """Count a lag as the collector's where collections took most of it."""
        begin_ns, end_ns = lag
        taken_ns = sum(max(0, min(end_ns, end) - max(begin_ns, begin)) for begin, end in collections)
        lag_ns = end_ns - begin_ns
        if taken_ns * 2 > lag_ns > (self._collected_lag_ns or 0):
            self._collected_lag_ns = lag_ns

    def merge(self, other: Lags) -> None:
        """Add all that is in another one."""
        self.count += other.count
        self._histogram.add(other._histogram)
        self._longest_ns = max(self._longest_ns, other._longest_ns)
        self._collections += other._collections
        self._collection_ns = most_known((self._collection_ns, other._collection_ns))
        self._collected_lag_ns = most_known((self._collected_lag_ns, other._collected_lag_ns))

    def loop(self) -> Loop:
        """In the report's words; its refreshes are for others to fill. A quantile q is None under 10 / (1 - q)."""
        return Loop(
            lag_p50_ms=self._quantile_ms(50),
            lag_p99_ms=self._quantile_ms(99),
            lag_max_ms=self._longest_ns / NS_PER_MS if self.count else None,
            gc_count=self._collections,
            gc_longest_ms=_ms(self._collection_ns),
            gc_lag_ms=_ms(self._collected_lag_ns),
        )

    def _quantile_ms(self, percent: int) -> float | None:
        if self.count < least_count(percent):
            return None
        upper_us = int(self._histogram.get_value_at_percentile(percent)) + 1  # it is its class's last microsecond
        return min(upper_us * NS_PER_US, self._longest_ns) / NS_PER_MS


def _ms(ns: int | None) -> float | None:
    return None if ns is None else ns / NS_PER_MS
