"""Frames of one size, one behind the other.

The cheapest framing there is, and the blindest: a lost byte shifts all that follows, and nothing here can notice.
"""

from __future__ import annotations

from app.framing.arrivals import run_read_times
from app.framing.options import Fixed
from app.framing.tail import Tail
from app.health.counts import FramingCounts
from app.sentence import sentence
from app.stream import Chunk, Frames, Run

TRUNCATED = sentence("truncated at EOF")


class FixedFramer:
    detects_damage = False
    violation: str | None = None

    def __init__(self, options: Fixed) -> None:
        self.counts = FramingCounts()
        self._size = options.size
        self._tail = Tail()

    @property
    def pending(self) -> int:
        return len(self._tail)

    def set_bounds(self, options: Fixed) -> None:
        """It has none."""

    def feed(self, chunk: Chunk) -> Frames:
        window = self._tail.extended(chunk.data)
        count = len(window) // self._size
        self._tail.drop(count * self._size)
        if not count:
            return Frames.none()
        self.counts.cut(count, count * self._size, 0)
        run = Run(0, self._size, self._size, count)
        before = len(window) - len(chunk.data)
        return Frames.of_run(window, run, run_read_times(chunk, run, self._size - before))

    def end(self) -> Frames:
        self.counts.discard(TRUNCATED, len(self._tail))
        self._tail.drop(len(self._tail))
        return Frames.none()
