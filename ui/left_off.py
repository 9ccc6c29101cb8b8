"""Where the user left off: the sessions that were open, and whether the last one was closed by hand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Slot

from ui.exceptions import log

if TYPE_CHECKING:
    from app.session.recent import RecentSessions
    from ui.main_window import MainWindow

LEFT, CLOSED = "session/left", "closed"


class LeftOff(QObject):
    """Keeps the list of recent sessions, and shows it in the window."""

    def __init__(
        self, window: MainWindow, recent: RecentSessions, settings: QSettings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._recent = recent
        self._settings = settings
        window.recentClearWished.connect(self._forget)

    @property
    def session(self) -> Path | None:
        """The file to go on with; None where the last session was closed by hand."""
        return None if self._settings.value(LEFT) == CLOSED else self.last_file

    @property
    def last_file(self) -> Path | None:
        """The one that was opened or saved last, closed or not."""
        return self._recent.last()

    def remember(self, file: Path) -> None:
        """This was opened, or saved under this name."""
        self._settings.remove(LEFT)
        self._recent.add(file)
        self.show_recent()

    def close(self) -> None:
        """The session was closed by hand: the next start begins without one."""
        self._settings.setValue(LEFT, CLOSED)

    def show_recent(self) -> None:
        if self._recent.problem:
            log.warning("recent sessions: %s", self._recent.problem)
        self._window.show_recent(self._recent.paths())

    @Slot()
    def _forget(self) -> None:
        self._recent.clear()
        self.show_recent()
