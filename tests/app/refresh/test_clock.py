"""The clock on a real event loop: waits for signals, asserts no times."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QObject, Qt, QThread, QTimer, Signal, Slot

from app.refresh.clock import Refresh, RefreshClock

MS = 1_000_000


class Time:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.ns = 5_000 * MS

    def __call__(self) -> int:
        return self.ns


class Seen(QObject):
    """Keeps what a clock tells, and does something of the test's in the slot."""

    def __init__(self, clock: RefreshClock) -> None:
        super().__init__()
        self.refreshes: list[Refresh] = []
        self.seconds = 0
        self.then = lambda: None
        clock.refreshed.connect(self.take)
        clock.second.connect(self.tick)

    @Slot(object)
    def take(self, refresh: Refresh) -> None:
        self.refreshes.append(refresh)
        self.then()

    @Slot()
    def tick(self) -> None:
        self.seconds += 1


@pytest.fixture
def time():
    return Time()


@pytest.fixture
def clock(qapp, time):
    clock = RefreshClock(60, time)
    yield clock
    clock.stop()


def alarms(clock: RefreshClock) -> list[QTimer]:
    return clock.findChildren(QTimer)


def active(clock: RefreshClock) -> int:
    return sum(alarm.isActive() for alarm in alarms(clock))


def test_many_marks_are_answered_by_one_refresh(qtbot, clock, time):
    seen = Seen(clock)
    clock.start()
    with qtbot.waitSignal(clock.refreshed):
        for _ in range(1000):
            clock.mark()
    assert seen.refreshes == [Refresh(time.ns, pytest.approx(16.667, abs=1e-3), 1000, 1)]


def test_nothing_marked_means_no_timer_but_the_second_one(qtbot, clock):
    clock.start()
    assert active(clock) == 1
    with qtbot.waitSignal(clock.refreshed):
        clock.mark()
    assert active(clock) == 1


def test_a_stopped_clock_has_no_timer_at_all(clock):
    clock.start()
    clock.mark()
    assert clock.is_running
    clock.stop()
    assert not clock.is_running
    assert active(clock) == 0


def test_timers_are_precise(clock):
    assert {alarm.timerType() for alarm in alarms(clock)} == {Qt.TimerType.PreciseTimer}


def test_the_next_refresh_waits_for_the_rest_of_its_interval(qtbot, clock, time):
    clock.start()
    with qtbot.waitSignal(clock.refreshed):
        clock.mark()
    time.ns += 7 * MS
    clock.mark()
    (waiting,) = [alarm for alarm in alarms(clock) if alarm.isActive() and alarm.interval() < 500]
    assert waiting.interval() == 10  # of 16.7 ms, 7 are over


def test_marks_before_the_start_are_answered_after_it(qtbot, clock):
    seen = Seen(clock)
    clock.mark()
    clock.mark()
    assert active(clock) == 0
    with qtbot.waitSignal(clock.refreshed):
        clock.start()
    assert [refresh.marks for refresh in seen.refreshes] == [2]


def test_a_slot_that_marks_gets_another_refresh_not_a_nested_one(qtbot, clock):
    seen = Seen(clock)
    depth = []

    def mark_once_more() -> None:
        assert not depth
        depth.append(1)
        if len(seen.refreshes) < 3:
            clock.mark()
        depth.pop()

    seen.then = mark_once_more
    clock.start()
    clock.mark()
    qtbot.waitUntil(lambda: len(seen.refreshes) == 3)
    assert [refresh.number for refresh in seen.refreshes] == [1, 2, 3]
    assert active(clock) == 1


def test_a_slot_may_stop_the_clock(qtbot, clock):
    seen = Seen(clock)
    seen.then = lambda: (clock.mark(), clock.stop())
    clock.start()
    with qtbot.waitSignal(clock.refreshed):
        clock.mark()
    assert active(clock) == 0


def test_the_second_ticks_without_any_mark_and_goes_on(qtbot, clock, time):
    seen = Seen(clock)
    clock.start()
    (alarm,) = [alarm for alarm in alarms(clock) if alarm.isActive()]
    for second in range(1, 4):
        time.ns += 1_000 * MS
        alarm.start(0)  # the time has come
        qtbot.waitUntil(lambda second=second: seen.seconds == second)
        assert alarm.isActive()
        assert alarm.interval() == 1000
    assert seen.refreshes == []


def test_seconds_that_were_missed_are_not_made_up_for(qtbot, clock, time):
    seen = Seen(clock)
    clock.start()
    (alarm,) = [alarm for alarm in alarms(clock) if alarm.isActive()]
    time.ns += 5_300 * MS
    alarm.start(0)
    qtbot.waitUntil(lambda: seen.seconds == 1)
    assert alarm.interval() == 700


def test_lateness_of_both_timers_becomes_the_lag(qtbot, clock, time):
    clock.start()
    assert clock.statistics().lag_ms is None
    with qtbot.waitSignal(clock.refreshed):
        clock.mark()
        time.ns += 40 * MS  # the loop is busy until then
    assert clock.statistics().lag_ms.max == 40


def test_the_cost_of_direct_slots_is_measured(qtbot, clock, time):
    seen = Seen(clock)

    def take_time() -> None:
        time.ns += 21 * MS

    seen.then = take_time
    clock.start()
    with qtbot.waitSignal(clock.refreshed):
        clock.mark()
    assert clock.statistics().last_cost_ms == 21


def test_it_gives_way_to_costly_slots_and_says_so(qtbot, clock, time):
    seen = Seen(clock)

    def take_time_and_go_on() -> None:
        time.ns += 21 * MS
        clock.mark()

    seen.then = take_time_and_go_on
    clock.start()
    clock.mark()
    qtbot.waitUntil(lambda: clock.rate_hz == 30)
    assert clock.reason.startswith("refreshes took 21.0 ms")
    clock.pin(60)
    assert clock.rate_hz == 60
    assert clock.reason == ""


def test_a_measurement_pins_every_clock_by_the_environment(monkeypatch, qapp):
    monkeypatch.setenv("QUINTET_PIN_HZ", "50")
    assert RefreshClock(240.0).rate_hz == 50
    monkeypatch.delenv("QUINTET_PIN_HZ")
    assert RefreshClock(240.0).rate_hz == 240


def test_starting_twice_is_starting_once(clock):
    clock.start()
    clock.start()
    assert active(clock) == 1


class _Elsewhere(QObject):
    marked = Signal()


def test_marks_from_another_thread_arrive_through_a_queued_signal(qtbot, clock):
    seen = Seen(clock)
    elsewhere, worker, home = _Elsewhere(), QThread(), threading.get_ident()
    threads = []
    seen.then = lambda: threads.append(threading.get_ident())
    elsewhere.marked.connect(clock.mark, Qt.ConnectionType.QueuedConnection)
    elsewhere.moveToThread(worker)
    worker.started.connect(elsewhere.marked)
    clock.start()
    with qtbot.waitSignal(clock.refreshed):
        worker.start()
    assert threads == [home]
    with qtbot.waitSignal(worker.finished):
        worker.quit()
    worker.wait()


def test_ten_thousand_marks_and_emissions_leave_no_reference_behind(qtbot, clock):
    """PySide6 6.12.0 lost a reference to True with each emission and aborted after some hundreds (facts.md, 1)."""
    seen = Seen(clock)
    for _ in range(10_000):
        clock.second.emit()
    assert seen.seconds == 10_000
