"""What the mouse does over a plot that runs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from tests.ui.plots.reading.conftest import Plots

LEFT, MIDDLE, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.RightButton
PLAIN, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
BOXES = {
    "pan": {(LEFT, PLAIN): False, (LEFT, SHIFT): True, (RIGHT, PLAIN): True, (RIGHT, SHIFT): False},
    "zoom": {(LEFT, PLAIN): True, (LEFT, SHIFT): False, (RIGHT, PLAIN): False, (RIGHT, SHIFT): True},
}
CASES = [(word, *hand, box) for word, hands in BOXES.items() for hand, box in hands.items()]


@pytest.mark.parametrize(("word", "button", "modifier", "is_box"), [*CASES, ("pan", MIDDLE, PLAIN, False)])
def test_a_drag_draws_a_box_or_moves_by_preference_button_and_shift(
    plots: Plots, word: str, button: Qt.MouseButton, modifier: Qt.KeyboardModifier, is_box: bool
) -> None:
    plots.desk.set_drag(word)
    plots.stack.set_paused(True)
    before, right = plots.stack.view.window_ns, plots.stack.view.right_ns
    plots.drag("imu", (0.4, 0.5), (0.8, 0.5), button, modifier)
    view = plots.stack.view
    if is_box:
        assert view.window_ns == pytest.approx(0.4 * before, rel=0.02)
    else:
        assert view.window_ns == before
        assert view.right_ns == pytest.approx(right - 0.4 * before, rel=0.02)


def test_a_box_shows_its_times_and_its_values(plots: Plots) -> None:
    plots.stack.set_paused(True)
    panel, place = plots.panel("psu"), plots.place("psu")
    low, high = panel.value_range()
    left, right = place.time_at(plots.at("psu", 0.5).x()), plots.stack.view.right_ns
    plots.drag("psu", (0.5, 0.25), (1.0, 0.75), LEFT, SHIFT)
    plots.refresh()
    new_low, new_high = panel.value_range()
    assert new_low == pytest.approx(low + 0.25 * (high - low), abs=0.02 * (high - low))
    assert new_high == pytest.approx(low + 0.75 * (high - low), abs=0.02 * (high - low))
    assert plots.stack.view.left_ns == pytest.approx(left, abs=0.02 * (right - left) + 56 * 10**8)
    assert not panel.auto_range


def test_a_flat_box_leaves_the_values_and_a_narrow_one_the_times(plots: Plots) -> None:
    plots.stack.set_paused(True)
    window, values = plots.stack.view.window_ns, plots.panel("psu").value_range()
    plots.drag("psu", (0.5, 0.5), (0.9, 0.5), LEFT, SHIFT)
    assert plots.panel("psu").value_range() == values
    assert plots.stack.view.window_ns < window
    window = plots.stack.view.window_ns
    plots.drag("psu", (0.5, 0.2), (0.5, 0.8), LEFT, SHIFT)
    assert plots.panel("psu").value_range() != values
    assert plots.stack.view.window_ns == window


def test_a_press_without_a_drag_changes_nothing(plots: Plots) -> None:
    plots.drag("imu", (0.5, 0.5), (0.5, 0.5), LEFT, SHIFT)
    assert plots.stack.live


def test_drawing_a_box_over_a_live_plot_leaves_live_so_that_nothing_moves_under_it(plots: Plots) -> None:
    target = plots.target("imu")
    plots.qtbot.mousePress(target, LEFT, SHIFT, plots.at("imu", 0.3))
    plots.move("imu", 0.5, 0.8, LEFT)
    assert not plots.stack.live
    assert plots.reader("imu").overlay.look.band is not None
    plots.qtbot.mouseRelease(target, LEFT, SHIFT, plots.at("imu", 0.5, 0.8))
    assert plots.reader("imu").overlay.look.band is None


def test_escape_gives_up_a_box(plots: Plots) -> None:
    plots.focus("imu")
    window = plots.stack.view.window_ns
    plots.qtbot.mousePress(plots.target("imu"), LEFT, SHIFT, plots.at("imu", 0.3))
    plots.move("imu", 0.5, 0.8, LEFT)
    plots.press(Qt.Key.Key_Escape)
    assert plots.reader("imu").overlay.look.band is None
    plots.qtbot.mouseRelease(plots.target("imu"), LEFT, SHIFT, plots.at("imu", 0.5, 0.8))
    assert plots.stack.view.window_ns == window


def test_a_box_begun_outside_of_the_picture_is_none(plots: Plots) -> None:
    window = plots.stack.view.window_ns
    target = plots.target("imu")
    plots.qtbot.mousePress(target, LEFT, SHIFT, QPoint(10, 60))
    plots.move("imu", 0.5, 0.5, LEFT)
    plots.qtbot.mouseRelease(target, LEFT, SHIFT, plots.at("imu", 0.5))
    assert plots.stack.view.window_ns == window


def test_a_cursor_is_dragged_by_its_line_whatever_a_drag_means(plots: Plots) -> None:
    plots.stack.set_paused(True)
    place = plots.place("imu")
    plots.desk.place_cursor("A", place.time_at(place.rect.left() + 200))
    plots.refresh()
    target = plots.target("imu")
    start = plots.panel("imu").canvas().mapTo(target, QPoint(place.rect.left() + 202, 30))
    plots.qtbot.mousePress(target, LEFT, PLAIN, start)
    plots.move("imu", 0.75, 0.5, LEFT)
    plots.qtbot.mouseRelease(target, LEFT, PLAIN, plots.at("imu", 0.75))
    x = plots.panel("imu").canvas().mapFrom(target, plots.at("imu", 0.75)).x()
    assert plots.desk.cursors.a_ns == place.time_at(x)
    assert plots.stack.view.columns(place.columns.count).end_ns >= place.columns.end_ns  # the view has not moved


def test_the_pointer_over_a_cursors_line_says_that_it_can_be_dragged(plots: Plots) -> None:
    plots.stack.set_paused(True)
    plots.desk.place_cursor("B", plots.place("psu").time_at(plots.place("psu").rect.center().x()))
    plots.refresh()
    plots.move("psu", 0.5)
    assert plots.target("psu").cursor().shape() == Qt.CursorShape.SizeHorCursor
    plots.move("psu", 0.7)
    assert plots.target("psu").cursor().shape() != Qt.CursorShape.SizeHorCursor


@pytest.mark.parametrize("word", ["pan", "zoom"])
def test_the_right_button_without_a_drag_asks_for_the_menu_once(plots: Plots, word: str) -> None:
    plots.desk.set_drag(word)
    asked: list[QPoint] = []
    plots.desk.menuWished.connect(asked.append)
    target, at = plots.target("imu"), plots.at("imu", 0.5)
    plots.qtbot.mousePress(target, RIGHT, PLAIN, at)
    QApplication.sendEvent(target, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, target.mapToGlobal(at)))
    plots.qtbot.mouseRelease(target, RIGHT, PLAIN, at)
    assert asked == [target.mapToGlobal(at)]
    plots.drag("imu", (0.3, 0.5), (0.6, 0.5), RIGHT)
    assert len(asked) == 1


def test_a_gap_under_the_pointer_tells_its_cause(plots: Plots, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, text, _widget: told.append(text))
    plots.run(1)
    place = plots.place("psu")
    gap_x = place.x(plots.psu.gaps(0, plots.now)[0].start_ns + 5 * 10**8)
    target = plots.target("psu")
    for x in (gap_x, place.x(plots.now - 5 * 10**8)):
        at = plots.panel("psu").canvas().mapTo(target, QPoint(x, 20))
        QApplication.sendEvent(target, QHelpEvent(QHelpEvent.Type.ToolTip, at, target.mapToGlobal(at)))
    assert "psu: No data: reset by the device" in told[0]
    assert "1.1 s" in told[0]
    assert told[1] == ""


def test_a_second_button_does_not_disturb_a_box(plots: Plots) -> None:
    plots.stack.set_paused(True)
    target, window = plots.target("imu"), plots.stack.view.window_ns
    plots.qtbot.mousePress(target, LEFT, SHIFT, plots.at("imu", 0.25))
    plots.qtbot.mousePress(target, RIGHT, PLAIN, plots.at("imu", 0.25))
    plots.move("imu", 0.75, 0.5, LEFT)
    plots.qtbot.mouseRelease(target, LEFT, SHIFT, plots.at("imu", 0.75))
    plots.qtbot.mouseRelease(target, RIGHT, PLAIN, plots.at("imu", 0.75))
    assert plots.stack.view.window_ns == pytest.approx(window / 2, rel=0.02)
