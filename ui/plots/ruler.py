"""The time axis under all panels.

While following it counts back from now, so that its labels stand still and it paints nothing; else it
shows the time of the wall clock. Wheel, drag and double click work on it as on the plots. What is read off the
plots has its marks here: the crosshair its time, each cursor a handle that can be dragged.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.clock import WallClock
from ui.plate import paint_plate
from ui.plots.gestures import TimeGestures, TimeStrip
from ui.plots.numerals import shown_count
from ui.plots.ticks import TimeTicks, ago_ticks, clock_text, clock_ticks
from ui.plots.timeview import Columns
from ui.theme.fonts import figures_font
from ui.theme.palette import Theme
from ui.theme.tokens import GAP, GRID, LINE, TextSize
from ui.translate import tr

HEIGHT = 6 * GRID
MARK = GRID
HANDLE = 4 * GRID  # width of a cursor's
LONGEST = "00:00:00.000"  # sets the distance of the labels


@dataclass(frozen=True, slots=True)
class RulerMark:
    """At a time: a plate with words, or a handle with the name of what is dragged by it."""

    time_ns: int
    text: str
    is_handle: bool = False


class TimeRuler(TimeStrip):
    """Attributes: ticks, what it shows now; marks, those in sight with the place of each.

    Signals: markDragged(str, object): a handle's name, and the time in nanoseconds to which it is dragged.
    """

    markDragged = Signal(str, object)

    def __init__(self, theme: Theme, gestures: TimeGestures, parent: QWidget | None = None) -> None:
        super().__init__(gestures, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._label = 0  # the distance of the labels, measured once for a font: that costs a fifth of a millisecond
        self._theme = theme
        self._clock = WallClock()
        self._columns: Columns | None = None
        self.ticks = TimeTicks((), ())
        self.marks: tuple[tuple[RulerMark, int], ...] = ()
        self._density = ""
        self._held: str | None = None
        self.setFixedHeight(HEIGHT)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Time"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._label = 0

    def show_span(self, columns: Columns, *, live: bool) -> TimeTicks:
        """Show a span of time; returns its marks, for the grids above."""
        self._columns = columns
        self._label = self._label or QFontMetrics(figures_font(TextSize.SMALL)).horizontalAdvance(LONGEST) + 3 * GAP
        most = max(1, self.span_width // self._label)
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

    # -- marks

    def unix_ns(self, time_ns: int) -> int:
        """The wall-clock time that the labels stand for."""
        return self._clock.unix_ns(time_ns)

    def clock_words(self, time_ns: int, step_ns: int) -> str:
        """A time as its labels say it, with the digits that a step of `step_ns` needs."""
        return clock_text(self.unix_ns(time_ns), step_ns)

    def show_density(self, samples_per_pixel: float) -> None:
        """Say how many samples share a pixel, where there is more than one."""
        density = tr("{count} samples/px").format(count=shown_count(samples_per_pixel)) if samples_per_pixel > 1 else ""
        if density != self._density:
            self._density = density
            self.update()

    def show_marks(self, marks: tuple[RulerMark, ...]) -> None:
        """These, in place of those before; what lies beside the span is not shown."""
        columns = self._columns
        if columns is None:
            return
        inside = (mark for mark in marks if columns.start_ns <= mark.time_ns < columns.end_ns)
        placed = tuple((mark, self._x(columns, mark.time_ns)) for mark in inside)
        if placed != self.marks:
            self.marks = placed
            self.update()

    def _x(self, columns: Columns, time_ns: int) -> int:
        return self._left + (columns.column_of(time_ns) - columns.first) * self.span_width // columns.count

    def _handle_at(self, at: QPoint) -> str | None:
        reach = HANDLE // 2 + 2
        return next((mark.text for mark, x in self.marks if mark.is_handle and abs(at.x() - x) <= reach), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._held = self._handle_at(event.position().toPoint())
        if self._held is None:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at, columns = event.position().toPoint(), self._columns
        if self._held is not None and columns is not None:
            fraction = min(max((at.x() - self._left) / self.span_width, 0.0), 1.0)
            column = columns.first + min(int(fraction * columns.count), columns.count - 1)
            self.markDragged.emit(self._held, (column + 1) * columns.step_ns - 1)
            return
        if self._handle_at(at) is not None:
            self.setCursor(Qt.CursorShape.SizeHorCursor)
        else:
            self.unsetCursor()
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = None
        super().mouseReleaseEvent(event)

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = self._theme.tokens
        painter.fillRect(self.rect(), QColor(tokens.surface))
        painter.fillRect(0, 0, self.width(), LINE, QColor(tokens.line))
        painter.setFont(figures_font(TextSize.SMALL))
        painter.setPen(QColor(tokens.muted))
        metrics = QFontMetrics(painter.font())
        plates = [self._plate(metrics, mark, x) for mark, x in self.marks]
        for at, label in zip(self.ticks.positions, self.ticks.labels, strict=True):
            self._paint_label(painter, metrics, at, label, plates)
        self._paint_context(painter)
        for (mark, _), plate in zip(self.marks, plates, strict=True):
            self._paint_mark(painter, mark, plate)
        painter.end()

    def _paint_context(self, painter: QPainter) -> None:
        """The date that all labels share, and how many samples share a pixel; the date alone where both do not fit."""
        place = QRect(self.width() - self._right, 0, self._right - 3 * GRID, HEIGHT)
        text = "  ".join(filter(None, (self.ticks.context, self._density)))
        if self.ticks.context and QFontMetrics(painter.font()).horizontalAdvance(text) > place.width():
            text = self.ticks.context
        painter.setPen(QColor(self._theme.tokens.muted))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), text)

    def _plate(self, metrics: QFontMetrics, mark: RulerMark, x: int) -> QRect:
        """Where a mark is painted."""
        width = HANDLE if mark.is_handle else metrics.horizontalAdvance(mark.text) + 2 * GRID
        left = x - width // 2 if mark.is_handle else self._beside_handles(x, width)
        left = max(0, min(left, self._left + self.span_width + HANDLE // 2 - width))
        return QRect(left, GRID // 2, width, HEIGHT - GRID)

    def _paint_mark(self, painter: QPainter, mark: RulerMark, plate: QRect) -> None:
        tokens = self._theme.tokens
        paint_plate(painter, plate, tokens.raised, tokens.accent if mark.is_handle else tokens.line, GRID // 2)
        painter.setPen(QColor(tokens.accent if mark.is_handle else tokens.text))
        painter.drawText(plate, int(Qt.AlignmentFlag.AlignCenter), mark.text)

    def _beside_handles(self, x: int, width: int) -> int:
        """Where a plate of this width begins: as near to the middle of its time as no handle lies over it."""
        handles = [at for mark, at in self.marks if mark.is_handle]
        reach = HANDLE // 2 + GRID // 2
        lefts = [x - width // 2, *(at - reach - width for at in handles), *(at + reach for at in handles)]
        free = [left for left in lefts if all(at + reach <= left or left + width <= at - reach for at in handles)]
        return min(free, key=lambda left: abs(left + width // 2 - x), default=lefts[0])

    def _paint_label(
        self, painter: QPainter, metrics: QFontMetrics, at: float, label: str, plates: Sequence[QRect]
    ) -> None:
        """A label of which a mark would cover a part is not there: the rest of it would say another time."""
        x = self._left + round(at * self.span_width)
        painter.fillRect(x, 0, LINE, MARK, QColor(self._theme.tokens.line))
        width = metrics.horizontalAdvance(label)
        left = min(max(x - width // 2, self._left), self.width() - self._right - width)
        place = QRect(left, GRID // 2, width + 1, HEIGHT - GRID // 2)
        if any(plate.intersects(place) for plate in plates):
            return
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), label)
