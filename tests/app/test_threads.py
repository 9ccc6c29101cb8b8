"""Readings of this process's threads, and of made ones where the system's are not to be made."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app import threads
from app.threads import process_times, thread_times

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads Linux's /proc")

STUCK_S = 60.0


class Turns:
    """A thread that is woken by each `turn` and goes to sleep again."""

    def __init__(self) -> None:
        self._ask, self._done = threading.Semaphore(0), threading.Semaphore(0)
        self._ends = False
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    @property
    def native_id(self) -> int:
        assert self._thread.native_id is not None
        return self._thread.native_id

    def turn(self) -> None:
        self._ask.release()
        self._done.acquire()

    def close(self) -> None:
        self._ends = True
        self._ask.release()
        self._thread.join()

    def _run(self) -> None:
        self._ask.acquire()
        while not self._ends:
            sum(range(20_000))
            self._done.release()
            self._ask.acquire()


@pytest.fixture
def turns() -> Iterator[Turns]:
    turns = Turns()
    yield turns
    turns.close()


def read(native_id: int) -> threads.ThreadTimes:
    times = thread_times(native_id)
    assert times is not None
    return times


def test_a_thread_that_is_woken_has_run_longer_and_woken_more_often(turns):
    turns.turn()
    before = read(turns.native_id)
    for _ in range(50):
        turns.turn()
    after = read(turns.native_id)
    assert after.cpu_ns > before.cpu_ns
    assert after.wake_ups > before.wake_ups


def test_a_thread_that_waits_uses_nothing(turns):
    """The work of this thread is not the other's."""
    turns.turn()
    own_before, other_before = read(threading.get_native_id()), read(turns.native_id)
    while (own_after := read(threading.get_native_id())).cpu_ns == own_before.cpu_ns:  # the kernel adds at its ticks
        sum(range(300_000))
    other_after = read(turns.native_id)
    assert own_after.cpu_ns - own_before.cpu_ns > other_after.cpu_ns - other_before.cpu_ns


def test_the_process_counts_all_threads_those_that_ended_too(turns):
    before = process_times()
    for _ in range(50):
        turns.turn()
    used = read(turns.native_id)
    turns.close()
    after = process_times()
    assert after.cpu_ns > before.cpu_ns
    assert after.cpu_ns >= used.cpu_ns
    assert after.wake_ups > before.wake_ups


def test_a_thread_that_has_ended_is_not_to_be_had():
    turns = Turns()
    turns.turn()
    turns.close()
    deadline = time.monotonic() + STUCK_S
    while thread_times(turns.native_id) is not None:  # Python's join is over a moment before the system's thread
        assert time.monotonic() < deadline


@pytest.mark.parametrize("native_id", [0, -1, 1 << 62])
def test_a_number_that_is_no_threads_is_not_to_be_had(native_id):
    assert thread_times(native_id) is None


# -- other kernels, by files in the form of /proc


@pytest.fixture
def task(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(threads, "TASKS", tmp_path)
    task = tmp_path / "7"
    task.mkdir()
    (task / "stat").write_text("7 (a) b (c)) S 1 1 1 0 -1 4194368 9 0 0 0 150 50 0 0 20 0 9 0 100 0 0\n")
    (task / "status").write_text("Name:\ta) b (c)\nvoluntary_ctxt_switches:\t42\nnonvoluntary_ctxt_switches:\t9\n")
    return task


@pytest.mark.parametrize("schedstat", [None, "", "0 0 0\n", "nonsense 1 2\n"])
def test_where_the_kernel_keeps_no_schedstat_its_ticks_are_taken(task, monkeypatch, schedstat):
    monkeypatch.setattr(threads.os, "sysconf", {"SC_CLK_TCK": 100}.get)
    if schedstat is not None:
        (task / "schedstat").write_text(schedstat)
    assert thread_times(7) == threads.ThreadTimes(2_000_000_000, 42)


def test_schedstat_is_preferred_since_it_counts_nanoseconds(task):
    (task / "schedstat").write_text("123456789 1000 12\n")
    assert thread_times(7) == threads.ThreadTimes(123_456_789, 42)


def test_wake_ups_that_are_hidden_are_none_and_the_time_is_told(task):
    (task / "schedstat").write_text("5 0 1\n")
    (task / "status").write_text("Name:\tx\n")
    assert thread_times(7) == threads.ThreadTimes(5, None)
    (task / "status").unlink()
    assert thread_times(7) == threads.ThreadTimes(5, None)


@pytest.mark.parametrize("stat", ["", "7 (short", "7 (x) S 1 2 3", "7 (x) S 1 1 1 0 -1 4 9 0 0 0 many few 0"])
def test_a_file_that_says_something_else_is_not_to_be_had(task, stat):
    (task / "stat").write_text(stat)
    assert thread_times(7) is None
