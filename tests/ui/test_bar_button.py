"""Buttons of a bar: quiet until something is on them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.bar_button import BarButton
from ui.theme.icons import Icons
from ui.theme.palette import Theme
from ui.theme.tokens import GAP, GRID, ICON_SIZE


def test_word_and_icon_keep_their_distance_and_a_press_and_the_focus_are_seen(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    button = BarButton(theme, "Pause", window)
    button.setCheckable(True)
    Icons(theme, window).assign(button, "pause")
    button.resize(button.sizeHint())
    button.move(50, 50)  # away from the pointer
    window.resize(300, 100)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    button.clearFocus()
    image = button.grab().toImage()
    ground = image.pixelColor(1, 1)
    left = GAP + ICON_SIZE
    assert all(image.pixelColor(x, y) == ground for x in range(left, left + GRID) for y in range(image.height()))
    button.click()
    assert button.grab().toImage().pixelColor(left + 1, GRID) == QColor(theme.tokens.selection)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(button.hasFocus)
    edge = button.grab().toImage().pixelColor(button.width() // 2, 0)
    assert edge == QColor(theme.tokens.accent)
