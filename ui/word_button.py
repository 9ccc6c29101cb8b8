"""A button that looks like a word one can click, in line with the text around it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QPushButton, QWidget

from ui.theme.fonts import text_font
from ui.theme.tokens import GRID, TextSize

_KEYS = int(Qt.TextFlag.TextShowMnemonic)  # "&&" is one "&"


class WordButton(QPushButton):
    """In the colour of links; underlined under the pointer and with the focus."""

    def __init__(self, text: str = "", size: TextSize = TextSize.BODY, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setFlat(True)
        self.setFont(text_font(size))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().boundingRect(QRect(0, 0, 1 << 16, 1 << 10), _KEYS, self.text())
        return QSize(words.width(), self.fontMetrics().height() + GRID)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = self.font()
        font.setUnderline(self.underMouse() or self.hasFocus())
        painter.setFont(font)
        painter.setPen(self.palette().color(QPalette.ColorRole.Link))
        painter.drawText(self.rect(), _KEYS | int(Qt.AlignmentFlag.AlignVCenter), self.text())
        painter.end()
