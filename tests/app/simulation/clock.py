"""Time that stands still until the simulation moves it; what is due then happens in its order."""

from __future__ import annotations

import heapq
from collections.abc import Callable
from itertools import count

from PySide6.QtCore import QObject, Signal

START_NS = 1_000_000_000_000
US, MS, SECOND = 1_000, 1_000_000, 1_000_000_000


class Clock:
    """Attributes: now_ns; alarms, all that were made on it; jumped_ns, when time last went on without the loop;
    turns, rounds of the event loop so far."""

    def __init__(self) -> None:
        self.now_ns = START_NS
        self.jumped_ns = START_NS
        self.turns = 0
        self.alarms: list[SimulatedAlarm] = []
        self._agenda: list[tuple[int, int, Callable[[], object]]] = []
        self._numbers = count()

    def __call__(self) -> int:
        return self.now_ns

    def alarm_maker(self, touch: Callable[[], None]) -> Callable[[Callable[[], int], QObject], SimulatedAlarm]:
        """app.link.alarm.AlarmMaker; `touch` is called before one of its alarms rings."""

        def make(_clock: Callable[[], int], parent: QObject) -> SimulatedAlarm:
            self.alarms.append(SimulatedAlarm(touch, parent))
            return self.alarms[-1]

        return make

    @property
    def lived_ns(self) -> int:
        return self.now_ns - START_NS

    def jump(self, span_ns: int) -> None:
        """So much time goes by in which nothing of the program runs."""
        self.now_ns += span_ns
        if span_ns:
            self.jumped_ns = self.now_ns

    def later(self, delay_ns: int, action: Callable[[], object]) -> None:
        """Outside of the program something happens then; not to be called off."""
        heapq.heappush(self._agenda, (self.now_ns + delay_ns, next(self._numbers), action))

    def next_due_ns(self) -> int | None:
        due = [alarm.due_ns for alarm in self.alarms if alarm.due_ns is not None]
        return min([*due, self._agenda[0][0]] if self._agenda else due, default=None)

    def do_next(self) -> bool:
        """What is due first, outside before inside; whether anything was."""
        if self._agenda and self._agenda[0][0] <= self.now_ns:
            heapq.heappop(self._agenda)[2]()
            return True
        due = [alarm for alarm in self.alarms if alarm.due_ns is not None and alarm.due_ns <= self.now_ns]
        if due:
            min(due, key=lambda alarm: alarm.due_ns or 0).ring()
        return bool(due)


class SimulatedAlarm(QObject):
    """app.link.alarm.Alarm without a timer. Attributes: due_ns, None while it is not set."""

    due = Signal()

    def __init__(self, touch: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self.due_ns: int | None = None
        self._touch = touch

    def set_to(self, due_ns: int | None) -> None:
        self.due_ns = due_ns

    def ring(self) -> None:
        self.due_ns = None
        self._touch()
        self.due.emit()
