"""What stands over one panel's picture: the crosshair with a mark on each curve, the cursors, the box that is drawn.

A Look says what there is, in pixels; the desk makes a new one whenever something has moved, and nothing is painted
where it is the same as before. An area that has an overlay to show copies its whole picture instead of scrolling it,
so an overlay is shown only while something of it is in the picture.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from ui.face import Face
from ui.plots.reading.cursors import Name
from ui.theme.fonts import text_font
from ui.theme.palette import Theme
from ui.theme.tokens import GRID, LINE, TextSize, Tokens

DOT = 3.5  # radius of a mark on a curve
CAP = GRID  # width of the ends of a bar from the least to the greatest value in the pixel
SPAN_ALPHA = 0.07  # between the cursors
BAND_ALPHA = 0.14


@dataclass(frozen=True, slots=True)
class Mark:
    """On a curve of colour number `colour`: its value's height; the extremes' where the pixel holds several samples."""

    y: float
    colour: int
    top: float | None = None
    bottom: float | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """All that stands over a picture. `line`: the crosshair's x; `cursors`: names and x; `band`: the box, if one is."""

    line: int | None = None
    marks: tuple[Mark, ...] = ()
    cursors: tuple[tuple[Name, int], ...] = ()
    span: tuple[int, int] | None = None
    band: tuple[int, int, int, int] | None = None

    @property
    def is_empty(self) -> bool:
        return self.line is None and not self.cursors and self.span is None and self.band is None


class PanelOverlay:
    """An Overlay (`ui.plots.area`) of one panel's canvas. Attributes: look."""

    def __init__(self, theme: Theme, canvas: QWidget) -> None:
        self.look = Look()
        self._theme = theme
        self._canvas = canvas

    def show_look(self, look: Look) -> None:
        if look != self.look:
            self.look = look
            self._canvas.update()

    def is_shown(self) -> bool:
        return not self.look.is_empty

    def paint(self, painter: QPainter, place: QRect) -> None:
        tokens, look = self._theme.tokens, self.look
        painter.save()
        painter.setClipRect(place)
        if look.span is not None:
            ground = QColor(tokens.accent)
            ground.setAlphaF(SPAN_ALPHA)
            painter.fillRect(look.span[0], place.top(), look.span[1] - look.span[0], place.height(), ground)
        first = min(look.cursors, key=lambda cursor: cursor[1]) if len(look.cursors) > 1 else None
        for cursor in look.cursors:
            self._paint_cursor(painter, place, *cursor, letter_left=cursor == first)
        if look.line is not None:
            painter.fillRect(look.line, place.top(), LINE, place.height(), QColor(tokens.muted))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for mark in look.marks:
                _paint_mark(painter, look.line, mark, tokens)
        if look.band is not None:
            _paint_band(painter, QRect(*look.band), tokens)
        painter.restore()

    def _paint_cursor(self, painter: QPainter, place: QRect, name: Name, x: int, *, letter_left: bool) -> None:
        """A is a whole line, B a dashed one, each with its letter, which stands away from the other line."""
        style = Qt.PenStyle.SolidLine if name == "A" else Qt.PenStyle.DashLine
        painter.setPen(QPen(QColor(self._theme.tokens.accent), LINE, style))
        painter.drawLine(x, place.top(), x, place.bottom())
        face = Face(text_font(TextSize.SMALL, strong=True))
        width = face.width(name)
        left, right = x - GRID - width, x + GRID
        is_left = left >= place.left() if letter_left else right + width > place.right()
        room = QRect(left if is_left else right, place.top(), width, face.height)
        painter.fillRect(room.adjusted(-1, 0, 1, 0), QColor(self._theme.tokens.surface))  # else a curve strikes it out
        face.draw(painter, room, name, self._theme.tokens.accent)


def _paint_mark(painter: QPainter, x: int, mark: Mark, tokens: Tokens) -> None:
    middle = x + LINE / 2
    painter.setPen(QPen(QColor(tokens.text), LINE))
    if mark.top is not None and mark.bottom is not None and mark.bottom - mark.top > 2 * DOT:
        for y in (mark.top, mark.bottom):
            painter.drawLine(QPointF(middle - CAP, y), QPointF(middle + CAP, y))
        painter.drawLine(QPointF(middle, mark.top), QPointF(middle, mark.bottom))
    painter.setPen(QPen(QColor(tokens.surface), 1.5))
    painter.setBrush(QColor(tokens.curve(mark.colour)))
    painter.drawEllipse(QPointF(middle, mark.y), DOT, DOT)


def _paint_band(painter: QPainter, band: QRect, tokens: Tokens) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    ground = QColor(tokens.accent)
    ground.setAlphaF(BAND_ALPHA)
    painter.fillRect(band, ground)
    painter.setPen(QPen(QColor(tokens.accent), LINE, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(band).adjusted(0, 0, -1, -1))
