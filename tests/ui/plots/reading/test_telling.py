"""Times and gaps in words."""

from __future__ import annotations

from tests.ui.plots.reading.conftest import START, Plots, S


def test_while_live_a_time_has_the_digits_that_can_be_read(plots: Plots) -> None:
    telling = plots.desk.telling
    telling.renew(plots.now - 3 * S, plots.now, 1000)
    assert telling.time().endswith("(3.0 s ago)")
    assert len(telling.time().split(" ")[0].split(".")[1]) == 1


def test_while_the_view_stands_a_time_has_the_digits_of_a_pixel(plots: Plots) -> None:
    plots.stack.set_paused(True)
    telling = plots.desk.telling
    telling.renew(plots.now - 3 * S, plots.now, 1000)
    assert len(telling.time().split(" ")[0].split(".")[1]) == 6


def test_the_view_is_followed_paused_or_elsewhere(plots: Plots) -> None:
    telling = plots.desk.telling
    assert telling.view() == "Following the newest data"
    plots.desk.moves.page(-0.1)
    assert telling.view() == "Not showing the newest data"
    plots.stack.set_paused(True)
    assert telling.view() == "Paused: not showing the newest data"


def test_a_gap_is_told_with_its_ends_and_nothing_is_where_there_is_data(plots: Plots) -> None:
    panel, place = plots.panel("psu"), plots.place("psu")
    text = plots.desk.telling.gap(panel, place.x(START + 2 * S + S // 2), plots.now)
    assert text.startswith("psu: No data: reset by the device, ")
    assert " to " in text
    assert plots.desk.telling.gap(panel, place.x(plots.now - S // 2), plots.now) == ""
    assert plots.desk.telling.gap(panel, -500, plots.now) == ""


def test_the_wall_clock_is_the_time_axis_own(plots: Plots) -> None:
    assert plots.desk.telling.unix_ns(S) == plots.stack.ruler.unix_ns(S)
