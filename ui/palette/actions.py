"""The command palette: every action of the window by its name.

A window starts without it. What its first opening would wait for is made once the window has been there for a while.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, QSettings, Slot
from PySide6.QtGui import QAction

from ui.idle_steps import IdleSteps
from ui.menus import Menus
from ui.translate import tr
from ui.window_action import window_action

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.palette.entries import Entry
    from ui.palette.panel import CommandPalette

KEYS = "Ctrl+K"
USED = "palette/used"  # in the settings


class PaletteActions(QObject):
    """Actions of a window; their keys hold in all of it.

    Attributes: find, opens the palette and closes it; panel, None before it was made.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._more: list[tuple[tuple[str, ...], QAction]] = []
        self._used: list[str] = []
        self.panel: CommandPalette | None = None
        self.find = window_action(window, tr("&Find a command…"), KEYS)
        self.find.triggered.connect(self.toggle)
        self._preparation = IdleSteps(window, self._prepare())

    def fill(self, menus: Menus) -> None:
        """Add the actions to their menus."""
        menus.help.addAction(self.find)

    def register(self, path: tuple[str, ...], action: QAction) -> None:
        """Offer an action that no menu of the bar has, for as long as it lives; `path` says where it is found, as
        ("Plot", "Curve")."""
        self._more.append((path, action))

    @Slot()
    def toggle(self) -> None:
        from ui.palette.entries import entries_of

        panel = self._made()
        self._more = [(path, action) for path, action in self._more if shiboken6.isValid(action)]
        if panel.isHidden():
            panel.open_with(entries_of(self._window, self._more), self._used)
        else:
            panel.shut()

    def _prepare(self) -> Iterator[None]:
        """Modules, widgets, fonts: each some milliseconds, a tenth of a second together. Who opens the palette
        meanwhile has made what is left."""
        from ui.palette.entries import entries_of

        yield
        import ui.palette.panel  # noqa: F401  # compiled and run, for `_made`

        yield
        if self.panel is None:
            panel = self._made()
            yield
            panel.prepare(entries_of(self._window, ()))

    def restore(self, settings: QSettings) -> None:
        """What was used lately."""
        from ui.palette.ranking import KEPT

        kept = settings.value(USED, [])
        self._used = [str(key) for key in (kept if isinstance(kept, list) else [kept])][:KEPT]

    def keep(self, settings: QSettings) -> None:
        settings.setValue(USED, self._used)

    def _made(self) -> CommandPalette:
        if self.panel is None:
            from ui.palette.panel import CommandPalette

            self.panel = CommandPalette(self._window.theme, self._window)
            self.panel.chosen.connect(self._chosen)
        return self.panel

    @Slot(object)
    def _chosen(self, entry: Entry) -> None:
        from ui.palette.ranking import with_used

        self._used = with_used(self._used, entry.key)
        entry.do()
