"""The demo's devices are a process of their own, which ends with this one and says why where it does not begin."""

from __future__ import annotations

import os
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from app.session.reading import read_session
from tests.command import ROOT, STUCK_S, surroundings
from ui import simulated
from ui.simulated import SimulatedDevices

STARTED_MS = 30_000  # a busy machine; it needs a fraction of a second

MakeDevices = Callable[..., SimulatedDevices]


@pytest.fixture
def devices(qapp: QCoreApplication, qtbot) -> Iterator[MakeDevices]:
    made: list[SimulatedDevices] = []

    def make(*arguments: str) -> SimulatedDevices:
        made.append(SimulatedDevices(list(arguments)))
        return made[-1]

    yield make
    for each in made:
        if each.is_running:
            with qtbot.waitSignal(each._process.finished, timeout=STARTED_MS):
                each._process.kill()
        each.deleteLater()


def started(devices: MakeDevices, qtbot, *arguments: str) -> tuple[SimulatedDevices, Path]:
    each = devices(*arguments)
    with qtbot.waitSignal(each.ready, timeout=STARTED_MS) as told:
        each.start()
    return each, Path(told.args[0])


def test_they_are_ready_once_all_listen_with_a_session_file_as_users_have_one(devices: MakeDevices, qtbot) -> None:
    each, file = started(devices, qtbot)
    session = read_session(file)
    assert [device.name for device in session.devices] == ["imu", "scope", "weather", "supply", "motor"]
    for device in session.devices:
        socket.create_connection((device.link.host, device.link.port), timeout=STUCK_S).close()
    assert each.is_running


def test_asked_to_end_they_do_so_by_themselves(devices: MakeDevices, qtbot) -> None:
    each, file = started(devices, qtbot)
    failures: list[str] = []
    each.failed.connect(failures.append)
    with qtbot.waitSignal(each.gone, timeout=STARTED_MS):
        each.close()
    assert (each._process.exitStatus(), each._process.exitCode()) == (each._process.ExitStatus.NormalExit, 0)
    assert (each.is_running, failures) == (False, [])
    assert not each._patience.isActive()
    assert file.exists()  # whoever runs on it may still read it


def test_asked_to_end_before_they_listen_they_are_never_ready(devices: MakeDevices, qtbot) -> None:
    """Whoever heard of it would start to measure while the program ends."""
    each = devices()
    ready: list[str] = []
    each.ready.connect(ready.append)
    each.start()
    each.close()
    each.session.write_text("")
    with qtbot.waitSignal(each._watcher.directoryChanged, timeout=STARTED_MS):
        each.session.with_name("another").write_text("")
    qtbot.waitUntil(lambda: not each.is_running, timeout=STARTED_MS)
    assert ready == []


def test_the_devices_that_were_asked_for_are_simulated(devices: MakeDevices, qtbot) -> None:
    _each, file = started(devices, qtbot, "--device", "weather", "--rate", "20")
    assert [device.name for device in read_session(file).devices] == ["weather"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--port", "70000"], "port 70000 is not a number from 0 to 65535"),
        (["--rate", "fast"], "rate fast is neither a number above 0 nor max"),
        (["--port", "65534"], "port 65534 is too high"),
    ],
)
def test_a_simulator_that_does_not_begin_says_why(devices: MakeDevices, qtbot, arguments: list[str], said: str) -> None:
    each = devices(*arguments)
    with qtbot.waitSignal(each.failed, timeout=STARTED_MS) as told:
        each.start()
    assert told.args[0].startswith("the simulated devices ")
    assert said in told.args[0]
    assert not each._patience.isActive()


def test_a_port_that_is_taken_is_said(devices: MakeDevices, qtbot) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        each = devices("--device", "imu", "--port", str(port))
        with qtbot.waitSignal(each.failed, timeout=STARTED_MS) as told:
            each.start()
    assert str(port) in told.args[0]


def test_a_simulator_that_cannot_be_started_is_said(devices: MakeDevices, qtbot, monkeypatch) -> None:
    monkeypatch.setattr("ui.simulated.sys.executable", "/nowhere/python")
    each = devices()
    with qtbot.waitSignal(each.failed, timeout=STARTED_MS) as told:
        each.start()
    assert told.args[0].startswith("the simulated devices could not be started: ")
    assert not each._patience.isActive()


def test_one_that_dies_later_is_said(devices: MakeDevices, qtbot) -> None:
    each, _file = started(devices, qtbot, "--device", "imu")
    with qtbot.waitSignal(each.failed, timeout=STARTED_MS):
        os.kill(each._process.processId(), signal.SIGKILL)
    assert not each.is_running


def test_one_that_does_not_begin_is_not_waited_for_for_ever(devices: MakeDevices, qtbot, monkeypatch) -> None:
    monkeypatch.setattr(simulated, "START_MS", 1)
    each = devices()
    with qtbot.waitSignal(each.failed, timeout=STARTED_MS):
        each.start()
    assert not each.is_running


def test_one_that_does_not_end_is_killed(devices: MakeDevices, qtbot, monkeypatch) -> None:
    each, _file = started(devices, qtbot, "--device", "imu")
    monkeypatch.setattr(simulated, "END_MS", 1)
    os.kill(each._process.processId(), signal.SIGSTOP)
    with qtbot.waitSignal(each.gone, timeout=STARTED_MS):
        each.close()


PARENT = """
import sys
from PySide6.QtCore import QCoreApplication
from ui.simulated import SimulatedDevices

application = QCoreApplication([])
devices = SimulatedDevices([])
devices.ready.connect(lambda session: print(devices._process.processId(), flush=True))
devices.start()
application.exec()
"""


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="waits for a process that is not a child")
def test_whatever_becomes_of_this_process_the_devices_end_with_it() -> None:
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT], cwd=ROOT, env=surroundings(), stdout=subprocess.PIPE, text=True
    )
    with parent:
        assert parent.stdout is not None
        child = os.pidfd_open(int(parent.stdout.readline()))
        parent.kill()
    try:
        ended = bool(select.select([child], [], [], STUCK_S)[0])
        if not ended:
            signal.pidfd_send_signal(child, signal.SIGKILL)
        assert ended, "the simulated devices run on"
    finally:
        os.close(child)
