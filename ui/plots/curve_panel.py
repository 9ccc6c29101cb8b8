"""A panel of curves: each unit over its own axis, each axis following the data or held by a hand."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRect, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.plots.area import Curve, CurveArea, Overlay
from ui.plots.curve_body import CurveBody
from ui.plots.gestures import TimeGestures
from ui.plots.layout import PanelPlan
from ui.plots.numerals import shown_name
from ui.plots.panel import PlotPanel
from ui.plots.side_axes import ShownAxis
from ui.plots.ticks import TimeTicks
from ui.plots.timeview import Columns
from ui.plots.value_scale import ValueScales
from ui.theme.palette import Theme


class CurvePanel(PlotPanel):
    """Attributes: area, the way of drawing."""

    def __init__(self, theme: Theme, gestures: TimeGestures, plan: PanelPlan) -> None:
        super().__init__(theme, plan)
        self._scales = ValueScales()
        self._due = True  # to be drawn whatever the span
        self._columns: Columns | None = None
        self._times: tuple[int, ...] = ()  # of the grid
        self._marked: tuple[object, ...] = ()  # what the axes' marks were made for, beside ranges
        self._stand = CurveBody(theme, gestures, self)
        self.area: CurveArea = self._stand.canvas
        for axes in (self._stand, self.side):
            axes.zoomed.connect(self._zoom_axis)
            axes.panned.connect(self._pan_axis)
            axes.reset.connect(self._reset_axis)
        self.set_plan(plan)

    # -- PlotPanel

    def body(self) -> QWidget:
        return self._stand.view  # type: ignore[no-any-return]  # pyqtgraph has no types

    def span_width(self) -> tuple[int, int]:
        return self.area.column_count(), self.area.quantum()

    def set_plan(self, plan: PanelPlan) -> None:
        axes = {unit: number for number, unit in enumerate(plan.units)}
        channels = enumerate(plan.channels)
        curves = tuple(Curve(c.source.table, c.column, number, axes[c.unit]) for number, c in channels)
        # the first channels have come, or units are called otherwise: what is held is
        old = self.plan.units if self.curves and curves != self.curves else plan.units
        self._scales.follow_plan(old, plan.units)
        super().set_plan(plan)
        self.curves = curves
        self.area.set_curves(curves)
        self._stand.show_plan(plan)
        self._due = True

    def canvas(self) -> QWidget:
        return self._stand.canvas

    def picture(self) -> QRect:
        return self._stand.canvas.rect()

    def shown(self) -> Columns | None:
        return self._stand.canvas.columns

    def value_range(self, axis: int = 0) -> tuple[float, float]:
        return self._scales[axis].low, self._scales[axis].high

    def set_overlay(self, overlay: Overlay | None) -> None:
        self.area.set_overlay(overlay)

    def value_height(self, axis: int = 0) -> float:
        return self._scales[axis].height

    def stands(self, columns: Columns) -> bool:
        return self.area.stands(columns) and not self._due

    def refresh(self, columns: Columns, ticks: TimeTicks, now_ns: int) -> None:
        self.area.follow(columns)
        jumped = columns != self._columns and not _is_further(self._columns, columns)
        self._columns = columns
        changed = self._scales.fit(self.area, now_ns, anew=jumped)
        for axis in changed:
            self._apply_range(axis)
        self._times = tuple([columns.start_ns + at for at in ticks.offsets_ns])
        marked = self._times, self._stand.canvas.height(), self.side_axes
        if changed or self._due or marked != self._marked:
            self._marked, self._due = marked, False
            self._mark_axes()
        self.area.draw()

    def set_auto_range(self) -> None:
        self.hold_ranges({})

    def hand_ranges(self) -> dict[int, tuple[float, float]]:
        return self._scales.by_hand()

    def hold_ranges(self, ranges: Mapping[int, tuple[float, float]]) -> None:
        self._due = True
        self._scales.hold(ranges)
        for axis in self._scales.by_hand():
            self._apply_range(axis)

    def retheme(self) -> None:
        super().retheme()
        self._stand.retheme(self._theme)

    # -- ranges

    def _apply_range(self, axis: int) -> None:
        low, high = self.value_range(axis)
        if axis == 0:
            self._stand.box.setYRange(low, high, padding=0)
        self.area.set_range(low, high, axis)

    @Slot(int, float, float)
    def _zoom_axis(self, axis: int, factor: float, at: float) -> None:
        self._set_range(*self._scales[axis].zoomed(factor, at), axis)

    @Slot(int, float)
    def _pan_axis(self, axis: int, fraction: float) -> None:
        self._set_range(*self._scales[axis].panned(fraction), axis)

    @Slot(int)
    def _reset_axis(self, axis: int) -> None:
        self._scales[axis].release()
        self._due = True
        self.ranged.emit(self)

    def _set_range(self, low: float, high: float, axis: int) -> None:
        self._scales[axis].hold(low, high)
        self._apply_range(axis)
        self._mark_axes()
        self.area.draw()
        self.ranged.emit(self)

    # -- drawing and place

    def _mark_axes(self) -> None:
        ticks = self._stand.axis.ticks_for(*self.value_range())
        self.area.set_grid(ticks.values if self.curves else (), self._times)
        if self.side_axes:
            labelled = self.plan.labelled[: 1 + self.side_axes]
            self.side.show_axes([self._shown_axis(number) for number in range(1, len(labelled))])

    def _shown_axis(self, number: int) -> ShownAxis:
        colours = [curve.colour for curve in self.curves if curve.axis == number]
        unit = self.plan.units[number]
        one = colours[0] if len(colours) == 1 else None
        return ShownAxis(shown_name(unit) if unit else "–", *self.value_range(number), one)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stand.lay_area()


def _is_further(old: Columns | None, new: Columns) -> bool:
    """Whether only time has gone on."""
    return old is not None and (old.step_ns, old.count) == (new.step_ns, new.count)
