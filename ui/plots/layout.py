"""Which channels stand in which panel: pure, from the sources and the board that is wished.

The board's tiles come first. Devices that no tile names, or all of them where the board is empty, get tiles
by themselves under those of the first page: numbers by table and unit, texts and booleans as lanes. There are at most
MAX_PANELS of these; the devices take turns, each its first unit, then each its second, so that no device is
crowded out. Tables that go on come before those that said a few words at the start (a greeting, a version).
What does not fit is counted, so that the window can say so in words.

The same input gives the same layout, and a panel keeps its key while its channels grow and whatever names and units
become, so that neither a channel that appears in mid-stream nor an edit disturbs a panel.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from ui.plots.board.board import Board, Page, Tile
from ui.plots.board.moves import MAX_CHANNELS
from ui.plots.source import Channel, Source
from ui.translate import tr

MAX_PANELS = 8  # of the automatic ones: more would be too low to read on a laptop's screen
MAX_CURVES = 12  # a panel: beyond that nobody tells curves apart
MAX_LANES = 6  # a panel: a lane is a row of text
MAX_AXES = 3  # with labels; curves of further units are scaled each unit by itself, and are said to be


@dataclass(frozen=True, slots=True)
class PanelPlan:
    """One panel. `more`: channels that belong here and are not drawn. `lanes`: states, not curves. `missing`: channels
    that are wished and that the data has not brought yet; `first_waits`: the first axis is to be that of one of them.
    `paths`: what the tile calls its channels."""

    key: str
    title: str
    unit: str
    channels: tuple[Channel, ...]
    more: int = 0
    lanes: bool = False
    missing: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    first_waits: bool = False

    @property
    def units(self) -> tuple[str, ...]:
        """The unit of each axis: each unit has its own, and stands where it appeared first."""
        return tuple(dict.fromkeys(channel.unit for channel in self.channels)) or ("",)

    @property
    def labelled(self) -> tuple[str, ...]:
        """The units of those axes that have labels."""
        return self.units[:MAX_AXES]


@dataclass(frozen=True, slots=True)
class TilePlan:
    """A tile and its panels: curves, and lanes under them. `automatic`: no tile of the board."""

    tile: Tile
    panels: tuple[PanelPlan, ...]
    automatic: bool = False


@dataclass(frozen=True, slots=True)
class RowPlan:
    """Tiles side by side, and their weight among the page's rows."""

    tiles: tuple[TilePlan, ...]
    height: float = 1.0

    @property
    def lanes_alone(self) -> bool:
        """Whether nothing in it grows with its height."""
        return all(panel.lanes for tile in self.tiles for panel in tile.panels)


@dataclass(frozen=True, slots=True)
class PagePlan:
    """Rows from the top."""

    name: str = ""
    rows: tuple[RowPlan, ...] = ()

    @property
    def panels(self) -> tuple[PanelPlan, ...]:
        return tuple(panel for row in self.rows for tile in row.tiles for panel in tile.panels)


@dataclass(frozen=True, slots=True)
class Arrangement:
    """All pages; how many channels have no panel; the devices that have no column yet."""

    pages: tuple[PagePlan, ...] = (PagePlan(),)
    unplaced: int = 0
    waiting: tuple[str, ...] = ()

    @property
    def panels(self) -> tuple[PanelPlan, ...]:
        """Those of all pages."""
        return tuple(panel for page in self.pages for panel in page.panels)

    @property
    def automatic(self) -> tuple[Tile, ...]:
        """The tiles that are there by themselves, as a board would say them."""
        return tuple(plan.tile for row in self.pages[0].rows for plan in row.tiles if plan.automatic)


def arrange(sources: Sequence[Source], board: Board | None = None) -> Arrangement:
    """The layout for what is known now."""
    board = board or Board()
    channels = _channels(sources)
    by_path = {channel.full_path: channel for channel in channels} | {channel.path: channel for channel in channels}
    asked = board.devices()
    automatic, unplaced = _by_turns(_groups(c for c in channels if c.source.device not in asked))
    first, *others = (_of_page(page, by_path) for page in board.pages)
    rows = tuple(RowPlan((plan,)) for plan in automatic)
    with_columns = {channel.source.device for channel in channels}
    waiting = dict.fromkeys(s.device for s in sources if s.device not in with_columns)
    return Arrangement((replace(first, rows=(*first.rows, *rows)), *others), unplaced, tuple(waiting))


