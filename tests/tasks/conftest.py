"""The windows on which the tasks are done: one on a stage, whose time is the test's, and one that runs by itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from tests.collector import garbage_is_collected_as_usual_again
from tests.screenshots.stage import Stage, stage
from tests.tasks.hand import Hand
from tests.ui.conftest import desk, theme, watch
from tests.ui.desk import Desk

__all__ = ["desk", "garbage_is_collected_as_usual_again", "theme", "watch"]
SIZE = QSize(1600, 1000)


@pytest.fixture
def staged(qapp: QApplication, tmp_path: Path) -> Iterator[Stage]:
    with stage(tmp_path) as made:
        made.resize(SIZE)
        yield made
        errors = list(made.errors)
    assert not errors


@pytest.fixture
def hand(staged: Stage) -> Hand:
    """On the stage: what it did is shown a moment later."""

    def settle() -> None:
        staged.run(0.3)
        if QApplication.activeModalWidget() is None and not staged.window.isActiveWindow():
            staged.window.activateWindow()  # as a window manager does when a dialog is gone
            staged.turn()

    return Hand(staged.window, settle)


@pytest.fixture
def live_hand(desk: Desk) -> Hand:
    """On the window that runs by itself."""
    desk.window.resize(SIZE)

    def settle() -> None:
        """A dialog that was asked for has the keyboard."""
        desk.qtbot.waitUntil(lambda: QApplication.activeModalWidget() in (None, QApplication.activeWindow()))

    return Hand(desk.window, settle)
