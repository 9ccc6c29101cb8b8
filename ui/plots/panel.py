"""What all panels of a stack have in common: the drawing left, the legend right, one span of time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.plots.area import Curve, Overlay
from ui.plots.layout import MAX_AXES, PanelPlan
from ui.plots.legend import Entry
from ui.plots.numerals import shown_name, shown_value
from ui.plots.side_axes import SideAxes
from ui.plots.source import Channel
from ui.plots.ticks import TimeTicks
from ui.plots.tile_legend import TileLegend
from ui.plots.timeview import Columns
from ui.theme.palette import Theme
from ui.theme.tokens import GRID
from ui.translate import tr

if TYPE_CHECKING:  # an empty window needs no numpy, and is there sooner
    from app.store.table import Table

AXIS_WIDTH = 14 * GRID  # what lies left of the span in every panel
LEAST_HEIGHT = 24 * GRID


class Readout(Protocol):
    """What a legend says otherwise than the newest values: those at the crosshair."""

    def entries(self, panel: PlotPanel, newest: Sequence[Entry]) -> Sequence[Entry]:
        """The lines to show, in place of those with the newest values."""


class PlotPanel(QWidget):
    """Base of CurvePanel and LanePanel. Attributes: plan; devices, whose channels it shows; curves, what is drawn of
    it, none in a panel of lanes; legend; side, the axes between picture and legend, and side_axes, how many there is
    room for; readout.

    Signals:
        ranged(self): a hand has set or reset a range of values.
    """

    ranged = Signal(object)

    def __init__(self, theme: Theme, plan: PanelPlan) -> None:
        super().__init__()
        self._theme = theme
        self.plan = plan
        self.devices: frozenset[str] = frozenset()
        self.curves: tuple[Curve, ...] = ()
        self.readout: Readout | None = None
        self.legend = TileLegend(theme, self)
        self.side = SideAxes(theme, AXIS_WIDTH, self)
        self._legend_width = 48 * GRID
        self.side_axes = 0
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    # -- what kinds of panels differ in

    def body(self) -> QWidget:
        """What lies left of the legend."""
        raise NotImplementedError

    def span_width(self) -> tuple[int, int]:
        """Pixel columns of the drawing, and what the first must be a multiple of."""
        raise NotImplementedError

    def stands(self, columns: Columns) -> bool:
        """Whether a paused view of this span can be left as it is."""
        raise NotImplementedError

    def refresh(self, columns: Columns, ticks: TimeTicks, now_ns: int) -> None:
        """Bring the drawing up to date."""
        raise NotImplementedError

    def set_plan(self, plan: PanelPlan) -> None:
        """Other channels under the same key."""
        self.plan = plan
        self.devices = frozenset(channel.source.device for channel in plan.channels)
        self.legend.set_heading(plan.title, plan.unit, _note(plan, self.side_axes))
        self.legend.set_paths(plan.paths)
        name = tr("Plot of {title} {unit}").format(title=shown_name(plan.title), unit=plan.unit)
        self.setAccessibleName(name.strip())
        self.refresh_legend(0)
        self.setMinimumHeight(max(LEAST_HEIGHT, self.legend.minimumSizeHint().height()))

    @property
    def auto_range(self) -> bool:
        """Whether all values follow the data, as against a range by hand."""
        return not self.hand_ranges()

    def set_auto_range(self) -> None:
        """Back from ranges by hand."""

    def hand_ranges(self) -> dict[int, tuple[float, float]]:
        """The ranges by hand, by the number of their axis."""
        return {}

    def hold_ranges(self, ranges: Mapping[int, tuple[float, float]]) -> None:
        """These by hand, all others by themselves. Not told by `ranged`."""

    def retheme(self) -> None:
        """The tokens have changed."""
        self.legend.update()
        self.side.update()

    # -- what is read off it

    def canvas(self) -> QWidget:
        """The widget that the picture is painted on; the mouse goes to `body`."""
        raise NotImplementedError

    def picture(self) -> QRect:
        """Where in `canvas` the span of time is painted, in logical pixels."""
        raise NotImplementedError

    def shown(self) -> Columns | None:
        """The span that the picture shows now; None before the first."""
        raise NotImplementedError

    def value_range(self, axis: int = 0) -> tuple[float, float]:
        """The values at the lower and the upper edge; (0, 1) where values are no heights."""
        return 0.0, 1.0

    def set_overlay(self, overlay: Overlay | None) -> None:
        """What is painted over the picture from now on."""
        raise NotImplementedError

    # -- common

    @property
    def is_in_sight(self) -> bool:
        """Whether any of the picture is on the screen. That of the panel itself never is: what lies on it covers it."""
        return not self.canvas().visibleRegion().isEmpty()

    def value_height(self, axis: int = 0) -> float:
        """Height of the range of values, for the digits of the legend."""
        return 1.0

    def refresh_legend(self, now_ns: int) -> None:
        """The newest values, in words."""
        newest = self.newest(now_ns)
        self.legend.set_entries(newest if self.readout is None else self.readout.entries(self, newest))

    def newest(self, now_ns: int) -> list[Entry]:
        """The newest value of each channel."""
        tables = {id(c.source.table): c.source.table for c in self.plan.channels}
        in_gap = {key for key, table in tables.items() if _is_in_gap(table, now_ns)}
        heights = {unit: self.value_height(axis) for axis, unit in enumerate(self.plan.units)}
        return [
            self._entry(number, c, heights[c.unit], stale=id(c.source.table) in in_gap)
            for number, c in enumerate(self.plan.channels)
        ]

    def _entry(self, number: int, channel: Channel, height: float, *, stale: bool) -> Entry:
        value = shown_value(channel.source.table.last_value(channel.column), height)
        unit = "" if self.plan.unit or not channel.unit else shown_name(channel.unit)
        name = shown_name(channel.path if len(self.devices) > 1 else channel.path.partition("/")[2])
        return Entry(name, value, unit, None if self.plan.lanes else number, stale)

    def set_legend_width(self, width: int) -> None:
        if width != self._legend_width:
            self._legend_width = width
            self._place()

    def set_side_axes(self, count: int) -> None:
        """Keep room for so many axes right of the picture: panels over one time axis have to be as wide."""
        if count != self.side_axes:
            self.side_axes = count
            self.legend.set_heading(self.plan.title, self.plan.unit, _note(self.plan, count))
            self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        left = max(0, self.width() - self._legend_width)
        body = max(0, left - self.side_axes * AXIS_WIDTH)
        self.body().setGeometry(0, 0, body, self.height())
        self.side.setGeometry(body, 0, left - body, self.height())
        self.side.setVisible(left > body)
        self.legend.setGeometry(left, 0, self.width() - left, self.height())


def _note(plan: PanelPlan, side_axes: int) -> str:
    """What stands under the entries of a legend."""
    more = tr("+{count} more").format(count=plan.more) if plan.more else ""
    bare = ", ".join(shown_name(unit) if unit else "–" for unit in plan.units[1 + min(side_axes, MAX_AXES - 1) :])
    return ", ".join(filter(None, (more, tr("no axis for {units}").format(units=bare) if bare else "")))


def _is_in_gap(table: Table, now_ns: int) -> bool:
    """Whether a gap is open: the last values are old, and it is known why."""
    last = table.last_ns
    gaps = table.gaps(last, max(last, now_ns) + 1) if last is not None else []
    return bool(gaps) and gaps[-1].end_ns is None
