"""Reports to the clipboard and support bundles to a file."""

from __future__ import annotations

import gc
import re
import zipfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from tests.ui.desk import Desk
from ui.health.page import HealthPage
from ui.health.support_desk import log_files, screens, suggested_file

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
OFF_SCREEN = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)


@pytest.fixture(autouse=True)
def _the_writers_thread_has_ended(desk: Desk) -> Iterator[None]:
    yield
    desk.qtbot.waitUntil(gc.isenabled)  # it is held for as long as the thread runs


def told(desk: Desk) -> str:
    label = desk.window.inspector.findChild(HealthPage).told
    return label.text() if label.isVisible() else ""


def test_the_chosen_devices_report_is_copied_as_plain_text(desk: Desk) -> None:
    desk.open("imu", "scope")
    desk.rig._second()
    desk.press(Qt.Key.Key_C, CTRL | SHIFT)
    copied = QGuiApplication.clipboard().text()
    assert "imu: open" in copied
    assert "scope: " not in copied
    assert "ledger     balanced" in copied
    assert re.fullmatch(r"\d\d:\d\d:\d\d: the report of imu was copied to the clipboard", told(desk))


def test_what_was_told_of_one_device_is_not_told_of_another(desk: Desk) -> None:
    desk.open("imu", "scope")
    desk.qtbot.mouseClick(desk.named("Copy report"), Qt.MouseButton.LeftButton)
    desk.window.devices.choose(desk.rig.devices[1])
    assert told(desk) == ""


def test_a_bundle_is_written_and_it_is_told_where_it_is(desk: Desk, tmp_path: Path) -> None:
    desk.open("imu", "scope")
    desk.rig._second()
    file = tmp_path / "bundle.zip"
    with desk.qtbot.waitSignal(desk.window.support.told, check_params_cb=lambda text: "Writing" in text):
        desk.window.support.write_bundle(str(file))
    desk.qtbot.waitUntil(lambda: str(file) in told(desk))
    with zipfile.ZipFile(file) as archive:
        assert "imu: open" in archive.read("report.txt").decode()


def test_a_bundle_that_cannot_be_written_says_why(desk: Desk, tmp_path: Path) -> None:
    desk.open("imu")
    desk.window.support.write_bundle(str(tmp_path / "nowhere" / "bundle.zip"))
    desk.qtbot.waitUntil(lambda: desk.window.notice.text.startswith("The support bundle was not written: "))
    assert told(desk) == ""


@OFF_SCREEN
def test_the_dialog_suggests_a_name_and_writes_to_what_was_chosen(desk: Desk, tmp_path: Path) -> None:
    desk.open("imu")
    desk.qtbot.mouseClick(desk.named("Save support bundle…"), Qt.MouseButton.LeftButton)
    dialog = desk.window.findChild(QFileDialog)
    assert dialog.defaultSuffix() == "zip"
    file = tmp_path / "chosen.zip"
    dialog.fileSelected.emit(str(file))
    dialog.reject()
    desk.qtbot.waitUntil(file.is_file)
    desk.qtbot.waitUntil(lambda: str(file) in told(desk))


def test_a_session_that_ended_under_the_dialog_leaves_no_bundle(desk: Desk, tmp_path: Path) -> None:
    desk.window.support.write_bundle(str(tmp_path / "bundle.zip"))
    assert "the session is closed" in desk.window.notice.text
    assert not (tmp_path / "bundle.zip").exists()


def test_a_suggested_file_is_named_after_the_moment() -> None:
    assert suggested_file(datetime(2026, 11, 30, 14, 2, 3)).name == "quintet-support-20261130T140203.zip"


def test_log_files_are_those_that_there_are_the_newest_first(monkeypatch, tmp_path: Path) -> None:
    monkeypatch.setattr("ui.health.support_desk.log_file", lambda: tmp_path / "quintet.log")
    assert log_files() == []
    for name in ("quintet.log.1", "quintet.log"):
        (tmp_path / name).write_text("x")
    assert [path.name for path in log_files()] == ["quintet.log", "quintet.log.1"]


def test_a_screen_is_told_by_its_size(desk: Desk) -> None:
    assert screens()[0].split(",")[0].replace(" x ", "").isdigit()
