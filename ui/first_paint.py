"""When a window was first painted: for the bench's `start`, and for what waits until the window is there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.clock import now_ns


class FirstPaint(QObject):
    """Watches a window until it has been painted once, then lets go.

    Attributes:
        at_ns: when all of the first paint was done, on `app.clock`; None before.

    Signals:
        painted(): it is done.
    """

    painted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.at_ns: int | None = None
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, self, self._painted)  # behind the children, which are painted in the same turn
        return False

    @Slot()
    def _painted(self) -> None:
        self.at_ns = now_ns()
        self.painted.emit()
