"""What hands do to the view: time, for all plots at once, and ranges of values. Each is a step that can be undone."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal, Slot

from ui.plots.gestures import TimeGestures
from ui.plots.history import History
from ui.plots.layout import Arrangement
from ui.plots.panel import PlotPanel
from ui.plots.source import Source
from ui.plots.timeview import TimeView
from ui.plots.view_state import HandRanges, ViewState, renamed_units
from ui.translate import tr


class ViewControl(QObject):
    """Attributes: view; ranges, by hand; history, of view and layout; gestures, that time hears; panels, sources:
    what there is now.

    Signals:
        changed(): the view is another one, to be drawn.
        liveChanged(bool): whether the newest data is followed, or held by a pause instead of by hand.
    """

    changed = Signal()
    liveChanged = Signal(bool)

    def __init__(self, panels: Callable[[], Sequence[PlotPanel]], parent: QObject) -> None:
        super().__init__(parent)
        self.view = TimeView()
        self.ranges = HandRanges()
        self.gestures = TimeGestures(self)
        self.history = History(self._state, self)
        self.panels = panels
        self.sources: tuple[Source, ...] = ()
        self.gestures.zoomed.connect(self._zoom)
        self.gestures.panned.connect(self._pan)
        self.gestures.reset.connect(self._reset)
        self.history.viewWished.connect(self._show)

    def _state(self) -> ViewState:
        return self.ranges.state(self.view)

    @Slot(bool)
    def set_paused(self, paused: bool) -> None:
        if paused == self.view.paused:
            return
        if paused:
            self._change(tr("pause"), self.view.pause)
        else:
            self.go_live()

    @Slot()
    def go_live(self) -> None:
        self._change(tr("back to live"), self.view.go_live)

    @Slot()
    def fit(self) -> None:
        firsts = [s.table.first_ns for s in self.sources if s.table.first_ns is not None]
        lasts = [s.table.last_ns for s in self.sources if s.table.last_ns is not None]
        self.ranges.forget(self.panels())
        if firsts and lasts:
            self._change(tr("fit"), lambda: self.view.show(min(firsts), max(lasts)))

    def set_window(self, window_ns: int) -> None:
        self.view.set_window(window_ns)
        self.changed.emit()

    @Slot(float, float)
    def _zoom(self, factor: float, at: float) -> None:
        self._change(tr("zoom"), lambda: self.view.zoom(factor, at))

    @Slot(float)
    def _pan(self, fraction: float) -> None:
        self._change(tr("move in time"), lambda: self.view.pan(fraction))

    @Slot()
    def _reset(self) -> None:
        self.ranges.forget(self.panels())
        self._change(tr("reset the view"), self.view.go_live)

    @Slot(object)
    def ranged(self, panel: PlotPanel) -> None:
        """A hand has set a range of values, or let it follow again."""
        self.ranges.take(panel)
        self.history.note_view(tr("range of values"))
        self.changed.emit()

    def placed(self, old: Arrangement, new: Arrangement) -> None:
        """The layout is another one: panels that are new, and axes, have the ranges that were set for them."""
        renamed = renamed_units(old, new)
        if renamed:
            self.ranges.rename_units(renamed)
            self.history.translate_views(lambda state: state.with_units(renamed))
        self.ranges.apply(self.panels())
        self.history.look()

    @Slot(object)
    def _show(self, state: ViewState) -> None:
        """Undo and redo."""
        self._do(lambda: self.ranges.restore(state, self.view, self.panels()))

    def _change(self, text: str, change: Callable[[], None]) -> None:
        self.history.note_view(text)
        self._do(change)

    def _do(self, change: Callable[[], None]) -> None:
        """Change the view and say so."""
        before = self.view.live, self.view.paused
        change()
        firsts = [s.table.first_ns for s in self.sources if s.table.first_ns is not None]
        if firsts:
            self.view.keep_in_sight(min(firsts))
        if (self.view.live, self.view.paused) != before:
            self.liveChanged.emit(self.view.live)
        self.changed.emit()
