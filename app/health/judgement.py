"""What is said of a link's health: who is slow, figures with their limits, and findings. Values alone; others judge.

Shown by the window, written into reports, and tested without either.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.sentence import sentence

MANY_FAILURES = 3  # attempts in a row: up to then a loss is ordinary, and they span several seconds


class Level(StrEnum):
    GOOD = sentence("good")
    FAIR = sentence("fair")
    BAD = sentence("bad")


class Slow(StrEnum):
    """Who makes the data late."""

    THIS_PC = sentence("this PC")  # the backlog here grows
    NOT_THIS_PC = sentence("not this PC")  # the queue here is empty: what comes is read at once
    NETWORK = sentence("network likely")  # segments come out of order
    DEVICE = sentence("device silent")
    UNKNOWN = sentence("cannot tell")


@dataclass(frozen=True, slots=True)
class Gauge:
    """A figure with its limits.

    value     None: not available
    level     None where `value` is
    good, bad the limits in words, with the unit ("under 4 %", "over 20 %"); between the two it is fair
    hint      what it is and where it comes from
    """

    name: str
    value: float | None
    unit: str
    level: Level | None
    good: str
    bad: str
    hint: str


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is wrong now. It is there as long as it is true, and goes away by itself.

    key       the same as long as it is the same finding, within its device
    title     a few words; cause: with the value that was seen; remedy: what to do about it
    """

    key: str
    level: Level
    title: str
    cause: str
    remedy: str
    since_ns: int


@dataclass(frozen=True, slots=True)
class Health:
    """One link at the last second's check. `because`: what `slow` follows from, with the values seen."""

    slow: Slow
    because: str
    gauges: tuple[Gauge, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def level(self) -> Level:
        """The worst of the findings."""
        levels = [finding.level for finding in self.findings]
        return Level.BAD if Level.BAD in levels else Level.FAIR if Level.FAIR in levels else Level.GOOD
