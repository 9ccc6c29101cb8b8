"""What the commands with a window share: the application around a Dashboard, and its end."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from PySide6.QtCore import QObject, QSettings, QStandardPaths, QTimer, Slot
from PySide6.QtWidgets import QApplication

from app.session.recent import RecentSessions
from ui.compose import Dashboard
from ui.display import choose_platform, has_display
from ui.exceptions import ExceptionWatch, close_log, log_file, open_log
from ui.exit_codes import EXIT_FAILED, EXIT_USAGE
from ui.first_paint import FirstPaint
from ui.interrupts import Interrupts
from ui.language import Language
from ui.main_window import MainWindow
from ui.output import Output, complain, console
from ui.preferences import Preferences
from ui.qt_messages import QtMessages
from ui.theme.palette import Theme
from ui.translate import tr

if TYPE_CHECKING:
    from app.quantities import Duration

LONGEST_TIMER_MS = 1 << 30


class WindowCommand(QObject):
    """QApplication, log, interrupts and Dashboard, made and taken down in order (a context manager)."""

    def __init__(self, options: argparse.Namespace) -> None:
        choose_platform(headless=options.headless)
        open_log(log_file())
        self._messages = QtMessages()
        existing = QApplication.instance()
        self._application = existing if isinstance(existing, QApplication) else QApplication(["quintet"])
        super().__init__()
        self._application.setApplicationName("quintet")
        self._application.setApplicationDisplayName("Quintet")
        self._application.setQuitOnLastWindowClosed(False)
        self._options = options
        self._picture: str | None = options.picture
        self._is_simulating = False
        self._problems: list[str] = []

    def __enter__(self) -> Self:
        self._theme = Theme(self._application)
        config = Path(_place(QStandardPaths.StandardLocation.GenericConfigLocation)) / "quintet"
        self._settings = QSettings(str(config / "window.ini"), QSettings.Format.IniFormat)
        self._language = Language(Preferences(self._settings).get("language"))
        self.recent = RecentSessions(config / "recent.json")
        self._exceptions = ExceptionWatch()
        self._interrupts = Interrupts()
        self.window = MainWindow(self._theme)
        self.dashboard = Dashboard(
            self.window,
            self._theme,
            self._exceptions,
            self._settings,
            self.recent,
            limit=self._options.limit,
            transport=self._options.transport,
            stall=self._options.stall,
            keeps_layout=has_display(),
        )
        self._first_paint = FirstPaint(self.window)
        self._interrupts.asked.connect(self.dashboard.end)
        self.dashboard.finished.connect(self._finished)
        return self

    def __exit__(self, *_exception: object) -> None:
        self.dashboard.deleteLater()
        self.window.deleteLater()
        self._interrupts.close()
        self._exceptions.close()
        self._language.close()
        self._messages.close()
        close_log()

    @property
    def must_end(self) -> bool:
        """Whether nobody can be asked: a run with a limit or without a display ends by itself."""
        return self._options.limit is not None or not has_display()

    def left_off(self) -> Path | None:
        """The session of the last run, where the user likes to begin with it and has not closed it by hand."""
        if self._options.clean or self.dashboard.preferences.get("start") != "last":
            return None
        return self.dashboard.left.session

    def limit_to(self, limit: Duration, picture: str) -> None:
        self.dashboard.set_limit(limit)
        self._picture = picture

    def simulate(self, arguments: list[str], *, controlled: bool = False) -> None:
        """Start simulated devices and open their session when they listen; `controlled`: faults can be played on them
        in the window."""
        self._is_simulating = True
        self.dashboard.opens_demo = False
        self.dashboard.demo.ready.connect(self._simulated_ready)
        self.dashboard.demo.failed.connect(self._simulated_failed)
        self.dashboard.demo.start(arguments, controlled=controlled)

    def refuse(self) -> int:
        """The session is not sound and nobody is there to read the window."""
        complain(self.dashboard.refusal)
        return EXIT_USAGE

    def execute(self) -> int:
        """Show the window, run the loop, conclude; returns the exit code."""
        self.window.show()
        if self._options.limit is not None and self.dashboard.run is None and not self._is_simulating:
            limit_ms = min(self._options.limit // 1_000_000, LONGEST_TIMER_MS)
            QTimer.singleShot(limit_ms, self.dashboard, self.dashboard.end)
        self._application.exec()
        return self._conclude()

    # -- endings

    @Slot()
    def _finished(self) -> None:
        """The loop ends here whatever goes wrong with the picture: the picture comes last."""
        demo = self.dashboard.demo
        if demo.is_running:
            demo.gone.connect(self._application.quit)
            demo.end()
        else:
            QTimer.singleShot(0, self._application, self._application.quit)
        if self._picture:
            self._save_picture(self._picture)
        self.window.hide()

    def _save_picture(self, target: str) -> None:
        # The stub wants bytes, the call takes text alone.
        if not self.dashboard.picture().save(target, "PNG"):  # type: ignore[call-overload]
            self._problems.append(f"{target}: the picture could not be written")

    def _conclude(self) -> int:
        self._language.close()  # the table and the report go to others than the window's reader: they are English
        run, target = self.dashboard.run, self._options.json
        if run is not None:
            if self._options.limit is not None or target is not None or self._picture:
                from ui.watch_table import WatchTable

                output = Output(sys.stderr if target == "-" else sys.stdout)
                WatchTable(run.rig, console(output)).finish()
            self._problems += run.complaints()
        problem = self._write_report(target) if target is not None else None
        self._problems += [problem] if problem else []
        return self._say(EXIT_FAILED if problem else self.dashboard.exit_code)

    def _write_report(self, target: str) -> str | None:
        """The run's report (an empty one where no session was opened), with what the window adds."""
        from app.report import empty_report, report
        from ui.run import stall_told, write_json

        run = self.dashboard.run
        content: dict[str, Any] = report(run.rig) if run is not None else empty_report()
        refreshes = run.rig.clock.statistics().refreshes if run is not None else 0
        window = {"display": has_display(), "first_paint_ns": self._first_paint.at_ns, "refreshes": refreshes}
        stall = stall_told(self.dashboard.stall.figures())
        return write_json({**content, "window": window, "stall": stall}, target)

    def _say(self, code: int) -> int:
        for line in self._problems:
            complain(line)
        return EXIT_FAILED if self._problems and not code else code

    # -- the simulator's

    @Slot(str)
    def _simulated_ready(self, session: str) -> None:
        self.dashboard.open_file(Path(session), remember=False)

    @Slot(object)
    def _simulated_failed(self, text: str) -> None:
        self.window.welcome.say(tr("The simulated devices are not there"))
        if self.dashboard.run is None:
            self._problems.append(text)
            if self.must_end:
                self.dashboard.end()


def _place(location: QStandardPaths.StandardLocation) -> str:
    return QStandardPaths.writableLocation(location)
