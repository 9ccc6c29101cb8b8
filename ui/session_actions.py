"""What the "File" menu does with sessions: new, open, one of those that were open before, save, revert, close."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence

from ui.menus import Menus
from ui.plain import plain
from ui.quiet_menu import QuietMenu
from ui.translate import tr
from ui.window_action import window_action

if TYPE_CHECKING:
    from ui.main_window import MainWindow


class SessionActions(QObject):
    """Actions of a window; their keys hold in all of it.

    Signals:
        openWished(str): a session file was chosen; "" asks for the file dialog.
        recentClearWished(): the list of recent sessions is to be forgotten.
        newWished(), saveWished(), saveAsWished(), revertWished(), closeWished(): that is to be done.
    """

    openWished = Signal(str)
    recentClearWished = Signal()
    newWished = Signal()
    saveWished = Signal()
    saveAsWished = Signal()
    revertWished = Signal()
    closeWished = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._recent = QuietMenu(tr("Open &recent"), window)
        self._new = window_action(window, tr("&New session"), "Ctrl+N")
        self._open = window_action(window, tr("&Open session…"), QKeySequence.StandardKey.Open)
        self._save = window_action(window, tr("&Save session"), "Ctrl+S")
        self._save_as = window_action(window, tr("Save session &as…"), "Ctrl+Shift+S")
        self._revert = window_action(window, tr("Re&vert to the saved session…"), "")
        self._close = window_action(window, tr("&Close session"), "Ctrl+W")
        self._open.triggered.connect(self._ask)
        self._new.triggered.connect(self.newWished)
        self._save.triggered.connect(self.saveWished)
        self._save_as.triggered.connect(self.saveAsWished)
        self._revert.triggered.connect(self.revertWished)
        self._close.triggered.connect(self.closeWished)
        self.show_state(is_open=False, can_revert=False)

    def fill(self, menus: Menus) -> None:
        """Add the actions to their menus."""
        menus.file.addActions([self._new, self._open])
        menus.file.addMenu(self._recent)
        menus.file.addSeparator()
        menus.file.addActions([self._save, self._save_as, self._revert, self._close])
        menus.file.addSeparator()

    def show_state(self, *, is_open: bool, can_revert: bool) -> None:
        """What can be done with the session that is open, or is not."""
        for action in (self._save, self._save_as, self._close):
            action.setEnabled(is_open)
        self._revert.setEnabled(can_revert)

    def show_recent(self, paths: list[Path]) -> None:
        """Those that were open before, the newest first."""
        self._recent.clear()
        for number, path in enumerate(paths, 1):
            key = f"&{number} " if number < 10 else ""
            action = self._recent.addAction(key + _menu_text(path))
            action.setData(str(path))
            action.triggered.connect(self._open_recent)
        if paths:
            self._recent.addSeparator()
            self._recent.addAction(tr("&Forget these")).triggered.connect(self.recentClearWished)
        self._recent.setEnabled(bool(paths))

    @Slot()
    def _ask(self) -> None:
        self.openWished.emit("")

    @Slot()
    def _open_recent(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.openWished.emit(action.data())


def _menu_text(path: Path) -> str:
    """A file's name, and its folder behind it; "&" is no key here."""
    home = str(Path.home())
    folder = str(path.parent)
    folder = "~" + folder[len(home) :] if folder.startswith(home) else folder
    return f"{plain(path.name, 40)}  –  {plain(folder, 60)}".replace("&", "&&")
