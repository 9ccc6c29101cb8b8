"""How old the data is: spans between two times of a chunk's way, gathered in histograms.

    sent -> readable -> read -> received -> stored -> painted
         1           2       3           4         5            the five hops, each with what to do about it

One observation is one chunk. When its bytes became readable is known as an interval alone, from the moment when the
kernel's queue was last seen empty to the read; spans that begin there count from its start, so they are upper bounds:
a busy thread shows in full, and an idle one by no more than the heartbeat that looks at the queue. `sent_readable`
ends there too, but never before the bytes were sent: it is a lower bound.

A histogram (HdrHistogram, https://hdrhistogram.github.io/HdrHistogram/) keeps quantiles of any length of run in a few
kilobytes, to DIGITS figures; count, mean and the longest are exact. A quantile q is shown with 10 / (1 - q)
observations or more, so that ten of them lie beyond it. Observations are counted by class with numpy and recorded a
class at a time when someone asks: a call a chunk would be the disturbance that it measures.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from hdrh.histogram import HdrHistogram

from app.health.stamps import UNKNOWN, Int64Array, Stamps

NS_PER_MS = 1_000_000
NS_PER_US = 1_000
DIGITS = 2  # classes are at most 0.8 % wide; a histogram then has 26 KB, and its quantiles take no time to find
CLASS_BITS = 8  # leading bits that make a value's class: 2^8 is the first power of 2 above 2 x 10^DIGITS
LONGEST_US = 3_600_000_000  # an hour; what is older counts as that old, but for mean and longest
CLASSES = HdrHistogram(1, LONGEST_US, DIGITS).counts_len
PERCENTS = (50, 90, 95, 99)
ENOUGH = 10  # observations beyond a quantile
_NO_COUNTS = np.zeros(CLASSES, np.int64)


class Measure(StrEnum):
    """What is measured of a chunk, from one time of its way to another."""

    SENT_READABLE = "sent_readable"  # where the sender stamps by this computer's clock
    READABLE_READ = "readable_read"
    READ_RECEIVED = "read_received"
    RECEIVED_STORED = "received_stored"
    STORED_PAINTED = "stored_painted"
    READABLE_RECEIVED = "readable_received"
    READABLE_PAINTED = "readable_painted"
    SENT_PAINTED = "sent_painted"


HOPS = tuple(Measure)[:5]

ADVICE: dict[Measure, tuple[str, str]] = {
    Measure.SENT_READABLE: (
        "Sent to readable",
        "The way here: the sender's buffering (set TCP_NODELAY there, or flush after each message), the network, and a "
        "sender that waits for room in our window. A lower bound; where the sender stamps by this computer's clock.",
    ),
    Measure.READABLE_READ: (
        "Readable to read",
        "The thread that reads this socket was busy. Move the socket to a thread of its own, or shorten what the "
        "window does. An upper bound: it counts from when the queue was last seen empty.",
    ),
    Measure.READ_RECEIVED: (
        "Read to received",
        "From the thread that read it to the window's. Long: the window was busy, and a thread for the socket cannot "
        "mend that; shorten what the window does. Nearly 0 while the window's thread reads.",
    ),
    Measure.RECEIVED_STORED: (
        "Received to stored",
        "It waits for the next refresh and is then cut and decoded with all that came. Raise refresh_hz to wait less. "
        "Longer than a refresh: decoding is slow; choose a binary encoding, fewer channels, or fewer samples a second.",
    ),
    Measure.STORED_PAINTED: (
        "Stored to painted",
        "Drawing. Show fewer plots or curves, make the window smaller, or let fewer devices send at full rate. What "
        "the compositor and the screen add is not known.",
    ),
}

# Where each measure begins and ends.
_ENDS = {
    Measure.READABLE_READ: ("known_empty_ns", "read_ns"),
    Measure.READ_RECEIVED: ("read_ns", "received_ns"),
    Measure.RECEIVED_STORED: ("received_ns", "stored_ns"),
    Measure.STORED_PAINTED: ("stored_ns", "painted_ns"),
    Measure.READABLE_RECEIVED: ("known_empty_ns", "received_ns"),
    Measure.READABLE_PAINTED: ("known_empty_ns", "painted_ns"),
    Measure.SENT_PAINTED: ("sent_ns", "painted_ns"),
}


@dataclass(frozen=True, slots=True)
class Summary:
    """A measure over many chunks. A quantile is None under 10 / (1 - q) observations, the rest where there are none."""

    count: int
    mean_ms: float | None = None
    p50_ms: float | None = None
    p90_ms: float | None = None
    p95_ms: float | None = None
    p99_ms: float | None = None
    max_ms: float | None = None


@dataclass(frozen=True, slots=True)
class Distribution:
    """A summary, and the histogram behind it: (upper edge of the class in ms, count), ascending."""

    count: int
    mean_ms: float | None
    p50_ms: float | None
    p90_ms: float | None
    p95_ms: float | None
    p99_ms: float | None
    max_ms: float | None
    histogram: tuple[tuple[float, int], ...]


def spans(stamps: Stamps, measure: Measure | str) -> Int64Array:
    """int64[<= n] in ns: the measure of each chunk of which both ends are known."""
    measure = Measure(measure)
    if measure is Measure.SENT_READABLE:
        sent = stamps.sent_ns[stamps.sent_ns != UNKNOWN]
        empty = stamps.known_empty_ns[stamps.sent_ns != UNKNOWN]
        behind: Int64Array = np.maximum(empty, sent) - sent
        return behind
    begins, ends = (getattr(stamps, name) for name in _ENDS[measure])
    known = (begins != UNKNOWN) & (ends != UNKNOWN)
    found: Int64Array = ends[known] - begins[known]
    return found


def least_count(percent: int) -> int:
    """Observations without which a quantile is not shown."""
    return ENOUGH * 100 // (100 - percent)


class Ages:
    """Every measure of one device's chunks."""

    def __init__(self) -> None:
        self._gathered = {measure: _Gathered() for measure in Measure}

    def add(self, stamps: Stamps) -> None:
        for measure, gathered in self._gathered.items():
            gathered.add(spans(stamps, measure))

    def summary(self, measure: Measure | str) -> Summary:
        return self._gathered[Measure(measure)].summary()

    def mean_ms(self, measure: Measure | str) -> float | None:
        """Alone, without the histogram: for whoever asks every second, since recording takes milliseconds."""
        return self._gathered[Measure(measure)].mean_ms

    def distribution(self, measure: Measure | str) -> Distribution:
        gathered = self._gathered[Measure(measure)]
        s = gathered.summary()
        return Distribution(
            s.count, s.mean_ms, s.p50_ms, s.p90_ms, s.p95_ms, s.p99_ms, s.max_ms, gathered.classes()
        )  # fmt: skip


