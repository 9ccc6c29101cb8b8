"""One tile on the screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from app.session.schema import PlotOptions
from tests.ui.plots.laid_out import LaidOut
from ui.plots.curve_panel import CurvePanel
from ui.plots.lane_panel import LanePanel


def test_states_of_a_plot_are_lanes_under_its_curves_and_the_curves_have_the_rest(laid: LaidOut) -> None:
    laid.stack.set_plots([PlotOptions(title="A", channels=("motor/on", "imu/ax"))])
    laid.refresh()
    curves, lanes = laid.frame(0).panels
    assert isinstance(curves, CurvePanel)
    assert isinstance(lanes, LanePanel)
    assert curves.geometry().bottom() < lanes.geometry().top()
    assert curves.height() > lanes.height() == lanes.minimumHeight()


def test_panels_that_stay_are_kept_when_others_come_and_go(laid: LaidOut) -> None:
    laid.stack.set_plots([PlotOptions(title="A", channels=("imu/ax",))])
    laid.refresh()
    (curves,) = laid.frame(0).panels
    laid.drag(["motor/on"], 0)
    assert laid.frame(0).panels[0] is curves
    assert len(laid.frame(0).panels) == 2
    laid.undo()
    assert laid.frame(0).panels == [curves]


def test_a_press_on_a_picture_chooses_its_plot(laid: LaidOut, qtbot) -> None:  # type: ignore[no-untyped-def]
    viewport = laid.stack.panels[1].body().viewport()  # type: ignore[attr-defined]
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=QPoint(200, 30))
    assert laid.stack.arranging.current == laid.frame(1).key


@pytest.mark.parametrize("size", [(0, 0), (1, 1), (20, 900), (900, 20)])
def test_no_size_is_too_small_to_live_with(laid: LaidOut, size: tuple[int, int]) -> None:
    laid.stack.set_plots([PlotOptions(title="A", channels=("imu/ax", "psu/v", "psu/i", "motor/on"))])
    laid.refresh()
    frame = laid.frame(0)
    frame.setMinimumSize(0, 0)
    frame.resize(*size)
    frame.share_width()
    assert frame.side_axes >= 0
    assert not frame.grab().isNull() or 0 in size


def test_another_theme_recolours_all_pages(laid: LaidOut, theme) -> None:  # type: ignore[no-untyped-def]
    laid.stack.tiles.add_page.trigger()
    laid.refresh()
    theme.set_scheme("light")
    laid.stack.paging.show(0)
    laid.refresh()
    image = laid.stack.grab().toImage()
    assert image.pixelColor(3, 300).lightness() > 200
    theme.set_scheme("dark")
