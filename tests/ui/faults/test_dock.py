"""The fault control in the window of a demo."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDockWidget, QToolButton

from tests.ui.desk import Desk
from tests.ui.faults.fake_simulated import FakeSimulated
from ui.faults.dock import add_fault_dock
from ui.faults.panel import FaultPanel

BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def simulated(qapp) -> Iterator[FakeSimulated]:
    simulated = FakeSimulated()
    yield simulated
    simulated.deleteLater()


@pytest.fixture
def panel(desk: Desk, theme, simulated: FakeSimulated) -> FaultPanel:
    return add_fault_dock(desk.window, theme, simulated)  # type: ignore[arg-type]


def test_it_is_closed_and_empty_until_it_is_asked_for(desk: Desk, panel: FaultPanel) -> None:
    assert desk.window.findChild(QDockWidget, "faults").isHidden()
    assert panel.content is None


def test_its_key_opens_it_with_the_focus_on_the_faults(desk: Desk, panel: FaultPanel, simulated: FakeSimulated) -> None:
    simulated.be_ready("imu", "scope")
    desk.open("imu", "scope")
    desk.press(Qt.Key.Key_F, BOTH)
    assert panel.content is not None
    assert QApplication.focusWidget() is panel.content.faults
    desk.press(Qt.Key.Key_Return)
    assert simulated.orders == [{"fault": "stall", "device": "imu", "seconds": 2.0}]


def test_the_device_that_is_chosen_in_the_window_is_chosen_here(
    desk: Desk, panel: FaultPanel, simulated: FakeSimulated
) -> None:
    simulated.be_ready("imu", "scope")
    desk.open("imu", "scope")
    desk.window.devices.deviceChosen.emit(desk.rig.devices[1])
    desk.press(Qt.Key.Key_F, BOTH)
    assert panel.content.device == "scope"
    desk.window.devices.deviceChosen.emit(desk.rig.devices[0])
    assert panel.content.device == "imu"


def test_it_has_an_entry_in_the_measure_menu_and_a_button_behind_the_others(desk: Desk, panel: FaultPanel) -> None:
    buttons = [button.text() for button in desk.window.tools.findChildren(QToolButton) if button.text()]
    assert buttons[-1] == "Faults"
    assert panel.content is None
    desk.qtbot.mouseClick(desk.named("Faults"), Qt.MouseButton.LeftButton)
    assert panel.content is not None


def test_other_windows_have_none(desk: Desk) -> None:
    desk.open("imu")
    assert desk.window.findChild(QDockWidget, "faults") is None
    assert not any("Faults" in action.text() for action in desk.window.actions())
