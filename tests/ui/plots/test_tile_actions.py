"""Plots and pages by actions alone."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.plots.laid_out import LaidOut


def test_a_plot_splits_and_the_new_half_says_what_to_do(laid: LaidOut) -> None:
    laid.stack.tiles.split_right.trigger()
    laid.refresh()
    assert laid.rows[0] == [["imu/ax", "imu/ay"], []]
    assert laid.frame(0, 1).panels[0].plan.title == "Empty plot"
    laid.stack.tiles.split_below.trigger()
    laid.refresh()
    assert laid.rows[1] == [[]]


@pytest.mark.parametrize(("number", "expected"), [(3, [["psu/v"]]), (1, [["imu/ax", "imu/ay"], ["psu/v"]])])
def test_a_plot_moves_a_step(laid: LaidOut, number: int, expected: list[list[str]]) -> None:
    laid.stack.tiles.moves[number].trigger()
    laid.refresh()
    assert laid.rows[0] == expected


def test_the_menu_of_a_channel_names_it_and_takes_it_off(laid: LaidOut) -> None:
    menu = laid.stack.tiles.plot_menu("imu/ay")
    remove = menu.actions()[0]
    assert remove.text() == "Remove ay from the plot"
    remove.trigger()
    menu.deleteLater()
    laid.refresh()
    assert laid.rows[0] == [["imu/ax"]]


def test_the_menu_of_a_plot_names_no_channel(laid: LaidOut) -> None:
    menu = laid.stack.tiles.plot_menu("")
    assert not any("Remove" in action.text() for action in menu.actions())
    menu.deleteLater()


def test_actions_that_could_do_nothing_say_so(laid: LaidOut) -> None:
    tiles = laid.stack.tiles
    assert not any(action.isEnabled() for action in (tiles.reset, tiles.remove_page, tiles.rename_page, tiles.undo))
    assert all(action.isEnabled() for action in (tiles.close, tiles.split_right, tiles.add_page, *tiles.moves))
    tiles.add_page.trigger()
    assert all(action.isEnabled() for action in (tiles.reset, tiles.remove_page, tiles.move_page_left, tiles.undo))
    assert not tiles.move_page_right.isEnabled()
    laid.stack.set_sources([])
    laid.stack.set_plots([])
    assert not any(action.isEnabled() for action in (tiles.close, tiles.split_right, *tiles.moves))


def test_wishes_for_chosen_channels_are_passed_on(laid: LaidOut, qtbot: QtBot) -> None:
    with qtbot.waitSignals([laid.stack.tiles.addWished, laid.stack.tiles.newWished]):
        laid.stack.tiles.add.trigger()
        laid.stack.tiles.new.trigger()


def test_the_title_is_edited_where_it_stands(laid: LaidOut, qtbot: QtBot) -> None:
    laid.stack.tiles.rename.trigger()
    field = laid.stack.panels[0].legend._field
    assert field is not None
    qtbot.waitUntil(field.hasFocus)
    assert field.text() == "imu"
