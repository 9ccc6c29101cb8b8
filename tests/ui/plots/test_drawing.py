"""Tiles over one span of time, each with its own pixels."""

from __future__ import annotations

from app.session.schema import PlotOptions
from tests.ui.plots.laid_out import LaidOut


def lay(laid: LaidOut, *plots: PlotOptions) -> None:
    laid.stack.set_plots(plots)
    laid.refresh()


def test_tiles_side_by_side_have_their_own_columns_of_one_span(laid: LaidOut) -> None:
    lay(laid, PlotOptions(channels=("imu/ax",), row=1, width=3.0), PlotOptions(channels=("psu/v",), row=1))
    wide, narrow = (panel.shown() for panel in laid.stack.panels[:2])
    assert wide is not None
    assert narrow is not None
    assert wide.count > 1.5 * narrow.count
    assert abs(wide.span_ns - narrow.span_ns) <= wide.count  # a nanosecond a column, by rounding up
    assert abs(wide.end_ns - narrow.end_ns) <= 2 * narrow.step_ns


def test_one_column_has_one_time_axis_and_pictures_of_one_width(laid: LaidOut) -> None:
    lay(laid, PlotOptions(channels=("imu/ax", "psu/v", "psu/i")), PlotOptions(channels=("imu/ay", "motor/on")))
    assert laid.stack.rulers == [laid.stack.ruler]
    widths = {panel.picture().width() for panel in laid.stack.panels}
    assert len(widths) == 1
    assert laid.stack.ruler.span_width in widths


def test_tiles_side_by_side_have_time_axes_of_their_own_as_wide_as_their_pictures(laid: LaidOut) -> None:
    lay(
        laid,
        PlotOptions(channels=("imu/ax", "psu/v"), row=1),
        PlotOptions(channels=("psu/i",), row=1),
        PlotOptions(channels=("imu/ay",), row=2),
        PlotOptions(channels=("motor/on",), row=2),
    )
    assert not laid.stack.ruler.isVisible()
    lower = [laid.frame(1, column) for column in (0, 1)]
    assert laid.stack.rulers == [frame.ruler for frame in lower]
    for column in (0, 1):
        pictures = {laid.frame(row, column).panels[0].picture().width() for row in (0, 1)}
        assert pictures == {lower[column].ruler.span_width}
        assert lower[column].ruler.ticks.labels


def test_a_paused_view_is_not_drawn_again(laid: LaidOut) -> None:
    lay(laid, PlotOptions(channels=("imu/ax",), row=1), PlotOptions(channels=("psu/v",), row=1))
    laid.stack.set_paused(True)
    laid.refresh()
    drawn: list[object] = []
    for panel in laid.stack.panels:
        panel.refresh = lambda *args: drawn.append(args)  # type: ignore[method-assign]
    laid.send()
    laid.refresh()
    assert drawn == []


def test_lanes_alone_in_a_row_are_as_high_as_they_need(laid: LaidOut) -> None:
    assert laid.frame(3).height() == laid.frame(3).lanes_height
    assert laid.frame(0).height() > 100
