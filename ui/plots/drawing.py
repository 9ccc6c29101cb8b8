"""What is drawn at a refresh: the panels in sight, each over its own pixel columns of the one span of time.

Tiles side by side differ in width, so each asks the view for as many columns as it has; tiles in one column have the
same ones, and one time axis. Cost: one pass over the panels of the page, of which those out of sight do nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from ui.plots.panel_column import PanelColumn
from ui.plots.press import drawn_together
from ui.plots.source import Source
from ui.plots.ticks import TimeTicks
from ui.plots.tile_frame import TileFrame
from ui.plots.timeview import Columns, TimeView

LEGEND_NS = 200_000_000  # numbers that change more often than five times a second cannot be read


class Drawing:
    """Attributes: samples_per_pixel, drawn: as in `PlotStack`."""

    def __init__(self, column: PanelColumn, view: TimeView) -> None:
        self._column = column
        self._view = view
        self._legend_ns = -LEGEND_NS
        self.samples_per_pixel = 0.0
        self.drawn: frozenset[str] = frozenset()

    def refresh(self, now_ns: int, sources: Sequence[Source]) -> None:
        """Draw what is in sight and has changed."""
        legends = now_ns - self._legend_ns >= LEGEND_NS
        frames = list(self._column.frames.values())
        common = self._common(frames[0]) if self._column.is_one_column else None
        drawn: set[str] = set()
        with drawn_together():
            for frame in frames:
                drawn.update(self._refresh_frame(frame, common, now_ns, legends=legends))
        if self._view.live:
            self.drawn = frozenset(drawn)
        if legends:
            self._legend_ns = now_ns
            self.samples_per_pixel = self._density(sources, self._columns(frames[0]))

    def _columns(self, frame: TileFrame) -> Columns:
        return self._view.columns(*frame.panels[0].span_width())

    def _common(self, first: TileFrame) -> tuple[Columns, TimeTicks]:
        columns = self._columns(first)
        return columns, self._column.ruler.show_span(columns, live=self._view.live)

    def _refresh_frame(
        self, frame: TileFrame, common: tuple[Columns, TimeTicks] | None, now_ns: int, *, legends: bool
    ) -> set[str]:
        """The devices of the panels that were in sight."""
        in_sight = [panel for panel in frame.panels if panel.is_in_sight]
        if not in_sight:
            return set()
        if common is None:
            columns = self._columns(frame)
            common = columns, frame.ruler.show_span(columns, live=self._view.live)
        columns, ticks = common
        for panel in in_sight:
            if not (self._view.paused and panel.stands(columns)):
                panel.refresh(columns, ticks, now_ns)
            if legends:
                panel.refresh_legend(now_ns)
        return set().union(*[panel.devices for panel in in_sight])

    def _density(self, sources: Sequence[Source], columns: Columns) -> float:
        rows = (s.table.rows_between(columns.start_ns, columns.end_ns) for s in sources)
        return max(rows, default=0) / columns.count
