"""What the "Help" menu does: the keys, the pages of help, about; and the preferences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from ui.menus import Menus
from ui.translate import tr
from ui.window_action import window_action

if TYPE_CHECKING:
    from ui.help.window import HelpWindow
    from ui.main_window import MainWindow


class HelpActions(QObject):
    """Actions of a window; their keys hold in all of it.

    Attributes: pages, the help's window; None before it was opened for the first time.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.pages: HelpWindow | None = None
        self._contents = window_action(window, tr("&Contents of the help"), "")
        self._contents.triggered.connect(self._show_start)
        self._keys = window_action(window, tr("&Keys and mouse"), "F1")
        self._keys.triggered.connect(self._show_keys)
        self._this = window_action(window, tr("&What is this?"), "Shift+F1")
        self._this.triggered.connect(self._show_this)
        self._preferences = window_action(window, tr("&Preferences…"), "Ctrl+,")
        self._preferences.triggered.connect(self.show_preferences)

    def fill(self, menus: Menus) -> None:
        """Add the actions to their menus."""
        menus.help.addAction(self._contents)
        menus.help.addAction(self._this)
        menus.help.addAction(self._keys)
        menus.edit.addSeparator()
        menus.edit.addAction(self._preferences)

    def open(self, chapter: str, anchor: str = "") -> None:
        """Show a page of the help, from its top or from a heading; see ui.help.chapters."""
        self.open_target(f"{chapter}#{anchor}" if anchor else chapter)

    @Slot(str)
    def open_target(self, target: str) -> None:
        """ "chapter" or "chapter#heading"."""
        pages = self._made()
        if pages.isHidden():
            pages.renew()
        pages.setWindowState(pages.windowState() & ~Qt.WindowState.WindowMinimized)
        pages.show()
        pages.show_target(target)
        self._stand_before(QApplication.activeModalWidget())
        pages.activateWindow()

    def _stand_before(self, dialog: QWidget | None) -> None:
        """A dialog that is modal to the window takes the mouse from all that belongs to that: while it is there the
        help belongs to it."""
        pages = self.pages
        if pages is None or pages.windowHandle() is None:
            return
        pages.windowHandle().setTransientParent((dialog or self._window).windowHandle())
        if isinstance(dialog, QDialog):
            dialog.finished.connect(self._dialog_ended)

    @Slot(int)
    def _dialog_ended(self, _result: int) -> None:
        self._stand_before(None)

    def _made(self) -> HelpWindow:
        if self.pages is None:
            from ui.help.window import HelpWindow

            self.pages = HelpWindow(self._window.theme, self._keys_told, self._window)
        return self.pages

    def _keys_told(self) -> str:
        from ui.help.keys import keys_markdown

        return keys_markdown(self._window.menus.actions())

    @Slot()
    def _show_start(self) -> None:
        self.open_target("start")

    @Slot()
    def _show_this(self) -> None:
        """Of where the keyboard is."""
        from ui.help.asking import target_of

        self.open_target(target_of(QApplication.focusWidget()) or "start")

    @Slot()
    def _show_keys(self) -> None:
        self.open_target("keys")

    @Slot()
    def show_preferences(self) -> None:
        preferences = self._window.preferences
        if preferences is None:
            return
        from ui.preferences_dialog import PreferencesDialog

        PreferencesDialog(self._window.theme, preferences, self._window).open()
