"""The sink of the readers that run in Qt's loop."""

from __future__ import annotations

import time

from PySide6.QtCore import QByteArray, QCoreApplication, QObject, Qt, QTimer, Slot

from app.stream import Chunk

Result = dict[str, float]


class Counting(QObject):
    """Adds up lengths from the first byte on, until the time is over; then ends the loop."""

    def __init__(self, seconds: float) -> None:
        super().__init__()
        self.total = 0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setSingleShot(True)
        self._timer.setInterval(round(seconds * 1000))
        self._timer.timeout.connect(self._stop)
        self._begun: float | None = None
        self.cpu = 0.0

    @Slot(object)
    def take(self, chunk: Chunk) -> None:
        self.total += len(chunk.data)
        if self._begun is None:
            self._start()

    @Slot(object)
    def take_bare(self, data: QByteArray) -> None:
        self.total += data.size()
        if self._begun is None:
            self._start()

    def _start(self) -> None:
        self._begun = time.process_time()
        self._timer.start()

    @Slot()
    def _stop(self) -> None:
        assert self._begun is not None
        self.cpu = time.process_time() - self._begun
        QCoreApplication.exit()

    @property
    def result(self) -> Result:
        return {"bytes": self.total, "cpu": self.cpu}
