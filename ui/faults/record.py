"""What was played and what the simulator said of it: the rows of the fault control's log. Pure; times are passed in.

    asked -> under way -> over        a fault that lasts
    asked -> done                     one that does not
    asked -> refused                  and why

A fault that a plan of the simulator plays was not asked for here, and begins under way. Whatever was open when the
simulator ended is told so. Bounded: the oldest row goes.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from enum import StrEnum

from ui.faults.messages import Closed, Event, Fault, Opened, Over, Refused
from ui.inspector.content import grouped
from ui.translate import marked, tr

MOST = 200  # rows
ENDINGS = {
    "fin": marked("connection {number} closed by the device"),
    "rst": marked("connection {number} reset by the device"),
    "client": marked("connection {number} closed from here"),
    "vanished": marked("connection {number} vanished without a word"),
}


class Stage(StrEnum):
    ASKED = marked("asked")
    UNDER_WAY = marked("under way")
    OVER = marked("over")
    DONE = marked("done")
    REFUSED = marked("refused")
    CUT = marked("the simulator ended")


OPEN = (Stage.ASKED, Stage.UNDER_WAY)


@dataclass(slots=True, eq=False)
class Played:
    """One fault. `due_ns`: when it is over; None where that is not known or it does not last. `reason`: of a refusal.
    Counts in bytes, at the moment of the fault; None: not to be had."""

    device: str
    fault: str
    at_ns: int
    stage: Stage
    due_ns: int | None = None
    connection: int | None = None
    reason: str = ""
    sent: int | None = None
    taken: int | None = None
    unsent: int | None = None


@dataclass(slots=True, eq=False)
class Note:
    """Something else that the simulator said. `count`: how often in a row. `is_trouble`: it should not be."""

    device: str
    text: str
    at_ns: int
    count: int = 1
    is_trouble: bool = False


class FaultRecord:
    """Attributes: rows, newest first."""

    def __init__(self) -> None:
        self.rows: deque[Played | Note] = deque(maxlen=MOST)

    @property
    def open(self) -> list[Played]:
        """Asked for or under way, newest first."""
        return [row for row in self.rows if isinstance(row, Played) and row.stage in OPEN]

    def asked(self, device: str, fault: str, at_ns: int) -> None:
        self.rows.appendleft(Played(device, fault, at_ns, Stage.ASKED))

    def heard(self, event: Event, at_ns: int) -> None:
        """What came at that moment on app.clock."""
        match event:
            case Fault():
                self._begun(event, at_ns)
            case Over():
                self._move(event.device, event.fault, Stage.UNDER_WAY, Stage.OVER)
            case Refused():
                refused = self._move(event.device, event.fault, Stage.ASKED, Stage.REFUSED)
                if refused is None:  # of the simulator's own plan
                    refused = Played(event.device, event.fault, at_ns, Stage.REFUSED)
                    self.rows.appendleft(refused)
                refused.reason = event.reason
            case Opened():
                self.note(tr("connection {number} opened").format(number=event.connection), at_ns, event.device)
            case Closed():
                self.note(_closed(event), at_ns, event.device)

    def note(self, text: str, at_ns: int, device: str = "", *, is_trouble: bool = False) -> None:
        """A repetition of the newest row is counted there."""
        newest = self.rows[0] if self.rows else None
        if isinstance(newest, Note) and (newest.device, newest.text) == (device, text):
            newest.count += 1
            newest.at_ns = at_ns
        else:
            self.rows.appendleft(Note(device, text, at_ns, is_trouble=is_trouble))

    def end(self, text: str, at_ns: int) -> None:
        """The simulator has ended."""
        for row in self.open:
            row.stage = Stage.CUT
        self.note(text, at_ns, is_trouble=True)

    def _begun(self, event: Fault, at_ns: int) -> None:
        lasts = event.seconds is not None
        stage = Stage.UNDER_WAY if lasts else Stage.DONE
        row = self._move(event.device, event.fault, Stage.ASKED, stage)
        if row is None:
            row = Played(event.device, event.fault, at_ns, stage)
            self.rows.appendleft(row)
        row.at_ns = at_ns
        row.due_ns = at_ns + round(event.seconds * 1e9) if event.seconds is not None else None
        row.connection = event.connection
        row.sent, row.taken, row.unsent = event.sent, event.taken, event.unsent

    def _move(self, device: str, fault: str, before: Stage, after: Stage) -> Played | None:
        """The oldest of these that is in that stage: the simulator answers in order."""
        for row in reversed(self.open):
            if (row.device, row.fault, row.stage) == (device, fault, before):
                row.stage = after
                return row
        return None


def _closed(event: Closed) -> str:
    figures = shown_counts(event.sent, event.taken, event.unsent)
    known = [figures] if figures else []
    if event.frames is not None:
        known.append(tr("1 frame") if event.frames == 1 else tr("{count} frames").format(count=event.frames))
        known += [tr("{count} damaged").format(count=event.damaged)] if event.damaged else []
    ending = ENDINGS.get(event.how)
    how = tr(ending) if ending is not None else tr("connection {number} ended: {how}")
    said = how.format(number=event.connection, how=event.how)
    return f"{said}{': ' if figures else ', ' if known else ''}{', '.join(known)}"


def shown_counts(sent: int | None, taken: int | None, unsent: int | None) -> str:
    """ "sent 12 345 B, taken 12 000 B, unsent 345 B"; "" where nothing is to be had, as without a connection."""
    if sent is None and taken is None and unsent is None:
        return ""
    counts = (tr("sent {size}"), sent), (tr("taken {size}"), taken), (tr("unsent {size}"), unsent)
    return ", ".join(said.format(size=grouped(count) + ("" if count is None else " B")) for said, count in counts)
