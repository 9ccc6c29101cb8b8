"""Joins the window to a rig, one session after the other, and takes all down in reverse order.

A session is opened by closing the one before: its links close without waiting, and when the last has closed the new
rig starts. The same order ends the program, and goes back to the welcome page. What is done with sessions as files, and
what is asked before, stands in ui.session_desk; what is done to the devices of one in ui.device_changes.

What a rig needs (the stages, numpy, QtNetwork) is imported with the first session: an empty window is there at once.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from app.comparison.stalls.control import StallControl
from app.sentence import sentence
from ui.back_pressure.opener import BackPressureOpener
from ui.demo import Demo
from ui.device_changes import DeviceChanges
from ui.exceptions import ExceptionWatch, log, log_file
from ui.exit_codes import EXIT_FAILED, EXIT_OK
from ui.left_off import LeftOff
from ui.main_window import MainWindow
from ui.notice import LINE_LONGEST
from ui.open_session import OpenSession
from ui.plain import plain
from ui.preferences import Preferences
from ui.session_desk import SessionDesk
from ui.theme.palette import Scheme, Theme
from ui.translate import told, tr

if TYPE_CHECKING:
    from app.comparison.stalls.options import StallOptions
    from app.link.contract import Link
    from app.link.options import LinkOptions
    from app.quantities import Duration
    from app.session.problems import SessionError
    from app.session.recent import RecentSessions
    from app.session.schema import Session
    from ui.rig_view import RigView
    from ui.run import Run

SCHEMES: dict[str, Scheme] = {"system": "system", "light": "light", "dark": "dark", "contrast": "contrast"}


class Dashboard(QObject):
    """The window and the rig behind it.

    Attributes:
        window: the main window, for as long as the program runs.
        run: the rig that runs now; None while no session is open.
        changes: what is done to its devices: add, replace, remove.
        left: where the user left off.
        session: what is open, with its text and its file; None while nothing is.
        refusal: why a session file was not opened, in English, for a terminal.
        demo: the simulated devices; opens_demo: their session is opened as soon as they listen.
        preferences: what the user likes, from the settings.
        keeps_layout: whether size and docks are restored and saved; not where nobody sees the window.
        link_maker: makes the links of a session; None for the session's own.
        stall: the stalls of the window's thread that an experiment asks for; on while a session runs.

    Signals:
        opened(): a session runs and the window shows it.
        closed(): none runs any more, and the window shows the welcome page.
        finished(): all links are closed and the program may end.
    """

    opened = Signal()
    closed = Signal()
    finished = Signal()

    def __init__(
        self,
        window: MainWindow,
        theme: Theme,
        exceptions: ExceptionWatch,
        settings: QSettings,
        recent: RecentSessions,
        *,
        limit: Duration | None = None,
        transport: str | None = None,
        stall: StallOptions | None = None,
        keeps_layout: bool = True,
    ) -> None:
        super().__init__()
        self.window = window
        self.run: Run | None = None
        self.session: OpenSession | None = None
        self.keeps_layout = keeps_layout
        self.link_maker: Callable[[LinkOptions], Link] | None = None
        self.stall = StallControl(stall, self)
        self._back_pressure = BackPressureOpener(theme, self)
        self._theme = theme
        self._exceptions = exceptions
        self._settings = settings
        self.preferences = Preferences(settings, self)
        self.left = LeftOff(window, recent, settings, self)
        self._limit = limit
        self._transport = transport
        self._next: OpenSession | None = None  # None with a wish: no session
        self._has_wish = False
        self._ending = False
        self._failed_before = False  # a ledger of a session that was closed for another did not add up
        self.refusal = ""
        self._last_look: QImage | None = None
        self._view: RigView | None = None
        self.demo = Demo(window, theme, self)
        self.opens_demo = True
        self._desk = SessionDesk(self)
        self.changes = DeviceChanges(self)
        self._connect()
        self._restore()

    def _connect(self) -> None:
        self.demo.ready.connect(self._demo_ready)
        self.window.show_preferences(self.preferences)
        self.preferences.changed.connect(self._preference_changed)
        self.window.closing.connect(self.end)
        self._exceptions.caught.connect(self._exception_caught)
        self.window.measure.back_pressure.triggered.connect(self._back_pressure_wished)
        self._back_pressure.ended.connect(self.finished)
        self._back_pressure.underWay.connect(self.window.compare.stand_back)
        self.window.compare.underWay.connect(self._back_pressure.hold)
        self.window.comparison.underWay.connect(self._back_pressure.hold)
        self.window.experiment.show_control(self.stall)
        self.window.compare.show_control(self.stall)
        self.window.sending.show_settings(self._settings)

    def _restore(self) -> None:
        if self.keeps_layout:
            self.window.restore(self._settings)
        self.left.show_recent()
        self._preference_changed("colours", self.preferences.get("colours"))
        self.window.status.show_verdict("", None)

    def set_limit(self, limit: Duration) -> None:
        """How long the next session runs."""
        self._limit = limit

    # -- sessions

    def open_file(self, path: Path, *, remember: bool = True) -> bool:
        """Open a session file; False, with the reasons in the window, where it is not sound."""
        from app.session.problems import SessionError
        from app.session.reading import read_with_data

        self.window.notice.retract("open")
        try:
            session, data = read_with_data(path)
        except SessionError as error:
            log.warning("not opened: %s: %s", path, error)
            lines = _refusal(path, error)
            self.refusal = "\n".join(plain(line, LINE_LONGEST) for line in lines)
            self.window.notice.alarm("\n".join(map(told, lines)), "open", target="sessions")
            return False
        if remember:
            self.left.remember(path)
        self._go_to(OpenSession(session, path.stem, path, data, asks=not self.demo.is_session(path), parent=self))
        return True

    def open_session(self, session: Session, name: str = "") -> None:
        """Run a session in place of the one that runs now; `name` stands for a title that it does not have."""
        self._go_to(OpenSession(session, name, parent=self))

    def new_session(self) -> None:
        """One without devices."""
        from app.session.schema import Session

        self.open_session(Session())

    def close_session(self) -> None:
        """Back to the welcome page; the next start begins there too."""
        self.left.close()
        self._go_to(None)

    def _go_to(self, session: OpenSession | None) -> None:
        if self._ending:  # the simulated devices were ready a moment too late
            return
        self._next, self._has_wish = session, True
        if self.run is None:
            self._go_on()
        else:
            self.run.end()

    def _start_next(self) -> None:
        """What was wished takes the place of what was there."""
        session, self._next, self._has_wish = self._next, None, False
        before, self.session = self.session, session
        for key in ("edit", "save"):  # what went wrong with the one before
            self.window.notice.retract(key)
        if before is not None:
            before.deleteLater()
        if session is None or not self.demo.is_session(session.file):
            self.demo.end()
        if session is None:
            self._show_welcome()
        else:
            session.changed.connect(self._desk.show_session)
            self._start(session)
        self._desk.show_session()

    def _start(self, session: OpenSession) -> None:
        from app.link.factory import make_link
        from app.rig import Rig
        from ui.rig_view import RigView
        from ui.run import Run
        from ui.transport import with_transport

        rig = Rig(with_transport(session.session, self._transport), self.link_maker or make_link, parent=self)
        self.run = Run(rig, self._limit, self._exceptions, self)
        self.run.ending.connect(self._run_ending)
        self.run.ending.connect(self.window.compare.end_session)
        self.run.ending.connect(self.stall.end)  # behind the last look, which tells of it; before the links close
        self.run.ended.connect(self._run_ended)
        self._view = RigView(rig, self.window, self)
        self.run.start()
        self.stall.begin()
        log.info("session opened: %s, %d devices", session.title, len(rig.devices))
        self.opened.emit()

    def _show_welcome(self) -> None:
        self.window.show_session(False)
        self.window.status.show_verdict("", None)
        self.window.welcome.greet()
        self.closed.emit()

    @Slot()
    def _run_ending(self) -> None:
        """The last look, before the links close."""
        if self._view is not None:
            self._view.look()
        self._last_look = self._grab()

    @Slot()
    def _run_ended(self) -> None:
        """The rig has stopped: the last look is kept on screen unless another session comes."""
        try:
            if self._view is not None:
                self._view.look()
        finally:  # the program ends also where a panel cannot be drawn
            self._go_on()

    def _go_on(self) -> None:
        if self._has_wish and not self._ending:
            self._drop_run()
            self._start_next()
        elif self._ending or self._limit is not None:
            self._back_pressure.shutdown()

    def _drop_run(self) -> None:
        self.window.choice.dismiss()
        run, self.run = self.run, None
        self._failed_before |= run is not None and not run.rig.ledgers_balanced
        view, self._view = self._view, None
        if view is not None:
            view.clear()
            view.deleteLater()
        if run is not None:
            run.rig.deleteLater()
            run.deleteLater()

    @Slot()
    def end(self) -> None:
        """Close all links; `finished` follows. Safe to call again."""
        if self._ending:
            return
        self._ending = True
        self._desk.questions.dismiss()
        if self.run is None or self.run.rig.is_stopped:
            QTimer.singleShot(0, self._back_pressure, self._back_pressure.shutdown)
        else:
            QTimer.singleShot(0, self.run, self.run.end)  # comes also where the layout cannot be kept
        if self.keeps_layout:
            self.window.keep(self._settings)

    @property
    def exit_code(self) -> int:
        if self._failed_before:
            return EXIT_FAILED
        if self.run is not None:
            return self.run.exit_code
        return EXIT_FAILED if self._exceptions.count else EXIT_OK

    def picture(self) -> QImage:
        """The window as it was when its run ended, or as it is now."""
        return self._last_look or self._grab()

    def _grab(self) -> QImage:
        return self.window.grab().toImage()

    @Slot(str)
    def _exception_caught(self, text: str) -> None:
        self.window.status.show_errors(self._exceptions.count)
        message = tr("An error inside Quintet: {text}. It goes on; the log is {file}")
        message = message.format(text=text, file=log_file())
        self.window.notice.alarm(message, "error", again=False, target="reports#error")

    # -- the user's

    @property
    def can_ask(self) -> bool:
        """Whether somebody is there to answer a question."""
        return self.keeps_layout and self._limit is None and not self._ending

    @Slot(str)
    def _demo_ready(self, session: str) -> None:
        if self.opens_demo:
            self.open_file(Path(session), remember=False)

    @Slot()
    def _back_pressure_wished(self) -> None:
        self._back_pressure.open(self.window, self.run.rig if self.run is not None else None)

    @Slot(str, str)
    def _preference_changed(self, name: str, word: str) -> None:
        if name == "colours":
            self._theme.set_scheme(SCHEMES.get(word, "system"))


def _refusal(path: Path, error: SessionError) -> list[str]:
    """What is wrong with a session file, a problem a line, each with its place."""
    problems = [problem.text(path.name) for problem in error.problems]
    if len(problems) == 1:
        return [sentence("Not opened: {problem}", problem=problems[0])]
    head = sentence("{file} was not opened, for {count} reasons:", file=path.name, count=len(problems))
    return [head, *problems]
