"""The time axis under all panels.

While following it counts back from now, so that its labels stand still and it paints nothing; else it
shows the time of the wall clock. Wheel, drag and double click work on it as on the plots.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.clock import WallClock
from ui.plots.gestures import TimeGestures, TimeStrip
from ui.plots.ticks import TimeTicks, ago_ticks, clock_ticks
from ui.plots.timeview import Columns
from ui.theme.fonts import figures_font
from ui.theme.palette import Theme
from ui.theme.tokens import GAP, GRID, LINE, TextSize

HEIGHT = 6 * GRID
MARK = GRID
LONGEST = "00:00:00.000"  # sets the distance of the labels


class TimeRuler(TimeStrip):
    """Attributes: ticks, what it shows now."""

    def __init__(self, theme: Theme, gestures: TimeGestures, parent: QWidget | None = None) -> None:
        super().__init__(gestures, parent)
        self._theme = theme
        self._clock = WallClock()
        self.ticks = TimeTicks((), ())
        self.setFixedHeight(HEIGHT)
        self.setAccessibleName("Time")

    def show_span(self, columns: Columns, *, live: bool) -> TimeTicks:
        """Show a span of time; returns its marks, for the grids above."""
        label = QFontMetrics(figures_font(TextSize.SMALL)).horizontalAdvance(LONGEST) + 3 * GAP
        most = max(1, self.span_width // label)
        if live:
            ticks = ago_ticks(columns.span_ns, most)
        else:
            self._follow_steps()
            ticks = clock_ticks(self._clock.unix_ns(columns.start_ns), columns.span_ns, most)
        if ticks != self.ticks:
            self.ticks = ticks
            self.update()
        return ticks

    def _follow_steps(self) -> None:
        """Take a step of the wall clock over; not its jitter, which would move the marks at each refresh."""
        tie = WallClock()
        if abs(tie.offset_ns - self._clock.offset_ns) > WallClock.TOLERANCE_NS:
            self._clock = tie

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = self._theme.tokens
        painter.fillRect(self.rect(), QColor(tokens.surface))
        painter.fillRect(0, 0, self.width(), LINE, QColor(tokens.line))
        painter.setFont(figures_font(TextSize.SMALL))
        painter.setPen(QColor(tokens.muted))
        metrics = QFontMetrics(painter.font())
        for at, label in zip(self.ticks.positions, self.ticks.labels, strict=True):
            self._paint_label(painter, metrics, at, label)
        if self.ticks.context:
            place = QRect(self.width() - self._right, 0, self._right - 3 * GRID, HEIGHT)
            painter.drawText(
                place, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), self.ticks.context
            )
        painter.end()

    def _paint_label(self, painter: QPainter, metrics: QFontMetrics, at: float, label: str) -> None:
        x = self._left + round(at * self.span_width)
        painter.fillRect(x, 0, LINE, MARK, QColor(self._theme.tokens.line))
        width = metrics.horizontalAdvance(label)
        left = min(max(x - width // 2, self._left), self.width() - self._right - width)
        painter.drawText(
            QRect(left, GRID // 2, width + 1, HEIGHT - GRID // 2), int(Qt.AlignmentFlag.AlignVCenter), label
        )
