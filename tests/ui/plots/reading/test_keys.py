"""What the keyboard does in a plot that runs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from tests.ui.plots.reading.conftest import Plots

Key = Qt.Key
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
S = 10**9


@pytest.fixture
def paused(plots: Plots) -> Plots:
    plots.stack.set_paused(True)
    plots.refresh()
    plots.focus("imu")
    return plots


def column(plots: Plots) -> int:
    columns = plots.place("imu").columns
    return columns.column_of(plots.desk.crosshair.time_ns) - columns.first


def test_panels_are_stops_for_tab_and_show_that_they_have_the_keyboard(plots: Plots) -> None:
    plots.focus("imu")
    edge = plots.panel("imu").grab().toImage().pixelColor(0, 50)
    plots.focus("psu")
    assert plots.panel("imu").grab().toImage().pixelColor(0, 50) != edge


def test_the_first_arrow_shows_the_crosshair_and_the_next_ones_move_it(paused: Plots) -> None:
    paused.press(Key.Key_Right)
    assert paused.desk.crosshair.is_shown
    start = column(paused)
    paused.press(Key.Key_Right)
    assert column(paused) == start + 1
    paused.press(Key.Key_Left, SHIFT)
    assert column(paused) == start - 9


def test_control_with_home_and_end_takes_the_crosshair_to_the_edges_of_the_view(paused: Plots) -> None:
    paused.press(Key.Key_Home, CONTROL)
    assert paused.desk.crosshair.is_shown
    assert column(paused) == 0
    paused.press(Key.Key_End, CONTROL)
    assert column(paused) == paused.place("imu").columns.count - 1


def test_control_and_an_arrow_go_from_sample_to_sample(paused: Plots) -> None:
    paused.focus("psu")
    paused.press(Key.Key_Left)
    paused.press(Key.Key_Left, CONTROL)
    first = paused.desk.crosshair.time_ns
    paused.press(Key.Key_Right, CONTROL)
    paused.press(Key.Key_Right, CONTROL)
    times = paused.psu.samples(0, 0, 2**62).times.tolist()
    assert paused.desk.crosshair.time_ns == times[times.index(first) + 2]


def test_pages_and_signs_move_and_zoom_the_view(paused: Plots) -> None:
    view = paused.stack.view
    view.show(paused.now - 2 * S, paused.now - S)
    window, right = view.window_ns, view.right_ns
    paused.press(Key.Key_PageUp)
    assert view.right_ns == pytest.approx(right - 0.8 * window, abs=1)
    paused.press(Key.Key_Plus)
    assert view.window_ns == pytest.approx(0.8 * window)
    paused.press(Key.Key_Minus)
    assert view.window_ns == pytest.approx(window)


def test_zooming_by_keys_keeps_the_crosshairs_place(paused: Plots) -> None:
    paused.press(Key.Key_Left)
    for _ in range(5):
        paused.press(Key.Key_Left, SHIFT)
    before = paused.place("imu").x(paused.desk.crosshair.time_ns)
    for _ in range(5):
        paused.press(Key.Key_Plus)
        paused.refresh()
    assert abs(paused.place("imu").x(paused.desk.crosshair.time_ns) - before) <= 2


def test_escape_hides_the_crosshair(paused: Plots) -> None:
    paused.press(Key.Key_Left)
    paused.press(Key.Key_Escape)
    assert not paused.desk.crosshair.is_shown


def test_the_menus_key_asks_for_the_menu(paused: Plots) -> None:
    asked: list[QPoint] = []
    paused.desk.menuWished.connect(asked.append)
    panel = paused.panel("imu")
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(panel, QContextMenuEvent(reason, QPoint(1, 1), panel.mapToGlobal(QPoint(1, 1))))
    assert len(asked) == 1


@pytest.mark.parametrize("is_reading", [False, True])
def test_other_keys_are_left_to_the_window(paused: Plots, is_reading: bool) -> None:
    paused.desk.set_crosshair(is_reading)
    heard: list[int] = []
    paused.stack.keyPressEvent = lambda event: heard.append(event.key())  # type: ignore[method-assign]
    for key in (Key.Key_Home, Key.Key_End, Key.Key_F5, Key.Key_C):
        paused.press(key)
    assert heard == [Key.Key_Home, Key.Key_End, Key.Key_F5, Key.Key_C]
