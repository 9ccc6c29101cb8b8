"""The dialog of preferences, driven by mouse and keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk
from ui.preferences import CHOICES, Preferences
from ui.preferences_dialog import WORDS, PreferencesDialog
from ui.theme.palette import Theme


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme, preferences: Preferences, whole: QWidget) -> PreferencesDialog:
    dialog = PreferencesDialog(theme, preferences, whole)
    dialog.open()
    qtbot.waitExposed(dialog)
    return dialog


def chosen(dialog: PreferencesDialog) -> dict[str, list[str]]:
    return {
        name: [word for word, segment in choice.segments.items() if segment.isChecked()]
        for name, choice in dialog.choices.items()
    }


def test_each_preference_has_a_word_for_each_choice():
    assert {name: tuple(words) for name, words in WORDS.items()} == CHOICES


def test_it_shows_what_is_chosen(dialog: PreferencesDialog):
    assert chosen(dialog) == {name: [words[0]] for name, words in CHOICES.items()}


@pytest.mark.parametrize(("name", "word"), [(name, word) for name, words in CHOICES.items() for word in words])
def test_a_click_holds_at_once(dialog: PreferencesDialog, preferences: Preferences, qtbot: QtBot, name, word):
    qtbot.mouseClick(dialog.choices[name].segments[word], Qt.MouseButton.LeftButton)
    assert preferences.get(name) == word
    assert chosen(dialog)[name] == [word]


def test_the_defaults_come_back(dialog: PreferencesDialog, preferences: Preferences, qtbot: QtBot):
    preferences.set("drag", "zoom")
    preferences.set("colours", "dark")
    qtbot.mouseClick(dialog.restore, Qt.MouseButton.LeftButton)
    assert {name: preferences.get(name) for name in CHOICES} == {name: words[0] for name, words in CHOICES.items()}
    assert chosen(dialog)["drag"] == ["pan"]


def test_a_change_elsewhere_is_shown(dialog: PreferencesDialog, preferences: Preferences):
    preferences.set("drag", "zoom")
    assert chosen(dialog)["drag"] == ["zoom"]


def test_the_menu_of_colours_and_the_dialog_stay_in_step(desk: Desk, theme: Theme):
    desk.press(Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    (dialog,) = desk.window.findChildren(PreferencesDialog)
    desk.qtbot.waitExposed(dialog)
    actions = {action.text(): action for path, action in desk.window.menus.actions() if "Colours" in path}
    desk.qtbot.mouseClick(dialog.choices["colours"].segments["dark"], Qt.MouseButton.LeftButton)
    assert actions["&Dark"].isChecked()
    assert theme.tokens.is_dark
    actions["&Light"].trigger()
    assert chosen(dialog)["colours"] == ["light"]
    assert not theme.tokens.is_dark
    desk.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    desk.qtbot.waitUntil(lambda: not desk.window.findChildren(PreferencesDialog))
