"""Exceptions that nobody caught: counted, logged to a rotating file, told to the window.

PySide prints an exception that leaves a slot and goes on (facts section 7, trap 11). Going on is right, a lost
measurement is worse than a missing label; silence is not. So each is logged with its traceback and counted, and a
command in which one happened ends with exit code 1.
"""

from __future__ import annotations

import logging
import sys
import threading
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QStandardPaths, Signal

from ui.output import complain
from ui.plain import plain

LOG_BYTES = 1 << 20  # three files of a megabyte hold weeks of trouble
LOG_FILES = 3
LONGEST_LINE = 300  # Qt's complaints of a wrong call list every argument it has; the log has them in full
REPEATED = 20  # the same place failing again and again is logged this often, then only counted

log = logging.getLogger("quintet")


def log_file() -> Path:
    """Where the log lies: the system's place for an application's state."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericStateLocation)
    return Path(place or Path.home()) / "quintet" / "quintet.log"


def open_log(path: Path) -> None:
    """Log to `path` from now on. Where that cannot be written, say so and log to standard error alone."""
    log.setLevel(logging.INFO)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = _LogFile(path, maxBytes=LOG_BYTES, backupCount=LOG_FILES - 1, encoding="utf-8")
    except OSError as error:
        complain(f"no log file: {path}: {error.strerror}")
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log.addHandler(handler)


class _LogFile(RotatingFileHandler):
    """Says once that it cannot be written (the disk is full), instead of a traceback a line."""

    _said = False

    def handleError(self, record: logging.LogRecord) -> None:
        if not self._said:
            self._said = True
            complain(f"the log cannot be written: {self.baseFilename}: {sys.exc_info()[1]}")


def close_log() -> None:
    for handler in list(log.handlers):
        log.removeHandler(handler)
        handler.close()


class ExceptionWatch(QObject):
    """Receives what would only be printed, from any thread.

    Attributes:
        count: exceptions so far.

    Signals:
        caught(str): one line, "ValueError: ... (file.py:12)", each time.
    """

    caught = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.count = 0
        self._telling = False
        self._places: dict[str, int] = {}
        self._old_hook = sys.excepthook
        self._old_thread_hook = threading.excepthook
        self._old_unraisable_hook = sys.unraisablehook
        sys.excepthook = self._hook
        threading.excepthook = self._thread_hook
        sys.unraisablehook = self._unraisable_hook

    def close(self) -> None:
        sys.excepthook = self._old_hook
        threading.excepthook = self._old_thread_hook
        sys.unraisablehook = self._old_unraisable_hook

    def _hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        self.count += 1
        place = _place(trace)
        line = plain(f"{kind.__name__}: {error}", LONGEST_LINE) + f" ({place})"
        seen = self._places[place] = self._places.get(place, 0) + 1
        if seen <= REPEATED:
            log.error("exception in a slot, number %d", self.count, exc_info=(kind, error, trace))
            complain(line)
        self._tell(line)

    def _tell(self, text: str) -> None:
        """Not where telling is what raised: that would go on for ever."""
        if self._telling:
            return
        self._telling = True
        self.caught.emit(text)
        self._telling = False

    def _thread_hook(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._hook(args.exc_type, args.exc_value, args.exc_traceback)

    def _unraisable_hook(self, args: sys.UnraisableHookArgs) -> None:
        """In a finaliser, say, from where Python cannot pass it on."""
        if args.exc_value is not None:
            self._hook(args.exc_type, args.exc_value, args.exc_traceback)


def _place(trace: TracebackType | None) -> str:
    if trace is None:
        return "unknown place"
    while trace.tb_next is not None:
        trace = trace.tb_next
    return f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"
