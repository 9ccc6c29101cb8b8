"""`make robot`: a hand at random on the demo's window, for half an hour. Exit code 1 where anything is not well.

It clicks, types, drags, turns the wheel, chooses in menus, opens and closes dialogs, on the real window over simulated
devices with faults; it does not quit, and writes files in a folder of its own alone. After a failure it prints the
seed and the last fifty steps: `--seed N --steps M` goes the same way again, as far as the devices do.
"""

from __future__ import annotations

import argparse
import faulthandler
import os
import secrets
import sys
import tempfile
import warnings
from collections.abc import Sequence
from pathlib import Path

from app.quantities import Duration

OK, UNWELL = 0, 1
HALF_HOUR_S = 1800.0
STUCK_S = 60  # without a turn of the loop for so long the stacks of all threads are printed and it is over


def main(arguments: Sequence[str]) -> int:
    options = _parser().parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="quintet-robot-") as name:
        folder = Path(name)
        _move_in(folder)
        faulthandler.enable()  # a crash says where
        warnings.simplefilter("error")  # seen by who watches for exceptions
        from tests.robot.robot import Robot  # Qt is told of the folders before it is there

        robot = Robot(folder, options.seed, options.span / 1e9, options.steps)
        print(f"robot: seed {options.seed}, {options.span / 1e9:g} s", flush=True)
        found = robot.run()
    if found:
        print("the last steps:", *robot.hands.last, sep="\n  ")
    for line in dict.fromkeys(found):
        print(f"NOT WELL: {line}")
    outcome = "not well" if found else "all is well"
    print(f"robot with seed {options.seed}: {robot.hands.steps} steps, {outcome}", flush=True)
    return UNWELL if found else OK


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.robot", description=__doc__)
    parser.add_argument(
        "--for", dest="span", type=Duration.parse, default=Duration(HALF_HOUR_S * 1e9), metavar="TIME",
        help="how long (default 30 min)",
    )  # fmt: skip
    parser.add_argument(
        "--seed", type=int, default=secrets.randbelow(1 << 31), help="of all that is random (default: a new one)"
    )
    parser.add_argument("--steps", type=int, metavar="M", help="end after so many steps")
    return parser


def _move_in(folder: Path) -> None:
    """All that is the user's lies in the robot's folder from now on."""
    for name in ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "XDG_STATE_HOME"):
        place = folder / name
        place.mkdir(mode=0o700)
        os.environ[name] = str(place)
    os.environ["LC_ALL"] = "C.UTF-8"
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
