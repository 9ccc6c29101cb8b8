import pytest
from pytestqt.qtbot import QtBot

from ui.plots.gestures import TimeGestures
from ui.plots.ruler import TimeRuler
from ui.plots.timeview import Columns
from ui.theme.palette import Theme

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
