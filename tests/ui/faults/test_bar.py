"""The controls above the faults."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ui.faults.bar import FaultBar


@pytest.fixture
def bar(qtbot, theme):
    bar = FaultBar(theme)
    qtbot.addWidget(bar)
    bar.show()
    qtbot.waitExposed(bar)
    return bar


def test_devices_take_the_place_of_those_before(qtbot, bar):
    heard: list[str] = []
    bar.deviceWished.connect(heard.append)
    bar.show_choice("imu")
    bar.show_devices(["imu"])
    bar.show_devices(["a\x1b" + "x" * 100, "motor"])
    name, _ = bar.devices.segments
    bar.devices.segments[name].click()
    assert heard == [name]
    assert bar.devices.segments[name].text() == "a·" + "x" * 13 + "…"


def test_tab_goes_from_left_to_right(qtbot, bar):
    bar.show_devices(["imu", "motor"])
    bar.show_possible("", lasts=True)
    qtbot.waitUntil(bar.devices.segments["motor"].isVisible)
    bar.devices.segments["imu"].setFocus()
    seen = []
    for _ in range(6):
        seen.append(QApplication.focusWidget().accessibleName() or QApplication.focusWidget().text())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    fields = ["Seconds", "Play", "Play at random", "Seconds between random faults"]
    assert seen == ["Device: imu", "Device: motor", *fields]


def test_what_cannot_be_played_says_why_at_the_button(bar):
    bar.show_possible("no <delimiter>", lasts=False)
    assert "no &lt;delimiter&gt;" in bar.play.toolTip()
    assert not bar.seconds.isEnabled()
