"""A button of a bar: icon and word on the bar's own ground, until the pointer, the keyboard or a press is on it.

In a row that is all buttons a ground for each would be boxes in a box; where a button stands among words it has one
(ui.flat_button)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolButton, QWidget

from ui.face import Face
from ui.plate import paint_plate
from ui.theme.fonts import text_font
from ui.theme.palette import Theme
from ui.theme.tokens import CONTROL_HEIGHT, GAP, GRID, ICON_SIZE


class BarButton(QToolButton):
    """Checked it looks pressed."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._face = Face(text_font())
        self.setText(text)
        self.setAccessibleName(text)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        self.setFixedHeight(CONTROL_HEIGHT)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(GAP + ICON_SIZE + GRID + self._face.width(self.text()) + GAP, CONTROL_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._face = Face(text_font())
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self)
        is_low = self.isDown() or self.isChecked()
        if is_low or self.hasFocus() or (self.underMouse() and self.isEnabled()):
            ground = tokens.selection if is_low else tokens.raised if self.underMouse() else tokens.window
            paint_plate(painter, self.rect(), ground, tokens.accent if self.hasFocus() else tokens.line)
        icon = QRect(GAP, (self.height() - ICON_SIZE) // 2, ICON_SIZE, ICON_SIZE)
        mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
        painter.setOpacity(1.0 if self.isEnabled() else 0.6)
        self.icon().paint(painter, icon, Qt.AlignmentFlag.AlignCenter, mode)
        left = icon.right() + 1 + GRID
        ink = tokens.text if self.isEnabled() else tokens.muted
        self._face.draw(painter, QRect(left, 0, self.width() - left, self.height()), self.text(), ink)
        painter.end()
