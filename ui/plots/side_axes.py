"""The value axes right of a panel's picture: one for each further unit, with that unit over its labels.

Each curve's unit stands beside its value in the legend, so that the unit tells which axis is its own; where a unit has
one curve, the axis is in that curve's colour too. Wheel, drag and double click on an axis are for that axis alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from ui.plots.gestures import zoom_factor
from ui.plots.ticks import ValueTicks, most_ticks, value_ticks
from ui.theme.fonts import figures_font, text_font
from ui.theme.palette import Theme
from ui.theme.tokens import GAP, GRID, TextSize

_SUPERSCRIPT = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class ShownAxis:
    """`colour`: the number of the one curve's colour; None where the axis has several curves."""

    unit: str
    low: float
    high: float
    colour: int | None = None


class SideAxes(QWidget):
    """See the module. Axis number 1 is the first of them, since 0 is the one at the left.

    Signals:
        zoomed(axis, factor, at), panned(axis, fraction), reset(axis): as in `TimeViewBox`, for the axis of that number.
    """

    zoomed = Signal(int, float, float)
    panned = Signal(int, float)
    reset = Signal(int)

    def __init__(self, theme: Theme, width: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._width = width  # of one axis
        self._axes: tuple[ShownAxis, ...] = ()
        self._ticks: tuple[ValueTicks, ...] = ()
        self._asked: tuple[object, ...] = ()
        self._dragged_from: QPointF | None = None
        self._dragged_axis = 0
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.hide()

    def show_axes(self, axes: Sequence[ShownAxis]) -> None:
        """Paints only where something reads otherwise."""
        asked = (tuple(axes), self.height())
        if asked == self._asked:
            return
        self._asked, self._axes = asked, tuple(axes)
        label = QFontMetrics(figures_font(TextSize.SMALL)).height()
        most = most_ticks(self._inner().height(), label)
        self._ticks = tuple(value_ticks(axis.low, axis.high, most) for axis in axes)
        self.setAccessibleDescription(", ".join(axis.unit for axis in axes))
        self.update()

    def _inner(self) -> QRect:
        return self.rect().adjusted(0, GAP, 0, -GAP)  # as the picture beside it

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.tokens.surface))
        for number, (axis, ticks) in enumerate(zip(self._axes, self._ticks, strict=True)):
            place = self._inner()
            place.setLeft(number * self._width + GAP)
            place.setWidth(self._width - GAP)
            self._paint_axis(painter, place, axis, ticks)
        painter.end()

    def _paint_axis(self, painter: QPainter, place: QRect, axis: ShownAxis, ticks: ValueTicks) -> None:
        tokens = self._theme.tokens
        painter.setPen(QColor(tokens.muted if axis.colour is None else tokens.curve(axis.colour)))
        painter.setFont(text_font(TextSize.SMALL))
        power = f"×10{str(ticks.exponent).translate(_SUPERSCRIPT)} " if ticks.exponent else ""
        line = QFontMetrics(painter.font()).height()
        unit = QFontMetrics(painter.font()).elidedText(power + axis.unit, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(QRect(place.left(), place.top(), place.width(), line), int(Qt.TextFlag.TextSingleLine), unit)
        painter.setFont(figures_font(TextSize.SMALL))
        for value, label in zip(ticks.values, ticks.labels, strict=True):
            y = place.bottom() - round((value - axis.low) / (axis.high - axis.low) * place.height())
            if y - line // 2 > place.top() + line - GRID // 2:  # under the unit
                box = QRect(place.left(), y - line // 2, place.width(), line)
                painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), label)

    # -- hands

    def _axis_at(self, x: float) -> int:
        """The number of the axis under the pointer; 0 for none."""
        number = int(x // self._width)
        return number + 1 if 0 <= number < len(self._axes) else 0

    def wheelEvent(self, event: QWheelEvent) -> None:
        axis, place = self._axis_at(event.position().x()), self._inner()
        if axis:
            at = (place.bottom() - event.position().y()) / max(1, place.height())
            self.zoomed.emit(axis, zoom_factor(event.angleDelta().y()), min(max(at, 0.0), 1.0))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        axis = self._axis_at(event.position().x())
        if axis and event.button() == Qt.MouseButton.LeftButton:
            self._dragged_from, self._dragged_axis = event.position(), axis

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged_from is not None:
            moved = event.position().y() - self._dragged_from.y()
            self._dragged_from = event.position()
            if moved:
                self.panned.emit(self._dragged_axis, moved / max(1, self._inner().height()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragged_from = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if axis := self._axis_at(event.position().x()):
            self.reset.emit(axis)
