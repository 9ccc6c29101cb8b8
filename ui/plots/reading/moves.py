"""Moves of the view by a box that is drawn and by keyboard: they become the gestures that the wheel and a drag make."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Slot

from ui.plots.gestures import NOTCH, TimeGestures, zoom_factor
from ui.plots.panel import PlotPanel
from ui.plots.reading.mouse import LEAST_BAND
from ui.plots.reading.places import Place

if TYPE_CHECKING:
    from ui.plots.stack import PlotStack


class ViewMoves(QObject):
    """One for a stack."""

    def __init__(self, stack: PlotStack, gestures: TimeGestures) -> None:
        super().__init__(stack)
        self._stack = stack
        self._gestures = gestures

    def hold(self) -> None:
        """Leave live: a box is being drawn, and what it is drawn over must not move."""
        if self._stack.live:
            self._gestures.panned.emit(0.0)

    @Slot(float)
    def page(self, fraction: float) -> None:
        """By a part of the span; positive shows later times."""
        self._gestures.panned.emit(fraction)

    @Slot(float)
    def zoom(self, notches: float) -> None:
        """By notches of a wheel, about the crosshair."""
        self._gestures.zoomed.emit(zoom_factor(notches * NOTCH), self._stack.reading.anchor_fraction())

    def zoom_box(self, panel: PlotPanel, band: QRect) -> None:
        """Show the times and the values of a box; a flat one leaves the values, a narrow one the times."""
        place = Place.of(panel)
        if place is None:
            return
        if band.height() >= LEAST_BAND and panel.curves:
            held = {axis: panel.value_range(axis) for axis in range(len(panel.plan.units))}
            panel.hold_ranges({axis: _values_of(place, band, *was) for axis, was in held.items()})
            panel.ranged.emit(panel)
        left, right = place.fraction(band.left()), place.fraction(band.right() + 1)
        part = right - left
        if band.width() >= LEAST_BAND and 0 < part < 1:
            self._gestures.zoomed.emit(part, left / (1 - part))
        else:
            self._gestures.panned.emit(0.0)  # draws it


def _values_of(place: Place, band: QRect, low: float, high: float) -> tuple[float, float]:
    """Those of a box's lower and upper edge."""
    return place.value(band.bottom() + 1, low, high), place.value(band.top(), low, high)
