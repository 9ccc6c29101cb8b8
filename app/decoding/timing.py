"""When rows happened, as well as can be known: the time axes' contract, and the axis of arrival.

An axis turns what is known of some rows (when their frames were read, what the device says) into times on
`app.clock`. Whatever it does, the times of a table never run back, within a call and over all calls: a time that
would is moved up to the one before it, and counted in `reordered`. No row is lost to its time.

The axis of arrival: a row is as old as the read that brought it. Where a frame is a block of samples `dt` apart, the
samples of one read are taken as one row of them, whose last one happened at the read. Where that would reach back
behind the table's last row (blocks come a little early or late), they are spread evenly from there to the read. So
the times are never in the future, keep no error from one read to the next, and none has to be moved.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from app.decoding.options import Arrival
from app.health.sent import SentTimes
from app.stream import Break, Int64Array, is_ascending

BoolArray = npt.NDArray[np.bool_]
Stamps = tuple[Int64Array, tuple[Break, ...]]


@dataclass(frozen=True, slots=True)
class Moments:
    """What is known of the time of `len(read_ns)` frames, of which each makes `repeat` rows.

    read_ns   when each frame was read
    device    what each frame's time field says, None where there is none
    missing   where `device` has no value; None where all are there
    dt_ns     from one row of a frame to the next, 0 where that is not known
    per_row   samples of the nominal rate that a row stands for
    """

    read_ns: Int64Array
    device: npt.NDArray[Any] | None = None
    missing: BoolArray | None = None
    repeat: int = 1
    dt_ns: int = 0
    per_row: float = 1.0

    def arrivals(self) -> Int64Array:
        """When each row was read."""
        return self.read_ns if self.repeat == 1 else np.repeat(self.read_ns, self.repeat)


class TimeAxis(Protocol):
    """Makes the times of a device's rows.

    kind       "arrival", "rate" or "field", for the window
    field      the channel that holds the device's time, None where the axis needs none
    is_iso     whether that channel is ISO 8601 text
    reordered  rows whose time was moved up, so that it does not run back
    untimed    rows without a time of the device's, which stand where their arrival says; 0 but for "field"
    sent       when rows were sent, where the device stamps by this computer's clock; else None
    """

    kind: str
    field: str | None
    is_iso: bool
    untimed: int
    sent: SentTimes | None

    @property
    def reordered(self) -> int: ...

    @property
    def offset_ns(self) -> int | None:
        """What is added to the device's time to get ours, as it is now; None before that is known."""

    def stamp(self, table: str, moments: Moments) -> Stamps:
        """The time of each row of `table`, and the places where time does not run on."""

    def end(self) -> None:
        """The connection has ended."""


class Order:
    """Sees to it that the times of no table run back."""

    def __init__(self) -> None:
        self.reordered = 0
        self._last: dict[str, int] = {}

    def last(self, table: str) -> int | None:
        """The time of a table's last row."""
        return self._last.get(table)

    def kept(self, table: str, times: Int64Array) -> Int64Array:
        if not len(times):
            return times
        last = self._last.get(table)
        if (last is not None and times[0] < last) or not is_ascending(times):
            times = self._mended(times, last)
        self._last[table] = int(times[-1])
        return times

    def _mended(self, times: Int64Array, last: int | None) -> Int64Array:
        mended = np.maximum.accumulate(times)
        if last is not None:
            np.maximum(mended, last, out=mended)
        self.reordered += int(np.count_nonzero(mended != times))
        return mended


class ArrivalAxis:
    """Rows are as old as the read that brought them."""

    kind = "arrival"
    field: str | None = None
    is_iso = False
    untimed = 0
    sent: SentTimes | None = None
    offset_ns: int | None = None

    def __init__(self, options: Arrival) -> None:
        self._order = Order()

    @property
    def reordered(self) -> int:
        return self._order.reordered

    def stamp(self, table: str, moments: Moments) -> Stamps:
        if moments.repeat > 1 and moments.dt_ns and len(moments.read_ns):
            times = _spaced(moments, self._order.last(table))
        else:
            times = moments.arrivals()
        return self._order.kept(table, times), ()

    def end(self) -> None:
        """What was read before has its time; nothing is to be learned again."""


def _spaced(moments: Moments, last: int | None) -> Int64Array:
    """Times of samples `dt` apart, of which the last of each read happened at the read."""
    reads = moments.read_ns
    stops = [*(np.flatnonzero(reads[1:] != reads[:-1]) + 1).tolist(), len(reads)]
    pieces, start = [], 0
    for stop in stops:
        read, count = int(reads[start]), (stop - start) * moments.repeat
        pieces.append(_spaced_to(read, count, moments.dt_ns, last))
        last, start = read, stop
    return pieces[0] if len(pieces) == 1 else np.concatenate(pieces)


def _spaced_to(read: int, count: int, dt_ns: int, last: int | None) -> Int64Array:
    back = np.arange(count - 1, -1, -1, dtype=np.int64)
    if last is not None and last < read and (read - last) // count < dt_ns:
        return read - (back * ((read - last) / count)).astype(np.int64)
    return read - back * dt_ns
