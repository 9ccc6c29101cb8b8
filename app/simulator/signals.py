"""SIGINT and SIGTERM as bytes on a socket, so that a selector wakes for them.

Python runs a handler between two instructions of the main thread only, while the loop waits in the
kernel; `signal.set_wakeup_fd` writes a byte at once. A signal that comes before the loop is not lost:
its byte waits.
"""

from __future__ import annotations

import contextlib
import signal
import socket
import threading
from collections.abc import Iterator
from types import FrameType

STOPPING = (signal.SIGINT, signal.SIGTERM)


def _leave_to_the_socket(number: int, frame: FrameType | None) -> None:
    """Takes the place of the default, which would end the process."""


@contextlib.contextmanager
def stop_signals() -> Iterator[socket.socket]:
    """A non-blocking socket that receives a byte for each signal; in another thread than the main one, where
    Python allows no handlers, it stays silent."""
    reader, writer = socket.socketpair()
    with reader, writer:
        for end in (reader, writer):
            end.setblocking(False)
        if threading.current_thread() is not threading.main_thread():
            yield reader
            return
        with _handlers(writer):
            yield reader


@contextlib.contextmanager
def _handlers(writer: socket.socket) -> Iterator[None]:
    before = {number: signal.signal(number, _leave_to_the_socket) for number in STOPPING}
    woken = signal.set_wakeup_fd(writer.fileno(), warn_on_full_buffer=False)
    try:
        yield
    finally:
        signal.set_wakeup_fd(woken)
        for number, handler in before.items():
            signal.signal(number, handler)
