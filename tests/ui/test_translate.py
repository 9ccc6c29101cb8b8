"""From the sentences in the code to the reader's language."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication

from app.sentence import sentence
from ui.translate import told, told_inside, tr


class Shouting(QTranslator):
    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        return text.upper() if context == "quintet" else ""

    def isEmpty(self) -> bool:
        return False


def test_a_sentence_without_a_translation_stands_as_it_is(qapp: QApplication):
    assert tr("Back to live") == "Back to live"


def test_a_sentence_is_said_in_the_language_that_is_installed(qapp: QApplication):
    translator = Shouting()
    QCoreApplication.installTranslator(translator)
    try:
        assert tr("Back to live") == "BACK TO LIVE"
    finally:
        QCoreApplication.removeTranslator(translator)


def test_what_the_core_says_is_translated_by_its_template(qapp: QApplication, german: None):
    inner = sentence("in {count} s", count=3)
    assert told(sentence("lost {name}: {when}", name="imu", when=inner)) == "imu verloren: nach 3 s"


def test_a_text_that_is_no_sentence_is_looked_up_as_it_stands(qapp: QApplication, german: None):
    assert told("lost {name}: {when}") == "{name} verloren: {when}"
    assert told("imu") == "imu"


ENTRIES = {"lost {name}: {when}": "{name} verloren: {when}", "in {count} s": "nach {count} s", "Gaps": "Lücken"}


class Words(QTranslator):
    """A small catalogue."""

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        return ENTRIES.get(text, text)

    def isEmpty(self) -> bool:
        return False


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    words = Words()
    QCoreApplication.installTranslator(words)
    yield
    QCoreApplication.removeTranslator(words)


def test_a_text_that_qt_cannot_hold_stands_as_it_is(qapp: QApplication, german: None):
    assert [told(text) for text in ("a\0b", "\ud800", "two\nlines")] == ["a\0b", "\ud800", "two\nlines"]


def test_inside_a_sentence_english_goes_on_with_a_small_letter(qapp: QApplication, german: None):
    assert told_inside("Reads lag") == "reads lag"
    assert told_inside("Gaps") == "Lücken"
