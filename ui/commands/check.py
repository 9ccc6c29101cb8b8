"""`quintet check`: is the session file sound, and what does it mean?"""

from __future__ import annotations

import argparse
import sys

from app.session.describe import describe
from app.session.problems import SessionError
from app.session.reading import read_session
from ui.plain import plain
from ui.transport import TransportError, with_transport


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("session", metavar="SESSION", help="a session file (TOML)")


def run(options: argparse.Namespace) -> int:
    try:
        session = with_transport(read_session(options.session), None)
    except (SessionError, TransportError) as error:
        print(error, file=sys.stderr)
        return 2
    for line in describe(session):
        print(plain(line, 400))
    return 0
