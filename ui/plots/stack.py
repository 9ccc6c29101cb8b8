"""The live plots: tiles on pages, over one span of time.

The stack is told which tables there are (`set_sources`), which plots the session names (`set_plots`), and at
each coalesced refresh what time it is (`refresh`). It lays tiles out (`ui.plots.layout`) as the board says that hands
have made (`ui.plots.arranging`), by unit where none has, again whenever columns have appeared, and draws only what is
visible and has changed (`ui.plots.drawing`). Keys belong to the window's menu, which calls `set_paused`, `fit` and
`go_live`.

pyqtgraph is imported with the first panel of curves: it costs more than all of Qt's widgets, and an empty
window has no use for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from time import perf_counter

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QVBoxLayout,
    QWidget,
)

from app.session.schema import PlotOptions
from ui.plots.arranging import Arranging
from ui.plots.drawing import Drawing
from ui.plots.layout import arrange
from ui.plots.live_notice import ELSEWHERE, PAUSED, LiveNotice
from ui.plots.page_tabs import PageTabs
from ui.plots.paging import Paging
from ui.plots.panel import PlotPanel
from ui.plots.panel_column import PanelColumn
from ui.plots.reading.desk import ReadingDesk
from ui.plots.ruler import TimeRuler
from ui.plots.source import Source
from ui.plots.tile_actions import TileActions
from ui.plots.view_control import ViewControl
from ui.theme.palette import Theme
from ui.theme.tokens import GRID

ARRANGE_NS = 500_000_000  # how often new columns are looked for: a table of 100 000 takes its time to tell them
LEAST_WIDTH = 80 * GRID


class PlotStack(QWidget):
    """See the module.

    Attributes:
        view: the span of time that is shown.
        panels: of the page in sight, from the top.
        ruler: the time axis of all tiles in one column; rulers: those in sight.
        reading: crosshair, cursors and values.
        control, history: what hands do to the view; undo and redo of that and of the layout.
        arranging, paging: the layout that is wished, and what hands do to it.
        tiles: the same as actions.
        column, tabs: the tiles, and the pages above them.
        last_cost_ms: what the last refresh took, without Qt's painting.
        told: the layout as `layoutChanged` has last told it.
        samples_per_pixel: rows a pixel column of the densest table in view; 0.0 without data.
        drawn: the devices whose newest data the last refresh drew: following it, in panels that are in sight.

    Signals:
        liveChanged(bool): whether the newest data is followed.
        layoutChanged(): `plots()` says something else than before, because of a hand.
    """

    liveChanged = Signal(bool)
    layoutChanged = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.last_cost_ms = 0.0
        self._laid_out: tuple[tuple[int, bool], ...] = ()
        self._counted_ns = 0  # when the tables were last looked at for new columns
        self._now_ns = 0
        self.told: tuple[PlotOptions, ...] = ()
        self.setMinimumWidth(LEAST_WIDTH)
        self.control = ViewControl(self._panels_now, self)
        self.view, self.history = self.control.view, self.control.history
        self.column = PanelColumn(theme, self.control.gestures)
        self.ruler = self.column.ruler
        self.drawing = Drawing(self.column, self.view)
        self.arranging = Arranging(self.history, self)
        self.paging = Paging(self.arranging)
        self.tabs = PageTabs(theme)
        self.tiles = TileActions(self)
        self._notice = LiveNotice(theme, self)
        self.reading = ReadingDesk(theme, self, self.control.gestures)
        self._soon = QTimer(self, singleShot=True, interval=0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.tabs)
        whole.addWidget(self.column)
        self._connect()
        self._arrange()

    def _connect(self) -> None:
        column, arranging, hands = self.column, self.arranging, self.column.hands
        self.control.changed.connect(self._view_changed)
        self.control.liveChanged.connect(self.liveChanged)
        self._notice.backWished.connect(self.go_live)
        self._soon.timeout.connect(self._draw_now)
        self._theme.changed.connect(self._retheme)
        arranging.changed.connect(self._arrange)
        arranging.currentChanged.connect(self._show_current)
        self.history.stack.indexChanged.connect(self._tell_layout)
        column.heightsChanged.connect(arranging.set_heights)
        column.widthsChanged.connect(arranging.set_widths)
        column.dropping.channelsDropped.connect(arranging.drop)
        column.dropping.plotDropped.connect(arranging.drop_plot)
        hands.chosen.connect(arranging.choose)
        hands.nudged.connect(arranging.nudge)
        hands.removed.connect(arranging.remove)
        hands.renamed.connect(arranging.rename)
        hands.menuWished.connect(self.tiles.open_menu)
        hands.ranged.connect(self.control.ranged)
        hands.dragged.connect(column.dropping.begin, Qt.ConnectionType.QueuedConnection)
        self.tabs.chosen.connect(self.paging.show)
        self.tabs.placed.connect(self.paging.move)
        self.tabs.renamed.connect(self.paging.rename)
        self.tabs.menuWished.connect(self.tiles.open_page_menu)

    # -- what there is to plot

    @property
    def panels(self) -> list[PlotPanel]:
        return self.column.panels

    def _panels_now(self) -> list[PlotPanel]:
        return self.column.panels

    @property
    def rulers(self) -> list[TimeRuler]:
        return self.column.rulers

    @property
    def samples_per_pixel(self) -> float:
        return self.drawing.samples_per_pixel

    @property
    def drawn(self) -> frozenset[str]:
        return self.drawing.drawn

    def set_sources(self, sources: Sequence[Source]) -> None:
        """The tables of all devices; those that stay keep their panels."""
        self.control.sources = self.arranging.sources = tuple(sources)
        self._arrange()

    def set_plots(self, plots: Sequence[PlotOptions], *, stays: bool = False) -> None:
        """The session's own plots; the longest of their windows is the one that all panels show while live. `stays`:
        they have only followed a device, so the page in sight and the time that is shown are left as they are."""
        if plots and not stays:
            self.view.set_window(max(plot.window for plot in plots))
        self.arranging.load(plots, stays=stays)
        self._arrange()
        self.control.ranges.load(self.arranging.board)  # behind it: a tile may have the key that another one had
        self.control.ranges.apply(self.panels)
        self.told = self.plots()
        self.history.forget()

    def plots(self) -> tuple[PlotOptions, ...]:
        """The layout as the session would say it; () while it is automatic."""
        devices = {source.device for source in self.control.sources}
        return self.arranging.plots(self.control.ranges.said(self.arranging.arrangement), devices)

    def select_device(self, name: str | None) -> None:
        """Let the device's panels stand out, and bring the first of them into sight."""
        self.column.select_device(name)

    @Slot()
    def _arrange(self) -> None:
        sources = self.control.sources
        self._laid_out = _shape(sources)
        before, arrangement = self.arranging.arrangement, arrange(sources, self.arranging.board)
        if self.arranging.take(arrangement):
            self.column.place(arrangement, self.arranging.page)
            self.control.placed(before, arrangement)
            self.reading.panels_changed()
            self._soon.start()
        self.column.say_what_is_missing(arrangement, sources)
        self.tabs.show_pages(self.paging.names, self.arranging.page)
        self._show_current()

    @Slot()
    def _show_current(self) -> None:
        self.column.show_current(self.arranging.current)
        self.tiles.update_enabled()

    @Slot()
    def _tell_layout(self) -> None:
        plots = self.plots()
        if plots != self.told:
            self.told = plots
            self.layoutChanged.emit()

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
        self.control.set_paused(paused)

    @Slot()
    def go_live(self) -> None:
        """Follow the newest data."""
        self.control.go_live()

    @Slot()
    def fit(self) -> None:
        """Show all history, and all values of it."""
        self.control.fit()

    def set_window(self, window_ns: int) -> None:
        """The length of time that is shown while live."""
        self.control.set_window(window_ns)

    @Slot()
    def _view_changed(self) -> None:
        """Say so, and draw once however many changes come in one turn."""
        self._notice.say(PAUSED if self.view.paused else ELSEWHERE)
        self._notice.setVisible(not self.view.live and bool(self.panels))
        self._notice.place_over(self.ruler.height(), self.column.beside)
        self._tell_layout()
        self._soon.start()

    # -- drawing

    def refresh(self, now_ns: int) -> None:
        """Draw what is visible and has changed. Cheap where nothing has."""
        started = perf_counter()
        self._now_ns = now_ns
        self.drawing.drawn = frozenset()
        self.view.set_now(now_ns)
        if not self.panels or now_ns - self._counted_ns >= ARRANGE_NS:
            self._counted_ns = now_ns
            if _shape(self.control.sources) != self._laid_out:
                self._arrange()
        if self.panels and self.isVisible():
            self.drawing.refresh(now_ns, self.control.sources)
            self.reading.refreshed(now_ns)
        self.last_cost_ms = (perf_counter() - started) * 1e3

    @Slot()
    def _draw_now(self) -> None:
        self.refresh(self._now_ns)

    # -- place and look

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._notice.place_over(self.ruler.height(), self.column.beside)

    @Slot()
    def _retheme(self) -> None:
        self.column.retheme()
        self._soon.start()


def _shape(sources: Sequence[Source]) -> tuple[tuple[int, bool], ...]:
    """What the layout depends on: when it has changed, panels are laid out again."""
    return tuple((len(source.table.columns), source.goes_on) for source in sources)
