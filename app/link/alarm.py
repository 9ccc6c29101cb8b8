"""The one timer of a link: rings at a time of the clock, not after a span.

A link and its dial each keep one and set it to the earliest of what they wait for. It is a seam: a simulated link has
an alarm that a simulated clock rings.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

LONGEST_MS = 1 << 30  # twelve days; a QTimer's milliseconds have 31 bits


class Alarm(QObject):
    """A single shot. Rings once for each `set_to`, never early, never within the call.

    Signals:
        due(): the time has come.
    """

    due = Signal()

    def __init__(self, clock: Callable[[], int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._due_ns: int | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._ring)

    def set_to(self, due_ns: int | None) -> None:
        """Ring then instead of whenever it was set to before; None: do not ring."""
        if due_ns == self._due_ns:
            return
        self._due_ns = due_ns
        if due_ns is None:
            self._timer.stop()
        else:
            self._start(due_ns)

    def _start(self, due_ns: int) -> None:
        left_ms = -(-(due_ns - self._clock()) // 1_000_000)
        self._timer.start(min(max(left_ms, 0), LONGEST_MS))

    @Slot()
    def _ring(self) -> None:
        due_ns = self._due_ns
        if due_ns is not None and self._clock() < due_ns:  # beyond what a timer can wait
            self._start(due_ns)
            return
        self._due_ns = None
        self.due.emit()


AlarmMaker = Callable[[Callable[[], int], QObject], Alarm]
"""Makes an alarm on a clock, for a parent."""
