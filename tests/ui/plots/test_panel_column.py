"""Panels that stay are kept, those that go are let go, and where there is nothing it says why."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from app.store.table import Table
from ui.plots.board.board import Board, Page, Row, Tile
from ui.plots.curve_panel import CurvePanel
from ui.plots.gestures import TimeGestures
from ui.plots.lane_panel import LanePanel
from ui.plots.layout import Arrangement, arrange
from ui.plots.panel import AXIS_WIDTH
from ui.plots.panel_column import PanelColumn
from ui.plots.source import Source
from ui.plots.tile_frame import LEGEND_GREATEST_SHARE, LEGEND_LEAST, LEGEND_MOST
from ui.theme.palette import Theme

MakeTable = Callable[..., Table]
Append = Callable[..., None]


@pytest.fixture
def column(qtbot: QtBot, theme: Theme) -> PanelColumn:
    column = PanelColumn(theme, TimeGestures())
    qtbot.addWidget(column)
    column.resize(900, 600)
    column.show()
    return column


@pytest.fixture
def imu(make_table: MakeTable, append: Append) -> Source:
    table = make_table()
    append(table, [1, 2, 3], unit="V", u=[1.0, 2.0, 3.0])
    return Source("imu", table)


@pytest.fixture
def psu(make_table: MakeTable, append: Append) -> Source:
    table = make_table()
    append(table, [1, 2, 3], unit="A", i=[1.0, 2.0, 3.0], on=[True, False, True])
    return Source("psu", table)


def shown(column: PanelColumn, *sources: Source) -> None:
    arrangement = arrange(sources)
    column.place(arrangement)
    column.say_what_is_missing(arrangement, sources)


def test_numbers_are_curves_and_states_are_lanes_from_the_top(column: PanelColumn, imu: Source, psu: Source) -> None:
    shown(column, imu, psu)
    kinds = [(type(panel), panel.plan.title) for panel in column.panels]
    assert kinds == [(CurvePanel, "imu"), (CurvePanel, "psu"), (LanePanel, "psu")]
    heights = [panel.mapTo(column, panel.rect().topLeft()).y() for panel in column.panels]
    assert heights == sorted(heights)


def test_a_panel_that_stays_is_the_same_one(column: PanelColumn, imu: Source, psu: Source) -> None:
    shown(column, imu)
    (kept,) = column.panels
    shown(column, imu, psu)
    assert column.panels[0] is kept
    shown(column, psu, imu)
    assert kept in column.panels
    heights = [panel.mapTo(column, panel.rect().topLeft()).y() for panel in column.panels]
    assert heights == sorted(heights)


def test_a_panel_that_goes_is_let_go(column: PanelColumn, imu: Source, psu: Source, qtbot: QtBot) -> None:
    shown(column, imu, psu)
    gone = column.panels[1]
    with qtbot.waitSignal(gone.destroyed):
        shown(column, imu)
    assert [panel.plan.title for panel in column.panels] == ["imu"]


def test_a_channel_that_comes_joins_the_panel_that_is_there(column: PanelColumn, imu: Source, append: Append) -> None:
    shown(column, imu)
    (panel,) = column.panels
    append(imu.table, [4], unit="V", u=[1.0], w=[2.0])
    shown(column, imu)
    assert column.panels == [panel]
    assert [channel.name for channel in panel.plan.channels] == ["u", "w"]


def test_without_devices_it_says_what_to_do(column: PanelColumn) -> None:
    column.say_what_is_missing(Arrangement(), [])
    assert column._empty.text() == "No devices yet. Add one (Insert), or open a session (Ctrl+O)"
    assert column._empty.isVisible()


def test_devices_that_have_sent_nothing_are_named_a_few_of_them(column: PanelColumn, make_table: MakeTable) -> None:
    sources = [Source(f"d{number}", make_table()) for number in range(8)]
    shown(column, *sources)
    assert column._empty.text() == "Waiting for the first data from d0, d1, d2, d3, d4, d5 and 2 more…"


def test_where_some_have_sent_the_rest_is_named_under_the_panels(
    column: PanelColumn, imu: Source, make_table: MakeTable
) -> None:
    shown(column, imu, Source("gps", make_table()))
    assert column._footer.text() == "Waiting for the first data from gps"
    assert column._footer.isVisible()
    assert not column._empty.isVisible()


def test_channels_without_a_plot_are_counted(column: PanelColumn, imu: Source) -> None:
    column.say_what_is_missing(Arrangement(unplaced=3), [imu])
    assert column._footer.text() == "+3 more channels without a plot"


def test_where_nothing_is_missing_no_words_take_room(column: PanelColumn, imu: Source) -> None:
    shown(column, imu)
    assert not column._footer.isVisible()


@pytest.mark.parametrize("width", [200, 500, 900, 2000])
def test_the_legends_have_one_width_that_leaves_room_to_draw(
    column: PanelColumn, imu: Source, psu: Source, width: int
) -> None:
    shown(column, imu, psu)
    column.resize(width, 600)
    (legend,) = {panel._legend_width for panel in column.panels}
    assert legend <= min(LEGEND_MOST, round(width * LEGEND_GREATEST_SHARE))
    assert legend >= LEGEND_LEAST or legend == round(width * LEGEND_GREATEST_SHARE)


def test_a_chosen_device_stays_chosen_when_panels_come(column: PanelColumn, imu: Source, psu: Source) -> None:
    column.select_device("psu")
    shown(column, imu, psu)
    assert [panel.legend.highlighted for panel in column.panels] == [False, True, True]
    column.select_device(None)
    assert not any(panel.legend.highlighted for panel in column.panels)


def test_a_chosen_devices_panel_stands_out_also_where_its_channels_come_late(
    column: PanelColumn, make_table: MakeTable, append: Append
) -> None:
    source = Source("imu", make_table())
    board = Board((Page("", (Row((Tile("a", channels=("imu/u",)),)),)),))
    column.place(arrange([source], board))
    column.select_device("imu")
    (panel,) = column.panels
    append(source.table, [1, 2, 3], unit="V", u=[1.0, 2.0, 3.0])
    column.place(arrange([source], board))
    assert column.panels == [panel]
    assert panel.legend.highlighted


def test_the_common_time_axis_ends_where_the_pictures_end_however_late_the_tiles_come(
    column: PanelColumn, imu: Source, qtbot: QtBot
) -> None:
    qtbot.waitExposed(column)
    shown(column, imu)
    panel = column.panels[0]

    def is_aligned() -> bool:
        right = column.ruler.width() - column.ruler.span_width - AXIS_WIDTH
        return panel.legend.x() == panel.width() - right

    qtbot.waitUntil(is_aligned)
