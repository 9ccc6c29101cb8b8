"""The menu "Plot", the dock "Cursors", a plot's own menu and what is copied, in the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from tests.ui.desk import Desk, rows

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)

Key = Qt.Key


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """With a device whose rows are on screen."""
    desk.open("imu", rows=b"".join(b"%d,9.81,21.5\n" % n for n in range(20)))
    return desk


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def figures(desk: Desk) -> list[str]:
    return rows(desk.window.reading.figures._panel.rows)


def place_both(desk: Desk) -> None:
    table = next(iter(desk.rig.devices[0].pipeline.tables.values()))
    assert table.first_ns is not None
    assert table.last_ns is not None
    desk.window.plots.reading.place_cursor("A", table.first_ns)
    desk.window.plots.reading.place_cursor("B", table.last_ns)
    desk.qtbot.waitUntil(lambda: not desk.window.reading.figures.work.is_busy)


def test_c_shows_and_hides_the_crosshair_wherever_the_focus_is(desk: Desk) -> None:
    desk.press(Key.Key_C)
    assert desk.window.plots.reading.crosshair.is_shown
    assert desk.window.reading.crosshair.isChecked()
    desk.press(Key.Key_C)
    assert not desk.window.plots.reading.crosshair.is_shown


def test_the_action_follows_a_crosshair_that_is_shown_or_hidden_otherwise(desk: Desk) -> None:
    desk.window.plots.reading.set_crosshair(True)
    assert desk.window.reading.crosshair.isChecked()


def test_letters_and_digits_that_are_typed_stay_letters_and_digits(desk: Desk) -> None:
    desk.press(Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    desk.press(Key.Key_C)
    desk.press(Key.Key_1)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.text() == "c1"
    assert not desk.window.plots.reading.crosshair.is_shown


def test_the_first_cursor_opens_the_dock_and_says_what_comes_next(desk: Desk) -> None:
    desk.press(Key.Key_1)
    panel = desk.window.reading.figures._panel
    assert panel.isVisible()
    assert "then 2" in panel.heading
    assert figures(desk) == []


def test_both_cursors_have_a_row_of_figures_for_each_curve(desk: Desk) -> None:
    place_both(desk)
    assert [line.split(",")[0] for line in figures(desk)] == [
        "imu/ax m/s²",
        "imu/ay m/s²",
        "imu/temperature °C",
    ]
    assert "Count 20" in figures(desk)[0]
    assert "Δt" in desk.window.reading.figures._panel.heading


def test_a_dock_that_was_closed_stays_closed_until_the_cursors_are_placed_anew(desk: Desk) -> None:
    place_both(desk)
    dock = desk.window.reading._dock
    dock.close()
    desk.window.plots.reading.place_cursor("A", 5)
    assert not dock.isVisible()
    desk.press(Key.Key_0)
    desk.press(Key.Key_2)
    assert dock.isVisible()


def test_control_c_copies_the_figures_and_says_so(desk: Desk) -> None:
    place_both(desk)
    desk.press(Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "imu/ax\tm/s²\t" in clipboard()
    assert desk.window.reading.figures._panel.told.text == "Copied the figures of 3 curves as a table"


def test_without_cursors_control_c_copies_the_values_at_the_crosshair(desk: Desk) -> None:
    desk.press(Key.Key_C)
    desk.press(Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard().startswith("crosshair\t")


def test_with_nothing_to_copy_it_says_what_to_do_and_leaves_the_clipboard(desk: Desk) -> None:
    QGuiApplication.clipboard().setText("mine")
    desk.press(Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard() == "mine"
    assert "crosshair (C)" in desk.window.reading.figures._panel.told.text


def test_0_clears_the_cursors_and_is_off_without_any(desk: Desk) -> None:
    assert not desk.window.reading.clear.isEnabled()
    place_both(desk)
    desk.press(Key.Key_0)
    assert desk.window.plots.reading.cursors.placed == ()
    assert figures(desk) == []
    assert not desk.window.reading.clear.isEnabled()


def test_a_plots_menu_has_all_that_can_be_done_with_it(desk: Desk) -> None:
    desk.window.plots.reading.menuWished.emit(QPoint(10, 10))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    texts = [action.text().replace("&", "") for action in menu.actions()]
    for text in ("Crosshair", "Put cursor A here", "Fit", "Back to live", "Save visible range as CSV…"):
        assert text in texts
    menu.close()


def test_a_plots_menu_says_why_there_is_no_data_under_the_pointer(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk.window.plots.reading, "gap_here", lambda: "imu: No data: <b>R&D</b>")
    desk.window.plots.reading.menuWished.emit(QPoint(10, 10))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    told = menu.actions()[0]
    assert (told.text(), told.isEnabled()) == ("imu: No data: <b>R&&D</b>", False)
    menu.close()


def test_what_a_drag_does_follows_the_preference(desk: Desk) -> None:
    desk.dashboard.preferences.set("drag", "zoom")
    assert desk.window.plots.reading._drag == "zoom"
    desk.dashboard.preferences.set("start", "welcome")
    assert desk.window.plots.reading._drag == "zoom"


def test_another_session_under_the_cursors_leaves_them_without_figures_of_the_old_one(desk: Desk) -> None:
    place_both(desk)
    desk.open("gps")
    desk.window.reading.figures._refreshed(2**62)
    desk.qtbot.waitUntil(lambda: not desk.window.reading.figures.work.is_busy)
    assert all("gps/" in line for line in figures(desk))
