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

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.session.schema import PlotOptions
from ui.plots.gestures import TimeGestures
from ui.plots.layout import Arrangement, PanelPlan, arrange
from ui.plots.live_notice import ELSEWHERE, PAUSED, LiveNotice
from ui.plots.numerals import shown_name
from ui.plots.panel import AXIS_WIDTH, PlotPanel
from ui.plots.ruler import TimeRuler
from ui.plots.source import Source
from ui.plots.splitter import ThinSplitter
from ui.plots.timeview import Columns, TimeView
from ui.theme.fonts import text_font
from ui.theme.palette import Theme
from ui.theme.tokens import GAP, GRID, MARGIN, TextSize

LEGEND_NS = 200_000_000  # numbers that change more often than five times a second cannot be read
ARRANGE_NS = 500_000_000  # how often new columns are looked for: a table of 100 000 takes its time to tell them
LEGEND_SHARE = 0.24  # of the width
LEGEND_GREATEST_SHARE = 0.4  # however narrow the window is
LEAST_WIDTH = 80 * GRID
LEGEND_LEAST, LEGEND_MOST = 36 * GRID, 60 * GRID


class PlotStack(QWidget):
    """See the module.

    Attributes:
        view: the span of time that is shown.
        panels: from the top.
        ruler: the time axis.
        last_cost_ms: what the last refresh took, without Qt's painting.
        samples_per_pixel: rows a pixel column of the densest table in view; 0.0 without data.

    Signals:
        liveChanged(bool): whether the newest data is followed.
    """

    liveChanged = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.view = TimeView()
        self.panels: list[PlotPanel] = []
        self.last_cost_ms = 0.0
        self.samples_per_pixel = 0.0
        self._sources: tuple[Source, ...] = ()
        self._plots: tuple[PlotOptions, ...] = ()
        self._arrangement = Arrangement()
        self._column_counts: tuple[int, ...] = ()
        self._counted_ns = 0  # when the tables were last looked at for new columns
        self._legend_ns = -LEGEND_NS
        self._now_ns = 0
        self._device: str | None = None
        self._gestures = TimeGestures(self)
        self.setMinimumWidth(LEAST_WIDTH)
        self._build()
        self._connect()
        self._say_empty()

    # -- parts

    def _build(self) -> None:
        self._splitter = ThinSplitter(self._theme)
        self._footer = self._label(TextSize.SMALL)
        self._footer.setContentsMargins(AXIS_WIDTH, GRID, MARGIN, GRID)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._splitter, 1)
        column.addWidget(self._footer)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(content)
        self.ruler = TimeRuler(self._theme, self._gestures)
        self._empty = self._label(TextSize.BODY)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self._page())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)
        self._notice = LiveNotice(self._theme, self)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._retheme()

    def _page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.ruler)
        return page

    def _label(self, size: TextSize) -> QLabel:
        label = QLabel()
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setFont(text_font(size))
        label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        label.setBackgroundRole(QPalette.ColorRole.Base)
        label.setAutoFillBackground(True)
        return label

    def _connect(self) -> None:
        self._gestures.zoomed.connect(self._zoom)
        self._gestures.panned.connect(self._pan)
        self._gestures.reset.connect(self._reset)
        self._notice.backWished.connect(self.go_live)
        self._soon.timeout.connect(self._draw_now)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._share_width)  # it takes width from the panels
        self._theme.changed.connect(self._retheme)

    # -- what there is to plot

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
        self._device = name
        chosen = [panel for panel in self.panels if self._is_of_device(panel)]
        for panel in self.panels:
            panel.legend.set_highlighted(panel in chosen)
        if chosen:
            self._scroll.ensureWidgetVisible(chosen[0], 0, 0)

    def _is_of_device(self, panel: PlotPanel) -> bool:
        return any(channel.source.device == self._device for channel in panel.plan.channels)

    def _counts(self) -> tuple[int, ...]:
        return tuple(len(source.table.columns) for source in self._sources)

    def _arrange(self) -> None:
        self._column_counts = self._counts()
        arrangement = arrange(self._sources, self._plots)
        if arrangement != self._arrangement:
            self._arrangement = arrangement
            self._place(arrangement)
        self._say_empty()

    def _place(self, arrangement: Arrangement) -> None:
        kept = {panel.plan.key: panel for panel in self.panels}
        self.panels = [self._panel(plan, kept.pop(plan.key, None)) for plan in arrangement.panels]
        for panel in kept.values():
            panel.hide()
            panel.setParent(None)
            panel.deleteLater()
        for index, panel in enumerate(self.panels):
            self._splitter.insertWidget(index, panel)
            self._splitter.setStretchFactor(index, 0 if panel.plan.lanes else 1)
        self._share_width()
        self.select_device(self._device)
        self._soon.start()

    def _panel(self, plan: PanelPlan, kept: PlotPanel | None) -> PlotPanel:
        if kept is not None:
            if plan != kept.plan:
                kept.set_plan(plan)
            return kept
        if plan.lanes:
            from ui.plots.lane_panel import LanePanel

            return LanePanel(self._theme, self._gestures, plan)
        from ui.plots.curve_panel import CurvePanel

        return CurvePanel(self._theme, self._gestures, plan)

    def _say_empty(self) -> None:
        """What is missing, and what to do about it."""
        waiting = self._arrangement.waiting
        names = ", ".join(shown_name(name) for name in waiting[:6]) + ("…" if len(waiting) > 6 else "")
        if not self._sources:
            self._empty.setText("No devices: open a session")
        elif not self.panels:
            self._empty.setText(f"Waiting for the first data from {names}…" if names else "Nothing to plot")
        words = [f"Waiting for the first data from {names}"] if names else []
        if self._arrangement.unplaced:
            words.append(f"+{self._arrangement.unplaced} more channels without a plot")
        self._footer.setText("  ·  ".join(words))
        self._footer.setVisible(bool(words))
        self._pages.setCurrentIndex(1 if self.panels else 0)

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
        self.view.set_now(now_ns)
        if not self.panels or now_ns - self._counted_ns >= ARRANGE_NS:
            self._counted_ns = now_ns
            if self._counts() != self._column_counts:
                self._arrange()
        if self.panels and self.isVisible():
            self._refresh_panels(now_ns)
        self.last_cost_ms = (perf_counter() - started) * 1e3

    @Slot()
    def _draw_now(self) -> None:
        self.refresh(self._now_ns)

    def _refresh_panels(self, now_ns: int) -> None:
        columns = self._columns()
        ticks = self.ruler.show_span(columns, live=self.view.live)
        legends = now_ns - self._legend_ns >= LEGEND_NS
        for panel in self.panels:
            if panel.visibleRegion().isEmpty():
                continue
            if not (self.view.paused and panel.stands(columns)):
                panel.refresh(columns, ticks, now_ns)
            if legends:
                panel.refresh_legend(now_ns)
        if legends:
            self._legend_ns = now_ns
            self.samples_per_pixel = self._density(columns)

    def _columns(self) -> Columns:
        count, quantum = self.panels[0].span_width()
        return self.view.columns(count, quantum)

    def _density(self, columns: Columns) -> float:
        rows = (s.table.rows_between(columns.start_ns, columns.end_ns) for s in self._sources)
        return max(rows, default=0) / columns.count

    # -- place and look

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()
        self._place_notice()

    @Slot()
    def _share_width(self) -> None:
        wished = min(max(self.width() * LEGEND_SHARE, LEGEND_LEAST), LEGEND_MOST)
        legend = round(min(wished, self.width() * LEGEND_GREATEST_SHARE))
        for panel in self.panels:
            panel.set_legend_width(legend)
        bar = self._scroll.verticalScrollBar()
        self.ruler.set_sides(AXIS_WIDTH, legend + (bar.sizeHint().width() if bar.maximum() else 0))

    def _place_notice(self) -> None:
        plate = self._notice
        plate.adjustSize()
        plate.move((self.width() - plate.width()) // 2, self.height() - plate.height() - self.ruler.height() - GAP)
        plate.raise_()

    @Slot()
    def _retheme(self) -> None:
        self.ruler.update()
        self._splitter.update()
        for panel in self.panels:
            panel.retheme()
        self._soon.start()
