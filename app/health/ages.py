"""How old the data is: spans between two times of a chunk's way, gathered in histograms.

    sent -> readable -> read -> received -> stored -> painted
         1           2       3           4         5            the five hops, each with what to do about it

One observation is one chunk, weighted by its bytes: ages are those of the data. A reader that stood still for 100 ms
takes all that came meanwhile in one chunk; counted as one of a few hundred it would hide below p99 that a fifth of the
data had waited.

When a chunk's bytes became readable is known as an interval alone, from the last look at the kernel's queue before any
of them had come to the read; spans that begin there count from its start, so they are upper bounds: a busy thread shows
in full, and an idle one by no more than the heartbeat that looks at the queue. The mean alone counts from the middle of
the interval, where the bytes lie on the average: else a mode that reads seldom would have a later mean than one that
reads often and paints the same bytes at the same time. `sent_readable` ends at the interval's start too, but never
before the bytes were sent: it is a lower bound.

A histogram (HdrHistogram, https://hdrhistogram.github.io/HdrHistogram/) keeps quantiles of any length of run in a few
kilobytes, to DIGITS figures; count, mean and longest are exact. A quantile q is shown with 10 / (1 - q)
observations or more, so that ten of them lie beyond it. Observations are counted by class with numpy and recorded a
class at a time when someone asks: a call a chunk would be the disturbance that it measures.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum

import numpy as np
from hdrh.histogram import HdrHistogram

from app.health.stamps import UNKNOWN, Int64Array, Stamps
from app.sentence import sentence

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
        sentence("Sent to readable"),
        sentence(
            "The way here: the sender's buffering (set TCP_NODELAY there, or flush after each message), the network, "
            "and a sender that waits for room in our window. A lower bound; where the sender stamps by this computer's "
            "clock."
        ),
    ),
    Measure.READABLE_READ: (
        sentence("Readable to read"),
        sentence(
            "The thread that reads this socket was busy. Move the socket to a thread of its own, or shorten what the "
            "window does. An upper bound: it counts from the last look before any of it had come."
        ),
    ),
    Measure.READ_RECEIVED: (
        sentence("Read to received"),
        sentence(
            "From the thread that read it to the window's. Long: the window was busy, and a thread for the socket "
            "cannot mend that; shorten what the window does. Nearly 0 while the window's thread reads."
        ),
    ),
    Measure.RECEIVED_STORED: (
        sentence("Received to stored"),
        sentence(
            "It waits for the next refresh and is then cut and decoded with all that came. Raise refresh_hz to wait "
            "less. Longer than a refresh: decoding is slow; choose a binary encoding, fewer channels, or fewer samples "
            "a second."
        ),
    ),
    Measure.STORED_PAINTED: (
        sentence("Stored to painted"),
        sentence(
            "Drawing. Show fewer plots or curves, make the window smaller, or let fewer devices send at full rate. "
            "What the compositor and the screen add is not known."
        ),
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
    """A measure over `count` chunks, weighted by their bytes. A quantile is None under 10 / (1 - q) observations, the
    rest where there are none."""

    count: int
    mean_ms: float | None = None
    p50_ms: float | None = None
    p90_ms: float | None = None
    p95_ms: float | None = None
    p99_ms: float | None = None
    max_ms: float | None = None


@dataclass(frozen=True, slots=True)
class Distribution(Summary):
    """A summary, and the histogram behind it: (upper edge of the class in ms, bytes), ascending."""

    histogram: tuple[tuple[float, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Observed:
    """A measure of each chunk of which both ends are known, int64[n]: the span in ns, how much of it is doubt (the
    interval in which the bytes became readable, where the span begins with it), and the chunk's bytes."""

    spans_ns: Int64Array
    doubts_ns: Int64Array
    weights: Int64Array

    @property
    def sum_ns(self) -> float:
        """Of ns times bytes, from the middle of each doubt: what a mean is made of."""
        return float(((self.spans_ns - 0.5 * self.doubts_ns) * self.weights).sum())


def observed(stamps: Stamps, measure: Measure | str) -> Observed:
    measure = Measure(measure)
    if measure is Measure.SENT_READABLE:
        known = stamps.sent_ns != UNKNOWN
        sent = stamps.sent_ns[known]
        spans_ns: Int64Array = np.maximum(stamps.known_empty_ns[known], sent) - sent
        return Observed(spans_ns, np.zeros_like(sent), _weights(stamps.sizes[known]))
    first, last = _ENDS[measure]
    begins, ends = getattr(stamps, first), getattr(stamps, last)
    known = (begins != UNKNOWN) & (ends != UNKNOWN)
    from_readable = first == "known_empty_ns"
    doubts = stamps.read_ns[known] - begins[known] if from_readable else np.zeros(int(known.sum()), np.int64)
    return Observed(ends[known] - begins[known], doubts, _weights(stamps.sizes[known]))


def _weights(sizes: Int64Array) -> Int64Array:
    """Where the size is not to be had all count alike."""
    weights: Int64Array = np.maximum(sizes, 1)
    return weights


def spans(stamps: Stamps, measure: Measure | str) -> Int64Array:
    """int64[<= n] in ns: the measure of each chunk of which both ends are known."""
    return observed(stamps, measure).spans_ns


def least_count(percent: int) -> int:
    """Observations without which a quantile is not shown."""
    return ENOUGH * 100 // (100 - percent)


class Ages:
    """Every measure of one device's chunks."""

    def __init__(self) -> None:
        self._gathered = {measure: _Gathered() for measure in Measure}

    def add(self, stamps: Stamps) -> None:
        for measure, gathered in self._gathered.items():
            gathered.add(observed(stamps, measure))

    def summary(self, measure: Measure | str) -> Summary:
        return self._gathered[Measure(measure)].summary()

    def mean_ms(self, measure: Measure | str) -> float | None:
        """Alone, without the histogram: for whoever asks every second, since recording takes milliseconds."""
        return self._gathered[Measure(measure)].mean_ms

    def distribution(self, measure: Measure | str) -> Distribution:
        gathered = self._gathered[Measure(measure)]
        return Distribution(**asdict(gathered.summary()), histogram=gathered.classes())


class _Gathered:
    """One measure. Observations wait as bytes by class, and go to the histogram when someone asks."""

    def __init__(self) -> None:
        self._histogram: HdrHistogram | None = None
        self._waiting = _NO_COUNTS
        self._count = self._bytes = self._longest_ns = 0
        self._sum = 0.0  # of ns times bytes
        self._summary: Summary | None = None

    def add(self, seen: Observed) -> None:
        if not len(seen.spans_ns):
            return
        self._summary = None
        self._count += len(seen.spans_ns)
        self._bytes += int(seen.weights.sum())
        self._sum += seen.sum_ns
        self._longest_ns = max(self._longest_ns, int(seen.spans_ns.max()))
        classes = _class_of(seen.spans_ns // NS_PER_US)
        self._waiting = self._waiting + np.bincount(classes, seen.weights, CLASSES).astype(np.int64)

    @property
    def mean_ms(self) -> float | None:
        return self._sum / self._bytes / NS_PER_MS if self._bytes else None

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
