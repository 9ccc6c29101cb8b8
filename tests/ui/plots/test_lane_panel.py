from collections.abc import Callable

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from app.store.table import Table
from ui.plots.gestures import TimeGestures
from ui.plots.lane_panel import MIXED, Bar, LanePanel, bars_of
from ui.plots.layout import arrange
from ui.plots.source import Source
from ui.plots.timeview import Columns
from ui.theme.palette import Theme

S = 10**9
MS = 10**6
WINDOW = Columns(0, 10 * MS, 1000)  # ten seconds


@pytest.fixture
def table(make_table: Callable[..., Table]) -> Table:
    return make_table()


def test_a_state_lasts_until_the_next_and_the_last_to_the_right_edge(table: Table, append: Callable[..., None]) -> None:
    append(table, [S, 2 * S, 4 * S], state=["on", "off", "on"])
    assert bars_of(table, 0, WINDOW) == [Bar(100, 200, 0), Bar(200, 400, 1), Bar(400, 1000, 0)]


def test_the_same_state_again_is_the_same_bar(table: Table, append: Callable[..., None]) -> None:
    append(table, [S, 2 * S, 3 * S], state=["on", "on", "on"])
    assert bars_of(table, 0, WINDOW) == [Bar(100, 1000, 0)]


def test_a_state_from_before_the_window_reaches_into_it(table: Table, append: Callable[..., None]) -> None:
    append(table, [S, 8 * S], state=["on", "off"])
    later = Columns(500, 10 * MS, 1000)
    assert bars_of(table, 0, later) == [Bar(0, 300, 0), Bar(300, 1000, 1)]


def test_a_gap_ends_a_state(table: Table, append: Callable[..., None]) -> None:
    append(table, [S, 2 * S], state=["on", "on"])
    table.open_gap("disconnected", 3 * S)
    append(table, [6 * S], state=["on"])
    assert bars_of(table, 0, WINDOW) == [Bar(100, 201, 0), Bar(600, 1000, 0)]


def test_an_open_gap_has_no_state(table: Table, append: Callable[..., None]) -> None:
    append(table, [S, 2 * S], state=["on", "on"])
    table.open_gap("disconnected", 3 * S)
    assert bars_of(table, 0, WINDOW) == [Bar(100, 201, 0)]


def test_states_that_change_faster_than_pixels_are_mixed(table: Table, append: Callable[..., None]) -> None:
    times = np.arange(0, 10 * S, MS, dtype=np.int64)
    flips = (times // MS) % 2 == 0
    append(table, times, flag=np.where(times < 5 * S, True, flips))
    assert bars_of(table, 0, WINDOW) == [Bar(0, 500, 1), Bar(500, 1000, MIXED)]


def test_a_table_without_rows_has_no_bars(table: Table, append: Callable[..., None]) -> None:
    append(table, [S], state=["on"])
    table.clear()
    assert bars_of(table, 0, WINDOW) == []


def test_a_panel_may_be_painted_before_it_has_followed_anything(
    table: Table, append: Callable[..., None], theme: Theme, qtbot: QtBot
) -> None:
    append(table, [S, 2 * S, 3 * S], mode=["idle", "run", "idle"])
    (plan,) = arrange([Source("motor", table)]).panels
    panel = LanePanel(theme, TimeGestures(), plan)
    qtbot.addWidget(panel)
    panel.resize(400, 80)
    with qtbot.captureExceptions() as raised:
        assert not panel.grab().isNull()
    assert raised == []
