"""An exception that nobody caught is counted, logged to a file that does not grow for ever, and told; once."""

from __future__ import annotations

import errno
import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot

from ui import exceptions
from ui.exceptions import REPEATED, ExceptionWatch, close_log, open_log


@pytest.fixture
def watch(qapp: QCoreApplication, qtbot) -> Iterator[ExceptionWatch]:
    """In the place of pytest-qt's own hook, which would fail the test."""
    made = ExceptionWatch()
    yield made
    made.close()


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    open_log(tmp_path / "folder" / "quintet.log")
    yield tmp_path / "folder" / "quintet.log"
    close_log()


class Faulty(QObject):
    asked = Signal()

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.calls = 0
        self._error = error
        self.asked.connect(self.fail)

    @Slot()
    def fail(self) -> None:
        self.calls += 1
        raise self._error


def test_an_exception_in_a_slot_is_counted_logged_and_told(watch, log, qtbot, capsys):
    faulty = Faulty(ValueError("no such thing"))
    with qtbot.waitSignal(watch.caught) as told:
        QTimer.singleShot(0, faulty, faulty.fail)
    assert watch.count == 1
    assert told.args[0].startswith("ValueError: no such thing (test_exceptions.py:")
    assert "Traceback" in log.read_text()
    assert capsys.readouterr().err == f"quintet: {told.args[0]}\n"


def test_the_sender_of_a_signal_goes_on_behind_a_slot_that_raises(watch, log):
    faulty = Faulty(ValueError("again"))
    for _ in range(3):
        faulty.asked.emit()
    assert (faulty.calls, watch.count) == (3, 3)


def test_the_same_place_again_and_again_is_counted_but_no_longer_logged(watch, log):
    faulty = Faulty(ValueError("again"))
    for _ in range(REPEATED + 50):
        faulty.asked.emit()
    assert watch.count == REPEATED + 50
    assert log.read_text().count("Traceback") == REPEATED


def test_what_a_device_said_cannot_act_in_the_terminal(watch, log, capsys):
    faulty = Faulty(ValueError("bad \x1b[2J\nname" + "x" * 5000))
    faulty.asked.emit()
    said = capsys.readouterr().err
    assert "\x1b" not in said
    assert said.count("\n") == 1
    assert len(said) < 500


def test_an_exception_in_a_thread_counts(watch, log):
    def fail() -> None:
        raise RuntimeError("in a thread")

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    assert watch.count == 1


def test_an_exception_in_a_finaliser_counts(watch, log):
    class Lost:
        def __del__(self) -> None:
            raise RuntimeError("on its way out")

    lost = Lost()
    del lost
    assert watch.count == 1


def test_an_exception_while_telling_of_one_ends_there(watch, log):
    class Teller(QObject):
        @Slot(str)
        def show(self, _text: str) -> None:
            raise RuntimeError("cannot show it either")

    teller = Teller()
    watch.caught.connect(teller.show)
    faulty = Faulty(ValueError("first"))
    faulty.asked.emit()
    assert watch.count == 2


def test_closing_puts_the_hooks_back(qapp):
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    ExceptionWatch().close()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before


def test_the_log_rotates(tmp_path, monkeypatch):
    monkeypatch.setattr(exceptions, "LOG_BYTES", 2000)
    file = tmp_path / "quintet.log"
    open_log(file)
    for number in range(1000):
        exceptions.log.info("line %d", number)
    close_log()
    assert {path.name for path in tmp_path.iterdir()} == {"quintet.log", "quintet.log.1", "quintet.log.2"}
    assert all(path.stat().st_size <= 2000 for path in tmp_path.iterdir())


def test_a_log_that_cannot_be_opened_is_said_and_nothing_worse(tmp_path, capsys):
    (tmp_path / "file").write_text("")
    open_log(tmp_path / "file" / "quintet.log")
    close_log()
    assert "no log file" in capsys.readouterr().err


def test_a_log_on_a_full_disk_is_said_once_and_without_a_traceback(tmp_path, capsys):
    open_log(tmp_path / "quintet.log")
    (handler,) = exceptions.log.handlers
    assert isinstance(handler, logging.StreamHandler)
    stream = handler.stream
    handler.stream = _Full()
    exceptions.log.error("first")
    exceptions.log.error("second")
    handler.stream = stream
    close_log()
    said = capsys.readouterr().err
    assert said.count("the log cannot be written") == 1
    assert "Traceback" not in said


class _Full:
    def write(self, _text: str) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    def flush(self) -> None:
        pass

    def seek(self, *_place: int) -> int:
        return 0

    def tell(self) -> int:
        return 0