class _Gathered:
    """One measure. Observations wait as counts by class, and go to the histogram when someone asks."""

    def __init__(self) -> None:
        self._histogram: HdrHistogram | None = None
        self._waiting = _NO_COUNTS
        self._count = self._sum_ns = self._longest_ns = 0
        self._summary: Summary | None = None

    def add(self, spans_ns: Int64Array) -> None:
        if not len(spans_ns):
            return
        self._summary = None
        self._count += len(spans_ns)
        self._sum_ns += int(spans_ns.sum())
        self._longest_ns = max(self._longest_ns, int(spans_ns.max()))
        self._waiting = self._waiting + np.bincount(_class_of(spans_ns // NS_PER_US), minlength=CLASSES)

    @property
    def mean_ms(self) -> float | None:
        return self._sum_ns / self._count / NS_PER_MS if self._count else None

    def _recorded(self) -> HdrHistogram:
        """The histogram with all that waited in it."""
        if self._histogram is None:
            self._histogram = HdrHistogram(1, LONGEST_US, DIGITS)
        for place in np.flatnonzero(self._waiting).tolist():
            self._histogram.record_value(self._histogram.get_value_from_index(place), int(self._waiting[place]))
        self._waiting = _NO_COUNTS
        return self._histogram

    def summary(self) -> Summary:
        if self._summary is None:
            self._summary = self._summed_up() if self._count else Summary(0)
        return self._summary

    def _summed_up(self) -> Summary:
        longest = self._longest_ns / NS_PER_MS
        wanted = [percent for percent in PERCENTS if self._count >= least_count(percent)]
        found = self._recorded().get_percentile_to_value_dict(wanted)
        at = {percent: min(_upper_ms(value), longest) for percent, value in found.items()}
        return Summary(self._count, self.mean_ms, at.get(50), at.get(90), at.get(95), at.get(99), longest)

    def classes(self) -> tuple[tuple[float, int], ...]:
        histogram = self._recorded()
        counts = np.array(histogram.counts, np.int64)
        values = [histogram.get_value_from_index(place) for place in np.flatnonzero(counts).tolist()]
        edges = [_upper_ms(histogram.get_highest_equivalent_value(value)) for value in values]
        return tuple(zip(edges, counts[counts > 0].tolist(), strict=True))


def _class_of(spans_us: Int64Array) -> Int64Array:
    """The place of each span's class among the histogram's counts: its leading bits, and how many follow them."""
    bounded = np.clip(spans_us, 0, LONGEST_US)
    bits = np.frexp(bounded.astype(np.float64))[1]
    following = np.maximum(bits - CLASS_BITS, 0)
    places: Int64Array = (following << (CLASS_BITS - 1)) + (bounded >> following)
    return places


def _upper_ms(value_us: int) -> float:
    """The upper edge of a class whose last microsecond this is."""
    return (value_us + 1) * NS_PER_US / NS_PER_MS
