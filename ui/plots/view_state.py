"""What of a stack's view can be undone: the span of time, and the ranges of values that were set by hand.

Ranges are kept for each tile by its key, since a tile of another page, or one that comes back by undo, has them too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ui.plots.board.board import Board
from ui.plots.panel import PlotPanel
from ui.plots.timeview import TimeState, TimeView

Ranges = dict[int, tuple[float, float]]  # by axis


@dataclass(frozen=True, slots=True)
class ViewState:
    """`ranges`: (key of the tile, number of the axis, low, high), sorted."""

    time: TimeState
    ranges: tuple[tuple[str, int, float, float], ...] = ()


class HandRanges:
    """The ranges by hand of all tiles, whether in sight or not."""

    def __init__(self) -> None:
        self._of: dict[str, Ranges] = {}

    def load(self, board: Board | None) -> None:
        """Those that a session's plots name: of the first axis."""
        tiles = board.tiles() if board is not None else ()
        self._of = {tile.key: {0: tile.range} for tile in tiles if tile.range is not None}

    def of(self, key: str) -> Ranges:
        return self._of.get(key, {})

    def take(self, panel: PlotPanel) -> None:
        """As the panel has them now; a panel of curves has the key of its tile."""
        ranges = panel.hand_ranges()
        if ranges:
            self._of[panel.plan.key] = ranges
        else:
            self._of.pop(panel.plan.key, None)

    def forget(self, panels: Iterable[PlotPanel]) -> None:
        """Let these follow the data."""
        for panel in panels:
            self._of.pop(panel.plan.key, None)
            panel.set_auto_range()

    def apply(self, panels: Iterable[PlotPanel]) -> None:
        """Let panels have theirs; nothing happens to those that do."""
        for panel in panels:
            if panel.hand_ranges() != self.of(panel.plan.key):
                panel.hold_ranges(self.of(panel.plan.key))

    def state(self, view: TimeView) -> ViewState:
        ranges = sorted((key, axis, *edges) for key, of_key in self._of.items() for axis, edges in of_key.items())
        return ViewState(view.state(), tuple(ranges))

    def restore(self, state: ViewState, view: TimeView, panels: Iterable[PlotPanel]) -> None:
        """Back to a state that has been."""
        view.restore(state.time)
        self._of = {}
        for key, axis, low, high in state.ranges:
            self._of.setdefault(key, {})[axis] = (low, high)
        self.apply(panels)

    def of_first_axis(self) -> Mapping[str, tuple[float, float]]:
        """What a session can say of them, by key."""
        return {key: ranges[0] for key, ranges in self._of.items() if 0 in ranges}
