"""The health page in the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette

from app.link.contract import State
from tests.ui.desk import Desk
from ui.health.page import HealthPage
from ui.inspector.figures import as_text


@pytest.fixture
def page(desk: Desk) -> HealthPage:
    desk.open("imu", "scope")
    page = desk.window.inspector.findChild(HealthPage)
    assert page.isVisible()
    return page


def text(page: HealthPage) -> str:
    return as_text(page.page.figures.entries)


def test_it_tells_of_the_chosen_device(desk: Desk, page: HealthPage) -> None:
    desk.links[0].lose("reset by the device")
    desk.refreshed()
    assert "ended: reset by the device" in text(page)
    desk.press(Qt.Key.Key_Left)
    desk.press(Qt.Key.Key_Down)
    assert "reset by the device" not in text(page)


def test_a_line_parts_what_scrolls_from_the_words_below_it(page: HealthPage) -> None:
    image, foot = page.grab().toImage(), page.page.geometry().bottom() + 1
    line = page.palette().color(QPalette.ColorRole.Mid)
    assert all(image.pixelColor(x, foot) == line for x in range(4, image.width(), 7))
    assert page.copy_report.y() > foot


def test_a_pause_can_be_cut_short_and_nothing_else(desk: Desk, page: HealthPage) -> None:
    assert not page.retry.isEnabled()
    desk.links[0].lose("reset by the device")
    desk.refreshed()
    desk.qtbot.mouseClick(page.retry, Qt.MouseButton.LeftButton)
    assert desk.links[0].state is State.CONNECTING
    assert not page.retry.isEnabled()


def test_a_link_is_stopped_and_connected_by_one_button_that_says_which(desk: Desk, page: HealthPage) -> None:
    desk.qtbot.mouseClick(page.toggle, Qt.MouseButton.LeftButton)
    assert desk.links[0].state is State.IDLE
    assert page.toggle.text() == "Connect"
    desk.qtbot.mouseClick(page.toggle, Qt.MouseButton.LeftButton)
    assert desk.links[0].state is State.CONNECTING
    assert page.toggle.text() == "Stop"


def test_what_was_true_of_a_connection_is_not_said_once_its_button_has_ended_it(desk: Desk, page: HealthPage) -> None:
    """The page answers the button at once; the rig looks with its next refresh, panels are due five times a second."""
    desk.links[0].more = {"is_stale": True, "silent_ns": 9_000_000_000}
    desk.rig._second()
    page.refresh()
    assert "The device is silent" in text(page)
    desk.qtbot.mouseClick(page.toggle, Qt.MouseButton.LeftButton)
    assert "The device is silent" not in text(page)


def test_after_the_end_of_a_session_nothing_can_be_done_about_a_link(desk: Desk, page: HealthPage) -> None:
    desk.rig.stop()
    page.refresh()
    assert not page.toggle.isEnabled()


def test_shift_f1_on_the_page_tells_of_its_worst_finding(desk: Desk, page: HealthPage) -> None:
    desk.focus(page.toggle)
    desk.press(Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    assert desk.window.help.pages.place == "findings"
    desk.links[0].lose("reset by the device")
    with desk.qtbot.waitSignal(desk.rig.checked):
        pass
    page.refresh()
    desk.window.activateWindow()
    desk.qtbot.waitUntil(desk.window.isActiveWindow)
    desk.focus(page.retry)
    desk.press(Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    assert desk.window.help.pages.place == "findings#connection"
