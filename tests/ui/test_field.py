"""What one types in, and its ground."""

from __future__ import annotations

from PySide6.QtGui import QColor

from ui.field import Field
from ui.theme.tokens import DARK, LIGHT


def test_its_edge_shows_the_focus_in_either_theme(qtbot, theme):
    field = Field(theme, "Set-point", "none")
    qtbot.addWidget(field)
    field.resize(200, field.height())
    field.show()
    qtbot.waitExposed(field)
    field.line.clearFocus()
    assert field.grab().toImage().pixelColor(0, 14) == QColor(LIGHT.line)
    field.setFocus()
    qtbot.waitUntil(field.line.hasFocus)
    theme.set_scheme("dark")
    assert field.grab().toImage().pixelColor(0, 14) == QColor(DARK.accent)
    assert (field.line.accessibleName(), field.line.placeholderText()) == ("Set-point", "none")


def test_its_ground_says_that_nothing_can_be_typed(qtbot, theme):
    field = Field(theme, "Set-point")
    qtbot.addWidget(field)
    field.resize(200, field.height())
    assert field.grab().toImage().pixelColor(100, 2) == QColor(LIGHT.surface)
    field.setEnabled(False)
    assert field.grab().toImage().pixelColor(100, 2) == QColor(LIGHT.window)
