"""A rig run by a command: for so long, until interrupted, and to its report.

Shared by every command that connects, with a window or without: the time limit, Ctrl-C and SIGTERM, the report, and
the exit code stand here once.
"""

from __future__ import annotations

import json
import os
import stat
import sys
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from app.comparison.schema import StallReport
from app.link.contract import State
from app.quantities import Duration
from app.report import report
from app.rig import Rig
from ui.exceptions import ExceptionWatch, log_file
from ui.exit_codes import EXIT_FAILED, EXIT_OK
from ui.output import holds_any_text, write_report_text
from ui.plain import plain

CLOSED = (State.IDLE, State.FAILED)
LONGEST_TIMER_MS = 1 << 30  # twelve days; a QTimer's milliseconds have 31 bits
PATIENCE_MS = 5_000  # a link writes for a second and waits another for its device: five are a fault of ours
LONGEST_LINE = 400


class Run(QObject):
    """One run of a rig.

    Attributes:
        rig: what runs.

    Signals:
        ending(): asked to end (time is over, interrupted); whoever shows something takes its last look now.
        ended(): every link is closed and the account is final; or they do not close, which is one more complaint.
            Comes in any case, also where something raised on the way.
    """

    ending = Signal()
    ended = Signal()

    def __init__(
        self, rig: Rig, limit: Duration | None, exceptions: ExceptionWatch, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.rig = rig
        self._exceptions = exceptions
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._look_at_time)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._give_up)
        self._limit = limit
        self._stuck: list[str] | None = None
        rig.stopped.connect(self._stopped)

    def start(self) -> None:
        self.rig.start()
        self._look_at_time()

    @Slot()
    def _look_at_time(self) -> None:
        if self._limit is None:
            return
        left_ms = round(self._limit / 1e6 - self.rig.seconds * 1e3)
        if left_ms > 0:
            self._timer.start(min(left_ms, LONGEST_TIMER_MS))
        else:
            QTimer.singleShot(0, self, self.end)  # the loop may not run yet

    @Slot()
    def end(self) -> None:
        """Close the links and leave the loop when they are closed."""
        if self.rig.at_stop is None:
            self._timer.stop()
            self._patience.start(PATIENCE_MS)
            self.ending.emit()
            self.rig.stop()

    @Slot()
    def _stopped(self) -> None:
        self._patience.stop()
        self.ended.emit()

    @Slot()
    def _give_up(self) -> None:
        still = (*self.rig.devices, *self.rig.leaving)
        self._stuck = [device.name for device in still if device.link.state not in CLOSED]
        self.rig.clock.stop()
        self.ended.emit()

    @property
    def exit_code(self) -> int:
        """0 when every ledger balances, every device was open once, and nothing was raised."""
        opened = all(self.rig.status(d).statistics.opened for d in self.rig.devices)
        sound = self.rig.ledgers_balanced and opened and not self._exceptions.count and self._stuck is None
        return EXIT_OK if sound else EXIT_FAILED

    def complaints(self) -> list[str]:
        """Why the exit code is not 0, a line each, for standard error."""
        lines = [f"{name}: ledger: {failure}" for name, found in self.rig.failures.items() for failure in found]
        for gone in self.rig.removed:
            lines += [f"{gone.device.name} (removed): ledger: {failure}" for failure in gone.failures]
        for device in self.rig.devices:
            statistics = self.rig.status(device).statistics
            if not statistics.opened:
                why = statistics.last_reason or "no attempt was finished"
                lines.append(f"{device.name}: never opened {device.options.address}: {why}")
        lines += [f"{name}: its link did not close within {PATIENCE_MS / 1000:g} s" for name in self._stuck or ()]
        if self._exceptions.count:
            lines.append(f"{self._exceptions.count} exceptions, see {log_file()}")
        return [plain(line, LONGEST_LINE) for line in lines]


def write_report(rig: Rig, target: str, stall: StallReport | None) -> str | None:
    """Write the report as JSON to a file, or to standard output for "-". Returns what went wrong, else None."""
    return write_json({**report(rig), "stall": stall_told(stall)}, target)


def stall_told(figures: StallReport | None) -> dict[str, Any] | None:
    """The stall that was made, as a report tells it."""
    told: dict[str, Any] | None = msgspec.to_builtins(figures, enc_hook=str)
    return told


def write_json(value: dict[str, Any], target: str) -> str | None:
    """As `write_report`, for any report. A file that stands there is replaced whole or not at all."""
    to_stream = target == "-"
    plain_ascii = to_stream and not holds_any_text(sys.stdout)
    text = json.dumps(value, ensure_ascii=plain_ascii, indent=2, allow_nan=False) + "\n"
    return write_report_text(text) if to_stream else _write_file(target, text)


def write_text(text: str, target: str) -> str | None:
    """As `write_json`, for a text."""
    return write_report_text(text) if target == "-" else _write_file(target, text)


def _write_file(target: str, text: str) -> str | None:
    try:
        _write(Path(target), text)
    except (OSError, ValueError) as error:  # a name with a zero byte or without a name is a ValueError
        return f"{plain(target, LONGEST_LINE)}: {getattr(error, 'strerror', None) or error}"
    return None


def _write(path: Path, text: str) -> None:
    """Replace a file; what is no file (a pipe, /dev/stdout) is written to as it is."""
    if path.exists() and not stat.S_ISREG(path.stat().st_mode):
        path.write_text(text, encoding="utf-8")
        return
    path = path.resolve()  # a symbolic link stays one
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_text(text, encoding="utf-8")
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise
