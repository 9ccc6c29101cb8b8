"""From the dialog to the running rig and the session's text."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from tests.app.link.peers import Server
from tests.ui.desk import Desk
from ui.device_dialogs.dialog import DeviceDialog

# The offscreen platform says so of every menu and window that comes up.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.close()


def dialog_of(desk: Desk) -> DeviceDialog:
    dialog = desk.window.editing.dialog
    assert isinstance(dialog, DeviceDialog)
    return dialog


def write(desk: Desk, path: tuple[str, ...], text: str) -> None:
    line = dialog_of(desk).form.entry(path).control
    line.selectAll()
    desk.qtbot.keyClicks(line, text)


def apply(desk: Desk) -> None:
    desk.qtbot.mouseClick(dialog_of(desk).accept_button, Qt.MouseButton.LeftButton)


def names(desk: Desk) -> list[str]:
    return [device.name for device in desk.rig.devices]


def test_what_was_tested_is_added_to_the_rig_and_to_the_file(desk: Desk, server: Server):
    desk.open("imu")
    desk.window.editing.add.trigger()
    write(desk, ("name",), "scope")
    write(desk, ("link",), f"127.0.0.1:{server.port}")
    desk.qtbot.mouseClick(dialog_of(desk).preview.test, Qt.MouseButton.LeftButton)
    server.accept().sendall(b"1,2\n" * 30)
    probe = dialog_of(desk).probe
    desk.qtbot.waitUntil(lambda: not probe.is_running)
    apply(desk)
    assert names(desk) == ["imu", "scope"]
    assert desk.dashboard.session is not None
    assert f"tcp://127.0.0.1:{server.port}" in desk.dashboard.session.document.text


def test_an_edit_that_is_refused_says_why_in_the_dialog_and_keeps_what_was_typed(desk: Desk):
    desk.open("imu")
    desk.window.editing.edit_one(desk.rig.devices[0])
    write(desk, ("name",), "arm")
    desk.rig.stop()
    apply(desk)
    assert dialog_of(desk).says.startswith("Nothing was changed: the session is closed.")
    assert dialog_of(desk).form.entry(("name",)).control.text() == "arm"
    assert desk.window.notice.isHidden()
    dialog_of(desk).reject()
    assert desk.window.editing.dialog is None


def test_an_edit_changes_the_running_device(desk: Desk):
    desk.open("imu", "scope")
    desk.window.editing.edit.trigger()
    write(desk, ("name",), "imu left")
    assert dialog_of(desk).says == "The connection goes on and the history stays."
    apply(desk)
    assert names(desk) == ["imu left", "scope"]
    assert desk.rig.devices[0].pipeline.tables[""].in_history == 1


def test_a_duplicate_is_one_more(desk: Desk):
    desk.open("imu")
    desk.window.editing.duplicate.trigger()
    apply(desk)
    assert names(desk) == ["imu", "imu 2"]


def test_delete_in_the_list_removes(desk: Desk):
    desk.open("imu", "scope")
    desk.focus(desk.window.devices.list)
    desk.press(Qt.Key.Key_Delete)
    assert names(desk) == ["scope"]


def test_plots_go_on_while_the_dialog_is_open(desk: Desk):
    (link,) = desk.open("imu")
    desk.window.editing.edit.trigger()
    link.receive(b"0.5,9.7,21.6\n" * 10)
    desk.refreshed()
    assert desk.rig.devices[0].pipeline.tables[""].in_history == 11
    dialog_of(desk).reject()
