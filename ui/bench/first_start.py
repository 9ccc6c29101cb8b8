"""Leaves a window's size for the next start, and nothing else: all docks are then as at a first start.

    python -m ui.bench.first_start SETTINGS WIDTH HEIGHT

SETTINGS is the file that the next start reads (quintet/window.ini in its folder of settings).
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from ui.main_window import MainWindow
from ui.theme.palette import Theme


def main(file: str, width: int, height: int) -> None:
    application = QApplication(["quintet"])
    window = MainWindow(Theme(application))
    window.resize(width, height)
    settings = QSettings(file, QSettings.Format.IniFormat)
    settings.setValue("window/geometry", window.saveGeometry())
    settings.sync()
    window.deleteLater()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
