"""Menus with the lines of the other parts: Fusion draws theirs by shades of the ground, hard on a light one and not to
be seen on a dark one."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from ui.theme.tokens import LINE


class QuietMenu(QMenu):
    """Its edge and its separators are lines as everywhere."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, line = QPainter(self), self.palette().color(QPalette.ColorRole.Mid)
        for action in self.actions():
            if action.isSeparator() and action.isVisible():
                place = self.actionGeometry(action)
                painter.fillRect(QRect(place.x(), place.center().y(), place.width(), LINE), line)
        painter.setPen(line)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


class QuietMenuBar(QMenuBar):
    """Without a line below: the bars stand on one ground."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        below = QRect(0, self.height() - LINE, self.width(), LINE)
        painter.fillRect(below, self.palette().color(QPalette.ColorRole.Window))
        painter.end()


def submenu(menu: QMenu, title: str) -> QuietMenu:
    """A new one at the end of a menu."""
    made = QuietMenu(title, menu)
    menu.addMenu(made)
    return made
