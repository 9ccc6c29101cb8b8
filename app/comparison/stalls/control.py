"""Which stall is on: chosen on the command line or in the window, and made for as long as a run lasts.

A choice holds from one session to the next; a stall itself belongs to a run: it begins with it and ends before the
links are closed, so that no close has to wait for a thread that is kept busy. What is told of it (`figures`) stays
until the next run begins, for the report.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from app.comparison.schema import StallReport
    from app.comparison.stalls.options import StallOptions
    from app.comparison.stalls.stall import Stall

TELL_NS = 1_000_000_000  # how often figures are new for whoever shows them: nobody reads faster


class StallControl(QObject):
    """Chooses, begins and ends stalls of the thread that it lives in.

    Attributes:
        options: the stall that was chosen; None for none.
        is_on: whether it is being made now.

    Signals:
        changed(): another was chosen, or it began or ended.
        measured(): `figures` are new; at most once a second.
    """

    changed = Signal()
    measured = Signal()

    def __init__(self, options: StallOptions | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._options = options
        self._has_run = False
        self._stall: Stall | None = None
        self._last: StallReport | None = None
        self._told_ns: int | None = None

    @property
    def options(self) -> StallOptions | None:
        return self._options

    @property
    def is_on(self) -> bool:
        return self._stall is not None

    def set_options(self, options: StallOptions | None) -> None:
        """Choose another stall, or none. One that is on gives way at once, and the new one is measured from nothing."""
        if options == self._options:
            return
        self._options = options
        self._end_stall()
        self._begin_stall()
        self.changed.emit()

    @Slot()
    def begin(self) -> None:
        """A run begins."""
        if not self._has_run:
            self._has_run = True
            self._last = None
            self._begin_stall()
            self.changed.emit()

    @Slot()
    def end(self) -> None:
        """The run is about to close its links. Safe to call again."""
        if self._has_run:
            self._has_run = False
            self._end_stall()
            self.changed.emit()

    def figures(self) -> StallReport | None:
        """Of the stall that is on, else of the last one of the last run; None where there was none."""
        return self._stall.figures() if self._stall is not None else self._last

    def _begin_stall(self) -> None:
        if not self._has_run or self._options is None:
            return
        from app.comparison.stalls.stall import Stall  # with msgspec, which an empty window does not need

        self._told_ns = None
        self._stall = Stall(self._options, self)
        self._stall.made.connect(self._made)
        self._stall.start()

    def _end_stall(self) -> None:
        stall, self._stall = self._stall, None
        if stall is not None:
            stall.stop()
            self._last = stall.figures()
            stall.deleteLater()

    @Slot(object)
    def _made(self, _made: object) -> None:
        now = time.monotonic_ns()
        if self._told_ns is None or now - self._told_ns >= TELL_NS:
            self._told_ns = now
            self.measured.emit()
