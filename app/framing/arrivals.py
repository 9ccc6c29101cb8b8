"""When the last byte of each frame was read.

A chunk was read at one time, or is a join of several reads. Nearly always a frame's last byte lies in the chunk that
was just fed, and `read_times` and `run_read_times` answer for all frames at once. A framer that can find a frame
among bytes that came earlier keeps an `Arrivals` of what waits.
"""

from __future__ import annotations

from bisect import bisect_left

import numpy as np

from app.stream import FEW, Chunk, Int64Array, Run


def one_time(read_ns: int, count: int) -> Int64Array:
    """int64[count], all `read_ns`: one item in memory, read `count` times over (its stride is 0)."""
    times: Int64Array = np.ndarray((count,), np.int64, np.array([read_ns], np.int64), 0, (0,))
    times.flags.writeable = False
    return times


def read_times(chunk: Chunk, wire_ends: Int64Array) -> Int64Array:
    """int64[n]; `wire_ends` are the ascending positions behind each frame's last byte, from the chunk's start."""
    reads = chunk.reads
    if reads is None:
        return one_time(chunk.read_ns, len(wire_ends))
    if len(wire_ends) <= FEW:
        return reads.read_ns.take(reads.ends.searchsorted(wire_ends))
    complete = np.searchsorted(wire_ends, reads.ends, side="right")
    return np.repeat(reads.read_ns, _each(complete))


def _each(complete: Int64Array) -> Int64Array:
    """How many frames each read completed, from how many were complete after it. np.diff takes five times as long."""
    counts = complete.copy()
    counts[1:] -= complete[:-1]
    return counts


def run_read_times(chunk: Chunk, run: Run, first_end: int) -> Int64Array:
    """The same for a run of frames, of which the first ends at `first_end`; its cost is one of reads, not frames."""
    reads = chunk.reads
    if reads is None:
        return one_time(chunk.read_ns, run.count)
    complete = np.clip((reads.ends - first_end) // run.stride + 1, 0, run.count)
    return np.repeat(reads.read_ns, _each(complete))


class Arrivals:
    """The reads of the newest bytes of one connection, by position in its stream.

    Forgetting is amortised: what is forgotten stays in the lists until it is more than half of them.
    """

    def __init__(self) -> None:
        self._ends: list[int] = []
        self._times: list[int] = []
        self._first = 0
        self._stop = 0

    def add(self, chunk: Chunk) -> None:
        """The chunk's bytes follow those before."""
        reads = chunk.reads
        if reads is None:
            self._ends.append(self._stop + len(chunk.data))
            self._times.append(chunk.read_ns)
        else:
            self._ends.extend((reads.ends + self._stop).tolist())
            self._times.extend(reads.read_ns.tolist())
        self._stop += len(chunk.data)

    def times(self, wire_ends: Int64Array) -> Int64Array:
        """int64[n] for frames that end at these positions of the stream."""
        if self._first == len(self._ends) - 1:
            return one_time(self._times[-1], len(wire_ends))
        found = np.searchsorted(np.array(self._ends[self._first :], np.int64), wire_ends)
        times: Int64Array = np.array(self._times[self._first :], np.int64)[found]
        return times

    def forget(self, position: int) -> None:
        """Bytes before `position` are dealt with."""
        self._first = bisect_left(self._ends, position + 1, self._first)
        if 2 * self._first > len(self._ends):
            del self._ends[: self._first], self._times[: self._first]
            self._first = 0
