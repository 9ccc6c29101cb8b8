"""The rows of a list that paints frozen lines: only what is seen is asked for, and one signal tells of all changes.

A QListWidget keeps each row as an item of Qt's own; with a hundred rows that all move down by one at every event, that
costs more than the painting.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.plain import as_hint

LINE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class LineModel(QAbstractListModel):
    """`about`: the tool tip of a line; a screen reader is told its str."""

    def __init__(self, about: Callable[[Any], str], parent: QObject) -> None:
        super().__init__(parent)
        self._about = about
        self._lines: Sequence[object] = ()

    @property
    def lines(self) -> Sequence[object]:
        return self._lines

    def show_lines(self, lines: Sequence[object]) -> None:
        """These, in place of those before. A row that is current stays so by its place."""
        before, after = len(self._lines), len(lines)
        if after > before:
            self.beginInsertRows(QModelIndex(), before, after - 1)
            self._lines = lines
            self.endInsertRows()
        elif after < before:
            self.beginRemoveRows(QModelIndex(), after, before - 1)
            self._lines = lines
            self.endRemoveRows()
        elif lines == self._lines:
            return
        self._lines = lines
        if after:
            self.dataChanged.emit(self.index(0), self.index(after - 1))

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return str(line)
        return as_hint(self._about(line)) if role == Qt.ItemDataRole.ToolTipRole else None
