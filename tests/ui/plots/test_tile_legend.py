"""What hands do in a legend."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.plots.laid_out import CONTROL, LaidOut, move
from ui.plots.legend import heading_height, row_height
from ui.plots.tile_legend import TileLegend

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def legend(laid: LaidOut) -> TileLegend:
    return laid.stack.panels[0].legend


def row(number: int) -> QPoint:
    return QPoint(40, heading_height() + number * row_height() + 3)


def test_delete_takes_the_chosen_channel_off_the_plot(laid: LaidOut, legend: TileLegend, qtbot: QtBot) -> None:
    qtbot.mouseClick(legend, LEFT, pos=row(1))
    assert legend.chosen_path == "imu/ay"
    qtbot.keyClick(legend, Qt.Key.Key_Delete)
    laid.refresh()
    assert laid.rows[0] == [["imu/ax"]]
    laid.undo()
    assert laid.rows[0] == [["imu/ax", "imu/ay"]]


def test_the_keyboard_alone_comes_to_a_channel_and_takes_it_off(
    laid: LaidOut, legend: TileLegend, qtbot: QtBot
) -> None:
    laid.stack.tiles.channels.trigger()
    qtbot.waitUntil(legend.hasFocus)
    assert legend.chosen_path == "imu/ax"
    for key, path in ((Qt.Key.Key_Down, "imu/ay"), (Qt.Key.Key_Down, "imu/ay"), (Qt.Key.Key_Up, "imu/ax")):
        qtbot.keyClick(legend, key)
        assert legend.chosen_path == path
    qtbot.keyClick(legend, Qt.Key.Key_Escape)
    assert legend.chosen_path == ""
    qtbot.keyClick(legend, Qt.Key.Key_Delete)
    assert laid.stack.plots() == ()


def test_control_and_an_arrow_move_the_plot(laid: LaidOut, legend: TileLegend, qtbot: QtBot) -> None:
    laid.stack.tiles.channels.trigger()
    qtbot.keyClick(legend, Qt.Key.Key_Down, CONTROL)
    laid.refresh()
    assert laid.rows[:2] == [[["psu/v"]], [["imu/ax", "imu/ay"]]]


def test_a_double_click_on_the_heading_names_the_plot(laid: LaidOut, legend: TileLegend, qtbot: QtBot) -> None:
    qtbot.mouseDClick(legend, LEFT, pos=QPoint(30, 8))
    field = legend.findChild(QLineEdit)
    assert field is not None
    qtbot.keyClicks(field, "Table <b>")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    laid.refresh()
    assert legend.title == "Table <b>"
    assert laid.stack.plots()[0].title == "Table <b>"
    laid.undo()
    assert legend.title == "imu"


def test_the_heading_begins_a_drag_and_the_rest_does_not(legend: TileLegend, qtbot: QtBot) -> None:
    legend.dragged.disconnect()
    with qtbot.waitSignal(legend.dragged):
        qtbot.mousePress(legend, LEFT, pos=QPoint(30, 8))
        move(legend, QPoint(80, 40))
    qtbot.mouseRelease(legend, LEFT)
    with qtbot.assertNotEmitted(legend.dragged):
        qtbot.mousePress(legend, LEFT, pos=row(0))
        move(legend, QPoint(80, 90))
    qtbot.mouseRelease(legend, LEFT)


def test_a_right_click_asks_for_the_menu_of_the_channel_under_the_pointer(legend: TileLegend, qtbot: QtBot) -> None:
    legend.menuWished.disconnect()
    at = row(1)
    with qtbot.waitSignal(legend.menuWished, check_params_cb=lambda path, _at: path == "imu/ay"):
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, legend.mapToGlobal(at))
        QApplication.sendEvent(legend, event)


def test_the_plot_that_actions_are_about_is_marked(laid: LaidOut, legend: TileLegend, qtbot: QtBot) -> None:
    other = laid.stack.panels[1].legend
    qtbot.mouseClick(other, LEFT, pos=row(0))
    assert [panel.legend.current for panel in laid.stack.panels[:2]] == [False, True]
    plain = legend.grab().toImage()
    qtbot.mouseClick(legend, LEFT, pos=QPoint(30, 8))
    assert legend.current
    assert legend.grab().toImage() != plain
