"""How late the event loop of a thread is, measured from within: a precise timer knows when it was to fire.

The timer asks for the next point of a grid, `interval_ms` apart. What is late when it fires is every point since: each
is a look at the loop that had to wait until now (see lags.py). A timer takes whole milliseconds and never fires early;
lateness counts from what it was asked for, so that an idle loop shows the system's own lateness alone, some 0.1 ms.

Python's garbage collector stops every thread, and looks like any other work. It tells of itself, though: gc.callbacks
are called at the begin and the end of each collection, in the thread that it runs in. A lag of which collections took
most is counted as the collector's. The two calls cost a microsecond; a collection costs hundreds to a hundred
thousand of them.

Times are by time.monotonic_ns: a suspend of the computer is no lag. While it runs, `start` to `stop`, a timer and one
entry of gc.callbacks are alive; both end with the object as well.
"""

from __future__ import annotations

import gc
import time
import weakref
from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Slot

from app.comparison.measuring.lags import Lags, Span
from app.comparison.schema import Loop
from app.health.ages import NS_PER_MS

INTERVAL_MS = 20  # 50 wake-ups a second, which a window that refreshes at 60 Hz does not notice
MOST_LOOKS = 10_000  # at one firing: 200 s of a loop that was held; the oldest, which waited longest, are kept
MOST_COLLECTIONS = 10_000  # between two firings; the newest are kept


class LoopLag(QObject):
    """Measures the loop of the thread that it lives in.

    Attributes:
        is_running: between `start` and `stop`.
    """

    def __init__(
        self,
        parent: QObject | None = None,
        interval_ms: int = INTERVAL_MS,
        now: Callable[[], int] = time.monotonic_ns,
    ) -> None:
        super().__init__(parent)
        self._now = now
        self._interval_ns = interval_ms * NS_PER_MS
        self._due_ns = 0
        self._lags = Lags()
        self._collector = _Collector(now)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._look)
        weakref.finalize(self, self._collector.ignore).atexit = False

    @property
    def is_running(self) -> bool:
        return self._timer.isActive()

    @Slot()
    def start(self) -> None:
        """Begin to look; what was measured before and not taken stays."""
        if not self.is_running:
            self._collector.listen()
            self._arm(self._now() + self._interval_ns)

    @Slot()
    def stop(self) -> None:
        """Nothing of it runs any more; what was measured waits for `take`."""
        self._collector.ignore()
        if self.is_running:
            self._measure()
            self._timer.stop()

    def take(self) -> Loop:
        """What was measured since the last time. Its refreshes are for others to fill."""
        return self.take_lags().loop()

    def take_lags(self) -> Lags:
        """As `take`, to be merged with others: the quantiles of a mode are not those of its blocks."""
        if self.is_running:
            self._measure()  # a loop that is late right now shows before it is asked
        taken, self._lags = self._lags, Lags()
        return taken

    @Slot()
    def _look(self) -> None:
        self._measure()
        self._arm(self._due_ns)

    def _measure(self) -> None:
        """Count the points of the grid that are past; the next one that is not is due."""
        now = self._now()
        collections = self._collector.take()
        self._lags.add_collections(collections)
        if now < self._due_ns:
            return
        if collections:
            self._lags.blame((self._due_ns, now), collections)
        past = range(self._due_ns, now + 1, self._interval_ns)
        self._lags.add(now - due_ns for due_ns in past[:MOST_LOOKS])
        self._due_ns = past[-1] + self._interval_ns

    def _arm(self, due_ns: int) -> None:
        """Fire then, at a whole millisecond; the grid moves with what is rounded."""
        now = self._now()
        delay_ms = max(1, -((now - due_ns) // NS_PER_MS))
        self._due_ns = now + delay_ms * NS_PER_MS
        self._timer.start(delay_ms)


class _Collector:
    """When Python's garbage collector ran."""

    def __init__(self, now: Callable[[], int]) -> None:
        self._now = now
        self._began_ns: int | None = None
        self._spans: deque[Span] = deque(maxlen=MOST_COLLECTIONS)

    def listen(self) -> None:
        if self._hear not in gc.callbacks:
            gc.callbacks.append(self._hear)

    def ignore(self) -> None:
        """Safe to call again."""
        if self._hear in gc.callbacks:
            gc.callbacks.remove(self._hear)
        self._began_ns = None

    def take(self) -> list[Span]:
        """Those that have ended since the last time; more may come from other threads meanwhile."""
        return [self._spans.popleft() for _ in range(len(self._spans))]

    def _hear(self, phase: str, _info: dict[str, int]) -> None:
        """In whichever thread collects; never twice at once."""
        if phase == "start":
            self._began_ns = self._now()
        elif self._began_ns is not None:
            self._spans.append((self._began_ns, self._now()))
            self._began_ns = None
