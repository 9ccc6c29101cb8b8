"""Moves of the view by box and by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect

from tests.ui.plots.reading.conftest import Plots, S


def test_holding_leaves_live_once_and_does_not_move_the_view(plots: Plots) -> None:
    right = plots.stack.view.right_ns
    plots.desk.moves.hold()
    assert not plots.stack.live
    assert plots.stack.view.right_ns == right
    plots.stack.set_paused(True)
    plots.desk.moves.hold()
    assert plots.stack.paused


@pytest.mark.parametrize(("left", "width"), [(0.0, 0.5), (0.25, 0.5), (0.5, 0.5), (0.1, 0.2)])
def test_a_boxs_sides_become_the_views(plots: Plots, left: float, width: float) -> None:
    plots.stack.view.show(plots.now - 3 * S, plots.now - S)
    plots.refresh()
    place, view = plots.place("imu"), plots.stack.view
    start, window = view.left_ns, view.window_ns
    rect = place.rect
    band = QRect(round(rect.left() + left * rect.width()), rect.top(), round(width * rect.width()), 2)
    plots.desk.moves.zoom_box(plots.panel("imu"), band)
    assert view.left_ns == pytest.approx(start + left * window, abs=0.005 * window)
    assert view.window_ns == pytest.approx(width * window, rel=0.01)


def test_the_whole_width_is_no_zoom(plots: Plots) -> None:
    plots.stack.set_paused(True)
    window = plots.stack.view.window_ns
    plots.desk.moves.zoom_box(plots.panel("imu"), plots.place("imu").rect)
    assert plots.stack.view.window_ns == window


def test_a_box_over_values_is_told_as_a_range_by_hand(plots: Plots) -> None:
    panel = plots.panel("psu")
    told: list[object] = []
    panel.ranged.connect(told.append)
    rect = plots.place("psu").rect
    plots.desk.moves.zoom_box(panel, QRect(rect.left(), rect.top() + 20, 3, rect.height() // 2))
    assert told == [panel]
    assert not panel.auto_range
