"""Joins the window to a rig, one session after the other, and takes all down in reverse order.

A session is opened by closing the one before: its links close without waiting, and when the last has closed the new
rig starts. The same order ends the program.

What a rig needs (the stages, numpy, QtNetwork) is imported with the first session: an empty window is there at once.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QTimer, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog

from app.clock import now_ns
from ui.exceptions import ExceptionWatch, log, log_file
from ui.main_window import MainWindow
from ui.plain import plain
from ui.theme.palette import Scheme, Theme
from ui.theme.tokens import State

if TYPE_CHECKING:
    from app.link.contract import Link
    from app.link.options import LinkOptions
    from app.quantities import Duration
    from app.refresh.clock import Refresh
    from app.rig import Rig
    from app.session.recent import RecentSessions
    from app.session.schema import Session
    from ui.run import Run

PANELS_NS = 200_000_000  # figures and lists change five times a second: more cannot be read
SCHEMES: dict[str, Scheme] = {"system": "system", "light": "light", "dark": "dark"}


class Dashboard(QObject):
    """The window and the rig behind it.

    Attributes:
        window: the main window, for as long as the program runs.
        run: the rig that runs now; None while no session is open.
        keeps_layout: whether size and docks are restored and saved; not where nobody sees the window.
        link_maker: makes the links of a session; None for the session's own.

    Signals:
        opened(): a session runs and the window shows it.
        finished(): all links are closed and the program may end.
    """

    opened = Signal()
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
        keeps_layout: bool = True,
    ) -> None:
        super().__init__()
        self.window = window
        self.run: Run | None = None
        self.keeps_layout = keeps_layout
        self.link_maker: Callable[[LinkOptions], Link] | None = None
        self._theme = theme
        self._exceptions = exceptions
        self._settings = settings
        self._recent = recent
        self._limit = limit
        self._transport = transport
        self._next: tuple[Session, str] | None = None
        self._ending = False
        self._last_look: QImage | None = None
        self._tables = 0
        self._panels_due_ns = self._figures_ns = self._refreshes = self._frames = 0
        self._connect()
        self._restore()

    def _connect(self) -> None:
        self.window.openWished.connect(self._open_wished)
        self.window.recentClearWished.connect(self._forget_recent)
        self.window.schemeWished.connect(self._scheme_wished)
        self.window.closing.connect(self.end)
        self._exceptions.caught.connect(self._exception_caught)

    def _restore(self) -> None:
        if self.keeps_layout:
            self.window.restore(self._settings)
        self._show_recent()
        self._use_scheme(str(self._settings.value("window/colours", "system")))
        self.window.status.show_verdict("", None)

    def set_limit(self, limit: Duration) -> None:
        """How long the next session runs."""
        self._limit = limit

    # -- sessions

    def open_file(self, path: Path, *, remember: bool = True) -> bool:
        """Open a session file; False, with the reasons in the window, where it is not sound."""
        from app.session.problems import SessionError
        from app.session.reading import read_session
        from ui.transport import TransportError, with_transport

        self.window.notice.retract("open")
        try:
            session = with_transport(read_session(path), self._transport)
        except (SessionError, TransportError) as error:
            log.warning("not opened: %s: %s", path, error)
            self.window.notice.alarm(_refusal(path, error), "open")
            return False
        if remember:
            self._recent.add(path)
            self._show_recent()
        self.open_session(session, path.stem)
        return True

    def open_session(self, session: Session, name: str = "Untitled session") -> None:
        """Run a session in place of the one that runs now; `name` stands for a title that it does not have."""
        if self._ending:  # the simulated devices were ready a moment too late
            return
        self._next = (session, name)
        if self.run is None:
            self._start_next()
        else:
            self.run.end()

    def _start_next(self) -> None:
        if self._next is None:
            return
        from app.link.factory import make_link
        from app.rig import Rig
        from ui.run import Run

        (session, name), self._next = self._next, None
        rig = Rig(session, self.link_maker or make_link, parent=self)
        self.run = Run(rig, self._limit, self._exceptions, self)
        self.run.ending.connect(self._run_ending)
        self.run.ended.connect(self._run_ended)
        rig.refreshed.connect(self._refreshed)
        rig.checked.connect(self._checked)
        rig.failed.connect(self._ledger_failed)
        self._forget_figures()
        self._show(rig, name)
        self.run.start()
        log.info("session opened: %s, %d devices", session.title or name, len(rig.devices))
        self.opened.emit()

    def _show(self, rig: Rig, name: str) -> None:
        window = self.window
        window.setWindowTitle(f"{plain(rig.session.title or name)} – Quintet")
        window.show_session(True)
        window.pause.setChecked(False)
        window.plots.go_live()
        window.devices.set_rig(rig)
        window.plots.set_plots(rig.session.plots)
        self._show_sources(rig)
        self._refresh_panels()
        self._show_verdict(rig)

    def _show_sources(self, rig: Rig) -> None:
        """Tell the plots which tables there are; new ones appear as classes and topics come. A device that has none
        yet is there all the same, so that the plots can say whom they wait for."""
        from app.store.table import Table
        from ui.plots.source import Source

        sources = []
        for device in rig.devices:
            tables = list(device.pipeline.tables.values()) or [Table("", history_ns=0, history_bytes=0)]
            field = getattr(device.options.time, "field", None)
            sources += [Source(device.name, table, field) for table in tables]
        self.window.plots.set_sources(sources)
        self._tables = _table_count(rig)

    @Slot()
    def _run_ending(self) -> None:
        """The last look, before the links close."""
        self.window.plots.refresh(now_ns())
        self._refresh_panels()
        self._last_look = self._grab()

    @Slot()
    def _run_ended(self) -> None:
        """The rig has stopped: the last look is kept on screen unless another session comes."""
        try:
            self._refresh_panels()
        finally:  # the program ends also where a panel cannot be drawn
            self._go_on()

    def _go_on(self) -> None:
        if self._next is not None and not self._ending:
            self._drop_run()
            self._start_next()
        elif self._ending or self._limit is not None:
            self.finished.emit()

    def _drop_run(self) -> None:
        run, self.run = self.run, None
        window = self.window
        window.inspector.show_device(None, None)
        window.devices.set_rig(None)
        window.plots.set_sources([])
        window.status.forget_run()
        if run is not None:
            for device in run.rig.devices:
                window.notice.retract(f"ledger {device.name}")
            run.rig.deleteLater()
            run.deleteLater()

    @Slot()
    def end(self) -> None:
        """Close all links; `finished` follows. Safe to call again."""
        if self._ending:
            return
        self._ending = True
        if self.run is None or self.run.rig.is_stopped:
            QTimer.singleShot(0, self, self.finished.emit)
        else:
            QTimer.singleShot(0, self.run, self.run.end)  # comes also where the layout cannot be kept
        if self.keeps_layout:
            self.window.keep(self._settings)

    @property
    def exit_code(self) -> int:
        from ui.run import EXIT_FAILED, EXIT_OK

        if self.run is not None:
            return self.run.exit_code
        return EXIT_FAILED if self._exceptions.count else EXIT_OK

    def picture(self) -> QImage:
        """The window as it was when its run ended, or as it is now."""
        return self._last_look or self._grab()

    def _grab(self) -> QImage:
        return self.window.grab().toImage()

    # -- the rig's

    @Slot(object)
    def _refreshed(self, refresh: Refresh) -> None:
        if self.run is None:
            return
        rig = self.run.rig
        if _table_count(rig) != self._tables:
            self._show_sources(rig)
        self.window.plots.refresh(now_ns())
        if refresh.at_ns >= self._panels_due_ns:
            self._panels_due_ns = refresh.at_ns + PANELS_NS
            self._refresh_panels()

    def _refresh_panels(self) -> None:
        self.window.devices.refresh()
        self.window.inspector.refresh()

    @Slot()
    def _checked(self) -> None:
        if self.run is None:
            return
        rig = self.run.rig
        self.window.plots.refresh(now_ns())
        self._refresh_panels()
        self._show_figures(rig)
        self._show_verdict(rig)

    def _forget_figures(self) -> None:
        self._panels_due_ns = self._figures_ns = self._refreshes = self._frames = 0

    def _show_figures(self, rig: Rig) -> None:
        """Refreshes and frames since the last time, which is a second ago, or more where the loop was held up."""
        pace, at = rig.clock.statistics(), now_ns()
        framed = sum(device.pipeline.framer.counts.frames for device in rig.devices)
        seconds, self._figures_ns = (at - (self._figures_ns or rig.started_ns or at)) / 1e9, at
        refreshes, frames = pace.refreshes - self._refreshes, framed - self._frames
        self._refreshes, self._frames = pace.refreshes, framed
        rate = refreshes / seconds if seconds else 0.0
        self.window.status.show_figures(rate, frames / refreshes if refreshes else None, pace)

    def _show_verdict(self, rig: Rig) -> None:
        status = self.window.status
        if not rig.ledgers_balanced:
            status.show_verdict("The ledger does not add up: see the inspector", State.ALARM)
        elif any(device.pipeline.received for device in rig.devices):
            status.show_verdict("Every byte is accounted for", State.GOOD)
        else:
            status.show_verdict("No data yet" if rig.devices else "", State.BUSY if rig.devices else None)

    @Slot(str, str)
    def _ledger_failed(self, device: str, failure: str) -> None:
        log.error("ledger of %s: %s", plain(device), plain(failure, 1000))
        self.window.notice.alarm(f"{plain(device)}: the ledger does not add up. {failure}", f"ledger {device}")

    @Slot(str)
    def _exception_caught(self, text: str) -> None:
        self.window.status.show_errors(self._exceptions.count)
        message = f"An error inside Quintet: {text}. It goes on; the log is {log_file()}"
        self.window.notice.alarm(message, "error", again=False)

    # -- the user's

    @Slot(str)
    def _open_wished(self, path: str) -> None:
        if path:
            self.open_file(Path(path))
            return
        dialog = QFileDialog(self.window, "Open session", "", "Sessions (*.toml);;All files (*)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._open_wished)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def _forget_recent(self) -> None:
        self._recent.clear()
        self._show_recent()

    def _show_recent(self) -> None:
        if self._recent.problem:
            log.warning("recent sessions: %s", self._recent.problem)
        self.window.show_recent(self._recent.paths())

    @Slot(str)
    def _scheme_wished(self, name: str) -> None:
        self._use_scheme(name)
        self._settings.setValue("window/colours", name)

    def _use_scheme(self, name: str) -> None:
        name = name if name in SCHEMES else "system"
        self._theme.set_scheme(SCHEMES[name])
        self.window.mark_scheme(name)


def _table_count(rig: Rig) -> int:
    return sum(len(device.pipeline.tables) for device in rig.devices)


def _refusal(path: Path, error: Exception) -> str:
    """What is wrong with a session file, a problem a line, each with its place."""
    from app.session.problems import SessionError

    if not isinstance(error, SessionError):
        return f"{path.name} was not opened: {error}"
    problems = error.problems
    if len(problems) == 1:
        return f"Not opened: {problems[0].text(path.name)}"
    return "\n".join(
        [f"{path.name} was not opened, for {len(problems)} reasons:", *[p.text(path.name) for p in problems]]
    )
