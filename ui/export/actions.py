"""What the "File" menu does with what is on screen: pictures of the plots, the visible range as CSV."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.menus import Menus

if TYPE_CHECKING:
    from ui.main_window import MainWindow


class ExportActions(QObject):
    """Actions of a window; their keys hold in all of it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def fill(self, menus: Menus) -> None:
        """Add the actions to their menus."""
