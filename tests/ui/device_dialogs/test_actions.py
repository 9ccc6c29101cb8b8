"""Add, edit, duplicate and remove from the menu, by keys and from the device's own menu."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction

from app.session.schema import DeviceOptions
from tests.ui.desk import Desk
from ui.device_dialogs.actions import DeviceEditActions
from ui.device_dialogs.dialog import DeviceDialog

# The offscreen platform says so of every menu and window that comes up.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)


class Heard:
    def __init__(self, editing: DeviceEditActions) -> None:
        for signal in (editing.added, editing.edited, editing.removed):
            signal.disconnect()  # what the window does about it is another test's
        self.added: list[DeviceOptions] = []
        self.edited: list[tuple[str, DeviceOptions]] = []
        self.removed: list[str] = []
        editing.added.connect(self.added.append)
        editing.edited.connect(self._edited)
        editing.removed.connect(self.removed.append)

    def _edited(self, name: str, options: DeviceOptions) -> None:
        self.edited.append((name, options))


@pytest.fixture
def editing(desk: Desk) -> Iterator[DeviceEditActions]:
    yield desk.window.editing
    if desk.window.editing.dialog is not None:
        desk.window.editing.dialog.close()


@pytest.fixture
def heard(editing: DeviceEditActions) -> Heard:
    for signal in (editing.added, editing.edited, editing.removed):
        signal.connect(_nobody)  # so that there is something to disconnect where nobody listens yet
    return Heard(editing)


def _nobody(*_: object) -> None:
    pass


def dialog_of(editing: DeviceEditActions) -> DeviceDialog:
    assert isinstance(editing.dialog, DeviceDialog)
    return editing.dialog


def in_menu(desk: Desk) -> list[QAction]:
    return desk.window.menus.device.actions()


def test_the_device_menu_has_them_with_their_keys(desk: Desk, editing: DeviceEditActions):
    desk.open("imu")
    keys = {action.text().replace("&", ""): action.shortcut().toString() for action in in_menu(desk)}
    assert keys["Add device…"] == "Ins"
    assert keys["Edit device…"] == "F2"
    assert keys["Remove device"] == "Del"
    assert "Duplicate device…" in keys


def test_without_a_device_one_can_only_add(desk: Desk, editing: DeviceEditActions):
    assert editing.add.isEnabled()
    assert not any(action.isEnabled() for action in (editing.edit, editing.duplicate, editing.remove))
    desk.open("imu")
    assert all(action.isEnabled() for action in (editing.edit, editing.duplicate, editing.remove))


def test_insert_in_the_list_adds_a_device(desk: Desk, editing: DeviceEditActions, heard: Heard):
    desk.open("imu")
    desk.focus(desk.window.devices.list)
    desk.press(Qt.Key.Key_Insert)
    dialog = dialog_of(editing)
    dialog.form.entry(("name",)).control.selectAll()
    desk.qtbot.keyClicks(dialog.form.entry(("name",)).control, "scope")
    desk.qtbot.keyClicks(dialog.form.entry(("link",)).control, "127.0.0.1:9")
    desk.qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    assert [device.name for device in heard.added] == ["scope"]
    assert editing.dialog is None


def test_the_bare_keys_do_nothing_in_the_filter_line(desk: Desk, editing: DeviceEditActions):
    desk.open("imu")
    desk.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    for key in (Qt.Key.Key_Insert, Qt.Key.Key_F2, Qt.Key.Key_Delete):
        desk.press(key)
    assert editing.dialog is None


def test_f2_edits_the_chosen_device_and_says_which_it_was(desk: Desk, editing: DeviceEditActions, heard: Heard):
    desk.open("imu", "scope")
    desk.focus(desk.window.devices.list)
    desk.press(Qt.Key.Key_F2)
    dialog = dialog_of(editing)
    assert dialog.windowTitle() == "Edit imu"
    line = dialog.form.entry(("name",)).control
    line.selectAll()
    desk.qtbot.keyClicks(line, "scope")
    assert not dialog.accept_button.isEnabled()  # the other one is called so
    line.selectAll()
    desk.qtbot.keyClicks(line, "imu left")
    desk.qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    ((name, options),) = heard.edited
    assert (name, options.name) == ("imu", "imu left")


def test_a_duplicate_proposes_a_name_that_is_free(desk: Desk, editing: DeviceEditActions, heard: Heard):
    desk.open("imu", "imu 2")
    editing.duplicate.trigger()
    dialog = dialog_of(editing)
    assert dialog.form.entry(("name",)).control.text() == "imu 3"
    desk.qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    assert [device.name for device in heard.added] == ["imu 3"]
    assert not heard.edited


def test_delete_removes_the_chosen_device_at_once(desk: Desk, editing: DeviceEditActions, heard: Heard):
    desk.open("<b>imu", "scope")
    desk.focus(desk.window.devices.list)
    desk.press(Qt.Key.Key_Delete)
    assert heard.removed == ["<b>imu"]
    assert editing.dialog is None


def test_the_menu_of_a_row_is_about_that_row(desk: Desk, editing: DeviceEditActions, heard: Heard):
    desk.open("imu", "scope")
    menu = desk.window.devices.menu
    desk.window.devices.open_menu(desk.rig.devices[1], QPoint(10, 10))
    menu.edit.trigger()
    menu.close()
    assert dialog_of(editing).windowTitle() == "Edit scope"
    dialog_of(editing).reject()
    menu.duplicate.trigger()
    assert dialog_of(editing).form.entry(("name",)).control.text() == "scope 2"
    dialog_of(editing).reject()
    menu.remove.trigger()
    assert heard.removed == ["scope"]
    assert editing.chosen is desk.rig.devices[0]
    assert editing.add in menu.actions()


def test_only_one_dialog_is_open(desk: Desk, editing: DeviceEditActions):
    desk.open("imu")
    editing.edit.trigger()
    first = editing.dialog
    editing.add.trigger()
    assert editing.dialog is not first
    assert not first.isVisible()


def test_another_session_closes_a_dialog_that_is_about_the_old_one(
    desk: Desk, editing: DeviceEditActions, heard: Heard
):
    desk.open("imu")
    editing.edit.trigger()
    desk.open("weather")
    assert editing.dialog is None
    assert not heard.edited


def test_a_device_that_went_meanwhile_is_not_edited(desk: Desk, editing: DeviceEditActions, heard: Heard):
    desk.open("imu")
    editing.edit.trigger()
    dialog = dialog_of(editing)
    desk.window.devices.set_rig(None)
    desk.qtbot.keyClicks(dialog.form.entry(("name",)).control, "7")
    desk.qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    assert not heard.edited
    assert not dialog.isVisible()
