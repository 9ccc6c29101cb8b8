"""A rig run by a command: for so long, until interrupted, and to its report.

Shared by every command that connects, with a window or without: the time limit, Ctrl-C and SIGTERM, the report, and
the exit code stand here once.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from app.quantities import Duration
from app.report import report
from app.rig import Rig
from ui.exceptions import ExceptionWatch

EXIT_OK = 0
EXIT_FAILED = 1
EXIT_USAGE = 2


class Run(QObject):
    """One run of a rig.

    Attributes:
        rig: what runs.

    Signals:
        ending(): asked to end (time is over, interrupted); whoever shows something takes its last look now.
        ended(): every link is closed and the account is final.
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
        self._timer.timeout.connect(self.end)
        self._limit = limit
        rig.stopped.connect(self.ended)

    def start(self) -> None:
        self.rig.start()
        if self._limit is not None:
            self._timer.start(self._limit // 1_000_000)

    @Slot()
    def end(self) -> None:
        """Close the links and leave the loop when they are closed."""
        if self.rig.at_stop is None:
            self._timer.stop()
            self.ending.emit()
            self.rig.stop()

    @property
    def exit_code(self) -> int:
        """0 when every ledger balances, every device was open once, and nothing was raised."""
        opened = all(self.rig.status(d).statistics.opened for d in self.rig.devices)
        sound = self.rig.ledgers_balanced and opened and not self._exceptions.count
        return EXIT_OK if sound else EXIT_FAILED

    def complaints(self) -> list[str]:
        """Why the exit code is not 0, a line each, for standard error."""
        lines = [f"{name}: ledger: {failure}" for name, found in self.rig.failures.items() for failure in found]
        for device in self.rig.devices:
            statistics = self.rig.status(device).statistics
            if not statistics.opened:
                why = statistics.last_reason or "no attempt was finished"
                lines.append(f"{device.name}: never opened {device.options.address}: {why}")
        if self._exceptions.count:
            lines.append(f"{self._exceptions.count} exceptions, see the log")
        return lines


def write_report(rig: Rig, target: str) -> str | None:
    """Write the report as JSON to a file, or to standard output for "-". Returns what went wrong, else None."""
    return write_json(report(rig), target)


def write_json(value: dict[str, Any], target: str) -> str | None:
    """As `write_report`, for any report. A file that stands there is replaced whole or not at all."""
    text = json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
    if target == "-":
        sys.stdout.write(text)
        sys.stdout.flush()
        return None
    path = Path(target)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_text(text, encoding="utf-8")
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        return f"{target}: {error.strerror or error}"
    return None
