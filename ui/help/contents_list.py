"""The list beside a page of the help: all chapters, or the sections that a search has found."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem, QWidget

from ui.face import Face
from ui.help.search import Hit
from ui.line_model import LINE, Index, LineModel
from ui.painted_rows import RowDelegate, quieten
from ui.slim_scroll_bar import slim
from ui.theme.fonts import text_font
from ui.theme.palette import Theme
from ui.theme.tokens import GRID, MARGIN, Tokens
from ui.translate import tr


class ContentsList(QListView):
    """Arrows choose, as a click does. `model().lines` are Hits."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        quieten(self, theme, tr("Chapters of the help"))
        slim(self)
        self.hits = LineModel(str, self)
        self.setModel(self.hits)
        self.setItemDelegate(_HitDelegate(theme, self))
        self.setUniformItemSizes(False)  # what is found has two lines
        self.setMouseTracking(True)

    @property
    def current(self) -> Hit | None:
        hit = self.currentIndex().data(LINE)
        return hit if isinstance(hit, Hit) else None

    def show_hits(self, hits: list[Hit]) -> None:
        self.hits.show_lines(hits)
        self.scheduleDelayedItemsLayout()

    def choose(self, hit: Hit | None) -> None:
        """Mark it as the one that is shown, without asking for it."""
        lines = list(self.hits.lines)
        place = self.hits.index(lines.index(hit)) if hit in lines else QModelIndex()
        self.setCurrentIndex(place)


class _HitDelegate(RowDelegate):
    def make_faces(self) -> None:
        super().make_faces()
        self._text = Face(text_font())

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        hit: Hit = index.data(LINE)
        return QSize(0, self._text.height + 2 * GRID + (self._small.height if hit.within else 0))

    def paint_row(self, painter: QPainter, area: QRect, index: Index, tokens: Tokens) -> None:
        hit: Hit = index.data(LINE)
        place = area.adjusted(MARGIN, GRID, -GRID, -GRID)
        first = QRect(place.x(), place.y(), place.width(), self._text.height)
        self._text.draw(painter, first, hit.heading, tokens.text)
        second = QRect(place.x(), first.bottom() + 1, place.width(), self._small.height)
        self._small.draw(painter, second, hit.within, tokens.muted)
