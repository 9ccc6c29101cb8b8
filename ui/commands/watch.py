"""`quintet watch`: connect, decode, a live table in the terminal. Needs no QtGui."""

from __future__ import annotations

import argparse
import sys

from PySide6.QtCore import QCoreApplication, QObject, Slot

from app.comparison.stalls.control import StallControl
from app.comparison.stalls.options import measured
from app.quantities import Duration
from app.rig import Rig
from app.session.problems import SessionError
from app.session.reading import read_session
from ui.exceptions import ExceptionWatch, close_log, log_file, open_log
from ui.exit_codes import EXIT_FAILED, EXIT_USAGE
from ui.interrupts import Interrupts
from ui.output import Output, complain, console
from ui.run import Run, write_report
from ui.transport import with_transport
from ui.watch_table import WatchTable

EPILOG = """\
In a terminal the table is drawn over itself; into a pipe or a file goes a line a device, once a second. At the end
stands the table with each device's ledger: where every byte and every frame has gone. Ctrl-C ends it in order.

examples:
  quintet watch bench.toml                           until Ctrl-C
  quintet watch bench.toml --for 8s --json run.json  eight seconds, with a report for a program to read
  quintet watch bench.toml --quiet --for 1min        the final table alone

exit codes: 0 every ledger balances and every device was open once; 1 not so; 2 bad usage or session
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    from ui.cli import add_common, duration

    parser.epilog, parser.formatter_class = EPILOG, argparse.RawDescriptionHelpFormatter
    parser.add_argument("session", metavar="SESSION", help="a session file (TOML)")
    parser.add_argument("--every", type=duration, default=Duration(1_000_000_000), metavar="TIME",
                        help="how often a line or the table is printed (default 1s)")  # fmt: skip
    parser.add_argument("--quiet", action="store_true", help="print the final table alone")
    add_common(parser, window=False)


def run(options: argparse.Namespace) -> int:
    try:
        session = with_transport(read_session(options.session), options.transport)
    except SessionError as error:
        print(error, file=sys.stderr)
        return EXIT_USAGE
    application = QCoreApplication.instance() or QCoreApplication(["quintet"])
    open_log(log_file())
    exceptions, interrupts = ExceptionWatch(), Interrupts()
    rig = Rig(session)
    runner = Run(rig, options.limit, exceptions)
    stall = StallControl(options.stall)
    interrupts.asked.connect(runner.end)
    runner.ending.connect(stall.end)
    runner.ended.connect(application.quit)
    output = Output(sys.stderr if options.json == "-" else sys.stdout)
    table = WatchTable(rig, console(output))
    watch = _Watch(runner, table, output, options.every, stall, quiet=options.quiet)
    try:
        watch.start()
        application.exec()
        watch.finish()
        return _conclude(runner, options.json, output, stall)
    finally:
        interrupts.close()
        exceptions.close()
        close_log()


def _conclude(runner: Run, target: str | None, output: Output, stall: StallControl) -> int:
    problems = []
    if target is not None and (problem := write_report(runner.rig, target, stall.figures())):
        problems.append(problem)
    if output.problem and not output.is_gone:
        problems.append(output.problem)
    for line in [*runner.complaints(), *problems]:
        complain(line)
    return EXIT_FAILED if problems else runner.exit_code


class _Watch(QObject):
    """Prints the table every so often while the run lasts, and ends it when nobody reads that any more."""

    def __init__(
        self, runner: Run, table: WatchTable, output: Output, every_ns: int, stall: StallControl, *, quiet: bool
    ) -> None:
        super().__init__()
        self._runner = runner
        self._table = table
        self._output = output
        self._stall = stall
        self._quiet = quiet
        self._every_s = every_ns / 1e9
        self._next_s = 0.0
        if not quiet:
            runner.rig.checked.connect(self._checked)

    def start(self) -> None:
        if not self._quiet:
            self._tell_stall("")
        self._table.start()
        self._runner.start()
        self._stall.begin()

    def finish(self) -> None:
        self._table.finish()
        self._tell_stall(f" ({measured(self._stall.figures())})")

    def _tell_stall(self, more: str) -> None:
        """What is read here is read in an experiment."""
        if self._stall.options is not None:
            self._output.write(f"Experiment: {self._stall.options.sentence('the main thread')}{more}\n")

    @Slot()
    def _checked(self) -> None:
        if self._runner.rig.seconds >= self._next_s:
            self._next_s = max(self._next_s + self._every_s, self._runner.rig.seconds)
            self._table.show()
            if self._output.is_gone:
                self._runner.end()
