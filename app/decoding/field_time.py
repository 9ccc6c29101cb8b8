"""The axis of the device's own time: a channel of its frames, tied to our clock by `placement`.

Time in the field is a number in a unit (integers are computed with as such: a float64 of nanoseconds since 1970 is
256 ns off) or ISO 8601 text; what its zero is does not matter, since the offset is estimated either way. A counter
of 16 or 32 bits wraps around in an hour or a month; that is no step back: the turns are counted.

The device's clock may be set, or the device start again. A step is seen as such where the field goes back by more
than STEP_NS, or goes forward by that much more than arrival does and rows would stand in the future. (Going forward
alone is no step: late rows that come in a burst do that. Nor is either in the first SETTLED_NS, when a device may be
handing out what it had stored.) From there the offset is estimated anew, behind a Break that says how far the clock
stepped. Less than that is left to the placement. So is a time that falls behind arrival for the whole of the
placement's window; nobody can tell a late stream from a clock set back during a silence.

Rows without a readable time (and tables that have no such channel) are not lost: they go on from the row before them
by as much as arrival does, at first from arrival itself. They are counted in `untimed`.

Each table has an offset of its own: a device may send one kind of message at once and another with a second's delay.
`offset_ns` is that of the first table with the field.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from app.decoding.options import FieldTime
from app.decoding.placement import JUMP_NS, Placement
from app.decoding.timing import BoolArray, Moments, Order, Stamps
from app.health.sent import SentTimes
from app.sentence import sentence
from app.stream import Break, Int64Array

UNIT_NS = {"ns": 1, "us": 10**3, "ms": 10**6, "s": 10**9, "iso": 10**9, "min": 60 * 10**9, "h": 3600 * 10**9}
COUNTER_BITS = {np.dtype(np.uint16): 16, np.dtype(np.uint32): 32}
STEP_NS = JUMP_NS
DRIFT_LIMIT = 0.05  # an oscillator without a crystal is off by a few percent
SETTLED_NS = 10**9
MAX_STEPS = 16  # in one call; beyond that it is no clock, and the placement alone sees to the rest
LEAST_NS = -(2**60)  # times beyond are damage; within, no difference of any two overflows 64 bits
MOST_NS = 2**62  # 2116 in nanoseconds since 1970


class FieldAxis:
    """The device's own time, in a channel of its rows."""

    kind = "field"
    sent: SentTimes | None = None

    def __init__(self, options: FieldTime) -> None:
        self.field: str | None = options.field
        self.is_iso = options.unit == "iso"
        self.untimed = 0
        self._unit_ns = UNIT_NS[options.unit]
        self._order = Order()
        self._clocks: dict[str, _TableClock] = {}

    @property
    def reordered(self) -> int:
        return self._order.reordered

    @property
    def offset_ns(self) -> int | None:
        return next((c.offset_ns for c in self._clocks.values() if c.offset_ns is not None), None)

    def stamp(self, table: str, moments: Moments) -> Stamps:
        if not len(moments.read_ns):
            return moments.read_ns, ()
        clock = self._clocks.get(table)
        if clock is None:
            clock = self._clocks[table] = _TableClock(self._unit_ns)
        times, breaks = clock.times(moments)
        self.untimed += clock.untimed
        return self._order.kept(table, times), tuple(breaks)

    def end(self) -> None:
        """The device's clock runs on through a reconnect, or else has stepped."""


