"""The layout as hands change it, and back."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.session.schema import PlotOptions
from tests.ui.plots.laid_out import LaidOut, S
from ui.plots.board.moves import Side
from ui.plots.source import Source

AUTOMATIC = [[["imu/ax", "imu/ay"]], [["psu/v"]], [["psu/i"]], [["motor/on"]]]


def test_until_a_hand_does_something_the_layout_is_automatic(laid: LaidOut) -> None:
    assert laid.rows == AUTOMATIC
    assert laid.stack.plots() == ()
    assert not laid.stack.tiles.reset.isEnabled()


def test_what_one_saw_is_what_one_changes(laid: LaidOut) -> None:
    panels = laid.stack.panels
    laid.drag(["imu/ax"], 1)
    assert laid.rows == [[["imu/ax", "imu/ay"]], [["psu/v", "imu/ax"]], [["psu/i"]], [["motor/on"]]]
    assert laid.stack.panels == panels


def test_a_closed_plot_does_not_come_back_by_itself(laid: LaidOut) -> None:
    laid.stack.arranging.choose(laid.frame(0).key)
    laid.stack.tiles.close.trigger()
    laid.send()
    laid.refresh()
    assert laid.rows == AUTOMATIC[1:]
    assert laid.stack.plots()[-1] == PlotOptions(channels=("imu/ax",), shown=False)


def test_a_device_that_comes_later_is_plotted_by_itself(laid: LaidOut) -> None:
    laid.drag(["imu/ax"], 1)
    sources = [Source("imu", laid.imu), Source("psu", laid.psu), Source("motor", laid.motor), Source("new", laid.imu)]
    laid.stack.set_sources(sources)
    assert laid.rows[-1] == [["new/ax", "new/ay"]]


def test_undo_and_redo_go_through_all_that_was_done(laid: LaidOut) -> None:
    seen = [laid.rows]
    laid.drag(["imu/ax"], 1)
    seen.append(laid.rows)
    laid.drag(["psu/i"], 0, (0.98, 0.5))
    seen.append(laid.rows)
    laid.stack.arranging.split(Side.BELOW)
    laid.refresh()
    seen.append(laid.rows)
    for rows in reversed(seen[:-1]):
        laid.undo()
        assert laid.rows == rows
    assert laid.stack.plots() == ()
    for rows in seen[1:]:
        laid.redo()
        assert laid.rows == rows


def test_the_menu_says_what_is_undone(laid: LaidOut) -> None:
    assert (laid.stack.tiles.undo.text(), laid.stack.tiles.undo.isEnabled()) == ("&Undo", False)
    laid.drag(["imu/ax"], 1)
    assert laid.stack.tiles.undo.text() == "&Undo: add channels"
    laid.undo()
    assert laid.stack.tiles.redo.text() == "&Redo: add channels"


def test_reset_to_automatic_is_a_step_like_any_other(laid: LaidOut) -> None:
    laid.drag(["imu/ax"], 1)
    changed = laid.rows
    laid.stack.tiles.reset.trigger()
    laid.refresh()
    assert laid.rows == AUTOMATIC
    laid.undo()
    assert laid.rows == changed


def test_a_change_is_told_once_and_nothing_is_told_where_nothing_came_of_it(laid: LaidOut, qtbot: QtBot) -> None:
    told = []
    laid.stack.layoutChanged.connect(lambda: told.append(laid.stack.plots()))
    laid.drag(["imu/ax"], 1)
    assert told == [laid.stack.plots()]
    laid.drag(["imu/ax"], 1)
    assert len(told) == 1
    laid.undo()
    assert told[1:] == [()]


def test_another_session_has_its_own_layout_and_nothing_to_undo(laid: LaidOut, qtbot: QtBot) -> None:
    laid.drag(["imu/ax"], 1)
    plots = (PlotOptions(title="A", channels=("psu/v",)), PlotOptions(channels=("imu/ax", "motor/on"), shown=False))
    with qtbot.assertNotEmitted(laid.stack.layoutChanged):
        laid.stack.set_plots(plots)
    assert laid.rows == [[["psu/v"]]]
    assert laid.stack.plots() == plots
    assert not laid.stack.tiles.undo.isEnabled()


def test_a_removed_devices_channels_are_not_in_the_session(laid: LaidOut) -> None:
    laid.stack.set_plots([PlotOptions(title="A", channels=("psu/v", "imu/ax"))])
    laid.stack.set_sources([Source("imu", laid.imu)])
    assert [plot.channels for plot in laid.stack.plots()] == [("imu/ax",)]


def test_a_channel_that_has_not_come_yet_is_waited_for_in_its_place(laid: LaidOut) -> None:
    laid.stack.set_plots([PlotOptions(title="A", channels=("imu/az",))])
    laid.refresh()
    assert laid.stack.panels[0].plan.missing == ("imu/az",)
    laid.append(laid.imu, [laid.now], unit="m/s²", az=[1.0])
    laid.now += S
    laid.refresh()
    assert [c.path for c in laid.stack.panels[0].plan.channels] == ["imu/az"]


def test_channels_of_a_named_table_are_found_by_either_name(laid: LaidOut, make_table, append) -> None:  # type: ignore[no-untyped-def]
    table = make_table("TPV")
    append(table, [laid.now - S], lat=[1.0], lon=[2.0])
    laid.stack.set_sources([Source("gps", table)])
    laid.refresh()
    laid.drag(["gps/TPV.lat"], 0, (0.5, 0.98))
    assert laid.rows == [[["gps/TPV.lat", "gps/TPV.lon"]], [["gps/TPV.lat"]]]
    assert [[c.name for c in panel.plan.channels] for panel in laid.stack.panels] == [["lat", "lon"], ["lat"]]
    laid.stack.arranging.remove(laid.frame(0).key, "gps/TPV.lat")
    assert laid.rows == [[["gps/TPV.lon"]], [["gps/TPV.lat"]]]


@pytest.mark.parametrize("upright", [True, False])
def test_a_plot_can_be_made_larger_by_a_menu(laid: LaidOut, upright: bool) -> None:
    laid.drag(["psu/i"], 0, (0.98, 0.5))
    laid.stack.arranging.choose(laid.frame(0).key)
    before = laid.frame(0).size()
    laid.stack.tiles.sizes[0 if upright else 2].trigger()
    laid.refresh()
    after = laid.frame(0).size()
    assert (after.height() > before.height()) is upright
    assert (after.width() > before.width()) is not upright


def test_heights_that_were_dragged_are_kept_and_undone(laid: LaidOut) -> None:
    laid.stack.column.heightsChanged.emit((3.0, 1.0, 1.0, 1.0))
    laid.refresh()
    heights = [laid.frame(row).height() for row in range(3)]
    assert heights[0] > 2 * heights[1]
    assert laid.stack.plots()[0].height == 2.0
    laid.undo()
    assert abs(laid.frame(0).height() - laid.frame(1).height()) <= 2
