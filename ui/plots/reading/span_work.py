"""The figures of many curves over a long span, computed between the turns of the event loop.

A turn takes TURN_MS at most and posts its continuation, so that a span of 10^8 samples costs the window no more than a
short one, but longer. A new question drops the one before. Rows that come or age out while a span stands still change
its figures: they are computed again, at most once a second and not more often than their cost allows, and the old ones
stand until then.
"""

from __future__ import annotations

from collections.abc import Sequence
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ui.plots.source import Channel

if TYPE_CHECKING:  # an empty window needs no numpy, and is there sooner
    from app.store.statistics import Moments, SpanTally

TURN_MS = 4.0
LOOK_NS = 1_000_000_000
LEAST_REST = 10  # times what computing took, before it is done again for rows that have come or gone


class SpanWork(QObject):
    """One for the figures that are shown.

    Attributes:
        results: for each channel that was asked for, in order; None until it is known.

    Signals:
        changed(): there are more results, or the part that is done is another.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.results: list[Moments | None] = []
        self._channels: tuple[Channel, ...] = ()
        self._span = (0, 0)
        self._tallies: list[SpanTally] = []
        self._next = 0  # the tally that is read
        self._rows: tuple[int, ...] = ()
        self._cost_s = 0.0
        self._looked_ns = 0
        self._turns = QTimer(self, interval=0)
        self._turns.timeout.connect(self._turn)

    @property
    def is_busy(self) -> bool:
        return self._turns.isActive()

    @property
    def fraction(self) -> float:
        """How much of all rows has been read; 1 when all is done."""
        total = sum(tally.rows for tally in self._tallies)
        done = sum(tally.rows * tally.fraction for tally in self._tallies)
        return done / total if total else float(not self.is_busy)

    def ask(self, channels: Sequence[Channel], span: tuple[int, int]) -> None:
        """The figures of these channels over [start, end); the same question again is none."""
        if (tuple(channels), span) != (self._channels, self._span):
            self._channels, self._span = tuple(channels), span
            self.results = [None] * len(self._channels)
            self._start()

    def drop(self) -> None:
        """Nothing is asked any more."""
        self._turns.stop()
        self._channels, self._span, self._tallies, self.results = (), (0, 0), [], []

    def refreshed(self, now_ns: int) -> None:
        """Rows may have come, or gone."""
        rest_ns = max(LOOK_NS, round(self._cost_s * LEAST_REST * 1e9))
        if self.is_busy or not self._channels or now_ns - self._looked_ns < rest_ns:
            return
        self._looked_ns = now_ns
        if self._count() != self._rows:
            self._start()

    def _count(self) -> tuple[int, ...]:
        return tuple(channel.source.table.rows_between(*self._span) for channel in self._channels)

    def _start(self) -> None:
        from app.store.statistics import SpanTally

        self._rows = self._count()
        self._tallies = [SpanTally(c.source.table, c.column, *self._span) for c in self._channels]
        self._next, self._cost_s = 0, 0.0
        self._turns.start()

    @Slot()
    def _turn(self) -> None:
        started = perf_counter()
        while self._next < len(self._tallies) and (perf_counter() - started) * 1e3 < TURN_MS:
            tally = self._tallies[self._next]
            if not tally.is_done:
                tally.read_slice()
            if tally.is_done:
                self.results[self._next] = tally.moments
                self._next += 1
        self._cost_s += perf_counter() - started
        if self._next == len(self._tallies):
            self._turns.stop()
        self.changed.emit()
