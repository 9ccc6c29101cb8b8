"""A comparison in the real window: opens the session, compares on the rig that the window shows, ends, concludes.

    [simulated devices] -> [yardstick] -> session opened -> ComparisonRun -> dashboard ends -> report, page, verdict

Ctrl-C, the window's closing and another session end the comparison first, while its links are open, so that what was
measured by then is judged.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from PySide6.QtCore import QTimer, Slot

from app.comparison.rounds.record import DEFAULT_OPEN_NS, DEFAULT_WARM_UP_NS, CompareOptions
from app.comparison.rounds.runner import ComparisonRun
from app.comparison.schema import Comparison, as_json
from app.comparison.yardstick.loop import Answer
from app.comparison.yardstick.process import YardstickProcess
from app.sentence import sentence
from app.session.problems import SessionError
from app.session.reading import read_session
from ui.comparison.surroundings import surroundings
from ui.exit_codes import EXIT_FAILED, EXIT_OK
from ui.output import Output, complain, console
from ui.translate import told
from ui.window_command import WindowCommand

OPEN_NS, WARM_UP_NS = DEFAULT_OPEN_NS, DEFAULT_WARM_UP_NS
LAST_LOOK_MS = 100  # the window says the verdict; it is laid out and painted before its picture is taken
WIDTH = 79  # of a line that is written over itself: a full one would wrap


class CompareCommand(WindowCommand):
    """See the module. `options` are those of `quintet compare`."""

    def __init__(self, options: argparse.Namespace) -> None:
        window = {"limit": None, "transport": None, "json": None}  # `--for` and `--json` are the comparison's here
        super().__init__(argparse.Namespace(**{**vars(options), **window}))
        self._asked = options
        self._path: Path | None = None
        self._yardstick: YardstickProcess | None = None
        self._answer: Answer | None = None
        self._comparing: ComparisonRun | None = None
        self._result: Comparison | None = None
        streams = (options.json, options.html)
        self._output = Output(sys.stderr if "-" in streams else sys.stdout)
        self._progress = Progress(self._output)

    # -- the way to the comparison

    def compare(self, path: Path) -> None:
        """Measure the yardstick if that is asked for, open the session, compare."""
        self._path = path
        if self._asked.baseline:
            self._measure_yardstick(path)
        else:
            self._open(path)

    def _measure_yardstick(self, path: Path) -> None:
        try:
            session = read_session(path)
        except SessionError as error:
            self._give_up(str(error))
            return
        text = sentence("The yardstick: a bare epoll loop in a process of its own reads")
        self._progress.say(text)
        self.window.welcome.say(f"{told(text)}…")
        self._yardstick = YardstickProcess(self)
        self._yardstick.answered.connect(self._yardstick_answered)
        self._yardstick.start(session, self._asked.span / 1e9)

    @Slot(object)
    def _yardstick_answered(self, answer: Answer) -> None:
        self._answer = answer
        if self._path is not None:
            self._open(self._path)

    def _open(self, path: Path) -> None:
        self.dashboard.opened.connect(self._opened)
        if not self.dashboard.open_file(path, remember=not self._asked.demo):
            self._give_up(self.dashboard.refusal)

    @Slot()
    def _opened(self) -> None:
        self.dashboard.opened.disconnect(self._opened)
        run = self.dashboard.run
        if run is None:
            return
        self._comparing = ComparisonRun(run.rig, self._compare_options(), self, stall=self.dashboard.stall)
        self._comparing.progress.connect(self._progressed)
        self._comparing.finished.connect(self._compared)
        self._comparing.failed.connect(self._failed)
        run.ending.connect(self._comparing.cancel)
        self.window.comparison.show_run(self._comparing)
        self._comparing.start()

    def _compare_options(self) -> CompareOptions:
        answer = self._answer
        return CompareOptions(
            for_ns=self._asked.span,
            rounds=self._asked.rounds,
            open_ns=OPEN_NS,
            warm_up_ns=WARM_UP_NS,
            acceptable_ms=self._asked.acceptable / 1e6,
            environment=surroundings(self.window),
            yardstick=answer.yardstick if answer is not None else None,
            notes=tuple(f"the yardstick ({note})" for note in answer.notes) if answer is not None else (),
        )

    # -- how it goes and ends

    @Slot(object, float)
    def _progressed(self, text: str, _share: float) -> None:
        self._progress.say(text)

    @Slot(object)
    def _compared(self, comparison: Comparison) -> None:
        self._result = comparison
        if self._comparing is not None and self._comparing.is_cancelled:
            self.dashboard.end()
        else:
            QTimer.singleShot(LAST_LOOK_MS, self.dashboard, self.dashboard.end)

    @Slot(object)
    def _failed(self, reason: str) -> None:
        if self._comparing is not None:
            self._result = self._comparing.comparison()
        self._give_up(reason)

    def _give_up(self, reason: str) -> None:
        self._problems.append(reason)
        self.dashboard.end()

    @Slot(str)
    def _simulated_ready(self, session: str) -> None:
        self.compare(Path(session))

    @Slot(object)
    def _simulated_failed(self, text: str) -> None:
        self.window.notice.alarm(told(text), "simulated")
        self._give_up(text)

    @Slot()
    def _finished(self) -> None:
        """The yardstick is gone before the loop is, as the simulated devices are."""
        yardstick, self._yardstick = self._yardstick, None
        if yardstick is not None and yardstick.is_running:
            yardstick.gone.connect(self._finished)
            yardstick.close()
        else:
            super()._finished()

    # -- what is told

    def _conclude(self) -> int:
        self._progress.end()
        run, result = self.dashboard.run, self._result
        self._problems += run.complaints() if run is not None else []
        if result is None:
            self._problems.append("nothing was measured")
            return self._say(EXIT_FAILED)
        self._problems += self._written(result)
        self._say(EXIT_OK)
        from ui.comparison.compare_table import print_comparison

        print_comparison(result, console(self._output))
        self._output.flush()
        if self._output.problem and not self._output.is_gone:
            complain(self._output.problem)
            return EXIT_FAILED
        return EXIT_FAILED if self._problems or not is_sound(result) else self.dashboard.exit_code

    def _written(self, result: Comparison) -> list[str]:
        """Write what was asked for; what went wrong, in words."""
        from app.comparison.page.page import page
        from ui.run import write_json, write_text

        problems = []
        if self._asked.json is not None:
            problems.append(write_json(as_json(result), self._asked.json))
        if self._asked.html is not None:
            problems.append(write_text(page(result), self._asked.html))
        return [problem for problem in problems if problem]


def is_sound(comparison: Comparison) -> bool:
    """Whether a verdict was reached, every chosen link was there, and every ledger of each round balanced."""
    opened = all(link["opened"] for link in comparison.links.values())
    balanced = all(ledger["balanced"] for ledgers in comparison.ledgers for ledger in ledgers.values())
    return comparison.verdict_kind != "too few" and opened and balanced


class Progress:
    """One line for each step; on a terminal each takes the place of the one before."""

    def __init__(self, output: Output) -> None:
        self._output = output
        self._last = ""

    def say(self, text: str) -> None:
        if text != self._last:
            self._last = text
            self._output.write(f"\r\x1b[K{text[:WIDTH]}" if self._output.isatty() else f"{text}\n")
            self._output.flush()

    def end(self) -> None:
        if self._last and self._output.isatty():
            self._output.write("\r\x1b[K")
