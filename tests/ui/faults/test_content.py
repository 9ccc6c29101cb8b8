"""The fault control's dock, on a simulator that is the test's."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from app.simulator.faults.catalogue import KINDS
from tests.ui.desk import called, rows
from tests.ui.faults.fake_simulated import FakeSimulated
from ui.faults.content import WIDE, FaultContent
from ui.faults.control import NOT_READY, FaultControl


@pytest.fixture
def simulated(qapp) -> Iterator[FakeSimulated]:
    simulated = FakeSimulated()
    yield simulated
    simulated.deleteLater()


@pytest.fixture
def content(qtbot, theme, simulated):
    content = FaultContent(theme, FaultControl(simulated, simulated))
    qtbot.addWidget(content)
    content.resize(1000, 400)
    content.show()
    qtbot.waitExposed(content)
    return content


def ready(qtbot, content: FaultContent, simulated: FakeSimulated, *names: str) -> None:
    simulated.be_ready(*(names or ("imu", "scope", "motor")))
    qtbot.waitUntil(lambda: content.bar.devices is not None and content.bar.play.isEnabled())


def click(qtbot, button) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def log(content: FaultContent) -> list[str]:
    return [row.split(", ", 1)[1] for row in rows(content.log)]


def test_before_the_devices_listen_it_says_so(content):
    assert content.said.text == NOT_READY
    assert not content.bar.play.isEnabled()
    assert not content.bar.chance.isEnabled()


def test_a_fault_is_chosen_and_played_and_counts_down(qtbot, content, simulated):
    ready(qtbot, content, simulated)
    click(qtbot, content.bar.devices.segments["motor"])
    content.faults.choose("stall")
    content.bar.seconds.setValue(1.5)
    click(qtbot, content.bar.play)
    assert simulated.orders == [{"fault": "stall", "device": "motor", "seconds": 1.5}]
    qtbot.waitUntil(lambda: log(content) == ["motor Stall: asked"])
    simulated.say("fault", device="motor", fault="stall", seconds=1000.0, connection=1, sent=9, taken=8, unsent=1)
    qtbot.waitUntil(lambda: log(content)[0].startswith("motor Stall: 999."))
    assert log(content)[0].endswith("s left: connection 1: sent 9 B, taken 8 B, unsent 1 B")
    before = log(content)
    qtbot.waitUntil(lambda: log(content) != before)
    simulated.say("over", device="motor", fault="stall", at_ns=1)
    qtbot.waitUntil(lambda: log(content)[0].startswith("motor Stall: over"))
    qtbot.waitUntil(lambda: not content._count.isActive())


def test_what_is_under_way_stands_above_what_came_later(qtbot, content, simulated):
    ready(qtbot, content, simulated)
    simulated.say("fault", device="imu", fault="stall", seconds=1000.0)
    simulated.say("opened", device="scope", connection=2)
    qtbot.waitUntil(lambda: len(log(content)) == 2)
    assert log(content)[0].startswith("imu Stall: ")
    assert log(content)[1] == "scope connection 2 opened"


def test_a_fault_that_does_not_last_has_no_seconds(qtbot, content, simulated):
    ready(qtbot, content, simulated)
    content.faults.choose("rst")
    assert not content.bar.seconds.isEnabled()
    click(qtbot, content.bar.play)
    assert simulated.orders == [{"fault": "rst", "device": "imu"}]


def test_what_a_device_cannot_have_cannot_be_played_and_says_why(qtbot, content, simulated):
    ready(qtbot, content, simulated)
    content.faults.choose("header-change")
    content.choose_device("scope")
    assert not content.bar.play.isEnabled()
    assert content.said.text.startswith("scope: no “Header changed”: its stream does not name its columns")
    content.faults.setFocus()
    qtbot.keyClick(content.faults, Qt.Key.Key_Return)
    assert simulated.orders == []
    assert content.said.text.startswith("Not played: ")


def test_a_device_that_is_not_simulated_is_not_chosen(qtbot, content, simulated):
    ready(qtbot, content, simulated)
    content.choose_device("another")
    assert content.device == "imu"


def test_chance_is_switched_on_and_off_and_shows_its_seed(qtbot, content, simulated):
    ready(qtbot, content, simulated)
    assert content.bar._seed.text() == "seed 42"
    content.bar.mean.setValue(0.1)
    click(qtbot, content.bar.chance)
    assert not content.bar.mean.isEnabled() or content._control.is_random
    qtbot.waitUntil(lambda: len(simulated.orders) >= 2)
    click(qtbot, content.bar.chance)
    assert not content._control._pause.isActive()
    qtbot.waitUntil(lambda: content.bar.mean.isEnabled() and not content.bar.chance.isChecked())


def test_a_simulator_that_died_is_said_and_nothing_can_be_played(qtbot, content, simulated):
    ready(qtbot, content, simulated)
    simulated.failed.emit("the simulated devices were killed by signal 9")
    qtbot.waitUntil(lambda: content.said.text == "The simulated devices were killed by signal 9")
    assert not content.bar.play.isEnabled()
    assert not content.bar.chance.isEnabled()
    assert log(content) == ["the simulated devices were killed by signal 9"]


def test_hidden_it_costs_nothing(qtbot, content, simulated):
    ready(qtbot, content, simulated)
    simulated.say("fault", device="imu", fault="stall", seconds=1000.0)
    qtbot.waitUntil(content._count.isActive)
    content.hide()
    simulated.say("opened", device="scope", connection=2)
    assert not content._count.isActive()
    assert not content._told.isActive()


def test_where_it_is_narrow_the_log_is_below_and_the_controls_are_two_rows(qtbot, content, simulated):
    ready(qtbot, content, simulated)
    assert content.width() >= WIDE
    assert content.log.y() == content.faults.y()
    content.resize(620, 300)
    qtbot.waitUntil(lambda: content.log.y() > content.faults.y())
    assert content.bar.chance.y() > content.bar.play.y()
    assert content.bar.play.geometry().right() < 620
    assert len(rows(content.faults)) == len(KINDS)


def test_the_controls_are_one_row_only_where_all_of_them_fit(qtbot, content, simulated):
    ready(qtbot, content, simulated, "imu", "scope", "weather", "supply", "motor")
    content.resize(WIDE, 300)
    qtbot.waitUntil(lambda: content.bar.chance.y() > content.bar.play.y())
    assert content.bar.mean.mapTo(content, content.bar.mean.rect().topRight()).x() < WIDE
    content.resize(content.bar.row_width + 100, 300)
    qtbot.waitUntil(lambda: content.bar.chance.y() == content.bar.play.y())


def test_who_comes_by_keyboard_comes_to_the_devices_first_and_to_the_log_last(qtbot, content, simulated):
    window, before, after = QWidget(), QLineEdit(), QLineEdit()
    row = QVBoxLayout(window)
    for each in (before, content, after):
        row.addWidget(each)
    qtbot.addWidget(window)
    window.show()
    ready(qtbot, content, simulated)
    qtbot.waitUntil(content.bar.devices.segments["imu"].isVisible)
    before.setFocus()
    qtbot.keyClick(before, Qt.Key.Key_Tab)
    assert called(QApplication.focusWidget()) == "Device: imu"
    after.setFocus()
    qtbot.keyClick(after, Qt.Key.Key_Backtab)
    assert called(QApplication.focusWidget()) == "What was played"
    content.setParent(None)


def test_by_keyboard_it_goes_from_the_controls_to_the_faults_and_the_log(qtbot, content, simulated):
    ready(qtbot, content, simulated, "imu", "motor")
    qtbot.waitUntil(content.bar.devices.segments["motor"].isVisible)
    content.bar.devices.segments["imu"].setFocus()
    seen = []
    for _ in range(8):
        focused = QApplication.focusWidget()
        seen.append(called(focused))
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    controls = ["Seconds", "Play", "Play at random", "Seconds between random faults"]
    assert seen == ["Device: imu", "Device: motor", *controls, "Faults", "What was played"]
