"""Qt's own messages go to the log: they speak to programmers, and a terminal belongs to the command that runs in it."""

from __future__ import annotations

import logging

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from ui.exceptions import log
from ui.output import complain

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
}
REPEATED = 20  # a message that comes with every paint is logged this often
KEPT = 200  # different messages that are counted


class QtMessages:
    """In force from its making until `close`. What ends the program is printed too."""

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}
        self._old = qInstallMessageHandler(self._hear)

    def close(self) -> None:
        qInstallMessageHandler(self._old)

    def _hear(self, kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if len(self._seen) < KEPT or message in self._seen:
            self._seen[message] = self._seen.get(message, 0) + 1
        if self._seen.get(message, 0) <= REPEATED:
            log.log(_LEVELS.get(kind, logging.ERROR), "Qt: %s", message)
        if kind not in _LEVELS:
            complain(f"Qt: {message}")
