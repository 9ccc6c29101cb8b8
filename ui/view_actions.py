"""What the "View" menu does: what is in sight, whether the view follows the newest data, the colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QDockWidget, QMenu

from ui.menus import Menus
from ui.preferences import CHOICES, Preferences
from ui.quiet_menu import submenu
from ui.translate import marked, tr
from ui.window_action import window_action

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.tool_bar import ToolBar

SCHEMES = {
    "system": marked("As the &system"),
    "light": marked("&Light"),
    "dark": marked("&Dark"),
    "contrast": marked("High &contrast"),
}


class ViewActions(QObject):
    """Actions of a window; their keys hold in all of it.

    Attributes:
        pause: holds the view; checked while it is held. fit: shows all; live: follows the newest data again.
        full_screen: checked while the window is.
    """

    def __init__(self, window: MainWindow, docks: list[QDockWidget]) -> None:
        super().__init__(window)
        self._window = window
        self._docks = docks
        self._preferences: Preferences | None = None
        self.pause = window_action(window, tr("&Pause the view"), "Space")
        self.pause.setCheckable(True)
        self.pause.toggled.connect(window.plots.set_paused)
        window.plots.liveChanged.connect(self._live_changed)
        self.fit = window_action(window, tr("&Fit"), "A")
        self.fit.triggered.connect(window.plots.fit)
        self.live = window_action(window, tr("Back to &live"), "End")
        self.live.triggered.connect(self._back_to_live)
        self._find = window_action(window, tr("F&ilter devices and channels"), QKeySequence.StandardKey.Find)
        self._find.triggered.connect(self._filter)
        self.full_screen = window_action(window, tr("F&ull screen"), "F11")
        self.full_screen.setCheckable(True)
        self.full_screen.triggered.connect(self._toggle_full_screen)
        self._schemes = QActionGroup(self)
        self._schemes.triggered.connect(self._scheme_chosen)

    def lead(self, tools: ToolBar) -> None:
        """The first two as buttons: what hands do most must not have to be found in a menu."""
        tools.lead(self.pause, tr("Pause"), "pause", tr("Hold the view; the data goes on"))
        tools.lead(self.fit, tr("Fit"), "fit", tr("Show all that is kept, at its full height"))
        tools.show_view(shown=False)

    def fill(self, menus: Menus) -> None:
        """Add the actions to their menus."""
        view, window = menus.view, self._window
        view.addActions([self.pause, self.fit, self.live, self._find])
        send = window.below.add(marked("Send"), window.sending)
        open_send = window.below.opener(send, tr("Se&nd to the chosen device…"), "Ctrl+E", window.sending.focus)
        view.addAction(open_send)
        view.addSeparator()
        view.addActions([dock.toggleViewAction() for dock in self._docks])
        view.addActions([window.tools.toggleViewAction(), window.health.toggleViewAction()])
        window.below.fill(view, window.tools.toggleViewAction())
        view.addSeparator()
        self._build_schemes(submenu(view, tr("&Colours")))
        view.addAction(self.full_screen)

    def _build_schemes(self, menu: QMenu) -> None:
        menu.setObjectName("colours")
        for name in CHOICES["colours"]:
            action = QAction(tr(SCHEMES[name]), self, checkable=True)
            action.setData(name)
            self._schemes.addAction(action)
            menu.addAction(action)
        self._mark_scheme(CHOICES["colours"][0])

    def show_preferences(self, preferences: Preferences) -> None:
        """Whose colours the menu shows and changes."""
        self._preferences = preferences
        preferences.changed.connect(self._preference_changed)
        self._mark_scheme(preferences.get("colours"))

    def _mark_scheme(self, name: str) -> None:
        for action in self._schemes.actions():
            action.setChecked(action.data() == name)

    @Slot(str, str)
    def _preference_changed(self, name: str, word: str) -> None:
        if name == "colours":
            self._mark_scheme(word)

    @Slot(bool)
    def _live_changed(self, _live: bool) -> None:
        self.pause.setChecked(self._window.plots.paused)

    @Slot()
    def _back_to_live(self) -> None:
        self.pause.setChecked(False)
        self._window.plots.go_live()

    @Slot()
    def _filter(self) -> None:
        self._docks[0].show()
        self._window.devices.focus_filter()

    @Slot()
    def _toggle_full_screen(self) -> None:
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    @Slot(QAction)
    def _scheme_chosen(self, action: QAction) -> None:
        if self._preferences is not None:
            self._preferences.set("colours", action.data())
