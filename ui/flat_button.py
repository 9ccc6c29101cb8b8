"""A button of a dialog or a pane: a word on a ground of its own, quiet instead of Fusion's gradient, so that it is seen
to be a button among words and fields; the one that matters most is in the accent's colour. Return presses it where a
dialog makes it the default. In a bar stand buttons without a ground: ui.bar_button."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from ui.face import Face
from ui.plate import paint_plate
from ui.theme.fonts import text_font
from ui.theme.palette import Theme
from ui.theme.tokens import CONTROL_HEIGHT, GRID, MARGIN


class FlatButton(QPushButton):
    """`is_main`: what one came for. Checked it looks pressed. Attributes: beside, px at the right without the word."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None, *, is_main: bool = False) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self._is_main = is_main
        self.beside = 0
        self._face = Face(text_font(strong=is_main))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedHeight(CONTROL_HEIGHT)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(self._face.width(self.text()) + 2 * MARGIN, CONTROL_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._face = Face(text_font(strong=self._is_main))
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self)
        is_low = self.isDown() or self.isChecked()
        ground = QColor(tokens.selection if self._is_main or is_low else tokens.raised)
        if self.isEnabled() and (self.underMouse() or is_low):
            ground = ground.lighter(118) if tokens.is_dark else ground.darker(106)
        paint_plate(painter, self.rect(), ground, tokens.accent if self.hasFocus() else tokens.line)
        ink = QColor(tokens.text)
        if not self.isEnabled():
            ink = QColor(tokens.muted)
            ink.setAlphaF(0.6)
        left = max(GRID, (self.width() - self.beside - self._face.width(self.text())) // 2)
        self._face.draw(painter, QRect(left, 0, self.width() - left, self.height()), self.text(), ink)
        painter.end()
