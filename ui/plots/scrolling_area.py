"""A CurveArea that scrolls an image and draws new columns alone.

Goals: the cost of a refresh depends on the pixels that are new, not on the window, the rate or the history;
the picture is the same as if it had been drawn at once. Plan:

  CurveColumns   the spans of the curves in view (`ui.plots.traces`)
  image          the pixels, in the same sliding window of columns

`follow` slides both and takes in new rows; `draw` draws the columns that changed, moves what is on the
screen by QWidget.scroll() and asks for the changed strip alone. `paintEvent` copies any rectangle from the
image: exposes and grabs need no drawing. Painted areas are single rectangles on purpose: a region of several
makes Qt clip each copy by spans, which was measured to cost ten times the copy. That is why there are no
vertical grid lines while following: they would stand still with the labels of the time axis, over a picture
that moves, and each would be a rectangle more. They are part of the picture wherever it stands.

Columns are device pixels. QWidget.scroll() moves by logical pixels, so spans start at multiples of the
device pixel ratio; with a ratio that is no whole number (1.25) the whole width is asked for instead.
The widget lies over a pyqtgraph view box, is opaque and lets the mouse through. A sibling over it would
switch off Qt's fast scrolling.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.stream import Int64Array
from ui.plots.area import Curve, Overlay, Shape
from ui.plots.press import draw_newest
from ui.plots.raster import REACH, Ground, PixelArray, Scale, Strip, StripSpans, Strokes, shades_of
from ui.plots.sliding import SlidingColumns
from ui.plots.timeview import Columns
from ui.plots.traces import CurveColumns, TableTrace
from ui.theme.palette import Theme
from ui.theme.tokens import Tokens

UNSET = (0.0, 1.0)  # low and high of an axis that was given none
BAND_ALPHA = 28  # of 255: a gap's ground
HATCH_ALPHA = 90


class ScrollingArea(QWidget):
    """See the module. Attributes: columns, the span that is drawn, or None before the first `follow`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._theme = theme
        self._curves: tuple[Curve, ...] = ()
        self._traces: list[TableTrace] = []
        self._spans = CurveColumns(0, 0, 1)
        self._strokes = _strokes(theme.tokens, ())
        self._ranges: dict[int, tuple[float, float]] = {}  # low and high of each axis that has them
        self._rows_of: dict[int, Int64Array | slice] = {}  # the curves of each axis
        self._grid: tuple[tuple[float, ...], tuple[int, ...]] = ((), ())
        self._ground: Ground | None = None  # to be made
        self._scaled: Scale | None = None  # the same
        self.columns: Columns | None = None
        self._anew = True  # load all at the next follow
        self._dirty: int | None = None  # first window column to draw; None for nothing
        self._moved = 0  # columns that the window has slid since the last draw
        self._has_marks = False  # a curve has lone samples, which are marked
        self._overlay: Overlay | None = None
        self._make_image()

    # -- what a panel asks for

    def set_curves(self, curves: Sequence[Curve]) -> None:
        self._curves = tuple(curves)
        self._strokes = _strokes(self._theme.tokens, self._curves)
        self._rows_of = _by_axis(self._curves)
        self._traces = traces_of(self._curves)
        self._scaled, self._anew = None, True

    def column_count(self) -> int:
        self._check_size()
        return self._sliding.count

    def quantum(self) -> int:
        ratio = self.devicePixelRatio()
        return int(ratio) if ratio == int(ratio) else 1

    def set_range(self, low: float, high: float, axis: int = 0) -> None:
        if (low, high) != self._ranges.get(axis):
            self._ranges[axis] = low, high
            self._ground, self._scaled, self._dirty = None, None, 0

    def set_grid(self, values: Sequence[float], times_ns: Sequence[int]) -> None:
        grid = (tuple(values), tuple(times_ns))
        if grid != self._grid:
            self._grid = grid
            self._ground, self._dirty = None, 0

    def extrema(self, axis: int = 0) -> tuple[float, float] | None:
        rows = self._rows_of.get(axis)
        return None if rows is None else self._spans.extrema(0, rows)

    def new_extrema(self, axis: int = 0) -> tuple[float, float] | None:
        rows = self._rows_of.get(axis)
        return None if rows is None or self._dirty is None else self._spans.extrema(self._dirty, rows)

    def set_overlay(self, overlay: Overlay | None) -> None:
        self._overlay = overlay
        self.update()

    def repaint_all(self) -> None:
        self._strokes = _strokes(self._theme.tokens, self._curves)
        self._ground = None
        self._anew = True

    # -- taking in

    def stands(self, columns: Columns) -> bool:
        self._check_size()
        return columns == self.columns and not self._anew and not any(t.has_lost(columns) for t in self._traces)

    def follow(self, columns: Columns) -> None:
        self._check_size()
        if columns.count != self._sliding.count:  # meant for a panel of another width: the right edge counts
            columns = Columns(columns.stop - self._sliding.count, columns.step_ns, self._sliding.count)
        anew = self._anew or not self._slide(columns)
        if anew:
            self._anew, self._moved = False, 0
            self._spans = CurveColumns(len(self._curves), len(self._traces), columns.count + REACH)
        self.columns = columns
        wide = Columns(columns.first - REACH, columns.step_ns, columns.count + REACH)
        changed = min([t.update(self._spans, wide, anew=anew) for t in self._traces], default=columns.stop)
        self._has_marks = any(trace.has_marks for trace in self._traces)
        if anew:
            self._dirty = 0
        elif changed < columns.stop:
            self._mark(max(0, changed - (REACH if self._has_marks else 0) - columns.first))

    def _slide(self, columns: Columns) -> bool:
        """Move the window forward; False where it is not the same window further on."""
        old = self.columns
        if old is None or (columns.step_ns, columns.count) != (old.step_ns, old.count):
            return False
        by = columns.first - old.first
        if not 0 <= by < columns.count:
            return False
        if by:
            self._spans.sliding.advance(by)
            self._sliding.advance(by)
            self._moved += by
            if self._dirty:
                self._dirty = max(0, self._dirty - by)
            self._mark(columns.count - by)
        return True

    def _mark(self, column: int) -> None:
        self._dirty = column if self._dirty is None else min(self._dirty, column)

    # -- drawing

    def draw(self) -> bool:
        if self._dirty is None or self.columns is None or self._anew:  # the spans are of other curves, or another size
            return False
        first, self._dirty = self._dirty, None
        moved, self._moved = self._moved, 0
        if first < self.columns.count:
            draw_newest(self, self.columns.count - first)
        self._show(first, moved)
        return True

    def strip(self, count: int) -> Strip:
        """The last `count` columns, to be drawn anew (ui.plots.press)."""
        assert self.columns is not None
        spans, first, reach = self._spans, self.columns.count - count, self._reach
        start = first + REACH - reach  # the spans' window starts REACH before the image's
        held, gaps = (spans.held[:, start:], spans.gaps[:, start:]) if spans.has_flags(start) else (None, None)
        strip = StripSpans(
            spans.lows[:, start:],
            spans.highs[:, start:],
            spans.points[:, start:] if self._has_marks else None,
            held if held is not None and held.any() else None,
            np.logical_or.reduce(gaps, axis=0) if gaps is not None and gaps.any() else None,
            self.columns.first - REACH + start,
            reach,
            count,
        )
        if self._ground is None:
            self._ground = self._make_ground(self.columns)
        at = self._sliding.offset + first
        return Strip(self._pixels, at, strip, self._scale(), self._strokes, self._ground)

    @property
    def _reach(self) -> int:
        """How many columns to its left a column's picture depends on now; with marks as many to its right."""
        return REACH if self._has_marks else min(REACH, round(self._ratio) - 1)

    def _scale(self) -> Scale:
        if self._scaled is None:
            ranges = np.array([self._ranges.get(curve.axis, UNSET) for curve in self._curves]).reshape(-1, 2)
            high, heights = ranges[:, 1:], ranges[:, 1:] - ranges[:, :1]
            rows_per_unit = len(self._pixels) / np.where(heights, heights, 1.0)
            self._scaled = Scale(high, rows_per_unit, self._ratio, self._theme.tokens.pen)
        return self._scaled

    def _show(self, first: int, moved: int) -> None:
        """Move what is on the screen and ask for what is new."""
        ratio = self._ratio
        covered = self._overlay is not None and self._overlay.is_shown()
        if first == 0 or ratio != int(ratio) or covered:  # what stands still must not be moved along
            self.update()
            return
        by = moved // int(ratio)
        if by:
            self.scroll(-by, 0)
        left = first // int(ratio)
        self.update(left, 0, self.width() - left, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._ratio == 1:  # Qt clips to what it asks for
            painter.drawImage(-self._sliding.offset, 0, self._image)
        else:
            self._paint_scaled(painter, event.rect())
        if self._overlay is not None and self._overlay.is_shown():
            painter.resetTransform()
            self._overlay.paint(painter, self.rect())
        painter.end()

    def _paint_scaled(self, painter: QPainter, asked: QRect) -> None:
        painter.scale(1 / self._ratio, 1 / self._ratio)  # from here on device pixels, so that this is a copy
        whole = QRect(0, 0, self._sliding.count, len(self._pixels))
        part = _in_device(asked, self._ratio).intersected(whole)
        painter.drawImage(part.topLeft(), self._image, part.translated(self._sliding.offset, 0))

    # -- memory

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._check_size()  # Qt tells a hidden widget of its size late, when there may be a picture already
        super().resizeEvent(event)

    def _check_size(self) -> None:
        """Room for another size, or another density: the window may have gone to another screen."""
        if (self.width(), self.height(), self.devicePixelRatio()) != self._sized:
            self._make_image()

    def _make_image(self) -> None:
        self._sized = self.width(), self.height(), self.devicePixelRatio()
        self._ratio = self._sized[2]
        size = _in_device(self.rect(), self._ratio).size()
        self._sliding = SlidingColumns(max(1, size.width()))
        self._pixels: PixelArray = self._sliding.array(max(1, size.height()), np.uint32, None)
        self._pixels[:] = shades_of([self._theme.tokens.surface], self._theme.tokens.surface)[0, 0]
        height, stride = self._pixels.shape
        self._image = QImage(self._pixels.data, stride, height, 4 * stride, QImage.Format.Format_RGB32)
        self._ground, self._scaled, self._anew = None, None, True

    def _make_ground(self, columns: Columns) -> Ground:
        tokens, height = self._theme.tokens, len(self._pixels)
        surface, grid, zero = shades_of([tokens.surface, tokens.grid, tokens.line], tokens.surface)[:, 255].tolist()
        thick = max(1, int(self.devicePixelRatio()))
        rows = np.full((height, 1), surface, np.uint32)
        values, times = self._grid
        low, high = self._ranges.get(0, UNSET)
        for value in values:
            top = round((high - value) / ((high - low) or 1.0) * height) - thick // 2
            rows[max(top, 0) : max(top + thick, 0)] = zero if value == 0 else grid
        lines = [columns.column_of(at) + shift for at in times for shift in range(thick)]
        return Ground(rows, np.array(lines, np.int64), grid)


def _in_device(rect: QRect, ratio: float) -> QRect:
    """The device pixels that a rectangle of logical pixels touches."""
    if ratio == 1:
        return QRect(rect)
    left, top = int(rect.x() * ratio), int(rect.y() * ratio)
    right, bottom = -int(-(rect.x() + rect.width()) * ratio // 1), -int(-(rect.y() + rect.height()) * ratio // 1)
    return QRect(left, top, right - left, bottom - top)


def traces_of(curves: Sequence[Curve]) -> list[TableTrace]:
    """One for each table and shape: their columns are asked for together."""
    rows_of: dict[tuple[int, Shape], list[int]] = {}
    for row, curve in enumerate(curves):
        rows_of.setdefault((id(curve.table), _shape(curve)), []).append(row)
    return [
        TableTrace(curves[rows[0]].table, [curves[row].column for row in rows], rows, number, shape)
        for number, ((_, shape), rows) in enumerate(rows_of.items())
    ]


def _shape(curve: Curve) -> Shape:
    """Left open for whole numbers alone: between two measured ones there may be a value."""
    whole = curve.table.columns[curve.column].dtype.kind in "iu"
    return curve.shape if curve.shape != "auto" or whole else "line"


def _by_axis(curves: Sequence[Curve]) -> dict[int, Int64Array | slice]:
    """Which curves an axis scales; all of them as a slice, which copies nothing."""
    axes = {curve.axis for curve in curves}
    if len(axes) == 1:
        return {axis: slice(None) for axis in axes}
    return {a: np.array([row for row, curve in enumerate(curves) if curve.axis == a], np.int64) for a in axes}


def _strokes(tokens: Tokens, curves: Sequence[Curve]) -> Strokes:
    muted = shades_of([tokens.muted], tokens.surface)[0]
    return Strokes(
        shades_of([tokens.curve(curve.colour) for curve in curves], tokens.surface),
        np.array([curve.colour >= len(tokens.curves) for curve in curves], np.bool_),
        int(muted[BAND_ALPHA]),
        int(muted[HATCH_ALPHA]),
    )
