"""What one types in, on a quiet rounded ground in place of Fusion's box; the edge shows the focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from ui.plate import paint_plate
from ui.theme.palette import Theme
from ui.theme.tokens import CONTROL_HEIGHT, GAP, GRID


class TypingGround(QWidget):
    """The ground of an `editor`, which the subclass lays out on it."""

    def __init__(self, theme: Theme, editor: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._editor = editor
        editor.installEventFilter(self)
        theme.changed.connect(self._clear_editor)
        self._clear_editor()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut, QEvent.Type.EnabledChange):
            self.update()
        return False

    @Slot()
    def _clear_editor(self) -> None:
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Base, QColor(Qt.GlobalColor.transparent))
        self._editor.setPalette(palette)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self)
        ground = tokens.surface if self.isEnabled() else tokens.window
        paint_plate(painter, self.rect(), ground, tokens.accent if self._editor.hasFocus() else tokens.line)
        painter.end()


class Field(TypingGround):
    """A line. Attributes: line, where one types."""

    def __init__(self, theme: Theme, name: str, hint: str = "", line: QLineEdit | None = None) -> None:
        self.line = line or QLineEdit()
        super().__init__(theme, self.line)
        self.line.setFrame(False)
        self.line.setPlaceholderText(hint)
        self.line.setAccessibleName(name)
        self.setFocusProxy(self.line)
        self.setFixedHeight(CONTROL_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP - GRID, 1, GRID, 1)
        row.addWidget(self.line)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), CONTROL_HEIGHT)
