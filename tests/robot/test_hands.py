"""Hands reach what a hand could, and nothing that ends the program or writes elsewhere."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu

from tests.robot.hands import Hands
from tests.ui.desk import Desk

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)


def hands_on(desk: Desk, folder: Path, seed: int = 1) -> Hands:
    return Hands(desk.window, seed, folder, lambda: None)


def test_the_same_seed_does_the_same_things(desk: Desk, tmp_path: Path):
    told = []
    for _ in range(2):
        hands = hands_on(desk, tmp_path, 7)
        hands._wheel()
        hands._click_twice()
        told.append(hands.last)
    assert told[0] == told[1]


def test_every_step_is_said_and_fifty_are_kept(desk: Desk, tmp_path: Path):
    hands = hands_on(desk, tmp_path)
    for number in range(60):
        hands._say(f"step {number}")
    assert len(hands.last) == Hands.KEPT
    assert hands.last[-1].endswith("step 59")


def test_a_file_dialog_is_answered_within_the_robots_folder_or_not_at_all(desk: Desk, tmp_path: Path):
    for seed in range(6):
        dialog = QFileDialog(desk.window, "Save", str(tmp_path.parent))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chosen: list[str] = []
        dialog.fileSelected.connect(chosen.append)
        dialog.open()
        hands_on(desk, tmp_path, seed)._answer(dialog)
        assert all(Path(file).parent == tmp_path for file in chosen)
        dialog.deleteLater()


def test_an_open_menu_goes_before_everything_else(desk: Desk, tmp_path: Path):
    menu = QMenu(desk.window)
    done: list[bool] = []
    menu.addAction("Only one").triggered.connect(lambda: done.append(True))
    for seed in range(8):
        menu.popup(desk.window.mapToGlobal(desk.window.rect().center()))
        hands_on(desk, tmp_path, seed).step()
        assert QApplication.activePopupWidget() is None
    assert done
    menu.deleteLater()
