"""The live plots: panels one above the other, over one span of time.

The stack is told which tables there are (`set_sources`), which plots the session names (`set_plots`), and at
each coalesced refresh what time it is (`refresh`). It lays panels out by unit (`ui.plots.layout`), again
whenever columns have appeared, and draws only what is visible and has changed. Keys belong to the window's
menu, which calls `set_paused`, `fit` and `go_live`.

pyqtgraph is imported with the first panel of curves: it costs more than all of Qt's widgets, and an empty
window has no use for it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from time import perf_counter

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QVBoxLayout,
    QWidget,
)

from app.session.schema import PlotOptions
from ui.plots.board.file import board_of
from ui.plots.gestures import TimeGestures
from ui.plots.layout import Arrangement, arrange
from ui.plots.live_notice import ELSEWHERE, PAUSED, LiveNotice
from ui.plots.panel import PlotPanel
from ui.plots.panel_column import PanelColumn
from ui.plots.reading.desk import ReadingDesk
from ui.plots.source import Source
from ui.plots.timeview import Columns, TimeView
from ui.theme.palette import Theme
from ui.theme.tokens import GAP, GRID

LEGEND_NS = 200_000_000  # numbers that change more often than five times a second cannot be read
ARRANGE_NS = 500_000_000  # how often new columns are looked for: a table of 100 000 takes its time to tell them
LEAST_WIDTH = 80 * GRID


class PlotStack(QWidget):
    """See the module.

    Attributes:
        view: the span of time that is shown.
        panels: from the top.
        ruler: the time axis.
        reading: crosshair, cursors and values.
        last_cost_ms: what the last refresh took, without Qt's painting.
        samples_per_pixel: rows a pixel column of the densest table in view; 0.0 without data.
        drawn: the devices whose newest data the last refresh drew: following it, in panels that are in sight.

    Signals:
        liveChanged(bool): whether the newest data is followed.
    """

    liveChanged = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.view = TimeView()
        self.last_cost_ms = 0.0
        self.samples_per_pixel = 0.0
        self.drawn: frozenset[str] = frozenset()
        self._sources: tuple[Source, ...] = ()
        self._plots: tuple[PlotOptions, ...] = ()
        self._arrangement = Arrangement()
        self._laid_out: tuple[tuple[int, bool], ...] = ()
        self._counted_ns = 0  # when the tables were last looked at for new columns
        self._legend_ns = -LEGEND_NS
        self._now_ns = 0
        self._gestures = TimeGestures(self)
        self.setMinimumWidth(LEAST_WIDTH)
        self._column = PanelColumn(theme, self._gestures)
        self.ruler = self._column.ruler
        self._notice = LiveNotice(theme, self)
        self.reading = ReadingDesk(theme, self, self._gestures)
        self._soon = QTimer(self, singleShot=True, interval=0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._column)
        self._connect()
        self._arrange()

    def _connect(self) -> None:
        self._gestures.zoomed.connect(self._zoom)
        self._gestures.panned.connect(self._pan)
        self._gestures.reset.connect(self._reset)
        self._notice.backWished.connect(self.go_live)
        self._soon.timeout.connect(self._draw_now)
        self._theme.changed.connect(self._retheme)

    # -- what there is to plot

    @property
    def panels(self) -> list[PlotPanel]:
        return self._column.panels

    def set_sources(self, sources: Sequence[Source]) -> None:
        """The tables of all devices; those that stay keep their panels."""
        self._sources = tuple(sources)
        self._arrange()

    def set_plots(self, plots: Sequence[PlotOptions]) -> None:
        """The session's own plots; the longest of their windows is the one that all panels show while live."""
        self._plots = tuple(plots)
        if plots:
            self.view.set_window(max(plot.window for plot in plots))
        self._arrange()

    def select_device(self, name: str | None) -> None:
        """Let the device's panels stand out, and bring the first of them into sight."""
        self._column.select_device(name)

    def _arrange(self) -> None:
        self._laid_out = _shape(self._sources)
        arrangement = arrange(self._sources, board_of(self._plots))
        if arrangement != self._arrangement:
            self._arrangement = arrangement
            self._column.place(arrangement)
            self.reading.panels_changed()
            self._soon.start()
        self._column.say_what_is_missing(arrangement, self._sources)

    # -- time

    @property
    def live(self) -> bool:
        """Whether the newest data is followed."""
        return self.view.live

    @property
    def paused(self) -> bool:
        """Whether the view was paused by hand; data goes on being stored."""
        return self.view.paused

    @Slot(bool)
    def set_paused(self, paused: bool) -> None:
        """Hold the view where it is, or follow again."""
        if paused == self.view.paused:
            return
        if paused:
            self._change(self.view.pause)
        else:
            self.go_live()

    @Slot()
    def go_live(self) -> None:
        """Follow the newest data."""
        self._change(self.view.go_live)

    @Slot()
    def fit(self) -> None:
        """Show all history, and all values of it."""
        firsts = [s.table.first_ns for s in self._sources if s.table.first_ns is not None]
        lasts = [s.table.last_ns for s in self._sources if s.table.last_ns is not None]
        for panel in self.panels:
            panel.set_auto_range()
        if firsts and lasts:
            self._change(lambda: self.view.show(min(firsts), max(lasts)))

    def set_window(self, window_ns: int) -> None:
        """The length of time that is shown while live."""
        self.view.set_window(window_ns)
        self._soon.start()

    @Slot(float, float)
    def _zoom(self, factor: float, at: float) -> None:
        self._change(lambda: self.view.zoom(factor, at))

    @Slot(float)
    def _pan(self, fraction: float) -> None:
        self._change(lambda: self.view.pan(fraction))

    @Slot()
    def _reset(self) -> None:
        for panel in self.panels:
            panel.set_auto_range()
        self.go_live()

    def _change(self, change: Callable[[], None]) -> None:
        """Change the view, say so, and draw once however many changes come in one turn."""
        was_live = self.view.live
        change()
        firsts = [s.table.first_ns for s in self._sources if s.table.first_ns is not None]
        if firsts:
            self.view.keep_in_sight(min(firsts))
        self._notice.say(PAUSED if self.view.paused else ELSEWHERE)
        self._notice.setVisible(not self.view.live and bool(self.panels))
        self._place_notice()
        if self.view.live != was_live:
            self.liveChanged.emit(self.view.live)
        self._soon.start()

    # -- drawing

    def refresh(self, now_ns: int) -> None:
        """Draw what is visible and has changed. Cheap where nothing has."""
        started = perf_counter()
        self._now_ns = now_ns
        self.drawn = frozenset()
        self.view.set_now(now_ns)
        if not self.panels or now_ns - self._counted_ns >= ARRANGE_NS:
            self._counted_ns = now_ns
            if _shape(self._sources) != self._laid_out:
                self._arrange()
        if self.panels and self.isVisible():
            self._refresh_panels(now_ns)
        self.last_cost_ms = (perf_counter() - started) * 1e3

    @Slot()
    def _draw_now(self) -> None:
        self.refresh(self._now_ns)

    def _refresh_panels(self, now_ns: int) -> None:
        count, quantum = self.panels[0].span_width()
        columns = self.view.columns(count, quantum)
        ticks = self.ruler.show_span(columns, live=self.view.live)
        legends = now_ns - self._legend_ns >= LEGEND_NS
        in_sight = [panel for panel in self.panels if not panel.visibleRegion().isEmpty()]
        for panel in in_sight:
            if not (self.view.paused and panel.stands(columns)):
                panel.refresh(columns, ticks, now_ns)
            if legends:
                panel.refresh_legend(now_ns)
        if self.view.live:
            self.drawn = frozenset(c.source.device for panel in in_sight for c in panel.plan.channels)
        self.reading.refreshed(now_ns)
        if legends:
            self._legend_ns = now_ns
            self.samples_per_pixel = self._density(columns)

    def _density(self, columns: Columns) -> float:
        rows = (s.table.rows_between(columns.start_ns, columns.end_ns) for s in self._sources)
        return max(rows, default=0) / columns.count

    # -- place and look

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_notice()

    def _place_notice(self) -> None:
        plate = self._notice
        plate.adjustSize()
        plate.move((self.width() - plate.width()) // 2, self.height() - plate.height() - self.ruler.height() - GAP)
        plate.raise_()

    @Slot()
    def _retheme(self) -> None:
        self._column.retheme()
        self._soon.start()


def _shape(sources: Sequence[Source]) -> tuple[tuple[int, bool], ...]:
    """What the layout depends on: when it has changed, panels are laid out again."""
    return tuple((len(source.table.columns), source.goes_on) for source in sources)
