from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from app.quantities import Duration
from app.session.schema import PlotOptions
from app.store.views import ColumnInfo
from app.stream import Vocabulary
from ui.plots.board.file import board_of
from ui.plots.layout import MAX_CURVES, MAX_LANES, MAX_PANELS, PanelPlan, arrange
from ui.plots.source import Source

S = 10**9


@dataclass(eq=False)
class Columns:
    """A table as the layout sees it: a name and columns."""

    columns: tuple[ColumnInfo, ...]
    name: str = ""
    appended: int = 1000


def number(name: str, unit: str = "") -> ColumnInfo:
    return ColumnInfo(name, unit, np.dtype(np.float64), None)


def text(name: str) -> ColumnInfo:
    return ColumnInfo(name, "", np.dtype(np.int32), Vocabulary())


def flag(name: str) -> ColumnInfo:
    return ColumnInfo(name, "", np.dtype(np.bool_), None)


def source(device: str, *columns: ColumnInfo, table: str = "", time: str | None = None) -> Source:
    return Source(device, Columns(columns, table), time)  # type: ignore[arg-type]


def paths(plan: PanelPlan) -> list[str]:
    return [channel.path for channel in plan.channels]


def test_nothing_is_arranged_where_there_are_no_devices() -> None:
    arrangement = arrange([])
    assert (arrangement.panels, arrangement.unplaced, arrangement.waiting) == ((), 0, ())


def test_a_devices_channels_are_grouped_by_unit_in_order_of_appearance() -> None:
    imu = source("imu", number("ax", "m/s²"), number("gx", "°/s"), number("ay", "m/s²"))
    panels = arrange([imu]).panels
    assert [(p.title, p.unit, paths(p)) for p in panels] == [
        ("imu", "m/s²", ["imu/ax", "imu/ay"]),
        ("imu", "°/s", ["imu/gx"]),
    ]


def test_texts_and_booleans_share_one_panel_of_lanes_behind_the_curves() -> None:
    station = source("station", text("sky"), number("temperature", "°C"), flag("rain"))
    curves, lanes = arrange([station]).panels
    assert not curves.lanes
    assert lanes.lanes
    assert paths(lanes) == ["station/sky", "station/rain"]


def test_the_time_field_is_not_plotted() -> None:
    scope = source("scope", number("t", "us"), number("ch1", "V"), time="t")
    assert [paths(p) for p in arrange([scope]).panels] == [["scope/ch1"]]


def test_channels_of_several_tables_are_named_with_their_table() -> None:
    panels = arrange([source("gps", number("lat"), table="TPV"), source("gps", number("hdop"), table="SKY")]).panels
    assert [(p.title, paths(p)) for p in panels] == [("gps TPV", ["gps/TPV.lat"]), ("gps SKY", ["gps/SKY.hdop"])]


def test_a_device_with_one_table_does_not_name_it() -> None:
    assert paths(arrange([source("gps", number("lat"), table="TPV")]).panels[0]) == ["gps/lat"]


def test_more_curves_than_can_be_told_apart_are_counted() -> None:
    plan = arrange([source("a", *(number(f"c{i}", "V") for i in range(26)))]).panels[0]
    assert len(plan.channels) == MAX_CURVES
    assert plan.more == 26 - MAX_CURVES


def test_more_lanes_than_fit_are_counted() -> None:
    plan = arrange([source("a", *(flag(f"c{i}") for i in range(10)))]).panels[0]
    assert (len(plan.channels), plan.more) == (MAX_LANES, 10 - MAX_LANES)


def test_devices_take_turns_for_the_panels_so_that_none_is_crowded_out() -> None:
    greedy = source("greedy", *(number(f"c{i}", f"u{i}") for i in range(20)))
    modest = source("modest", number("v", "V"), number("i", "A"))
    arrangement = arrange([greedy, modest])
    assert len(arrangement.panels) == MAX_PANELS
    assert [p.title for p in arrangement.panels] == ["greedy"] * (MAX_PANELS - 2) + ["modest"] * 2
    assert arrangement.unplaced == 20 - (MAX_PANELS - 2)


def test_devices_without_columns_are_waited_for() -> None:
    assert arrange([source("imu"), source("scope", number("v"))]).waiting == ("imu",)


def test_the_sessions_plots_come_first_and_devices_they_leave_out_get_their_own() -> None:
    imu = source("imu", number("ax", "m/s²"), number("ay", "m/s²"), number("gx", "°/s"))
    psu = source("psu", number("v", "V"))
    plot = PlotOptions(title="Acceleration", channels=("imu/ay", "imu/ax"), window=Duration(30 * S))
    first, second = arrange([imu, psu], board_of([plot])).panels
    assert (first.title, first.unit, paths(first)) == ("Acceleration", "m/s²", ["imu/ay", "imu/ax"])
    assert paths(second) == ["psu/v"]


def test_a_plot_of_channels_that_are_not_there_yet_keeps_its_place() -> None:
    (panel,) = arrange([source("imu")], board_of([PlotOptions(title="Later", channels=("imu/ax",))])).panels
    assert (panel.title, panel.channels) == ("Later", ())


def test_a_plot_with_different_units_names_none() -> None:
    psu = source("psu", number("v", "V"), number("i", "A"))
    assert arrange([psu], board_of([PlotOptions(channels=("psu/v", "psu/i"))])).panels[0].unit == ""


def test_states_in_a_plot_of_the_session_get_lanes_under_it() -> None:
    motor = source("motor", number("speed", "rpm"), text("state"))
    curves, lanes = arrange([motor], board_of([PlotOptions(title="M", channels=("motor/state", "motor/speed"))])).panels
    assert (paths(curves), paths(lanes)) == (["motor/speed"], ["motor/state"])
    assert lanes.title == "M"


def test_a_new_channel_changes_its_own_panel_alone(make_table: Callable[..., object]) -> None:
    imu, psu = source("imu", number("ax", "m/s²")), source("psu", number("v", "V"))
    before = arrange([imu, psu]).panels
    psu.table.columns += (number("v2", "V"), number("i", "A"))  # type: ignore[misc, operator]
    after = arrange([imu, psu]).panels
    assert after[0] == before[0]
    assert after[1].key == before[1].key
    assert paths(after[1]) == ["psu/v", "psu/v2"]


def test_a_hundred_thousand_channels_are_arranged_within_bounds() -> None:
    arrangement = arrange([source("hostile", *(number(f"c{i}", f"u{i % 50}") for i in range(100_000)))])
    shown = sum(len(p.channels) for p in arrangement.panels)
    assert shown <= MAX_PANELS * MAX_CURVES
    assert shown + sum(p.more for p in arrangement.panels) + arrangement.unplaced == 100_000


def test_tables_that_go_on_stand_before_those_that_spoke_once() -> None:
    greeting = Source("gps", Columns((number("protocol"),), "VERSION", appended=1))  # type: ignore[arg-type]
    fix = Source("gps", Columns((number("lat"),), "TPV"))  # type: ignore[arg-type]
    assert [plan.title for plan in arrange([greeting, fix]).panels] == ["gps TPV", "gps VERSION"]
