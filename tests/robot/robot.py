"""The window that the robot plays on, and its course: a session opens, hands work, all is put back, and judged."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QObject, QSettings, QSize, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QDockWidget

from app.session.recent import RecentSessions
from tests.robot.__main__ import STUCK_S
from tests.robot.hands import Hands
from tests.robot.oracle import Oracle
from ui.compose import Dashboard
from ui.exceptions import ExceptionWatch
from ui.faults.dock import add_fault_dock
from ui.main_window import MainWindow
from ui.simulated import SimulatedDevices
from ui.theme.palette import Theme

PAUSE_MS = 20  # between two steps: refreshes and links have their turns
LOOK_EVERY = 50  # steps between two looks at the ledgers
TOUR_MS = 60
SIZE = QSize(1280, 800)
SETTLE_MS = 3_000  # for the session to be on screen before what there is is counted
FAULTS = "random/4s"


class Robot(QObject):
    """Attributes: hands.

    Args:
        folder: its own, for everything.
        seconds, steps: it ends after the first of the two; `steps` None for no such end.
    """

    def __init__(self, folder: Path, seed: int, seconds: float, steps: int | None) -> None:
        self._application = QApplication(["robot"])
        super().__init__()
        self._application.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
        self._application.setQuitOnLastWindowClosed(False)
        self._seconds, self._steps = seconds, steps
        self._session, self._text = folder / "bench.toml", ""
        self._make_window(folder)
        files = folder / "files"
        files.mkdir()
        self.hands = Hands(self._window, seed, files, self._open)
        self._oracle = Oracle(self._dashboard, self._watch, STUCK_S)
        actions = [action for _, action in self._window.menus.actions()]
        self._to_visit = iter([again for action in actions for again in [action] * (1 + action.isCheckable())])
        self._devices = SimulatedDevices(["--faults", FAULTS, "--seed", str(seed)], self, controlled=True)
        self._devices.ready.connect(self._ready)
        add_fault_dock(self._window, self._theme, self._devices)
        for scheme in ("file", "http", "https"):
            QDesktopServices.setUrlHandler(scheme, self, "handle_url")

    def _make_window(self, folder: Path) -> None:
        self._theme = Theme(self._application, "dark")
        self._watch = ExceptionWatch()
        settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        self._window = MainWindow(self._theme)
        self._dashboard = Dashboard(
            self._window, self._theme, self._watch, settings, RecentSessions(folder / "recent.json")
        )
        self._dashboard.finished.connect(self._finished)
        for _, action in self._window.menus.actions():
            if action.shortcut().toString() == "Ctrl+Q":
                action.setEnabled(False)

    def run(self) -> list[str]:
        """All of it; what was not well."""
        self._window.show()
        self._devices.start()
        self._application.exec()
        self._oracle.close()
        self._watch.close()
        QDesktopServices.unsetUrlHandler("file")
        return self._oracle.complaints

    @Slot(QUrl)
    def handle_url(self, url: QUrl) -> None:
        """No browser is opened."""

    # -- its course

    @Slot(str)
    def _ready(self, session: str) -> None:
        self._text = Path(session).read_text(encoding="utf-8")
        self._open()
        QTimer.singleShot(SETTLE_MS, self, self._tour)

    def _open(self) -> None:
        """As it was in the beginning, whatever was saved over it."""
        self._session.write_text(self._text, encoding="utf-8")
        self._dashboard.open_file(self._session, remember=False)

    @Slot()
    def _tour(self) -> None:
        """Each action once, and what is checked twice: all that is made when it is first asked for is there then."""
        self._close_dialogs()
        if self._dashboard.run is None:
            self._open()
        action = next(self._to_visit, None)
        if action is None or self._oracle.complaints:
            self._put_back(self._begin)
            return
        QTimer.singleShot(TOUR_MS, self, self._tour)
        self.hands.trigger(action)

    @Slot()
    def _begin(self) -> None:
        self._close_dialogs()
        self._oracle.mark()
        self._end_s = monotonic() + self._seconds
        self._step()

    @Slot()
    def _step(self) -> None:
        """One step; the next is asked for first, since a drag has a loop of its own in which steps go on."""
        if self.hands.steps % LOOK_EVERY == 0:
            self._oracle.look()
        over = monotonic() > self._end_s or (self._steps is not None and self.hands.steps >= self._steps)
        if over or self._oracle.complaints:
            self._put_back(self._judge)
            return
        QTimer.singleShot(PAUSE_MS, self, self._step)
        self.hands.step()

    def _put_back(self, then: Callable[[], None]) -> None:
        """One state, from which what there is can be compared: the session anew, nothing over the window."""
        self._close_dialogs()
        for dock in self._window.findChildren(QDockWidget):
            dock.hide()
        self._window.resize(SIZE)
        self._open()
        QTimer.singleShot(SETTLE_MS, self, then)

    def _close_dialogs(self) -> None:
        for widget in QApplication.topLevelWidgets():
            if widget is not self._window and widget.isVisible():
                widget.close()

    @Slot()
    def _judge(self) -> None:
        self._close_dialogs()
        self._oracle.look()
        self._oracle.compare()
        self._dashboard.end()

    @Slot()
    def _finished(self) -> None:
        self._devices.gone.connect(self._application.quit)
        if self._devices.is_running:
            self._devices.close()
        else:
            self._application.quit()
        self._window.hide()
