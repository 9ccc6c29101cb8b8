"""Where a drag would land: on a tile, at one of its edges, or on the ground where no tile is.

Pure of widgets but for the mark that shows it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.plots.board.moves import Side
from ui.theme.fonts import text_font
from ui.theme.palette import Theme
from ui.theme.tokens import GRID, MARGIN, TextSize
from ui.translate import tr

EDGE_SHARE = 0.22  # of a tile's width or height that means its edge...
EDGE_MOST = 20 * GRID  # ...and no more, however large the tile is
TINT = 0.22


@dataclass(frozen=True, slots=True)
class Landing:
    """On the tile `key`, at its edge `side`; both None on the ground. `mark`: what is to be shown of it."""

    key: str | None
    side: Side | None
    mark: QRect


def landing(tiles: Iterable[tuple[str, QRect]], ground: QRect, at: QPoint) -> Landing | None:
    """Where something dropped at a point would land; None beside the ground."""
    for key, rect in tiles:
        if rect.contains(at):
            side = _side(rect, at)
            return Landing(key, side, _half(rect, side))
    return Landing(None, None, ground) if ground.contains(at) else None


def _side(rect: QRect, at: QPoint) -> Side | None:
    """The edge that a point is near to: the nearest one, as parts of what counts as near."""
    wide = max(1.0, min(rect.width() * EDGE_SHARE, EDGE_MOST))
    high = max(1.0, min(rect.height() * EDGE_SHARE, EDGE_MOST))
    distances = {
        Side.LEFT: (at.x() - rect.left()) / wide,
        Side.RIGHT: (rect.right() - at.x()) / wide,
        Side.ABOVE: (at.y() - rect.top()) / high,
        Side.BELOW: (rect.bottom() - at.y()) / high,
    }
    side = min(distances, key=lambda side: distances[side])
    return side if distances[side] < 1 else None


def _half(rect: QRect, side: Side | None) -> QRect:
    """The part of a tile that what is dropped at its edge will take."""
    half = QRect(rect)
    if side is Side.LEFT:
        half.setWidth(rect.width() // 2)
    elif side is Side.RIGHT:
        half.setLeft(rect.center().x())
    elif side is Side.ABOVE:
        half.setHeight(rect.height() // 2)
    elif side is Side.BELOW:
        half.setTop(rect.center().y())
    return half


def landing_words(at: Landing, *, is_plot: bool) -> str:
    """What will happen there."""
    if at.key is None:
        return tr("Move to the end") if is_plot else tr("New plot")
    if at.side is None:
        return tr("Merge into this plot") if is_plot else tr("Add to this plot")
    words = {
        Side.LEFT: tr("To the left of this plot"),
        Side.RIGHT: tr("To the right of this plot"),
        Side.ABOVE: tr("Above this plot"),
        Side.BELOW: tr("Below this plot"),
    }
    return words[at.side]


class LandingMark(QWidget):
    """The part that what is dropped will take, and in words what will happen."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.text = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_at(self, place: QRect, text: str) -> None:
        self.text = text
        self.setGeometry(place)
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self)
        ground = QColor(tokens.accent)
        ground.setAlphaF(TINT)
        painter.fillRect(self.rect(), ground)
        painter.setPen(QColor(tokens.accent))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        font = text_font(TextSize.BODY, strong=True)
        metrics = QFontMetrics(font)
        words = metrics.elidedText(self.text, Qt.TextElideMode.ElideRight, self.width() - 2 * MARGIN)
        plate = QRect(0, 0, metrics.horizontalAdvance(words) + 2 * MARGIN, metrics.height() + 2 * GRID)
        plate.moveCenter(self.rect().center())
        painter.fillRect(plate, QColor(tokens.raised))
        painter.setFont(font)
        painter.setPen(QColor(tokens.text))
        painter.drawText(plate, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine), words)
        painter.end()
