"""A board is read by keys."""

from ui.plots.board.board import Board, Page, Place, Row, Tile, even, replaced

FIRST = Page("A", (Row((Tile("a", channels=("imu/ax",)), Tile("b"))), Row((Tile("c"),))))
BOARD = Board((FIRST, Page("B", (Row((Tile("d"),)),))), closed=("psu/v",))


def test_a_tile_is_found_by_its_key_wherever_it_is() -> None:
    assert BOARD.place("b") == Place(0, 0, 1)
    assert BOARD.place("d") == Place(1, 0, 0)
    assert BOARD.place("x") is None
    assert BOARD.tile("c") == Tile("c")
    assert BOARD.tile("x") is None


def test_devices_that_are_named_or_closed_are_not_plotted_by_themselves() -> None:
    assert BOARD.devices() == {"imu", "psu"}
    assert Board().devices() == set()


def test_a_fresh_key_is_nobody_elses() -> None:
    taken = Board((Page("", (Row((Tile("tile 0"), Tile("tile 2"))),)),))
    assert taken.fresh_key() == "tile 1"
    assert Board().fresh_key() == "tile 0"


def test_weights_keep_their_ratio_about_one_and_stay_within_what_a_file_may_say() -> None:
    assert even((2.0, 6.0)) == (0.5, 1.5)
    assert even((300.0, 100.0, 200.0)) == (1.5, 0.5, 1.0)
    assert min(even((1e-9, 1.0))) == 0.05
    assert even(()) == ()


def test_one_item_gives_way_to_none_or_several() -> None:
    assert replaced((1, 2, 3), 1) == (1, 3)
    assert replaced((1, 2, 3), 1, 8, 9) == (1, 8, 9, 3)
