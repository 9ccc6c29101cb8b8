"""A board as the session's plots say it."""

from app.session.reading import parse_session
from app.session.schema import PlotOptions
from ui.plots.board.board import Board, Page, Row, Tile
from ui.plots.board.file import board_of, plots_of


def rows(board: Board, page: int = 0) -> list[list[str]]:
    return [[tile.title for tile in row.tiles] for row in board.pages[page].rows]


def test_without_words_of_place_each_plot_has_a_row_in_the_order_of_the_file() -> None:
    assert rows(board_of([PlotOptions(title="A"), PlotOptions(title="B")])) == [["A"], ["B"]]


def test_plots_of_one_row_stand_side_by_side_and_rows_by_their_numbers() -> None:
    plots = [PlotOptions(title="C", row=2), PlotOptions(title="A", row=1), PlotOptions(title="B", row=1)]
    assert rows(board_of([PlotOptions(title="Z"), *plots])) == [["A", "B"], ["C"], ["Z"]]


def test_pages_stand_in_the_order_in_which_plots_name_them() -> None:
    board = board_of([PlotOptions(title="A", page="P"), PlotOptions(title="B"), PlotOptions(title="C", page="P")])
    assert [page.name for page in board.pages] == ["P", ""]
    assert rows(board) == [["A"], ["C"]]


def test_a_row_is_as_high_as_its_first_plot_says() -> None:
    board = board_of([PlotOptions(row=1, height=2.0), PlotOptions(row=1, height=3.0, width=0.5)])
    assert board.pages[0].rows[0].height == 2.0
    assert board.pages[0].rows[0].widths == (1.0, 0.5)


def test_a_plot_that_is_not_shown_is_no_tile_and_closes_its_devices() -> None:
    board = board_of([PlotOptions(title="A"), PlotOptions(channels=("psu/v",), shown=False)])
    assert rows(board) == [["A"]]
    assert board.closed == ("psu/v",)


def test_rows_are_numbered_only_where_one_has_several_plots() -> None:
    single = Board((Page("", (Row((Tile("a"),)), Row((Tile("b"),)))),))
    assert [plot.row for plot in plots_of(single)] == [None, None]
    double = Board((Page("", (Row((Tile("a"), Tile("b"))), Row((Tile("c"),)))),))
    assert [plot.row for plot in plots_of(double)] == [1, 1, 2]


def test_the_plots_of_a_file_come_back_as_they_were() -> None:
    text = """
        [[device]]
        name = "imu"
        link = "tcp://h:1"
        [[plot]]
        title = "A"
        channels = ["imu/ax"]
        page = "Over"
        row = 1
        range = [-1, 2.5]
        ranges = { "°C" = [0, 80], "" = [0.5, 1] }
        [[plot]]
        page = "Over"
        row = 1
        width = 2
        window = "5 s"
        [[plot]]
        page = "Under"
        [[plot]]
        channels = ["imu/t"]
        shown = false
    """
    plots = parse_session(text).plots
    assert plots_of(board_of(plots)) == plots
    assert plots[0].ranges == {"°C": (0.0, 80.0), "": (0.5, 1.0)}


def test_channels_of_devices_that_the_session_does_not_have_are_left_out() -> None:
    board = Board((Page("", (Row((Tile("a", channels=("imu/ax", "gone/x")),)),)),), closed=("gone/y",))
    plots = plots_of(board, {"imu"})
    assert [plot.channels for plot in plots] == [("imu/ax",)]
