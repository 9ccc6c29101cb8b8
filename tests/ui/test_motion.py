"""Whether things move by themselves."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk
from ui.motion import EFFECTS, Motion
from ui.preferences import Preferences


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))


def effects() -> list[bool]:
    return [QApplication.isEffectEnabled(effect) for effect in EFFECTS]


def test_without_motion_nothing_glides_and_with_it_all_is_as_before(qtbot: QtBot, preferences: Preferences):
    window, before = QMainWindow(), effects()
    qtbot.addWidget(window)
    Motion(window, preferences)
    assert window.isAnimated()
    preferences.set("motion", "off")
    assert not window.isAnimated()
    assert not any(effects())
    preferences.set("motion", "system")
    assert window.isAnimated()
    assert effects() == before


def test_another_preference_changes_no_motion(qtbot: QtBot, preferences: Preferences):
    window = QMainWindow()
    qtbot.addWidget(window)
    Motion(window, preferences)
    preferences.set("motion", "off")
    preferences.set("drag", "zoom")
    assert not window.isAnimated()
    preferences.set("motion", "system")


def test_the_window_follows_its_preferences(desk: Desk):
    desk.dashboard.preferences.set("motion", "off")
    assert not desk.window.isAnimated()
    desk.dashboard.preferences.set("motion", "system")
    assert desk.window.isAnimated()
