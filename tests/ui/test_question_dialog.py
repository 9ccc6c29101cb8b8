"""A question over the window, and its answers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from ui.question_dialog import CANCEL, QuestionDialog
from ui.theme.palette import Theme


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme) -> Iterator[QuestionDialog]:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    answers = {"discard": "Discard", CANCEL: "Cancel", "save": "Save"}
    dialog = QuestionDialog(theme, "Save <b>it</b>?", "It has changed. " * 8, answers, "save", window)
    dialog.open()
    qtbot.waitUntil(dialog.isVisible)
    yield dialog  # noqa: PT022  # the window has to live as long


def answers_of(dialog: QuestionDialog) -> list[str]:
    heard: list[str] = []
    dialog.answered.connect(heard.append)
    return heard


def test_a_click_answers_once_and_closes(dialog: QuestionDialog, qtbot: QtBot) -> None:
    heard = answers_of(dialog)
    qtbot.mouseClick(dialog.buttons["discard"], Qt.MouseButton.LeftButton)
    assert heard == ["discard"]
    assert not dialog.isVisible()


def test_return_gives_the_main_answer(dialog: QuestionDialog, qtbot: QtBot) -> None:
    heard = answers_of(dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert heard == ["save"]


def test_escape_and_closing_cancel(dialog: QuestionDialog, qtbot: QtBot) -> None:
    heard = answers_of(dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    dialog.open()
    dialog.close()
    assert heard == [CANCEL, CANCEL]


def test_all_words_are_plain_and_whole(dialog: QuestionDialog) -> None:
    labels = dialog.findChildren(QLabel)
    assert [label.text() for label in labels] == [dialog.text, dialog.more]
    for label in labels:
        assert label.textFormat() == Qt.TextFormat.PlainText
        assert label.height() >= label.heightForWidth(label.width())
