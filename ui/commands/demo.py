"""`quintet demo`: five simulated devices, in a process of their own, and the dashboard on them."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from app.quantities import Duration

OFF_SCREEN_LIMIT = Duration(10 * 10**9)  # with nobody to close the window, it ends by itself
PICTURE = "quintet-demo.png"


EPILOG = """\
The devices run in a process of their own that ends with the window. They are the same as those of `quintet simulate`,
and the window opens a session file for them as it opens yours. Faults can be played on them: in the window (Measure >
Faults, Ctrl+Shift+F), or by time with --faults, whose words `quintet simulate --help` explains.

With no display the same window runs off screen for ten seconds, writes quintet-demo.png and prints the table.

examples:
  quintet demo --rate 20                     twenty times as much of everything
  quintet demo --faults random/3s --seed 7   a random fault every three seconds in the mean, the same ones each time
  quintet demo --headless --for 5s --json -  a run without a window, and its report
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    from app.simulator.arguments import plan, port, rate, seed
    from ui.cli import add_common, target

    parser.epilog, parser.formatter_class = EPILOG, argparse.RawDescriptionHelpFormatter
    parser.add_argument(
        "--rate", type=sound(rate), default="1", metavar="X", help="multiply each device's rate by X; max: flat out"
    )
    parser.add_argument(
        "--port", type=sound(port), default="0", metavar="P", help="the devices listen on P to P+4; 0: any free ports"
    )
    parser.add_argument(
        "--faults",
        type=sound(plan),
        metavar="PLAN",
        help="faults by time: 'imu:stall@5s/2s', 'random/3s'",
    )
    parser.add_argument(
        "--seed", type=sound(seed), metavar="N", help="of all faults that are by chance (default: a new one, shown)"
    )
    parser.add_argument(
        "--picture", type=target, metavar="FILE", help="a picture of the window (PNG), taken at the end"
    )
    add_common(parser, window=True)


def sound(parse: Callable[[str], object]) -> Callable[[str], str]:
    """An argparse type: what the simulator would take, as it was written; refused before a window is made."""

    def check(text: str) -> str:
        parse(text)
        return text

    return check


def given(name: str, value: str | None) -> list[str]:
    """An option of the simulator's, where it was given."""
    return [] if value is None else [f"--{name}", value]


def run(options: argparse.Namespace) -> int:
    from ui.display import choose_platform, has_display
    from ui.output import complain
    from ui.window_command import WindowCommand

    choose_platform(headless=options.headless)
    with WindowCommand(options) as command:
        if not has_display():
            limit = options.limit or OFF_SCREEN_LIMIT
            picture = options.picture or PICTURE
            complain(f"No display: the same window runs off screen for {limit.seconds:g} s.")
            command.limit_to(limit, picture)
        faults = [word for name in ("faults", "seed") for word in given(name, getattr(options, name))]
        command.simulate(["--rate", options.rate, "--port", options.port, *faults], controlled=True)
        return command.execute()
