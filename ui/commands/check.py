"""`quintet check`: is the session file sound, and what does it mean?"""

from __future__ import annotations

import argparse
import sys

from app.session.describe import describe
from app.session.problems import SessionError
from app.session.reading import read_session
from ui.output import Output, complain
from ui.plain import plain

EPILOG = """\
Connects to nothing. Prints what each device's words mean, defaults included; of a file that is not sound, where it is
wrong and what could stand there instead.

exit codes: 0 sound; 2 not sound
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog, parser.formatter_class = EPILOG, argparse.RawDescriptionHelpFormatter
    parser.add_argument("session", metavar="SESSION", help="a session file (TOML)")


def run(options: argparse.Namespace) -> int:
    try:
        session = read_session(options.session)
    except SessionError as error:
        print(error, file=sys.stderr)
        return 2
    output = Output(sys.stdout)
    for line in describe(session):
        output.write(plain(line, 400) + "\n")
    output.flush()
    if output.problem and not output.is_gone:
        complain(output.problem)
        return 1
    return 0
