"""The docks below the plots share a place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QMainWindow, QMenu, QTabBar, QWidget

from ui.lower_docks import LowerDocks
from ui.theme.tokens import LIGHT


@pytest.fixture
def window(qtbot, theme):
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setCentralWidget(QWidget())
    window.resize(600, 500)
    window.show()
    qtbot.waitExposed(window)
    return window


@pytest.fixture
def below(window, theme):
    return LowerDocks(theme, window)


def bars(window) -> list[QTabBar]:
    return [bar for bar in window.findChildren(QTabBar) if bar.isVisible() and bar.count() > 1]


def test_they_are_closed_at_first_and_take_no_room(window, below):
    below.add("Send", QWidget())
    below.add("Comparison", QWidget())
    assert [dock.isHidden() for dock in below.docks] == [True, True]
    assert below.top is None
    assert bars(window) == []


def test_two_that_are_open_share_a_place_with_a_tab_each(qtbot, window, below):
    first, second = below.add("Send", QWidget()), below.add("Comparison", QWidget())
    first.show()
    second.show()
    qtbot.waitUntil(lambda: len(bars(window)) == 1)
    (bar,) = bars(window)
    assert {bar.tabText(number) for number in range(bar.count())} == {"Send", "Comparison"}
    assert bar.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert below.top == max(first.y(), second.y()) > 0


def test_the_tabs_are_words_on_the_windows_ground_with_a_line_at_the_chosen_one(qtbot, window, below):
    for title in ("Send", "Comparison"):
        below.add(title, QWidget()).show()
    qtbot.waitUntil(lambda: len(bars(window)) == 1)
    (bar,) = bars(window)
    picture = bar.grab().toImage()
    place = bar.tabRect(bar.currentIndex())
    assert picture.pixelColor(place.center().x(), 0) == QColor(LIGHT.accent)
    assert picture.pixelColor(bar.width() - 2, bar.height() - 2) == QColor(LIGHT.window)


def test_an_opener_brings_its_dock_in_front_and_gives_it_the_keyboard(qtbot, window, below):
    focused: list[str] = []
    first, second = below.add("Send", QWidget()), below.add("Comparison", QWidget())
    below.opener(first, "&Send", "Ctrl+E", lambda: focused.append("send")).trigger()
    below.opener(second, "&Compare", "Ctrl+M", lambda: focused.append("compare")).trigger()
    qtbot.waitUntil(lambda: second.y() > 0 > first.y())
    below.opener(first, "&Send", "Ctrl+E", lambda: focused.append("send")).trigger()
    qtbot.waitUntil(lambda: first.y() > 0 > second.y())
    assert focused == ["send", "compare", "send"]


def test_the_menu_has_those_that_come_later_too(window, below):
    menu = QMenu(window)
    last = menu.addAction("Tool bar")
    below.add("Send", QWidget())
    below.fill(menu, last)
    below.add("Faults", QWidget())
    assert [action.text() for action in menu.actions()] == ["Send", "Faults", "Tool bar"]
