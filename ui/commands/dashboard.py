"""`quintet [SESSION]`: the dashboard, on a session file or where the user left off."""

from __future__ import annotations

import argparse
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    from ui.cli import add_common, target

    parser.add_argument("session", nargs="?", metavar="SESSION", help="a session file (TOML); none: where you left off")
    parser.add_argument(
        "--clean", action="store_true", help="without SESSION: begin with no session, wherever you left off"
    )
    parser.add_argument(
        "--picture", type=target, metavar="FILE", help="a picture of the window (PNG), taken at the end"
    )
    add_common(parser, window=True)


def run(options: argparse.Namespace) -> int:
    from ui.window_command import WindowCommand

    with WindowCommand(options) as command:
        path = Path(options.session) if options.session else command.left_off()
        if path is not None and not command.dashboard.open_file(path) and (options.session and command.must_end):
            return command.refuse()
        return command.execute()
