"""One figure of the bench: its value, the limit beside it from the same run, the goal and the floor."""

from __future__ import annotations

import os
import platform
from collections.abc import Callable
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any


class MeasurementError(Exception):
    """A figure could not be measured, or what was measured is not what was meant; the message says why."""


@dataclass(frozen=True, slots=True)
class Row:
    """A measured figure.

    value   in `unit`
    limit   what the bare machine does with the same work, in `unit`; None where there is none
    ratio   value / limit, the median over the rounds
    goal    what `ratio` (where there is a limit) or `value` should reach; floor: below it something is wrong
    lower   whether less is better
    note    how it was measured, where that varies (the display)
    """

    name: str
    value: float
    unit: str
    limit: float | None = None
    ratio: float | None = None
    goal: float | None = None
    floor: float | None = None
    lower: bool = False
    note: str = ""

    @property
    def judged(self) -> float:
        return self.value if self.ratio is None else self.ratio

    @property
    def met(self) -> bool | None:
        return None if self.goal is None else self._reaches(self.goal)

    @property
    def above_floor(self) -> bool:
        return self.floor is None or self._reaches(self.floor)

    def _reaches(self, mark: float) -> bool:
        return self.judged <= mark if self.lower else self.judged >= mark

    def as_json(self) -> dict[str, Any]:
        fields = asdict(self)
        del fields["lower"]
        return {**fields, "met": self.met}


def paired(
    name: str,
    unit: str,
    ours: Callable[[], float],
    limit: Callable[[], float],
    *,
    rounds: int,
    goal: float,
    floor: float,
    lower: bool = False,
    note: str = "",
) -> Row:
    """Measure both in turn, `rounds` times, and compare pair by pair: the machine's drift hits both alike."""
    pairs = [(ours(), limit()) for _ in range(rounds)]
    return Row(
        name,
        median(a for a, _ in pairs),
        unit,
        median(b for _, b in pairs),
        median(a / b for a, b in pairs),
        goal,
        floor,
        lower,
        note,
    )


def machine() -> dict[str, Any]:
    """What the figures were measured on."""
    return {
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.release()}",
        "processor": _processor(),
        "cpus": os.process_cpu_count() if hasattr(os, "process_cpu_count") else len(os.sched_getaffinity(0)),
    }


def _processor() -> str | None:
    try:
        with open("/proc/cpuinfo", encoding="utf-8", errors="replace") as lines:
            return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), None)
    except OSError:
        return platform.processor() or None
