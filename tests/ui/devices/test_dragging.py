"""Channels that are dragged from the list of devices."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt

from tests.ui.desk import Desk
from ui.devices.tree import DeviceTree
from ui.plots.board.carried import carried_channels


def tree_of(desk: Desk) -> DeviceTree:
    tree = desk.named("Devices and channels")
    assert isinstance(tree, DeviceTree)
    return tree


def carried(tree: DeviceTree, *rows: QModelIndex) -> tuple[str, ...]:
    return carried_channels(tree.model().mimeData(list(rows)))


def test_each_row_can_be_dragged_and_carries_its_channels(desk: Desk) -> None:
    desk.open("imu", "psu")
    tree = tree_of(desk)
    model = tree.model()
    imu, psu = model.index(0, 0), model.index(1, 0)
    assert all(model.flags(row) & Qt.ItemFlag.ItemIsDragEnabled for row in (imu, model.index(0, 0, imu)))
    assert carried(tree, model.index(1, 0, imu)) == ("imu/ay",)
    assert carried(tree, imu) == ("imu/ax", "imu/ay", "imu/temperature")
    both = carried(tree, model.index(0, 0, psu), imu, model.index(0, 0, imu))
    assert both == ("psu/ax", "imu/ax", "imu/ay", "imu/temperature")


def test_a_device_without_channels_carries_nothing(desk: Desk) -> None:
    desk.open("imu", accept=False)
    tree = tree_of(desk)
    assert carried(tree, tree.model().index(0, 0)) == ()


def test_several_rows_can_be_chosen_and_a_filter_does_not_change_which_they_are(desk: Desk) -> None:
    desk.open("imu")
    tree = tree_of(desk)
    model = tree.model()
    imu = model.index(0, 0)
    tree.selectionModel().select(model.index(0, 0, imu), QItemSelectionModel.SelectionFlag.ClearAndSelect)
    tree.selectionModel().select(model.index(2, 0, imu), QItemSelectionModel.SelectionFlag.Select)
    assert desk.window.devices.chosen_channels() == ["imu/ax", "imu/temperature"]


def test_one_current_row_says_which_device_is_chosen_however_many_are(desk: Desk) -> None:
    desk.open("imu", "psu")
    tree = tree_of(desk)
    with desk.qtbot.waitSignal(desk.window.devices.deviceChosen, check_params_cb=lambda device: device.name == "psu"):
        tree.setCurrentIndex(tree.model().index(1, 0))
