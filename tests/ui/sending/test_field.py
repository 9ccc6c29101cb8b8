"""What a command's line adds to a field."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from ui.sending.draft import LONGEST, Problem
from ui.sending.field import CommandField
from ui.theme.tokens import LIGHT


@pytest.fixture
def command(qtbot, theme):
    command = CommandField(theme)
    qtbot.addWidget(command)
    command.resize(300, command.height())
    command.show()
    qtbot.waitExposed(command)
    command.line.setFocus()
    return command


def has_alarm(command: CommandField) -> list[int]:
    """The columns in which something is in the colour of alarms."""
    picture, alarm = command.grab().toImage(), QColor(LIGHT.alarm)
    rows = range(picture.height())
    return [x for x in range(picture.width()) if any(picture.pixelColor(x, y) == alarm for y in rows)]


def test_arrows_and_return_are_told(qtbot, command):
    heard: list[str] = []
    command.olderWished.connect(lambda: heard.append("older"))
    command.newerWished.connect(lambda: heard.append("newer"))
    command.entered.connect(lambda: heard.append("entered"))
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Left):
        qtbot.keyClick(command.line, key)
    assert heard == ["older", "newer", "entered"]


def test_each_other_text_is_told_once_also_where_it_is_escaped(command):
    heard: list[str] = []
    command.changed.connect(lambda: heard.append(command.text))
    command.line.insert("a\tb")
    assert heard == [r"a\tb"]


def test_the_cursor_stays_at_its_letter_when_what_was_pasted_is_escaped(command):
    command.set_text("xy")
    command.line.setCursorPosition(1)
    command.line.insert("\n")
    assert (command.text, command.line.cursorPosition()) == (r"x\ny", 3)


def test_what_is_longer_than_a_command_is_one_character_too_long_and_no_more(command):
    command.set_text("x" * (LONGEST + 500))
    assert len(command.text) == LONGEST + 1


def test_the_characters_that_are_wrong_are_underlined_where_they_stand(command):
    command.set_text("abcdefgh")
    assert has_alarm(command) == []
    command.show_problem(Problem("wrong", 2, 2))
    first = has_alarm(command)
    width = command.line.fontMetrics().horizontalAdvance("cd")
    assert len(first) == width
    command.show_problem(Problem("wrong", 4, 2))
    assert abs(has_alarm(command)[0] - first[0] - width) <= 1  # widths of letters are not whole pixels


def test_in_a_line_that_was_scrolled_the_mark_is_still_at_its_character(command):
    command.set_text("x" * 200)
    command.show_problem(Problem("wrong", 199, 1))
    marked = has_alarm(command)
    assert marked
    assert marked[-1] > command.width() - 30
