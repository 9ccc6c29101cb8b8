"""A number with its unit to type over, on the same quiet ground as a line of text, in place of Fusion's box."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QDoubleSpinBox, QWidget

from ui.theme.tokens import CONTROL_HEIGHT, GAP, GRID

RADIUS = GRID


class NumberField(QDoubleSpinBox):
    """Tells of a value when it is complete, not at each key. The palette has the theme's colours."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrame(False)
        self.setButtonSymbols(QDoubleSpinBox.ButtonSymbols.NoButtons)  # arrows, wheel and keys change it all the same
        self.setKeyboardTracking(False)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFixedHeight(CONTROL_HEIGHT)
        self.lineEdit().setTextMargins(GRID, 0, GRID, 0)
        clear = QPalette()
        clear.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.lineEdit().setPalette(clear)

    def fit(self, text: str) -> None:
        """Be at least wide enough for this."""
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance(text) + 2 * GAP)

    def paintEvent(self, event: QPaintEvent) -> None:
        role, palette = QPalette.ColorRole, self.palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(palette.color(role.Accent if self.hasFocus() else role.Mid), 1))
        painter.setBrush(palette.color(role.Base if self.isEnabled() else role.Window))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        painter.end()
