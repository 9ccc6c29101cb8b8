"""Which channels stand in which panel: pure, from the sources and the session's plots.

The session's plots come first. Devices that no plot of the session names, or all of them where it has no
plots, get panels by themselves: numbers by table and unit, texts and booleans as lanes. There are at most
MAX_PANELS of these; the devices take turns, each its first unit, then each its second, so that no device is
crowded out. Tables that go on come before those that said a few words at the start (a greeting, a version).
What does not fit is counted, so that the window can say so in words.

The same input gives the same layout, and a panel keeps its key while its channels grow, so that a channel
that appears in mid-stream disturbs no other panel.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from app.session.schema import PlotOptions
from ui.plots.source import Channel, Source

MAX_PANELS = 8  # of the automatic ones: more would be too low to read on a laptop's screen
MAX_CURVES = 12  # a panel: beyond that nobody tells curves apart
MAX_LANES = 6  # a panel: a lane is a row of text


@dataclass(frozen=True, slots=True)
class PanelPlan:
    """One panel. `more`: channels that belong here and are not drawn. `lanes`: states, not curves."""

    key: str
    title: str
    unit: str
    channels: tuple[Channel, ...]
    more: int = 0
    lanes: bool = False


@dataclass(frozen=True, slots=True)
class Arrangement:
    """All panels, from the top; how many channels have no panel; the devices that have no column yet."""

    panels: tuple[PanelPlan, ...] = ()
    unplaced: int = 0
    waiting: tuple[str, ...] = ()


def arrange(sources: Sequence[Source], plots: Sequence[PlotOptions] = ()) -> Arrangement:
    """The layout for what is known now."""
    channels = _channels(sources)
    named = [plan for number, plot in enumerate(plots) for plan in _of_plot(number, plot, channels)]
    asked = {path.partition("/")[0] for plot in plots for path in plot.channels}
    automatic, unplaced = _by_turns(_groups(c for c in channels if c.source.device not in asked))
    with_columns = {channel.source.device for channel in channels}
    waiting = dict.fromkeys(s.device for s in sources if s.device not in with_columns)
    return Arrangement((*named, *automatic), unplaced, tuple(waiting))


def _channels(sources: Sequence[Source]) -> list[Channel]:
    """Every column that can be plotted, in the sources' order."""
    tables_of: dict[str, int] = {}
    for source in sources:
        tables_of[source.device] = tables_of.get(source.device, 0) + 1
    return [
        Channel.of(source, number, info, alone=tables_of[source.device] == 1)
        for source in sources
        for number, info in enumerate(source.table.columns)
        if info.name != source.time_field
    ]


def _of_plot(number: int, plot: PlotOptions, channels: Sequence[Channel]) -> list[PanelPlan]:
    """A plot of the session; its texts and booleans, which are no curves, as lanes under it."""
    by_path = {channel.path: channel for channel in channels}
    chosen = [by_path[path] for path in plot.channels if path in by_path]
    curves = [c for c in chosen if not c.is_state]
    states = [c for c in chosen if c.is_state]
    title = plot.title or _joined(c.source.device for c in chosen)
    key = f"plot {number}"
    plans = []
    if curves or not states:
        plans.append(_curves(key, title, curves))
    if states:
        plans.append(_lanes(f"{key} lanes", title, states))
    return plans


def _groups(channels: Iterable[Channel]) -> dict[str, list[PanelPlan]]:
    """Per device its panels: one for each table and unit in order of appearance, what stood still and lanes last."""
    members: dict[str, dict[tuple[str, str, bool], list[Channel]]] = {}
    for c in channels:
        of_device = members.setdefault(c.source.device, {})
        of_device.setdefault((c.source.table.name, "" if c.is_state else c.unit, c.is_state), []).append(c)
    plans: dict[str, list[PanelPlan]] = {}
    for device, groups in members.items():
        for (table, unit, is_state), group in sorted(groups.items(), key=_rank):
            title = device if len({name for name, _, _ in groups}) == 1 else f"{device} {table}"
            key = f"{device}/{table}/{'lanes' if is_state else unit}"
            plan = _lanes(key, title, group) if is_state else _curves(key, title, group)
            plans.setdefault(device, []).append(plan)
    return plans


def _rank(group: tuple[tuple[str, str, bool], list[Channel]]) -> tuple[bool, bool]:
    (_, _, is_state), channels = group
    return is_state, not channels[0].source.goes_on


def _by_turns(plans: dict[str, list[PanelPlan]]) -> tuple[list[PanelPlan], int]:
    """The panels that fit, in the devices' order, and how many channels are left without one."""
    turns = [plan for turn in zip_longest(*plans.values()) for plan in turn if plan is not None]
    kept = {plan.key for plan in turns[:MAX_PANELS]}
    ordered = [plan for of_device in plans.values() for plan in of_device]
    left = sum(len(plan.channels) + plan.more for plan in ordered if plan.key not in kept)
    return [plan for plan in ordered if plan.key in kept], left


def _curves(key: str, title: str, channels: Sequence[Channel]) -> PanelPlan:
    units = {channel.unit for channel in channels}
    unit = units.pop() if len(units) == 1 else ""
    shown = tuple(channels[:MAX_CURVES])
    return PanelPlan(key, title, unit, shown, len(channels) - len(shown))


def _lanes(key: str, title: str, channels: Sequence[Channel]) -> PanelPlan:
    shown = tuple(channels[:MAX_LANES])
    return PanelPlan(key, title, "", shown, len(channels) - len(shown), lanes=True)


def _joined(names: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(names))
