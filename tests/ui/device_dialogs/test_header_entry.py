"""The header of a CSV."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.device_dialogs.header_entry import COUNTED, FOUND, NONE, HeaderEntry
from ui.theme.palette import Theme


@pytest.fixture
def entry(theme: Theme, qtbot: QtBot) -> HeaderEntry:
    entry = HeaderEntry(theme, ("decoding", "header"), "Header")
    qtbot.addWidget(entry)
    entry.show()
    return entry


@pytest.mark.parametrize(
    ("value", "key"), [(None, NONE), (False, NONE), (True, FOUND), (1, COUNTED), (3, COUNTED), ("x", COUNTED)]
)
def test_each_value_is_one_of_three(entry: HeaderEntry, value: object, key: str):
    entry.show_value(value)
    assert [k for k, segment in entry._choice.segments.items() if segment.isChecked()] == [key]
    assert entry.value() == value
    assert entry.count.isVisible() == (key == COUNTED)


def test_lines_are_counted_from_one_and_can_be_typed(entry: HeaderEntry, qtbot: QtBot):
    qtbot.mouseClick(entry._choice.segments[COUNTED], Qt.MouseButton.LeftButton)
    assert entry.value() == 1
    entry.count.line.selectAll()
    qtbot.keyClicks(entry.count.line, "3")
    assert entry.value() == 3
    qtbot.mouseClick(entry._choice.segments[FOUND], Qt.MouseButton.LeftButton)
    assert entry.value() is True
    qtbot.mouseClick(entry._choice.segments[COUNTED], Qt.MouseButton.LeftButton)
    assert entry.value() == 3


def test_a_count_that_is_none_is_left_for_the_check(entry: HeaderEntry, qtbot: QtBot):
    entry.choose(COUNTED)
    entry.count.line.selectAll()
    qtbot.keyClicks(entry.count.line, "two")
    assert entry.value() == "two"
