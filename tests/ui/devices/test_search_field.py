"""The filter line."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from ui.devices.search_field import SearchField
from ui.theme.tokens import LIGHT


@pytest.fixture
def field(qtbot, theme):
    field = SearchField(theme, "Filter")
    qtbot.addWidget(field)
    field.resize(200, 28)
    field.show()
    field.activateWindow()
    qtbot.waitUntil(field.isActiveWindow)
    return field


def test_it_tells_what_is_typed(field, qtbot):
    told = []
    field.textChanged.connect(told.append)
    qtbot.keyClicks(field.line, "ax")
    assert told == ["a", "ax"]


def test_escape_empties_it(field, qtbot):
    qtbot.keyClicks(field.line, "ax")
    qtbot.keyClick(field.line, Qt.Key.Key_Escape)
    assert field.line.text() == ""


def test_the_cross_is_there_when_there_is_something_to_clear(field, qtbot):
    (clear,) = field.line.actions()
    assert not clear.isVisible()
    qtbot.keyClicks(field.line, "ax")
    assert clear.isVisible()
    clear.trigger()
    assert field.line.text() == ""


def test_its_edge_shows_the_focus(field, qtbot):
    field.line.setFocus()
    qtbot.waitUntil(field.line.hasFocus)
    focused = field.grab().toImage().pixelColor(100, 0)
    field.line.clearFocus()
    assert focused == QColor(LIGHT.accent)
    assert field.grab().toImage().pixelColor(100, 0) == QColor(LIGHT.line)
