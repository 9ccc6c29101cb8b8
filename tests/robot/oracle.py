"""Is all still well? What the robot's steps are judged by."""

from __future__ import annotations

import faulthandler
import gc
import os
import re
from collections import Counter
from time import monotonic

import shiboken6
from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMessageLogContext,
    QObject,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

from ui.compose import Dashboard
from ui.exceptions import ExceptionWatch

MEBI = 1 << 20
SLOW_S = 10.0  # a loop that has not turned for so long does not reply, however busy the machine is
MORE_OBJECTS = 250  # Qt objects with a Python name that the same state may have more at the end: pages of help, caches
MORE_MEMORY = 300 * MEBI  # histories fill meanwhile
LET_PASS = re.compile(
    r"This plugin does not support|Mouse event .* occurs outside|outside target window|"
    r"QTest::|setGrabPopup|no mouse grab|propagateSizeHints"
)


class Oracle(QObject):
    """Attributes: complaints, so far; the first is what matters.

    One at a time: it hears Qt's messages.
    """

    def __init__(self, dashboard: Dashboard, watch: ExceptionWatch, stuck_s: float = 3600.0) -> None:
        super().__init__()
        self.complaints: list[str] = []
        self._dashboard = dashboard
        self._stuck_s = stuck_s  # a loop that does not turn for so long is ended, with the stacks of all threads
        watch.caught.connect(self._caught)
        self._old = qInstallMessageHandler(self._heard)
        self._turned = monotonic()
        self._heart = QTimer(self, interval=100)
        self._heart.timeout.connect(self._beat)
        self._heart.start()
        self._began: tuple[Counter[str], int] | None = None

    def close(self) -> None:
        self._heart.stop()
        faulthandler.cancel_dump_traceback_later()
        qInstallMessageHandler(self._old)

    def look(self) -> None:
        """At the ledgers."""
        run = self._dashboard.run
        if run is not None:
            self.complaints += [f"ledger of {name}: {told}" for name, told in run.rig.failures.items() if told]

    def mark(self) -> None:
        """The window is in the state that it will be brought to at the end."""
        self._began = (counted(), memory())

    def compare(self) -> None:
        """And now it is in that state again."""
        if self._began is None:
            return
        before, bytes_before = self._began
        now, bytes_now = counted(), memory()
        more = now - before
        if sum(more.values()) > MORE_OBJECTS:
            most = ", ".join(f"{count} {name}" for name, count in more.most_common(8))
            self.complaints.append(f"{sum(more.values())} Qt objects more than at the start: {most}")
        if bytes_now - bytes_before > MORE_MEMORY:
            self.complaints.append(f"memory grew from {bytes_before / MEBI:.0f} to {bytes_now / MEBI:.0f} MiB")

    def _caught(self, text: str) -> None:
        self.complaints.append(f"an exception: {text}")

    def _heard(self, kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if kind != QtMsgType.QtDebugMsg and not LET_PASS.search(message):
            self.complaints.append(f"a message of Qt's: {message}")

    def _beat(self) -> None:
        now = monotonic()
        if now - self._turned > SLOW_S:
            self.complaints.append(f"the loop did not turn for {now - self._turned:.1f} s")
        self._turned = now
        faulthandler.dump_traceback_later(self._stuck_s, exit=True)


def counted() -> Counter[str]:
    """Qt objects that have a Python name, by class."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        gc.collect()
    found = (each for each in gc.get_objects() if issubclass(type(each), QObject) and shiboken6.isValid(each))
    return Counter({"widgets in all": len(QApplication.allWidgets())}) + Counter(type(each).__name__ for each in found)


def memory() -> int:
    """Resident bytes of this process; 0 where the system does not tell."""
    try:
        with open("/proc/self/statm", encoding="ascii") as told:
            return int(told.read().split()[1]) * os.sysconf("SC_PAGESIZE")
    except OSError:
        return 0
