"""One word of the file in the form."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.device_dialogs import values
from ui.device_dialogs.entries import ChoiceEntry, LinesEntry, TextEntry
from ui.device_dialogs.sections import Page
from ui.device_dialogs.word_menu import WordMenu
from ui.language import Language
from ui.segments import Segments
from ui.theme.palette import Theme

UNITS = tuple((unit, unit) for unit in ("ns", "us", "ms", "s", "min", "h"))


@pytest.fixture
def shown(qtbot: QtBot):
    def show(entry):
        qtbot.addWidget(entry)
        entry.show()
        entry.activateWindow()
        return entry

    return show


def test_a_blank_line_is_no_word_and_a_needed_one_is_an_empty_text(theme: Theme, shown):
    assert shown(TextEntry(theme, ("a",), "A")).value() is None
    assert shown(TextEntry(theme, ("a",), "A", keeps_blank=True)).value() == ""


def test_each_key_is_told_and_leaving_asks_for_judgement(theme: Theme, shown, qtbot: QtBot):
    entry = shown(TextEntry(theme, ("a",), "A", read=values.whole))
    told: list[str] = []
    entry.changed.connect(lambda: told.append("changed"))
    entry.left.connect(lambda: told.append("left"))
    qtbot.keyClicks(entry.line, "12")
    assert (told, entry.value(), entry.is_touched) == (["changed", "changed"], 12, False)
    qtbot.keyClick(entry.line, Qt.Key.Key_Return)
    assert told[-1] == "left"
    assert entry.is_touched


def test_a_value_that_is_shown_tells_nobody(theme: Theme, shown, qtbot: QtBot):
    entry = shown(TextEntry(theme, ("a",), "A"))
    with qtbot.assertNotEmitted(entry.changed):
        entry.show_value("imu")
    assert entry.value() == "imu"


def test_what_is_wrong_is_a_description_of_the_control_and_goes_again(theme: Theme, shown):
    entry = shown(TextEntry(theme, ("a",), "A", about="What it is"))
    entry.show_problem("Expected\x1b a name")
    assert entry.problem == "Expected· a name"
    assert entry.line.accessibleDescription() == entry.problem
    entry.show_problem("")
    assert not entry.problem
    assert entry.line.accessibleDescription() == "What it is"


def test_a_choice_at_its_default_says_nothing(theme: Theme, shown, qtbot: QtBot):
    entry = shown(ChoiceEntry(theme, ("a",), "A", (("little", "little"), ("big", "big")), default="big"))
    assert entry.value() is None
    qtbot.mouseClick(entry.control.segments["little"], Qt.MouseButton.LeftButton)
    assert entry.value() == "little"
    qtbot.mouseClick(entry.control.segments["big"], Qt.MouseButton.LeftButton)
    assert entry.value() is None
    assert entry.control.segments["big"].isChecked()


def test_a_choice_shows_the_words_of_the_language_and_writes_those_of_the_file(theme: Theme, shown, qtbot: QtBot):
    language = Language("de")
    try:
        entry = shown(ChoiceEntry(theme, ("a",), "A", (("whole", "whole"), ("drop", "drop")), default="whole"))
    finally:
        language.close()
    segment = entry.control.segments["drop"]
    assert (segment.text(), segment.accessibleName()) == ("verwerfen", "A: verwerfen")
    qtbot.mouseClick(segment, Qt.MouseButton.LeftButton)
    assert entry.value() == "drop"


def test_one_is_not_true(theme: Theme, shown):
    entry = shown(ChoiceEntry(theme, ("a",), "A", (("no", False), ("1", 1)), default="no"))
    entry.show_value(1)
    assert entry.control.segments["1"].isChecked()
    entry.show_value(True)
    assert not any(segment.isChecked() for segment in entry.control.segments.values())


def test_many_words_are_a_menu(theme: Theme, shown):
    entry = shown(ChoiceEntry(theme, ("a",), "Unit", UNITS, default="s"))
    assert isinstance(entry.control, WordMenu)
    assert entry.control.text() == "s"
    entry.control.actions_by_key["ms"].trigger()
    assert entry.value() == "ms"
    entry.show_value("fortnight")  # a later version's word: it is shown, and kept
    assert entry.control.text() == "fortnight"
    assert entry.value() == "fortnight"


def test_few_words_stand_beside_each_other(theme: Theme, shown):
    assert isinstance(shown(ChoiceEntry(theme, ("a",), "Unit", UNITS[:4])).control, Segments)


def test_lines_are_texts_and_empty_ones_are_none(theme: Theme, shown, qtbot: QtBot):
    entry = shown(LinesEntry(theme, ("on_connect",), "On connect"))
    assert entry.value() is None
    qtbot.keyClicks(entry.control, r"?WATCH;\n")
    qtbot.keyClick(entry.control, Qt.Key.Key_Return)
    qtbot.keyClicks(entry.control, "B")
    assert entry.value() == [r"?WATCH;\n", "B"]
    entry.show_value(["x"])
    assert entry.value() == ["x"]


def test_tab_leaves_the_lines(theme: Theme, shown, qtbot: QtBot):
    entry = LinesEntry(theme, ("on_connect",), "On connect")
    below = TextEntry(theme, ("a",), "A")
    page = shown(Page([entry, below]))
    entry.control.setFocus()
    qtbot.waitUntil(entry.control.hasFocus)
    qtbot.keyClick(entry.control, Qt.Key.Key_Tab)
    assert page.isAncestorOf(below.line)
    assert below.line.hasFocus()
    assert entry.value() is None


@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_all_of_them_can_be_painted(theme: Theme, shown, scheme: str):
    entries = [TextEntry(theme, ("a",), "A", unit="bytes"), LinesEntry(theme, ("b",), "B")]
    entries.append(ChoiceEntry(theme, ("c",), "C", UNITS))
    theme.set_scheme(scheme)
    for entry in entries:
        entry.show_problem("Wrong " * 30)
        assert not shown(entry).grab().isNull()
    QApplication.sendPostedEvents()
