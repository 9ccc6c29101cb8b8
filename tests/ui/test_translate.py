"""From the sentences in the code to the reader's language."""

from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication

from ui.translate import tr


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
