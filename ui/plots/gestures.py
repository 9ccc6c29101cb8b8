"""What hands do to the time that all panels share, whichever of them is under the pointer."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, Signal
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

NOTCH = 120  # Qt's eighths of a degree in one notch of a wheel
ZOOM_PER_NOTCH = 0.8
PAN_PER_NOTCH = 0.1  # of the span, with a wheel that tilts or a touch pad's sideways stroke


def zoom_factor(delta: float) -> float:
    """How much longer the span becomes by a turn of the wheel; forward shows less time, larger."""
    return float(ZOOM_PER_NOTCH ** (delta / NOTCH))


class TimeGestures(QObject):
    """One for all panels and the time ruler of a stack. Whatever it is, it leaves live (see `ui.plots.reading.desk`).

    Signals:
        zoomed(factor, at): make the span `factor` times as long about the fraction `at` of its width.
        panned(fraction): move by a fraction of the span; positive shows later times.
        reset(): a double click.
    """

    zoomed = Signal(float, float)
    panned = Signal(float)
    reset = Signal()

    def wheel(self, delta: float, at: float, *, sideways: bool) -> None:
        """A turn of the wheel at the fraction `at` of the width."""
        if sideways:
            self.panned.emit(-delta / NOTCH * PAN_PER_NOTCH)
        elif delta:
            self.zoomed.emit(zoom_factor(delta), min(max(at, 0.0), 1.0))


class TimeStrip(QWidget):
    """A widget whose width is the span: it passes on wheel, drag and double click.

    `left` and `right` pixels at its sides are no part of the span.
    """

    def __init__(self, gestures: TimeGestures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gestures = gestures
        self._left = self._right = 0
        self._dragged_from: QPointF | None = None

    def set_sides(self, left: int, right: int) -> None:
        self._left, self._right = left, right
        self.update()

    @property
    def span_width(self) -> int:
        return max(1, self.width() - self._left - self._right)

    def wheelEvent(self, event: QWheelEvent) -> None:
        delta = event.angleDelta()
        sideways = abs(delta.x()) > abs(delta.y())
        at = (event.position().x() - self._left) / self.span_width
        self._gestures.wheel(delta.x() if sideways else delta.y(), at, sideways=sideways)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Whatever button: those that mean something else do not come here (`ui.plots.reading.mouse`)."""
        self._dragged_from = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged_from is not None:
            moved = event.position().x() - self._dragged_from.x()
            self._dragged_from = event.position()
            if moved:
                self._gestures.panned.emit(-moved / self.span_width)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragged_from = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._gestures.reset.emit()
