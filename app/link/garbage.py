"""Keeps Python's garbage collector to the GUI thread while SocketThreads and look-ups run.

The collector runs in whichever thread happens to allocate, and there it destroys what it finds: timers, notifiers and
widgets of the GUI thread that were part of a cycle were destroyed in the thread of a reader ("Timers cannot be stopped
from another thread", then a crash, in seconds where a device drips bytes and the window makes cycles).

So between the first `hold` and the last `release`, and while any thread of `start` runs, it is switched off, and a
timer of the GUI thread collects by Python's own counts. Those go on while it is off. As Python does, a full collection
is made only where a quarter as many objects have grown old as the last one left: each takes tens of milliseconds.
"""

from __future__ import annotations

import gc
import threading
from typing import ClassVar

from PySide6.QtCore import QObject, QTimer, Slot

LOOK_MS = 100  # a hundredth of a second of a busy window's objects at the most: they wait, nothing is lost
GROWTH = 1.25  # see Python's gcmodule.c on long_lived_pending


class _Collector(QObject):
    def __init__(self) -> None:
        super().__init__()
        self._old = len(gc.get_objects(2))
        self._full_from = 0  # the oldest generation's count at which a full collection is considered again
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(LOOK_MS)

    def stop(self) -> None:
        self._timer.stop()
        self.deleteLater()

    @Slot()
    def _look(self) -> None:
        if not _end_if_free():
            self._collect()

    def _collect(self) -> None:
        (young, middle, old), (most_young, most_middle, most_old) = gc.get_count(), gc.get_threshold()
        if not most_young or young <= most_young:
            return
        if middle <= most_middle:
            gc.collect(0)
        elif old <= max(most_old, self._full_from):
            gc.collect(1)
        else:
            self._collect_all(old + most_old)

    def _collect_all(self, again: int) -> None:
        if len(gc.get_objects(2)) < GROWTH * self._old:
            self._full_from = again
            gc.collect(1)
            return
        gc.collect()
        self._old, self._full_from = len(gc.get_objects(2)), 0


class _Held:
    """How many hold it, and who collects meanwhile."""

    count = 0
    threads: ClassVar[list[threading.Thread]] = []
    collector: _Collector | None = None


def hold() -> None:
    """A thread that runs Python beside the GUI thread is about to start."""
    _Held.count += 1
    _begin()


def release() -> None:
    """It has ended."""
    _Held.count -= 1
    _end_if_free()


def start(thread: threading.Thread) -> None:
    """Start a thread that nobody waits for; it holds until it has ended. Raises RuntimeError where there is none to be
    had."""
    hold()
    try:
        thread.start()
        _Held.threads.append(thread)
    finally:
        release()


def _begin() -> None:
    if _Held.collector is None and gc.isenabled():
        gc.disable()
        _Held.collector = _Collector()


def _end_if_free() -> bool:
    """Hand it back to Python, where nobody holds it any more."""
    _Held.threads[:] = [thread for thread in _Held.threads if thread.is_alive()]
    if _Held.count or _Held.threads:
        return False
    if _Held.collector is not None:
        _Held.collector.stop()
        _Held.collector = None
        gc.enable()
    return True
