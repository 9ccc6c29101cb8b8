"""Which frames one connection gets next. Pure: the clock is passed in.

A paced source follows the device's timetable. Its reader is late when frames are due that have not
been handed over. A real device keeps such frames in a FIFO and overwrites the oldest when it is full;
so does this one, and counts what it skipped. Nothing is stored for that: the FIFO is the distance
between two frame numbers, and the frames are rendered when there is room for them. With a count the
source waits for its reader instead, for ever, since each of its frames is to arrive.

A flat-out source always has a frame. Its stamps are true: the frames of one rendering are spread over
the milliseconds before it, as far as those come after the rendering before. Above a million frames a
second neighbours share a microsecond, as they would with a real clock of that resolution.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

import numpy as np

from app.simulator.clock import NS
from app.simulator.devices.contract import Device
from app.simulator.schedule import Schedule
from app.simulator.tape import Segment

BATCH_BYTES = 256 << 10  # of one rendering: large enough for full speed, small enough to stay in the cache
AHEAD_NS = NS // 10  # rendering 100 ms at once makes the numpy calls of small frames disappear
SPREAD_NS = NS // 200  # how far before its rendering a flat-out frame may claim to have been made
FIFO_NS = NS  # a second of frames: an ordinary instrument's buffer, and more than a busy reader's pauses


def batch_frames(device: Device) -> int:
    return max(1, BATCH_BYTES // device.frame_bytes)


class SharedStream:
    """The paced frames of one device, rendered once for all its readers, and a little ahead of time."""

    def __init__(self, device: Device, schedule: Schedule) -> None:
        self.schedule = schedule
        self._device = device
        self._most = batch_frames(device)
        self._ahead = min(self._most, schedule.frames_in(AHEAD_NS))
        self._first = 0
        self._revision = device.revision
        self._rendered: Segment | None = None

    def take(self, first: int, count: int) -> Segment:
        """Frame `first` and at most `count` in all; at least one."""
        count = min(count, self._most)
        rendered = self._rendered
        if rendered is None or self._revision != self._device.revision or not 0 <= first - self._first < len(rendered):
            rendered = self._render(first, max(count, self._ahead))
        begin = first - self._first
        return rendered.slice(begin, min(begin + count, len(rendered)))

    def _render(self, first: int, count: int) -> Segment:
        self._rendered = replace(self._device.render(first, self.schedule.stamps_ns(first, count)), first=first)
        self._first, self._revision = first, self._device.revision
        return self._rendered


class Source(Protocol):
    """Where a connection takes its frames from."""

    skipped: int

    @property
    def exhausted(self) -> bool:
        """The counted frames have all been taken."""

    def take(self, now_ns: int) -> Segment | None:
        """The next frames, None when none is due."""

    def overwrite(self, now_ns: int) -> None:
        """Counts as skipped what the device's FIFO has lost by now; `take` does so by itself."""

    def wake_ns(self) -> int | None:
        """When the next frame is due; None when there will be none."""

    def gather(self) -> None:
        """Keeps every frame that falls due, however many, until `release`."""

    def release(self, now_ns: int) -> None:
        """Keeps what has been gathered until it is taken, and from then on a FIFO's worth again."""

    def rejoin(self, now_ns: int) -> None:
        """Goes on with the next frame that falls due; those before it are not wanted."""


class PacedSource:
    """The frames that fall due from now on; the first `count` of them where a count is given."""

    def __init__(self, stream: SharedStream, now_ns: int, count: int | None) -> None:
        self.skipped = 0
        self._stream = stream
        self._schedule = stream.schedule
        self._next = self._schedule.next_after(now_ns)
        self._stop = None if count is None else self._next + count
        self._fifo = self._schedule.frames_in(FIFO_NS)
        self._gathers = False
        self._gathered = self._next  # up to this frame nothing is skipped

    @property
    def exhausted(self) -> bool:
        return self._next == self._stop

    def take(self, now_ns: int) -> Segment | None:
        self.overwrite(now_ns)
        due = self._schedule.waiting(self._next, now_ns)
        if self._stop is not None:
            due = min(due, self._stop - self._next)
        if not due:
            return None
        segment = self._stream.take(self._next, due)
        self._next += len(segment)
        return segment

    def overwrite(self, now_ns: int) -> None:
        if self._gathers or self._next < self._gathered or self._stop is not None:
            return
        lost = self._schedule.waiting(self._next, now_ns) - self._fifo
        if lost > 0:
            self.skipped += lost
            self._next += lost

    def wake_ns(self) -> int | None:
        return None if self.exhausted else self._schedule.due_ns(self._next)

    def gather(self) -> None:
        self._gathers = True

    def release(self, now_ns: int) -> None:
        self._gathers = False
        self._gathered = self._schedule.next_after(now_ns)

    def rejoin(self, now_ns: int) -> None:
        self._next = self._schedule.next_after(now_ns)


class FlatOutSource:
    """Frames as fast as they are taken; `count` of them where a count is given."""

    def __init__(self, device: Device, now_ns: int, count: int | None) -> None:
        self.skipped = 0
        self._device = device
        self._batch = batch_frames(device)
        self._next = 0
        self._stop = count
        self._stamped_ns = now_ns

    @property
    def exhausted(self) -> bool:
        return self._next == self._stop

    def take(self, now_ns: int) -> Segment | None:
        count = self._batch if self._stop is None else min(self._batch, self._stop - self._next)
        if not count:
            return None
        span = min(now_ns - self._stamped_ns, SPREAD_NS)
        stamps = now_ns - span + span * np.arange(1, count + 1, dtype=np.int64) // count
        segment = replace(self._device.render(self._next, stamps), first=self._next)
        self._stamped_ns = int(stamps[len(segment) - 1])
        self._next += len(segment)
        return segment

    def overwrite(self, now_ns: int) -> None:
        """Nothing is made before it can be sent."""

    def wake_ns(self) -> int | None:
        return None if self.exhausted else self._stamped_ns

    def gather(self) -> None:
        """It has a frame whenever it is asked."""

    def release(self, now_ns: int) -> None:
        pass

    def rejoin(self, now_ns: int) -> None:
        pass
