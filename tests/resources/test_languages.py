"""The catalogues: every sentence has its translation, and a translation takes the same values."""

from __future__ import annotations

import string
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from tests.languages.catalogue import read, text
from tests.languages.sentences import ROOT, Found, read_sentences, sentences_of
from ui.translate import CONTEXT

FOLDER = ROOT / "resources" / "languages"
CATALOGUES = sorted(FOLDER.glob("*.ts"))
MEND = "run: make languages, and translate what it names"


@pytest.fixture(params=CATALOGUES, ids=lambda path: path.stem)
def file(request: pytest.FixtureRequest) -> Path:
    return request.param


@pytest.fixture
def catalogue(file: Path) -> dict[str, str]:
    return read(file)


@pytest.fixture(scope="module")
def said() -> Found:
    """What the window says; looking for it parses every file, so it is done once."""
    return read_sentences()


def fields(sentence: str) -> Counter[str]:
    """Names of the values, with how they are written."""
    return Counter(f"{name}:{form}" for _, name, form, _ in string.Formatter().parse(sentence) if name is not None)


def is_pattern(sentence: str) -> bool:
    try:
        return bool(fields(sentence))
    except ValueError:  # a brace that is meant as such
        return False


def test_there_is_a_catalogue_of_german():
    assert [path.name for path in CATALOGUES] == ["quintet_de.ts"]


def test_every_sentence_has_its_translation(said: Found, catalogue: dict[str, str]):
    translated = {each for each, translation in catalogue.items() if translation}
    assert sorted(set(said.sentences) - translated) == [], MEND


def test_no_translation_is_of_a_sentence_that_nobody_says(said: Found, catalogue: dict[str, str]):
    assert sorted(set(catalogue) - set(said.sentences)) == [], MEND


def test_a_translation_takes_the_same_values(catalogue: dict[str, str]):
    patterns = {each: said for each, said in catalogue.items() if said and is_pattern(each)}
    assert {each: said for each, said in patterns.items() if fields(each) != fields(said)} == {}


def test_a_translation_has_a_key_where_the_sentence_has_one_and_ends_alike(catalogue: dict[str, str]):
    def marks(sentence: str) -> tuple[bool, bool, bool, bool]:
        keys = sentence.replace("&&", "")
        return "&" in keys, sentence.endswith("…"), sentence[:1].isspace(), sentence[-1:].isspace()

    assert {each: said for each, said in catalogue.items() if said and marks(each) != marks(said)} == {}


def test_what_is_compiled_is_what_is_written(file: Path, catalogue: dict[str, str]):
    translator = QTranslator()
    assert translator.load(str(file.with_suffix(".qm"))), MEND
    said = {each: translator.translate(CONTEXT, each) for each in catalogue}
    assert {each: said[each] for each in catalogue if catalogue[each] and said[each] != catalogue[each]} == {}, MEND


def test_no_sentence_is_computed(said: Found):
    assert said.computed == []


# -- how sentences are found


def test_literals_and_constants_of_the_module_are_sentences():
    found = sentences_of(
        'A, B = "a", 1\nC = "c"\nX = {"x": marked("d")}\ntr(C); tr("e" "f"); tr(A); tr(X["x"]); other("g")'
    )
    assert sorted(found.sentences) == ["a", "c", "d", "ef"]
    assert found.computed == []


@pytest.mark.parametrize("said", ['f"{x} rows"', '"a" + b', '"a".upper()', '"{}".format(1)'])
def test_what_is_computed_is_told(said: str):
    assert sentences_of(f"tr({said})").computed == ["module:1"]


def test_a_catalogue_is_written_as_it_is_read(tmp_path: Path):
    translations = {"a < b & c": "a < b & c", "new": "", "  two\nlines": "  zwei\nZeilen"}
    file = tmp_path / "x.ts"
    file.write_text(text("de", translations, {"new": {"ui/x.py"}}), encoding="utf-8")
    assert read(file) == translations
