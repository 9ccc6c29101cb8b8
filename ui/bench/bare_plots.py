"""The yardstick of the rows `live-…`: what one writes in an hour with a socket and pyqtgraph.

    python -m ui.bench.bare_plots csv|f32 PORT...

A plot a port with six curves. Lines are parsed one by one with `float` (binary rows with `np.frombuffer`), the last
KEPT rows are kept, and a timer of 50 ms gives them to `setData`, curve by curve, without downsampling. Ended by
SIGTERM, it prints for how many seconds it ran, how often it drew, and how many rows it took from each port: not all
that is sent, and not each 50 ms, under most loads.
"""

from __future__ import annotations

import signal
import sys
import time
from collections import deque

import numpy as np
import pyqtgraph
from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtNetwork import QTcpSocket
from PySide6.QtWidgets import QApplication

CHANNELS = 6
KEPT = 5_000
REDRAWN_EVERY_MS = 50
COLOURS = ("#4e9bff", "#f2a33a", "#5bc27a", "#e8646e", "#a98be8", "#3dc1c9")


class Device(QObject):
    """One socket and its plot.

    Attributes:
        taken: rows so far.
    """

    def __init__(self, kind: str, port: int, plot: pyqtgraph.PlotItem) -> None:
        super().__init__()
        self.taken = 0
        self._kind = kind
        self._rest = b""
        self._rows: deque[list[float]] = deque(maxlen=KEPT)
        self._block = np.empty((0, CHANNELS), np.float32)
        self._curves = [plot.plot(pen=colour) for colour in COLOURS]
        self._socket = QTcpSocket(self)
        self._socket.readyRead.connect(self._read)
        self._socket.connectToHost("127.0.0.1", port)

    @Slot()
    def _read(self) -> None:
        data = self._rest + self._socket.readAll().data()
        if self._kind == "f32":
            self._take_binary(data)
        else:
            self._take_lines(data)

    def _take_lines(self, data: bytes) -> None:
        *lines, self._rest = data.split(b"\n")
        for line in lines:
            self._rows.append([float(cell) for cell in line.split(b",")])
        self.taken += len(lines)

    def _take_binary(self, data: bytes) -> None:
        count = len(data) // (4 * CHANNELS)
        rows = np.frombuffer(data, "<f4", count * CHANNELS).reshape(count, CHANNELS)
        self._rest = data[rows.nbytes :]
        self._block = np.concatenate((self._block, rows))[-KEPT:]
        self.taken += count

    def redraw(self) -> None:
        rows = self._block if self._kind == "f32" else np.array(self._rows)
        if len(rows):
            for curve, column in zip(self._curves, rows.T, strict=True):
                curve.setData(column)


class Window(pyqtgraph.GraphicsLayoutWidget):  # type: ignore[misc]  # pyqtgraph has no types
    """All plots, redrawn by one timer. Attributes: devices; drawn, how often they were."""

    def __init__(self, kind: str, ports: list[int]) -> None:
        super().__init__()
        self.resize(1600, 1000)
        self.devices = [Device(kind, port, self.addPlot(row=row, col=0)) for row, port in enumerate(ports)]
        self.drawn = 0
        self._timer = QTimer(self, interval=REDRAWN_EVERY_MS)
        self._timer.timeout.connect(self._redraw)
        self._timer.start()

    @Slot()
    def _redraw(self) -> None:
        self.drawn += 1
        for device in self.devices:
            device.redraw()


def main(kind: str, ports: list[int]) -> None:
    application = QApplication([])
    window = Window(kind, ports)
    signal.signal(signal.SIGTERM, lambda *_: application.quit())  # heard with the next turn of the timer
    began = time.monotonic()
    window.show()
    application.exec()
    print(time.monotonic() - began, window.drawn, *(device.taken for device in window.devices))


if __name__ == "__main__":
    main(sys.argv[1], [int(port) for port in sys.argv[2:]])
