"""What the chosen links of a rig do in one block: ages, bytes, processor time, wake-ups, refreshes, senders held back.

    prepare ── begin ────── block ────── close ── the last chunks are painted ── finish -> Measured

A chunk belongs to the block in which it was *read*, from `begin` (included) to `close` (excluded), so that at a border
it counts once. Its way may end after the block: `is_complete` says when the ways of all that was read in the block
have ended, and only then `finish` leaves nobody out. The oldest data would be missing otherwise, which is what a
comparison is about.

All else is the difference of two looks, at `begin` and at `close`: counters of the links and of the threads. Chunks
come as arrays, once a second and when asked for (`Rig.stamped`): there is no Python call for each. While no block is
measured nothing is connected, and nothing runs.

For a display that follows one mode without an end there is `lap`: what was measured since the last one. There a chunk
counts in the lap in which its way ended.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import msgspec
import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QObject, SignalInstance, Slot

from app.clock import now_ns
from app.comparison.measuring.lags import Lags
from app.comparison.measuring.look import NS_PER_MS, NS_PER_S, Look, Looks, breaks, cpu_s, held_ms, wake_ups
from app.comparison.measuring.loop_lag import LoopLag
from app.comparison.measuring.painting import PaintSpans
from app.comparison.schema import MEASURES, LinkBlock, Loop
from app.device import Device
from app.health.ages import Ages, Measure
from app.health.stamps import UNKNOWN, Int64Array, Stamps
from app.link.contract import State
from app.refresh.clock import Refresh
from app.rig import Rig
from app.sentence import joined, sentence

COLUMNS = tuple(Stamps.__dataclass_fields__)


@dataclass(frozen=True, slots=True)
class LinkMeasured:
    """One link in a block: its figures, its chunks, and those of them that waited while the window was painted."""

    block: LinkBlock
    stamps: Stamps
    painting: Stamps


@dataclass(frozen=True, slots=True)
class Measured:
    """A block, or a lap. `cpu_s` and `wake_ups` as in the report's Block.

    lags            of the event loop, to be merged with those of other blocks
    refreshes       of the window; refresh_gap_ms: the longest time without one
    broken          why it cannot count, "" where it can
    """

    begin_ns: int
    end_ns: int
    links: dict[str, LinkMeasured]
    lags: Lags
    refreshes: int
    refresh_gap_ms: float
    cpu_s: dict[str, float | None]
    wake_ups: dict[str, int | None]
    broken: str

    @property
    def seconds(self) -> float:
        return (self.end_ns - self.begin_ns) / NS_PER_S

    @property
    def loop(self) -> Loop:
        """In the report's words."""
        return with_refreshes(self.lags, self.refreshes, self.refresh_gap_ms)


def with_refreshes(lags: Lags, refreshes: int, refresh_gap_ms: float | None) -> Loop:
    return msgspec.structs.replace(lags.loop(), refreshes=refreshes, refresh_gap_ms=refresh_gap_ms)


@dataclass(slots=True)
class _Given:
    """The stamps that came of one link; `newest_ns` is the read of the last of them."""

    parts: list[Stamps] = field(default_factory=list)
    newest_ns: int = 0


