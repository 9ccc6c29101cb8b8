"""Fields as a table in which one types; the row below the last one begins another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ui.device_dialogs.field_shapes import RAW, FieldColumn, Row, Shape
from ui.face import LEFT, RIGHT, Face
from ui.painted_rows import ColumnHeads, paint_ground
from ui.plain import as_hint, plain
from ui.slim_scroll_bar import slim
from ui.theme.fonts import figures_font, text_font
from ui.theme.palette import Theme
from ui.theme.tokens import GRID, ROW_HEIGHT, TextSize
from ui.translate import tr

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
MOST_SEEN, LEAST_SEEN = 8, 2  # rows; more scroll
LONGEST_CELL = 200
BESIDE = Qt.ItemDataRole.UserRole  # what stands behind a name, muted: words that no column shows


class FieldModel(QAbstractTableModel):
    """Rows as the shape has them, and one more that is empty. Signals: edited(): by the user."""

    edited = Signal()

    def __init__(self, shape: Shape, parent: QObject) -> None:
        super().__init__(parent)
        self.columns = shape.columns()
        self._shape = shape
        self._rows: list[Row] = []

    @property
    def rows(self) -> Sequence[Row]:
        return self._rows

    def show_rows(self, rows: list[Row]) -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows) + 1

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        text = _text(self._rows[index.row()], column.key) if index.row() < len(self._rows) else ""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return tr("{column} of field {row}: {text}").format(
                column=column.title, row=index.row() + 1, text=plain(text, LONGEST_CELL) or tr("empty")
            )
        if role == BESIDE:
            bits = self._rows[index.row()].get("bits") if index.row() < len(self._rows) and not index.column() else None
            if not isinstance(bits, list):
                return ""
            return tr("1 bit") if len(bits) == 1 else tr("{count} bits").format(count=len(bits))
        return as_hint(column.about) if role == Qt.ItemDataRole.ToolTipRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.columns[section].title if orientation == Qt.Orientation.Horizontal else section + 1

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        text, column = str(value).strip(), self.columns[index.column()]
        if role != Qt.ItemDataRole.EditRole or text == self.data(index):
            return False
        if index.row() == len(self._rows):
            self._begin_row()
        row = self._rows[index.row()]
        row.pop(RAW, None)
        if text:
            row[column.key] = column.read(text)
        else:
            row.pop(column.key, None)
        self.dataChanged.emit(index, index)
        self.edited.emit()
        return True

    def _begin_row(self) -> None:
        below = len(self._rows) + 1
        self.beginInsertRows(QModelIndex(), below, below)
        self._rows.append(self._shape.new_row())
        self.endInsertRows()

    def remove(self, row: int) -> None:
        if 0 <= row < len(self._rows):
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._rows[row]
            self.endRemoveRows()
            self.edited.emit()

    def move(self, row: int, step: int) -> bool:
        """Change places with the row above or below; whether there is one."""
        other = row + step
        if not (0 <= row < len(self._rows) and 0 <= other < len(self._rows)):
            return False
        self._rows[row], self._rows[other] = self._rows[other], self._rows[row]
        self.dataChanged.emit(self.index(min(row, other), 0), self.index(max(row, other), len(self.columns) - 1))
        self.edited.emit()
        return True


def _text(row: Row, key: str) -> str:
    value = row.get(key, "")
    if isinstance(value, float):
        return repr(value)
    return plain(str(value), LONGEST_CELL) if not isinstance(value, str) else value


class FieldTable(QWidget):
    """Attributes: model, view. Signals: left(), the focus went out of the table."""

    left = Signal()

    def __init__(self, theme: Theme, shape: Shape, name: str) -> None:
        super().__init__()
        self.model = FieldModel(shape, self)
        self.view = _View(theme, self.model, name)
        figures = {number for number, column in enumerate(self.model.columns) if column.is_figure}
        heads = [column.title for column in self.model.columns]
        words = [number for number in range(len(heads)) if number not in figures]
        self._heads = ColumnHeads(theme, heads, self._places, words, self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._heads)
        box.addWidget(self.view)
        self.setFocusProxy(self.view)
        for signal in (self.model.rowsInserted, self.model.rowsRemoved, self.model.modelReset):
            signal.connect(self._fit)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        seen = max(LEAST_SEEN, min(self.model.rowCount(), MOST_SEEN))
        self.view.setFixedHeight(seen * ROW_HEIGHT)

    def _places(self, area: QRect) -> list[QRect]:
        view = self.view
        return [
            QRect(view.columnViewportPosition(n) + GRID, area.y(), view.columnWidth(n) - 2 * GRID, area.height())
            for n in range(len(self.model.columns))
        ]

    def remove_current(self) -> None:
        """The row in which the cursor is."""
        self.model.remove(self.view.currentIndex().row())


class _View(QTableView):
    """Delete takes a row away; Alt with an arrow moves it."""

    def __init__(self, theme: Theme, model: FieldModel, name: str) -> None:
        super().__init__()
        self._fields = model
        self.setModel(model)
        self.setItemDelegate(_Cells(theme, model.columns, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().setMinimumSectionSize(ROW_HEIGHT)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.DoubleClicked | triggers.SelectedClicked | triggers.AnyKeyPressed | triggers.EditKeyPressed
        )  # not by being there: whoever walks through with Tab must come out again
        self.setTabKeyNavigation(False)  # Tab leaves the table; arrows move in it
        slim(self)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.setAccessibleName(name)
        self.setToolTip(
            as_hint(tr("Delete takes a row away, Alt with an arrow moves it; type in the last row for more"))
        )
        theme.changed.connect(self.viewport().update)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        columns = self._fields.columns
        shares = sum(column.share for column in columns)
        room, used = self.viewport().width(), 0
        for number, column in enumerate(columns):
            used += column.share
            left = sum(self.columnWidth(each) for each in range(number))
            self.setColumnWidth(number, room * used // shares - left)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, column = self.currentIndex().row(), self.currentIndex().column()
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._edit_current()  # and never what the dialog's button does
        elif event.key() == Qt.Key.Key_Delete:
            self._fields.remove(row)
        elif step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            if self._fields.move(row, step):
                self.setCurrentIndex(self._fields.index(row + step, column))
        else:
            super().keyPressEvent(event)

    def _edit_current(self) -> None:
        if self.state() == QAbstractItemView.State.EditingState:
            return
        if not self.currentIndex().isValid():  # other rows are shown since
            self.setCurrentIndex(self._fields.index(0, 0))
        self.edit(self.currentIndex())


class _Cells(QStyledItemDelegate):
    def __init__(self, theme: Theme, columns: Sequence[FieldColumn], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._columns = columns
        self._words, self._figures = Face(text_font(TextSize.SMALL)), Face(figures_font(TextSize.SMALL))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        paint_ground(painter, option, self._theme.tokens)
        area: QRect = option.rect
        column = self._columns[index.column()]
        face, side = (self._figures, RIGHT) if column.is_figure else (self._words, LEFT)
        text, ink = plain(str(index.data()), LONGEST_CELL), self._theme.tokens.text
        if not text and index.row() == index.model().rowCount() - 1 and not index.column():
            text, ink = tr("add…"), self._theme.tokens.muted
        used = face.draw(painter, area.adjusted(GRID, 0, -GRID, 0), text, ink, side)
        beside = area.adjusted(2 * GRID + used, 0, 0, 0)
        self._words.draw(painter, beside, str(index.data(BESIDE) or ""), self._theme.tokens.muted)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        line = QLineEdit(parent)
        line.setFrame(False)
        line.setFont(self._words.font)
        line.setTextMargins(GRID - 2, 0, 0, 0)
        line.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        line.setMaxLength(LONGEST_CELL * 2)
        line.setAutoFillBackground(True)
        return line

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Return takes what was typed at once. Qt would do so a turn of the loop later, and complain where a click in
        another field, which takes it too, has come first."""
        if isinstance(editor, QLineEdit) and _is_return(event):
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
            return True
        return super().eventFilter(editor, event)


def _is_return(event: QEvent) -> bool:
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
        return False
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
