"""Takes a figure from the plots as they stand: the same span of time, the same ranges, the same spans a column.

The spans are made anew from the tables with the means that the screen uses (ui.plots.traces), in as many columns as
paper deserves: a panel that is scrolled out of sight is not up to date on screen, and is here.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from app.clock import WallClock
from app.store.rows_as_csv import CsvPart, RowsAsCsv
from app.store.table import Table
from app.store.views import Float64Array
from ui.export.figure import Figure, FigureAxis, FigureBand, FigureBar, FigureCurve, FigureEntry, FigurePanel
from ui.export.paths import polylines
from ui.plain import plain
from ui.plots.autorange import roomy
from ui.plots.lane_panel import MIXED, bars_of
from ui.plots.numerals import shown_name
from ui.plots.scrolling_area import traces_of
from ui.plots.ticks import clock_text
from ui.plots.timeview import Columns
from ui.plots.traces import CurveColumns
from ui.translate import told, tr

if TYPE_CHECKING:
    from ui.plots.panel import PlotPanel
    from ui.plots.source import Channel
    from ui.plots.stack import PlotStack

COLUMNS = 1440  # over the width of the paper: half a typographic point each
LONGEST_TITLE = 120
S = 10**9


def figure_of(stack: PlotStack, panels: Sequence[PlotPanel], title: str, now_ns: int) -> Figure:
    """These panels of the stack, one row for those that stand side by side."""
    columns = stack.view.columns(COLUMNS)
    wall = WallClock()
    rows = tuple(tuple(_panel(panel, columns, now_ns) for panel in row) for row in _rows(stack, panels))
    start = wall.unix_ns(columns.start_ns)
    return Figure(plain(title, LONGEST_TITLE), about_span(start, columns.span_ns), rows, start, columns.span_ns)


def rows_of(stack: PlotStack, panels: Sequence[PlotPanel]) -> RowsAsCsv:
    """All rows in sight of all channels of these panels, a column each, named as in session files."""
    columns = stack.view.columns(COLUMNS)
    chosen: dict[int, dict[int, str]] = {}
    tables: dict[int, Table] = {}
    for channel in dict.fromkeys(channel for panel in panels for channel in panel.plan.channels):
        table = channel.source.table
        tables[id(table)] = table
        unit = f" [{channel.unit}]" if channel.unit else ""
        chosen.setdefault(id(table), {})[channel.column] = f"{channel.path}{unit}"
    parts = [CsvPart(tables[key], tuple(names), tuple(names.values())) for key, names in chosen.items()]
    return RowsAsCsv(parts, columns.start_ns, columns.end_ns, WallClock().offset_ns)


def about_span(start_unix_ns: int, span_ns: int) -> str:
    """From when to when, in this place's time, and which that is."""
    step = max(1, span_ns // 100)
    end = start_unix_ns + span_ns
    first, last = (time.strftime("%Y-%m-%d", time.localtime(at // S)) for at in (start_unix_ns, end))
    until = clock_text(end, min(step, S)) if first == last else f"{last} {clock_text(end, min(step, S))}"
    zone = time.strftime("%z", time.localtime(start_unix_ns // S))
    return tr("{start} to {end}, UTC{zone}").format(
        start=f"{first} {clock_text(start_unix_ns, min(step, S))}", end=until, zone=f"{zone[:3]}:{zone[3:]}"
    )


def _rows(stack: PlotStack, panels: Sequence[PlotPanel]) -> list[list[PlotPanel]]:
    """From the top, each from the left; panels beside each other have one top."""
    rows: dict[int, list[PlotPanel]] = {}
    for panel in panels:
        rows.setdefault(panel.mapTo(stack, panel.rect().topLeft()).y(), []).append(panel)
    return [sorted(rows[top], key=lambda p: p.mapTo(stack, p.rect().topLeft()).x()) for top in sorted(rows)]


def _panel(panel: PlotPanel, columns: Columns, now_ns: int) -> FigurePanel:
    plan = panel.plan
    entries = tuple(FigureEntry(e.name, e.value, e.unit, e.colour, e.stale) for e in panel.newest(now_ns))
    title, unit = shown_name(plan.title), shown_name(plan.unit) if plan.unit else ""
    note = tr("+{count} more").format(count=plan.more) if plan.more else ""
    weight = float(max(1, panel.width()))
    if plan.lanes:
        lanes = tuple(_lane(channel, columns) for channel in plan.channels)
        bands = _bands([c.source.table for c in plan.channels], columns)
        return FigurePanel(title, unit, note, entries, bands=bands, lanes=lanes, weight=weight)
    axes, curves = _curves(panel, columns)
    bands = _bands([curve.table for curve in panel.curves], columns)
    return FigurePanel(title, unit, note, entries, axes, curves, bands, weight=weight)


def _curves(panel: PlotPanel, columns: Columns) -> tuple[tuple[FigureAxis, ...], tuple[FigureCurve, ...]]:
    traces = traces_of(panel.curves)
    spans = CurveColumns(len(panel.curves), len(traces), columns.count)
    for trace in traces:
        trace.update(spans, columns, anew=True)
    numbers = sorted({curve.axis for curve in panel.curves}) or [0]
    axes = tuple(_axis(panel, number, spans) for number in numbers)
    curves = tuple(
        FigureCurve(
            curve.colour,
            numbers.index(curve.axis),
            _shares(polylines(spans.lows[row], spans.highs[row], ~spans.held[row]), columns),
            _shares(polylines(spans.lows[row], spans.highs[row], spans.held[row]), columns),
            _points(spans.points[row], columns),
        )
        for row, curve in enumerate(panel.curves)
    )
    return axes, curves


def _axis(panel: PlotPanel, number: int, spans: CurveColumns) -> FigureAxis:
    """As on screen; a panel that has never been in sight has no range yet."""
    low, high = panel.value_range(number)
    units = {c.unit for c, curve in zip(panel.plan.channels, panel.curves, strict=False) if curve.axis == number}
    rows = np.array([row for row, curve in enumerate(panel.curves) if curve.axis == number], np.int64)
    extrema = spans.extrema(0, rows) if panel.shown() is None and len(rows) else None
    if extrema is not None:
        found = roomy(*extrema)
        low, high = found.low, found.high
    return FigureAxis(low, high, shown_name(units.pop()) if len(units) == 1 and units != {""} else "")


def _shares(lines: list[Float64Array], columns: Columns) -> tuple[Float64Array, ...]:
    return tuple(line / (columns.count, 1) for line in lines)


def _points(values: Float64Array, columns: Columns) -> tuple[tuple[float, float], ...]:
    there = np.flatnonzero(np.isfinite(values))
    return tuple(zip(((there + 0.5) / columns.count).tolist(), values[there].tolist(), strict=True))


def _bands(tables: Sequence[Table], columns: Columns) -> tuple[FigureBand, ...]:
    """The gaps of all tables; two devices that are silent at once are two bands."""
    bands = []
    for table in {id(table): table for table in tables}.values():
        for gap in table.gaps(columns.start_ns, columns.end_ns):
            left = max(0.0, (gap.start_ns - columns.start_ns) / columns.span_ns)
            right = 1.0 if gap.end_ns is None else min(1.0, (gap.end_ns - columns.start_ns) / columns.span_ns)
            if right > left:
                bands.append(FigureBand(left, right, plain(told(gap.cause))))
    return tuple(sorted(bands, key=lambda band: band.left))


def _lane(channel: Channel, columns: Columns) -> tuple[FigureBar, ...]:
    bars = bars_of(channel.source.table, channel.column, columns)
    count = columns.count
    return tuple(
        FigureBar(
            bar.first / count, bar.stop / count, None if bar.code == MIXED else bar.code, _word(channel, bar.code)
        )
        for bar in bars
    )


def _word(channel: Channel, code: int) -> str:
    if code == MIXED:
        return ""
    if channel.vocabulary is None:
        return tr("on") if code else tr("off")
    return shown_name(channel.vocabulary.text(code))
