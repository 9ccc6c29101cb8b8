"""Looks at a device that is well, and how they differ from that."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from app.health.course import Course
from app.health.diagnosis import Diagnosis
from app.health.figures import Axis, Computer, Figures, Kept, Line, Orders, Reads
from app.health.findings import Case, Rule, Wrong
from app.health.judgement import Slow
from app.health.ledger import Bytes, FrameCounts, Ledger, Samples, Thread

SECOND = 1_000_000_000
BUFFER = 8 << 20
RATE = 1000  # frames of ten bytes a second


def ledger(second: int, rejected: dict[str, int] | None = None, discarded: dict[str, int] | None = None) -> Ledger:
    """Balanced, after so many seconds at RATE."""
    framed, rejected, discarded = RATE * second, rejected or {}, discarded or {}
    lost = sum(discarded.values())
    decoded = framed - sum(rejected.values())
    received = 10 * framed + lost
    return Ledger(
        Bytes(received, 9 * framed, framed, discarded, 0),
        FrameCounts(framed, decoded, rejected, {}),
        Samples(decoded, decoded, 0, 0),
        Thread(received, 0),
        None,
    )


def look(second: int, **changes: Any) -> Figures:
    """A look at a device that is well. `changes`: fields of Figures, or `line__waiting`, `axis__kind` and so on."""
    figures = Figures(
        at_ns=1000 * SECOND + second * SECOND,
        line=Line(
            state="open", address="127.0.0.1:7001", connection=1, opened=1, read=10_000 * second, silent_ns=1000,
            stale_after_ns=5 * SECOND, starved=0, waiting=0, rcv_window=65536, rcv_ooopack=0, last_data_recv_ms=1,
            probes=0, retransmits=0, buffer=BUFFER, buffer_asked=BUFFER // 2, acknowledged=0,
        ),
        ledger=ledger(second),
        reads=Reads(100, 0, 4096, 12.0, True),
        axis=Axis(),
        kept=Kept(span_ns=600 * SECOND),
        computer=Computer(wished_hz=60.0, rate_hz=60.0, lag_ms=1.0),
        orders=Orders(),
    )  # fmt: skip
    for name, value in changes.items():
        group, _, part = name.partition("__")
        whole = {name: value} if not part else {group: replace(getattr(figures, group), **{part: value})}
        figures = replace(figures, **whole)
    return figures


def course_of(looks: list[Figures]) -> Course:
    course = Course()
    for each in looks:
        course.add(each)
    return course


def seconds(count: int, change: Callable[[int], dict[str, Any]] = lambda second: {}) -> list[Figures]:
    """A look a second; `change` gives the changes of each."""
    return [look(second, **change(second)) for second in range(count)]


def found(rule: Rule, looks: list[Figures]) -> Wrong | None:
    """What a rule says after these looks, with the diagnosis that they give."""
    diagnosis, course, answer = Diagnosis(), Course(), (Slow.UNKNOWN, "")
    for each in looks:
        course.add(each)
        answer = diagnosis.judge(course)
    return rule(Case(course, *answer))
