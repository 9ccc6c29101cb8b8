"""Data marks, the clock refreshes.

One single-shot timer runs only while something is marked: nothing to show costs nothing. A second timer ticks once a
second while the clock is started, for what must be looked at also when nothing comes (ledger, kernel, rates); both
tell how late the loop came to them. The deciding is in pacing.py.

Traps:
- `mark` belongs to the clock's thread. From another thread connect a signal of a QObject to it, which Qt queues; a
  lambda or a partial would run in the sender's thread.
- Timers take whole milliseconds and a CoarseTimer may be 5 % late, which at 60 Hz is a frame of lag that nobody caused:
  both are precise, and lateness is counted from what the timer was asked for, not from what was wished.
- A slot of `refreshed` that marks gets its refresh an interval later, not now, so it cannot starve the loop.
- Painting that a refresh asks for happens later in the loop (UpdateRequest): it is not in the refresh's cost, but it
  is in the lateness of the next one.
- A started clock has a running timer: `stop` it before the loop ends, or its thread's end will complain.

For measurements: QUINTET_PIN_HZ=60 in the environment keeps each clock at that rate from its start, as `pin` does. It
is no setting of a user's, whom giving way serves; the bench needs a window that does the same work in each run.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from app.clock import now_ns
from app.refresh.pacing import Pacing, RefreshStatistics

SECOND_NS = 1_000_000_000
DEFAULT_HZ = 60.0
PIN_VARIABLE = "QUINTET_PIN_HZ"


@dataclass(frozen=True, slots=True)
class Refresh:
    """What a refresh is told: when it began (app.clock), the interval it has, how many marks it answers, its number
    from 1."""

    at_ns: int
    interval_ms: float
    marks: int
    number: int


class _Alarm(QTimer):
    """A precise single shot that knows how late it was.

    Attributes:
        late_ns: how long after the time it was set to it fired, in ns.
    """

    def __init__(self, now: Callable[[], int], parent: QObject) -> None:
        super().__init__(parent)
        self._now = now
        self._asked_ns = 0
        self.setSingleShot(True)
        self.setTimerType(Qt.TimerType.PreciseTimer)

    def set_to(self, due_ns: int) -> None:
        now = self._now()
        delay_ms = max(0, round((due_ns - now) / 1e6))
        self._asked_ns = now + delay_ms * 1_000_000
        self.start(delay_ms)

    @property
    def late_ns(self) -> int:
        return max(0, self._now() - self._asked_ns)


class RefreshClock(QObject):
    """At most so many refreshes a second, none when nothing was marked.

    Attributes:
        is_running: between `start` and `stop`.
        rate_hz: the limit now; lower than wished while the clock gives way.
        reason: why it is lower, in words; "" while it is not.

    Signals:
        refreshed(Refresh): something was marked since the last one; show what there is. Direct slots are timed.
        second(): once a second while running, whether or not anything was marked.
    """

    refreshed = Signal(object)
    second = Signal()

    def __init__(
        self, refresh_hz: float = DEFAULT_HZ, now: Callable[[], int] = now_ns, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._now = now
        self._pacing = Pacing(refresh_hz)
        self._marks = 0
        self._running = False
        self._waiting = False  # a refresh has been asked of the alarm, or is being made
        self._due_ns = 0
        self._second_due_ns = 0
        self._alarm = _Alarm(now, self)
        self._alarm.timeout.connect(self._refresh)
        self._second_alarm = _Alarm(now, self)
        self._second_alarm.timeout.connect(self._tick)
        if pinned := os.environ.get(PIN_VARIABLE):
            self.pin(float(pinned))

    # ------------------------------------------------------------------ life

    @property
    def is_running(self) -> bool:
        return self._running

    @Slot()
    def start(self) -> None:
        """Begin to tick, and to refresh when marked; what was marked before counts."""
        if self._running:
            return
        self._running = True
        self._second_due_ns = self._now() + SECOND_NS
        self._second_alarm.set_to(self._second_due_ns)
        if self._marks:
            self._schedule()

    @Slot()
    def stop(self) -> None:
        """No refresh and no tick any more; marks are kept for the next `start`."""
        self._running = False
        self._waiting = False
        self._alarm.stop()
        self._second_alarm.stop()

    @Slot()
    def mark(self) -> None:
        """Something has changed that a refresh should show."""
        self._marks += 1
        if self._running and not self._waiting:
            self._schedule()

    # ------------------------------------------------------------------ rate

    @property
    def rate_hz(self) -> float:
        return self._pacing.rate_hz

    @property
    def reason(self) -> str:
        return self._pacing.reason

    def pin(self, hz: float | None) -> None:
        """Keep one rate whatever it costs, for measurements; None lets the clock give way again."""
        self._pacing.pin(hz)

    def statistics(self) -> RefreshStatistics:
        return self._pacing.statistics()

    def take_longest_gap_ns(self) -> int:
        """The longest time between two refreshes since the last call, idle times aside; 0 where there were none."""
        return self._pacing.take_longest_gap_ns()

    # ------------------------------------------------------------------ timers

    def _schedule(self) -> None:
        self._waiting = True
        self._due_ns = self._pacing.due_ns(self._now())
        self._alarm.set_to(self._due_ns)

    @Slot()
    def _refresh(self) -> None:
        self._pacing.note_lag(self._alarm.late_ns)
        marks, self._marks = self._marks, 0
        began = self._now()
        self._pacing.begin(began, self._due_ns)
        interval_ms = self._pacing.interval_ns / 1e6
        self.refreshed.emit(Refresh(began, interval_ms, marks, self._pacing.refreshes))
        self._pacing.end(self._now())
        self._waiting = False
        if self._marks and self._running:
            self._schedule()

    @Slot()
    def _tick(self) -> None:
        self._pacing.note_lag(self._second_alarm.late_ns)
        now = self._now()
        # the next whole second, however long the loop was away: ticks that were missed are not made up for
        self._second_due_ns += ((now - self._second_due_ns) // SECOND_NS + 1) * SECOND_NS
        self._second_alarm.set_to(self._second_due_ns)
        self.second.emit()
