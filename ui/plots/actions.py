"""What the "Plot" and "Edit" menus do with the layout of plots and with the view: pages, tiles, undo and redo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QKeySequence

from ui.menus import Menus
from ui.quiet_menu import submenu
from ui.translate import tr

if TYPE_CHECKING:
    from ui.main_window import MainWindow

PAGES = 9  # that have keys


class PlotActions(QObject):
    """Actions of a window; their keys hold in all of it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._tiles = window.plots.tiles
        self._pages = [self._page_action(number) for number in range(PAGES)]
        keys = (
            (self._tiles.undo, "Ctrl+Z"),
            (self._tiles.redo, "Ctrl+Shift+Z"),
            (self._tiles.add, "Ctrl+Return"),
            (self._tiles.new, "Ctrl+Shift+Return"),
            (self._tiles.channels, "Ctrl+L"),
        )
        for action, key in keys:
            action.setShortcut(QKeySequence(key))
            window.addAction(action)
        self._tiles.addWished.connect(self._add)
        self._tiles.newWished.connect(self._add_new)
        window.plots.arranging.changed.connect(self._say_pages)
        self._say_pages()

    def _page_action(self, number: int) -> QAction:
        action = QAction(self)
        action.setShortcut(QKeySequence(f"Ctrl+{number + 1}"))
        action.setData(number)
        action.triggered.connect(self._show_page)
        self._window.addAction(action)
        return action

    def fill(self, menus: Menus) -> None:
        """Add the actions to their menus."""
        tiles = self._tiles
        menus.edit.addActions([tiles.undo, tiles.redo])
        menus.edit.addSeparator()
        menus.plot.addActions([tiles.add, tiles.new, tiles.split_right, tiles.split_below])
        tiles.fill_moves(menus.plot)
        menus.plot.addActions([tiles.channels, tiles.rename, tiles.close])
        menus.plot.addSeparator()
        pages = submenu(menus.plot, tr("Pa&ges"))
        pages.addActions([tiles.add_page, tiles.rename_page, tiles.move_page_left, tiles.move_page_right])
        pages.addAction(tiles.remove_page)
        pages.addSeparator()
        pages.addActions(self._pages)
        menus.plot.addAction(tiles.reset)
        menus.plot.addSeparator()

    @Slot()
    def _add(self) -> None:
        self._window.plots.arranging.add(self._window.devices.chosen_channels())

    @Slot()
    def _add_new(self) -> None:
        self._window.plots.arranging.add_new(self._window.devices.chosen_channels())

    @Slot()
    def _show_page(self) -> None:
        sender = self.sender()
        if isinstance(sender, QAction):
            self._window.plots.paging.show(sender.data())

    @Slot()
    def _say_pages(self) -> None:
        """Those that there are, by their names."""
        names = self._window.plots.paging.names
        for number, action in enumerate(self._pages):
            there = number < len(names) and len(names) > 1
            name = names[number] if there else str(number + 1)
            action.setText(tr("Show page {name}").format(name=name.replace("&", "&&")))
            action.setVisible(there)
            action.setEnabled(there)
