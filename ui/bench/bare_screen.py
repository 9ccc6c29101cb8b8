"""The limit of the rows `live-…`: read and drop, and put a finished picture to the screen 60 times a second.

    python -m ui.bench.bare_screen PORT...

Ended by SIGTERM, it prints how many times a second the picture was put.
"""

from __future__ import annotations

import signal
import sys
import time

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtNetwork import QTcpSocket
from PySide6.QtWidgets import QApplication, QWidget

from app.clock import now_ns

SIZE = (1600, 1000)
INTERVAL_NS = 1_000_000_000 // 60


class Drain(QObject):
    """Attributes: taken, bytes so far."""

    def __init__(self, port: int) -> None:
        super().__init__()
        self.taken = 0
        self._socket = QTcpSocket(self)
        self._socket.readyRead.connect(self._read)
        self._socket.connectToHost("127.0.0.1", port)

    @Slot()
    def _read(self) -> None:
        self.taken += self._socket.readAll().size()


class Picture(QWidget):
    """Attributes: painted, how many times it was."""

    def __init__(self) -> None:
        super().__init__()
        self.resize(*SIZE)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.painted = 0
        self._image = QImage(*SIZE, QImage.Format.Format_RGB32)
        self._image.fill(0x203040)
        self._due_ns = now_ns()
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._next)
        self._timer.start(0)

    @Slot()
    def _next(self) -> None:
        """On a grid of intervals, as a timer's whole milliseconds are none of 60 Hz."""
        now = now_ns()
        self._due_ns = max(self._due_ns + INTERVAL_NS, now)
        self._timer.start(round((self._due_ns - now) / 1e6))
        self.update()

    def stop(self) -> None:
        self._timer.stop()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawImage(0, 0, self._image)
        painter.end()
        self.painted += 1


def main(ports: list[int]) -> None:
    application = QApplication([])
    picture = Picture()
    _drains = [Drain(port) for port in ports]
    signal.signal(signal.SIGTERM, lambda *_: application.quit())  # heard with the next turn of the timer
    began = time.monotonic()
    picture.show()
    application.exec()
    print(picture.painted / (time.monotonic() - began))


if __name__ == "__main__":
    main([int(port) for port in sys.argv[1:]])
