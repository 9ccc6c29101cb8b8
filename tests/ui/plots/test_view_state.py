"""Ranges by hand, kept by tile and unit."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import cast

import pytest

from app.quantities import Duration
from ui.plots.board.board import Board, Page, Row, Tile
from ui.plots.layout import Arrangement, PagePlan, PanelPlan, RowPlan, TilePlan
from ui.plots.panel import PlotPanel
from ui.plots.source import Channel, Source
from ui.plots.timeview import TimeView
from ui.plots.view_state import HandRanges, Said, renamed_units

TABLE = cast("object", "the table")


@dataclass
class Panel:
    """What a panel of curves holds."""

    plan: PanelPlan
    held: dict[int, tuple[float, float]] = field(default_factory=dict)

    def hand_ranges(self) -> dict[int, tuple[float, float]]:
        return self.held

    def hold_ranges(self, ranges: dict[int, tuple[float, float]]) -> None:
        self.held = dict(ranges)

    def set_auto_range(self) -> None:
        self.held = {}


def plan(*units: str, missing: tuple[str, ...] = (), first_waits: bool = False) -> PanelPlan:
    source = Source("imu", TABLE)  # type: ignore[arg-type]
    channels = tuple(Channel(source, n, f"imu/c{n}", f"c{n}", unit, False, None) for n, unit in enumerate(units))
    return PanelPlan("a", "A", "", channels, missing=missing, first_waits=first_waits)


def laid(of: PanelPlan) -> Arrangement:
    return Arrangement((PagePlan("", (RowPlan((TilePlan(Tile("a"), (of,)),)),)),))


def loaded(tile: Tile) -> HandRanges:
    ranges = HandRanges()
    ranges.load(Board((Page("", (Row((tile,)),)),)))
    return ranges


def apply(ranges: HandRanges, panel: Panel) -> dict[int, tuple[float, float]]:
    ranges.apply([cast(PlotPanel, panel)])
    return panel.held


@pytest.fixture
def view() -> TimeView:
    return TimeView(Duration(10**9))


FULL = Tile("a", range=(0.0, 1.0), ranges=(("", 2.0, 3.0), ("V", 4.0, 5.0)))


def test_each_axis_gets_that_of_its_unit_and_the_first_the_one_without() -> None:
    assert apply(loaded(FULL), Panel(plan("A", "", "V"))) == {0: (0.0, 1.0), 1: (2.0, 3.0), 2: (4.0, 5.0)}


def test_the_one_without_a_unit_waits_for_the_first_channel_and_is_said_so_until_then() -> None:
    ranges = loaded(FULL)
    assert apply(ranges, Panel(plan())) == {0: (0.0, 1.0)}  # an axis with nothing on it
    waiting = plan("V", missing=("imu/x",), first_waits=True)
    assert apply(ranges, Panel(waiting)) == {0: (4.0, 5.0)}
    assert ranges.said(laid(waiting)) == {"a": Said((0.0, 1.0), (("", 2.0, 3.0), ("V", 4.0, 5.0)))}
    come = plan("A", "V", "")
    assert apply(ranges, Panel(come)) == {0: (0.0, 1.0), 1: (4.0, 5.0), 2: (2.0, 3.0)}
    assert ranges.said(laid(come)) == {"a": Said((0.0, 1.0), (("", 2.0, 3.0), ("V", 4.0, 5.0)))}


def test_units_that_a_tile_no_longer_draws_come_back_with_their_channels() -> None:
    ranges = loaded(FULL)
    apply(ranges, Panel(plan("A", "V", "")))
    assert ranges.said(laid(plan("V"))) == {"a": Said((4.0, 5.0), (("", 2.0, 3.0), ("A", 0.0, 1.0)))}
    assert apply(ranges, Panel(plan("V"))) == {0: (4.0, 5.0)}
    assert apply(ranges, Panel(plan("A", "V"))) == {0: (0.0, 1.0), 1: (4.0, 5.0)}


def test_what_a_hand_sets_replaces_that_of_the_axes_there_are() -> None:
    ranges = loaded(FULL)
    panel = Panel(plan("V", "", missing=("imu/x",), first_waits=True), {1: (7.0, 8.0)})
    ranges.take(cast(PlotPanel, panel))
    assert ranges.said(laid(panel.plan)) == {"a": Said((0.0, 1.0), (("", 7.0, 8.0),))}
    ranges.forget([cast(PlotPanel, panel)])
    assert (ranges.said(laid(panel.plan)), panel.held) == ({}, {})


def test_a_state_comes_back_and_equal_ones_are_equal_in_whatever_order_they_came(view: TimeView) -> None:
    ranges, other = loaded(FULL), loaded(replace(FULL, ranges=FULL.ranges[::-1]))
    state = ranges.state(view)
    assert state == other.state(view)
    ranges.load(None)
    assert ranges.state(view).ranges == ()
    ranges.restore(state, view, [])
    assert ranges.state(view) == state


def test_units_that_are_called_otherwise_take_their_ranges_along_also_where_two_change_names(view: TimeView) -> None:
    old, new = plan("A", "V"), plan("V", "A")
    now = renamed_units(laid(old), laid(new))
    assert now == {"a": {"A": "V", "V": "A"}}
    ranges = loaded(replace(FULL, range=(0.0, 1.0), ranges=(("V", 4.0, 5.0),)))
    apply(ranges, Panel(old))
    before = ranges.state(view)
    ranges.rename_units(now)
    assert apply(ranges, Panel(new)) == {0: (0.0, 1.0), 1: (4.0, 5.0)}
    assert before.with_units(now) == ranges.state(view)


def test_units_of_other_curves_are_no_renamed_ones() -> None:
    assert renamed_units(laid(plan("A", "V")), laid(plan("A"))) == {}
    assert renamed_units(laid(plan("A", "V")), laid(plan("B", "B"))) == {}  # two axes have become one
    assert renamed_units(laid(plan("A")), laid(plan("A"))) == {}
