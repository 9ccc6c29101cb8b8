"""`quintet compare`: one thread against SocketThreads, measured in the real window."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from app.comparison.rounds.schedule import (
    DEFAULT_FOR_NS,
    DEFAULT_ROUNDS,
    FEWEST_ROUNDS,
    LONGEST_FOR_NS,
    MOST_ROUNDS,
    SHORTEST_FOR_NS,
)
from app.quantities import Duration

EPILOG = """\
The links of the window are read by its own thread and by a SocketThread each, in turn, on the same connected sockets.
A round is eight blocks: gui thread thread gui, gui thread thread gui. Each lasts a quarter of --for, after a pause in
which the other mode's rest goes by. Neighbours make four pairs a round; with eight or more an exact test says whether
their difference is more than this machine's noise. So two rounds are the fewest that give a verdict, and ten (40 pairs)
are the most that the test takes.

It ends with its evidence, its limits and one sentence:
  enough        one thread is enough: data is painted within --acceptable
  helps         it is so with threads alone, or senders are held back for less
  neither       it is so in neither mode, and what the time went on
  cannot tell   the difference is smaller than the noise
  too few       pairs, or chunks: measure for longer

Measured in the real window, on the display there is, else off screen; it says which. Leave the machine alone
meanwhile, and do not cover the window. It takes 2 x ROUNDS x TIME and some seconds more.

examples:
  quintet compare bench.toml                                    your own devices, about two minutes
  quintet compare --demo --for 5s --rounds 3                    five simulated ones, under a minute
  quintet compare --demo --stall sleep:100ms/500ms              what a thread buys where the window is busy
  quintet compare bench.toml --baseline --html bench.html       with a bare epoll loop beside, as a page to pass on

exit codes: 0 a verdict, and every byte accounted for; 1 too few to tell, a ledger that does not add up, a device that
never opened; 2 bad usage or session
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    from app.simulator.arguments import rate
    from ui.cli import add_stall, duration, target
    from ui.commands.demo import sound

    parser.epilog, parser.formatter_class = EPILOG, argparse.RawDescriptionHelpFormatter
    parser.usage = "quintet compare SESSION [options]\n       quintet compare --demo [--rate X] [options]"
    parser.add_argument("session", nargs="?", metavar="SESSION", help="a session file (TOML)")
    parser.add_argument("--demo", action="store_true", help="on five simulated devices, in place of a session")
    parser.add_argument(
        "--rate", type=sound(rate), metavar="X", help="of the demo: multiply each device's rate by X; max: flat out"
    )
    parser.add_argument(
        "--for", dest="span", type=_span, default=Duration(DEFAULT_FOR_NS), metavar="TIME",
        help="the time that each mode gets a round (default 10s)",
    )  # fmt: skip
    parser.add_argument(
        "--rounds", type=_rounds, default=DEFAULT_ROUNDS, metavar="N",
        help=f"{FEWEST_ROUNDS} to {MOST_ROUNDS} (default %(default)s)",
    )  # fmt: skip
    parser.add_argument(
        "--acceptable", type=duration, default=Duration(50_000_000), metavar="TIME",
        help="how old painted data may be (default 50ms)",
    )  # fmt: skip
    parser.add_argument(
        "--baseline", action="store_true",
        help="read the same stream by a bare epoll loop first, in a process of its own, before the window connects",
    )  # fmt: skip
    add_stall(parser)
    parser.add_argument("--json", type=target, metavar="FILE", help="write all figures to FILE; - for standard output")
    parser.add_argument("--html", type=target, metavar="FILE", help="write one page with plots to FILE")
    parser.add_argument(
        "--picture", type=target, metavar="FILE", help="a picture of the window (PNG), taken at the end"
    )
    parser.add_argument("--headless", action="store_true", help="draw off screen, as where there is no display")


def _span(text: str) -> Duration:
    from ui.cli import duration

    value = duration(text)
    if not SHORTEST_FOR_NS <= value <= LONGEST_FOR_NS:
        raise argparse.ArgumentTypeError(
            f"expected {SHORTEST_FOR_NS / 1e6:g}ms (a block is then six refreshes) to {LONGEST_FOR_NS / 6e10:g}min "
            f"(a machine drifts), got {text!r}"
        )
    return value


def _rounds(text: str) -> int:
    if not text.isdecimal() or not FEWEST_ROUNDS <= int(text) <= MOST_ROUNDS:
        raise argparse.ArgumentTypeError(
            f"expected a whole number from {FEWEST_ROUNDS} to {MOST_ROUNDS} (40 pairs, the most that the exact test "
            f"takes), got {text!r}"
        )
    return int(text)


def misuse(options: argparse.Namespace) -> str | None:
    """What cannot be meant, in words."""
    if options.demo == (options.session is not None):
        return "expected a SESSION or --demo, and not both"
    if options.rate is not None and not options.demo:
        return "--rate is the demo's: real devices send as they like"
    if options.json == options.html == "-":
        return "--json and --html cannot both go to standard output"
    return None


def run(options: argparse.Namespace) -> int:
    from app.session.problems import SessionError
    from app.session.reading import read_session
    from ui.compare_command import CompareCommand
    from ui.display import choose_platform
    from ui.exit_codes import EXIT_USAGE
    from ui.output import complain

    wrong = misuse(options)
    if wrong is not None:
        complain(wrong)
        return EXIT_USAGE
    if options.session is not None:
        try:
            session = read_session(options.session)
        except SessionError as error:
            print(error, file=sys.stderr)
            return EXIT_USAGE
        if not session.devices:
            complain(f"{options.session}: no device, so there is nothing to compare")
            return EXIT_USAGE
    choose_platform(headless=options.headless)
    with CompareCommand(options) as command:
        if options.demo:
            command.simulate(["--rate", options.rate or "1"])
        else:
            command.compare(Path(options.session))
        return command.execute()
