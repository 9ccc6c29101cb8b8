"""Ctrl-C and SIGTERM end a command in order.

Qt's loop is C++: a Python signal handler runs only when Python code runs. The interpreter's wake-up descriptor makes
the loop turn at once (signal.set_wakeup_fd, Python documentation; facts section 7). A second Ctrl-C ends the process
at once, for a user who does not want to wait.

The handler itself runs between any two bytecodes, so also in the middle of a framer that is cutting. Closing links
there would end a connection whose bytes are half counted. So it decides nothing: the news comes from the loop, when
every slot has returned.

A terminal that goes away (SIGHUP) ends the command too, unless it was started to outlive it (nohup).
"""

from __future__ import annotations

import signal
import socket
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot

from ui.held_signals import release_signals


def _signals() -> list[signal.Signals]:
    wanted = [signal.SIGINT, signal.SIGTERM]
    if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
        wanted.append(signal.SIGHUP)
    return wanted


class Interrupts(QObject):
    """Turns SIGINT, SIGTERM and SIGHUP into a Qt signal while it is installed.

    Signals:
        asked(str): the signal's name, from the event loop; the same one again has the system's default effect.
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
        self._old = {number: signal.signal(number, self._handle) for number in _signals()}
        release_signals()

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

    @Slot()
    def _wake(self) -> None:
        for number in self._read.recv(64):  # the interpreter writes the number of each signal
            if number in self._old:
                self.asked.emit(signal.Signals(number).name)
