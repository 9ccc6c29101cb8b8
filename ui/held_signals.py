"""Signals that come while a command is still being imported wait until somebody can end it in order.

Python raises KeyboardInterrupt at any bytecode, and in the import of PySide6 that aborts the interpreter
(seen: "Fatal Python error" out of shiboken's start). So both signals are blocked from the first moment on
(man 3 pthread_sigmask); one that comes is delivered at the release.
"""

from __future__ import annotations

import signal

HELD = (signal.SIGINT, signal.SIGTERM)


def hold_signals() -> None:
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_BLOCK, HELD)


def release_signals() -> None:
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, HELD)
