"""Faults by time: `imu:stall@5s/2s, motor:rst@8s, random/3s`.

A plan is read without a device at hand, and turns into one sequence of acts that is known from the seed alone: what is
played at which moment, and for how long, does not depend on what happens meanwhile. An act that comes while another
fault lasts on its device is refused, and told of.
"""

from __future__ import annotations

import heapq
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.simulator.clock import NS
from app.simulator.dice import seed_of
from app.simulator.faults.catalogue import KINDS
from app.simulator.faults.player import LONGEST_SPAN_NS, Player
from app.simulator.faults.possible import reason_not
from app.simulator.span import span

MOST_ACTS = 10_000
LEAST_MEAN_NS = NS // 100
RANDOM_SPAN_S = (0.3, 3.0)
_TIMED = re.compile(r"([^:@/\s]+):([^:@/\s]+)@([^:@/]+)(?:/([^:@/]+))?")
_RANDOM = re.compile(r"random/([^:@/]+)")


class PlanError(ValueError):
    """The plan cannot be meant; the message says what was expected and seen."""


@dataclass(frozen=True, slots=True, order=True)
class Act:
    """A fault on a device, so long after the start; `span_ns` None: as long as it lasts by itself."""

    after_ns: int
    device: str
    kind: str
    span_ns: int | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    acts: tuple[Act, ...] = ()
    random_mean_ns: tuple[int, ...] = ()  # one for each `random/...`

    def schedule(self, devices: Sequence[str], seed: int) -> Iterator[Act]:
        """In the order of their times; endless where something is random."""
        streams = [_random_acts(mean_ns, devices, seed, place) for place, mean_ns in enumerate(self.random_mean_ns)]
        return heapq.merge(sorted(self.acts), *streams)

    def check(self, devices: Sequence[str]) -> None:
        """PlanError where it names a device that is not there."""
        for act in self.acts:
            if act.device not in devices:
                raise PlanError(f"device {act.device!r} is not served: expected one of {', '.join(devices)}")


def read_plan(text: str) -> Plan:
    """PlanError, which is a ValueError, in words."""
    acts, means = [], []
    for item in text.split(","):
        found = _RANDOM.fullmatch(item.strip())
        if found is not None:
            means.append(_mean(found[1]))
        else:
            acts.append(_act(item.strip()))
    if len(acts) > MOST_ACTS or len(means) > MOST_ACTS:
        raise PlanError(f"{len(acts) + len(means)} faults are too many: at most {MOST_ACTS}")
    return Plan(tuple(acts), tuple(means))


def _mean(text: str) -> int:
    mean_ns = _time(text)
    if mean_ns < LEAST_MEAN_NS:
        raise PlanError(f"random/{text} is too often: at least {LEAST_MEAN_NS * 1000 // NS} ms apart in the mean")
    return mean_ns


def _act(item: str) -> Act:
    found = _TIMED.fullmatch(item)
    if found is None:
        raise PlanError(
            f'{item!r} is not a fault: expected "imu:stall@5s/2s" (device, fault, time, span) or "random/3s"'
        )
    device, name, at, lasting = found.groups()
    if name not in KINDS:
        raise PlanError(f"there is no fault {name!r}: expected one of {', '.join(KINDS)}")
    reason = reason_not(device, name)
    if reason:
        raise PlanError(f"{device} cannot have {name}: {reason}")
    if lasting is not None and not KINDS[name].lasts:
        raise PlanError(f"{name} happens at once and has no span: {item!r}")
    span_ns = None if lasting is None else _time(lasting)
    if span_ns is not None and not 0 < span_ns <= LONGEST_SPAN_NS:
        raise PlanError(f"span {lasting} of {item!r} is not above 0 and at most {LONGEST_SPAN_NS // NS} s")
    return Act(_time(at), device, name, span_ns)


def _time(text: str) -> int:
    try:
        return span(text)
    except ValueError as error:
        raise PlanError(str(error)) from error


def _random_acts(mean_ns: int, devices: Sequence[str], seed: int, place: int) -> Iterator[Act]:
    chance = random.Random(seed_of(seed, "plan", place))  # noqa: S311  # no secrets
    moment = 0
    while True:
        moment += round(chance.expovariate(1 / mean_ns))
        device = chance.choice(devices)
        name = chance.choice([name for name in KINDS if not reason_not(device, name)])
        seconds = chance.uniform(*RANDOM_SPAN_S)
        yield Act(moment, device, name, round(seconds * NS) if KINDS[name].lasts else None)


class Timetable:
    """Plays a plan's acts when they fall due."""

    def __init__(self, acts: Iterator[Act], players: Mapping[str, Player], start_ns: int) -> None:
        self._acts = acts
        self._players = players
        self._start_ns = start_ns
        self._next = next(acts, None)

    def wake_ns(self) -> int | None:
        return None if self._next is None else self._start_ns + self._next.after_ns

    def turn(self, now_ns: int) -> None:
        while self._next is not None and self._start_ns + self._next.after_ns <= now_ns:
            act = self._next
            self._players[act.device].play(act.kind, act.span_ns, now_ns)
            self._next = next(self._acts, None)

    def stop(self, now_ns: int) -> None:
        self._next = None
