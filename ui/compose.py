"""Joins the window to a rig, one session after the other, and takes all down in reverse order.

A session is opened by closing the one before: its links close without waiting, and when the last has closed the new
rig starts. The same order ends the program.
"""

from __future__ import annotations

from pathlib import Path

from app.refresh.clock import Refresh
from app.session.recent import RecentSessions
from PySide6.QtCore import QObject, QSettings, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QFileDialog

from app.clock import now_ns
from app.quantities import Duration
from app.rig import Rig
from app.session.problems import SessionError
from app.session.reading import read_session
from app.session.schema import Session
from ui.exceptions import ExceptionWatch, log, log_file
from ui.main_window import MainWindow
from ui.plain import plain
from ui.plots.source import Source
from ui.run import EXIT_FAILED, EXIT_OK, Run
from ui.theme.palette import Scheme, Theme
from ui.transport import TransportError, with_transport

PANELS_NS = 200_000_000  # figures and lists change five times a second: more cannot be read
SCHEMES: dict[str, Scheme] = {"system": "system", "light": "light", "dark": "dark"}


class Dashboard(QObject):
    """The window and the rig behind it.

    Attributes:
        window: the main window, for as long as the program runs.
        run: the rig that runs now; None while no session is open.

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
    ) -> None:
        super().__init__()
        self.window = window
        self._theme = theme
        self.run: Run | None = None
        self._exceptions = exceptions
        self._settings = settings
        self._recent = recent
        self._limit = limit
        self._transport = transport
        self._next: Session | None = None
        self._ending = False
        self._panels_due_ns = 0
        self._refreshes = self._frames = 0
        window.openWished.connect(self._open_wished)
        window.schemeWished.connect(self._scheme_wished)
        window.closing.connect(self.end)
        exceptions.caught.connect(self._exception_caught)
        self._restore()

    def _restore(self) -> None:
        self.window.restore(self._settings)
        self.window.show_recent(self._recent.paths())
        scheme = self._settings.value("window/colours", "system")
        self._scheme_wished(str(scheme))
        self.window.status.show_verdict("No session open", QColor(self._theme.tokens.muted))

    def set_limit(self, limit: Duration) -> None:
        """How long the next session runs."""
        self._limit = limit

    # -- sessions

    def open_file(self, path: Path, *, remember: bool = True) -> bool:
        """Open a session file; False, with the reasons in the window, where it is not sound."""
        try:
            session = with_transport(read_session(path), self._transport)
        except (SessionError, TransportError) as error:
            log.warning("not opened: %s", error)
            self.window.notice.alarm(str(error))
            return False
        self.window.notice.clear()
        if remember:
            self._recent.add(path)
            self.window.show_recent(self._recent.paths())
        self.open_session(session)
        return True

    def open_session(self, session: Session) -> None:
        """Run a session in place of the one that runs now."""
        self._next = session
        if self.run is None:
            self._start_next()
        else:
            self.run.end()

    def _start_next(self) -> None:
        session, self._next = self._next, None
        if session is None:
            return
        rig = Rig(session, parent=self)
        self.run = Run(rig, self._limit, self._exceptions, self)
        self.run.ended.connect(self._run_ended)
        rig.refreshed.connect(self._refreshed)
        rig.checked.connect(self._checked)
        rig.failed.connect(self._ledger_failed)
        self._show(rig)
        self.run.start()
        log.info("session opened: %s, %d devices", session.title or "untitled", len(rig.devices))
        self.opened.emit()

    def _show(self, rig: Rig) -> None:
        window = self.window
        window.setWindowTitle(f"{plain(rig.session.title) or 'Untitled session'} – Quintet")
        window.devices.set_rig(rig)
        window.plots.set_plots(rig.session.plots)
        self._show_sources(rig)

    def _show_sources(self, rig: Rig) -> None:
        """Tell the plots which tables there are; new ones appear as classes and topics come."""
        self.window.plots.set_sources(
            [
                Source(device.name, table, getattr(device.options.time, "field", None))
                for device in rig.devices
                for table in device.pipeline.tables.values()
            ]
        )
        self._tables = sum(len(device.pipeline.tables) for device in rig.devices)

    @Slot()
    def _run_ended(self) -> None:
        """The rig has stopped: the last look is kept on screen unless another session comes."""
        self._refresh_panels()
        if self._next is not None and not self._ending:
            self._drop_run()
            self._start_next()
        elif self._ending or self._limit is not None:
            self.finished.emit()

    def _drop_run(self) -> None:
        run, self.run = self.run, None
        self.window.inspector.show_device(None, None)
        self.window.devices.set_rig(None)
        self.window.plots.set_sources([])
        if run is not None:
            run.rig.deleteLater()
            run.deleteLater()

    @Slot()
    def end(self) -> None:
        """Close all links; `finished` follows. Safe to call again."""
        if self._ending:
            return
        self._ending = True
        self.window.keep(self._settings)
        if self.run is None or self.run.rig.is_stopped:
            QTimer.singleShot(0, self, self.finished.emit)
        else:
            self.run.end()

    @property
    def exit_code(self) -> int:
        if self.run is not None:
            return self.run.exit_code
        return EXIT_FAILED if self._exceptions.count else EXIT_OK

    def picture(self) -> QImage:
        """The window as it is drawn now."""
        return self.window.grab().toImage()

    # -- the rig's

    @Slot(object)
    def _refreshed(self, refresh: Refresh) -> None:
        assert self.run is not None
        rig = self.run.rig
        if sum(len(device.pipeline.tables) for device in rig.devices) != self._tables:
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

    def _show_figures(self, rig: Rig) -> None:
        figures = rig.clock.statistics()
        framed = sum(device.pipeline.framer.counts.frames for device in rig.devices)
        refreshes, frames = figures.refreshes - self._refreshes, framed - self._frames
        self._refreshes, self._frames = figures.refreshes, framed
        status = self.window.status
        status.refresh_rate.setText(f"{refreshes} Hz ({figures.rate_hz:.0f})")
        status.refresh_rate.setToolTip(figures.reason or "Refreshes in the last second; the limit in brackets")
        status.frames.setText(f"{frames / refreshes:.1f} frames/refresh" if refreshes else "– frames/refresh")
        lag = figures.lag_ms
        status.lag.setText("lag –" if lag is None else f"lag {lag.p50:.1f} ms, p99 {lag.p99:.1f} ms")

    def _show_verdict(self, rig: Rig) -> None:
        status = self.window.status
        if rig.ledgers_balanced:
            received = sum(device.pipeline.received for device in rig.devices)
            status.show_verdict(f"● every byte accounted for ({received:,})", QColor(self._theme.tokens.good))
        else:
            status.show_verdict("■ the ledger does not add up: see the inspector", QColor(self._theme.tokens.alarm))

    @Slot(str, str)
    def _ledger_failed(self, device: str, failure: str) -> None:
        log.error("ledger of %s: %s", device, failure)
        self.window.notice.alarm(f"{plain(device)}: the ledger does not add up. {failure}")

    @Slot(str)
    def _exception_caught(self, text: str) -> None:
        count = self._exceptions.count
        self.window.status.exceptions.setText(f"{count} internal error{'s' if count > 1 else ''}")
        self.window.notice.alarm(
            f"An error inside Quintet, number {count}: {text}. It goes on; the log is {log_file()}."
        )

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

    @Slot(str)
    def _scheme_wished(self, name: str) -> None:
        name = name if name in SCHEMES else "system"
        self._theme.set_scheme(SCHEMES[name])
        self.window.mark_scheme(name)
        self._settings.setValue("window/colours", name)
