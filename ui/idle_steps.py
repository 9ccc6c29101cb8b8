"""Does in small steps, once a window is there, what its user would otherwise wait for later.

Nothing of it is done before the window was painted, and a while after that: a start stays as short as it is, and who
reads the first values is not disturbed. Between the steps the window has time for a dozen refreshes.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from ui.first_paint import FirstPaint

AFTER_MS = 1500  # the first values are in sight by then
REST_MS = 200


class IdleSteps(QObject):
    """`steps` does something at each `next`, until it ends. Lives as long as the window."""

    def __init__(self, window: QWidget, steps: Iterator[None]) -> None:
        super().__init__(window)
        self._steps = steps
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._step)
        FirstPaint(window).painted.connect(self._begin)

    @Slot()
    def _begin(self) -> None:
        self._timer.start(AFTER_MS)

    @Slot()
    def _step(self) -> None:
        for _ in self._steps:
            self._timer.start(REST_MS)
            return
