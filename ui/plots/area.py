"""The way of drawing, behind one small interface, so that it can be replaced.

A panel gives an area its curves, its value range and its grid, and at each refresh the span to show. How
the pixels come about is the area's own business. `ui.plots.scrolling_area` is the one there is: software
raster, an image that scrolls. Another (a GPU's, a curve item of pyqtgraph's) needs these methods alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from ui.plots.timeview import Columns

if TYPE_CHECKING:  # an empty window needs no numpy, and is there sooner
    from app.store.table import Table

Shape = Literal["auto", "line", "steps", "points"]


@dataclass(frozen=True, slots=True)
class Curve:
    """One curve: a column of a table, in the theme's curve colour number `colour`.

    axis   the number of the value axis that scales it
    shape  line: samples are joined; steps: a value holds until the next sample; points: marks alone;
           auto: steps for whole numbers that come slowly, which have nothing between them, else a line
    """

    table: Table
    column: int
    colour: int
    axis: int = 0
    shape: Shape = "auto"


class Overlay(Protocol):
    """What stands over an area's picture and moves by itself: crosshair, cursors, what is pointed at."""

    def is_shown(self) -> bool:
        """Whether there is anything to paint; while there is not, the area scrolls, which is cheaper."""

    def paint(self, painter: QPainter, place: QRect) -> None:
        """Paint over the picture, whose whole rectangle is `place`, in logical pixels."""


class CurveArea(Protocol):
    """Draws curves over one span of time, each over its axis' range of values."""

    def set_curves(self, curves: Sequence[Curve]) -> None:
        """Replace all curves."""

    def column_count(self) -> int:
        """How many pixel columns it has now."""

    def quantum(self) -> int:
        """The span's first column has to be a multiple of this."""

    def stands(self, columns: Columns) -> bool:
        """Whether it shows this span already, so that nothing but new data could change the picture."""

    def follow(self, columns: Columns) -> None:
        """Take in what is new in the span, which may have moved; draws nothing yet."""

    def extrema(self, axis: int = 0) -> tuple[float, float] | None:
        """Least and greatest value of an axis' curves in view, after `follow`."""

    def new_extrema(self, axis: int = 0) -> tuple[float, float] | None:
        """The same of what `draw` is about to draw alone; cheaper."""

    def set_range(self, low: float, high: float, axis: int = 0) -> None:
        """An axis' values at the lower and the upper edge."""

    def set_grid(self, values: Sequence[float], times_ns: Sequence[int]) -> None:
        """Grid lines at values of axis 0, and at times; no times while following: their labels then stand still."""

    def set_overlay(self, overlay: Overlay | None) -> None:
        """What is painted over the curves from now on; the area asks it whenever it paints."""

    def draw(self) -> bool:
        """Draw what has changed since; False where there was nothing."""

    def repaint_all(self) -> None:
        """Load and draw all of it anew at the next `follow` and `draw` (theme, doubt)."""
