"""What a person likes, kept in a file of settings."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from ui.preferences import CHOICES, Preferences


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


def test_a_preference_is_kept_from_one_start_to_the_next(settings: QSettings):
    Preferences(settings).set("drag", "zoom")
    assert Preferences(settings).get("drag") == "zoom"


@pytest.mark.parametrize("name", CHOICES)
def test_a_word_that_is_not_known_counts_as_the_default(settings: QSettings, name: str):
    settings.setValue(f"window/{name}", "sideways")
    assert Preferences(settings).get(name) == CHOICES[name][0]


def test_a_change_is_told_once(settings: QSettings):
    preferences, told = Preferences(settings), []
    preferences.changed.connect(lambda *change: told.append(change))
    preferences.set("drag", "zoom")
    preferences.set("drag", "zoom")
    assert told == [("drag", "zoom")]


def test_a_word_that_there_is_not_cannot_be_set(settings: QSettings):
    with pytest.raises(ValueError, match="'sideways' is none of pan, zoom"):
        Preferences(settings).set("drag", "sideways")
