"""Where times and values stand in a panel's picture: pure arithmetic on pixels.

Panels may have different widths, so each has its own. Pixels of the picture are columns of the span; a time is drawn
in the column that holds it, and a pixel stands for the last nanosecond of its column, so that a sample that is drawn
there has come by then.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect

from ui.plots.timeview import Columns

if TYPE_CHECKING:
    from ui.plots.panel import PlotPanel


@dataclass(frozen=True, slots=True)
class Place:
    """`rect` in logical pixels of the panel's canvas; `ratio` device pixels, which are columns, to one of them."""

    rect: QRect
    columns: Columns
    ratio: float

    @classmethod
    def of(cls, panel: PlotPanel) -> Place | None:
        """None before the panel has shown anything, and where it has no room for it."""
        columns, rect = panel.shown(), panel.picture()
        if columns is None or rect.isEmpty():
            return None
        return cls(rect, columns, panel.canvas().devicePixelRatioF())

    def holds(self, time_ns: int) -> bool:
        """Whether a time is in the picture."""
        return self.columns.start_ns <= time_ns < self.columns.end_ns

    def x(self, time_ns: int) -> int:
        """The pixel that a time is drawn in; outside of the picture for times that are."""
        return self.rect.left() + int((self.columns.column_of(time_ns) - self.columns.first) // self.ratio)

    def time_at(self, x: float) -> int:
        """What the pixel `x` stands for; the nearest one for those beside the picture."""
        column = min(max(int((x - self.rect.left() + 1) * self.ratio) - 1, 0), self.columns.count - 1)
        return (self.columns.first + column + 1) * self.columns.step_ns - 1

    def fraction(self, x: float) -> float:
        """Of the width, from the left; 0 to 1."""
        return min(max((x - self.rect.left()) / max(1, self.rect.width()), 0.0), 1.0)

    def span_of(self, time_ns: int) -> tuple[int, int]:
        """Start and end of the column that holds a time."""
        column = self.columns.column_of(time_ns)
        return column * self.columns.step_ns, (column + 1) * self.columns.step_ns

    def y(self, value: float, low: float, high: float) -> float:
        """The height at which a value is drawn."""
        return self.rect.top() + (high - value) / ((high - low) or 1.0) * self.rect.height()

    def value(self, y: float, low: float, high: float) -> float:
        """The value at a height."""
        return high - (y - self.rect.top()) / max(1, self.rect.height()) * (high - low)
