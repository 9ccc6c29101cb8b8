"""The axis of this computer's own time: a channel of the frames that says when each was sent, on `app.clock`.

For senders on the same machine that stamp by CLOCK_BOOTTIME, the clock that counts since boot for every process
(man 2 clock_gettime). There is no offset to estimate: device time is our time, and how late rows come is seen as such
instead of being taken for a difference of clocks. What is sent is told on, for the ages of the data (`sent`).

A row cannot have been sent after it was read. A time that says so by more than AHEAD_NS is not of this clock, and a
negative one neither; such rows stand where their arrival says, as rows without a time do, and are counted in
`untimed`. A counter of 16 or 32 bits holds the low part of the time: the rest follows from arrival, as long as the row
is younger than the counter's turn. Rows that would run back are moved up like any others, but told on as they came.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from app.decoding.field_time import COUNTER_BITS, UNIT_NS, carried_on, nanoseconds
from app.decoding.options import FieldTime
from app.decoding.timing import BoolArray, Moments, Order, Stamps
from app.health.sent import SentTimes
from app.stream import Int64Array

AHEAD_NS = 10_000_000  # a sender may round its time up, to a unit as coarse as 10 ms; more is another clock


class BootAxis:
    """This computer's time, in a channel of a device's rows."""

    kind = "field"
    is_iso = False
    offset_ns: int | None = 0

    def __init__(self, options: FieldTime) -> None:
        self.field: str | None = options.field
        self.untimed = 0
        self.sent: SentTimes | None = SentTimes()
        self._unit_ns = UNIT_NS[options.unit]
        self._order = Order()
        self._last: dict[str, tuple[int, int, int]] = {}  # by table: as `carried_on` takes it

    @property
    def reordered(self) -> int:
        return self._order.reordered

    def stamp(self, table: str, moments: Moments) -> Stamps:
        arrivals = moments.arrivals()
        if not len(arrivals):
            return arrivals, ()
        device, sound = self._sent_times(moments, arrivals)
        timed = np.flatnonzero(sound)
        self.untimed += len(arrivals) - len(timed)
        times = self._times(table, device, timed, arrivals)
        return self._order.kept(table, times), ()

    def end(self) -> None:
        """The clock is ours and runs on."""

    def _sent_times(self, moments: Moments, arrivals: Int64Array) -> tuple[Int64Array, BoolArray]:
        """When each row was sent, in nanoseconds and never after it was read; and which rows say so."""
        if moments.device is None:
            return arrivals, np.zeros(len(arrivals), np.bool_)
        values = _whole(moments.device, (moments.read_ns + AHEAD_NS) // self._unit_ns)
        device, sound = nanoseconds(values, self._unit_ns)
        if moments.missing is not None:
            sound &= ~moments.missing
        if moments.repeat > 1:
            device = (device[:, None] + np.arange(moments.repeat) * moments.dt_ns).ravel()
            sound = np.repeat(sound, moments.repeat)
        sound &= (device >= 0) & (device <= arrivals + AHEAD_NS)
        return np.minimum(device, arrivals), sound

    def _times(self, table: str, device: Int64Array, timed: Int64Array, arrivals: Int64Array) -> Int64Array:
        before = self._last.get(table)
        if not len(timed):
            return arrivals if before is None else arrivals + (before[2] - before[1])
        last = int(timed[-1])
        if len(timed) == len(arrivals):
            times, read_ns = device, arrivals
        else:
            read_ns = arrivals[timed]
            times = carried_on(timed, device[timed], arrivals, before)
        assert self.sent is not None
        self.sent.add(read_ns, device if times is device else device[timed])
        self._last[table] = int(device[last]), int(arrivals[last]), int(device[last])
        return times


def _whole(values: npt.NDArray[Any], latest: Int64Array) -> npt.NDArray[Any]:
    """A counter's values with the part that it has no bits for: the newest time up to `latest`, in the same unit."""
    bits = COUNTER_BITS.get(values.dtype)
    if bits is None:
        return values
    behind = (latest - values.astype(np.int64)) & ((1 << bits) - 1)
    return latest - behind
