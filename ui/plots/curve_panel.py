"""A panel of curves: pyqtgraph's view box and value axis, with a CurveArea laid over the view box."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QRect, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGraphicsGridLayout, QWidget

from ui.plots.area import Curve, CurveArea, Overlay
from ui.plots.autorange import AutoRange
from ui.plots.gestures import TimeGestures
from ui.plots.layout import PanelPlan
from ui.plots.panel import AXIS_WIDTH, PlotPanel
from ui.plots.scrolling_area import ScrollingArea
from ui.plots.ticks import TimeTicks
from ui.plots.timeview import Columns
from ui.plots.view_box import TimeViewBox, ValueAxis
from ui.theme.palette import Theme
from ui.theme.tokens import GAP

LOOK_AGAIN_NS = 500_000_000  # how often the whole window is looked at for a range that has become too wide
LEAST_HEIGHT_OF_RANGE = 1e-12  # of the values' size; below it doubles run out


class CurvePanel(PlotPanel):
    """Attributes: area, the way of drawing."""

    def __init__(self, theme: Theme, gestures: TimeGestures, plan: PanelPlan) -> None:
        super().__init__(theme, plan)
        self._range = AutoRange()
        self._due = True  # to be drawn whatever the span
        self._looked_ns = -LOOK_AGAIN_NS
        self._columns: Columns | None = None
        self._times: tuple[int, ...] = ()
        self._box = TimeViewBox(gestures)
        self._axis = ValueAxis(theme, AXIS_WIDTH)
        self._plot = self._build_plot()
        self._canvas = ScrollingArea(theme, self._plot.viewport())
        self.area: CurveArea = self._canvas
        self._box.sigResized.connect(self._lay_area)
        self._box.valuesZoomed.connect(self._zoom_values)
        self._box.valuesPanned.connect(self._pan_values)
        self._box.valuesReset.connect(self.set_auto_range)
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
        return plot

    # -- PlotPanel

    def body(self) -> QWidget:
        return self._plot  # type: ignore[no-any-return]  # pyqtgraph has no types

    def span_width(self) -> tuple[int, int]:
        return self.area.column_count(), self.area.quantum()

    def set_plan(self, plan: PanelPlan) -> None:
        super().set_plan(plan)
        self.curves = tuple(Curve(c.source.table, c.column, number) for number, c in enumerate(plan.channels))
        self.area.set_curves(self.curves)
        self._range.reset()

    def canvas(self) -> QWidget:
        return self._canvas

    def picture(self) -> QRect:
        return self._canvas.rect()

    def shown(self) -> Columns | None:
        return self._canvas.columns

    def value_range(self, axis: int = 0) -> tuple[float, float]:
        return self._range.range.low, self._range.range.high

    def set_value_range(self, low: float, high: float, axis: int = 0) -> None:
        if high > low:
            self._set_range(low, high)

    def set_overlay(self, overlay: Overlay | None) -> None:
        self.area.set_overlay(overlay)

    def value_height(self) -> float:
        return self._range.range.height

    def stands(self, columns: Columns) -> bool:
        return self.area.stands(columns) and not self._due

    def refresh(self, columns: Columns, ticks: TimeTicks, now_ns: int) -> None:
        self.area.follow(columns)
        jumped = columns != self._columns and not self._is_further(columns)
        self._columns = columns
        if self.auto_range and self._fit_range(now_ns, anew=jumped):
            self._apply_range()
        self._times = tuple(columns.start_ns + at for at in ticks.offsets_ns)
        self._due = False
        self._draw()

    def set_auto_range(self) -> None:
        super().set_auto_range()
        self._due = True
        self._range.reset()
        self._looked_ns = -LOOK_AGAIN_NS

    def retheme(self) -> None:
        super().retheme()
        self._plot.setBackground(self._theme.tokens.surface)
        self._axis.retheme()
        self.area.repaint_all()

    # -- range

    def _is_further(self, columns: Columns) -> bool:
        old = self._columns
        return old is not None and (old.step_ns, old.count) == (columns.step_ns, columns.count)

    def _fit_range(self, now_ns: int, *, anew: bool) -> bool:
        """New columns are looked at each time, the whole window now and then; True where the range has changed."""
        new = self.area.new_extrema()
        if new is None and not anew:
            return False
        leaves = new is not None and self._range.leaves(*new)
        if not (anew or leaves or now_ns - self._looked_ns >= LOOK_AGAIN_NS):
            return False
        self._looked_ns = now_ns
        return self._range.update(self.area.extrema(), now_ns)

    def _apply_range(self) -> None:
        low, high = self._range.range.low, self._range.range.high
        self._box.setYRange(low, high, padding=0)
        self.area.set_range(low, high)

    @Slot(float, float)
    def _zoom_values(self, factor: float, at: float) -> None:
        old = self._range.range
        height = max(old.height * factor, max(abs(old.low), abs(old.high)) * LEAST_HEIGHT_OF_RANGE)
        anchor = old.low + at * old.height
        self._set_range(anchor - at * height, anchor + (1 - at) * height)

    @Slot(float)
    def _pan_values(self, fraction: float) -> None:
        old = self._range.range
        self._set_range(old.low + fraction * old.height, old.high + fraction * old.height)

    def _set_range(self, low: float, high: float) -> None:
        self.auto_range = False
        self._range.set(low, high)
        self._apply_range()
        self._draw()

    def _draw(self) -> None:
        shown = self._range.range
        self.area.set_grid(self._axis.ticks_for(shown.low, shown.high).values, self._times)
        self.area.draw()

    # -- place

    @Slot()
    def _lay_area(self) -> None:
        rect = self._box.sceneBoundingRect()
        left, top = round(rect.left()), round(rect.top())
        self._canvas.setGeometry(QRect(left, top, round(rect.right()) - left, round(rect.bottom()) - top))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_area()
