"""Random events on a rig of five links, and every invariant after each of them.

    with simulation(seed) as run:
        run.play(100_000)
        run.end()

What happens follows from the seed alone, so that a failure is repeated by it (python -m tests.app.simulation.run).
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import accumulate

from app.link.contract import State
from tests.app.simulation.events import EVENTS
from tests.app.simulation.invariants import Watch
from tests.app.simulation.world import World, world

TOLD = 40  # events before the one that broke something


class InvariantBrokenError(AssertionError):
    """Says what, after which event, and how to see it again."""


class Simulation:
    """Attributes: world; played, how many events; happened, how often each came; watches, one a station."""

    def __init__(self, made: World, seed: int) -> None:
        self.world = made
        self.seed = seed
        self.played = 0
        self.happened: Counter[str] = Counter()
        self.recent: deque[str] = deque(maxlen=TOLD)
        rig = made.rig
        self.watches = [
            Watch(station, device, rig, made.clock) for station, device in zip(made.stations, rig.devices, strict=True)
        ]
        self._checked = 0  # turns of the loop at the last check
        self._events = list(EVENTS)
        self._weights = list(accumulate(EVENTS.values()))

    def play(self, count: int) -> None:
        for _ in range(count):
            self._step()

    def _step(self) -> None:
        made, dice = self.world, self.world.dice
        event = dice.choices(self._events, cum_weights=self._weights)[0]
        station = dice.choice(made.stations)
        self.played += 1
        self.happened[event.__name__] += 1
        self.recent.append(f"{self.played} at {made.clock.now_ns} {station.name} {event.__name__}")
        station.touch()
        event(made, station)
        if dice.random() < 0.7:
            made.turn()
        self.check()

    def check(self, *, everything: bool = False) -> None:
        """Every invariant. A link that nothing can have reached must be as it was, which is looked at first: what held
        of it then still holds."""
        clock = self.world.clock
        due = clock.next_due_ns()
        at_rest = due is None or due > clock.now_ns
        for watch in self.watches:
            if everything or watch.station.touched >= self._checked:
                problems = list(watch.problems(at_rest=at_rest))
            else:
                problems = list(watch.changes())
            if problems:
                self._fail(watch.station.name, problems)
        self._checked = clock.turns
        if self.world.rig.failures:
            self._fail("the rig", [str(self.world.rig.failures)])
        if self.world.raised:
            self._fail("a slot", [f"raised {error!r}" for error in self.world.raised])

    def _fail(self, name: str, problems: list[str]) -> None:
        told = "\n  ".join(self.recent)
        raise InvariantBrokenError(
            f"{name}: {'; '.join(problems)}\nafter event {self.played}:\n  {told}\n"
            f"again: python -m tests.app.simulation.run --seed {self.seed} --until {self.played}"
        )

    def end(self) -> None:
        """Close everything; then all is idle, told and balanced."""
        self.world.stop()
        self.check(everything=True)
        for watch in self.watches:
            problems = []
            if watch.statistics.state is not State.IDLE:
                problems.append(f"{watch.statistics.state} after the end")
            if watch.device.pipeline.pending or watch.statistics.unsent:
                problems.append(f"{watch.device.pipeline.pending} bytes pending, {watch.statistics.unsent} unsent")
            if watch.station.attempts or watch.station.link._alarm.due_ns is not None:
                problems.append("something is still planned")
            if problems:
                self._fail(watch.station.name, problems)


@contextmanager
def simulation(seed: int) -> Iterator[Simulation]:
    """Needs a QCoreApplication."""
    with world(seed) as made:
        yield Simulation(made, seed)
