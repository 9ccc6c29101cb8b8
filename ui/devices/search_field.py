"""The filter line over the list of devices: an icon, a line, a rounded ground; its edge shows the focus."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui.field import TypingGround
from ui.theme.icons import icon_pixmap
from ui.theme.palette import Theme
from ui.theme.tokens import CONTROL_HEIGHT, GAP, GRID, ICON_SIZE
from ui.translate import tr


class SearchField(TypingGround):
    """Attributes: line, where one types. Signals: textChanged(str)."""

    textChanged = Signal(str)

    def __init__(self, theme: Theme, hint: str, parent: QWidget | None = None) -> None:
        self.line = QLineEdit()
        super().__init__(theme, self.line, parent)
        self.line.setFrame(False)
        self.line.setPlaceholderText(hint)
        self.line.setAccessibleName(hint)
        self._clear = self.line.addAction(QIcon(), QLineEdit.ActionPosition.TrailingPosition)
        self._clear.setText(tr("Clear"))
        self._clear.triggered.connect(self.line.clear)
        self._clear.setVisible(False)
        self.line.textChanged.connect(self._text_changed)
        self.setMinimumHeight(CONTROL_HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP + ICON_SIZE, 0, GRID, 0)
        row.addWidget(self.line)
        theme.changed.connect(self._ink_icons)
        self._ink_icons()

    @Slot(str)
    def _text_changed(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self.textChanged.emit(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the line does not take: Escape empties it."""
        if event.key() == Qt.Key.Key_Escape and self.line.text():
            self.line.clear()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _ink_icons(self) -> None:
        self._clear.setIcon(QIcon(icon_pixmap("close", self._theme.tokens.muted, 3 * ICON_SIZE)))
        ratio = self.devicePixelRatioF()
        self._icon = icon_pixmap("search", self._theme.tokens.muted, round(ICON_SIZE * ratio))
        self._icon.setDevicePixelRatio(ratio)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), CONTROL_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.drawPixmap(GAP - GRID // 2, (self.height() - ICON_SIZE) // 2, self._icon)
        painter.end()
