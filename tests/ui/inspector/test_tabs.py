"""Tabs as words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from ui.inspector.tabs import WordTabs
from ui.theme.tokens import LIGHT


@pytest.fixture
def tabs(qtbot, theme):
    tabs = WordTabs(theme)
    qtbot.addWidget(tabs)
    for name in ("Ledger", "Link", "Raw"):
        tabs.addTab(name)
    tabs.resize(tabs.sizeHint())
    tabs.show()
    tabs.activateWindow()
    qtbot.waitUntil(tabs.isActiveWindow)
    return tabs


def is_underlined(tabs: WordTabs, index: int) -> bool:
    place = tabs.tabRect(index)
    return tabs.grab().toImage().pixelColor(place.center().x(), place.bottom()) == QColor(LIGHT.accent)


def test_the_chosen_word_is_underlined(tabs):
    assert [is_underlined(tabs, index) for index in range(3)] == [True, False, False]
    tabs.setCurrentIndex(2)
    assert [is_underlined(tabs, index) for index in range(3)] == [False, False, True]


def test_a_tab_does_not_change_its_width_when_it_is_chosen(tabs):
    before = [tabs.tabRect(index) for index in range(3)]
    tabs.setCurrentIndex(1)
    assert [tabs.tabRect(index) for index in range(3)] == before


def test_the_focus_is_seen_on_the_chosen_word(tabs, qtbot):
    tabs.clearFocus()
    without = tabs.grab().toImage()
    tabs.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(tabs.hasFocus)
    assert tabs.grab().toImage() != without


def test_a_tab_grows_with_its_text(tabs):
    width = tabs.tabRect(1).width()
    tabs.setTabText(1, "Link 12")
    assert tabs.tabRect(1).width() > width


def test_the_first_word_stands_where_it_stood_in_a_narrow_bar_and_none_is_wider_than_its_line(tabs):
    def ink(index: int, rows: range) -> tuple[int, int]:
        image = tabs.grab().toImage()
        ground = image.pixelColor(1, 1)
        place = tabs.tabRect(index)
        found = [x for x in range(place.x(), place.right() + 1) if any(image.pixelColor(x, y) != ground for y in rows)]
        return found[0], found[-1]

    tabs.clearFocus()
    words, line = range(2, tabs.height() - 4), range(tabs.height() - 2, tabs.height() - 1)
    wide = ink(0, words)
    for index in range(3):
        tabs.setCurrentIndex(index)
        tabs.resize(sum(tabs.minimumTabSizeHint(each).width() for each in range(3)), tabs.height())
        (left, right), (begin, end) = ink(index, words), ink(index, line)
        assert begin <= left
        assert right <= end
        if index == 0:
            assert left == wide[0]


def test_words_move_together_where_the_bar_is_narrow(tabs):
    tabs.resize(tabs.sizeHint().width() - 20, tabs.height())
    assert tabs.tabRect(2).right() < tabs.width()
