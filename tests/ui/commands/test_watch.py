"""`quintet watch` shows what has come while it runs, and concludes with report and exit code."""

from __future__ import annotations

import io
import json
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from app.comparison.stalls.control import StallControl
from app.comparison.stalls.options import StallOptions
from app.link.options import TcpOptions
from app.quantities import Duration
from app.rig import Rig
from app.session.schema import DeviceOptions, Session
from tests.command import run as quintet
from tests.ui.fake_link import FakeLink, FakeLinks
from ui.commands.watch import _conclude, _Watch
from ui.exceptions import ExceptionWatch
from ui.output import Output, console
from ui.run import Run
from ui.watch_table import WatchTable


class Left(io.StringIO):
    """Its reader leaves when told to."""

    encoding = "utf-8"
    has_left = False

    def write(self, text: str) -> int:
        if self.has_left:
            raise BrokenPipeError(32, "Broken pipe")
        return super().write(text)

    def fileno(self) -> int:
        raise OSError("no descriptor")


class Watching:
    """A watch on one fake link, piped into `stream`."""

    def __init__(
        self, exceptions: ExceptionWatch, *, every: int = 1, quiet: bool = False, stall: StallOptions | None = None
    ) -> None:
        device = DeviceOptions(name="d", address="tcp://127.0.0.1:1", link=TcpOptions(host="127.0.0.1", port=1))
        links = FakeLinks()
        self.rig = Rig(Session(devices=(device,)), links)
        self.link: FakeLink = links.made[0]
        self.stream = Left()
        self.output = Output(self.stream)
        self.run = Run(self.rig, None, exceptions)
        table = WatchTable(self.rig, console(self.output))
        self.stall = StallControl(stall)
        self.run.ending.connect(self.stall.end)
        self.watch = _Watch(self.run, table, self.output, Duration(every), self.stall, quiet=quiet)
        self.watch.start()
        self.link.accept()

    @property
    def lines(self) -> int:
        return self.stream.getvalue().count("received=")


@pytest.fixture
def watching(qapp: QCoreApplication) -> Iterator[type[Watching]]:
    made: list[Watching] = []
    exceptions = ExceptionWatch()

    def make(**words: object) -> Watching:
        made.append(Watching(exceptions, **words))
        return made[-1]

    yield make
    exceptions.close()
    for each in made:
        each.run.end()
        each.rig.deleteLater()


def test_at_each_seconds_check_a_line_is_printed(watching) -> None:
    w = watching()
    for expected in (1, 2, 3):
        w.rig.clock.second.emit()
        assert w.lines == expected


def test_asked_for_less_it_prints_less(watching) -> None:
    w = watching(every=3600 * 10**9)
    for _ in range(5):
        w.rig.clock.second.emit()
    assert w.lines == 1


def test_quiet_it_prints_the_final_table_alone(watching) -> None:
    w = watching(quiet=True)
    w.rig.clock.second.emit()
    assert w.stream.getvalue() == ""
    w.watch.finish()
    assert "Ledger" in w.stream.getvalue()


def test_a_watch_that_nobody_reads_any_more_ends(watching) -> None:
    w = watching()
    w.rig.clock.second.emit()
    assert w.rig.at_stop is None
    w.stream.has_left = True
    w.rig.clock.second.emit()
    assert w.rig.is_stopped
    assert _conclude(w.run, None, w.output, w.stall) == 0  # no fault of the devices, nor of ours


def test_it_concludes_with_the_report_and_why_it_failed(
    watching, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    w = watching()
    w.link.extra_read = 1
    w.rig.clock.second.emit()
    w.run.end()
    file = tmp_path / "report.json"
    assert _conclude(w.run, str(file), w.output, w.stall) == 1
    assert json.loads(file.read_text())["devices"][0]["ledger"]["balanced"] is False
    assert "d: ledger: thread: read 1" in capsys.readouterr().err


def test_a_report_that_cannot_be_written_fails_a_sound_run(
    watching, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    w = watching()
    w.run.end()
    assert _conclude(w.run, str(tmp_path / "missing" / "report.json"), w.output, w.stall) == 1
    assert "report.json: No such file or directory" in capsys.readouterr().err


def test_with_the_report_on_standard_output_the_table_stands_on_standard_error(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as device:
        session = tmp_path / "bench.toml"
        session.write_text(f'[[device]]\nname = "imu"\nlink = "tcp://127.0.0.1:{device.getsockname()[1]}"\n')
        ended = quintet("watch", session, "--for", "300ms", "--json", "-")
    assert ended.code == 0, ended
    (told,) = json.loads(ended.printed)["devices"]
    assert (told["name"], told["state"], told["opened"]) == ("imu", "open", 1)
    assert "Ledger" in ended.said


def test_threads_read_the_sockets_where_that_is_wished(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as device:
        session = tmp_path / "bench.toml"
        session.write_text(f'[[device]]\nname = "imu"\nlink = "tcp://127.0.0.1:{device.getsockname()[1]}"\n')
        ended = quintet("watch", session, "--transport", "thread", "--for", "300ms", "--json", "-")
    assert ended.code == 0, ended
    (told,) = json.loads(ended.printed)["devices"]
    assert (told["transport"], told["opened"]) == ("thread", 1)


# -- an experiment


def test_a_stall_is_on_while_the_links_are_and_told_before_and_after(watching, qtbot, tmp_path: Path) -> None:
    w = watching(stall=StallOptions.parse("sleep:1ms/5ms"))
    assert w.stall.is_on
    told = "Experiment: the main thread sleeps 1 ms in every 5 ms"
    assert w.stream.getvalue() == f"{told}\n"
    with qtbot.waitSignal(w.stall.measured):
        pass
    w.run.end()
    assert not w.stall.is_on
    w.watch.finish()
    last = w.stream.getvalue().splitlines()[-1]
    assert last.startswith(f"{told} (measured: ")
    file = tmp_path / "report.json"
    assert _conclude(w.run, str(file), w.output, w.stall) == 0
    stall = json.loads(file.read_text())["stall"]
    assert (stall["kind"], stall["busy_ms"], stall["period_ms"]) == ("sleep", 1, 5)
    assert stall["count"] >= 1
    assert 1 <= stall["median_ms"] <= stall["longest_ms"]


def test_quiet_it_tells_the_stall_with_the_final_table_alone(watching) -> None:
    w = watching(quiet=True, stall=StallOptions.parse("sleep:1ms/1h"))
    assert w.stream.getvalue() == ""
    w.run.end()
    w.watch.finish()
    told = "Experiment: the main thread sleeps 1 ms in every 3600 s (not measured yet)"
    assert w.stream.getvalue().splitlines()[-1] == told


def test_without_a_stall_the_report_says_that_there_was_none(watching, tmp_path: Path) -> None:
    w = watching()
    w.run.end()
    file = tmp_path / "report.json"
    _conclude(w.run, str(file), w.output, w.stall)
    assert json.loads(file.read_text())["stall"] is None
    assert "Experiment" not in w.stream.getvalue()
