"""Stalls of each kind, by what another thread of Python could do meanwhile; and how they come round."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterator
from itertools import pairwise
from statistics import median

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.clock import now_ns
from app.comparison.stalls.stall import BUSY, KINDS, NEWEST, Made, NativeCall, Stall, StallOptions

MS = 1_000_000
EVERY_NS = 50_000  # the other thread keeps a look at the clock so often
SEEN = 200_000  # looks that are kept: ten seconds of them
SPENT_S = 60


class OtherThread:
    """Looks at the clock as often as it may run, and says when it did."""

    def __init__(self) -> None:
        self._seen: deque[int] = deque(maxlen=SEEN)
        self._ends = False
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def ran_in(self, made: Made) -> bool:
        """Whether it ran while the stall lasted."""
        return any(made.began_ns < at < made.ended_ns for at in list(self._seen))

    def close(self) -> None:
        self._ends = True
        self._thread.join()

    def _run(self) -> None:
        last = 0
        while not self._ends:
            now = now_ns()
            if now - last >= EVERY_NS:
                self._seen.append(now)
                last = now


@pytest.fixture
def other() -> Iterator[OtherThread]:
    other = OtherThread()
    yield other
    other.close()


@pytest.fixture
def stalls(qtbot: QtBot) -> Iterator[type[Stalls]]:
    made: list[Stalls] = []

    def make(text: str) -> Stalls:
        made.append(Stalls(qtbot, text))
        return made[-1]

    yield make
    for each in made:
        each.stall.stop()


class Stalls:
    """A stall that runs, and those that it has made."""

    def __init__(self, qtbot: QtBot, text: str) -> None:
        self.qtbot = qtbot
        self.made: list[Made] = []
        self.stall = Stall(StallOptions.parse(text))
        self.stall.made.connect(self.made.append)
        self.stall.start()

    def wait_for(self, count: int) -> list[Made]:
        self.qtbot.waitUntil(lambda: len(self.made) >= count, timeout=SPENT_S * 1000)
        return self.made


# -- what the kinds do to another thread


def test_a_sleep_lets_another_thread_run(stalls, other):
    s = stalls("sleep:30ms/40ms")
    s.qtbot.waitUntil(lambda: any(map(other.ran_in, s.made)), timeout=SPENT_S * 1000)


def test_a_loop_of_python_lets_another_thread_run_in_turns(stalls, other):
    s = stalls("python:30ms/40ms")
    s.qtbot.waitUntil(lambda: any(map(other.ran_in, s.made)), timeout=SPENT_S * 1000)


def test_a_native_call_lets_no_other_thread_run_until_it_is_over(stalls, other):
    made = stalls("native:30ms/40ms").wait_for(5)
    assert not any(map(other.ran_in, made))
    assert other.ran_in(Made(made[0].began_ns, made[-1].ended_ns))  # it did run between them


def test_two_native_calls_would_let_another_thread_in_between(other):
    """So that the test above is known to see what it looks for."""
    call = NativeCall()

    def ran_between() -> bool:
        first, second = call(20 * MS), call(20 * MS)
        return other.ran_in(Made(first.began_ns, second.ended_ns))

    assert any(ran_between() for _ in range(100))


# -- how long


@pytest.mark.parametrize("kind", ["sleep", "python"])
def test_a_stall_by_the_clock_is_never_shorter_than_asked(kind):
    busy = BUSY[kind]()
    assert [made.ns >= 3 * MS for made in (busy(3 * MS) for _ in range(5))] == [True] * 5


def test_what_is_told_of_a_stall_is_the_time_that_it_took():
    for kind in KINDS:
        before = now_ns()
        made = BUSY[kind]()(2 * MS)
        assert before <= made.began_ns < made.ended_ns <= now_ns()


def test_a_native_call_follows_the_speed_of_those_before(monkeypatch):
    """A machine that has become twice as slow: the additions of the next calls are fewer."""
    counts: list[int] = []
    speed = 4  # additions per ns

    def add_up(count: int) -> Made:
        counts.append(count)
        return Made(0, round(count / speed))

    monkeypatch.setattr("app.comparison.stalls.stall._add_up", add_up)
    call = NativeCall()
    call(10 * MS)
    assert counts[-1] == pytest.approx(40 * MS, rel=0.01)
    speed = 2
    for _ in range(5):
        call(10 * MS)
    assert call(10 * MS).ns == pytest.approx(10 * MS, rel=0.01)
    assert counts[-1] == pytest.approx(20 * MS, rel=0.01)


def test_one_native_call_that_was_disturbed_does_not_shorten_the_next(monkeypatch):
    counts: list[int] = []
    speed = 4.0

    def add_up(count: int) -> Made:
        counts.append(count)
        return Made(0, round(count / speed))

    monkeypatch.setattr("app.comparison.stalls.stall._add_up", add_up)
    call = NativeCall()
    call(10 * MS)
    call(10 * MS)
    speed = 0.1  # pushed off the processor
    call(10 * MS)
    speed = 4.0
    call(10 * MS)
    assert counts[-1] == pytest.approx(40 * MS, rel=0.01)


# -- again and again


def test_each_stall_begins_a_period_after_the_one_before_at_the_earliest(stalls):
    made = stalls("sleep:2ms/12ms").wait_for(6)
    assert [second.began_ns - first.began_ns >= 12 * MS for first, second in pairwise(made)] == [True] * (len(made) - 1)


def test_the_first_stall_begins_a_period_after_the_start(qtbot):
    stall = Stall(StallOptions.parse("sleep:1ms/20ms"))
    before = now_ns()
    with qtbot.waitSignal(stall.made) as first:
        stall.start()
        stall.start()  # it runs already
    stall.stop()
    assert first.args[0].began_ns - before >= 20 * MS


def test_a_stall_longer_than_its_period_leaves_the_loop_its_turns(qtbot, monkeypatch):
    monkeypatch.setitem(BUSY, "sleep", lambda: lambda _busy_ns: Made(now_ns() - 100 * MS, now_ns()))
    stall = Stall(StallOptions.parse("sleep:1ms/2ms"))
    stall.start()
    with qtbot.waitSignals([stall.made] * 3):
        pass
    assert stall.is_running
    stall.stop()


def test_once_stopped_it_stays_stopped_also_when_told_so_by_its_own_stall(qtbot):
    stall = Stall(StallOptions.parse("sleep:1ms/5ms"))
    stall.made.connect(stall.stop)
    stall.start()
    qtbot.waitUntil(lambda: not stall.is_running)
    assert stall.figures().count == 1
    stall.stop()


def test_a_stall_ends_with_its_parent(qtbot):
    parent = QObject()
    stall = Stall(StallOptions.parse("sleep:1ms/5ms"), parent)
    told: list[Made] = []
    stall.made.connect(told.append)
    stall.start()
    gone = stall.destroyed
    with qtbot.waitSignal(gone):
        parent.deleteLater()
    assert len(told) <= 1


# -- what is told


def test_before_the_first_stall_nothing_is_measured():
    figures = Stall(StallOptions.parse("native:100ms/500ms")).figures()
    assert (figures.kind, figures.busy_ms, figures.period_ms) == ("native", 100, 500)
    assert (figures.count, figures.median_ms, figures.longest_ms) == (0, None, None)


def test_the_figures_are_those_of_the_stalls_that_were_made(stalls):
    s = stalls("sleep:2ms/4ms")
    s.wait_for(5)
    s.stall.stop()
    figures = s.stall.figures()
    in_order = sorted(made.ns / 1e6 for made in s.made)
    assert figures.count == len(s.made)
    assert figures.longest_ms == in_order[-1]
    assert figures.median_ms == pytest.approx(median(in_order))


def test_the_median_is_of_the_newest_and_the_longest_of_all(qtbot, monkeypatch):
    lengths = iter([5000 * MS, *[2 * MS] * NEWEST])
    monkeypatch.setitem(BUSY, "sleep", lambda: lambda _busy_ns: Made(0, next(lengths)))
    stall = Stall(StallOptions.parse("sleep:1ms/1h"))
    for _ in range(NEWEST + 1):
        stall._make()
    stall.stop()
    figures = stall.figures()
    assert (figures.count, figures.median_ms, figures.longest_ms) == (NEWEST + 1, 2, 5000)
