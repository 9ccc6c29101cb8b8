"""Layout, undo and pages from the window's menus and by keys."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.ui.desk import Desk

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def tiles(desk: Desk) -> list[list[str]]:
    arranging = desk.window.plots.arranging
    rows = arranging.arrangement.pages[arranging.page].rows
    return [list(plan.tile.channels) for row in rows for plan in row.tiles]


def choose(desk: Desk, *names: str) -> None:
    """Choose rows in the list of devices by keyboard: the first, and with Shift those down to the last."""
    desk.focus(desk.named("Devices and channels"))
    desk.press(Qt.Key.Key_Home)
    for _ in range(len(names)):
        desk.press(Qt.Key.Key_Down)
    for _ in range(len(names) - 1):
        desk.press(Qt.Key.Key_Up, SHIFT)


def test_chosen_channels_get_a_plot_of_their_own_by_keys(desk: Desk) -> None:
    desk.open("imu")
    assert tiles(desk) == [["imu/ax", "imu/ay"], ["imu/temperature"]]
    choose(desk, "imu/ax", "imu/ay")
    assert desk.window.devices.chosen_channels() == ["imu/ax", "imu/ay"]
    desk.press(Qt.Key.Key_Return, CONTROL | SHIFT)
    assert tiles(desk)[-1] == ["imu/ax", "imu/ay"]


def test_chosen_channels_join_the_current_plot_and_control_z_takes_them_back(desk: Desk) -> None:
    desk.open("imu")
    choose(desk, "imu/ax")
    plots = desk.window.plots
    plots.arranging.choose(plots.panels[1].plan.key)
    desk.press(Qt.Key.Key_Return, CONTROL)
    assert tiles(desk) == [["imu/ax", "imu/ay"], ["imu/temperature", "imu/ax"]]
    desk.press(Qt.Key.Key_Z, CONTROL)
    assert tiles(desk) == [["imu/ax", "imu/ay"], ["imu/temperature"]]
    assert plots.plots() == ()
    desk.press(Qt.Key.Key_Z, CONTROL | SHIFT)
    assert tiles(desk)[1] == ["imu/temperature", "imu/ax"]


def test_a_devices_row_is_all_of_its_channels(desk: Desk) -> None:
    desk.open("imu", "psu")
    desk.focus(desk.named("Devices and channels"))
    desk.press(Qt.Key.Key_Home)
    assert desk.window.devices.chosen_channels() == ["imu/ax", "imu/ay", "imu/temperature"]


def test_pages_have_keys_and_names_in_the_menu(desk: Desk) -> None:
    desk.open("imu")
    shown = {action.text(): action for _, action in desk.window.menus.actions() if action.isVisible()}
    assert not any(text.startswith("Show page") for text in shown)
    shown["Add a &page"].trigger()
    desk.window.plots.paging.rename(1, "A & B")
    texts = [action.text() for _, action in desk.window.menus.actions() if action.isVisible()]
    assert [text for text in texts if text.startswith("Show page")] == ["Show page Page 1", "Show page A && B"]
    desk.press(Qt.Key.Key_1, CONTROL)
    assert desk.window.plots.arranging.page == 0
    desk.press(Qt.Key.Key_2, CONTROL)
    assert desk.window.plots.arranging.page == 1
    desk.press(Qt.Key.Key_9, CONTROL)
    assert desk.window.plots.arranging.page == 1


def test_undo_and_redo_stand_in_the_edit_menu(desk: Desk) -> None:
    texts = [action.text() for action in desk.window.menus.edit.actions()]
    assert texts[:2] == ["&Undo", "&Redo"]


def test_the_focus_in_a_plot_makes_it_the_current_one(desk: Desk) -> None:
    desk.open("imu")
    plot = desk.named("Plot of imu °C")
    desk.focus(plot)
    assert desk.window.plots.arranging.current == desk.window.plots.panels[1].plan.key
