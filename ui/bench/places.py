"""Where the window's parts lie on the screen, for a mouse that the bench moves from outside.

    python -m ui.bench.places SESSION

Starts the window on a session as `quintet SESSION` does, and prints, once its devices have been seen for a moment: the
middle of each cell of the health strip (x y), and the inspector (x y width height); a line each.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QTimer, Slot
from PySide6.QtWidgets import QWidget

from app.quantities import Duration
from ui.main_window import MainWindow
from ui.window_command import WindowCommand

SETTLED_MS = 1_500
LIMIT = Duration(2_500_000_000)


class Places(QObject):
    """Prints them after SETTLED_MS, by the parent's loop."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        QTimer.singleShot(SETTLED_MS, self, self._tell)

    @Slot()
    def _tell(self) -> None:
        strip, inspector = self._window.health.strip, self._window.inspector
        model = strip.model()
        for row in range(model.rowCount()):
            _say(strip.viewport(), strip.visualRect(model.index(row, 0)).center())
        _say(inspector, QPoint(0, 0), inspector.width(), inspector.height())


def _say(widget: QWidget, place: QPoint, *more: int) -> None:
    on_screen = widget.mapToGlobal(place)
    print(on_screen.x(), on_screen.y(), *more, flush=True)


def main(session: str) -> int:
    options = argparse.Namespace(headless=False, picture=None, limit=LIMIT, transport=None, stall=None, json=None)
    with WindowCommand(options) as command:
        command.dashboard.open_file(Path(session), remember=False)
        Places(command.window)
        return command.execute()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
