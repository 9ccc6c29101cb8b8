"""Undo and redo of what hands do to time and values."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.session.schema import PlotOptions
from tests.ui.plots.laid_out import LaidOut, turn_axis
from ui.plots.curve_panel import CurvePanel
from ui.plots.history import BURST_NS


@pytest.fixture
def slow(laid: LaidOut) -> LaidOut:
    """Hands that pause longer than a burst between any two things."""
    clock = iter(range(0, 10**15, 2 * BURST_NS))
    laid.stack.history.clock = lambda: next(clock)
    laid.stack.history.is_held = lambda: False
    return laid


def zoom(laid: LaidOut) -> None:
    laid.stack.control.gestures.zoomed.emit(0.5, 0.5)
    laid.refresh()


def test_zoom_pan_and_fit_go_back_one_by_one_to_live(slow: LaidOut) -> None:
    states = [slow.stack.view.state()]
    for act in (
        lambda: zoom(slow),
        lambda: slow.stack.control.gestures.panned.emit(-0.1),
        slow.stack.fit,
    ):
        act()
        slow.refresh()
        states.append(slow.stack.view.state())
    for state in reversed(states[:-1]):
        slow.undo()
        assert slow.stack.view.state() == state
    assert slow.stack.live
    for state in states[1:]:
        slow.redo()
        assert slow.stack.view.state() == state


def test_a_wheel_that_turns_on_is_one_step(laid: LaidOut) -> None:
    for _ in range(5):
        zoom(laid)
    assert laid.stack.tiles.undo.text() == "&Undo: zoom"
    laid.undo()
    assert laid.stack.live
    assert not laid.stack.tiles.undo.isEnabled()


def test_following_again_can_be_undone_and_says_so_to_the_window(slow: LaidOut, qtbot: QtBot) -> None:
    zoom(slow)
    held = slow.stack.view.state()
    slow.stack.go_live()
    slow.refresh()
    with qtbot.waitSignal(slow.stack.liveChanged, check_params_cb=lambda live: live is False):
        slow.undo()
    assert slow.stack.view.state() == held


def test_a_range_of_values_goes_back_and_forth(slow: LaidOut) -> None:
    panel = slow.stack.panels[0]
    first = turn_axis(panel, 1)
    slow.refresh()
    assert turn_axis(panel, -3) != first
    slow.refresh()
    slow.undo()
    assert panel.hand_ranges() == {0: first}
    slow.undo()
    assert panel.auto_range
    slow.redo()
    assert panel.hand_ranges() == {0: first}


def test_fit_and_its_undo_are_about_values_too(slow: LaidOut) -> None:
    panel = slow.stack.panels[0]
    by_hand = turn_axis(panel, 2)
    slow.refresh()
    slow.stack.fit()
    slow.refresh()
    assert panel.auto_range
    slow.undo()
    assert panel.hand_ranges() == {0: by_hand}


def test_a_range_by_hand_is_part_of_the_layout_where_that_is_by_hand(slow: LaidOut, qtbot: QtBot) -> None:
    slow.stack.set_plots([PlotOptions(title="A", channels=("imu/ax",), range=(-2.0, 2.0))])
    slow.refresh()
    panel = slow.stack.panels[0]
    assert panel.value_range() == (-2.0, 2.0)
    with qtbot.waitSignal(slow.stack.layoutChanged):
        by_hand = turn_axis(panel, 1)
    assert slow.stack.plots()[0].range == by_hand != (-2.0, 2.0)
    slow.refresh()
    slow.undo()
    assert slow.stack.plots()[0].range == (-2.0, 2.0)


def test_a_range_comes_back_with_its_plot(slow: LaidOut) -> None:
    by_hand = turn_axis(slow.stack.panels[0], 1)
    slow.refresh()
    slow.stack.tiles.close.trigger()
    slow.refresh()
    slow.undo()
    assert slow.stack.panels[0].hand_ranges() == {0: by_hand}


@pytest.fixture
def both(slow: LaidOut) -> LaidOut:
    """One plot over three units."""
    slow.stack.set_plots([PlotOptions(title="A", channels=("imu/ax", "psu/v", "psu/i"))])
    slow.refresh()
    return slow


def test_ranges_of_all_axes_are_part_of_the_layout(both: LaidOut, qtbot: QtBot) -> None:
    panel = both.stack.panels[0]
    with qtbot.waitSignal(both.stack.layoutChanged):
        third = turn_axis(panel, 1, axis=2)
    second = turn_axis(panel, -2, axis=1)
    (plot,) = both.stack.plots()
    assert (plot.range, plot.ranges) == (None, {"A": third, "V": second})
    first = turn_axis(panel, 1)
    assert both.stack.plots()[0].range == first
    plots = both.stack.plots()
    both.stack.set_plots([PlotOptions(channels=("imu/ax",))])
    both.stack.set_plots(plots)
    both.refresh()
    assert both.stack.panels[0].hand_ranges() == {0: first, 1: second, 2: third}


def test_a_range_goes_on_with_its_unit_where_that_moves_to_another_axis(both: LaidOut) -> None:
    panel = both.stack.panels[0]
    first = turn_axis(panel, 1)
    second = turn_axis(panel, 1, axis=1)
    both.refresh()
    both.stack.arranging.remove(both.frame(0).key, "imu/ax")
    both.refresh()
    assert isinstance(panel, CurvePanel)
    assert (panel.plan.units, panel.hand_ranges()) == (("V", "A"), {0: second})
    plot = both.stack.plots()[0]
    assert (plot.range, plot.ranges) == (second, {"m/s²": first})
    both.undo()
    assert both.stack.panels[0].hand_ranges() == {0: first, 1: second}


def test_a_range_of_a_unit_that_nobody_draws_is_left_in_the_session(slow: LaidOut) -> None:
    wished = PlotOptions(channels=("imu/ax",), ranges={"Volt": (0.0, 1.0)})
    slow.stack.set_plots([wished])
    slow.refresh()
    told: list[object] = []
    slow.stack.layoutChanged.connect(lambda: told.append(slow.stack.plots()))
    zoom(slow)
    slow.stack.go_live()
    assert (slow.stack.plots()[0], told) == (wished, [])


def test_ranges_wait_for_the_axes_whose_data_has_not_come(laid: LaidOut) -> None:
    """The second unit comes before the first one, whose range is that without a unit."""
    wished = PlotOptions(
        channels=("imu/late", "psu/v", "psu/p"), range=(0.0, 1.0), ranges={"V": (0.0, 9.0), "W": (2.0, 3.0)}
    )
    laid.stack.set_plots([wished])
    laid.refresh()
    panel = laid.stack.panels[0]
    assert (panel.plan.units, panel.hand_ranges(), laid.stack.plots()) == (("V",), {0: (0.0, 9.0)}, (wished,))
    laid.append(laid.imu, [laid.now], unit="bar", late=[0.5])
    laid.now += 10**9
    laid.refresh()
    assert (panel.plan.units, panel.hand_ranges()) == (("bar", "V"), {0: (0.0, 1.0), 1: (0.0, 9.0)})
    laid.append(laid.psu, [laid.now], unit="W", p=[2.5])
    laid.now += 10**9
    laid.refresh()
    assert panel.hand_ranges() == {0: (0.0, 1.0), 1: (0.0, 9.0), 2: (2.0, 3.0)}
    assert laid.stack.plots() == (wished,)


def test_what_a_device_does_is_no_step(laid: LaidOut) -> None:
    laid.send()
    laid.refresh()
    laid.append(laid.psu, [laid.now], unit="W", power=[1.0])
    laid.now += 10**9
    laid.refresh()
    assert not laid.stack.tiles.undo.isEnabled()
