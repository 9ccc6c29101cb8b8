"""Figures of drawing alone: what a refresh of the plots takes, with Qt's painting of it.

    python -m ui.bench.drawing scroll|full|flat COUNT [DIVISOR]

Five plots of four curves in a window of 1600 x 1000, without devices and without a clock: what time it is, is told
(PlotStack.refresh), and rows are put into the tables in between, at no one's cost. A refresh is counted from its call
to the end of the window's UpdateRequest, which has painted it and handed it to the screen. Prints a line a window: the
median of COUNT refreshes in ms, and that of the time its thread had the processor in them, which other programs on the
machine disturb less.

scroll  live, the newest 10 s of 1 000 rows a second, one sixtieth of a second further each time
full    the whole history of a million rows a table in view, and another span of it each time: all pixels are new
flat    `full` in two windows in turn: one curve of 10^8 samples and nineteen of 10^6; and twenty of 10^5. Columns are
        f32, times int64: 1.4 GB. DIVISOR makes all of them so many times shorter, for tests
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from time import perf_counter, thread_time
from types import TracebackType

import numpy as np
from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.quantities import Duration
from app.session.schema import PlotOptions
from app.store.table import Table
from app.stream import Batch, Column
from ui.plots.source import Source
from ui.plots.stack import PlotStack
from ui.theme.palette import Theme

PLOTS, CURVES = 5, 4
REFRESH_NS = 1_000_000_000 // 60
WINDOW_NS = 10_000_000_000
PAUSE_MS = 4  # between a refresh and the next: its UpdateRequest comes by itself
AT_ONCE = 1_000_000  # rows of an append
START_NS = 10**12
HISTORY_NS = 10**15
HISTORY_BYTES = 8 << 30


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds by the clock, and of the processor."""

    wall: float
    cpu: float

    @classmethod
    def now(cls) -> Spent:
        return cls(perf_counter(), thread_time())

    def __add__(self, other: Spent) -> Spent:
        return Spent(self.wall + other.wall, self.cpu + other.cpu)

    def __sub__(self, other: Spent) -> Spent:
        return Spent(self.wall - other.wall, self.cpu - other.cpu)


class Window(QWidget):
    """Plots and nothing else. Attributes: stack; spent, of each refresh and the paint behind it a Spent."""

    def __init__(self, theme: Theme, tables: Sequence[Table], plots: Sequence[PlotOptions]) -> None:
        super().__init__()
        self.resize(1600, 1000)
        self.stack = PlotStack(theme)
        self.spent: list[Spent] = []
        self._tables = tables
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.stack)
        self.stack.set_plots(plots)
        self.stack.set_sources([Source(table.name, table) for table in tables])

    @property
    def last_ns(self) -> int:
        return max(table.last_ns or 0 for table in self._tables)

    @property
    def first_ns(self) -> int:
        return min(table.first_ns or 0 for table in self._tables)

    def refresh(self, now_ns: int) -> None:
        began = Spent.now()
        self.stack.refresh(now_ns)
        self.spent.append(Spent.now() - began)

    def event(self, event: QEvent) -> bool:
        began = Spent.now()
        done = super().event(event)
        if event.type() == QEvent.Type.UpdateRequest and self.spent:
            self.spent[-1] += Spent.now() - began
        return done


class Scrolling:
    """The next sixtieth of a second, with its rows."""

    def __init__(self, theme: Theme) -> None:
        self._tables = [Table(f"d{number}", history_ns=HISTORY_NS, history_bytes=1 << 28) for number in range(PLOTS)]
        self._rows = 0
        self._now_ns = START_NS
        self._grow(WINDOW_NS)
        plots = [_plot(f"d{number}/{name}" for name in _names(CURVES)) for number in range(PLOTS)]
        self.windows = [Window(theme, self._tables, plots)]

    def step(self, _number: int) -> None:
        self._grow(REFRESH_NS)
        self.windows[0].refresh(self._now_ns)

    def _grow(self, span_ns: int) -> None:
        self._now_ns += span_ns
        due = (self._now_ns - START_NS) // 1_000_000
        for table in self._tables:
            table.append(_rows(self._rows, due, 1_000_000, CURVES))
        self._rows = due


