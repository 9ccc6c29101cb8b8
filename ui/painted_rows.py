"""What the lists have in common whose rows Quintet paints itself: a quiet view, the ground of a row, the heads above.

No frames and no boxes: a row tells by its ground that it is chosen, and by an edge that it has the keyboard.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyleOptionViewItem, QWidget

from ui.face import RIGHT, Face
from ui.theme.fonts import text_font
from ui.theme.palette import Theme
from ui.theme.tokens import LINE, ROW_HEIGHT, TextSize, Tokens


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
