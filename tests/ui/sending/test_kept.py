"""Histories on disk: only where asked for, gone when asked for, bounded, and never trusted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSettings

from ui.sending.draft import LONGEST, Draft, Notation
from ui.sending.history import MOST
from ui.sending.kept import KEY, MOST_CHARACTERS, MOST_DEVICES, KeptHistories

HEX = Draft("A5 5A", Notation.HEX, "CR", "NUL")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "window.ini"


def on(file: Path) -> KeptHistories:
    """As the next start of the program finds it."""
    return KeptHistories(QSettings(str(file), QSettings.Format.IniFormat))


def test_nothing_is_kept_unless_it_is_saved(file: Path) -> None:
    kept = on(file)
    assert (kept.can_keep, kept.is_kept("supply"), kept.load("supply")) == (True, False, [])
    assert not file.exists()


@pytest.mark.parametrize("name", ["supply", "a/b\\c = [x]", "Gerät 3", "\x01%"])
def test_what_was_saved_is_there_next_time_whatever_the_device_is_called(file: Path, name: str) -> None:
    drafts = [Draft(r"PASS 'ö\x00'"), HEX]
    on(file).save(name, drafts)
    assert on(file).load(name) == drafts
    assert on(file).is_kept(name)
    assert not on(file).is_kept("another")


def test_a_change_of_mind_takes_it_off_the_disk_at_once(file: Path) -> None:
    kept = on(file)
    kept.save("supply", [Draft("PASS secret")])
    kept.save("motor", [Draft("GO")])
    assert "secret" in file.read_text()
    kept.forget("supply")
    assert "secret" not in file.read_text()
    assert on(file).load("motor") == [Draft("GO")]


def test_the_file_is_its_users_alone(file: Path) -> None:
    on(file).save("supply", [Draft("PASS secret")])
    assert file.stat().st_mode & 0o077 == 0
    settings = QSettings(str(file), QSettings.Format.IniFormat)
    settings.setValue("window/colours", "dark")
    settings.sync()
    assert file.stat().st_mode & 0o077 == 0


def test_a_file_that_others_could_read_is_closed_to_them_before_it_holds_a_history(file: Path) -> None:
    file.write_text("[window]\ncolours=dark\n")
    file.chmod(0o644)
    on(file).save("supply", [Draft("PASS secret")])
    assert file.stat().st_mode & 0o077 == 0
    assert "colours=dark" in file.read_text()


def test_where_the_disk_refuses_the_reason_is_said_and_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    kept = on(tmp_path / "taken" / "window.ini")
    assert "window.ini: " in kept.save("supply", [Draft("a")])
    assert not kept.is_kept("supply")


def test_a_device_that_is_kept_with_an_empty_history_stays_kept(file: Path) -> None:
    on(file).save("supply", [])
    assert on(file).is_kept("supply")


def test_the_device_that_has_not_been_used_for_longest_goes(file: Path) -> None:
    kept = on(file)
    for number in range(MOST_DEVICES):
        kept.save(str(number), [])
    kept.save("0", [])
    kept.save("another", [])
    assert kept.is_kept("0")
    assert not kept.is_kept("1")


def test_the_newest_are_kept_where_they_are_too_many_or_too_long(file: Path) -> None:
    kept = on(file)
    kept.save("supply", [Draft(str(number)) for number in range(MOST + 1)])
    assert kept.load("supply")[0] == Draft("1")
    long = [Draft(letter * LONGEST) for letter in "abcdef"]
    kept.save("supply", long)
    assert kept.load("supply") == long[-(MOST_CHARACTERS // LONGEST) :]


def test_without_settings_nothing_can_be_kept() -> None:
    kept = KeptHistories()
    assert kept.save("supply", [Draft("a")]) == "there are no settings"
    assert (kept.can_keep, kept.is_kept("supply")) == (False, False)


@pytest.mark.parametrize(
    "stored",
    [
        "{",
        "[]",
        "[" * 100_000,
        json.dumps({"supply": "a"}),
        json.dumps({"supply": [1, None, ["a"], ["a", "text", "LF"], ["a", "loud", "LF", "none"]]}),
        json.dumps({"supply": [["a", "text", "XX", "none"], ["a" * (LONGEST + 1), "text", "LF", "none"]]}),
    ],
)
def test_what_is_not_sound_on_disk_is_no_history(file: Path, stored: str) -> None:
    settings = QSettings(str(file), QSettings.Format.IniFormat)
    settings.setValue(KEY, stored)
    assert KeptHistories(settings).load("supply") == []


def test_the_sound_ones_among_others_are_there(file: Path) -> None:
    settings = QSettings(str(file), QSettings.Format.IniFormat)
    settings.setValue(KEY, json.dumps({"supply": [["a", "text", "LF", "none"], 3]}))
    assert KeptHistories(settings).load("supply") == [Draft("a")]


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner, max_size=4)))
def test_any_value_on_disk_is_read_without_complaint(value: object) -> None:
    class Settings:
        def value(self, _key: str) -> str:
            return json.dumps({"supply": value})

    drafts = KeptHistories(Settings()).load("supply")  # type: ignore[arg-type]
    assert all(isinstance(draft, Draft) for draft in drafts)
