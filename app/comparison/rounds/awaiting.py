"""Waiting without waiting: for a time, or until something holds and no longer than a patience."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from app.clock import now_ns

POLL_MS = 10  # nothing is measured meanwhile; what is awaited (hand-overs, paints) takes about as long
NS_PER_MS = 1_000_000


class Awaiting(QObject):
    """One wait at a time; a new one takes the place of the one before.

    Signals:
        over(bool): the time is over (True), or what was awaited holds (True) or did not come to hold (False).
    """

    over = Signal(bool)

    def __init__(self, parent: QObject | None = None, *, clock: Callable[[], int] = now_ns) -> None:
        super().__init__(parent)
        self._clock = clock
        self._condition: Callable[[], bool] | None = None
        self._deadline_ns = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._look)

    def for_time(self, span_ns: int) -> None:
        self._condition = None
        self._timer.start(max(0, round(span_ns / NS_PER_MS)))

    def until(self, condition: Callable[[], bool], patience_ns: int) -> None:
        """Looked at for the first time in the next turn of the loop."""
        self._condition = condition
        self._deadline_ns = self._clock() + patience_ns
        self._timer.start(0)

    def stop(self) -> None:
        self._timer.stop()

    @Slot()
    def _look(self) -> None:
        if self._condition is None or self._condition():
            self.over.emit(True)
        elif self._clock() >= self._deadline_ns:
            self.over.emit(False)
        else:
            self._timer.start(POLL_MS)
