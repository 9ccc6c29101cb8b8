"""Crosshair and cursors over plots that run."""

from __future__ import annotations

import math

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication

from app.session.schema import PlotOptions
from app.store.table import Table
from tests.ui.plots.reading.conftest import START, Plots, S
from ui.plots.source import Source


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader that listens is told."""
    heard: list[str] = []

    def take(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            heard.append(event.message())

    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", take)
    return heard


def lines(plots: Plots) -> list[int | None]:
    return [plots.reader(panel.plan.title).overlay.look.line for panel in plots.stack.panels]


def show_at(plots: Plots, time_ns: int, title: str = "psu") -> None:
    plots.desk.set_crosshair(True)
    plots.desk.stand(plots.panel(title), time_ns)
    plots.desk.show_now()


# -- the crosshair


def test_the_crosshair_follows_the_mouse_over_all_panels(plots: Plots) -> None:
    plots.desk.set_crosshair(True)
    plots.move("imu", 0.6)
    x = plots.panel("imu").canvas().mapFrom(plots.target("imu"), plots.at("imu", 0.6)).x()
    assert set(lines(plots)) == {x}


def test_without_the_crosshair_nothing_is_painted_over_the_plots(plots: Plots) -> None:
    plots.move("imu", 0.6)
    plots.refresh()
    assert all(plots.reader(panel.plan.title).overlay.look.is_empty for panel in plots.stack.panels)


def test_while_live_time_runs_through_it(plots: Plots) -> None:
    plots.desk.set_crosshair(True)
    plots.move("imu", 0.6)
    place, time = lines(plots), plots.desk.crosshair.time_ns
    plots.run(1)
    assert lines(plots) == place
    assert plots.desk.crosshair.time_ns == pytest.approx(time + S, abs=2 * plots.place("imu").columns.step_ns)


def test_while_the_view_stands_it_goes_with_the_data(plots: Plots) -> None:
    plots.desk.set_crosshair(True)
    plots.move("imu", 0.6)
    plots.stack.set_paused(True)
    time = plots.desk.crosshair.time_ns
    plots.desk.moves.page(-0.2)
    plots.run(1)
    assert plots.desk.crosshair.time_ns == time
    place = plots.place("imu")
    assert lines(plots)[0] == place.x(time)


def test_legends_show_the_samples_at_the_crosshair_and_the_time(plots: Plots) -> None:
    show_at(plots, START + 4 * S + 50_000_000)
    assert "voltage 4.000" in plots.legend("psu")
    assert "ago)" in plots.legend("psu")
    assert plots.stack.ruler.marks[0][0].text == plots.desk.telling.time()


def test_hidden_again_the_legends_show_the_newest_values(plots: Plots) -> None:
    show_at(plots, START + 4 * S)
    plots.desk.set_crosshair(False)
    plots.desk.show_now()
    assert "voltage 4.9" in plots.legend("psu")
    assert plots.stack.ruler.marks == ()


def test_in_a_gap_there_is_no_data_and_never_an_interpolation(plots: Plots) -> None:
    show_at(plots, START + 2 * S + S // 2)
    assert "voltage no data" in plots.legend("psu")
    assert "reset by the device" in plots.legend("psu")
    assert plots.reader("psu").overlay.look.marks == ()
    assert "reset by the device" in plots.reader("psu").words()


def test_a_mark_stands_at_the_height_of_its_sample(plots: Plots) -> None:
    show_at(plots, START + 4 * S + 50_000_000)
    low, high = plots.panel("psu").value_range()
    (mark,) = plots.reader("psu").overlay.look.marks
    assert mark.y == pytest.approx(plots.place("psu").y(4.0, low, high))


def test_a_pixel_of_several_samples_shows_their_extremes(plots: Plots) -> None:
    show_at(plots, START + 4 * S, "imu")
    (reading, _) = plots.reader("imu").readings
    assert reading.count > 5
    assert reading.low <= math.sin(4) <= reading.high
    assert plots.reader("imu").overlay.look.marks[0].top is not None


def test_time_before_the_first_sample_has_no_value(plots: Plots) -> None:
    show_at(plots, START - S)
    assert "voltage –" in plots.legend("psu")


def test_a_cleared_history_is_read_as_nothing(plots: Plots) -> None:
    show_at(plots, START + 4 * S)
    plots.psu.clear()
    plots.refresh()
    assert [r.sample for r in plots.reader("psu").readings] == [None]


def test_the_crosshair_survives_another_session_under_it(plots: Plots, make_table: object) -> None:
    show_at(plots, START + 4 * S)
    table: Table = make_table()  # type: ignore[operator]
    plots.stack.set_sources([])
    plots.refresh()
    plots.stack.set_sources([Source("other", table)])
    plots.append(table, [plots.now], unit="V", u=[1.0])
    plots.run(0.5)
    assert plots.desk.crosshair.is_shown
    assert plots.reader("other").overlay.look.line is not None


def leave(plots: Plots, title: str) -> None:
    QApplication.sendEvent(plots.target(title), QEvent(QEvent.Type.Leave))
    QApplication.processEvents()


def test_a_view_that_stands_is_read_by_pointing_at_it(plots: Plots) -> None:
    plots.stack.set_paused(True)
    plots.move("imu", 0.9)
    assert None not in lines(plots)
    assert "ago)" in plots.legend("psu")
    assert plots.stack.ruler.marks[0][0].text == plots.desk.telling.time()
    leave(plots, "imu")
    assert set(lines(plots)) == {None}
    assert "voltage 4.9" in plots.legend("psu")
    assert plots.stack.ruler.marks == ()


def test_what_is_pointed_at_is_read_as_soon_as_the_view_stands_and_no_longer(plots: Plots) -> None:
    plots.move("imu", 0.9)
    assert set(lines(plots)) == {None}
    plots.stack.set_paused(True)
    QApplication.processEvents()
    x = plots.panel("imu").canvas().mapFrom(plots.target("imu"), plots.at("imu", 0.9)).x()
    assert set(lines(plots)) == {x}
    plots.stack.set_paused(False)
    QApplication.processEvents()
    assert set(lines(plots)) == {None}


def test_a_pointer_that_has_left_brings_no_crosshair(plots: Plots) -> None:
    plots.move("imu", 0.9)
    leave(plots, "imu")
    plots.stack.set_paused(True)
    QApplication.processEvents()
    assert set(lines(plots)) == {None}


def test_a_crosshair_that_was_asked_for_stays_where_it_is_when_the_view_is_held(plots: Plots) -> None:
    plots.move("imu", 0.9)
    show_at(plots, START + 4 * S)
    plots.stack.set_paused(True)
    QApplication.processEvents()
    assert plots.desk.crosshair.time_ns == START + 4 * S
    leave(plots, "imu")
    assert None not in lines(plots)


def test_escape_takes_away_what_came_with_the_pointer_until_it_moves(plots: Plots) -> None:
    toggled: list[bool] = []
    plots.desk.crosshairToggled.connect(toggled.append)
    plots.focus("imu")
    plots.stack.set_paused(True)
    plots.move("imu", 0.9)
    plots.press(Qt.Key.Key_Escape)
    assert set(lines(plots)) == {None}
    plots.move("imu", 0.8)
    assert None not in lines(plots)
    assert toggled == []  # the menu says nothing of it


def test_the_keyboard_goes_on_from_where_the_pointer_is(plots: Plots) -> None:
    plots.focus("imu")
    plots.stack.set_paused(True)
    plots.move("imu", 0.8)
    pointed = plots.desk.crosshair.time_ns
    plots.press(Qt.Key.Key_Left)
    assert plots.desk.crosshair.time_ns == pointed - plots.place("imu").columns.step_ns
    leave(plots, "imu")
    assert None not in lines(plots)


def test_a_session_that_goes_takes_what_was_pointed_at_with_it(plots: Plots, make_table: object) -> None:
    plots.stack.set_paused(True)
    plots.move("imu", 0.8)
    table: Table = make_table()  # type: ignore[operator]
    plots.stack.set_sources([])
    plots.refresh()
    plots.stack.set_sources([Source("other", table)])
    plots.append(table, [plots.now], unit="V", u=[1.0])
    plots.run(0.5)
    assert not plots.desk.crosshair.is_shown


def test_toggled_without_any_plots_it_waits_for_them(plots: Plots) -> None:
    plots.stack.set_sources([])
    plots.desk.set_crosshair(True)
    plots.desk.place_cursor("A")
    plots.refresh()
    assert plots.desk.cursors.placed == ()


# -- the cursors


def test_a_cursor_is_put_at_the_crosshair_else_at_the_pointer_else_in_the_view(plots: Plots) -> None:
    plots.stack.set_paused(True)
    plots.desk.place_cursor("A")
    columns = plots.place("imu").columns
    assert plots.desk.cursors.a_ns == pytest.approx(columns.start_ns + columns.span_ns / 3, abs=1)
    plots.move("imu", 0.25)
    plots.desk.place_cursor("A")
    x = plots.panel("imu").canvas().mapFrom(plots.target("imu"), plots.at("imu", 0.25)).x()
    assert plots.desk.cursors.a_ns == plots.place("imu").time_at(x)
    show_at(plots, START + 4 * S)
    plots.desk.place_cursor("A")
    assert plots.desk.cursors.a_ns == START + 4 * S


def test_cursors_go_with_the_data_and_leave_the_picture_with_it(plots: Plots) -> None:
    plots.desk.place_cursor("A", plots.now - S)
    plots.refresh()
    (name, x) = plots.reader("imu").overlay.look.cursors[0]
    plots.run(1)
    assert plots.reader("imu").overlay.look.cursors[0][1] < x
    plots.run(10)
    assert plots.reader("imu").overlay.look.is_empty
    assert name == "A"


def test_a_cursors_handle_on_the_time_axis_drags_it(plots: Plots) -> None:
    plots.stack.set_paused(True)
    plots.desk.place_cursor("B", plots.now - 3 * S)
    plots.refresh()
    ruler = plots.stack.ruler
    ((mark, x),) = ruler.marks
    assert (mark.text, mark.is_handle) == ("B", True)
    plots.qtbot.mousePress(ruler, Qt.MouseButton.LeftButton, pos=QPoint(x, 10))
    plots.qtbot.mouseMove(ruler, QPoint(x + 50, 10))
    plots.qtbot.mouseRelease(ruler, Qt.MouseButton.LeftButton, pos=QPoint(x + 50, 10))
    plots.refresh()
    assert abs(ruler.marks[0][1] - (x + 50)) <= 1
    assert plots.reader("imu").overlay.look.cursors[0][1] == plots.place("imu").x(plots.desk.cursors.b_ns or 0)


def test_clearing_takes_both_away(plots: Plots) -> None:
    plots.desk.place_cursor("A", plots.now - S)
    plots.desk.place_cursor("B", plots.now)
    plots.desk.clear_cursors()
    plots.refresh()
    assert plots.desk.cursors.placed == ()
    assert plots.stack.ruler.marks == ()


# -- words


def test_moving_by_keys_speaks_the_values_and_the_mouse_does_not(plots: Plots, said: list[str]) -> None:
    plots.stack.set_paused(True)
    said.clear()
    plots.focus("psu")
    plots.press(Qt.Key.Key_Left)
    assert len(said) == 1
    assert "voltage" in said[0]
    assert "V" in said[0]
    plots.move("psu", 0.4)
    assert len(said) == 1


def test_leaving_live_is_said(plots: Plots, said: list[str]) -> None:
    plots.desk.moves.page(-0.5)
    assert said == ["Not showing the newest data. End goes back to it"]


def test_a_screen_reader_finds_the_values_and_whether_they_are_followed(plots: Plots) -> None:
    plots.run(1)
    interface = QAccessible.queryAccessibleInterface(plots.panel("psu"))
    assert interface is not None
    text = interface.text(QAccessible.Text.Description)
    assert "voltage 5" in text
    assert "Following the newest data" in text
    plots.stack.set_paused(True)
    plots.run(1)
    assert "Paused" in interface.text(QAccessible.Text.Description)


def test_old_data_says_how_old_it_is_and_why(plots: Plots) -> None:
    plots.psu.open_gap("closed by the device", plots.now)
    plots.run(2.1, psu=False)
    assert "no data: closed by the device 2." in plots.legend("psu")
    assert "no data" not in plots.legend("imu")


def test_how_many_samples_share_a_pixel_is_said_beside_the_time_axis(plots: Plots) -> None:
    plots.run(0.5)
    ruler = plots.stack.ruler
    assert ruler._density.endswith("samples/px")
    ruler.show_density(0.7)
    assert ruler._density == ""


def test_a_panel_without_any_size_is_left_alone(plots: Plots) -> None:
    show_at(plots, START + 4 * S)
    plots.panel("psu").canvas().resize(0, 0)
    plots.desk.show_now()
    plots.panel("imu").resize(1, 1)
    plots.desk.show_now()
    assert plots.desk.crosshair.is_shown


# -- tiles side by side


@pytest.fixture
def beside(plots: Plots) -> Plots:
    """The two plots side by side, one twice as wide, each with a time axis of its own."""
    plots.stack.set_plots(
        (
            PlotOptions(title="imu", channels=("imu/ax",), row=0, width=2.0),
            PlotOptions(title="psu", channels=("psu/voltage",), row=0),
        )
    )
    plots.refresh()
    assert plots.place("imu").columns.count > 1.5 * plots.place("psu").columns.count
    return plots


def test_in_tiles_of_different_widths_the_crosshair_stands_at_one_time(beside: Plots) -> None:
    beside.desk.set_crosshair(True)
    beside.move("imu", 0.6)
    time_ns = beside.desk.crosshair.time_ns
    for title in ("imu", "psu"):
        place, line = beside.place(title), beside.reader(title).overlay.look.line
        assert line is not None
        assert line == place.x(time_ns)
        assert (line - place.rect.left()) / place.rect.width() == pytest.approx(0.6, abs=0.02)


def test_in_tiles_side_by_side_each_time_axis_has_its_marks_and_handles(beside: Plots) -> None:
    beside.desk.place_cursor("A", beside.now - 3 * S)
    beside.refresh()
    assert len(beside.stack.rulers) == 2
    for ruler in beside.stack.rulers:
        ((mark, x),) = ruler.marks
        beside.qtbot.mousePress(ruler, Qt.MouseButton.LeftButton, pos=QPoint(x, 10))
        beside.qtbot.mouseMove(ruler, QPoint(x + 9, 10))
        beside.qtbot.mouseRelease(ruler, Qt.MouseButton.LeftButton, pos=QPoint(x + 9, 10))
        assert (beside.desk.cursors.a_ns or 0) > mark.time_ns
        beside.refresh()


def test_in_a_narrow_tile_time_runs_through_the_crosshair_without_a_tremble(beside: Plots) -> None:
    beside.desk.set_crosshair(True)
    beside.move("psu", 0.5)
    seen = set()
    for _ in range(20):
        beside.run(0.1)
        seen.add(beside.reader("psu").overlay.look.line)
    assert len(seen) == 1
