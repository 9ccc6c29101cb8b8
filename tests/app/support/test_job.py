"""A bundle that is written while the window goes on."""

from __future__ import annotations

import gc
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from app.session.problems import SaveError
from app.session.schema import Session
from app.support.bundle import Snapshot
from app.support.job import BundleJob
from tests.app.link.peers import until

TAKEN = Snapshot(
    "now", {"quintet": "0", "session": "", "seconds": 0.0, "devices": []}, {}, Session(), {"python": "3"}
)  # fmt: skip


class Desk:
    """A job and what it said."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.go = threading.Event()
        self.problem: Exception | None = None
        self.thread: threading.Thread | None = None
        self.job = BundleJob(writer=self._write)
        self.job.written.connect(lambda path: self.said.append(f"written {path}"))
        self.job.failed.connect(lambda reason: self.said.append(f"failed {reason}"))

    def _write(self, taken: Snapshot, path: str | os.PathLike[str]) -> None:
        self.thread = threading.current_thread()
        self.go.wait(20)
        if self.problem is not None:
            raise self.problem


@pytest.fixture
def desk(qapp: QCoreApplication) -> Iterator[Desk]:
    desk = Desk()
    yield desk
    desk.go.set()
    until(lambda: not desk.job.is_running, "the job")
    desk.job.deleteLater()


@pytest.fixture(autouse=True)
def _python_collects_again(qapp: QCoreApplication) -> Iterator[None]:
    yield
    until(gc.isenabled, "the garbage collector, which is kept out of the thread")


def test_it_is_written_in_a_thread_that_nobody_waits_for(desk: Desk) -> None:
    desk.job.start(TAKEN, "a.zip")
    until(lambda: desk.thread is not None, "the thread")
    assert desk.thread is not None
    assert desk.thread is not threading.main_thread()
    assert desk.thread.daemon
    assert desk.said == []
    desk.go.set()
    until(lambda: bool(desk.said), "the word")
    assert (desk.said, desk.job.is_running) == (["written a.zip"], False)


@pytest.mark.parametrize(
    ("problem", "word"), [(SaveError("the disk is full"), "the disk is full"), (KeyError("x"), "KeyError: 'x'")]
)
def test_what_goes_wrong_is_told_in_words(desk: Desk, problem: Exception, word: str) -> None:
    desk.problem = problem
    desk.go.set()
    desk.job.start(TAKEN, "a.zip")
    until(lambda: bool(desk.said), "the word")
    assert desk.said == [f"failed {word}"]


def test_one_is_written_at_a_time_and_another_behind_it(desk: Desk) -> None:
    desk.job.start(TAKEN, "a.zip")
    with pytest.raises(RuntimeError, match="already"):
        desk.job.start(TAKEN, "b.zip")
    desk.go.set()
    until(lambda: len(desk.said) == 1, "the first")
    desk.job.start(TAKEN, "b.zip")
    until(lambda: len(desk.said) == 2, "the second")
    assert desk.said == ["written a.zip", "written b.zip"]


def test_a_real_bundle_is_there_when_it_says_so(qapp: QCoreApplication, tmp_path: Path) -> None:
    job, said = BundleJob(), []
    job.written.connect(said.append)
    job.failed.connect(said.append)
    job.start(TAKEN, str(tmp_path / "bundle.zip"))
    until(lambda: bool(said), "the bundle")
    assert said == [str(tmp_path / "bundle.zip")]
    assert (tmp_path / "bundle.zip").stat().st_size > 0
    job.deleteLater()
