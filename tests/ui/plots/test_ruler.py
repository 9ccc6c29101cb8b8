import pytest
from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot

from ui.plots.gestures import TimeGestures
from ui.plots.ruler import RulerMark, TimeRuler
from ui.plots.timeview import Columns
from ui.theme.fonts import figures_font
from ui.theme.palette import Theme
from ui.theme.tokens import TextSize

S = 10**9
COLUMNS = Columns(5_000, S // 100, 1000)


@pytest.fixture
def ruler(qtbot: QtBot, theme: Theme) -> TimeRuler:
    ruler = TimeRuler(theme, TimeGestures())
    qtbot.addWidget(ruler)
    ruler.resize(800, 24)
    ruler.set_sides(60, 140)
    return ruler


def test_while_following_the_labels_do_not_depend_on_the_time(ruler: TimeRuler) -> None:
    first = ruler.show_span(COLUMNS, live=True)
    assert ruler.show_span(Columns(9_999, S // 100, 1000), live=True) == first


def test_while_standing_the_marks_do_not_move_from_one_refresh_to_the_next(ruler: TimeRuler) -> None:
    first = ruler.show_span(COLUMNS, live=False)
    assert all(ruler.show_span(COLUMNS, live=False) == first for _ in range(50))


def test_the_ruler_is_painted_in_both_ways(ruler: TimeRuler) -> None:
    ruler.show_span(COLUMNS, live=True)
    live = ruler.grab().toImage()
    ruler.show_span(COLUMNS, live=False)
    assert ruler.grab().toImage() != live


def test_labels_are_fewer_on_a_narrow_ruler(ruler: TimeRuler) -> None:
    wide = len(ruler.show_span(COLUMNS, live=True).labels)
    ruler.resize(360, 24)
    assert len(ruler.show_span(COLUMNS, live=True).labels) < wide


# -- marks


def test_a_mark_stands_where_its_time_is_and_none_beside_the_span(qtbot: QtBot, theme: Theme) -> None:
    ruler = TimeRuler(theme, TimeGestures())
    qtbot.addWidget(ruler)
    ruler.resize(300, 24)
    ruler.set_sides(50, 50)
    ruler.show_marks((RulerMark(5, "early"),))  # before any span is shown
    assert ruler.marks == ()
    ruler.show_span(Columns(1000, 10, 200), live=False)
    marks = [RulerMark(at, "x") for at in (9_999, 10_000, 11_000, 12_000)]
    ruler.show_marks(tuple(marks))
    assert [(mark.time_ns, x) for mark, x in ruler.marks] == [(10_000, 50), (11_000, 150)]


def test_the_time_of_the_crosshair_stands_beside_the_handles_of_cursors(ruler: TimeRuler) -> None:
    ruler.resize(900, 24)
    ruler.show_span(COLUMNS, live=False)
    middle = COLUMNS.start_ns + COLUMNS.span_ns // 2
    handles = (RulerMark(middle + COLUMNS.span_ns // 40, "A", is_handle=True), RulerMark(middle, "B", is_handle=True))
    ruler.show_marks(handles)
    alone = ruler.grab().toImage()
    ruler.show_marks((RulerMark(middle, "09:26:55.09 (9.9 s ago)"), *handles))
    both = ruler.grab().toImage()
    for _, x in ruler.marks[1:]:
        assert both.copy(x - 8, 2, 16, 20) == alone.copy(x - 8, 2, 16, 20)


def test_a_label_that_a_mark_would_cover_in_part_is_not_there(ruler: TimeRuler) -> None:
    def right_of_plate(*marks: RulerMark) -> set[str]:
        ruler.show_marks(marks)
        image = ruler.grab().toImage()
        return {image.pixelColor(x, y).name() for x in range(plate.right() + 2, covered + 30) for y in range(8, 20)}

    ticks = ruler.show_span(COLUMNS, live=False)
    covered = 60 + round(ticks.positions[2] * ruler.span_width)
    time_ns = COLUMNS.start_ns + round(ticks.positions[2] * 10 * S) - S * 60 * 10 // ruler.span_width
    mark = RulerMark(time_ns, "12:00:00.00 (9.1 s ago)")
    ruler.show_marks((mark,))
    ((_, x),) = ruler.marks
    plate = ruler._plate(QFontMetrics(figures_font(TextSize.SMALL)), mark, x)
    assert covered - 20 < plate.right() < covered + 10, "it covers the label's left part"
    assert len(right_of_plate(mark)) == 1
    assert len(right_of_plate()) > 1


def test_more_than_one_sample_a_pixel_is_said_and_less_is_not(qtbot: QtBot, theme: Theme) -> None:
    ruler = TimeRuler(theme, TimeGestures())
    qtbot.addWidget(ruler)
    ruler.resize(400, 24)
    ruler.set_sides(50, 150)
    ruler.show_span(Columns(1000, 10, 200), live=True)
    before = ruler.grab().toImage()
    ruler.show_density(0.9)
    assert ruler.grab().toImage() == before
    ruler.show_density(12.3)
    assert ruler.grab().toImage() != before
