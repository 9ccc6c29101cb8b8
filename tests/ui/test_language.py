"""Which language the window speaks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from tests.languages.sentences import ROOT
from ui.language import Language, of_system
from ui.translate import marked, tr


@pytest.fixture
def german(qapp: QApplication) -> Iterator[Language]:
    language = Language("de")
    yield language
    language.close()


def test_its_sentences_and_qts_own_are_in_german(german: Language):
    assert tr("&File") == "&Datei"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"


def test_what_is_marked_stands_as_it_is_until_it_is_shown(german: Language):
    text = marked("&Light")
    assert text == "&Light"
    assert tr(text) == "&Hell"


def test_it_can_be_taken_back(german: Language):
    german.close()
    assert tr("&File") == "&File"


def test_a_catalogue_that_is_written_again_meanwhile_takes_no_words_away(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    file = tmp_path / "languages" / "quintet_de.qm"
    file.parent.mkdir()
    file.write_bytes((ROOT / "resources" / "languages" / file.name).read_bytes())
    monkeypatch.setattr("ui.language.files", lambda _package: tmp_path)
    language = Language("de")
    file.write_bytes(bytes(file.stat().st_size))
    assert tr("&File") == "&Datei"
    language.close()


def test_english_needs_no_catalogue(qapp: QApplication):
    language = Language("en")
    assert tr("&File") == "&File"
    language.close()


@pytest.mark.parametrize(
    ("wished", "name"),
    [
        (["de-AT", "de"], "de"),
        (["fr-FR", "de_DE"], "de"),
        (["en-GB", "de"], "en"),
        (["fr"], "en"),
        ([], "en"),
        (["C"], "en"),
    ],
)
def test_the_system_s_first_language_that_there_is_holds(wished: list[str], name: str):
    assert of_system(wished) == name


def test_without_a_wish_the_system_decides(qapp: QApplication):
    language = Language("system")
    assert language.name == "en"  # of the tests' surroundings
    language.close()
