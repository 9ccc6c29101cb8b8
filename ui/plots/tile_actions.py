"""What can be done to plots and pages, as actions: for the menus of the window, the palette, and a plot's own menu."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, Signal, SignalInstance, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from ui.plain import plain
from ui.plots.board.moves import Side
from ui.plots.tile_legend import TileLegend
from ui.quiet_menu import QuietMenu, submenu
from ui.translate import tr

if TYPE_CHECKING:
    from ui.plots.stack import PlotStack

GROWTH = 1.25  # of a plot's weight, by an action
MAX_SHOWN = 40  # characters of a channel's name in a menu


class TileActions(QObject):
    """Made once for a stack; each is about its current plot, or the page in sight.

    Attributes:
        undo, redo, add, new, split_right, split_below, moves, sizes, channels, remove, rename, close, add_page,
            rename_page, move_page_left, move_page_right, remove_page, reset: the actions.

    Signals:
        addWished(), newWished(): the channels chosen in the list of devices are to be drawn by the current plot, or by
            a new one.
    """

    addWished = Signal()
    newWished = Signal()

    def __init__(self, stack: PlotStack) -> None:
        super().__init__(stack)
        self._stack = stack
        self._arranging = stack.arranging
        self._path = ""  # of the channel that the menu was opened on
        self._build_plot_actions()
        self._build_page_actions()
        self.undo, self.redo = self._made("", stack.history.undo), self._made("", stack.history.redo)
        history = stack.history.stack
        history.undoTextChanged.connect(self._say_undo)
        history.redoTextChanged.connect(self._say_redo)
        self._arranging.currentChanged.connect(self.update_enabled)
        self._say_undo("")
        self._say_redo("")

    def _made(self, text: str, slot: Callable[[], object] | SignalInstance, data: object = None) -> QAction:
        action = QAction(text, self)
        action.setData(data)
        action.triggered.connect(slot)
        return action

    def _build_plot_actions(self) -> None:
        self.add = self._made(tr("A&dd the chosen channels to the plot"), self.addWished)
        self.new = self._made(tr("&New plot of the chosen channels"), self.newWished)
        self.split_right = self._made(tr("Split the plot to the &right"), self._split, Side.RIGHT)
        self.split_below = self._made(tr("Split the plot bel&ow"), self._split, Side.BELOW)
        self.moves = [
            self._made(tr("Move the plot left"), self._nudge, Side.LEFT),
            self._made(tr("Move the plot right"), self._nudge, Side.RIGHT),
            self._made(tr("Move the plot up"), self._nudge, Side.ABOVE),
            self._made(tr("Move the plot down"), self._nudge, Side.BELOW),
        ]
        self.sizes = [
            self._made(tr("Make the plot higher"), self._resize, (True, GROWTH)),
            self._made(tr("Make the plot lower"), self._resize, (True, 1 / GROWTH)),
            self._made(tr("Make the plot wider"), self._resize, (False, GROWTH)),
            self._made(tr("Make the plot narrower"), self._resize, (False, 1 / GROWTH)),
        ]
        self.channels = self._made(tr("C&hoose a channel of the plot"), self._choose_channel)
        self.remove = self._made("", self._remove)
        self.rename = self._made(tr("Rena&me the plot…"), self._edit_title)
        self.close = self._made(tr("Clo&se the plot"), self._arranging.close)
        self.reset = self._made(tr("Reset the plots to a&utomatic"), self._arranging.reset)

    def _build_page_actions(self) -> None:
        paging = self._stack.paging
        self.add_page = self._made(tr("Add a &page"), paging.add)
        self.rename_page = self._made(tr("Rename the page…"), self._edit_page)
        self.move_page_left = self._made(tr("Move the page left"), self._move_page, -1)
        self.move_page_right = self._made(tr("Move the page right"), self._move_page, 1)
        self.remove_page = self._made(tr("Remove the page"), paging.remove)

    # -- what they do

    @Slot()
    def _split(self) -> None:
        self._arranging.split(self._data())

    @Slot()
    def _nudge(self) -> None:
        tile = self._arranging.tile()
        if tile is not None:
            self._arranging.nudge(tile.key, self._data())

    @Slot()
    def _resize(self) -> None:
        upright, factor = self._data()
        self._arranging.resize(upright=upright, factor=factor)

    @Slot()
    def _remove(self) -> None:
        tile = self._arranging.tile()
        if tile is not None and self._path:
            self._arranging.remove(tile.key, self._path)

    def _legend(self) -> TileLegend | None:
        """The first one of the current plot."""
        tile = self._arranging.tile()
        frame = self._stack.column.frames.get(tile.key) if tile is not None else None
        return frame.panels[0].legend if frame is not None else None

    @Slot()
    def _edit_title(self) -> None:
        legend = self._legend()
        if legend is not None:
            legend.edit_title(legend.title)

    @Slot()
    def _choose_channel(self) -> None:
        legend = self._legend()
        if legend is not None:
            legend.choose_first()

    @Slot()
    def _edit_page(self) -> None:
        self._stack.tabs.edit(self._arranging.page)

    @Slot()
    def _move_page(self) -> None:
        page = self._arranging.page
        self._stack.paging.move(page, page + self._data())

    def _data(self) -> Any:
        """What the action that was triggered was made with."""
        sender = self.sender()
        return sender.data() if isinstance(sender, QAction) else None

    # -- what they say

    @Slot()
    def update_enabled(self) -> None:
        """An action that could do nothing now says so by its looks."""
        tile, pages = self._arranging.tile(), len(self._arranging.arrangement.pages)
        for action in (
            self.split_right,
            self.split_below,
            *self.moves,
            *self.sizes,
            self.channels,
            self.rename,
            self.close,
        ):
            action.setEnabled(tile is not None)
        self.reset.setEnabled(self._arranging.board is not None)
        for action in (self.rename_page, self.remove_page):
            action.setEnabled(pages > 1)
        self.move_page_left.setEnabled(self._arranging.page > 0)
        self.move_page_right.setEnabled(self._arranging.page < pages - 1)

    @Slot(str)
    def _say_undo(self, step: str) -> None:
        self.undo.setText(tr("&Undo: {step}").format(step=step) if step else tr("&Undo"))
        self.undo.setEnabled(bool(step))

    @Slot(str)
    def _say_redo(self, step: str) -> None:
        self.redo.setText(tr("&Redo: {step}").format(step=step) if step else tr("&Redo"))
        self.redo.setEnabled(bool(step))

    # -- menus beside the plots

    @Slot(str, str, QPoint)
    def open_menu(self, _key: str, path: str, at: QPoint) -> None:
        """Of the current plot, and of one of its channels."""
        self.plot_menu(path).popup(at)

    def plot_menu(self, path: str) -> QMenu:
        """It goes when it is hidden."""
        self._path = path
        menu = self._menu()
        if path:
            name = plain(path.partition("/")[2], MAX_SHOWN).replace("&", "&&")
            self.remove.setText(tr("Remove {channel} from the plot").format(channel=name))
            menu.addAction(self.remove)
            menu.addSeparator()
        menu.addActions([self.add, self.split_right, self.split_below])
        self.fill_moves(menu)
        menu.addSeparator()
        menu.addActions([self.rename, self.close])
        menu.addSeparator()
        menu.addActions([self.add_page, self.reset])
        return menu

    @Slot(int, QPoint)
    def open_page_menu(self, _page: int, at: QPoint) -> None:
        """Of the page in sight."""
        menu = self._menu()
        menu.addActions([self.rename_page, self.move_page_left, self.move_page_right])
        menu.addSeparator()
        menu.addActions([self.add_page, self.remove_page])
        menu.popup(at)

    def fill_moves(self, menu: QMenu) -> None:
        """Where the plot stands and how large it is."""
        below = submenu(menu, tr("Place and si&ze"))
        below.addActions(self.moves)
        below.addSeparator()
        below.addActions(self.sizes)

    def _menu(self) -> QMenu:
        menu = QuietMenu("", self._stack)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu
