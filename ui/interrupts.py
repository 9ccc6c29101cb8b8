"""Ctrl-C and SIGTERM end a command in order.

Qt's loop is C++: a Python signal handler runs only when Python code runs. The interpreter's wake-up descriptor makes
the loop turn at once (signal.set_wakeup_fd, Python documentation; facts section 7). A second Ctrl-C ends the process
at once, for a user who does not want to wait.
"""

from __future__ import annotations

import signal
import socket
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot

SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Interrupts(QObject):
    """Turns SIGINT and SIGTERM into a Qt signal while it is installed.

    Signals:
        asked(str): the signal's name, once; a second one has the system's default effect.
    """

    asked = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read, self._write = socket.socketpair()
        self._read.setblocking(False)
        self._write.setblocking(False)
        self._notifier = QSocketNotifier(self._read.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._wake)
        self._old_fd = signal.set_wakeup_fd(self._write.fileno(), warn_on_full_buffer=False)
        self._old = {number: signal.signal(number, self._handle) for number in SIGNALS}

    def close(self) -> None:
        """Put back what was there before."""
        if not self._old:
            return
        for number, handler in self._old.items():
            signal.signal(number, handler)
        self._old = {}
        signal.set_wakeup_fd(self._old_fd)
        self._notifier.setEnabled(False)
        self._read.close()
        self._write.close()

    def _handle(self, number: int, _frame: FrameType | None) -> None:
        signal.signal(number, signal.SIG_DFL)
        self.asked.emit(signal.Signals(number).name)

    @Slot()
    def _wake(self) -> None:
        self._read.recv(64)  # the handler itself has run by now, at the first bytecode of this slot
