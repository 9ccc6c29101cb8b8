"""What hands do to a board: each move by itself, and any of them in any order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.session.words import MAX_PLOTS
from ui.plots.board import moves
from ui.plots.board.board import GREATEST_WEIGHT, LEAST_WEIGHT, Board, Page, Row, Tile
from ui.plots.board.file import board_of, plots_of
from ui.plots.board.moves import Side

ABC = Board((Page("", (Row((Tile("a", channels=("imu/ax",)), Tile("b"))), Row((Tile("c", channels=("psu/v",)),)))),))


def keys(board: Board) -> list[list[list[str]]]:
    return [[[tile.key for tile in row.tiles] for row in page.rows] for page in board.pages]


def channels(board: Board, key: str) -> tuple[str, ...]:
    tile = board.tile(key)
    assert tile is not None
    return tile.channels


# -- channels


def test_channels_are_added_once_each_in_the_order_of_the_drop() -> None:
    assert channels(moves.add_channels(ABC, "a", ["imu/ay", "imu/ax", "imu/ay"]), "a") == ("imu/ax", "imu/ay")


def test_a_channel_is_removed_and_its_device_does_not_come_back_by_itself() -> None:
    board = moves.remove_channel(ABC, "a", "imu/ax")
    assert channels(board, "a") == ()
    assert "imu" in board.devices()


def test_what_a_board_does_not_have_changes_nothing() -> None:
    assert moves.add_channels(ABC, "x", ["imu/ay"]) is ABC
    assert moves.remove_channel(ABC, "a", "psu/v") is ABC
    assert moves.move(ABC, "a", "x", Side.LEFT) is ABC
    assert moves.move(ABC, "a", "a", Side.LEFT) is ABC
    assert moves.merge(ABC, "a", "a") is ABC
    assert moves.nudge(ABC, "x", Side.LEFT) is ABC
    assert moves.set_title(ABC, "x", "T") is ABC
    assert moves.set_title(ABC, "a", "T\n") is ABC
    assert moves.append(ABC, 7, Tile("n")) is ABC
    assert moves.close(ABC, "x") == ABC


# -- tiles


@pytest.mark.parametrize(
    ("side", "expected"),
    [
        (Side.LEFT, [[["n", "a", "b"], ["c"]]]),
        (Side.RIGHT, [[["a", "n", "b"], ["c"]]]),
        (Side.ABOVE, [[["n"], ["a", "b"], ["c"]]]),
        (Side.BELOW, [[["a", "b"], ["n"], ["c"]]]),
    ],
)
def test_a_new_tile_stands_at_the_edge_that_was_meant(side: Side, expected: list[list[list[str]]]) -> None:
    assert keys(moves.insert(ABC, "a", side, Tile("n"))) == expected


def test_a_split_halves_the_room_of_the_tile_alone() -> None:
    row = moves.insert(ABC, "a", Side.RIGHT, Tile("n")).pages[0].rows[0]
    assert row.widths == (0.75, 0.75, 1.5)
    heights = [row.height for row in moves.insert(ABC, "c", Side.BELOW, Tile("n")).pages[0].rows]
    assert heights == [1.5, 0.75, 0.75]


def test_a_closed_tile_takes_its_row_with_it_and_its_device_stays_closed() -> None:
    board = moves.close(ABC, "c")
    assert keys(board) == [[["a", "b"]]]
    assert board.closed == ("psu/v",)


def test_a_device_that_is_plotted_again_is_no_longer_closed() -> None:
    board = moves.add_channels(moves.close(ABC, "c"), "a", ["psu/i"])
    assert board.closed == ()


def test_the_last_tile_of_a_page_takes_the_page_with_it_but_for_the_only_one() -> None:
    two = moves.add_page(ABC, Tile("p"))
    assert keys(moves.close(two, "p")) == keys(ABC)
    alone = Board((Page("", (Row((Tile("a"),)),)),))
    assert keys(moves.close(alone, "a")) == [[]]


def test_a_tile_moves_to_an_edge_of_another_one() -> None:
    assert keys(moves.move(ABC, "c", "a", Side.RIGHT)) == [[["a", "c", "b"]]]
    assert keys(moves.move(ABC, "a", "c", Side.BELOW)) == [[["b"], ["c"], ["a"]]]


def test_a_tile_moves_to_the_end_of_a_page() -> None:
    assert keys(moves.move_to_end(ABC, "a", 0)) == [[["b"], ["c"], ["a"]]]
    two = moves.add_page(Board((Page("", (Row((Tile("a"),)),)),)), Tile("p"))
    assert keys(moves.move_to_end(two, "a", 1)) == [[["p"], ["a"]]]


def test_merged_tiles_have_all_channels_where_the_target_is() -> None:
    board = moves.merge(ABC, "c", "a")
    assert keys(board) == [[["a", "b"]]]
    assert channels(board, "a") == ("imu/ax", "psu/v")
    assert board.closed == ()


@pytest.mark.parametrize(
    ("key", "side", "expected"),
    [
        ("a", Side.RIGHT, [["b", "a"], ["c"]]),
        ("a", Side.LEFT, [["a", "b"], ["c"]]),
        ("b", Side.RIGHT, [["a"], ["b", "c"]]),
        ("c", Side.LEFT, [["a", "b", "c"]]),
        ("a", Side.ABOVE, [["a"], ["b"], ["c"]]),
        ("a", Side.BELOW, [["b"], ["a"], ["c"]]),
        ("c", Side.ABOVE, [["c"], ["a", "b"]]),
        ("c", Side.BELOW, [["a", "b"], ["c"]]),
    ],
)
def test_a_step_goes_to_the_neighbour_the_next_row_or_a_row_of_its_own(
    key: str, side: Side, expected: list[list[str]]
) -> None:
    assert keys(moves.nudge(ABC, key, side))[0] == expected


# -- sizes and pages


def test_sizes_are_taken_where_there_are_as_many_as_parts() -> None:
    assert [row.height for row in moves.set_heights(ABC, 0, (300, 100)).pages[0].rows] == [1.5, 0.5]
    assert moves.set_heights(ABC, 0, (300,)) is ABC
    assert moves.set_heights(ABC, 0, (300, 0)) is ABC
    assert moves.set_widths(ABC, 0, 0, (1, 3)).pages[0].rows[0].widths == (0.5, 1.5)
    assert moves.set_widths(ABC, 0, 7, (1, 3)) is ABC
    assert moves.scale(ABC, "a", 3.0, upright=False).pages[0].rows[0].widths == (1.5, 0.5)
    assert moves.scale(ABC, "a", 3.0, upright=True).pages[0].rows[0].height == 1.5


def test_pages_have_names_of_their_own() -> None:
    board = moves.add_page(moves.add_page(ABC, Tile("p")), Tile("q"))
    assert [page.name for page in board.pages] == ["", "Page 2", "Page 3"]
    assert moves.rename_page(board, 1, "Page 3") is board
    assert moves.rename_page(board, 1, "  ") is board
    assert moves.rename_page(board, 1, "a\tb") is board
    assert moves.rename_page(board, 1, " Motor ").pages[1].name == "Motor"


def test_a_removed_pages_devices_stay_closed_and_the_only_page_stays() -> None:
    board = moves.add_page(ABC, Tile("p", channels=("gps/lat",)))
    assert moves.remove_page(board, 1).closed == ("gps/lat",)
    assert moves.remove_page(ABC, 0) is ABC


def test_a_page_moves_among_the_others() -> None:
    board = moves.add_page(moves.add_page(ABC, Tile("p")), Tile("q"))
    assert [page.name for page in moves.move_page(board, 0, 2).pages] == ["Page 2", "Page 3", ""]
    assert moves.move_page(board, 0, 9) is board


def test_a_full_board_takes_no_more() -> None:
    full = Board((Page("", tuple(Row((Tile(str(n)),)) for n in range(MAX_PLOTS - 1))),))
    assert moves.append(full, 0, Tile("n")) is full
    assert moves.insert(full, "0", Side.LEFT, Tile("n")) is full
    assert moves.add_page(full, Tile("n")) is full
    assert len(list(moves.adopt(full, [Tile("n")]).tiles())) == MAX_PLOTS - 1


def test_tiles_that_were_there_by_themselves_stand_under_the_others_as_they_did() -> None:
    board = moves.adopt(ABC, [Tile("x"), Tile("y")])
    assert keys(board) == [[["a", "b"], ["c"], ["x"], ["y"]]]


# -- any of them, in any order

KEYS = st.sampled_from([f"tile {n}" for n in range(6)])
SIDES = st.sampled_from(Side)
PATHS = st.lists(st.sampled_from(["imu/ax", "imu/ay", "psu/v", "gps/a.b"]), max_size=3)
NUMBERS = st.integers(-1, 4)
Change = Callable[[Board], Board]


def _fresh(board: Board, paths: list[str]) -> Tile:
    return Tile(board.fresh_key(), channels=tuple(dict.fromkeys(paths)))


CHANGES: st.SearchStrategy[Change] = st.one_of(
    st.builds(lambda k, p: lambda b: moves.add_channels(b, k, p), KEYS, PATHS),
    st.builds(lambda k: lambda b: moves.remove_channel(b, k, "imu/ax"), KEYS),
    st.builds(lambda n, p: lambda b: moves.append(b, n, _fresh(b, p)), NUMBERS, PATHS),
    st.builds(lambda k, s, p: lambda b: moves.insert(b, k, s, _fresh(b, p)), KEYS, SIDES, PATHS),
    st.builds(lambda k: lambda b: moves.close(b, k), KEYS),
    st.builds(lambda k, t, s: lambda b: moves.move(b, k, t, s), KEYS, KEYS, SIDES),
    st.builds(lambda k, n: lambda b: moves.move_to_end(b, k, n), KEYS, NUMBERS),
    st.builds(lambda k, t: lambda b: moves.merge(b, k, t), KEYS, KEYS),
    st.builds(lambda k, s: lambda b: moves.nudge(b, k, s), KEYS, SIDES),
    st.builds(lambda k, u: lambda b: moves.scale(b, k, 7.0, upright=u), KEYS, st.booleans()),
    st.builds(lambda p: lambda b: moves.add_page(b, _fresh(b, p)), PATHS),
    st.builds(lambda n: lambda b: moves.remove_page(b, n), NUMBERS),
    st.builds(lambda n, m: lambda b: moves.move_page(b, n, m), NUMBERS, NUMBERS),
    st.builds(lambda n: lambda b: moves.rename_page(b, max(0, min(n, len(b.pages) - 1)), f"P{n}"), NUMBERS),
)


def _check_rules(board: Board) -> None:
    assert board.pages
    names = [page.name for page in board.pages]
    assert len(set(names)) == len(names)
    assert all(row.tiles for page in board.pages for row in page.rows)
    assert len(board.pages) == 1 or all(page.rows for page in board.pages)
    of_tiles = [tile.key for tile in board.tiles()]
    assert len(set(of_tiles)) == len(of_tiles)
    weights = [w for page in board.pages for row in page.rows for w in (row.height, *row.widths)]
    assert all(LEAST_WEIGHT <= weight <= GREATEST_WEIGHT for weight in weights)


def _without_keys(board: Board) -> Board:
    pages = tuple(
        replace(page, rows=tuple(replace(r, tiles=tuple(replace(t, key="") for t in r.tiles)) for r in page.rows))
        for page in board.pages
    )
    return replace(board, pages=pages)


@given(st.lists(CHANGES, max_size=12))
def test_whatever_is_done_the_rules_hold_no_device_comes_back_and_a_file_says_it_all(changes: list[Change]) -> None:
    board, devices = Board(), set[str]()
    for change in changes:
        board = change(board)
        _check_rules(board)
        assert devices <= board.devices()
        devices = board.devices()
    if any(board.tiles()):
        assert _without_keys(board_of(plots_of(board))) == _without_keys(board)
