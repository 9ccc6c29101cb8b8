"""A run ends by its limit or when it is asked to, always, and its report is written whole or not at all."""

from __future__ import annotations

import json
import os
import resource
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QObject, Slot

from app.link.contract import Link, State
from app.link.options import TcpOptions
from app.quantities import Duration
from app.rig import Rig
from app.session.schema import DeviceOptions, Session
from tests.ui.fake_link import FakeLink
from ui import run as run_module
from ui.exceptions import ExceptionWatch
from ui.exit_codes import EXIT_FAILED, EXIT_OK
from ui.run import Run, write_json

MakeRun = Callable[..., Run]


@pytest.fixture
def run(qapp: QCoreApplication) -> Iterator[MakeRun]:
    """Makes runs of one device on a fake link."""
    made: list[Run] = []
    exceptions = ExceptionWatch()

    def make(limit: Duration | None = None, *, closes_slowly: bool = False) -> Run:
        device = DeviceOptions(name="d", address="tcp://127.0.0.1:1", link=TcpOptions(host="127.0.0.1", port=1))
        rig = Rig(Session(devices=(device,)), _maker(closes_slowly))
        made.append(Run(rig, limit, exceptions))
        return made[-1]

    yield make
    exceptions.close()
    for each in made:
        each.rig.clock.stop()
        each._timer.stop()
        each._patience.stop()


def _maker(closes_slowly: bool) -> Callable[[object], Link]:
    def make(options: object) -> Link:
        link = FakeLink(options)
        link.closes_slowly = closes_slowly
        return link

    return make


def link_of(run: Run) -> FakeLink:
    return run.rig.devices[0].link


def test_a_run_ends_when_its_time_is_over(run, qtbot):
    each = run(Duration(1_000_000))
    with qtbot.waitSignal(each.ended):
        each.start()
        link_of(each).accept()
    assert each.exit_code == EXIT_OK
    assert each.complaints() == []


def test_a_limit_too_short_for_a_timer_ends_in_the_loop_and_not_before_it(run, qtbot):
    each = run(Duration(1))
    each.start()
    assert each.rig.at_stop is None
    with qtbot.waitSignal(each.ended):
        pass


def test_a_limit_longer_than_a_timer_can_count_is_waited_for_in_pieces(run, qtbot, monkeypatch):
    each = run(Duration(5_000_000 * 3_600_000_000_000))
    each.start()
    assert each._timer.isActive()
    each._timer.timeout.emit()  # the first piece is over, the time is not
    assert each.rig.at_stop is None
    assert each._timer.isActive()


def test_a_device_that_never_opened_fails_the_run_and_is_named(run, qtbot):
    each = run()
    each.start()
    link_of(each).refuse("refused")
    with qtbot.waitSignal(each.ended):
        each.end()
    assert each.exit_code == EXIT_FAILED
    assert each.complaints() == ["d: never opened tcp://127.0.0.1:1: refused"]


def test_a_link_that_does_not_close_is_given_up_and_named(run, qtbot, monkeypatch):
    monkeypatch.setattr(run_module, "PATIENCE_MS", 1)
    each = run(closes_slowly=True)
    each.start()
    link_of(each).accept()
    with qtbot.waitSignal(each.ended):
        each.end()
    assert each.exit_code == EXIT_FAILED
    assert each.complaints() == ["d: its link did not close within 0.001 s"]


def test_an_exception_on_the_way_out_does_not_keep_the_run_from_ending(run, qtbot):
    class Painter(QObject):
        @Slot()
        def look(self) -> None:
            raise RuntimeError("cannot draw")

    each, painter = run(), Painter()
    each.ending.connect(painter.look)
    each.start()
    link_of(each).accept()
    with qtbot.waitSignal(each.ended):
        each.end()
    assert each.exit_code == EXIT_FAILED
    assert each.complaints()[0].startswith("1 exceptions, see ")


def test_a_run_that_is_asked_twice_ends_once(run, qtbot):
    each = run(closes_slowly=True)
    endings = []
    each.ended.connect(lambda: endings.append(1))
    each.start()
    link_of(each).accept()
    each.end()
    each.end()
    link_of(each).finish_closing()
    assert endings == [1]
    assert each.rig.at_stop["d"].statistics.state is State.OPEN


# -- the report's file


def test_a_report_replaces_the_file_that_stands_there(tmp_path):
    file = tmp_path / "report.json"
    file.write_text("old")
    assert write_json({"unit": "m/s²"}, str(file)) is None
    assert json.loads(file.read_text(encoding="utf-8")) == {"unit": "m/s²"}
    assert [path.name for path in tmp_path.iterdir()] == ["report.json"]


def test_a_symbolic_link_stays_one(tmp_path):
    (tmp_path / "link.json").symlink_to("real.json")
    assert write_json({}, str(tmp_path / "link.json")) is None
    assert (tmp_path / "link.json").is_symlink()
    assert json.loads((tmp_path / "real.json").read_text()) == {}


def test_what_is_no_file_is_written_to_and_not_replaced(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    assert write_json({"a": 1}, str(pipe)) is None
    assert json.loads(os.read(reader, 1000)) == {"a": 1}
    os.close(reader)
    assert pipe.is_fifo()


@pytest.mark.parametrize("target", ["", "folder", "missing/report.json", "a\0b"])
def test_a_place_that_cannot_be_written_is_said(tmp_path, monkeypatch, target):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    assert write_json({}, target) is not None
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_on_a_full_disk_the_old_report_survives(tmp_path):
    file = tmp_path / "report.json"
    file.write_text("old")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, before[1]))
    try:
        problem = write_json({"long": "x" * 1000}, str(file))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    assert problem is not None
    assert "too large" in problem
    assert [path.name for path in tmp_path.iterdir()] == ["report.json"]
    assert file.read_text() == "old"


def test_the_same_holds_for_a_path_given_as_a_name_alone(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert write_json({"a": 1}, "report.json") is None
    assert Path("report.json").exists()