def _of_page(page: Page, by_path: Mapping[str, Channel]) -> PagePlan:
    rows = (RowPlan(tuple(_of_tile(tile, by_path) for tile in row.tiles), row.height) for row in page.rows)
    return PagePlan(page.name, tuple(rows))


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


def _of_tile(tile: Tile, by_path: Mapping[str, Channel]) -> TilePlan:
    """A tile of the board; its texts and booleans, which are no curves, as lanes under the curves."""
    named = {by_path[path]: path for path in reversed(tile.channels) if path in by_path}
    chosen = dict.fromkeys(by_path[path] for path in tile.channels if path in by_path)
    missing = tuple(path for path in tile.channels if path not in by_path)
    curves = [c for c in chosen if not c.is_state]
    states = [c for c in chosen if c.is_state]
    title = tile.title or _joined(path.partition("/")[0] for path in tile.channels) or tr("Empty plot")
    plans = []
    if curves or not states:
        first = next((path for path in tile.channels if path not in by_path or not by_path[path].is_state), "")
        waits = first in missing
        plans.append(replace(_curves(tile.key, title, curves, named), missing=missing, first_waits=waits))
    if states:
        plans.append(_lanes(tile.key, title, states, named))
    return TilePlan(tile, tuple(plans))


def _groups(channels: Iterable[Channel]) -> dict[str, list[TilePlan]]:
    """Per device its panels: one for each table and unit in order of appearance, what stood still and lanes last."""
    members: dict[str, dict[tuple[str, str, bool], list[Channel]]] = {}
    for c in channels:
        of_device = members.setdefault(c.source.device, {})
        of_device.setdefault((c.source.table.name, "" if c.is_state else c.unit, c.is_state), []).append(c)
    plans: dict[str, list[TilePlan]] = {}
    for device, groups in members.items():
        for (table, _unit, is_state), group in sorted(groups.items(), key=_rank):
            title = device if len({name for name, _, _ in groups}) == 1 else f"{device} {table}"
            source = group[0].source
            key = f"{source.key or device}/{table}/{'lanes' if is_state else group[0].column}"
            named = {c: c.full_path for c in group[:MAX_CHANNELS]}
            plan = _lanes(key, title, group, named) if is_state else _curves(key, title, group, named)
            tile = Tile(key, title, tuple(named.values()))
            plans.setdefault(device, []).append(TilePlan(tile, (plan,), automatic=True))
    return plans


def _rank(group: tuple[tuple[str, str, bool], list[Channel]]) -> tuple[bool, bool]:
    (_, _, is_state), channels = group
    return is_state, not channels[0].source.goes_on


def _by_turns(plans: dict[str, list[TilePlan]]) -> tuple[list[TilePlan], int]:
    """The tiles that fit, in the devices' order, and how many channels are left without one."""
    turns = [plan for turn in zip_longest(*plans.values()) for plan in turn if plan is not None]
    kept = {plan.tile.key for plan in turns[:MAX_PANELS]}
    ordered = [plan for of_device in plans.values() for plan in of_device]
    left = sum(len(p.channels) + p.more for plan in ordered if plan.tile.key not in kept for p in plan.panels)
    return [plan for plan in ordered if plan.tile.key in kept], left


def _curves(key: str, title: str, channels: Sequence[Channel], named: Mapping[Channel, str]) -> PanelPlan:
    units = {channel.unit for channel in channels}
    unit = units.pop() if len(units) == 1 else ""
    shown = tuple(channels[:MAX_CURVES])
    return PanelPlan(key, title, unit, shown, len(channels) - len(shown), paths=tuple(named[c] for c in shown))


def _lanes(key: str, title: str, channels: Sequence[Channel], named: Mapping[Channel, str]) -> PanelPlan:
    shown, more = tuple(channels[:MAX_LANES]), max(0, len(channels) - MAX_LANES)
    return PanelPlan(f"{key} lanes", title, "", shown, more, lanes=True, paths=tuple(named[c] for c in shown))


def _joined(names: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(names))
