"""A window's size is left for the next start, and nothing else of it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from tests.command import STUCK_S, surroundings
from ui.main_window import MainWindow
from ui.theme.palette import Theme


def test_the_next_window_has_that_size_and_all_else_as_at_a_first_start(
    qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    file = str(tmp_path / "window.ini")
    command = [sys.executable, "-m", "ui.bench.first_start", file, "790", "600"]  # the screen here has 800 by 800
    subprocess.run(command, env=surroundings(QT_QPA_PLATFORM="offscreen"), timeout=STUCK_S, check=True)
    settings = QSettings(file, QSettings.Format.IniFormat)
    assert settings.allKeys() == ["window/geometry"]
    window = MainWindow(theme)
    qtbot.addWidget(window)
    before = window.saveState()
    window.restore(settings)
    assert (window.width(), window.height()) == (max(790, window.minimumWidth()), max(600, window.minimumHeight()))
    assert window.saveState() == before
