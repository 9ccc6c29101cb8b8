"""Does one thing that waits for a disk, without anybody waiting for it: not the window, and not who quits it meanwhile.

It is done in a daemon thread, which leaves its answer in a plain object; a timer of the GUI thread looks for it. There
is no Qt in that thread: a signal emitted from it could meet a receiver that is just being destroyed, and Python's
garbage collector is kept out of it (app.link.garbage). What can be cut short is done in slices instead, between the
window's other work (ui.export.csv_job): a thread that waits for a disk cannot be told to stop.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.link import garbage
from app.sentence import sentence
from app.session.problems import SaveError

LOOK_MS = 30  # a picture takes some tens of milliseconds, a bundle some tenths of a second


class Errand(QObject):
    """One thing at a time. `name`: of its thread, for who looks at the process from outside.

    Attributes:
        is_running: between `run` and `done`.

    Signals:
        done(str): it is done; why it failed, "" where it did not.
    """

    done = Signal(object)

    def __init__(self, parent: QObject | None = None, *, name: str = "errand") -> None:
        super().__init__(parent)
        self.is_running = False
        self._name = name
        self._work: _Work | None = None
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self._look)

    def run(self, action: Callable[[], None]) -> None:
        """`action` may raise; it must not touch widgets."""
        if self.is_running:
            raise RuntimeError("an errand is under way already")
        self.is_running = True
        self._work = _Work(action, self._name)
        self._timer.start()

    @Slot()
    def _look(self) -> None:
        work = self._work
        if work is None or work.is_running:
            return
        self._timer.stop()
        self._work, self.is_running = None, False
        self.done.emit(work.problem)


class _Work:
    """Attributes: problem, "" where there was none."""

    def __init__(self, action: Callable[[], None], name: str) -> None:
        self.problem: str = sentence("it was not finished")
        self._thread = threading.Thread(target=self._run, args=(action,), name=name, daemon=True)
        garbage.start(self._thread)

    @property
    def is_running(self) -> bool:
        return self._thread.is_alive()

    def _run(self, action: Callable[[], None]) -> None:
        try:
            action()
        except SaveError as error:
            self.problem = error.args[0]
        except Exception as error:  # noqa: BLE001  # told to who asked, who sees no traceback of a thread
            self.problem = f"{type(error).__name__}: {error}"
        else:
            self.problem = ""
