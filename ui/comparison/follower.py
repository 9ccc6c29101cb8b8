"""Measures the chosen links of a rig once a second, for as long as someone looks.

What is measured in a second belongs to the mode that read all of it; a second in which a link changed hands, or in
which some are read one way and some the other, belongs to none. A mode's figures are those of its newest half minute;
when the other mode takes over they stay as they are, as what was before.

It has no timer of its own: the rig's check of each second drives it. While nobody looks nothing is connected.

What makes it look (a dock that is built and laid out for the first time, a comparison that is judged) holds the window
up for a quarter of a second, which is no figure of the links: it measures from the first check on that comes when that
is over.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal, Slot

from app.clock import now_ns
from app.comparison.measuring.live import LiveTally
from app.comparison.measuring.meter import Measured, Meter
from app.comparison.schema import ModeFigures
from app.link.contract import State
from app.rig import Rig
from app.sentence import sentence
from ui.translate import marked

MIXED = marked("The chosen links are read both ways now: choose one way for all of them to measure it")
NONE_CHOSEN = marked("No link is chosen")
NONE_OPEN = marked("None of the chosen links is connected")
FIRST_SECOND = marked("Measuring…")
SETTLE_NS = 300_000_000  # what was late by then has been read and painted


class Follower(QObject):
    """See the module.

    Attributes:
        live: the mode that is measured now; None where there is none.
        note: why there is none, in words for `told`, "" where there is nothing to say.
        figures: by mode, the newest; a mode that was not measured is missing.

    Signals:
        changed(): once a second while it measures, and when it begins or ends.
    """

    changed = Signal()

    def __init__(self, rig: Rig, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.live: str | None = None
        self.note = ""
        self.figures: dict[str, ModeFigures] = {}
        self._rig = rig
        self._names: tuple[str, ...] = ()
        self._meter = Meter(rig, (), self)
        self._tally = LiveTally()
        self._is_on = False
        self._is_settled = False
        self._started_ns = 0

    @property
    def is_on(self) -> bool:
        return self._is_on

    def choose(self, names: Sequence[str]) -> None:
        """These links from now on; figures of other sets of links are forgotten."""
        if tuple(names) != self._names:
            self._names = tuple(names)
            self.figures = {}
            self.begin_anew()

    def keep(self, figures: Mapping[str, ModeFigures]) -> None:
        """A comparison has measured both modes: these stand until they are measured again."""
        self.figures = {mode: each for mode, each in figures.items() if each.seconds}
        self.begin_anew()

    @Slot()
    def begin_anew(self) -> None:
        """What is measured now has other conditions than before: a stall, another set of links."""
        self._meter.abandon()
        self._tally = LiveTally()
        self.live = None
        if self._is_on:
            self._begin()
        self.changed.emit()

    def start(self) -> None:
        if not self._is_on and self._rig.at_stop is None:
            self._is_on, self._is_settled = True, False
            self._started_ns = now_ns()
            self._rig.checked.connect(self._checked)
            self.begin_anew()

    def stop(self) -> None:
        """Measure no more; the figures stay, as those of before."""
        if self._is_on:
            self._is_on = False
            self._rig.checked.disconnect(self._checked)
            self.note = ""
            self.begin_anew()

    def _begin(self) -> None:
        names = self._open()
        if names and self._is_settled:
            self._meter.names = names
            self._meter.begin()
        self.note = FIRST_SECOND if names else NONE_OPEN if self._names else NONE_CHOSEN

    def _open(self) -> tuple[str, ...]:
        devices = [device for device in self._rig.devices if device.name in self._names]
        return tuple(device.name for device in devices if device.link.state is State.OPEN)

    @Slot()
    def _checked(self) -> None:
        """Another second is over."""
        self._is_settled = self._is_settled or now_ns() - self._started_ns >= SETTLE_NS
        if self._meter.is_measuring and self._meter.names == self._open():
            self._take(self._meter.lap())
        else:
            self._meter.abandon()
            self.live = None
            self._begin()
        self.changed.emit()

    def _take(self, lap: Measured) -> None:
        mode = self._mode()
        if mode is None:
            self.live, self.note = None, MIXED
        elif lap.broken:
            self.note = sentence("Not counted: {why}", why=lap.broken)
        else:
            if mode != self.live:
                self._tally = LiveTally()
            self.live, self.note = mode, ""
            self._tally.add(lap)
            figures = self._tally.figures()
            if figures is not None:
                self.figures[mode] = figures

    def _mode(self) -> str | None:
        """That reads all links that are measured; as the check of this second found it."""
        devices = [device for device in self._rig.devices if device.name in self._meter.names]
        modes = {self._rig.status(device).statistics.transport for device in devices}
        return modes.pop() if len(modes) == 1 else None
