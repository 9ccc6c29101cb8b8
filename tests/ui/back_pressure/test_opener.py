"""The page is opened from the window, and keeps out of the way of comparisons."""

import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.comparison.back_pressure.experiment import Plan, Step
from app.quantities import ByteSize
from tests.ui.desk import Desk
from ui.back_pressure.page import BackPressurePage
from ui.comparison.hindrances import PRESSURE

CTRL = Qt.KeyboardModifier.ControlModifier
STUCK_MS = 30_000
PLAN = Plan(4e6, 150_000_000, (ByteSize(64 << 10),), 100, 50, 50)
linux = pytest.mark.skipif(sys.platform != "linux", reason="the sender needs Linux's TCP_INFO, and says so")


@pytest.fixture
def page(desk: Desk) -> BackPressurePage:
    desk.open("imu")
    desk.press(Qt.Key.Key_M, CTRL)
    desk.press(Qt.Key.Key_B, CTRL)
    (page,) = desk.window.findChildren(BackPressurePage)
    return page


def texts(page: BackPressurePage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_while_a_comparison_is_under_way_none_begins_on_a_page_that_was_open_before(desk: Desk, page):
    begin = page._set_up._begin
    desk.window.compare.content.underWay.emit(True)
    assert not begin.isEnabled()
    assert "A comparison is under way" in texts(page)
    page._set_up.begun.emit(PLAN)
    assert not page.is_running
    desk.window.compare.content.underWay.emit(False)
    assert begin.isEnabled()
    assert "The window will stand still three times" in texts(page)


@linux
def test_while_the_window_stands_still_nothing_is_compared_or_measured(desk: Desk, page):
    content = desk.window.compare.content
    page._set_up.begun.emit(PLAN)
    desk.qtbot.waitUntil(lambda: page.experiment.step is Step.STEADY, timeout=STUCK_MS)
    assert not content.bar._begin.isEnabled()
    assert PRESSURE in content.bar._begin.toolTip()
    assert not content._follower.is_on
    with desk.qtbot.waitSignal(page.underWay, timeout=STUCK_MS):
        page.experiment.cancel()
    assert content.bar._begin.isEnabled()
    assert content._follower.is_on
