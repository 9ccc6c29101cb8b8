"""Where everything stands on the sheet, in typographic points: pure.

The sheet is as wide as a page of A4 laid across leaves room for, and as high as its rows need. All sizes are the
paper's own: they follow neither the window's size nor the screen's density.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ui.export.figure import Figure, FigurePanel

WIDTH = 760.0
EDGE = 20.0  # around all of it
HEADER = 46.0  # title, and the span of time
CURVES_HEIGHT = 132.0
ENTRY, HEADING = 12.0, 16.0  # a line of the legend, and a panel's title
LANE = 18.0
AXIS = 46.0  # labels of one axis
TIMES = 18.0  # labels of the time axis
ROW_GAP, COLUMN_GAP = 10.0, 16.0
LEGEND, LEGEND_SHARE = 168.0, 0.34  # at most so much of a panel's width


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; y grows downwards."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def bottom(self) -> float:
        return self.top + self.height


@dataclass(frozen=True, slots=True)
class Cell:
    """One panel's places: `axes` from the innermost to the outermost, `times` where time labels stand under it."""

    panel: FigurePanel
    plot: Box
    axes: tuple[Box, ...]
    legend: Box
    times: Box | None


@dataclass(frozen=True, slots=True)
class Sheet:
    width: float
    height: float
    header: Box
    cells: tuple[Cell, ...]


def lay_out(figure: Figure) -> Sheet:
    """Rows under each other; time labels under the last of the rows that have the same panels side by side."""
    inner = WIDTH - 2 * EDGE
    header = Box(EDGE, EDGE, inner, HEADER)
    top, cells = header.bottom, []
    for number, row in enumerate(figure.rows):
        height = max(_height(panel) for panel in row)
        following = figure.rows[number + 1] if number + 1 < len(figure.rows) else ()
        has_times = not _are_aligned(row, following)
        cells += _row(row, top, inner, height, has_times)
        top += height + (TIMES if has_times else 0) + ROW_GAP
    return Sheet(WIDTH, top - (ROW_GAP if cells else 0) + EDGE, header, tuple(cells))


def _are_aligned(row: Sequence[FigurePanel], other: Sequence[FigurePanel]) -> bool:
    return _lefts(row) == _lefts(other)


def _lefts(row: Sequence[FigurePanel]) -> list[tuple[float, int]]:
    """What the plots' left and right edges depend on."""
    whole = sum(panel.weight for panel in row) or 1.0
    return [(round(panel.weight / whole, 2), max(1, len(panel.axes))) for panel in row]


def _height(panel: FigurePanel) -> float:
    lines = HEADING + ENTRY * (len(panel.entries) + bool(panel.note))
    if panel.is_lanes:
        return max(HEADING + LANE * len(panel.lanes), lines)
    return max(CURVES_HEIGHT, lines)


def _row(row: Sequence[FigurePanel], top: float, inner: float, height: float, has_times: bool) -> list[Cell]:
    room = inner - COLUMN_GAP * (len(row) - 1)
    whole = sum(panel.weight for panel in row) or 1.0
    cells, left = [], EDGE
    for panel in row:
        width = room * panel.weight / whole
        cells.append(_cell(panel, Box(left, top, width, height), has_times))
        left += width + COLUMN_GAP
    return cells


def _cell(panel: FigurePanel, place: Box, has_times: bool) -> Cell:
    legend = min(LEGEND, place.width * LEGEND_SHARE)
    axes = max(1, len(panel.axes))
    plot = Box(place.left + axes * AXIS, place.top, max(1.0, place.width - axes * AXIS - legend), place.height)
    return Cell(
        panel,
        plot,
        tuple(Box(plot.left - (n + 1) * AXIS, plot.top, AXIS, plot.height) for n in range(axes)),
        Box(plot.right, plot.top, legend, plot.height),
        Box(plot.left, plot.bottom, plot.width, TIMES) if has_times else None,
    )
