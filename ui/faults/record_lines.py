"""What stands in a row of the fault control's log. Pure of widgets."""

from __future__ import annotations

import time
from dataclasses import dataclass

from app.simulator.faults.catalogue import KINDS
from ui.faults.record import Note, Played, Stage, shown_counts
from ui.plain import plain
from ui.theme.tokens import State

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
        times = f" ({row.count} times)" if row.count > 1 else ""
        return RecordLine(at, device, plain(row.text, 400) + times, State.ALARM if row.is_trouble else None, "", "")
    kind = KINDS.get(row.fault)
    title = kind.title if kind is not None else plain(row.fault, 40)
    word, is_open = _word(row, now_ns), row.stage in (Stage.ASKED, Stage.UNDER_WAY)
    return RecordLine(at, device, title, _SHOWN[row.stage], word, _detail(row), is_open)


def _word(row: Played, now_ns: int) -> str:
    if row.stage is not Stage.UNDER_WAY or row.due_ns is None:
        return str(row.stage)
    left_ns = row.due_ns - now_ns
    return f"{left_ns / 1e9:.1f} s left" if left_ns > 0 else "ending"


def _detail(row: Played) -> str:
    if row.reason:
        return plain(row.reason, 400)
    if row.stage is Stage.ASKED:
        return ""
    counts = shown_counts(row.sent, row.taken, row.unsent)
    return f"connection {row.connection}: {counts}" if counts and row.connection is not None else counts
