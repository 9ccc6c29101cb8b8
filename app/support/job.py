"""Writes a support bundle while the window goes on (app.errand)."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from app.errand import Errand
from app.support.bundle import Snapshot, write


class BundleJob(QObject):
    """One bundle on its way to a file.

    Attributes:
        is_running: between `start` and the signal.

    Signals:
        written(str): it is there, at this path.
        failed(str): it is not, and why, in words.
    """

    written = Signal(str)
    failed = Signal(object)

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        writer: Callable[[Snapshot, str | os.PathLike[str]], None] = write,
    ) -> None:
        super().__init__(parent)
        self._writer = writer
        self._path = ""
        self._errand = Errand(self, name="support bundle")
        self._errand.done.connect(self._done)

    @property
    def is_running(self) -> bool:
        return self._errand.is_running

    def start(self, taken: Snapshot, path: str) -> None:
        """Once at a time."""
        self._errand.run(partial(self._writer, taken, path))
        self._path = path

    @Slot(object)
    def _done(self, problem: str) -> None:
        if problem:
            self.failed.emit(problem)
        else:
            self.written.emit(self._path)
