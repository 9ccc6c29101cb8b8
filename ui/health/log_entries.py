"""A device's log of events as entries of its page, kept until something happens or the wall clock is set."""

from __future__ import annotations

from app.clock import WallClock
from app.health.events import EventLog
from ui.health.content import EVENTS_SHOWN, event_entries
from ui.inspector.figures import Entry


class LogEntries:
    """`wall` is a seam for tests."""

    def __init__(self, log: EventLog, wall: WallClock | None = None) -> None:
        self._log = log
        self._wall = wall or WallClock()
        self._version = -1
        self._entries: list[Entry] = []

    def entries(self) -> list[Entry]:
        """The same list while nothing has changed."""
        was_set = self._wall.check() != 0
        if was_set or self._version != self._log.version:
            self._version = self._log.version
            shown = self._log.newest(EVENTS_SHOWN)
            older = self._log.forgotten + len(self._log) - len(shown)
            self._entries = event_entries(shown, older, self._wall.offset_ns)
        return self._entries