class _TableClock:
    """The device's time in one table. `untimed`: rows of the last call that had none."""

    def __init__(self, unit_ns: int) -> None:
        self.untimed = 0
        self._unit_ns = unit_ns
        self._turns = _Turns()
        self._placement = Placement(DRIFT_LIMIT)
        self._last: tuple[int, int, int] | None = None  # device time, arrival and our time of the last row with a time
        self._since = 0  # when the first row came of those that the offset is made of

    @property
    def offset_ns(self) -> int | None:
        return self._placement.offset_ns

    def times(self, moments: Moments) -> tuple[Int64Array, list[Break]]:
        arrivals = moments.arrivals()
        device, sound = self._device_times(moments)
        if sound is None:
            self.untimed = 0
            return self._placed(device, arrivals)
        timed = np.flatnonzero(sound)
        self.untimed = len(arrivals) - len(timed)
        if not len(timed):
            return self._by_arrival(arrivals), []
        before = self._last
        placed, breaks = self._placed(device[timed], arrivals[timed])
        times = carried_on(timed, placed, arrivals, before)
        return times, [Break(int(timed[b.row]), b.cause) for b in breaks]

    def _device_times(self, moments: Moments) -> tuple[Int64Array, BoolArray | None]:
        """The device's time of each row in nanoseconds, and which rows have one; None for all."""
        if moments.device is None:
            return moments.read_ns, np.zeros(len(moments.read_ns) * moments.repeat, np.bool_)
        device, sound = nanoseconds(self._turns.unwound(moments.device), self._unit_ns)
        if moments.missing is not None:
            sound &= ~moments.missing
        if moments.repeat > 1:
            device = (device[:, None] + np.arange(moments.repeat) * moments.dt_ns).ravel()
            sound = np.repeat(sound, moments.repeat)
        return device, None if sound.all() else sound

    def _by_arrival(self, arrivals: Int64Array) -> Int64Array:
        return arrivals if self._last is None else arrivals + (self._last[2] - self._last[1])

    def _placed(self, device: Int64Array, arrivals: Int64Array) -> tuple[Int64Array, list[Break]]:
        """Our times of rows that have a device time."""
        times, breaks = np.empty_like(device), []
        start, came_from = 0, None
        if self._last is None:
            self._since = int(arrivals[0])
        for row in self._suspects(device, arrivals):
            if not self._may_step(device, arrivals, row):
                continue
            if row > start:
                breaks += self._place(times, device, arrivals, start, row, came_from)
                start, came_from = row, None
            if self._steps(device, arrivals, row):
                came_from = self._placement.offset_ns
                self._placement.reset()
                self._since = int(arrivals[row])
        breaks += self._place(times, device, arrivals, start, len(device), came_from)
        self._last = int(device[-1]), int(arrivals[-1]), int(times[-1])
        return times, breaks

    def _place(
        self, times: Int64Array, device: Int64Array, arrivals: Int64Array, start: int, stop: int, came_from: int | None
    ) -> list[Break]:
        """Fill in the times of some rows; `came_from` is the offset before a step of the clock in front of them."""
        times[start:stop] = self._placement.place(device[start:stop], arrivals[start:stop])
        offset = self._placement.offset_ns
        if came_from is not None and offset is not None:
            return [
                Break(
                    start, sentence("device clock stepped by {seconds} s", seconds=f"{(came_from - offset) / 1e9:+.1f}")
                )
            ]
        return [
            Break(start + at, sentence("device time fell behind by {seconds} s", seconds=f"{late / 1e9:.1f}"))
            for at, late in self._placement.jumps
            if late > 0
        ]

    def _suspects(self, device: Int64Array, arrivals: Int64Array) -> list[int]:
        """Rows where the device's clock may have stepped."""
        if self._last is None:
            before, read = int(device[0]), int(arrivals[0])
        else:
            before, read, _ = self._last
        gone = np.diff(device, prepend=before)
        passed = np.diff(arrivals, prepend=read)
        return np.flatnonzero((gone < -STEP_NS) | (gone > passed + STEP_NS)).tolist()[:MAX_STEPS]

    def _before(self, device: Int64Array, row: int) -> int:
        """The device's time one row before."""
        return int(device[row - 1]) if row else self._last[0] if self._last is not None else int(device[0])

    def _may_step(self, device: Int64Array, arrivals: Int64Array, row: int) -> bool:
        """Whether a suspect is to be looked at once the rows before it are placed."""
        goes_back = int(device[row]) < self._before(device, row)
        return goes_back or int(arrivals[row]) - self._since >= SETTLED_NS

    def _steps(self, device: Int64Array, arrivals: Int64Array, row: int) -> bool:
        if int(device[row]) < self._before(device, row):
            return True
        offset = self._placement.offset_ns
        return offset is not None and int(arrivals[row]) - int(device[row]) < offset - STEP_NS


class _Turns:
    """Unwinds a counter of 16 or 32 bits that wraps around."""

    def __init__(self) -> None:
        self._last: int | None = None
        self._turns = 0

    def unwound(self, values: npt.NDArray[Any]) -> npt.NDArray[Any]:
        bits = COUNTER_BITS.get(values.dtype)
        if bits is None or not len(values):
            return values
        counter = values.astype(np.int64)
        first = int(counter[0]) if self._last is None else self._last
        turns = self._turns + np.cumsum(np.diff(counter, prepend=first) < -(1 << (bits - 1)))
        self._last, self._turns = int(counter[-1]), int(turns[-1])
        return counter + (turns << bits)


def nanoseconds(values: npt.NDArray[Any], unit_ns: int) -> tuple[Int64Array, BoolArray]:
    """`values` of a unit in nanoseconds, and which of them are times at all."""
    least, most = LEAST_NS // unit_ns, MOST_NS // unit_ns
    if values.dtype.kind == "b":
        return np.zeros(len(values), np.int64), np.zeros(len(values), np.bool_)
    with np.errstate(invalid="ignore"):  # of signalling NaNs
        sound = (values <= most) & (values >= least) if values.dtype.kind != "u" else values <= most
    if values.dtype.kind == "f":
        return np.rint(np.where(sound, values, 0).astype(np.float64) * unit_ns).astype(np.int64), sound
    return np.where(sound, values, 0).astype(np.int64) * unit_ns, sound


def carried_on(
    timed: Int64Array, placed: Int64Array, arrivals: Int64Array, before: tuple[int, int, int] | None
) -> Int64Array:
    """All rows' times from those that have one: the others go on from the row before them as arrival does.

    `timed` are the rows with a time, `placed` their times. `before` is the last such row of an earlier call: device
    time, arrival, and our time.
    """
    rows = np.arange(len(arrivals))
    leader = np.searchsorted(timed, rows, side="right") - 1
    led = leader >= 0
    source = np.where(led, leader, 0)
    times = placed[source] + (arrivals - arrivals[timed[source]])
    if before is not None:
        times[~led] = arrivals[~led] + (before[2] - before[1])
    else:
        times[~led] = np.minimum(arrivals[~led], placed[0])
    return times
