"""The one timer of a link, on a clock that the test moves."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from app.clock import now_ns
from app.link.alarm import Alarm
from tests.app.link.peers import until

MS = 1_000_000


class Bell(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.rung = 0

    @Slot()
    def ring(self) -> None:
        self.rung += 1


def test_it_rings_once_and_not_before_its_time(qapp: QObject) -> None:
    bell, alarm = Bell(), Alarm(now_ns)
    alarm.due.connect(bell.ring)
    due = now_ns() + 5 * MS
    alarm.set_to(due)
    until(lambda: bell.rung > 0, "the alarm")
    assert now_ns() >= due
    assert bell.rung == 1


def test_a_time_that_has_passed_rings_after_the_call(qapp: QObject) -> None:
    bell, alarm = Bell(), Alarm(now_ns)
    alarm.due.connect(bell.ring)
    alarm.set_to(0)
    assert bell.rung == 0
    until(lambda: bell.rung == 1, "the alarm")


def test_the_newest_time_holds_and_none_silences_it(qapp: QObject) -> None:
    bell, other = Bell(), Bell()
    alarm, later = Alarm(now_ns), Alarm(now_ns)
    alarm.due.connect(bell.ring)
    later.due.connect(other.ring)
    alarm.set_to(now_ns())
    alarm.set_to(None)
    later.set_to(now_ns() + 3600 * 1000 * MS)
    later.set_to(now_ns() + 5 * MS)
    until(lambda: other.rung == 1, "the later alarm")
    assert bell.rung == 0


def test_a_timer_that_fires_before_the_clock_says_so_waits_on(qapp: QObject) -> None:
    time = [0]
    bell, alarm = Bell(), Alarm(lambda: time[0])
    alarm.due.connect(bell.ring)
    alarm.set_to(1 * MS)
    alarm._ring()
    assert bell.rung == 0
    time[0] = 1 * MS
    alarm._ring()
    assert bell.rung == 1
    alarm.set_to(None)


def test_times_beyond_what_a_timer_can_hold_are_taken(qapp: QObject) -> None:
    alarm = Alarm(now_ns)
    alarm.set_to(now_ns() + 400 * 86_400 * 1000 * MS)
    alarm.set_to(None)
