"""What stands in a row of the fault control's log. Pure of widgets."""

from __future__ import annotations

import time
from dataclasses import dataclass

from app.simulator.faults.catalogue import KINDS
from ui.faults.record import Note, Played, Stage, shown_counts
from ui.plain import plain
from ui.theme.tokens import State
from ui.translate import told, tr

_SHOWN = {
    Stage.ASKED: State.BUSY,
    Stage.UNDER_WAY: State.WARNING,
    Stage.OVER: State.GOOD,
    Stage.DONE: State.GOOD,
    Stage.REFUSED: State.ALARM,
    Stage.CUT: State.OFFLINE,
}


@dataclass(frozen=True, slots=True)
class RecordLine:
    """One row. `shown` None: it has no mark. `is_open`: it is under way, so that its word counts down."""

    at: str
    device: str
    what: str
    shown: State | None
    word: str
    detail: str
    is_open: bool = False

    def __str__(self) -> str:
        said = [part for part in (f"{self.device} {self.what}".strip(), self.word, self.detail) if part]
        return f"{self.at}, {': '.join(said)}"


def record_line(row: Played | Note, now_ns: int, unix_offset_ns: int) -> RecordLine:
    """`unix_offset_ns`: from app.clock to the wall's."""
    at = time.strftime("%H:%M:%S", time.localtime((row.at_ns + unix_offset_ns) // 10**9))
    device = plain(row.device, 40)
    if isinstance(row, Note):
        text = plain(row.text, 400)
        said = tr("{text} ({count} times)").format(text=text, count=row.count) if row.count > 1 else text
        return RecordLine(at, device, said, State.ALARM if row.is_trouble else None, "", "")
    kind = KINDS.get(row.fault)
    title = told(kind.title) if kind is not None else plain(row.fault, 40)
    word, is_open = _word(row, now_ns), row.stage in (Stage.ASKED, Stage.UNDER_WAY)
    return RecordLine(at, device, title, _SHOWN[row.stage], word, _detail(row), is_open)


def _word(row: Played, now_ns: int) -> str:
    if row.stage is not Stage.UNDER_WAY or row.due_ns is None:
        return told(str(row.stage))
    left_ns = row.due_ns - now_ns
    return shown_left(f"{left_ns / 1e9:.1f} s") if left_ns > 0 else tr("about to end")


def _refusal(reason: str) -> str:
    """Why it was not played: the simulator calls the fault that lasts by its name, and here it has a title."""
    name, _, rest = reason.partition(" ")
    if rest == "lasts" and name in KINDS:
        return tr("“{fault}” lasts").format(fault=told(KINDS[name].title))
    return plain(told(reason), 400)


def shown_left(span: str) -> str:
    return tr("{span} left").format(span=span)


def _detail(row: Played) -> str:
    if row.reason:
        return _refusal(row.reason)
    if row.stage is Stage.ASKED:
        return ""
    counts = shown_counts(row.sent, row.taken, row.unsent)
    if not counts or row.connection is None:
        return counts
    return tr("connection {number}: {counts}").format(number=row.connection, counts=counts)
