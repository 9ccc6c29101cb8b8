"""An action whose keys hold in all of a window, also where no menu shows it."""

from __future__ import annotations

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


def window_action(window: QWidget, text: str, keys: str | QKeySequence.StandardKey) -> QAction:
    action = QAction(text, window, shortcut=QKeySequence(keys))
    window.addAction(action)
    return action
