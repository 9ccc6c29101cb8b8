"""`make soak`: five devices with a random fault every few seconds, for an hour. Exit code 1 where anything is not well.

A rig in this process, the simulator in another, and beside them a window on devices with faults of their own. Each
second memory, descriptors and threads of all are looked at; they must be flat after the first minute (after a third of
the time where the whole is short). Every ledger must balance, and every connection must have carried what was sent
(digests). With an hour or more a simulated rig goes through a million events as well.
"""

from __future__ import annotations

import argparse
import logging
import os
import secrets
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from app.quantities import Duration
from tests.soak.companions import Companion, Window, simulation
from tests.soak.flatness import flatness, left_behind
from tests.soak.processes import Watched, sample
from tests.soak.soaked import Soaked

OK, UNWELL = 0, 1
HOUR_S = 3600.0
SETTLED_S = 60.0
TELL_EVERY_S = 60
KEPT_FOR_DIGESTS = (
    96 << 20
)  # of each of five connections the simulator keeps the last 16 MiB; a slow one's fill for hours
MEAN_BETWEEN_FAULTS = "random/3s"


def main(arguments: Sequence[str]) -> int:
    options = _parser().parse_args(arguments)
    seconds, seed = options.span / 1e9, options.seed
    settled_s = min(SETTLED_S, seconds / 3)
    print(f"soak: {seconds:g} s, faults {options.faults}, seed {seed}", flush=True)
    logging.getLogger("quintet").addHandler(logging.NullHandler())  # what links say is not what is judged
    application = QCoreApplication(["soak"])
    with tempfile.TemporaryDirectory(prefix="quintet-soak-") as name:
        found = _soak(Path(name), seconds, seed, options.faults, settled_s, window=options.window)
    del application
    for line in found:
        print(f"NOT WELL: {line}")
    print(f"soak of {seconds:g} s with seed {seed}: {'not well' if found else 'all is well'}", flush=True)
    return UNWELL if found else OK


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument(
        "--for", dest="span", type=Duration.parse, default=Duration(HOUR_S * 1e9), metavar="TIME",
        help="how long (default 1 h)",
    )  # fmt: skip
    parser.add_argument(
        "--seed", type=int, default=secrets.randbelow(1 << 31), help="of all that is random (default: a new one)"
    )
    parser.add_argument(
        "--faults",
        default=MEAN_BETWEEN_FAULTS,
        metavar="PLAN",
        help="as `quintet simulate` has it (default %(default)s)",
    )
    parser.add_argument("--no-window", dest="window", action="store_false", help="the rig alone")
    return parser


def _soak(folder: Path, seconds: float, seed: int, faults: str, settled_s: float, *, window: bool) -> list[str]:
    companions: list[Companion] = []
    soaked = Soaked(folder, seed, faults)
    try:
        watched = [Watched("rig", os.getpid()), Watched("simulator", soaked.simulator.pid, KEPT_FOR_DIGESTS)]
        if window:
            shown = Window(seconds, seed + 1, faults, folder)
            companions.append(shown)
            watched.append(Watched("window", shown.pid))
            shown.await_open()
        if seconds >= HOUR_S:
            companions.append(simulation(seed, folder))
        before = sample(os.getpid(), 0.0)
        soaked.start()
        while soaked.seconds < seconds:
            soaked.run_a_second()
            for each in watched:
                each.look(soaked.seconds)
            if soaked.second % TELL_EVERY_S == 0:
                print(f"{soaked.seconds:6.0f} s  {_in_short(soaked)}", flush=True)
        soaked.finish()
        after = sample(os.getpid(), soaked.seconds)
        found = soaked.complaints()
        if before is not None and after is not None:
            found += [f"rig: {line}" for line in left_behind(before, after)]
            counts = (
                f"{name} {getattr(before, name)} -> {getattr(after, name)}" for name in ("descriptors", "threads")
            )
            print("rig at rest: " + ", ".join(counts))
        found += [line for companion in companions for line in companion.complaints()]
        print(_in_short(soaked))
        print("faults: " + ", ".join(f"{count} {name}" for name, count in soaked.faults.most_common()))
        return found + _judged(watched, settled_s)
    finally:
        for companion in companions:
            companion.close()
        soaked.close()


def _in_short(soaked: Soaked) -> str:
    received = sum(device.pipeline.received for device in soaked.rig.devices)
    opened = sum(device.link.statistics().opened for device in soaked.rig.devices)
    compared = sum(accounts.compared for accounts in soaked.accounts)
    unknown = sum(accounts.unknown for accounts in soaked.accounts)
    return (
        f"{received / 1e6:.1f} MB received, {opened} connections, {compared} compared by digest ({unknown} no longer "
        f"known), {sum(soaked.faults.values())} faults, {soaked.sent} commands, {soaked.refused} refused, "
        f"{soaked.toggled} changes of the transport"
    )


def _judged(watched: Sequence[Watched], settled_s: float) -> list[str]:
    found = []
    for each in watched:
        judged = flatness(each.samples, settled_s)
        if judged is None:
            found.append(f"{each.name}: too few samples to be judged ({len(each.samples)})")
            continue
        print(f"{each.name:10} {judged}")
        found += [f"{each.name}: {line}" for line in judged.complaints(each.also)]
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
