from itertools import combinations

from tests.ui.export.conftest import figure_with, lanes_of, panel_of
from ui.export.figure import FigureAxis, FigureEntry
from ui.export.sheet import AXIS, EDGE, Box, lay_out


def overlap(one: Box, other: Box) -> bool:
    return (
        min(one.right, other.right) - max(one.left, other.left) > 1e-6
        and min(one.bottom, other.bottom) - max(one.top, other.top) > 1e-6
    )


def boxes(sheet):
    for cell in sheet.cells:
        yield from (cell.plot, cell.legend, *cell.axes, *([cell.times] if cell.times else []))


def rich_figure():
    two_axes = panel_of(axes=(FigureAxis(0, 1, "V"), FigureAxis(0, 5, "A")))
    long = panel_of(entries=tuple(FigureEntry(f"c{n}", "1", "V", n) for n in range(30)))
    return figure_with((panel_of(), two_axes, panel_of(weight=3.0)), (long,), (lanes_of(),), (panel_of(), panel_of()))


def test_nothing_overlaps_and_all_lies_on_the_sheet():
    sheet = lay_out(rich_figure())
    assert not [pair for pair in combinations(boxes(sheet), 2) if overlap(*pair)]
    assert all(box.left >= EDGE - 1e-6 and box.right <= sheet.width - EDGE + 1e-6 for box in boxes(sheet))
    assert max(box.bottom for box in boxes(sheet)) <= sheet.height


def test_each_axis_has_a_place_of_its_own_left_of_the_plot():
    cell = lay_out(rich_figure()).cells[1]
    assert [cell.plot.left - axis.left for axis in cell.axes] == [AXIS, 2 * AXIS]


def test_times_stand_under_the_last_of_aligned_rows_alone():
    sheet = lay_out(figure_with((panel_of(),), (panel_of(),), (panel_of(), panel_of())))
    assert [cell.times is not None for cell in sheet.cells] == [False, True, True, True]


def test_a_row_is_as_high_as_its_longest_legend():
    few, many = (lay_out(figure_with((panel_of(entries=(FigureEntry("u", "1", "", 0),) * n),))).height for n in (1, 40))
    assert many > few + 200


def test_a_figure_without_panels_has_a_header_alone():
    from ui.export.figure import Figure

    assert lay_out(Figure("Bench", "", (), 0, 1)).cells == ()
