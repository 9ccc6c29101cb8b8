"""The demo's devices are a process of their own, which ends with this one and says why where it does not begin."""

from __future__ import annotations

import json
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

    def make(*arguments: str, controlled: bool = False) -> SimulatedDevices:
        made.append(SimulatedDevices(list(arguments), controlled=controlled))
        return made[-1]

    yield make
    for each in made:
        if each.is_running:
            with qtbot.waitSignal(each._process.finished, timeout=STARTED_MS):
                each._process.kill()
        each.deleteLater()


def started(devices: MakeDevices, qtbot, *arguments: str, controlled: bool = False) -> tuple[SimulatedDevices, Path]:
    each = devices(*arguments, controlled=controlled)
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
    each, _file = started(devices, qtbot, "--device", "imu", controlled=True)
    with qtbot.waitSignal(each.failed, timeout=STARTED_MS) as told:
        os.kill(each._process.processId(), signal.SIGKILL)
    assert told.args[0] == "the simulated devices were killed by signal 9"
    assert not each.is_running
    assert each.order({"end": True}) == "the simulated devices have ended"


# -- controlled


def told_until(qtbot, each: SimulatedDevices, events: list[dict[str, object]], event: str) -> dict[str, object]:
    qtbot.waitUntil(lambda: any(told["event"] == event for told in events), timeout=STARTED_MS)
    return next(told for told in events if told["event"] == event)


def test_controlled_they_tell_what_they_do_and_play_what_they_are_told(devices: MakeDevices, qtbot) -> None:
    events: list[dict[str, object]] = []
    each = devices("--device", "imu", "--seed", "7", controlled=True)
    each.told.connect(lambda line: events.append(json.loads(line)))
    each.start()
    ready = told_until(qtbot, each, events, "ready")
    assert (list(ready["devices"]), ready["seed"]) == (["imu"], 7)
    with socket.create_connection(("127.0.0.1", ready["devices"]["imu"]), timeout=STUCK_S):
        told_until(qtbot, each, events, "opened")
        assert each.order({"fault": "stall", "device": "imu", "seconds": 0.1}) == ""
        assert told_until(qtbot, each, events, "fault")["fault"] == "stall"
        told_until(qtbot, each, events, "over")
    with qtbot.waitSignal(each.gone, timeout=STARTED_MS):
        each.close()
    assert each.order({"end": True}) == "the simulated devices have ended"


def test_orders_that_it_does_not_read_are_bounded(devices: MakeDevices, qtbot) -> None:
    each, _file = started(devices, qtbot, "--device", "imu", controlled=True)
    os.kill(each._process.processId(), signal.SIGSTOP)
    refusals = (each.order({"fault": "stall" * 100, "device": "imu"}) for _ in range(10_000))
    assert next(filter(None, refusals)).startswith("the simulator does not take orders: ")
    os.kill(each._process.processId(), signal.SIGKILL)


CHATTER = """
import sys
sys.stdout.write("not JSON\\n" + "x" * 200_000 + "\\nlast\\n")
sys.stdout.flush()
sys.stderr.write("Traceback\\n" * 10_000 + "ValueError: no")
sys.exit(3)
"""


def test_what_it_writes_is_cut_into_lines_and_bounded_and_its_last_word_is_told(devices: MakeDevices, qtbot) -> None:
    each = devices(controlled=True)
    each._arguments = ["-c", CHATTER]
    lines: list[bytes] = []
    garbled: list[str] = []
    each.told.connect(lines.append)
    each.garbled.connect(garbled.append)
    with qtbot.waitSignal(each.failed, timeout=STARTED_MS) as told:
        each.start()
    assert (lines, garbled) == ([b"not JSON", b"last"], ["a line that is too long was dropped"])
    assert told.args[0] == "the simulated devices ended with code 3: ValueError: no"
    assert len(each._complaint) <= simulated.MOST_COMPLAINT


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
