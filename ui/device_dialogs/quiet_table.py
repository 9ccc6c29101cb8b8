"""A small table of what came: heads in muted letters over a line, figures right-aligned, no boxes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.face import LEFT, RIGHT, Face
from ui.focus_edge import FocusEdge
from ui.painted_rows import paint_ground
from ui.slim_scroll_bar import slim
from ui.theme.fonts import figures_font, fixed_font, text_font
from ui.theme.palette import Theme
from ui.theme.tokens import GAP, GRID, LINE, MARGIN, ROW_HEIGHT, TextSize

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
WIDEST = 40 * GRID  # px, of a column but the last
NARROWEST = 10 * GRID
MEASURED = 30  # rows, for the widths


@dataclass(frozen=True, slots=True)
class Head:
    """`text` and `unit` over a column; whether it holds figures, or bytes in letters of one width."""

    text: str
    unit: str = ""
    is_figure: bool = False
    is_code: bool = False

    def __str__(self) -> str:
        return f"{self.text} {self.unit}".strip()


class CellModel(QAbstractTableModel):
    """Texts, plain already."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.heads: Sequence[Head] = ()
        self.rows: Sequence[Sequence[str]] = ()

    def show_cells(self, heads: Sequence[Head], rows: Sequence[Sequence[str]]) -> bool:
        """Whether anything is other than before."""
        if (heads, rows) == (self.heads, self.rows):
            return False
        self.beginResetModel()
        self.heads, self.rows = heads, rows
        self.endResetModel()
        return True

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        text = self.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        return f"{self.heads[index.column()]}: {text}" if role == Qt.ItemDataRole.AccessibleTextRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return str(self.heads[section]) if orientation == Qt.Orientation.Horizontal else section + 1


class QuietTable(QWidget):
    """Attributes: model, view. `say` tells why it is empty."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.model = CellModel(self)
        self.view = view = _View()
        view.setModel(self.model)
        view.setItemDelegate(_Cells(theme, self.model, view))
        view.setHorizontalHeader(_Heads(theme, self.model, view))
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setShowGrid(False)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setTabKeyNavigation(False)
        view.setWordWrap(False)
        slim(view)
        view.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        view.setAccessibleName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(FocusEdge(theme, view, self))
        row.addWidget(view)
        self.setFocusProxy(view)
        theme.changed.connect(view.viewport().update)

    def say(self, text: str) -> None:
        """Where there is no row."""
        self.view.empty_text = text
        self.view.setAccessibleDescription(text)
        self.view.viewport().update()

    def show_cells(self, heads: Sequence[Head], rows: Sequence[Sequence[str]]) -> None:
        if not self.model.show_cells(heads, rows):
            return
        for column, head in enumerate(heads):
            metrics = QFontMetrics(fixed_font(TextSize.SMALL) if head.is_code else figures_font(TextSize.SMALL))
            texts = [str(head), *(row[column] for row in rows[:MEASURED])]
            width = max(metrics.horizontalAdvance(text[:80]) for text in texts) + 2 * GAP
            is_last = column == len(heads) - 1 and not head.is_figure
            self.view.setColumnWidth(column, width if is_last else min(max(width, NARROWEST), WIDEST))


class _View(QTableView):
    empty_text = ""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.model().rowCount() or not self.empty_text:
            return
        painter = QPainter(self.viewport())
        painter.setFont(text_font(TextSize.SMALL))
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        place = self.viewport().rect().adjusted(GRID, GAP, -GRID, 0)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap), self.empty_text)
        painter.end()


class _Heads(QHeaderView):
    def __init__(self, theme: Theme, model: CellModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._model = model
        self._face = Face(text_font(TextSize.SMALL))
        self.setFixedHeight(ROW_HEIGHT)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.viewport().setAutoFillBackground(True)
        theme.changed.connect(self.viewport().update)

    def sizeHint(self) -> QSize:
        return QSize(0, ROW_HEIGHT)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt's word
        tokens = self._theme.tokens
        head = self._model.heads[logicalIndex]
        painter.save()
        painter.fillRect(rect, QColor(tokens.window))
        painter.fillRect(rect.x(), rect.bottom() - LINE + 1, rect.width(), LINE, QColor(tokens.line))
        place = rect.adjusted(GRID, 0, -GRID, 0)
        if head.is_figure:
            used = self._face.draw(painter, place, head.unit, tokens.muted, RIGHT)
            self._face.draw(
                painter, place.adjusted(0, 0, -used - GRID if used else 0, 0), head.text, tokens.text, RIGHT
            )
        else:
            used = self._face.draw(painter, place, head.text, tokens.text, LEFT)
            self._face.draw(painter, place.adjusted(used + GRID, 0, 0, 0), head.unit, tokens.muted, LEFT)
        painter.restore()


class _Cells(QStyledItemDelegate):
    def __init__(self, theme: Theme, model: CellModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._words, self._figures = Face(text_font(TextSize.SMALL)), Face(figures_font(TextSize.SMALL))
        self._code = Face(fixed_font(TextSize.SMALL))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(MARGIN, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens = self._theme.tokens
        paint_ground(painter, option, tokens)
        head = self._model.heads[index.column()]
        face = self._code if head.is_code else self._figures if head.is_figure else self._words
        side = RIGHT if head.is_figure else LEFT
        area: QRect = option.rect
        face.draw(painter, area.adjusted(GRID, 0, -GRID, 0), str(index.data()), tokens.text, side)
