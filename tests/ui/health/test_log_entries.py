"""A log as entries, made when something happened."""

from __future__ import annotations

from app.clock import WallClock
from app.health.events import EventKind, EventLog
from ui.health.content import EVENTS_SHOWN
from ui.health.log_entries import LogEntries
from ui.inspector.figures import Dated, Note


class SetWall(WallClock):
    """A wall clock that the test sets."""

    def __init__(self) -> None:
        super().__init__()
        self.offset_ns = 0
        self.step_ns = 0

    def check(self) -> int:
        step_ns, self.step_ns = self.step_ns, 0
        self.offset_ns += step_ns
        return step_ns


def test_entries_stay_the_same_until_something_happens() -> None:
    log = EventLog()
    log.add(0, EventKind.OPENED, "a")
    entries = LogEntries(log, SetWall())
    first = entries.entries()
    assert entries.entries() is first
    log.add(1, EventKind.ENDED, "b")
    assert [entry.text for entry in entries.entries() if isinstance(entry, Dated)] == ["ended: b", "opened: a"]


def test_times_move_with_a_wall_clock_that_is_set() -> None:
    log, wall = EventLog(), SetWall()
    log.add(0, EventKind.OPENED, "a")
    entries = LogEntries(log, wall)
    before = entries.entries()[1]
    wall.step_ns = 90 * 60 * 1_000_000_000
    after = entries.entries()[1]
    assert isinstance(before, Dated)
    assert isinstance(after, Dated)
    assert before.when != after.when


def test_the_newest_are_shown_and_the_others_counted() -> None:
    log = EventLog(EVENTS_SHOWN + 10)
    for number in range(EVENTS_SHOWN + 13):
        log.add(number, EventKind.FAILED, str(number))
    entries = LogEntries(log, SetWall()).entries()
    assert entries[1].text == f"attempt failed: {EVENTS_SHOWN + 12}"
    assert entries[-1] == Note("and 13 older ones")
