"""Pages of plots."""

from __future__ import annotations

from tests.ui.plots.laid_out import LaidOut


def names(laid: LaidOut) -> list[str]:
    return laid.stack.paging.names


def test_a_new_page_is_in_sight_and_its_plot_waits_for_channels(laid: LaidOut) -> None:
    laid.stack.tiles.add_page.trigger()
    laid.refresh()
    assert names(laid) == ["Page 1", "Page 2"]
    assert laid.rows == [[[]]]
    assert (laid.stack.tabs.isVisible(), laid.stack.tabs.currentIndex()) == (True, 1)
    laid.drag(["imu/ax"], 0)
    assert laid.rows == [[["imu/ax"]]]


def test_plots_of_other_pages_are_kept_hidden_and_not_drawn(laid: LaidOut) -> None:
    first = laid.stack.panels
    shown = first[0].shown()
    laid.stack.tiles.add_page.trigger()
    laid.refresh()
    laid.send()
    laid.refresh()
    assert not any(panel.isVisible() for panel in first)
    assert first[0].shown() == shown
    assert laid.stack.drawn == set()
    laid.stack.paging.show(0)
    laid.refresh()
    assert laid.stack.panels == first
    assert all(panel.isVisible() for panel in first)
    assert first[0].shown() != shown
    assert laid.stack.drawn == {"imu", "psu", "motor"}


def test_going_to_another_page_is_no_step_to_undo(laid: LaidOut) -> None:
    laid.stack.tiles.add_page.trigger()
    count = laid.stack.history.stack.count()
    laid.stack.paging.show(0)
    laid.stack.paging.show(9)
    assert laid.stack.arranging.page == 0
    assert laid.stack.history.stack.count() == count


def test_a_page_is_renamed_moved_and_removed(laid: LaidOut) -> None:
    laid.stack.tiles.add_page.trigger()
    laid.stack.paging.rename(1, "Motor")
    assert names(laid) == ["Page 1", "Motor"]
    laid.stack.tiles.move_page_left.trigger()
    assert names(laid) == ["Motor", "Page 2"]
    assert laid.stack.arranging.page == 0
    laid.stack.tiles.remove_page.trigger()
    laid.refresh()
    assert names(laid) == ["Page 1"]
    assert not laid.stack.tabs.isVisible()
    assert len(laid.stack.panels) == 4


def test_the_page_in_sight_stays_when_another_one_moves(laid: LaidOut) -> None:
    for _ in range(2):
        laid.stack.tiles.add_page.trigger()
    laid.stack.paging.show(1)
    laid.stack.paging.move(0, 2)
    assert names(laid)[laid.stack.arranging.page] == "Page 2"
    laid.stack.paging.move(2, 0)
    assert names(laid)[laid.stack.arranging.page] == "Page 2"


def test_undo_of_a_page_takes_it_away_and_shows_one_that_is_there(laid: LaidOut) -> None:
    laid.stack.tiles.add_page.trigger()
    laid.refresh()
    laid.undo()
    assert laid.stack.arranging.page == 0
    assert len(laid.stack.panels) == 4
