"""pyqtgraph's part in a panel: the value axis, and what the mouse does over plot and axis.

The view box shows the fractions 0 to 1 of the common span in x and the panel's values in y; it draws
nothing itself, a CurveArea lies over it. pyqtgraph's own scaling by mouse, its menu and its automatic
ranges are switched off: time belongs to all panels and lives in `ui.plots.timeview`.
"""

from __future__ import annotations

from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter

from ui.plots.gestures import TimeGestures, zoom_factor
from ui.plots.ticks import ValueTicks, most_ticks, value_ticks
from ui.theme.fonts import figures_font
from ui.theme.palette import Theme
from ui.theme.tokens import GAP, GRID, TextSize

_SUPERSCRIPT = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


class TimeViewBox(pg.ViewBox):  # type: ignore[misc]  # pyqtgraph has no types
    """Turns wheel, drag and double click into gestures.

    Signals:
        valuesZoomed(factor, at): over the axis; about the fraction `at` of the height from the bottom.
        valuesPanned(fraction): of the height; positive shows greater values.
        valuesReset(): a double click on the axis.
    """

    valuesZoomed = Signal(float, float)
    valuesPanned = Signal(float)
    valuesReset = Signal()

    def __init__(self, gestures: TimeGestures) -> None:
        super().__init__(enableMouse=False, enableMenu=False, defaultPadding=0.0)
        self._gestures = gestures
        self.setRange(xRange=(0.0, 1.0), yRange=(0.0, 1.0), padding=0.0, disableAutoRange=True)

    def wheelEvent(self, event: Any, axis: int | None = None) -> None:
        rect = self.sceneBoundingRect()
        position = event.scenePos()
        if axis == 1:
            at = (rect.bottom() - position.y()) / max(rect.height(), 1.0)
            self.valuesZoomed.emit(zoom_factor(event.delta()), at)
        else:
            sideways = event.orientation() == Qt.Orientation.Horizontal
            self._gestures.wheel(
                event.delta(), (position.x() - rect.left()) / max(rect.width(), 1.0), sideways=sideways
            )
        event.accept()

    def mouseDragEvent(self, event: Any, axis: int | None = None) -> None:
        """Whatever button: those that mean something else do not come here (`ui.plots.reading.mouse`)."""
        event.accept()
        rect, moved = self.sceneBoundingRect(), event.screenPos() - event.lastScreenPos()
        if axis == 1:
            self.valuesPanned.emit(moved.y() / max(rect.height(), 1.0))
        elif moved.x():
            self._gestures.panned.emit(-moved.x() / max(rect.width(), 1.0))

    def mouseClickEvent(self, event: Any) -> None:
        if event.button() == Qt.MouseButton.LeftButton and event.double():
            event.accept()
            inside = self.sceneBoundingRect().contains(event.scenePos())
            (self._gestures.reset if inside else self.valuesReset).emit()


class ValueAxis(pg.AxisItem):  # type: ignore[misc]
    """Labels without a line or marks: the grid in the plot is their mark."""

    def __init__(self, theme: Theme, width: int) -> None:
        super().__init__("left", maxTickLength=0)
        self._theme = theme
        self._ticks = ValueTicks((), ())
        self._asked = (0.0, 0.0, 0.0)
        self._unit = ""
        self._colour: int | None = None
        self.enableAutoSIPrefix(False)
        self.setStyle(tickTextOffset=GAP, autoExpandTextSpace=False, tickAlpha=0, tickFont=figures_font(TextSize.SMALL))
        self.setWidth(width)
        self.retheme()

    def retheme(self) -> None:
        self.setPen(pg.mkPen(None))
        self.setTextPen(pg.mkPen(self._ink()))

    def _ink(self) -> QColor:
        tokens = self._theme.tokens
        return QColor(tokens.muted if self._colour is None else tokens.curve(self._colour))

    def set_unit(self, unit: str, colour: int | None = None) -> None:
        """Say the unit over the labels; "" where the panel says it for all its curves. `colour`: of its one curve."""
        if (unit, colour) != (self._unit, self._colour):
            self._unit, self._colour = unit, colour
            self.retheme()
            self.picture = None
            self.update()

    def paint(self, painter: QPainter, option: Any, widget: Any) -> None:
        super().paint(painter, option, widget)
        if self._ticks.exponent or self._unit:
            painter.setFont(figures_font(TextSize.SMALL))
            painter.setPen(self._ink())
            place = QRectF(GRID, 0, self.size().width(), self.size().height())
            power = f"×10{str(self._ticks.exponent).translate(_SUPERSCRIPT)} " if self._ticks.exponent else ""
            painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), power + self._unit)

    def ticks_for(self, low: float, high: float) -> ValueTicks:
        """The marks for a range, as many as there is room for; the axis shows them from now on."""
        asked = (low, high, self.size().height())
        if asked != self._asked:
            self._asked = asked
            label = QFontMetrics(figures_font(TextSize.SMALL)).height()
            self._ticks = value_ticks(low, high, most_ticks(asked[2], label))
            self.picture = None  # pyqtgraph keeps the picture it has made while the range stays
            self.update()
        return self._ticks

    def tickValues(self, low: float, high: float, size: float) -> list[tuple[float, list[float]]]:
        return [(1.0, [value for value in self._ticks.values if low <= value <= high])]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        shown = dict(zip(self._ticks.values, self._ticks.labels, strict=True))
        if self._unit and values:  # which stands where the highest label would be, if that is near to the edge
            low, high, height = self._asked
            label = QFontMetrics(figures_font(TextSize.SMALL)).height()
            shown = {v: text for v, text in shown.items() if (high - v) / (high - low) * height > label}
        return [shown.get(value, "") for value in values]
