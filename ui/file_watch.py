"""Notices that another program has written, replaced or removed a file, or put it back."""

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
        self._watcher.directoryChanged.connect(self._changed)
        self._rest = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._rest.timeout.connect(self._rested)

    def follow(self, file: Path | None) -> None:
        """This one from now on; None: none."""
        if file == self._file:
            return
        self._file = file
        self._rest.stop()
        self._watch_only(None)
        self._watch()

    def _watch(self) -> None:
        """The file, or the folder that it may come back to."""
        if self._file is not None:
            self._watch_only(self._file if self._file.exists() else self._file.parent)

    def _watch_only(self, path: Path | None) -> None:
        watched = [*self._watcher.files(), *self._watcher.directories()]
        if path is not None and str(path) in watched:
            return
        if watched:
            self._watcher.removePaths(watched)
        if path is not None and path.exists():
            self._watcher.addPath(str(path))

    @Slot()
    def _changed(self) -> None:
        self._rest.start()

    @Slot()
    def _rested(self) -> None:
        """A file that was replaced is another one for the system, and is watched anew."""
        self._watch()
        self.touched.emit()
