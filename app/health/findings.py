"""Findings that come and go: which rules hold, since when, and what has changed. Pure.

A rule says what is wrong now, or nothing. Its finding begins with the first look at which it holds and is over once it
has not held for CALM looks in a row: a figure that swings about its limit must not flicker. Until then the words of the
last time stand. Some are over at once: a link that is open again swings about nothing, and "no connection" beside it
would be a lie.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from app.health.course import Course
from app.health.judgement import Finding, Level, Slow

CALM = 3  # looks, a second apart: as long as a person needs to see that something is there


@dataclass(frozen=True, slots=True)
class Case:
    """What rules judge: the looks, and who is slow by them."""

    course: Course
    slow: Slow
    because: str


@dataclass(frozen=True, slots=True)
class Wrong:
    """What a rule has found; see judgement.Finding."""

    level: Level
    title: str
    cause: str
    remedy: str


Rule = Callable[[Case], Wrong | None]


@dataclass(slots=True)
class _Standing:
    since_ns: int
    wrong: Wrong
    calm: int = 0


class Findings:
    """The findings of one device.

    Attributes:
        now: those that stand, the worst first, in the order of the rules.
        begun, over: what the last look has changed.
    """

    def __init__(self, rules: Mapping[str, Rule], over_at_once: Collection[str] = ()) -> None:
        """`over_at_once`: the keys of those that are not kept for calm looks."""
        self.now: tuple[Finding, ...] = ()
        self.begun: tuple[Finding, ...] = ()
        self.over: tuple[Finding, ...] = ()
        self._rules = rules
        self._over_at_once = over_at_once
        self._standing: dict[str, _Standing] = {}

    def judge(self, case: Case) -> tuple[Finding, ...]:
        """After each look."""
        before = {finding.key: finding for finding in self.now}
        for key, rule in self._rules.items():
            self._take(key, rule(case), case.course.now.at_ns)
        found = [_finding(key, self._standing[key]) for key in self._rules if key in self._standing]
        found.sort(key=lambda finding: finding.level is not Level.BAD)
        self.now = tuple(found)
        self.begun = tuple(finding for finding in found if finding.key not in before)
        self.over = tuple(finding for key, finding in before.items() if key not in self._standing)
        return self.now

    def _take(self, key: str, wrong: Wrong | None, at_ns: int) -> None:
        standing = self._standing.get(key)
        if wrong is not None:
            since_ns = at_ns if standing is None else standing.since_ns
            self._standing[key] = _Standing(since_ns, wrong)
        elif standing is not None:
            standing.calm += 1
            if standing.calm >= CALM or key in self._over_at_once:
                del self._standing[key]


def _finding(key: str, standing: _Standing) -> Finding:
    wrong = standing.wrong
    return Finding(key, wrong.level, wrong.title, wrong.cause, wrong.remedy, standing.since_ns)
