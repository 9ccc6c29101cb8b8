"""The list of devices as one uses it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.desk import Desk, rows, session_of
from ui.devices.panel import UNFOLDED_IN_ALL, UNFOLDED_ROWS

LIST = "Devices and channels"
FILTER = "Filter devices and channels"


def shown(desk: Desk) -> list[str]:
    """The rows that are not folded away, from the top, by their names."""
    tree = desk.named(LIST)
    index, found = tree.model().index(0, 0), []
    while index.isValid():
        found.append(index.data())
        index = tree.indexBelow(index)
    return found


def wide(count: int) -> dict[str, object]:
    """A device of so many channels, and a row of it."""
    fields = ", ".join(f'"c{i}"' for i in range(count))
    return {"decoding": f'{{ type = "csv", fields = [{fields}] }}', "rows": b",".join([b"1"] * count) + b"\n"}


def test_channels_unfold_when_they_first_appear(desk: Desk):
    desk.open("imu", accept=False)
    assert shown(desk) == ["imu"]
    desk.open("imu")
    assert shown(desk) == ["imu", "ax", "ay", "temperature"]


def test_a_device_of_many_channels_starts_folded(desk: Desk):
    desk.open("big", **wide(UNFOLDED_ROWS + 1))
    assert shown(desk) == ["big"]


def test_devices_that_would_make_the_list_longer_than_a_screen_start_folded(desk: Desk):
    names = [f"d{i}" for i in range(6)]
    desk.open(*names, **wide(10))
    assert shown(desk).count("c0") == UNFOLDED_IN_ALL // 10
    assert [name for name in shown(desk) if name in names] == names


def test_what_one_has_folded_stays_folded(desk: Desk):
    (link,) = desk.open("imu")
    desk.press(Qt.Key.Key_Left)
    link.receive(b"1,2,3\n")
    desk.refreshed()
    assert shown(desk) == ["imu"]


def test_a_click_on_the_chevron_folds_and_chooses_nothing(desk: Desk):
    desk.open("imu", "scope")
    tree = desk.named(LIST)
    scope = tree.model().index(1, 0)
    place = tree.visualRect(scope)
    desk.qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place.topLeft() + _at(4))
    assert not tree.isExpanded(scope)
    assert desk.window.inspector.device is desk.rig.devices[0]
    desk.qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualRect(scope).topLeft() + _at(60))
    assert not tree.isExpanded(scope)
    assert desk.window.inspector.device is desk.rig.devices[1]


def test_a_device_that_is_chosen_elsewhere_comes_into_sight_with_its_channels(desk: Desk):
    desk.open(*(f"device-{number}" for number in range(20)))
    for link in desk.links:
        link.accept()
        link.receive(b"0.25,9.81,21.5\n")
    desk.refreshed()
    desk.window.devices.refresh()
    desk.window.devices.choose(desk.rig.devices[9])
    tree = desk.named(LIST)
    row = tree.currentIndex()
    seen = tree.viewport().rect().adjusted(0, 0, 0, 1)  # Qt counts one pixel less
    assert tree.isExpanded(row)
    assert seen.contains(tree.visualRect(row))
    assert seen.contains(tree.visualRect(tree.model().index(tree.model().rowCount(row) - 1, 0, row)))
    desk.window.resize(desk.window.width(), desk.window.minimumHeight())
    QApplication.processEvents()
    seen = tree.viewport().rect().adjusted(0, 0, 0, 1)
    assert seen.contains(tree.visualRect(row))  # also in a window that became lower
    assert seen.contains(tree.visualRect(tree.model().index(tree.model().rowCount(row) - 1, 0, row)))


def _at(x: int):
    from PySide6.QtCore import QPoint

    return QPoint(x, 10)


@pytest.mark.parametrize(
    ("text", "left"),
    [("temp", ["imu", "temperature", "scope", "temperature"]), ("SCOPE", ["scope", "ax", "ay", "temperature"]),
     ("imu/a", ["imu", "ax", "ay"]), ("a(x", [])],
)  # fmt: skip
def test_the_filter_finds_devices_and_channels_as_one_types(desk: Desk, text: str, left: list[str]):
    desk.open("imu", "scope")
    desk.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    desk.qtbot.keyClicks(desk.named(FILTER), text)
    assert shown(desk) == left


def test_an_empty_filter_brings_back_all_rows_and_what_was_folded(desk: Desk):
    desk.open("imu", "scope")
    desk.press(Qt.Key.Key_Left)
    desk.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    desk.qtbot.keyClicks(desk.named(FILTER), "ax")
    desk.press(Qt.Key.Key_Escape)
    assert shown(desk) == ["imu", "scope", "ax", "ay", "temperature"]


def test_a_filter_that_hides_all_keeps_the_inspector_on_its_device(desk: Desk):
    desk.open("imu", "scope")
    desk.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    desk.qtbot.keyClicks(desk.named(FILTER), "nothing")
    assert shown(desk) == []
    assert desk.named(LIST).empty_text == "Nothing here is called “nothing”. Esc clears the filter"
    assert desk.window.inspector.device in desk.rig.devices


def test_a_session_that_opens_under_a_filter_still_fills_the_inspector(desk: Desk):
    desk.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    desk.qtbot.keyClicks(desk.named(FILTER), "nothing")
    desk.show(session_of("imu"))
    assert desk.window.inspector.device is desk.rig.devices[0]


def test_a_lost_device_keeps_its_values_and_says_so_by_word(desk: Desk):
    (link,) = desk.open("imu")
    link.lose("closed by the device")
    desk.refreshed()
    with desk.qtbot.waitSignal(desk.rig.checked):
        pass
    assert rows(desk.named(LIST))[:2] == ["imu: waiting, closed by the device", "ax: 0.25 m/s²"]


def test_ctrl_f_shows_a_list_that_was_hidden(desk: Desk):
    desk.window.findChild(type(desk.window.devices.parent()), "devices").hide()
    desk.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert desk.window.devices.isVisible()
    assert QApplication.focusWidget() is desk.named(FILTER)


def test_a_device_that_is_chosen_elsewhere_is_the_current_one_of_the_list(desk: Desk):
    desk.open("imu", "scope")
    desk.window.devices.choose(desk.rig.devices[1])
    assert desk.named(LIST).currentIndex().data() == "scope"
    assert desk.window.inspector.device is desk.rig.devices[1]
