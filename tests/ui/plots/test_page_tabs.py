"""The row of pages."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from ui.plots.page_tabs import LONGEST, PageTabs
from ui.theme.palette import Theme


@pytest.fixture
def tabs(qtbot: QtBot, theme: Theme) -> PageTabs:
    tabs = PageTabs(theme)
    qtbot.addWidget(tabs)
    tabs.resize(600, tabs.height())
    tabs.show_pages(["Overview", "Motor", "Supply"], 0)
    qtbot.waitExposed(tabs)
    return tabs


def test_one_page_needs_no_row(tabs: PageTabs) -> None:
    assert tabs.isVisible()
    tabs.show_pages(["Overview"], 0)
    assert not tabs.isVisible()


def test_showing_pages_is_not_choosing_one(tabs: PageTabs, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(tabs.chosen):
        tabs.show_pages(["A", "B"], 1)
    assert (tabs.count(), tabs.currentIndex()) == (2, 1)


def test_a_click_and_the_arrows_choose_a_page(tabs: PageTabs, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tabs.chosen, check_params_cb=lambda page: page == 1):
        qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(1).center())
    tabs.setFocus()
    with qtbot.waitSignal(tabs.chosen, check_params_cb=lambda page: page == 2):
        qtbot.keyClick(tabs, Qt.Key.Key_Right)


def test_the_page_in_sight_is_underlined_as_every_chosen_tab_and_the_focus_is_seen(
    tabs: PageTabs, theme: Theme, qtbot: QtBot
) -> None:
    tabs.activateWindow()
    qtbot.waitUntil(tabs.isActiveWindow)
    tabs.clearFocus()
    without = tabs.grab().toImage()
    place = tabs.tabRect(0)
    assert without.pixelColor(place.center().x(), place.bottom()) == QColor(theme.tokens.accent)
    tabs.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(tabs.hasFocus)
    assert tabs.grab().toImage() != without


def test_a_page_is_dragged_to_another_place(tabs: PageTabs, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tabs.placed, check_params_cb=lambda page, to: (page, to) == (0, 1)):
        tabs.moveTab(0, 1)


def test_a_double_click_renames_a_page_where_it_stands(tabs: PageTabs, qtbot: QtBot) -> None:
    qtbot.mouseDClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(1).center())
    field = tabs.findChild(QLineEdit)
    assert field is not None
    assert (field.isVisible(), field.text()) == (True, "Motor")
    with qtbot.waitSignal(tabs.renamed, check_params_cb=lambda page, name: (page, name) == (1, "Pump")):
        qtbot.keyClicks(field, "Pump")
        qtbot.keyClick(field, Qt.Key.Key_Return)


def test_a_right_click_brings_a_page_into_sight_and_asks_for_its_menu(tabs: PageTabs, qtbot: QtBot) -> None:
    at = tabs.tabRect(2).center()
    with qtbot.waitSignals([tabs.chosen, tabs.menuWished]):
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, tabs.mapToGlobal(at))
        QApplication.sendEvent(tabs, event)


def test_hostile_names_are_cut_and_act_as_text(tabs: PageTabs) -> None:
    tabs.show_pages(["<b>x</b> & y", "n" * 64, "\u202egnp"], 0)
    assert tabs.tabText(0) == "<b>x</b> && y"
    assert len(tabs.tabText(1)) == LONGEST
    assert "\u202e" not in tabs.tabText(2)
    assert "&lt;b&gt;" in tabs.tabToolTip(0)
    assert not tabs.grab().isNull()
    assert tabs.tabAt(QPoint(-5, -5)) == -1
