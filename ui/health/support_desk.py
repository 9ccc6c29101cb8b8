"""Copies a device's report and saves support bundles, and says what became of it.

The rig is asked at once, which takes milliseconds; the file is packed and written without the window waiting for it.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.exceptions import LOG_FILES, log_file
from ui.plain import plain
from ui.translate import marked, told, tr

if TYPE_CHECKING:  # an empty window starts without what a rig needs
    from app.device import Device
    from app.rig import Rig
    from app.support.job import BundleJob

ZIP = marked("Zip archives (*.zip)")


class SupportDesk(QObject):
    """One for a window.

    Signals:
        told(str): what has become of a report or a bundle, for the page it was asked on.
        failed(str): a bundle was not written, and why.
    """

    told = Signal(str)
    failed = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._rig: Rig | None = None
        self._device: Device | None = None
        self._job: BundleJob | None = None

    def show_device(self, rig: Rig | None, device: Device | None) -> None:
        """Whose report it is."""
        self._rig, self._device = rig, device

    @Slot()
    def copy_report(self) -> None:
        """The chosen device's, as plain text."""
        rig, device = self._rig, self._device
        if rig is None or device is None:
            return
        from app.report import report
        from app.support.text import device_text

        made = datetime.now().astimezone().isoformat(" ", "seconds")
        QGuiApplication.clipboard().setText(device_text(report(rig), device.name, made))
        said = tr("{time}: the report of {name} was copied to the clipboard")
        self.told.emit(said.format(time=_now(), name=plain(device.name)))

    @Slot()
    def save_bundle(self) -> None:
        """Ask where to, then write it."""
        if self._rig is None:
            return
        if self._job is not None and self._job.is_running:
            self.told.emit(tr("A bundle is being written already"))
            return
        dialog = QFileDialog(self._window, tr("Save support bundle"), str(suggested_file(datetime.now())))
        dialog.setNameFilter(tr(ZIP))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("zip")
        dialog.fileSelected.connect(self.write_bundle)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def write_bundle(self, path: str) -> None:
        """To this file."""
        rig = self._rig
        if rig is None:  # the session ended while the dialog was open
            self.failed.emit(tr("No support bundle was written: the session is closed"))
            return
        from app.support.bundle import snapshot
        from app.support.job import BundleJob

        if self._job is None:
            self._job = BundleJob(self)
            self._job.written.connect(self._written)
            self._job.failed.connect(self._not_written)
        self.told.emit(tr("Writing the support bundle…"))
        self._job.start(snapshot(rig, log_files(), screens()), path)

    @Slot(str)
    def _written(self, path: str) -> None:
        said = tr("{time}: the support bundle was saved as {file}")
        self.told.emit(said.format(time=_now(), file=plain(path, 300)))

    @Slot(object)
    def _not_written(self, problem: str) -> None:
        self.told.emit("")
        self.failed.emit(tr("The support bundle was not written: {why}").format(why=plain(told(problem), 300)))


def _now() -> str:
    """What is told stays in sight: said of a moment, it stays true, and is seen to be new."""
    return f"{datetime.now():%H:%M:%S}"


def suggested_file(at: datetime) -> Path:
    """In the folder of documents, named after the moment."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or str(Path.home())
    return Path(folder) / f"quintet-support-{at:%Y%m%dT%H%M%S}.zip"


def log_files() -> list[Path]:
    """Those that there are, the newest first."""
    newest = log_file()
    older = [newest.with_name(f"{newest.name}.{number}") for number in range(1, LOG_FILES)]
    return [path for path in (newest, *older) if path.is_file()]


def screens() -> list[str]:
    """A line a screen."""
    found = []
    for screen in QGuiApplication.screens():
        size = screen.size()
        found.append(
            f"{size.width()} x {size.height()}, ratio {screen.devicePixelRatio():g}, {screen.refreshRate():g} Hz"
        )
    return found
