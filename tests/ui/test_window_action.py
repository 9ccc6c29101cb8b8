"""Actions that belong to a window."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from ui.window_action import window_action


def test_its_keys_hold_in_the_window_without_a_menu(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    action = window_action(window, "&Try", "Ctrl+Y")
    assert action in window.actions()
    assert (action.text(), action.shortcut()) == ("&Try", QKeySequence("Ctrl+Y"))
