"""The menu bar. Each part of the window fills in its own actions; the palette and the page of keys read all of them."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar

from ui.quiet_menu import QuietMenu
from ui.translate import tr


class Menus:
    """Attributes: bar; file, edit, view, plot, device, measure, help; all, from left to right."""

    def __init__(self, bar: QMenuBar) -> None:
        self.bar = bar
        self.file = self._menu(tr("&File"))
        self.edit = self._menu(tr("&Edit"))
        self.view = self._menu(tr("&View"))
        self.plot = self._menu(tr("&Plot"))
        self.device = self._menu(tr("&Device"))
        self.measure = self._menu(tr("&Measure"))
        self.help = self._menu(tr("&Help"))
        self.all = (self.file, self.edit, self.view, self.plot, self.device, self.measure, self.help)

    def _menu(self, title: str) -> QuietMenu:
        made = QuietMenu(title, self.bar)
        self.bar.addMenu(made)
        return made

    def hide_empty(self) -> None:
        """A menu without an action is not there."""
        for menu in self.all:
            menu.menuAction().setVisible(bool(menu.actions()))

    def actions(self) -> Iterator[tuple[tuple[str, ...], QAction]]:
        """Every action with the titles of the menus that lead to it, submenus too, without separators."""
        for menu in self.all:
            yield from _actions(menu, (plain_title(menu.title()),))


def plain_title(text: str) -> str:
    """A menu's words without the marks of its keys."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def _actions(menu: QMenu, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], QAction]]:
    for action in menu.actions():
        below = action.menu()
        if isinstance(below, QMenu):
            yield from _actions(below, (*path, plain_title(below.title())))
        elif not action.isSeparator():
            yield path, action
