"""What the lists have in common whose rows Quintet paints itself: a quiet view, a row's ground, size and fonts, the
words where there is no row, the heads above.

No frames and no boxes: a row tells by its ground that it is chosen, and by an edge that it has the keyboard.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QObject, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.face import RIGHT, Face
from ui.line_model import Index
from ui.theme.fonts import figures_font, text_font
from ui.theme.palette import Theme
from ui.theme.tokens import GAP, LINE, MARGIN, ROW_HEIGHT, TextSize, Tokens


def quieten(rows: QListView, theme: Theme, name: str) -> None:
    """On the window's ground, without a frame; `name` is for who cannot see it."""
    rows.setFrameShape(QFrame.Shape.NoFrame)
    rows.setUniformItemSizes(True)
    rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    rows.viewport().setBackgroundRole(QPalette.ColorRole.Window)
    rows.setAccessibleName(name)
    theme.changed.connect(rows.viewport().update)


def paint_ground(
    painter: QPainter, option: QStyleOptionViewItem, tokens: Tokens, *, chosen: bool = True, pointed: bool = True
) -> None:
    """Of one row. `chosen`, `pointed`: whether it shows that it is chosen, and that the pointer is on it."""
    area: QRect = option.rect
    state: QStyle.StateFlag = option.state
    if chosen and state & QStyle.StateFlag.State_Selected:
        painter.fillRect(area, QColor(tokens.selection))
    elif pointed and state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(area, QColor(tokens.raised))
    if state & QStyle.StateFlag.State_HasFocus:
        painter.fillRect(area.x(), area.y(), tokens.edge, area.height(), QColor(tokens.accent))


def paint_empty(rows: QAbstractItemView, text: str, left: int = MARGIN) -> None:
    """Small words from the left where a list has no row, in its `paintEvent`."""
    painter = QPainter(rows.viewport())
    painter.setFont(text_font(TextSize.SMALL))
    painter.setPen(rows.palette().color(QPalette.ColorRole.PlaceholderText))
    place = rows.viewport().rect().adjusted(left, GAP, -MARGIN, 0)
    painter.drawText(place, int(Qt.TextFlag.TextWordWrap), text)
    painter.end()


class RowDelegate(QStyledItemDelegate):
    """The base of what paints rows: a subclass says in `paint_row` what stands on the ground, and makes the fonts that
    it has beside the small ones in `make_faces`: once, and again when the list's font has changed.

    `shows_chosen`, `shows_pointed`: see `paint_ground`.
    """

    shows_chosen = True
    shows_pointed = True

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._font = QApplication.font()
        self.make_faces()

    def make_faces(self) -> None:
        self._small, self._figures = Face(text_font(TextSize.SMALL)), Face(figures_font(TextSize.SMALL))

    @property
    def height(self) -> int:
        """Of each row."""
        return ROW_HEIGHT

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, self.height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if option.font != self._font:
            self._font = QFont(option.font)  # the option's own goes with it
            self.make_faces()
        tokens = self._theme.tokens
        paint_ground(painter, option, tokens, chosen=self.shows_chosen, pointed=self.shows_pointed)
        self.paint_row(painter, QRect(option.rect), index, tokens)

    def paint_row(self, painter: QPainter, area: QRect, index: Index, tokens: Tokens) -> None:
        """What the row says; `area` may be changed."""
        raise NotImplementedError


class ColumnHeads(QWidget):
    """A line of heads above painted rows.

    heads   their words
    places  where each stands in an area
    words   the numbers of the columns that begin with their head; figures end with it
    """

    def __init__(
        self,
        theme: Theme,
        heads: Sequence[str],
        places: Callable[[QRect], Sequence[QRect]],
        words: Collection[int],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._heads = heads
        self._places = places
        self._words = words
        self._face = Face(text_font(TextSize.SMALL))
        self.setFixedHeight(ROW_HEIGHT)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.fillRect(0, self.height() - LINE, self.width(), LINE, QColor(tokens.line))
        for number, (place, text) in enumerate(zip(self._places(self.rect()), self._heads, strict=True)):
            side = Qt.AlignmentFlag.AlignLeft if number in self._words else RIGHT
            self._face.draw(painter, place, text, tokens.muted, side)
        painter.end()