class Whole:
    """All history in view, with a little more or less beside it each time, window by window."""

    def __init__(self, windows: Sequence[Window]) -> None:
        self.windows = windows

    def step(self, number: int) -> None:
        window = self.windows[number % len(self.windows)]
        turn = number // len(self.windows) % 8
        room_ns = (window.last_ns - window.first_ns) * turn // 400
        window.stack.view.set_now(window.last_ns + room_ns)
        window.stack.view.show(window.first_ns - room_ns, window.last_ns)
        window.refresh(window.last_ns + room_ns)


def whole(theme: Theme, divisor: int) -> Whole:
    tables = [_filled(f"d{number}", 1_000_000 // divisor, CURVES) for number in range(PLOTS)]
    plots = [_plot(f"{table.name}/{name}" for name in _names(CURVES)) for table in tables]
    return Whole([Window(theme, tables, plots)])


def flat(theme: Theme, divisor: int) -> Whole:
    long = _singles(theme, [10**8 // divisor] + [10**6 // divisor] * (PLOTS * CURVES - 1))
    return Whole([long, _singles(theme, [10**5 // divisor] * (PLOTS * CURVES))])


def _singles(theme: Theme, lengths: Sequence[int]) -> Window:
    """A table a curve."""
    tables = [_filled(f"d{number}", length, 1) for number, length in enumerate(lengths)]
    groups = [tables[at : at + CURVES] for at in range(0, len(tables), CURVES)]
    return Window(theme, tables, [_plot(f"{table.name}/a" for table in group) for group in groups])


def _filled(name: str, length: int, columns: int) -> Table:
    """So many rows over the same 1 000 s."""
    table = Table(name, history_ns=HISTORY_NS, history_bytes=HISTORY_BYTES)
    step_ns = 10**12 // length
    for first in range(0, length, AT_ONCE):
        table.append(_rows(first, min(length, first + AT_ONCE), step_ns, columns))
    return table


def _rows(first: int, stop: int, step_ns: int, columns: int) -> Batch:
    numbers = np.arange(first, stop, dtype=np.int64)
    times = START_NS + numbers * step_ns
    angle = ((times - START_NS) / 1e9).astype(np.float32)
    waves = [np.sin(angle * (2 * np.pi / (2 + 3 * number))) for number in range(columns)]
    return Batch("", times, tuple(Column(name, values) for name, values in zip(_names(columns), waves, strict=True)))


def _names(count: int) -> str:
    return "abcd"[:count]


def _plot(channels: object) -> PlotOptions:
    return PlotOptions(channels=tuple(channels), window=Duration(WINDOW_NS))  # type: ignore[arg-type]


class Driver(QObject):
    """Steps until every window has been refreshed so often, then ends the loop; what comes before is not counted."""

    WARM = 10

    def __init__(self, scene: Scrolling | Whole, count: int) -> None:
        super().__init__()
        self._scene = scene
        self._steps = (self.WARM + count) * len(scene.windows)
        self._done = 0
        self._timer = QTimer(self, interval=PAUSE_MS)
        self._timer.timeout.connect(self._step)
        self._timer.start()

    @Slot()
    def _step(self) -> None:
        if self._done == self._steps:
            self._timer.stop()
            QApplication.quit()
            return
        self._scene.step(self._done)
        self._done += 1

    @property
    def is_busy(self) -> bool:
        return self._timer.isActive()

    def tell(self) -> None:
        for window in self._scene.windows:
            counted = window.spent[self.WARM :]
            wall, cpu = median(each.wall for each in counted), median(each.cpu for each in counted)
            print(f"{1e3 * wall:.4f} {1e3 * cpu:.4f}")


def stop_at_errors(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """An exception in a slot would be told and forgotten; a refresh that failed is no figure."""
    sys.__excepthook__(kind, error, trace)
    QApplication.exit(1)


def main(kind: str, count: int, divisor: int = 1) -> int:
    application = QApplication([])
    sys.excepthook = stop_at_errors
    theme = Theme(application)
    scene = Scrolling(theme) if kind == "scroll" else (flat if kind == "flat" else whole)(theme, divisor)
    for window in scene.windows:
        window.show()
    driver = Driver(scene, count)
    code = application.exec()
    if not code:
        driver.tell()
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], *map(int, sys.argv[2:])))
