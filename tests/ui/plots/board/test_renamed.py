"""A board under new names: every channel of the device, wherever it stands, and nothing else."""

from app.session.renaming import Renaming
from ui.plots.board import moves
from ui.plots.board.board import Board, Page, Row, Tile
from ui.plots.board.renamed import renamed

FIRST = Tile("a", "imu", ("imu/ax", "imu/t.ay"), (0.0, 1.0), 2.0, ranges=(("V", 0.0, 1.0),))
BOARD = Board((Page("P", (Row((FIRST, Tile("imu//0", "Mine", ("gps/lat",))), 3.0),)), Page("imu")), ("arm/v", "imu/x"))


def test_channels_titles_and_closed_ones_follow_and_all_else_stays() -> None:
    first = Tile("a", "b", ("b/x", "b/t.ay"), (0.0, 1.0), 2.0, ranges=(("V", 0.0, 1.0),))
    other = Tile("imu//0", "Mine", ("gps/lat",))
    pages = (Page("P", (Row((first, other), 3.0),)), Page("imu"))
    assert renamed(BOARD, Renaming("imu", "b", {"ax": "x"})) == Board(pages, ("arm/v", "b/x"))


def test_a_device_that_nobody_names_changes_nothing() -> None:
    assert renamed(BOARD, Renaming("x", "imu 2")) == BOARD


def test_closed_devices_stand_in_the_order_that_a_move_would_give_them() -> None:
    board = renamed(Board(BOARD.pages, ("arm/v", "zed/x")), Renaming("zed", "ar"))
    assert board.closed == ("ar/x", "arm/v")
    assert moves.set_title(board, "a", board.pages[0].rows[0].tiles[0].title) == board
