"""What the health page says of a device: entries made from values. Pure of widgets, so that each line can be tested.

"not available" stands where the system does not tell, and a figure without a value has no level.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale

from app.health.events import Event, EventKind
from app.health.judgement import Finding, Gauge, Health, Level, Slow
from app.quantities import shown_bytes
from ui.health.outlook import LEVELS
from ui.health.strip_line import shown_age
from ui.help.asking import finding_target
from ui.inspector.content import NOT_AVAILABLE, grouped
from ui.inspector.figures import Dated, Entry, Figure, Heading, Judged, Note
from ui.plain import plain, shown_rate
from ui.theme.tokens import State
from ui.translate import marked, told, tr

if TYPE_CHECKING:  # an empty window starts without what a rig needs
    from app.health.ledger import Ledger
    from app.rig import DeviceStatus
    from ui.health.recent_ages import Recent

EVENTS_SHOWN = 100  # the report has them all
FAILURES_SHOWN = 3
LEAST = 0.01  # of a gauge: what is less is not worth its digits, but it is not nothing
AGE_ABOUT = marked(
    "From readable to painted, over the last minute; an upper bound. The longest, while p99 has too few chunks"
)
BEHIND_ABOUT = marked("The most that a read of the last second left waiting in the kernel")
_SLOW_WORDS = {
    Slow.THIS_PC: marked("this PC"),
    Slow.NOT_THIS_PC: marked("not this PC"),
    Slow.NETWORK: marked("network likely"),
    Slow.DEVICE: marked("device silent"),
    Slow.UNKNOWN: marked("cannot tell"),
}
_LEVEL_WORDS = {Level.GOOD: marked("good"), Level.FAIR: marked("fair"), Level.BAD: marked("bad")}
_EVENT_WORDS = {
    EventKind.OPENED: marked("opened"),
    EventKind.ENDED: marked("ended"),
    EventKind.FAILED: marked("attempt failed"),
    EventKind.STALE: marked("silent"),
    EventKind.FRESH: marked("speaks again"),
    EventKind.VIOLATION: marked("violation"),
    EventKind.FINDING: marked("finding"),
    EventKind.CLEARED: marked("finding over"),
    EventKind.HANDED_OVER: marked("handed over"),
    EventKind.LEDGER: marked("ledger"),
    EventKind.SENT: marked("sent"),
    EventKind.EDITED: marked("edited"),
}
_UNIT_WORDS = {  # of gauges: behind a number, and behind a one
    "segments": (marked("segments"), marked("1 segment")),
    "times": (marked("times"), marked("1 time")),
    "attempts": (marked("attempts"), marked("1 attempt")),
    "chunks": (marked("chunks"), marked("1 chunk")),
}
_SLOW_MARKS = {
    Slow.THIS_PC: State.WARNING,
    Slow.NOT_THIS_PC: State.GOOD,
    Slow.NETWORK: State.WARNING,
    Slow.DEVICE: State.STALE,
    Slow.UNKNOWN: State.OFFLINE,
}
_RANKS = {Level.BAD: 0, Level.FAIR: 1, Level.GOOD: 2}


def health_figures(status: DeviceStatus, recent: Recent, failures: Sequence[str], log: Sequence[Entry]) -> list[Entry]:
    """The whole page. `failures`: of the ledger, since the start; `log`: as `event_entries` made it."""
    return [
        *_slow_entries(status.health),
        *_finding_entries(status.health.findings),
        *_now_entries(status, recent),
        *_ledger_entries(status.ledger, failures),
        *_reason_entries(status.statistics.opened, status.statistics.reasons),
        *_gauge_entries(status.health.gauges),
        *log,
    ]


def _slow_entries(health: Health) -> list[Entry]:
    said = plain(told(health.because), 300)
    return [
        Heading(tr("Who is slow")),
        Note(_sentence(tr(_SLOW_WORDS[health.slow])), _SLOW_MARKS[health.slow]),
        *([Note(_sentence(said), part=True)] if said else []),
    ]


def _finding_entries(findings: Sequence[Finding]) -> list[Entry]:
    """The worst first. They are there as long as they are true."""
    entries: list[Entry] = [Heading(tr("Findings"))]
    if not findings:
        return [*entries, Note(tr("Nothing is wrong"), State.GOOD)]
    for finding in sorted(findings, key=lambda each: _RANKS[each.level]):
        target = finding_target(finding.key)
        entries.append(Note(_sentence(plain(told(finding.title), 100)), LEVELS[finding.level], target=target))
        said = (finding.cause, finding.remedy)
        entries += [Note(_sentence(plain(told(text), 400)), part=True, target=target) for text in said if text]
    return entries


def _gauge_entries(gauges: Sequence[Gauge]) -> list[Entry]:
    return [Heading(tr("Against their limits")), *map(_judged, gauges)] if gauges else []


def _judged(gauge: Gauge) -> Entry:
    value, unit = _measured(gauge.value, gauge.unit)
    tone = LEVELS[gauge.level] if gauge.level is not None else None
    name, hint, limits = _sentence(told(gauge.name)), told(gauge.hint), _limits(gauge)
    if not limits:
        return Figure(name, value, None, hint, unit)
    word = tr(_LEVEL_WORDS[gauge.level]) if gauge.level is not None else ""
    return Judged(name, value, unit, tone, word, limits, hint)


def _limits(gauge: Gauge) -> str:
    good = tr("good {limit}").format(limit=told(gauge.good)) if gauge.good else ""
    bad = tr("bad {limit}").format(limit=told(gauge.bad)) if gauge.bad else ""
    return ", ".join(limit for limit in (good, bad) if limit)


def _measured(value: float | None, unit: str) -> tuple[str, str | None]:
    """A number and its unit; a text and None where it is not to be had."""
    if value is None:
        return tr(NOT_AVAILABLE), None
    if unit == "B":
        number, _, unit = shown_bytes(value).partition(" ")
        return number, unit
    if 0 < value < LEAST:
        return f"< {LEAST:g}", _unit(value, unit)
    whole = float(value).is_integer() or abs(value) >= 999.5
    return (grouped(round(value)) if whole else f"{value:.3g}"), _unit(value, unit)


def _unit(value: float, unit: str) -> str:
    if unit not in _UNIT_WORDS:
        return unit
    several, one = _UNIT_WORDS[unit]
    return tr(one).removeprefix("1 ") if value == 1 else tr(several)


def _now_entries(status: DeviceStatus, recent: Recent) -> list[Entry]:
    quantile, _, age = shown_age(recent).partition(" ")
    name = tr("Age on screen, {quantile}").format(quantile=quantile) if quantile else tr("Age on screen")
    behind = tr(NOT_AVAILABLE) if recent.behind is None else shown_bytes(recent.behind)
    return [
        Heading(tr("Lately")),
        Figure(tr("Frames"), shown_rate(status.frames_per_s, "Hz")),
        Figure(tr("Bytes"), shown_rate(status.bytes_per_s, "B/s")),
        Figure(name, age or tr(NOT_AVAILABLE), None, tr(AGE_ABOUT)),
        Figure(tr("Left behind a read"), behind, None, tr(BEHIND_ABOUT)),
    ]


def _ledger_entries(account: Ledger, failures: Sequence[str]) -> list[Entry]:
    if account.balanced and not failures:
        return [Heading(tr("Ledger")), Note(tr("Every byte is accounted for"), State.GOOD)]
    shown = list(failures or account.failures())[:FAILURES_SHOWN]
    return [
        Heading(tr("Ledger")),
        Note(tr("The ledger does not add up"), State.ALARM),
        *[Note(plain(told(failure), 300), part=True) for failure in shown],
    ]


def _reason_entries(opened: int, reasons: Mapping[str, int]) -> list[Entry]:
    """Why it was not connected, the commonest first."""
    ranked = sorted(reasons.items(), key=lambda item: -item[1])
    return [
        Heading(tr("Connections")),
        Figure(tr("Opened"), grouped(opened)),
        *[Figure(plain(told(reason), 120), grouped(count)) for reason, count in ranked if count],
    ]


def event_entries(events: Sequence[Event], older: int, wall_offset_ns: int) -> list[Entry]:
    """The log, the newest first; the day stands where it changes. `older`: how many are not shown.
    `wall_offset_ns`: from app.clock to the wall."""
    entries: list[Entry] = [Heading(tr("What happened"))]
    if not events:
        return [*entries, Note(tr("Nothing yet"))]
    day = None
    for event in events:
        at = datetime.fromtimestamp((event.at_ns + wall_offset_ns) / 1e9)  # of the wall beside the reader
        if day is not None and at.date() != day:
            entries.append(Note(_day(at)))
        day = at.date()
        again = f"  ×{grouped(event.count)}" if event.count > 1 else ""
        entries.append(Dated(f"{at:%H:%M:%S}", f"{_event(event)}{again}"))
    return [*entries, *([Note(_older(older))] if older else [])]


def _older(count: int) -> str:
    return tr("and 1 older one") if count == 1 else tr("and {count} older ones").format(count=grouped(count))


def _day(at: datetime) -> str:
    """With the names of the window's language, whatever the system's is."""
    return QLocale(tr("en")).toString(QDate(at.year, at.month, at.day), tr("dddd, dd MMMM yyyy"))


def _event(event: Event) -> str:
    kind = tr(_EVENT_WORDS[event.kind])
    return f"{kind}: {plain(told(event.text), 300)}" if event.text else kind


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
