"""The inspector in the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QScrollArea

from tests.ui.desk import Desk
from ui.inspector.figures import Figures, as_text
from ui.inspector.panel import LEDGER, LINK, RAW, REJECTED
from ui.inspector.tabs import WordTabs


def page(desk: Desk) -> str:
    """The figures on screen, as text."""
    return next(as_text(f.entries) for f in desk.window.inspector.findChildren(Figures) if f.isVisible())


@pytest.fixture
def tabs(desk: Desk) -> WordTabs:
    desk.open("imu", "scope")
    return desk.named("Pages about the device")


def test_health_is_the_first_page(desk: Desk, tabs):
    with desk.qtbot.waitSignal(desk.rig.checked):
        pass
    assert page(desk).startswith("Who is slow\n")


def test_keys_turn_the_pages(desk: Desk, tabs):
    with desk.qtbot.waitSignal(desk.rig.checked):
        pass
    desk.focus(tabs)
    desk.press(Qt.Key.Key_Right)
    assert page(desk).startswith("Every byte is accounted for\nBytes\n  Received: 15")
    desk.press(Qt.Key.Key_Right)
    assert page(desk).startswith("Connection\n  State: open\n")
    desk.press(Qt.Key.Key_Right)
    assert page(desk).startswith("How old is the data\n")
    desk.press(Qt.Key.Key_Right)
    desk.press(Qt.Key.Key_Right)
    assert desk.named("Raw bytes").toPlainText().startswith("First bytes of this connection\n0000  30 2e 32 35")


def test_a_click_turns_to_a_page(desk: Desk, tabs):
    desk.qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(LINK).center())
    assert page(desk).startswith("Connection\n")


def test_rejected_frames_are_counted_on_their_tab_whatever_page_is_shown(desk: Desk, tabs):
    assert tabs.tabText(REJECTED) == "Rejected"
    desk.links[0].receive(b"1,2\nx\n")
    desk.refreshed()
    assert tabs.tabText(REJECTED) == "Rejected 2"


def test_only_the_page_on_screen_is_renewed(desk: Desk, tabs):
    desk.window.inspector.show_page(RAW)
    ledger = next(f for f in desk.window.inspector.findChildren(Figures) if f.accessibleName() == "Ledger")
    before = ledger.entries
    desk.links[0].receive(b"1,2,3\n" * 100)
    with desk.qtbot.waitSignal(desk.rig.checked):
        pass
    assert ledger.entries == before
    desk.window.inspector.show_page(LEDGER)
    assert ledger.entries != before


def test_the_head_says_which_device_and_how_it_is(desk: Desk, tabs):
    assert desk.named("imu, open").isVisible()
    desk.links[0].lose("closed by the device")
    desk.refreshed()
    assert desk.named("imu, waiting").isVisible()


def test_without_a_device_there_are_no_pages(desk: Desk):
    assert desk.named("No device is chosen").isVisible()
    for kind in (QScrollArea, QPlainTextEdit, WordTabs):
        assert not any(widget.isVisible() for widget in desk.window.inspector.findChildren(kind))


def test_each_page_has_its_help(desk: Desk, tabs):
    tabs.setCurrentIndex(LINK)
    desk.qtbot.mouseClick(desk.named("What is this?"), Qt.MouseButton.LeftButton)
    assert desk.window.help.pages.place == "start#link"
    desk.focus(tabs)
    tabs.setCurrentIndex(LEDGER)
    desk.press(Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    assert desk.window.help.pages.place == "start#ledger"


def test_every_tab_can_be_clicked_in_the_narrowest_inspector(desk: Desk, tabs):
    desk.links[0].receive(b"x\n" * 123_456)
    tabs.setFixedWidth(desk.window.inspector.minimumSizeHint().width() - 4)
    desk.refreshed()
    assert tabs.tabText(REJECTED) == "Rejected"
    assert tabs.tabRect(tabs.count() - 1).right() <= tabs.width()


def test_the_head_counts_down_while_it_waits(desk: Desk, tabs):
    desk.links[0].more = {"next_try_ns": 0}
    desk.links[0].lose("closed by the device")
    desk.refreshed()
    assert desk.named("imu, waiting: again now").isVisible()


def test_every_tab_can_be_clicked_in_the_narrowest_inspector_in_german(in_german, desk: Desk):
    desk.open("imu")
    tabs = desk.named("Seiten über das Gerät")
    tabs.setFixedWidth(desk.window.inspector.minimumSizeHint().width() - 4)
    assert tabs.tabRect(RAW).right() <= tabs.width()
