"""The simulated devices started from inside a running window, and ended with their session."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from app.session.reading import read_session
from tests.ui.desk import Desk, session_of
from tests.ui.fake_link import FakeLinks
from ui import simulated
from ui.faults.panel import FaultPanel


@pytest.fixture
def desk(desk: Desk) -> Desk:
    desk.dashboard.finished.connect(desk.dashboard.demo.end)
    return desk


def start(desk: Desk) -> None:
    desk.dashboard.link_maker = None
    with desk.qtbot.waitSignal(desk.dashboard.opened, timeout=20_000):
        desk.window.welcome.demoWished.emit()


def gone(desk: Desk) -> None:
    desk.qtbot.waitUntil(lambda: not desk.dashboard.demo.is_running, timeout=10_000)


def faults(desk: Desk) -> FaultPanel:
    return desk.window.findChild(FaultPanel)  # type: ignore[return-value]


def test_the_demo_starts_inside_the_window_and_is_never_asked_about(desk: Desk):
    start(desk)
    assert len(desk.rig.devices) == 5
    desk.qtbot.waitUntil(lambda: all(device.pipeline.received for device in desk.rig.devices), timeout=20_000)
    assert faults(desk)._control is not None
    desk.dashboard.changes.remove(desk.rig.devices[0].name)
    assert not desk.window.isWindowModified()
    assert desk.recent.last() is None
    desk.dashboard.link_maker = FakeLinks()
    with desk.qtbot.waitSignal(desk.dashboard.opened):
        desk.dashboard.new_session()
    gone(desk)
    assert faults(desk)._control is None


def test_a_demo_that_is_saved_is_a_session_like_any_other_from_then_on(desk: Desk, tmp_path: Path):
    start(desk)
    desk.window.session_actions.saveWished.emit()
    dialog = desk.dashboard._desk.questions.current
    assert isinstance(dialog, QFileDialog)
    session = desk.dashboard.session
    assert session is not None
    assert session.file is not None
    assert Path(dialog.selectedFiles()[0]).parent != session.file.parent  # that one goes with the devices
    dialog.fileSelected.emit(str(tmp_path / "mine.toml"))
    dialog.close()
    assert not desk.window.isWindowModified()
    desk.dashboard.changes.remove(desk.rig.devices[0].name)
    assert desk.window.isWindowModified()
    desk.window.session_actions.saveWished.emit()
    assert desk.dashboard._desk.questions.current is None
    assert len(read_session(tmp_path / "mine.toml").devices) == 4
    assert desk.recent.last() == tmp_path / "mine.toml"
    desk.dashboard.close_session()
    gone(desk)


def test_the_demo_can_be_started_again_and_its_faults_are_those_of_the_new_devices(desk: Desk):
    start(desk)
    first = desk.dashboard.demo.devices
    start(desk)
    assert desk.dashboard.demo.devices is not first
    assert len(desk.window.findChildren(FaultPanel)) == 1
    assert len(desk.rig.devices) == 5
    with desk.qtbot.waitSignal(desk.dashboard.closed):
        desk.dashboard.close_session()
    gone(desk)


def test_devices_that_do_not_come_up_are_told_and_the_welcome_page_stays(desk: Desk, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(simulated.sys, "executable", "/nowhere/python")
    desk.window.welcome.demoWished.emit()
    desk.qtbot.waitUntil(lambda: "could not be started" in desk.window.notice.text)
    assert desk.window.welcome.isVisible()
    assert desk.dashboard.run is None


def test_another_session_ends_devices_that_are_still_starting(desk: Desk):
    desk.window.welcome.demoWished.emit()
    desk.show(session_of("imu"))
    gone(desk)
    assert [device.name for device in desk.rig.devices] == ["imu"]
