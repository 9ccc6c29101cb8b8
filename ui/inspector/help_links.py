"""Clicks on figures that have a page of the help open it; the pointer tells which do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent

from ui.help.asking import ask_for_help

if TYPE_CHECKING:
    from ui.inspector.figures import Figures


def target_of_entry(entry: object) -> str:
    """The page of the help that an entry leads to; "" for none: notes alone have one."""
    return str(getattr(entry, "target", ""))


class HelpLinks(QObject):
    """Watches the mouse over figures."""

    def __init__(self, figures: Figures) -> None:
        super().__init__(figures)
        self._figures = figures
        figures.setMouseTracking(True)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QMouseEvent):
            return False
        target = self._target(event)
        if event.type() == QEvent.Type.MouseMove:
            shape = Qt.CursorShape.PointingHandCursor if target else Qt.CursorShape.ArrowCursor
            self._figures.setCursor(shape)
        elif event.type() == QEvent.Type.MouseButtonRelease and event.button() == Qt.MouseButton.LeftButton and target:
            ask_for_help(self._figures, target)
        return event.type() == QEvent.Type.MouseButtonPress and bool(target)  # taken, so that its release comes too

    def _target(self, event: QMouseEvent) -> str:
        return target_of_entry(self._figures.entry_at(event.position().y()))
