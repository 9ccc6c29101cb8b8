"""What happened on a link, in words, newest last. Bounded: a link that flaps for days has told its story."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from enum import StrEnum

MOST_EVENTS = 500  # of one device; a reconnect a minute fills two hours


class EventKind(StrEnum):
    OPENED = "opened"
    ENDED = "ended"
    FAILED = "attempt failed"
    STALE = "silent"
    FRESH = "speaks again"
    VIOLATION = "violation"
    FINDING = "finding"
    CLEARED = "finding over"
    HANDED_OVER = "handed over"
    LEDGER = "ledger"
    SENT = "sent"


@dataclass(frozen=True, slots=True)
class Event:
    """`at_ns` on app.clock. `count`: how often it came in a row, `at_ns` being the newest."""

    at_ns: int
    kind: EventKind
    text: str
    count: int = 1


class EventLog:
    """One device's. `forgotten`: how many older ones are no more."""

    def __init__(self, most: int = MOST_EVENTS) -> None:
        self.forgotten = 0
        self.version = 0  # goes up with each change: whoever shows it looks at this
        self._events: deque[Event] = deque()
        self._most = most

    def add(self, at_ns: int, kind: EventKind, text: str) -> None:
        """The same again is counted, not repeated."""
        self.version += 1
        last = self._events[-1] if self._events else None
        if last is not None and (last.kind, last.text) == (kind, text):
            self._events[-1] = Event(at_ns, kind, text, last.count + 1)
            return
        self._events.append(Event(at_ns, kind, text))
        if len(self._events) > self._most:
            self._events.popleft()
            self.forgotten += 1

    def __len__(self) -> int:
        return len(self._events)

    def newest(self, most: int) -> tuple[Event, ...]:
        """At most so many, the newest first."""
        count = min(most, len(self._events))
        return tuple(self._events[-1 - place] for place in range(count))
