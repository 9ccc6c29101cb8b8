"""Where a table has no data, and why: rows of the table with a cause, not state of a window."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter

from app.sentence import sentence
from app.store.views import Gap
from app.stream import Batch

MAX_GAPS = 10_000  # one a second for nearly three hours; a link worse than that has told its story
DROPPED_AT_ONCE = 1_000  # forgetting the oldest one by one would move the list each time


class Gaps:
    """Closed gaps in order of time, and at most one that lasts.

    A second cause for a gap that lasts does not begin another one, since no row lies between: the first and
    the latest cause are named ("silent, then closed by the device").
    """

    def __init__(self) -> None:
        self._closed: list[Gap] = []
        self._since: int | None = None
        self._first_cause = ""
        self._latest_cause = ""

    def open(self, cause: str, since_ns: int) -> None:
        """A gap begins at `since_ns`, or goes on for one more reason."""
        if self._since is None:
            self._since, self._first_cause = since_ns, cause
        self._latest_cause = cause

    def close(self, end_ns: int) -> None:
        """The first row after the gap that lasts, if one does."""
        if self._since is not None:
            self._add(Gap(self._since, end_ns, self._cause))
            self._since = None

    def note(self, batch: Batch, last_ns: int | None) -> None:
        """The gaps in a batch of rows, and the one before it; `last_ns`: the newest row's so far."""
        first_ns = int(batch.times[0])
        for row, cause in ((b.row, b.cause) for b in batch.breaks):
            if row:
                self.close(first_ns)  # else the break is one more cause for the gap that lasts
            before = int(batch.times[row - 1]) if row else last_ns
            if before is not None:
                self.open(cause, before)
                self.close(int(batch.times[row]))
        self.close(first_ns)

    def _add(self, gap: Gap) -> None:
        self._closed.append(gap)
        if len(self._closed) > MAX_GAPS:
            del self._closed[:DROPPED_AT_ONCE]

    @property
    def _cause(self) -> str:
        if self._latest_cause == self._first_cause:
            return self._first_cause
        return sentence("{first}, then {latest}", first=self._first_cause, latest=self._latest_cause)

    def forget_before(self, first_ns: int) -> None:
        """Drop what ended before the oldest row. A gap that ends with that row stays: it says what is missing."""
        if self._closed and (self._closed[0].end_ns or 0) < first_ns:
            del self._closed[: bisect_left(self._closed, first_ns, key=attrgetter("end_ns"))]

    def clear(self) -> None:
        self._closed.clear()
        self._since = None

    def between(self, start_ns: int, end_ns: int) -> list[Gap]:
        """Those that touch [start, end], oldest first."""
        first = bisect_left(self._closed, start_ns, key=attrgetter("end_ns"))
        last = bisect_right(self._closed, end_ns, key=attrgetter("start_ns"))
        found = self._closed[first:last]
        if self._since is not None and self._since <= end_ns:
            found.append(Gap(self._since, None, self._cause))
        return found
