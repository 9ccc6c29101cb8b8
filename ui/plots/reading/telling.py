"""Times and gaps in words, by the clock of the time axis."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.plots.panel import PlotPanel
from ui.plots.reading.places import Place
from ui.plots.reading.values import gaps_at
from ui.plots.reading.words import ago_text, gap_text
from ui.plots.ruler import TimeRuler
from ui.translate import tr

if TYPE_CHECKING:
    from ui.plots.stack import PlotStack

RUNNING_STEP_NS = 100_000_000  # digits of a time that runs, and of a gap's ends


class Telling:
    """One for a stack. The crosshair's time is put into words when it is told to, not at each frame: a time that runs
    is read five times a second."""

    def __init__(self, stack: PlotStack) -> None:
        self._stack = stack
        self._time = ""

    @property
    def _clock(self) -> TimeRuler:
        """Whose labels say the time."""
        return next(iter(self._stack.rulers), self._stack.ruler)

    def unix_ns(self, time_ns: int) -> int:
        """The wall-clock time that the labels stand for."""
        return self._clock.unix_ns(time_ns)

    def renew(self, time_ns: int, now_ns: int, step_ns: int) -> None:
        """The crosshair stands at another time; `step_ns`: of a pixel."""
        step_ns = max(step_ns, RUNNING_STEP_NS) if self._stack.live else step_ns
        clock = self._clock.clock_words(time_ns, step_ns)
        self._time = tr("{time} ({ago})").format(time=clock, ago=ago_text(now_ns - time_ns))

    def time(self) -> str:
        """The crosshair's time: of the wall clock, and how long ago."""
        return self._time

    def view(self) -> str:
        """Whether the newest data is followed."""
        if self._stack.live:
            return tr("Following the newest data")
        return tr("Paused: not showing the newest data") if self._stack.paused else tr("Not showing the newest data")

    def gap(self, panel: PlotPanel, x: int, now_ns: int) -> str:
        """Why there is no data at a pixel of a panel, a line for each device; "" where there is some."""
        place = Place.of(panel)
        if place is None or not place.rect.left() <= x <= place.rect.right():
            return ""
        lines = []
        for device, gap in gaps_at(panel, place.time_at(x)):
            start = self._clock.clock_words(gap.start_ns, RUNNING_STEP_NS)
            end = "" if gap.end_ns is None else self._clock.clock_words(gap.end_ns, RUNNING_STEP_NS)
            lines.append(tr("{device}: {gap}").format(device=device, gap=gap_text(gap, start, end, now_ns)))
        return "\n".join(lines)
