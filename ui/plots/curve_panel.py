"""A panel of curves: pyqtgraph's view box and value axis, with a CurveArea laid over the view box."""

from __future__ import annotations

from collections.abc import Mapping

import pyqtgraph as pg
from PySide6.QtCore import QRect, Qt, Slot
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QGraphicsGridLayout, QLabel, QWidget

from ui.plots.area import Curve, CurveArea, Overlay
from ui.plots.gestures import TimeGestures
from ui.plots.layout import PanelPlan
from ui.plots.numerals import shown_name
from ui.plots.panel import AXIS_WIDTH, PlotPanel
from ui.plots.scrolling_area import ScrollingArea
from ui.plots.side_axes import ShownAxis
from ui.plots.ticks import TimeTicks
from ui.plots.timeview import Columns
from ui.plots.value_scale import ValueScale
from ui.plots.view_box import TimeViewBox, ValueAxis
from ui.theme.palette import Theme
from ui.theme.tokens import GAP
from ui.translate import tr

NAMED = 3  # channels that are waited for by name; the rest are counted


class CurvePanel(PlotPanel):
    """Attributes: area, the way of drawing."""

    def __init__(self, theme: Theme, gestures: TimeGestures, plan: PanelPlan) -> None:
        super().__init__(theme, plan)
        self._scales = [ValueScale()]
        self._due = True  # to be drawn whatever the span
        self._columns: Columns | None = None
        self._times: tuple[int, ...] = ()
        self._box = TimeViewBox(gestures)
        self._axis = ValueAxis(theme, AXIS_WIDTH)
        self._plot = self._build_plot()
        self._canvas = ScrollingArea(theme, self._plot.viewport())
        self.area: CurveArea = self._canvas
        self._words = self._build_words()
        self._box.sigResized.connect(self._lay_area)
        self._box.valuesZoomed.connect(self._zoom_values)
        self._box.valuesPanned.connect(self._pan_values)
        self._box.valuesReset.connect(self._reset_values)
        self.side.zoomed.connect(self._zoom_axis)
        self.side.panned.connect(self._pan_axis)
        self.side.reset.connect(self._reset_axis)
        self.set_plan(plan)

    def _build_plot(self) -> pg.GraphicsView:
        """Axis and view box side by side. Not a PlotWidget: each of those makes seven menus that nobody opens."""
        plot = pg.GraphicsView(self, background=self._theme.tokens.surface)
        item = pg.GraphicsWidget()
        grid = QGraphicsGridLayout(item)
        grid.setContentsMargins(0, GAP, 0, GAP)
        grid.setSpacing(0)
        grid.addItem(self._axis, 0, 0)
        grid.addItem(self._box, 0, 1)
        self._axis.linkToView(self._box)
        plot.setCentralWidget(item)
        plot.setFrameShape(QFrame.Shape.NoFrame)
        plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        plot.setAcceptDrops(False)  # who lays the panels out takes what is dropped
        plot.viewport().setAcceptDrops(False)
        return plot

    def _build_words(self) -> QLabel:
        words = QLabel(self._plot.viewport())
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return words

    # -- PlotPanel

    def body(self) -> QWidget:
        return self._plot  # type: ignore[no-any-return]  # pyqtgraph has no types

    def span_width(self) -> tuple[int, int]:
        return self.area.column_count(), self.area.quantum()

    def set_plan(self, plan: PanelPlan) -> None:
        self._scales = self._scales_for(plan)
        super().set_plan(plan)
        axes = {unit: number for number, unit in enumerate(plan.units)}
        channels = enumerate(plan.channels)
        self.curves = tuple(Curve(c.source.table, c.column, number, axes[c.unit]) for number, c in channels)
        self.area.set_curves(self.curves)
        self._axis.set_unit((shown_name(plan.units[0]) if plan.units[0] else "–") if len(plan.units) > 1 else "")
        self._say_what_is_missing()
        self._due = True

    def _scales_for(self, plan: PanelPlan) -> list[ValueScale]:
        """One for each unit. A range by hand stays where its unit stays, or where the first channels have come."""
        old = self.plan.units if self.plan.channels else plan.units
        known = dict(zip(enumerate(old), self._scales, strict=False))
        scales = [known.get((axis, unit)) or ValueScale() for axis, unit in enumerate(plan.units)]
        for scale in scales:
            scale.reset()
        return scales

    def canvas(self) -> QWidget:
        return self._canvas

    def picture(self) -> QRect:
        return self._canvas.rect()

    def shown(self) -> Columns | None:
        return self._canvas.columns

    def value_range(self, axis: int = 0) -> tuple[float, float]:
        return self._scales[axis].low, self._scales[axis].high

    def set_value_range(self, low: float, high: float, axis: int = 0) -> None:
        if high > low and axis < len(self._scales):
            self._set_range(low, high, axis)

    def set_overlay(self, overlay: Overlay | None) -> None:
        self.area.set_overlay(overlay)

    def value_height(self, axis: int = 0) -> float:
        return self._scales[axis].height

    def stands(self, columns: Columns) -> bool:
        return self.area.stands(columns) and not self._due

    def refresh(self, columns: Columns, ticks: TimeTicks, now_ns: int) -> None:
        self.area.follow(columns)
        jumped = columns != self._columns and not self._is_further(columns)
        self._columns = columns
        for axis, scale in enumerate(self._scales):
            if scale.fit(self.area, axis, now_ns, anew=jumped):
                self._apply_range(axis)
        self._times = tuple(columns.start_ns + at for at in ticks.offsets_ns)
        self._due = False
        self._draw()

    def set_auto_range(self) -> None:
        self.hold_ranges({})

    def hand_ranges(self) -> dict[int, tuple[float, float]]:
        return {axis: (scale.low, scale.high) for axis, scale in enumerate(self._scales) if scale.by_hand}

    def hold_ranges(self, ranges: Mapping[int, tuple[float, float]]) -> None:
        self._due = True
        for axis, scale in enumerate(self._scales):
            if axis in ranges:
                scale.hold(*ranges[axis])
                self._apply_range(axis)
            else:
                scale.release()

    def retheme(self) -> None:
        super().retheme()
        self._plot.setBackground(self._theme.tokens.surface)
        self._axis.retheme()
        self.area.repaint_all()

    # -- range

    def _is_further(self, columns: Columns) -> bool:
        old = self._columns
        return old is not None and (old.step_ns, old.count) == (columns.step_ns, columns.count)

    def _apply_range(self, axis: int) -> None:
        scale = self._scales[axis]
        if axis == 0:
            self._box.setYRange(scale.low, scale.high, padding=0)
        self.area.set_range(scale.low, scale.high, axis)

    @Slot(float, float)
    def _zoom_values(self, factor: float, at: float) -> None:
        self._zoom_axis(0, factor, at)

    @Slot(float)
    def _pan_values(self, fraction: float) -> None:
        self._pan_axis(0, fraction)

    @Slot()
    def _reset_values(self) -> None:
        self._reset_axis(0)

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
        self._draw()
        self.ranged.emit(self)

    def _draw(self) -> None:
        first, *others = self._scales[: len(self.plan.labelled)]
        self.area.set_grid(self._axis.ticks_for(first.low, first.high).values, self._times)
        if others:
            self.side.show_axes([self._shown_axis(number) for number in range(1, len(others) + 1)])
        self.area.draw()

    def _shown_axis(self, number: int) -> ShownAxis:
        colours = [curve.colour for curve in self.curves if curve.axis == number]
        unit, scale = self.plan.units[number], self._scales[number]
        return ShownAxis(
            shown_name(unit) if unit else "–", scale.low, scale.high, colours[0] if len(colours) == 1 else None
        )

    # -- place

    def _say_what_is_missing(self) -> None:
        missing = self.plan.missing
        if missing:
            names = ", ".join(shown_name(path) for path in missing[:NAMED])
            more = tr(" and {count} more").format(count=len(missing) - NAMED) if len(missing) > NAMED else ""
            self._words.setText(tr("Waiting for {names}").format(names=names + more))
        else:
            self._words.setText(tr("Drag channels here from the list of devices"))
        self._words.setVisible(not self.plan.channels)

    @Slot()
    def _lay_area(self) -> None:
        rect = self._box.sceneBoundingRect()
        left, top = round(rect.left()), round(rect.top())
        self._canvas.setGeometry(QRect(left, top, round(rect.right()) - left, round(rect.bottom()) - top))
        self._words.setGeometry(self._canvas.geometry())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_area()
