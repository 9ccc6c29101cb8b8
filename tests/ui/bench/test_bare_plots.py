"""The yardstick reads lines and binary rows, keeps the newest of them, and draws each curve."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtNetwork import QHostAddress, QTcpServer
from pytestqt.qtbot import QtBot

from app.bench.live_sender import Kind, Pattern
from ui.bench.bare_plots import CHANNELS, KEPT, Window


@pytest.mark.parametrize("kind", ["csv", "f32"])
def test_what_comes_is_parsed_and_the_newest_rows_are_drawn(qtbot: QtBot, kind: Kind) -> None:
    server = QTcpServer()
    server.listen(QHostAddress.SpecialAddress.LocalHost)
    window = Window(kind, [server.serverPort()])
    qtbot.addWidget(window)
    (device,) = window.devices
    qtbot.waitUntil(server.hasPendingConnections)
    client = server.nextPendingConnection()
    data = Pattern(kind, 2_000).rows(0, KEPT + 10)
    client.write(data[:1001])  # within a row
    client.flush()
    qtbot.waitUntil(lambda: device.taken > 0)
    client.write(data[1001:])
    qtbot.waitUntil(lambda: device.taken == KEPT + 10)
    device.redraw()
    drawn = np.array([curve.yData for curve in device._curves])
    assert drawn.shape == (CHANNELS, KEPT)
    rows = np.frombuffer(Pattern("f32", 2_000).rows(10, KEPT + 10), "<f4").reshape(KEPT, CHANNELS)
    assert np.abs(drawn.T - rows).max() < 1e-3
    device.deleteLater()
    server.close()
