"""The axis of a nominal rate: samples are counted, and the count is tied to arrival.

The n-th sample happened at n / rate on the device's own count, which `placement` ties to our clock like any device's
time: so a rate that is a little off is followed (up to RATE_LIMIT), jitter is smoothed away, and samples that come in
bursts stand where they belong.

What counting cannot know is how many samples there were while nothing came. After more than PAUSE_NS (and PAUSE_ROWS
rows) without any, there are two cases, told apart by what comes next. If at once a good part of the missing
samples comes, they had been held up on the way: counting goes on. Else the device had paused, or they are lost: the
count is tied anew, behind a Break. The same after a connection has ended.
"""

from __future__ import annotations

import numpy as np

from app.decoding.options import LEAST_RATE_HZ, MOST_RATE_HZ, Rate
from app.decoding.placement import Placement
from app.decoding.timing import Moments, Order, Stamps
from app.health.sent import SentTimes
from app.sentence import sentence
from app.stream import Break, Int64Array

RATE_LIMIT = 0.5  # followed from half the nominal rate to twice; beyond that the session's rate is a slip
PAUSE_NS = 10**9  # below this it is jitter, whatever the rate
PAUSE_ROWS = 5
AT_ONCE_NS = 10**8
HELD_UP = 0.25  # of the missing samples come at once: they were waiting somewhere
FARTHEST_NS = 2.0**61  # that a count can reach, 73 years; a flood at a rate that says "a row a day" would go beyond
MAX_PAUSES = 16  # in one call; more of them are no stream with a rate


class _Count:
    """One table's samples."""

    def __init__(self, period_ns: float) -> None:
        self.period_ns = period_ns
        self.placement = Placement(RATE_LIMIT)
        self.rows = 0
        self.last_read: int | None = None

    def place(self, arrivals: Int64Array) -> Int64Array:
        numbers = np.arange(self.rows, self.rows + len(arrivals), dtype=np.float64)
        self.rows += len(arrivals)
        self.last_read = int(arrivals[-1])
        device = np.minimum(numbers * self.period_ns, FARTHEST_NS)
        return self.placement.place(device.astype(np.int64), arrivals)

    def restart(self) -> None:
        self.placement.reset()
        self.rows, self.last_read = 0, None


class RateAxis:
    """A nominal rate, disciplined to arrival."""

    kind = "rate"
    field: str | None = None
    is_iso = False
    untimed = 0
    sent: SentTimes | None = None
    offset_ns: int | None = None  # a count has no clock that could be off

    def __init__(self, options: Rate) -> None:
        self._period_ns = 1e9 / min(max(options.rate_hz, LEAST_RATE_HZ), MOST_RATE_HZ)
        self._order = Order()
        self._counts: dict[str, _Count] = {}

    @property
    def reordered(self) -> int:
        return self._order.reordered

    def stamp(self, table: str, moments: Moments) -> Stamps:
        arrivals = moments.arrivals()
        if not len(arrivals):
            return arrivals, ()
        count = self._counts.get(table)
        if count is None:
            count = self._counts[table] = _Count(self._period_ns * moments.per_row)
        times, breaks = _counted(count, arrivals)
        return self._order.kept(table, times), breaks

    def end(self) -> None:
        for count in self._counts.values():
            count.restart()


def _counted(count: _Count, arrivals: Int64Array) -> Stamps:
    pauses = _pauses(count, arrivals)
    if not pauses:
        return count.place(arrivals), ()
    pieces, breaks, start = [], [], 0
    for row, silence_ns in pauses:
        if row > start:
            pieces.append(count.place(arrivals[start:row]))
        count.restart()
        breaks.append(Break(row, sentence("pause of {seconds} s", seconds=f"{silence_ns / 1e9:.1f}")))
        start = row
    pieces.append(count.place(arrivals[start:]))
    return np.concatenate(pieces), tuple(breaks)


def _pauses(count: _Count, arrivals: Int64Array) -> list[tuple[int, int]]:
    """(row, nanoseconds of silence before it) where counting cannot go on."""
    before = arrivals[0] if count.last_read is None else count.last_read
    silences = np.diff(arrivals, prepend=before)
    limit = max(PAUSE_NS, int(PAUSE_ROWS * count.period_ns))
    found = np.flatnonzero(silences > limit)[:MAX_PAUSES].tolist()
    return [
        (row, int(silences[row]))
        for row in found
        if not _were_held_up(arrivals[row:], count.period_ns, int(silences[row]))
    ]


def _were_held_up(arrivals: Int64Array, period_ns: float, silence_ns: int) -> bool:
    """Whether samples came at once that must have been made during the silence before them."""
    rows = int(np.searchsorted(arrivals, arrivals[0] + AT_ONCE_NS, side="right"))
    return (rows - 1) * period_ns - AT_ONCE_NS >= HELD_UP * silence_ns
