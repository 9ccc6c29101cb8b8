"""The command `quintet`: its words, its help, and which module does each.

A command's module is imported when it is asked for: `watch`, `check`, `simulate` and `--help` run where no QtGui can
be imported, and start at once.
"""

from __future__ import annotations

import argparse
import difflib
import importlib
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from app import __version__
from app.quantities import Duration, QuantityError
from ui.exit_codes import EXIT_USAGE
from ui.held_signals import hold_signals, release_signals
from ui.output import prepare_streams

if TYPE_CHECKING:
    from app.comparison.stalls.options import StallOptions

COMMANDS = {  # name: (module, what it does)
    "demo": ("ui.commands.demo", "five simulated devices and the dashboard on them"),
    "simulate": ("ui.commands.simulate", "serve the simulated devices, in a process of their own"),
    "watch": ("ui.commands.watch", "no window: connect, decode, a live table in the terminal"),
    "check": ("ui.commands.check", "is the session file sound, and what would it connect to?"),
    "compare": ("ui.commands.compare", "one thread against a thread for each socket, measured in the window"),
    "bench": ("ui.commands.bench", "the project's figures, on this machine"),
}
DASHBOARD = "ui.commands.dashboard"
# by their Interrupts, with which they end in order
RELEASING = (DASHBOARD, "ui.commands.demo", "ui.commands.watch", "ui.commands.compare")
EXIT_INTERRUPTED = 128 + signal.SIGINT  # as shells say it

EPILOG = """\
commands:
{commands}

first steps:
  quintet demo                       see it with five simulated devices
  quintet check bench.toml           read a session file and say what it means
  quintet watch bench.toml --for 8s  connect, print a table, exit 0 if every byte is accounted for
  quintet bench.toml                 the dashboard on your own devices

`quintet COMMAND --help` tells more of each. A session file with the name of a command is given as ./demo.
exit codes: 0 done; 1 a check failed (a device never opened, a ledger that does not add up); 2 bad usage or session
"""


def duration(text: str) -> Duration:
    """An argparse type: "10s", "500 ms", "2 min"."""
    try:
        value = Duration.parse(text)
    except QuantityError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
    if value <= 0:
        raise argparse.ArgumentTypeError(f"expected more than nothing, got {text!r}")
    return value


def target(text: str) -> str:
    """An argparse type: a file to write at the end of the run; that its folder is missing is said before."""
    folder = Path(text).parent
    if text != "-" and not folder.is_dir():
        raise argparse.ArgumentTypeError(f"{text!r} cannot be written: there is no folder {str(folder)!r}")
    return text


def stall(text: str) -> StallOptions:
    """An argparse type: "100ms/500ms", "native:50ms/300ms"."""
    from app.comparison.stalls.options import StallError, StallOptions

    try:
        return StallOptions.parse(text)
    except StallError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def add_stall(parser: argparse.ArgumentParser) -> None:
    """The option of every command in which the window's thread, or what stands for it, can be kept busy."""
    from app.comparison.stalls.options import KINDS

    kinds = " ".join(f"{kind}: {text}" for kind, text in KINDS.items())
    parser.add_argument(
        "--stall",
        type=stall,
        metavar="STALL",
        help="an experiment: [KIND:]BUSY/PERIOD keeps the window's thread busy, as in 100ms/500ms: 100 ms in every "
        f"500 ms. KIND is sleep unless given. {kinds}",
    )


def add_common(parser: argparse.ArgumentParser, *, window: bool) -> None:
    """The options that every command which connects has."""
    parser.add_argument("--for", dest="limit", type=duration, metavar="TIME", help="end after TIME (10s, 2min)")
    parser.add_argument(
        "--json", type=target, metavar="FILE", help="write the report of the run to FILE; - for standard output"
    )
    parser.add_argument("--transport", choices=["gui", "thread"], help="who reads the sockets; overrides the session")
    add_stall(parser)
    if window:
        parser.add_argument("--headless", action="store_true", help="draw off screen, as where there is no display")


def _top_parser() -> argparse.ArgumentParser:
    width = max(map(len, COMMANDS)) + 2
    listed = "\n".join(f"  {name:{width}}{text}" for name, (_, text) in COMMANDS.items())
    parser = argparse.ArgumentParser(
        prog="quintet",
        usage="quintet [SESSION] [options]\n       quintet COMMAND ...",
        description="A desktop window on a handful of remote devices: live, honest, every byte accounted for.",
        epilog=EPILOG.format(commands=listed),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"quintet {__version__}")
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns its exit code."""
    prepare_streams()
    try:
        try:
            hold_signals()
            return _run(list(sys.argv[1:] if arguments is None else arguments))
        finally:
            release_signals()
    except KeyboardInterrupt:  # where the command does not listen to signals
        return EXIT_INTERRUPTED


def _mistyped(word: str) -> str | None:
    """What to say of a word that is neither a command nor a file, and nearly a command; else None."""
    near = difflib.get_close_matches(word, COMMANDS, 1)
    if not near or Path(word).exists():
        return None
    return f"quintet: there is no session file {word!r}; did you mean the command `{near[0]}`?"


def _run(words: list[str]) -> int:
    mistyped = _mistyped(words[0]) if words and words[0] not in COMMANDS else None
    if mistyped is not None:
        print(mistyped, file=sys.stderr)
        return EXIT_USAGE
    if words and words[0] in COMMANDS:
        module, text = COMMANDS[words[0]]
        about = f"{text[0].upper()}{text[1:]}{'' if text.endswith('?') else '.'}"
        parser = argparse.ArgumentParser(prog=f"quintet {words[0]}", description=about)
        words = words[1:]
    else:
        module, parser = DASHBOARD, _top_parser()
    command = importlib.import_module(module)
    command.add_arguments(parser)
    options = parser.parse_args(words)
    if module not in RELEASING:
        release_signals()
    return int(command.run(options))
