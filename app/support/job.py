"""Writes a support bundle without anybody waiting: not the window, and not who quits it meanwhile.

The work is done in a daemon thread, which leaves its answer in a plain object; a timer of the GUI thread looks for it.
There is no Qt in that thread: a signal emitted from it could meet a receiver that is just being destroyed, and Python's
garbage collector is kept out of it (app.link.garbage).
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.link import garbage
from app.session.problems import SaveError
from app.support.bundle import Snapshot, write

LOOK_MS = 50  # a bundle takes some tenths of a second


class BundleJob(QObject):
    """One bundle on its way to a file.

    Attributes:
        is_running: between `start` and the signal.

    Signals:
        written(str): it is there, at this path.
        failed(str): it is not, and why, in words.
    """

    written = Signal(str)
    failed = Signal(str)

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        writer: Callable[[Snapshot, str | os.PathLike[str]], None] = write,
    ) -> None:
        super().__init__(parent)
        self.is_running = False
        self._writer = writer
        self._work: _Work | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._look)

    def start(self, taken: Snapshot, path: str) -> None:
        """Once at a time."""
        if self.is_running:
            raise RuntimeError("a bundle is being written already")
        self.is_running = True
        self._work = _Work(self._writer, taken, path)
        self._timer.start()

    @Slot()
    def _look(self) -> None:
        work = self._work
        if work is None or work.is_running:
            return
        self._timer.stop()
        self._work, self.is_running = None, False
        if work.problem:
            self.failed.emit(work.problem)
        else:
            self.written.emit(work.path)


class _Work:
    """Attributes: path; problem, "" where there was none."""

    def __init__(self, writer: Callable[[Snapshot, str], None], taken: Snapshot, path: str) -> None:
        self.path = path
        self.problem = "it was not finished"
        self._thread = threading.Thread(target=self._run, args=(writer, taken), name="support bundle", daemon=True)
        garbage.start(self._thread)

    @property
    def is_running(self) -> bool:
        return self._thread.is_alive()

    def _run(self, writer: Callable[[Snapshot, str], None], taken: Snapshot) -> None:
        try:
            writer(taken, self.path)
        except SaveError as error:
            self.problem = str(error)
        except Exception as error:  # noqa: BLE001  # told to who asked, who sees no traceback of a thread
            self.problem = f"{type(error).__name__}: {error}"
        else:
            self.problem = ""
