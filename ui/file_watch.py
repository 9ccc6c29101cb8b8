"""Notices that another program has written, replaced or removed a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal, Slot

SETTLE_MS = 200  # a program that saves may take a file away for a moment, and writes in pieces


class FileWatch(QObject):
    """One file at a time. Signals: touched(), something was done to it, and it has rested since."""

    touched = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file: Path | None = None
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._changed)
        self._rest = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._rest.timeout.connect(self._rested)

    def follow(self, file: Path | None) -> None:
        """This one from now on; None: none."""
        if file == self._file:
            return
        self._file = file
        self._rest.stop()
        if watched := self._watcher.files():
            self._watcher.removePaths(watched)
        self._watch()

    def _watch(self) -> None:
        if self._file is not None and not self._watcher.files() and self._file.exists():
            self._watcher.addPath(str(self._file))

    @Slot()
    def _changed(self) -> None:
        self._rest.start()

    @Slot()
    def _rested(self) -> None:
        """A file that was replaced is another one for the system, and is watched anew."""
        self._watch()
        self.touched.emit()
