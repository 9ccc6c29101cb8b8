"""Stalls of the window's thread, made on purpose: what a busy GUI costs depends on how it is busy.

    sleep    time.sleep. Python's lock (the GIL) is free, as in most native code that takes its time
    python   a loop of Python. Another thread gets the lock at every switch interval (sys.getswitchinterval, 5 ms)
    native   one call of native code that keeps the lock and uses the processor; no Python runs until it is over

The native one must be *one* call. The interpreter gives the lock away between two of its instructions, so that a loop
of many short calls would be a second kind of `python`. It is a sum over itertools.repeat, which knows no end but its
count: how many additions fill the time is measured before the first one, and again by each one that was made (the
median of the last few, so that one which was pushed off the processor does not shorten the next). Even the two looks at
the clock around it are taken within that call: beside it, the thread that has waited for the lock would run first, and
its turn would count as ours.

A Stall keeps the busy fraction that was asked: the next is due a period after the last began. It stands on a timer of
the thread that it lives in; each stall is measured, and what is told is what was measured. Where Python has no GIL
(free-threaded builds) the three are alike for other threads.
"""

from __future__ import annotations

import operator
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import repeat
from statistics import median

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from app.clock import native_now_ns, now_ns
from app.comparison.schema import StallReport
from app.comparison.stalls.options import KINDS, Kind, StallError, StallOptions

__all__ = [
    "BUSY",
    "KINDS",
    "Kind",
    "Made",
    "NativeCall",
    "Stall",
    "StallError",
    "StallOptions",
    "loop_for",
    "sleep_for",
]

NS_PER_MS = 1_000_000
NEWEST = 1_000  # stalls that the median is of: minutes of them, and sorted in no time
FIRST_COUNT = 1_000  # additions of the first try; some microseconds on any machine
PROBE_NS = 1_000_000  # a try that is shorter says more of the clock than of the processor
TRIES = 3
REMEMBERED = 5  # calls whose speed is the next one's
_CALL: Callable[[Callable[[], int]], int] = operator.call  # native itself


@dataclass(frozen=True, slots=True)
class Made:
    """One stall, by app.clock: the thread did nothing else from `began_ns` to `ended_ns`."""

    began_ns: int
    ended_ns: int

    @property
    def ns(self) -> int:
        return self.ended_ns - self.began_ns


def sleep_for(busy_ns: int) -> Made:
    """Wait with Python's lock free."""
    began = now_ns()
    time.sleep(busy_ns / 1e9)
    return Made(began, now_ns())


def loop_for(busy_ns: int) -> Made:
    """Run Python, with the lock whenever it can be had."""
    began = now = now_ns()
    while now - began < busy_ns:
        now = now_ns()
    return Made(began, now)


class NativeCall:
    """Calls of native code that keep Python's lock throughout; each lasts about as long as it is asked to.

    Takes some milliseconds to make: how fast this machine adds is measured first.
    """

    def __init__(self) -> None:
        self._speeds: deque[float] = deque([_speed()], maxlen=REMEMBERED)  # additions per ns

    def __call__(self, busy_ns: int) -> Made:
        count = max(1, round(busy_ns * median(self._speeds)))
        made = _add_up(count)
        self._speeds.append(count / max(made.ns, 1))
        return made


def _add_up(count: int) -> Made:
    """So many additions and a look at the clock before and behind, all of it in one native call."""
    calls: tuple[Callable[[], int], ...] = (native_now_ns, partial(sum, repeat(1, count)), native_now_ns)
    began, _, ended = tuple(map(_CALL, calls))
    return Made(began, ended)


def _speed() -> float:
    """Additions per ns, by the fastest of some calls: the others were disturbed."""
    count = FIRST_COUNT
    while (made := _add_up(count)).ns < PROBE_NS:
        count *= 2
    return count / min(made.ns, *(_add_up(count).ns for _ in range(TRIES - 1)))


BUSY: dict[Kind, Callable[[], Callable[[int], Made]]] = {  # what makes a stall of each kind
    "sleep": lambda: sleep_for,
    "python": lambda: loop_for,
    "native": NativeCall,
}


class Stall(QObject):
    """Keeps the thread that it lives in busy, again and again.

    Attributes:
        options: the stall that was asked for.
        is_running: between `start` and `stop`.

    Signals:
        made(Made): after each stall.
    """

    made = Signal(object)

    def __init__(self, options: StallOptions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.options = options
        self._busy = BUSY[options.kind]()
        self._newest: deque[int] = deque(maxlen=NEWEST)
        self._count = 0
        self._longest_ns = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._make)

    @property
    def is_running(self) -> bool:
        return self._timer.isActive()

    @Slot()
    def start(self) -> None:
        """The first stall begins a period from now."""
        if not self.is_running:
            self._arm(now_ns())

    @Slot()
    def stop(self) -> None:
        """No stall any more; `figures` stay."""
        self._timer.stop()

    def figures(self) -> StallReport:
        """What was asked and what was made so far; the median is of the newest of them."""
        options = self.options
        return StallReport(
            kind=options.kind,
            busy_ms=options.busy_ns / NS_PER_MS,
            period_ms=options.period_ns / NS_PER_MS,
            count=self._count,
            median_ms=median(self._newest) / NS_PER_MS if self._count else None,
            longest_ms=self._longest_ns / NS_PER_MS if self._count else None,
        )

    @Slot()
    def _make(self) -> None:
        made = self._busy(self.options.busy_ns)
        self._count += 1
        self._longest_ns = max(self._longest_ns, made.ns)
        self._newest.append(made.ns)
        self._arm(made.began_ns)
        self.made.emit(made)  # last: who hears it may stop us

    def _arm(self, began_ns: int) -> None:
        """A period from then; the loop gets a turn at least, also where a stall took longer than its period."""
        left_ns = began_ns + self.options.period_ns - now_ns()
        self._timer.start(max(1, -(-left_ns // NS_PER_MS)))