class Meter(QObject):
    """See the module. Lives in the GUI thread, whose times it takes.

    Attributes:
        names: the links that are measured; may be changed between blocks.
    """

    def __init__(
        self, rig: Rig, names: Sequence[str], parent: QObject | None = None, *, clock: Callable[[], int] = now_ns
    ) -> None:
        super().__init__(parent)
        self.names = tuple(names)
        self._rig = rig
        self._looks = Looks(clock)
        self._lag = LoopLag(self)
        self._lags = Lags()
        self._paints = PaintSpans()
        self._given: dict[str, _Given] = {}
        self._refreshes = array("q")
        self._troubles: list[str] = []
        self._first: Look | None = None
        self._last: Look | None = None
        self._since_ns = 0
        self._is_prepared = False

    # -- one block

    @property
    def is_measuring(self) -> bool:
        """From `begin` to `close`."""
        return self._first is not None and self._last is None

    def prepare(self) -> None:
        """Do before a block what takes its time: what comes meanwhile would wait for this thread, and be counted as
        late in the one mode alone that reads in it. `begin` does it where that was not done."""
        self.abandon()
        self._looks.prepare(self._devices())
        self._is_prepared = True
        self._listen(True)
        self._lag.start()
        self._rig.collect()  # what was read before goes to nobody

    def begin(self) -> None:
        """From now on."""
        if self._first is not None or not self._is_prepared:
            self.prepare()
        look = self._looks.take(self._devices())
        self._since_ns = look.at_ns
        self._start(look)

    def close(self) -> None:
        """Until now."""
        if self.is_measuring:
            self._last = self._looks.take(self._devices())
            self._lags = self._lag.take_lags()

    def is_complete(self) -> bool:
        """Whether the ways of all chunks that were read in the block have ended; asks the rig for what is done."""
        if self._last is None:
            return False
        self._rig.collect()
        return all(self._is_through(device, self._last.at_ns) for device in self._devices())

    def finish(self) -> Measured:
        """What was measured; nothing is any more until the next `begin`."""
        self.close()
        if self._first is None or self._last is None:
            raise RuntimeError("a block ends that has not begun")
        self._rig.collect()
        measured = self._measured(self._first, self._last, until_ns=self._last.at_ns)
        self.abandon()
        return measured

    def lap(self) -> Measured:
        """What was measured since `begin` or the last lap, and go on."""
        if self._first is None or self._last is not None:
            raise RuntimeError("a lap ends that has not begun")
        self._rig.collect()
        look, self._lags = self._looks.take(self._devices()), self._lag.take_lags()
        measured = self._measured(self._first, look, until_ns=None)
        self._start(look)
        return measured

    def abandon(self) -> None:
        """Measure no more, and forget."""
        if self._is_prepared:
            self._listen(False)
            self._lag.stop()
        self._is_prepared = False
        self._first = self._last = None
        self._given = {}

    def _start(self, look: Look) -> None:
        self._given = {name: _Given() for name in look.statistics}
        self._refreshes = array("q")
        self._troubles = []
        self._lag.take_lags()
        self._first = look

    # -- listening

    def _listen(self, listens: bool) -> None:
        rig = self._rig
        pairs: list[tuple[SignalInstance, Callable[..., None]]] = [
            (rig.stamped, self._take),
            (rig.refreshed, self._refreshed),
            (rig.failed, self._ledger_failed),
        ]
        for device in rig.devices:
            pairs += [(device.link.stateChanged, self._changed), (device.link.transportChanged, self._changed)]
        for signal, slot in pairs:
            if listens:
                signal.connect(slot)
            else:
                signal.disconnect(slot)

    @Slot(str, object)
    def _take(self, name: str, stamps: Stamps) -> None:
        given = self._given.get(name)
        if given is not None and len(stamps):
            given.parts.append(stamps)
            given.newest_ns = int(stamps.read_ns[-1])
            self._paints.add(self._rig.paint_spans())

    @Slot(object)
    def _refreshed(self, refresh: Refresh) -> None:
        self._refreshes.append(refresh.at_ns)

    @Slot(str, str)
    def _ledger_failed(self, name: str, _failure: str) -> None:
        self._trouble(f"the ledger of {name} did not add up")

    @Slot(object)
    def _changed(self, _what: object) -> None:
        """A link changed its state or its mode in the block, whatever it is at its end."""
        sender = self.sender()
        for device in self._devices():
            if device.link is sender:
                is_open = device.link.state is State.OPEN
                self._trouble(f"{device.name} was handed over" if is_open else f"{device.name} was not open")

    def _trouble(self, reason: str) -> None:
        if self._last is None and reason not in self._troubles:  # what comes behind the block does not break it
            self._troubles.append(reason)

    # -- the sums

    def _devices(self) -> list[Device]:
        return [device for device in self._rig.devices if device.name in self.names]

    def _is_through(self, device: Device, until_ns: int) -> bool:
        """Stamps come in the order of reading: one from behind the block, or the newest there is, closes it."""
        newest = self._given[device.name].newest_ns
        if newest >= until_ns:
            return True
        received = device.pipeline.last_read_ns or 0
        return received <= max(newest, self._since_ns) and not device.link.statistics().in_flight

    def _measured(self, first: Look, last: Look, until_ns: int | None) -> Measured:
        links = {name: self._link(name, first, last, until_ns) for name in self._given}
        broken: str = joined("; ", dict.fromkeys([*self._troubles, *breaks(first, last)]))
        if not broken and not any(each.block.bytes for each in links.values()):
            broken = sentence("nothing was received")
        times = [at for at in self._refreshes if first.at_ns <= at < last.at_ns]
        gaps = np.diff(np.array([first.at_ns, *times, last.at_ns], np.int64))
        return Measured(
            first.at_ns,
            last.at_ns,
            links,
            lags=self._lags,
            refreshes=len(times),
            refresh_gap_ms=float(gaps.max()) / NS_PER_MS,
            cpu_s=cpu_s(first, last),
            wake_ups=wake_ups(first, last),
            broken=broken,
        )

    def _link(self, name: str, first: Look, last: Look, until_ns: int | None) -> LinkMeasured:
        stamps = _between(_joined(self._given[name].parts), self._since_ns, until_ns)
        painting = self._paints.waited_in(stamps)
        ages, jitter = Ages(), Ages()
        ages.add(stamps)
        jitter.add(painting)
        block = LinkBlock(
            observations=len(stamps),
            bytes=last.statistics[name].read - first.statistics[name].read,
            means_ms={measure: ages.mean_ms(measure) for measure in MEASURES},
            held_ms=held_ms(first, last, name),
            backlog_high=_most_known(stamps.backlog),
            in_flight_high=last.statistics[name].most_in_flight,
            painting_read_ms=jitter.summary(Measure.READABLE_READ).p99_ms,
        )
        return LinkMeasured(block, stamps, painting)


def _joined(parts: Sequence[Stamps]) -> Stamps:
    none: Int64Array = np.zeros(0, np.int64)
    return Stamps(**{name: np.concatenate([none, *(getattr(part, name) for part in parts)]) for name in COLUMNS})


def _between(stamps: Stamps, since_ns: int, until_ns: int | None) -> Stamps:
    rows: npt.NDArray[np.bool_] = stamps.read_ns >= since_ns
    if until_ns is not None:
        rows &= stamps.read_ns < until_ns
    return Stamps(**{name: getattr(stamps, name)[rows] for name in COLUMNS})


def _most_known(counts: Int64Array) -> int | None:
    known = counts[counts != UNKNOWN]
    return int(known.max()) if len(known) else None
