"""Where the rows of the live window run their programs: a screen of the bench's own, and the processor's time taken.

A run has a beginning that does not count (until it is seen on the screen, and WARM_S more) and the counted time; then
the program is asked to end, as by Ctrl-C. The dashboard is started as a user does, at a first start with a window of
1600 x 1000 and with its clock pinned at 60 Hz; `checked` says whether its report is that of a run that a figure may be
taken from.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.bench.processes import cpu_seconds
from app.bench.rows import MeasurementError
from app.bench.screen import WINDOW, environment_on, virtual_screen
from app.bench.x_screen import XScreen
from app.refresh.clock import PIN_VARIABLE

WARM_S = 5.0
LOOK_S = 0.1  # at the screen, for a window on it
GRACE = 60.0
HZ = 60
TRUNCATED = "truncated at EOF"
ENOUGH_REFRESHES = 0.95
ENOUGH_ROWS = 0.97  # of those that were due in the run: the first of them come a moment after the run's start


@dataclass(frozen=True, slots=True)
class Run:
    """A dashboard's: seconds of the processor in the counted time, and its report."""

    cpu: float
    report: dict[str, Any]

    def refreshes_hz(self, delay_s: float = 0.0) -> float:
        """Refreshes a second, of the time from `delay_s` on: before that nothing was sent, and nothing to be shown."""
        return float(self.report["window"]["refreshes"] / (self.report["seconds"] - delay_s))


class Stage:
    """See the module. `folder` holds settings, sessions and reports."""

    def __init__(self, display: str, screen: XScreen, folder: Path, warm_s: float) -> None:
        self.screen = screen
        self.folder = folder
        self.warm_s = warm_s
        self.environment = {**environment_on(display, str(folder)), PIN_VARIABLE: str(HZ)}
        self._settings = folder / "quintet" / "window.ini"
        self._first_start = self._made_settings()

    def _made_settings(self) -> bytes:
        """Settings that give a window its size, and else leave it as at a first start."""
        command = [sys.executable, "-m", "ui.bench.first_start", str(self._settings), *map(str, WINDOW)]
        subprocess.run(command, env=self.environment, timeout=GRACE, check=True)
        return self._settings.read_bytes()

    def counted(
        self, words: Sequence[str], seconds: float, meanwhile: Callable[[float], None] = time.sleep
    ) -> tuple[float, str]:
        """Run `python -m WORDS`; the processor's time of `seconds` of it, and what it printed. `meanwhile` is what the
        bench does in them; it is told how many."""
        command = [sys.executable, "-m", *words]
        with subprocess.Popen(command, stdout=subprocess.PIPE, env=self.environment, text=True) as process:
            try:
                self._wait_for_window(process, words)
                time.sleep(self.warm_s)
                before = cpu_seconds(process.pid)
                meanwhile(seconds)
                used = cpu_seconds(process.pid) - before
                process.terminate()
                printed, _ = process.communicate(timeout=GRACE)
            except BaseException:
                process.kill()
                raise
        if process.returncode or used <= 0:
            raise MeasurementError(f"{_named(words)} ended with code {process.returncode}")
        return used, printed

    def _wait_for_window(self, process: subprocess.Popen[str], words: Sequence[str]) -> None:
        """Until there is anything on the screen, which is black without one."""
        stop = time.monotonic() + GRACE
        while not self.screen.image(0, 0, *WINDOW).any():
            if process.poll() is not None or time.monotonic() > stop:
                raise MeasurementError(f"{_named(words)} showed no window")
            time.sleep(LOOK_S)

    def window(self, session: str, seconds: float, meanwhile: Callable[[float], None] = time.sleep) -> Run:
        """The dashboard on the text of a session file."""
        file, report = self.folder / "live.toml", self.folder / "report.json"
        file.write_text(session, "utf-8")
        self._settings.write_bytes(self._first_start)  # the one before has left how it was
        used, _ = self.counted(["ui", str(file), "--json", str(report)], seconds, meanwhile)
        return Run(used, json.loads(report.read_text("utf-8")))


@contextmanager
def stage(warm_s: float = WARM_S) -> Iterator[Stage]:
    with virtual_screen() as display, XScreen(display) as screen, tempfile.TemporaryDirectory() as folder:
        yield Stage(display, screen, Path(folder), warm_s)


def _named(words: Sequence[str]) -> str:
    return f"`python -m {' '.join(words)}`"


def checked(name: str, run: Run, rate: float, delay_s: float = 0.0) -> Run:
    """Nothing lost, nothing late, and painted; else there is no figure. `rate`: rows a second and device, from
    `delay_s` behind its connection on."""
    report = run.report
    if report["window"]["first_paint_ns"] is None:
        raise MeasurementError(f"{name}: the window was never painted")
    for device in report["devices"]:
        ledger, due = device["ledger"], rate * (report["seconds"] - delay_s)
        lost = {**ledger["bytes"]["discarded"], **ledger["frames"]["rejected"]}
        lost.pop(TRUNCATED, None)  # the row that our own end of the run has cut
        if lost or not ledger["balanced"] or device["opened"] != 1:
            raise MeasurementError(f"{name}: {device['name']} lost data: {lost}, {ledger['failures']}")
        if ledger["frames"]["decoded"] < ENOUGH_ROWS * due - rate:
            came = ledger["frames"]["decoded"]
            raise MeasurementError(f"{name}: of {due:.0f} rows that {device['name']} had to send {came} came in time")
    return run


def pace_note(runs: Sequence[Run], delay_s: float = 0.0) -> str:
    """How often the window was painted, where that was not as often as it should have been; else "". `delay_s`: as in
    `checked`."""
    return too_seldom("", min(run.refreshes_hz(delay_s) for run in runs))


def too_seldom(what: str, hz: float) -> str:
    return f"{what}only {hz:.1f} refreshes a second of {HZ} came" if hz < ENOUGH_REFRESHES * HZ else ""
