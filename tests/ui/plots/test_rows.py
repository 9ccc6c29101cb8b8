"""Which rows share a time axis."""

from ui.plots.board.board import Tile
from ui.plots.layout import RowPlan, TilePlan
from ui.plots.rows import groups, is_one_column, shares


def row(*widths: float) -> RowPlan:
    return RowPlan(tuple(TilePlan(Tile("k", width=width), ()) for width in widths))


def test_rows_of_one_tile_each_have_one_axis_in_common() -> None:
    assert is_one_column([row(1), row(3)])
    assert not is_one_column([row(1), row(1, 1)])
    assert is_one_column([])


def test_rows_whose_tiles_are_as_wide_share_the_axes_under_the_lowest() -> None:
    assert groups([row(1, 1), row(2, 2), row(1, 2), row(1), row(5)]) == [[0, 1], [2], [3, 4]]
    assert groups([]) == []


def test_a_tiles_share_is_its_part_of_the_rows_weights() -> None:
    assert shares(row(1, 3)) == (0.25, 0.75)
