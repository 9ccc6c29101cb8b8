"""Where one connection's frames come from: its source, or what a fault puts before it or in its place."""

from __future__ import annotations

from collections import deque

from app.simulator.faults.contract import Fault
from app.simulator.source import Source
from app.simulator.tape import Segment


class Feed:
    def __init__(self, source: Source) -> None:
        self._source = self._steady = source
        self._inserted: deque[Segment] = deque()

    @property
    def skipped(self) -> int:
        return self._steady.skipped

    @property
    def exhausted(self) -> bool:
        return not self._inserted and self._source.exhausted

    @property
    def inserting(self) -> bool:
        """What was inserted has not been taken yet."""
        return bool(self._inserted)

    def take(self, now_ns: int, fault: Fault | None = None) -> Segment | None:
        """What was inserted, or the next frames of the source, as the fault makes them; None when none is due."""
        if self._inserted:
            return self._inserted.popleft()
        segment = self._source.take(now_ns)
        return fault.change(segment) if segment is not None and fault is not None and fault.changes else segment

    def wake_ns(self) -> int | None:
        return 0 if self._inserted else self._source.wake_ns()

    def insert(self, segment: Segment) -> None:
        """Goes out before the next frame."""
        self._inserted.append(segment)

    def flood(self, source: Source) -> None:
        """Frames come from there, until `calm`."""
        self._source = source

    def calm(self, now_ns: int) -> None:
        """They come from where they did; what fell due there meanwhile is not wanted."""
        self._source = self._steady
        self._source.rejoin(now_ns)

    def gather(self) -> None:
        """Nothing that falls due is skipped, until `release`."""
        self._steady.gather()

    def release(self, now_ns: int) -> None:
        self._steady.release(now_ns)

    def close(self, now_ns: int) -> None:
        """Nothing more will be taken, but perhaps one frame: counts as skipped what is late by now."""
        self._inserted.clear()
        self._source.overwrite(now_ns)
