"""What one panel's curves say at a time: for the marks on them, for its legend, for who listens, for a copy.

Values are samples, never interpolations: the last one at or before the time. Where a pixel holds several samples their
extremes are said too; in a gap there is no value but the gap's cause.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ui.plots.legend import Entry
from ui.plots.panel import PlotPanel
from ui.plots.reading.overlay import Mark
from ui.plots.reading.places import Place
from ui.plots.reading.words import span_text, value_text
from ui.plots.source import Channel
from ui.translate import told, tr

if TYPE_CHECKING:  # an empty window needs no numpy, and is there sooner
    from app.store.moment import Reading
    from app.store.views import Gap


def read_panel(panel: PlotPanel, place: Place, time_ns: int) -> tuple[Reading, ...]:
    """One for each of the panel's channels."""
    return read_channels(panel.plan.channels, time_ns, *place.span_of(time_ns))


def read_channels(channels: Sequence[Channel], time_ns: int, start_ns: int, end_ns: int) -> tuple[Reading, ...]:
    """Those of one table are read together."""
    from app.store.moment import Reading, read

    of_table: dict[int, list[int]] = {}
    for number, channel in enumerate(channels):
        of_table.setdefault(id(channel.source.table), []).append(number)
    found = [Reading()] * len(channels)
    for numbers in of_table.values():
        columns = [channels[number].column for number in numbers]
        readings = read(channels[numbers[0]].source.table, columns, start_ns, end_ns, time_ns)
        for number, reading in zip(numbers, readings, strict=True):
            found[number] = reading
    return tuple(found)


def height_of(panel: PlotPanel, channel: Channel) -> float:
    """Of the channel's axis, for the digits of its values."""
    return panel.value_height(panel.plan.units.index(channel.unit))


def marks_of(panel: PlotPanel, place: Place, readings: Sequence[Reading]) -> tuple[Mark, ...]:
    """On the curves that have a value; none in a panel of lanes."""
    marks = []
    for curve, reading in zip(panel.curves, readings, strict=False):
        value = reading.sample.value if reading.sample is not None else None
        if not isinstance(value, (int, float)) or not math.isfinite(value):
            continue
        low, high = panel.value_range(curve.axis)
        top = bottom = None
        if math.isfinite(reading.low) and math.isfinite(reading.high):
            top, bottom = place.y(reading.high, low, high), place.y(reading.low, low, high)
        marks.append(Mark(place.y(float(value), low, high), curve.colour, top, bottom))
    return tuple(marks)


def entry_at(panel: PlotPanel, channel: Channel, reading: Reading, newest: Entry) -> Entry:
    """A legend's line with what is read in place of the newest value."""
    if reading.gap is not None:
        return replace(newest, value=tr("no data"), stale=True)
    if reading.sample is None:
        return replace(newest, value=value_text(None, 1.0), stale=True)
    height = height_of(panel, channel)
    name = newest.name
    if reading.low < reading.high and not channel.is_state:
        name = f"{name}  {value_text(reading.low, height)}…{value_text(reading.high, height)}"
    value = value_text(reading.sample.value, height)
    return replace(newest, name=name, value=value, stale=bool(reading.sample.skipped))


def spoken(panel: PlotPanel, entries: Sequence[Entry], readings: Sequence[Reading]) -> str:
    """The values as one sentence."""
    parts = []
    for entry, channel, reading in zip(entries, panel.plan.channels, readings, strict=False):
        unit = entry.unit or panel.plan.unit
        value = f"{entry.value} {unit}".strip() if reading.sample is not None else entry.value
        if reading.gap is not None:
            value = tr("no data: {cause}").format(cause=told(reading.gap.cause))
        name = entry.name.partition("  ")[0]
        if reading.low < reading.high and not channel.is_state:
            height = height_of(panel, channel)
            value = tr("{value}, of {count} samples from {low} to {high}").format(
                value=value,
                count=reading.count,
                low=value_text(reading.low, height),
                high=value_text(reading.high, height),
            )
        parts.append(f"{name} {value}")
    return "; ".join(parts)


def gaps_at(panel: PlotPanel, time_ns: int) -> list[tuple[str, Gap]]:
    """The gaps that a time lies in, each with the name of its device; one for each table."""
    from app.store.moment import gap_at

    tables = {id(c.source.table): c.source for c in panel.plan.channels}
    found = ((source.device, gap_at(source.table, time_ns)) for source in tables.values())
    return [(device, gap) for device, gap in found if gap is not None]


def open_gaps(panel: PlotPanel, now_ns: int) -> list[tuple[str, int]]:
    """What the data in view is old for, and since when: the cause of each gap that lasts."""
    found: dict[str, int] = {}
    for table in {id(c.source.table): c.source.table for c in panel.plan.channels}.values():
        last_ns = table.last_ns
        gaps = table.gaps(last_ns, max(last_ns, now_ns) + 1) if last_ns is not None else []
        if gaps and gaps[-1].end_ns is None:
            cause, start_ns = gaps[-1].cause, gaps[-1].start_ns
            found[cause] = min(start_ns, found.get(cause, start_ns))
    return list(found.items())


def age_entry(panel: PlotPanel, now_ns: int) -> Entry | None:
    """A line that says how old the panel's data is, and why, where it is older than it should be."""
    gaps = open_gaps(panel, now_ns)
    if not gaps:
        return None
    cause, start_ns = min(gaps, key=lambda gap: gap[1])
    age_ns = max(0, now_ns - start_ns)
    digit = 10**8 if age_ns < 60 * 10**9 else 10**9
    words, age = tr("no data: {cause}").format(cause=told(cause)), span_text(age_ns // digit * digit)
    return Entry(words, age, "", None, stale=True, wraps=True)
