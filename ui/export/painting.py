"""Paints a figure with a QPainter: on an image, into an SVG or a PDF. All of it is lines and text, whatever the target.

One unit is a typographic point. Nothing relies on the painter's clipping or on pattern brushes, which SVG does not
have: curves are cut, and hatching is made of strokes.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from app.store.views import Float64Array
from ui.export.figure import Figure, FigureBand, FigureBar, FigureCurve, FigureEntry, FigurePanel
from ui.export.paths import clipped, hatching
from ui.export.sheet import ENTRY, HEADING, LANE, Box, Cell, Sheet
from ui.plots.ticks import TimeTicks, ValueTicks, clock_ticks, value_ticks
from ui.theme.fonts import figures_font, text_font
from ui.theme.tokens import Tokens

TITLE, BODY, SMALL = 12, 8, 7  # points: of this unit, so pixels to Qt
PEN, THIN, STRONG = 1.0, 0.5, 1.5
MARK = 1.5  # half a lone sample's mark
DASH, HELD_DASH = (6.0, 3.0), (4.0, 4.0)  # drawn and not, in pen widths
HELD_OPACITY = 0.55
HATCH = 5.0
BAND_OPACITY, HATCH_OPACITY, TINT = 0.08, 0.35, 0.28
SWATCH, PAD = 10.0, 6.0
LABEL_ROOM = 62.0  # of a time label
TICK_ROOM = 22.0  # of a value label, upwards
LEAST_WORD = 14.0
SUPERSCRIPT = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
LEFT, RIGHT, CENTRE = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignHCenter


def paint_figure(painter: QPainter, figure: Figure, sheet: Sheet, tokens: Tokens) -> None:
    """Paint all of it; one unit of the painter is a point."""
    brush = FigureBrush(painter, figure, tokens)
    painter.fillRect(QRectF(0, 0, sheet.width, sheet.height), QColor(tokens.surface))
    brush.paint_header(sheet.header)
    for cell in sheet.cells:
        brush.paint_cell(cell)


class FigureBrush:
    """A painter with a figure's colours and times in hand."""

    def __init__(self, painter: QPainter, figure: Figure, tokens: Tokens) -> None:
        self._painter = painter
        self._figure = figure
        self._tokens = tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def paint_header(self, place: Box) -> None:
        upper = Box(place.left, place.top, place.width, 16.0)
        lower = Box(place.left, place.top + 15.0, place.width, 12.0)
        self._text(upper, self._figure.title, _font(TITLE, strong=True), self._tokens.text)
        self._text(lower, self._figure.about, _font(BODY), self._tokens.muted)

    def paint_cell(self, cell: Cell) -> None:
        panel, plot = cell.panel, cell.plot
        times = self._times(plot)
        axes = [value_ticks(a.low, a.high, max(1, int(plot.height / TICK_ROOM))) for a in panel.axes]
        self._paint_grid(panel, plot, times, axes)
        for band in panel.bands:
            self._paint_band(plot, band)
        for curve in panel.curves:
            self._paint_curve(panel, plot, curve)
        for number, bars in enumerate(panel.lanes):
            self._paint_lane(plot, number, bars)
        for number, (place, ticks) in enumerate(zip(cell.axes, axes, strict=False)):
            self._paint_axis(place, panel, number, ticks)
        self._frame(plot)
        self._paint_legend(cell.legend, panel)
        if cell.times is not None:
            self._paint_times(cell.times, times)

    # -- ground

    def _times(self, plot: Box) -> TimeTicks:
        return clock_ticks(self._figure.start_unix_ns, self._figure.span_ns, max(1, int(plot.width / LABEL_ROOM)))

    def _paint_grid(self, panel: FigurePanel, plot: Box, times: TimeTicks, axes: list[ValueTicks]) -> None:
        """Grid lines follow the first axis."""
        self._painter.setPen(_pen(self._tokens.grid, THIN))
        for at in times.positions:
            x = plot.left + at * plot.width
            self._painter.drawLine(QLineF(x, plot.top, x, plot.bottom))
        for value in axes[0].values if axes else ():
            y = _height_of(value, panel.axes[0].low, panel.axes[0].high, plot)
            self._painter.setPen(_pen(self._tokens.line if value == 0 else self._tokens.grid, THIN))
            self._painter.drawLine(QLineF(plot.left, y, plot.right, y))

    def _frame(self, plot: Box) -> None:
        """The two sides that the axes stand on."""
        self._painter.setPen(_pen(self._tokens.line, THIN))
        self._painter.drawLine(QLineF(plot.left, plot.top, plot.left, plot.bottom))
        self._painter.drawLine(QLineF(plot.left, plot.bottom, plot.right, plot.bottom))

    def _paint_band(self, plot: Box, band: FigureBand) -> None:
        left, right = plot.left + band.left * plot.width, plot.left + band.right * plot.width
        right = max(right, left + THIN)
        self._painter.fillRect(
            QRectF(left, plot.top, right - left, plot.height), _faint(self._tokens.muted, BAND_OPACITY)
        )
        self._painter.setPen(QPen(_faint(self._tokens.muted, HATCH_OPACITY), THIN))
        strokes = QPainterPath()
        for x, y, end_x, end_y in hatching(left, plot.top, right, plot.bottom, HATCH).tolist():
            strokes.moveTo(x, y)
            strokes.lineTo(end_x, end_y)
        self._painter.drawPath(strokes)
        place = Box(left + 2, plot.bottom - 10, right - left - 4, 9)
        if place.width > LEAST_WORD:
            self._text(place, band.cause, _font(SMALL), self._tokens.muted)

    # -- what was measured

    def _paint_curve(self, panel: FigurePanel, plot: Box, curve: FigureCurve) -> None:
        axis = panel.axes[curve.axis]
        colour = self._tokens.curve(curve.colour)
        measured = _pen(colour, PEN)
        if curve.colour >= len(self._tokens.curves):
            measured.setDashPattern(DASH)
        held = QPen(_faint(colour, HELD_OPACITY), PEN)
        held.setDashPattern(HELD_DASH)
        held.setCapStyle(Qt.PenCapStyle.FlatCap)
        for lines, pen in ((curve.measured, measured), (curve.held, held)):
            self._painter.setPen(pen)
            for piece in (piece for line in lines for piece in clipped(line, axis.low, axis.high)):
                self._painter.drawPolyline(_polygon(piece, axis.low, axis.high, plot))
        for share, value in curve.points:
            if axis.low <= value <= axis.high:
                x, y = plot.left + share * plot.width, _height_of(value, axis.low, axis.high, plot)
                self._painter.fillRect(QRectF(x - MARK, y - MARK, 2 * MARK, 2 * MARK), QColor(colour))

    def _paint_lane(self, plot: Box, number: int, bars: Iterable[FigureBar]) -> None:
        top = plot.top + HEADING + number * LANE + 2
        for bar in bars:
            left, right = plot.left + bar.left * plot.width, plot.left + bar.right * plot.width
            place = QRectF(left, top, max(THIN, right - left - THIN), LANE - 4)
            colour = self._tokens.muted if bar.code is None else self._tokens.curve(bar.code)
            self._painter.fillRect(place, _faint(colour, TINT))
            self._painter.fillRect(QRectF(left, top, min(STRONG, place.width()), place.height()), QColor(colour))
            if place.width() > LEAST_WORD:
                inner = Box(left + 4, top, place.width() - 6, place.height())
                self._text(inner, bar.word, _font(SMALL), self._tokens.text)

    # -- words

    def _paint_axis(self, place: Box, panel: FigurePanel, number: int, ticks: ValueTicks) -> None:
        axis = panel.axes[number]
        for value, label in zip(ticks.values, ticks.labels, strict=True):
            y = min(max(_height_of(value, axis.low, axis.high, place), place.top + 4), place.bottom - 4)
            self._text(Box(place.left, y - 5, place.width - 4, 10), label, _figures(SMALL), self._tokens.muted, RIGHT)
        power = f"×10{str(ticks.exponent).translate(SUPERSCRIPT)}" if ticks.exponent else ""
        said = " ".join(word for word in (power, axis.unit) if word)
        self._text(Box(place.left, place.top - 10, place.width - 4, 9), said, _font(SMALL), self._tokens.muted, RIGHT)

    def _paint_times(self, place: Box, ticks: TimeTicks) -> None:
        for at, label in zip(ticks.positions, ticks.labels, strict=True):
            x = place.left + at * place.width
            left = min(max(x - LABEL_ROOM / 2, place.left - LABEL_ROOM / 4), place.right - LABEL_ROOM * 0.75)
            self._text(Box(left, place.top + 2, LABEL_ROOM, 10), label, _figures(SMALL), self._tokens.muted, CENTRE)

    def _paint_legend(self, place: Box, panel: FigurePanel) -> None:
        inner = Box(place.left + PAD, place.top, place.width - PAD, place.height)
        used = self._text(
            Box(inner.left, inner.top, inner.width, 10), panel.unit, _font(BODY), self._tokens.muted, RIGHT
        )
        title = Box(inner.left, inner.top, max(0.0, inner.width - used - PAD), 10)
        self._text(title, panel.title, _font(BODY, strong=True), self._tokens.text)
        step = LANE if panel.is_lanes else ENTRY
        top = inner.top + HEADING
        for entry in panel.entries:
            self._paint_entry(Box(inner.left, top, inner.width, step), entry)
            top += step
        if panel.note:
            self._text(Box(inner.left, top, inner.width, ENTRY), panel.note, _font(SMALL), self._tokens.muted)

    def _paint_entry(self, row: Box, entry: FigureEntry) -> None:
        left = row.left
        if entry.colour is not None:
            pen = _pen(self._tokens.curve(entry.colour), STRONG)
            if entry.colour >= len(self._tokens.curves):
                pen.setDashPattern((2.5, 1.0))
            self._painter.setPen(pen)
            self._painter.drawLine(QLineF(left, row.top + row.height / 2, left + SWATCH, row.top + row.height / 2))
            left += SWATCH + PAD - 2
        used = self._text(row, entry.unit, _font(SMALL), self._tokens.muted, RIGHT)
        ink = self._tokens.muted if entry.stale else self._tokens.text
        shown = Box(
            left + row.width / 4, row.top, row.right - left - row.width / 4 - used - (2 if used else 0), row.height
        )
        used = self._text(shown, entry.value, _figures(BODY), ink, RIGHT)
        name = Box(left, row.top, max(0.0, shown.right - used - 4 - left), row.height)
        self._text(name, entry.name, _font(BODY), self._tokens.muted)

    def _text(self, place: Box, text: str, font: QFont, colour: str, side: Qt.AlignmentFlag = LEFT) -> float:
        """One line in the middle of its height, cut with an ellipsis; returns its width."""
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, place.width))
        if not shown:
            return 0.0
        width = metrics.horizontalAdvance(shown)
        x = {LEFT: place.left, RIGHT: place.right - width, CENTRE: place.left + (place.width - width) / 2}[side]
        self._painter.setFont(font)
        self._painter.setPen(QColor(colour))
        y = place.top + (place.height + metrics.ascent() - metrics.descent()) / 2
        self._painter.drawText(QPointF(x, y), shown)  # a point: a rectangle would be laid out again in each format
        return width


def _height_of(value: float, low: float, high: float, plot: Box) -> float:
    return plot.bottom - (value - low) / ((high - low) or 1.0) * plot.height


def _polygon(line: Float64Array, low: float, high: float, plot: Box) -> QPolygonF:
    xs = plot.left + line[:, 0] * plot.width
    ys = plot.bottom - (line[:, 1] - low) / ((high - low) or 1.0) * plot.height
    return QPolygonF([QPointF(x, y) for x, y in np.column_stack((xs, ys)).tolist()])


def _pen(colour: str, width: float) -> QPen:
    return QPen(QColor(colour), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.RoundJoin)


def _faint(colour: str, opacity: float) -> QColor:
    faint = QColor(colour)
    faint.setAlphaF(opacity)
    return faint


def _font(size: int, *, strong: bool = False) -> QFont:
    font = text_font(strong=strong)
    font.setPixelSize(size)
    return font


def _figures(size: int) -> QFont:
    font = figures_font()
    font.setPixelSize(size)
    return font
