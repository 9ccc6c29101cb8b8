"""Axes right of a picture."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.session.schema import PlotOptions
from tests.ui.plots.laid_out import LaidOut, move
from ui.plots.panel import AXIS_WIDTH
from ui.plots.side_axes import SideAxes


@pytest.fixture
def axes(laid: LaidOut) -> SideAxes:
    laid.stack.set_plots([PlotOptions(title="A", channels=("imu/ax", "psu/v", "psu/i"))])
    laid.refresh()
    return laid.stack.panels[0].side


def wheel(axes: SideAxes, x: int) -> None:
    at = QPointF(x, axes.height() // 2)
    buttons, none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    turn = QPoint(0, 120)
    place = QPointF(axes.mapToGlobal(at.toPoint()))
    event = QWheelEvent(at, place, QPoint(), turn, buttons, none, Qt.ScrollPhase.NoScrollPhase, False)
    QApplication.sendEvent(axes, event)


def heights(laid: LaidOut) -> list[float]:
    return [laid.stack.panels[0].value_height(axis) for axis in range(3)]


def test_each_further_unit_has_an_axis_that_says_it(laid: LaidOut, axes: SideAxes) -> None:
    assert axes.width() == 2 * AXIS_WIDTH
    assert axes.accessibleDescription() == "V, A"
    low, high = laid.stack.panels[0].value_range(1)
    assert 11.8 < low < high < 12.2
    assert [curve.axis for curve in laid.stack.panels[0].curves] == [0, 1, 2]


def test_the_wheel_over_an_axis_zooms_that_axis_alone(laid: LaidOut, axes: SideAxes) -> None:
    before = heights(laid)
    wheel(axes, AXIS_WIDTH + 10)
    assert heights(laid) == pytest.approx([before[0], before[1], before[2] * 0.8])
    assert laid.stack.live
    laid.refresh()
    laid.undo()
    assert laid.stack.panels[0].auto_range


def test_a_drag_moves_its_values_and_a_double_click_lets_them_follow(
    laid: LaidOut, axes: SideAxes, qtbot: QtBot
) -> None:
    low, _ = laid.stack.panels[0].value_range(1)
    qtbot.mousePress(axes, Qt.MouseButton.LeftButton, pos=QPoint(10, 50))
    move(axes, QPoint(10, 90))
    qtbot.mouseRelease(axes, Qt.MouseButton.LeftButton, pos=QPoint(10, 90))
    assert laid.stack.panels[0].value_range(1)[0] > low
    qtbot.mouseDClick(axes, Qt.MouseButton.LeftButton, pos=QPoint(10, 50))
    assert laid.stack.panels[0].auto_range


def test_units_without_an_axis_are_named_and_fit_their_own_height(laid: LaidOut) -> None:
    laid.append(laid.imu, [laid.now], unit="°C", t=[21.0])
    laid.stack.set_plots([PlotOptions(title="A", channels=("imu/ax", "psu/v", "psu/i", "imu/t"))])
    laid.now += 10**9
    laid.refresh()
    panel = laid.stack.panels[0]
    assert panel.side.accessibleDescription() == "V, A"
    assert panel.legend._note == "no axis for °C"
    low, high = panel.value_range(3)
    assert low < 21 < high


def test_a_narrow_tile_has_fewer_axes_and_says_so(laid: LaidOut, axes: SideAxes) -> None:
    laid.stack.resize(360, 600)
    laid.refresh()
    panel = laid.stack.panels[0]
    assert panel.side_axes < 2
    assert "A" in panel.legend._note
    assert panel.picture().width() > 100


def test_an_axis_with_one_curve_has_its_colour_and_a_shared_one_has_none(laid: LaidOut, axes: SideAxes) -> None:
    assert [axis.colour for axis in axes._axes] == [1, 2]
    laid.append(laid.psu, [laid.now], unit="V", u=[3.0])
    laid.stack.set_plots([PlotOptions(title="A", channels=("imu/ax", "psu/v", "psu/u"))])
    laid.now += 10**9
    laid.refresh()
    assert [axis.colour for axis in laid.stack.panels[0].side._axes] == [None]
