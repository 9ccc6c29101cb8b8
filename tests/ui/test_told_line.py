"""A painted line that is cut where it must be and read in full."""

from __future__ import annotations

import pytest

from ui.theme.tokens import LIGHT, State
from ui.told_line import ToldLine


@pytest.fixture
def line(qtbot, theme):
    line = ToldLine(theme)
    qtbot.addWidget(line)
    line.resize(120, line.height())
    return line


def test_words_are_read_in_full_where_they_are_cut(line):
    words = "x <b> " * 30
    line.show_words(words)
    assert line.text == words
    assert "&lt;b&gt;" in line.toolTip()


def test_what_came_from_outside_is_plain_and_bounded(line):
    line.show_words("a\x1bb" + "x" * 1000)
    assert line.text.startswith("a·bx")
    assert len(line.text) == 400


def test_words_of_a_state_have_its_mark(line):
    line.show_words("wrong", State.ALARM)
    assert LIGHT.alarm.lower() in colours_in(line)
    line.show_words("quiet")
    assert LIGHT.alarm.lower() not in colours_in(line)


def test_bytes_stand_behind_their_count(line):
    line.show_bytes("2 bytes", "41 0A")
    assert line.text == "2 bytes: 41 0A"


def colours_in(widget) -> set[str]:
    picture = widget.grab().toImage()
    return {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}
