"""What reading adds to one panel."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt

from tests.ui.plots.reading.conftest import START, Plots, S
from ui.plots.legend import Entry


def test_a_panel_keeps_its_reader_while_channels_come(plots: Plots) -> None:
    reader = plots.reader("imu")
    plots.append(plots.imu, [plots.now], unit="m/s²", ax=[0.0], n=[1], more=[5.0])
    plots.now += 1
    plots.run(1)
    assert plots.reader("imu") is reader
    assert "more" in plots.legend("imu")


def test_the_span_between_the_cursors_is_shaded_as_far_as_it_is_in_view(plots: Plots) -> None:
    plots.stack.set_paused(True)
    plots.desk.place_cursor("A", START - 100 * S)
    plots.desk.place_cursor("B", START + 4 * S)
    plots.refresh()
    place, look = plots.place("imu"), plots.reader("imu").overlay.look
    assert look.span == (place.rect.left(), place.x(START + 4 * S))
    assert [name for name, _ in look.cursors] == ["B"]


def test_extremes_that_would_be_cut_are_left_out_of_the_legend(plots: Plots) -> None:
    reader = plots.reader("imu")
    wide = Entry("ax  1.000…2.000", "1.500", "", 0)
    assert reader._fitted(wide) == wide
    plots.panel("imu").legend.resize(80, 100)
    assert reader._fitted(wide).name == "ax"


def test_a_narrow_legend_says_the_time_at_the_crosshair_and_not_half_of_how_long_ago(plots: Plots) -> None:
    plots.desk.set_crosshair(True)
    plots.desk.show_now()
    panel = plots.panel("imu")
    time = plots.reader("imu").entries(panel, panel.newest(plots.now))[-1]
    assert time.name.partition("  ")[2].endswith("ago)")
    assert not time.wraps


def test_lanes_show_the_word_at_the_crosshair_and_no_line_more(plots: Plots) -> None:
    times = [START + n * S for n in range(7)]
    plots.append(plots.make("door"), times, state=["open", "open", "shut", "open", "open", "open", "open"])
    plots.run(0.5)
    plots.desk.set_crosshair(True)
    plots.desk.stand(plots.panel("door"), START + 2 * S + S // 2)
    plots.desk.show_now()
    assert plots.legend("door") == "state shut"
    assert plots.reader("door").overlay.look.line is not None


def test_a_cursor_is_held_within_a_few_pixels_of_its_line_alone(plots: Plots) -> None:
    plots.stack.set_paused(True)
    place = plots.place("imu")
    x = place.rect.center().x()
    plots.desk.place_cursor("A", place.time_at(x))
    plots.desk.place_cursor("B", place.time_at(x + 6))
    plots.refresh()
    reader, panel = plots.reader("imu"), plots.panel("imu")
    assert [reader._cursor_at(panel, QPoint(x + by, 20)) for by in (-5, -4, 2, 4, 10, 11)] == [
        None,
        "A",
        "A",
        "B",
        "B",
        None,
    ]


def test_return_says_again_what_is_read(plots: Plots) -> None:
    plots.focus("psu")
    plots.press(Qt.Key.Key_Left)
    before = plots.panel("psu").accessibleDescription()
    assert "ago)" in before
    plots.press(Qt.Key.Key_Return)
    assert "voltage" in plots.panel("psu").accessibleDescription()


def test_a_low_legend_keeps_its_values_and_leaves_the_rest_out(plots: Plots) -> None:
    plots.desk.set_crosshair(True)
    plots.desk.show_now()
    panel = plots.panel("imu")
    assert len(plots.reader("imu").entries(panel, panel.newest(plots.now))) == 3
    panel.legend.resize(panel.legend.width(), 40)
    assert len(plots.reader("imu").entries(panel, panel.newest(plots.now))) == 2
