"""Random faults, one after the other: which, on which device, for how long and after what pause. Pure: the same seed
and the same choices make the same faults."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.simulator.faults.catalogue import Kind

SHORTEST_S, LONGEST_S = 0.5, 4.0  # of a fault that lasts
LEAST_PAUSE_S = 0.05
MOST_MEANS = 4  # times the mean: a pause that chance makes longer is cut


@dataclass(frozen=True, slots=True)
class Planned:
    """`seconds` None: it does not last."""

    pause_s: float
    device: str
    kind: Kind
    seconds: float | None


class RandomFaults:
    """Pauses as between events that know nothing of each other: a mean, and no rhythm."""

    def __init__(self, seed: int, mean_s: float, choices: Mapping[str, Sequence[Kind]]) -> None:
        """`choices`: the faults that each device can have."""
        self._random = random.Random(seed)  # noqa: S311  # to be repeatable, not to be secret
        self._mean_s = mean_s
        self._choices = [(device, kind) for device, kinds in choices.items() for kind in kinds]

    def next(self) -> Planned | None:
        """None where no device can have any."""
        if not self._choices:
            return None
        pause = self._random.expovariate(1 / self._mean_s)
        device, kind = self._random.choice(self._choices)
        seconds = self._random.uniform(SHORTEST_S, LONGEST_S)
        bounded = min(max(pause, LEAST_PAUSE_S), MOST_MEANS * self._mean_s)
        return Planned(bounded, device, kind, round(seconds, 1) if kind.lasts else None)
