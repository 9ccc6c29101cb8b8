"""A choice among more words than fit beside each other: a quiet button shows the chosen one and opens the others."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.flat_button import FlatButton
from ui.quiet_menu import QuietMenu
from ui.theme.palette import Theme
from ui.theme.tokens import GAP, GRID, MARGIN

ARROW = 2 * GRID  # px, its width


class WordMenu(FlatButton):
    """What is chosen follows from `show_choice` alone, as with Segments. Signals: wished(str), the key of a word."""

    wished = Signal(str)

    def __init__(self, theme: Theme, words: Mapping[str, str], name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self._name = name
        self.beside = ARROW + GAP
        self._menu = QuietMenu("", self)
        self._menu.setToolTipsVisible(True)
        self._group = QActionGroup(self)
        self.actions_by_key = {key: self._action(key, text) for key, text in words.items()}
        self._group.triggered.connect(self._triggered)
        self.clicked.connect(self._open)
        self.show_choice(None)

    def _action(self, key: str, text: str) -> QAction:
        action = QAction(text.replace("&", "&&"), self._menu, checkable=True)
        action.setData(key)
        self._group.addAction(action)
        self._menu.addAction(action)
        return action

    def show_choice(self, key: str | None, otherwise: str = "") -> None:
        """`otherwise` is shown where the key is none of the words."""
        chosen = self.actions_by_key.get(key) if key is not None else None
        for action in self.actions_by_key.values():
            action.setChecked(action is chosen)
        self.setText(otherwise if chosen is None else chosen.text().replace("&&", "&"))
        self.setAccessibleName(f"{self._name}: {self.text()}" if self.text() else self._name)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(self.beside, 0)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @Slot()
    def _open(self) -> None:
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    @Slot(QAction)
    def _triggered(self, action: QAction) -> None:
        self.wished.emit(str(action.data()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrow down opens, as with every such control."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.tokens.muted), 1.5))
        right, middle = self.width() - MARGIN, self.height() // 2
        painter.drawLine(right - ARROW, middle - GRID // 2, right - ARROW // 2, middle + GRID // 2)
        painter.drawLine(right - ARROW // 2, middle + GRID // 2, right, middle - GRID // 2)
        painter.end()
