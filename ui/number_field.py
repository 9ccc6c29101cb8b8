"""A number with its unit to type over, on the same quiet ground as a line of text, in place of Fusion's box."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QDoubleSpinBox, QWidget

from ui.plate import paint_plate
from ui.theme.tokens import CONTROL_HEIGHT, GAP, GRID


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
        ground = palette.color(role.Base if self.isEnabled() else role.Window)
        paint_plate(painter, self.rect(), ground, palette.color(role.Accent if self.hasFocus() else role.Mid))
        painter.end()


def number_field(name: str, unit: str, least: float, most: float, value: float, decimals: int = 0) -> NumberField:
    """A number with its unit; tells of a value when it is complete, not at each key."""
    made = NumberField()
    made.setDecimals(decimals)
    made.setRange(least, most)
    made.setValue(value)
    made.setSuffix(f" {unit}" if unit else "")
    made.setAccessibleName(name)
    made.fit(f"{made.cleanText()}0 {unit}")
    return made
