"""The bench at a screen: what it sees is what the server shows, and a program there gets its mouse."""

from __future__ import annotations

import subprocess
import sys

import pytest

from app.bench.rows import MeasurementError
from app.bench.screen import environment_on, virtual_screen
from app.bench.x_screen import XScreen
from tests.command import STUCK_S

BUTTON = """
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QApplication, QWidget

class Plate(QWidget):
    colour = "#112233"
    def mousePressEvent(self, event):
        self.colour = "#445566"
        print(event.position().toPoint().x(), event.position().toPoint().y(), flush=True)
        self.update()
    def mouseReleaseEvent(self, event):
        print("released", flush=True)
    def paintEvent(self, event):
        QPainter(self).fillRect(self.rect(), QColor(self.colour))

application = QApplication([])
plate = Plate()
plate.setGeometry(100, 50, 300, 200)
plate.show()
application.exec()
"""


def test_a_click_reaches_the_window_under_it_and_its_effect_is_seen() -> None:
    with virtual_screen() as display, XScreen(display) as screen:
        command = [sys.executable, "-c", BUTTON]
        with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment_on(display, "."), text=True) as plate:
            assert plate.stdout is not None
            try:
                _until(screen, 0x112233)
                screen.click(130, 90)
                assert plate.stdout.readline() == "30 40\n"
                assert plate.stdout.readline() == "released\n"
                _until(screen, 0x445566)
                seen = screen.image(99, 49, 302, 202) & 0xFFFFFF
            finally:
                plate.kill()
    assert (seen[1:-1, 1:-1] == 0x445566).all()
    assert not (seen[0] == 0x445566).any()


def _until(screen: XScreen, colour: int) -> None:
    """The server answers one request after the other: asking is waiting."""
    for _ in range(round(STUCK_S) * 20_000):
        if screen.image(150, 100, 1, 1)[0, 0] & 0xFFFFFF == colour:
            return
    raise AssertionError(f"never seen: {colour:#x}")


def test_a_request_that_the_server_refuses_ends_the_figure() -> None:
    refused = pytest.raises(MeasurementError, match="refused a request with error 8")  # BadMatch: not on the screen
    with virtual_screen() as display, XScreen(display) as screen, refused:
        screen.image(1600, 0, 500, 10)
