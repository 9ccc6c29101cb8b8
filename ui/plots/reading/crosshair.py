"""Where the crosshair stands: pure.

While the newest data is followed it stands at a place of the screen, and time runs through it; while the view stands
it stands at a time, and goes with the data when the view is moved or zoomed. A view that stands is read by pointing at
it: the crosshair is there as long as the pointer is, also where nobody has asked for it.
"""

from __future__ import annotations

from ui.plots.timeview import Columns


class Crosshair:
    """Attributes: is_wanted, until it is taken away; is_pointed, while the pointer is in a view that stands; time_ns,
    the time that it shows now (of the last `follow` or `stand_at`)."""

    def __init__(self) -> None:
        self.is_wanted = self.is_pointed = False
        self.time_ns = 0
        self._ago_ns = 0
        self._fraction = 1.0

    @property
    def is_shown(self) -> bool:
        return self.is_wanted or self.is_pointed

    def stand_at(self, time_ns: int, columns: Columns) -> None:
        """Show this time of the span."""
        self.time_ns = time_ns
        self._ago_ns = columns.end_ns - time_ns
        self._fraction = (time_ns - columns.start_ns) / columns.span_ns

    def follow(self, columns: Columns, *, live: bool) -> None:
        """The span has moved. Where it became another one, the crosshair keeps its part of the width."""
        if not live:
            return
        if not 0 < self._ago_ns <= columns.span_ns:
            self.stand_at(time_at(self._fraction, columns), columns)
        self.time_ns = columns.end_ns - self._ago_ns


def time_at(fraction: float, columns: Columns) -> int:
    """What a part of the width stands for, 0 to 1: the last nanosecond of its column."""
    column = min(int(min(max(fraction, 0.0), 1.0) * columns.count), columns.count - 1)
    return (columns.first + column + 1) * columns.step_ns - 1


def stepped(time_ns: int, by: int, columns: Columns) -> int:
    """So many columns beside a time, within the span."""
    column = min(max(columns.column_of(time_ns) + by, columns.first), columns.stop - 1)
    return (column + 1) * columns.step_ns - 1
