"""What happened on a link, in words, newest last. Bounded: a link that flaps for days has told its story.

Texts come from the network in part (a host's name, a system's message), so they are made plain here, once: one line of
bounded length without characters that control a terminal or the direction of writing.
"""

from __future__ import annotations

import unicodedata
from collections import deque
from dataclasses import dataclass
from enum import StrEnum

from app.sentence import Sentence, sentence

MOST_EVENTS = 500  # of one device; a reconnect a minute fills two hours
LONGEST_TEXT = 300  # an attempt on eight addresses with a reason each


class EventKind(StrEnum):
    OPENED = sentence("opened")
    ENDED = sentence("ended")
    FAILED = sentence("attempt failed")
    STALE = sentence("silent")
    FRESH = sentence("speaks again")
    VIOLATION = sentence("violation")
    FINDING = sentence("finding")
    CLEARED = sentence("finding over")
    HANDED_OVER = sentence("handed over")
    LEDGER = sentence("ledger")
    SENT = sentence("sent")
    EDITED = sentence("edited")


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
        text = plain(text)
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


def plain(text: str, longest: int = LONGEST_TEXT) -> str:
    """One line that shows as it is; a sentence stays one, where it is not too long."""
    if isinstance(text, Sentence) and not text.isprintable():
        text = text.with_values(plain)
    if not text.isprintable():
        text = "".join(map(_seen, text))
    return text if len(text) <= longest else text[: longest - 1] + "…"


def _seen(character: str) -> str:
    """French systems set a no-break space before a colon: any space is shown as one."""
    if character.isprintable():
        return character
    return " " if unicodedata.category(character) == "Zs" else "·"
