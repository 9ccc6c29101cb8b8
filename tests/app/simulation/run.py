"""The simulation by itself: `python -m tests.app.simulation.run --events 1000000 --seed 7`.

    --events N  how many (a million by default)
    --seed N    what happens follows from it; without one it is drawn, and printed at once
    --until K   play a failure again up to event K, and tell the last events before it

Exit code 1 where an invariant was broken.
"""

from __future__ import annotations

import argparse
import logging
import random
import sys
import time

from PySide6.QtCore import QCoreApplication

from tests.app.simulation.simulation import InvariantBrokenError, Simulation, simulation
from tests.app.simulation.world import LoopSpinsError

PIECE = 20_000  # events between two lines of progress


def main(arguments: list[str] | None = None) -> int:
    asked = _asked(arguments)
    seed = asked.seed if asked.seed is not None else random.SystemRandom().randrange(1 << 31)
    events = asked.until or asked.events
    print(f"seed {seed}, {events} events", flush=True)
    application = QCoreApplication.instance() or QCoreApplication(sys.argv[:1])
    logging.disable(logging.WARNING)  # that devices are lost is what this is about
    with simulation(seed) as run:
        try:
            _play(run, events)
            if asked.until is None:
                run.end()
        except (InvariantBrokenError, LoopSpinsError) as error:
            print(error)
            return 1
        _tell(run, with_events=asked.until is not None)
    del application
    return 0


def _asked(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.app.simulation.run", description=__doc__.splitlines()[0])
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int)
    parser.add_argument("--until", type=int)
    return parser.parse_args(arguments)


def _play(run: Simulation, events: int) -> None:
    began = time.monotonic()
    while run.played < events:
        run.play(min(PIECE, events - run.played))
        simulated = run.world.clock.lived_ns / 1e9
        print(f"{run.played} events in {time.monotonic() - began:.0f} s, {simulated:.0f} s simulated", flush=True)


def _tell(run: Simulation, *, with_events: bool) -> None:
    for watch in run.watches:
        judge, states = watch.station.judge, sorted(watch.station.judge.states.items())
        print(
            f"{watch.station.name} ({watch.station.plan.way}): {judge.opened} connections, {judge.received} bytes,"
            f" {judge.final.total()} commands; {', '.join(f'{state}: {count}' for state, count in states)}"
        )
    if with_events:
        print("the last events:", *run.recent, sep="\n  ")


if __name__ == "__main__":
    sys.exit(main())
