"""Channels and plots that are dropped on the tiles."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.plots.laid_out import LaidOut
from ui.plots.board.carried import CHANNELS, PLOT, carried_plot, channels_mime, plot_mime


def test_several_channels_dropped_on_a_tile_join_it(laid: LaidOut) -> None:
    laid.drag(["psu/v", "psu/i"], 0)
    assert laid.rows[0] == [["imu/ax", "imu/ay", "psu/v", "psu/i"]]
    assert laid.stack.panels[0].plan.units == ("m/s²", "V", "A")


@pytest.mark.parametrize(
    ("at", "rows"),
    [
        ((0.02, 0.5), [[["psu/i"], ["imu/ax", "imu/ay"]]]),
        ((0.98, 0.5), [[["imu/ax", "imu/ay"], ["psu/i"]]]),
        ((0.5, 0.02), [[["psu/i"]], [["imu/ax", "imu/ay"]]]),
        ((0.5, 0.98), [[["imu/ax", "imu/ay"]], [["psu/i"]]]),
    ],
)
def test_an_edge_splits_the_tile_there(laid: LaidOut, at: tuple[float, float], rows: list[list[list[str]]]) -> None:
    laid.drag(["psu/i"], 0, at)
    assert laid.rows[: len(rows)] == rows


def test_where_it_would_land_is_shown_and_told_until_it_leaves(laid: LaidOut) -> None:
    mark = laid.stack.column.dropping.mark
    laid.drag(["psu/i"], 0, (0.98, 0.5), drop=False)
    assert (mark.isVisible(), mark.text) == (True, "To the right of this plot")
    assert mark.width() < laid.frame(0).width() * 0.6
    laid.drag(["psu/i"], 0, drop=False)
    assert mark.text == "Add to this plot"
    laid.leave()
    assert not mark.isVisible()


def test_a_dropped_channel_takes_the_mark_away(laid: LaidOut) -> None:
    laid.drag(["psu/i"], 0)
    assert not laid.stack.column.dropping.mark.isVisible()


def test_a_plot_goes_to_the_edge_of_another_one_by_its_heading(laid: LaidOut) -> None:
    laid.drag_plot(1, 0, (0.98, 0.5))
    assert laid.rows == [[["imu/ax", "imu/ay"], ["psu/v"]], [["psu/i"]], [["motor/on"]]]


def test_a_plot_in_the_middle_of_another_one_merges_with_it(laid: LaidOut) -> None:
    laid.drag_plot(2, 1, (0.5, 0.5))
    assert laid.rows == [[["imu/ax", "imu/ay"]], [["psu/v", "psu/i"]], [["motor/on"]]]


def test_a_plot_dropped_on_itself_stays(laid: LaidOut) -> None:
    laid.drag_plot(1, 1, (0.98, 0.5))
    assert laid.is_taken  # it begins over itself, and Qt tells of no move where it was refused
    assert not laid.stack.column.dropping.mark.isVisible()
    assert laid.stack.plots() == ()
    assert not laid.stack.tiles.undo.isEnabled()


@pytest.mark.parametrize(
    "mime", [(CHANNELS, b"[3]"), (CHANNELS, b"rubbish"), (PLOT, b"nobody"), (PLOT, b""), ("text/plain", b"imu/ax")]
)
def test_what_is_nothing_of_ours_is_refused(laid: LaidOut, mime: tuple[str, bytes]) -> None:
    data = QMimeData()
    data.setData(mime[0], QByteArray(mime[1]))
    at, left = QPointF(300, 100), Qt.MouseButton.LeftButton
    event = QDropEvent(at, Qt.DropAction.CopyAction, data, left, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(laid.stack.column, event)
    assert not event.isAccepted()
    assert laid.stack.plots() == ()


def test_channels_that_there_are_not_are_not_taken(laid: LaidOut) -> None:
    laid.drag(["gone/x", "imu/nothing"], 0)
    assert laid.stack.plots() == ()
    laid.drag(["gone/x", "psu/v"], 0)
    assert laid.rows[0] == [["imu/ax", "imu/ay", "psu/v"]]


def test_in_an_empty_stack_a_drop_makes_the_first_plot(laid: LaidOut) -> None:
    for _ in range(4):
        laid.stack.tiles.close.trigger()
    laid.refresh()
    assert laid.rows == []
    laid.drop_at(channels_mime(["imu/ax"]), QPoint(300, 100))
    assert laid.rows == [[["imu/ax"]]]


def test_a_plot_of_another_window_is_nobodys(laid: LaidOut) -> None:
    assert plot_mime("x").hasFormat(PLOT)
    laid.drop_at(plot_mime("plot of another window"), laid.point(0, (0.5, 0.5)))
    assert not laid.is_taken
    assert laid.stack.plots() == ()


def test_a_heading_that_is_dragged_away_carries_its_plot(laid: LaidOut, monkeypatch: pytest.MonkeyPatch) -> None:
    carried: list[str] = []
    monkeypatch.setattr(QDrag, "exec", lambda drag, _action: carried.append(carried_plot(drag.mimeData())))
    legend = laid.frame(1).panels[0].legend
    legend.dragged.emit()
    assert carried == []  # not while a widget that the drop may take away is at work
    laid.refresh()
    assert carried == [laid.frame(1).key]


def test_a_merge_takes_away_the_plot_that_was_dragged_and_nothing_is_left_of_it(laid: LaidOut, qtbot: QtBot) -> None:
    gone = laid.frame(2)
    with qtbot.waitSignal(gone.destroyed):
        laid.drag_plot(2, 1, (0.5, 0.5))
    assert laid.rows[1] == [["psu/v", "psu/i"]]
