"""When the rows of each read were sent, as devices say that stamp by this computer's own clock.

A chunk has one sending time, that of its newest row, however many rows it brought: so rows are reduced to their reads
where they are decoded, and what travels on is a few numbers a call.
"""

from __future__ import annotations

from collections import deque

import numpy as np

from app.stream import Int64Array

MAX_CALLS = 4096  # of a decoder, between two looks; more than a second's worth of batches
SentByRead = tuple[Int64Array, Int64Array]  # read times, ascending, and of each the newest row's sending time


class SentTimes:
    """Takes rows as they are decoded; gives out reads. What nobody takes is forgotten, the oldest first."""

    def __init__(self) -> None:
        self._reads: deque[SentByRead] = deque(maxlen=MAX_CALLS)

    def add(self, read_ns: Int64Array, sent_ns: Int64Array) -> None:
        """Rows in the order of their reading: when each was read, and when it was sent."""
        if not len(read_ns):
            return
        if not read_ns.strides[0]:  # all in one read
            firsts = np.zeros(1, np.int64)
        else:
            firsts = np.concatenate(([0], np.flatnonzero(read_ns[1:] != read_ns[:-1]) + 1))
        self._reads.append((read_ns[firsts], np.maximum.reduceat(sent_ns, firsts)))

    def take(self) -> list[SentByRead]:
        """All since the last call."""
        taken = list(self._reads)
        self._reads.clear()
        return taken
