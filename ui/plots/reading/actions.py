"""What the "Plot" menu does for reading values: crosshair, cursors, what is copied; and the menu of a plot itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget

from ui.menus import Menus
from ui.plain import plain
from ui.quiet_menu import QuietMenu
from ui.translate import marked, tr
from ui.window_action import window_action

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.plots.reading.figures_desk import FiguresDesk
    from ui.preferences import Preferences


class ReadingActions(QObject):
    """Actions of a window; their keys hold in all of it.

    Attributes:
        crosshair: checked while it is shown.
        cursor_a, cursor_b: put a cursor at the crosshair, or where the pointer is.
        clear: takes both away.
        copy: the figures, for a spreadsheet.
        figures: what the dock "Cursors" shows.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.plots.reading
        self.figures, self._dock = self._build_figures(window)
        self.crosshair = window_action(window, tr("&Crosshair"), "C")
        self.crosshair.setCheckable(True)
        self.cursor_a = window_action(window, tr("Put cursor &A here"), "1")
        self.cursor_b = window_action(window, tr("Put cursor &B here"), "2")
        self.clear = window_action(window, tr("C&lear the cursors"), "0")
        self.copy = window_action(window, tr("Co&py the values or the cursors' figures"), "Ctrl+C")
        self._connect()

    def _build_figures(self, window: MainWindow) -> tuple[FiguresDesk, QDockWidget]:
        from ui.plots.reading.figures_desk import FiguresDesk
        from ui.plots.reading.figures_panel import FiguresPanel

        panel = FiguresPanel(window._theme)
        return FiguresDesk(window.plots, panel, self), window.below.add(marked("Cursors"), panel)

    def _connect(self) -> None:
        self.crosshair.toggled.connect(self._desk.set_crosshair)
        self._desk.crosshairToggled.connect(self.crosshair.setChecked)
        self.cursor_a.triggered.connect(self._put_a)
        self.cursor_b.triggered.connect(self._put_b)
        self.clear.triggered.connect(self._desk.clear_cursors)
        self.copy.triggered.connect(self.figures.copy)
        self.figures.begun.connect(self._dock.show)
        self.figures.begun.connect(self._dock.raise_)
        self._desk.cursorsChanged.connect(self._cursors_changed)
        self._desk.menuWished.connect(self._open_menu)
        self._cursors_changed()

    def fill(self, menus: Menus) -> None:
        """Add the actions to their menus."""
        if menus.plot.actions():
            menus.plot.addSeparator()
        menus.plot.addActions([self.crosshair, self.cursor_a, self.cursor_b, self.clear, self.copy])

    def show_preferences(self, preferences: Preferences) -> None:
        """What a drag does is the user's wish."""
        self._desk.set_drag(preferences.get("drag"))
        preferences.changed.connect(self._preference_changed)

    # -- slots

    @Slot(str, str)
    def _preference_changed(self, name: str, word: str) -> None:
        if name == "drag":
            self._desk.set_drag(word)

    @Slot()
    def _put_a(self) -> None:
        self._desk.place_cursor("A")

    @Slot()
    def _put_b(self) -> None:
        self._desk.place_cursor("B")

    @Slot()
    def _cursors_changed(self) -> None:
        self.clear.setEnabled(bool(self._desk.cursors.placed))

    @Slot(QPoint)
    def _open_menu(self, at: QPoint) -> None:
        """All that can be done with a plot, and why there is no data where the pointer is."""
        menu = QuietMenu("", self._window)
        for line in self._desk.gap_here().splitlines():
            told = QAction(plain(line, 200).replace("&", "&&"), menu)
            told.setEnabled(False)
            menu.addAction(told)
        for actions in self._offers():
            menu.addSeparator()
            menu.addActions(actions)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _offers(self) -> list[list[QAction]]:
        window = self._window
        export, view = window.export, window.view_actions
        return [
            window.menus.plot.actions(),
            [view.fit, view.live],
            [export.one, export.copy, export.csv],
        ]
