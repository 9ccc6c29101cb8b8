"""What of a stack's view can be undone: the span of time, and the ranges of values that were set by hand.

Ranges are kept for each tile by its key, since a tile of another page, or one that comes back by undo, has them too;
and within it by the unit of the axis, which may stand elsewhere once other channels come or go. Panels are given what
is kept here: one whose data is yet to come can hold no more than one axis.

A session says the first range without its unit. It belongs to the axis of the tile's first channel, so it waits under
FIRST until that has come.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from ui.plots.board.board import Board, UnitRange
from ui.plots.layout import Arrangement, PanelPlan
from ui.plots.panel import PlotPanel
from ui.plots.timeview import TimeState, TimeView

Edges = tuple[float, float]
FIRST = None
Unit = str | None
Ranges = dict[Unit, Edges]
Renamed = Mapping[str, Mapping[str, str]]  # by the key of a panel: what its units are called now


@dataclass(frozen=True, slots=True)
class ViewState:
    """`ranges`: (key of the tile, unit of the axis, low, high), sorted."""

    time: TimeState
    ranges: tuple[tuple[str, Unit, float, float], ...] = ()

    def with_units(self, renamed: Renamed) -> ViewState:
        """The same state where units are called otherwise."""
        ranges = [(key, _now(renamed, key, unit), low, high) for key, unit, low, high in self.ranges]
        return replace(self, ranges=tuple(sorted(ranges, key=_order)))


@dataclass(frozen=True, slots=True)
class Said:
    """The ranges of a tile as a session says them: that of the first axis, and those of others."""

    first: Edges | None = None
    others: tuple[UnitRange, ...] = ()


class HandRanges:
    """The ranges by hand of all tiles, whether in sight or not."""

    def __init__(self) -> None:
        self._of: dict[str, Ranges] = {}

    def load(self, board: Board | None) -> None:
        """Those that a session's plots name."""
        self._of = {}
        for tile in board.tiles() if board is not None else ():
            ranges: Ranges = {unit: (low, high) for unit, low, high in tile.ranges}
            if tile.range is not None:
                ranges[FIRST] = tile.range
            self._keep(tile.key, ranges)

    def take(self, panel: PlotPanel) -> None:
        """As a hand has set them now; those of units that it does not draw wait on."""
        plan = panel.plan
        units: tuple[Unit, ...] = plan.units if plan.channels else (FIRST,)
        kept = {unit: edges for unit, edges in self._of.get(plan.key, {}).items() if unit not in units}
        self._keep(plan.key, kept | {units[axis]: edges for axis, edges in panel.hand_ranges().items()})

    def forget(self, panels: Iterable[PlotPanel]) -> None:
        """Let these follow the data."""
        for panel in panels:
            self._of.pop(panel.plan.key, None)
            panel.set_auto_range()

    def apply(self, panels: Iterable[PlotPanel]) -> None:
        """Let panels have theirs; nothing happens to those that do."""
        for panel in panels:
            self._settle_first(panel.plan)
            ranges = self._by_axis(panel.plan)
            if panel.hand_ranges() != ranges:
                panel.hold_ranges(ranges)

    def rename_units(self, renamed: Renamed) -> None:
        """Units are called otherwise, and so are the axes."""
        self._of = {
            key: {_now(renamed, key, unit): edges for unit, edges in ranges.items()} for key, ranges in self._of.items()
        }

    def state(self, view: TimeView) -> ViewState:
        ranges = [(key, unit, *edges) for key, of_key in self._of.items() for unit, edges in of_key.items()]
        return ViewState(view.state(), tuple(sorted(ranges, key=_order)))

    def restore(self, state: ViewState, view: TimeView, panels: Iterable[PlotPanel]) -> None:
        """Back to a state that has been."""
        view.restore(state.time)
        self._of = {}
        for key, unit, low, high in state.ranges:
            self._of.setdefault(key, {})[unit] = (low, high)
        self.apply(panels)

    def said(self, arrangement: Arrangement) -> Mapping[str, Said]:
        """What a session says of them, by key; also of units that a tile does not draw: they may come back, and what
        somebody wrote into a file is not struck out because data came."""
        plans = {plan.key: plan for plan in arrangement.panels}
        return {key: _said(ranges, plans.get(key)) for key, ranges in self._of.items()}

    def _settle_first(self, plan: PanelPlan) -> None:
        """The unit of the first axis is known once its channel has come."""
        ranges = self._of.get(plan.key, {})
        if FIRST in ranges and plan.channels and not plan.first_waits:
            ranges[plan.units[0]] = ranges.pop(FIRST)

    def _by_axis(self, plan: PanelPlan) -> dict[int, Edges]:
        ranges = self._of.get(plan.key, {})
        if not plan.channels:
            return {0: ranges[FIRST]} if FIRST in ranges else {}
        return {axis: ranges[unit] for axis, unit in enumerate(plan.units) if unit in ranges}

    def _keep(self, key: str, ranges: Ranges) -> None:
        if ranges:
            self._of[key] = ranges
        else:
            self._of.pop(key, None)


def renamed_units(old: Arrangement, new: Arrangement) -> Renamed:
    """The units that are called otherwise, of axes that have the same curves as before."""
    before = {plan.key: plan for plan in old.panels}
    found = {}
    for plan in new.panels:
        was = before.get(plan.key)
        if was is not None and was.units != plan.units and _curves(was) == _curves(plan):
            found[plan.key] = dict(zip(was.units, plan.units, strict=True))
    return found


def _curves(plan: PanelPlan) -> list[tuple[int, int, int]]:
    """Table, column and axis of each."""
    return [(id(c.source.table), c.column, plan.units.index(c.unit)) for c in plan.channels]


def _said(ranges: Ranges, plan: PanelPlan | None) -> Said:
    first: Unit = FIRST
    if plan is not None and plan.channels and FIRST not in ranges and not plan.first_waits:
        first = plan.units[0]
    others = [(unit, *edges) for unit, edges in ranges.items() if unit is not None and unit != first]
    return Said(ranges.get(first), tuple(sorted(others)))


def _now(renamed: Renamed, key: str, unit: Unit) -> Unit:
    return unit if unit is None else renamed.get(key, {}).get(unit, unit)


def _order(entry: tuple[str, Unit, float, float]) -> tuple[str, bool, str]:
    key, unit, _, _ = entry
    return key, unit is not None, unit or ""
