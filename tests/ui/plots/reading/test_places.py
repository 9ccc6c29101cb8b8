import pytest
from PySide6.QtCore import QRect

from ui.plots.reading.places import Place
from ui.plots.timeview import Columns

PLACE = Place(QRect(10, 5, 100, 50), Columns(1000, 7, 100), 1.0)


@pytest.mark.parametrize("ratio", [1.0, 2.0, 1.5])
def test_a_pixel_stands_for_a_time_that_is_drawn_in_it(ratio: float) -> None:
    columns = Columns(1000, 7, round(100 * ratio))
    place = Place(QRect(10, 5, 100, 50), columns, ratio)
    assert [place.x(place.time_at(x)) for x in range(10, 110)] == list(range(10, 110))


def test_a_pixel_stands_for_the_last_nanosecond_of_its_column() -> None:
    assert PLACE.time_at(10) == 1001 * 7 - 1
    assert PLACE.span_of(PLACE.time_at(10)) == (7000, 7007)


def test_beside_the_picture_the_nearest_pixel_counts() -> None:
    assert PLACE.time_at(-50) == PLACE.time_at(10)
    assert PLACE.time_at(500) == PLACE.columns.end_ns - 1
    assert (PLACE.fraction(0), PLACE.fraction(60), PLACE.fraction(500)) == (0, 0.5, 1)


def test_times_in_the_picture_are_those_of_its_span() -> None:
    assert [PLACE.holds(at) for at in (6999, 7000, 7699, 7700)] == [False, True, True, False]


def test_heights_and_values_are_each_others_inverse() -> None:
    assert PLACE.y(3, -1, 3) == 5
    assert PLACE.value(PLACE.y(0.7, -1, 3), -1, 3) == pytest.approx(0.7)


def test_a_range_of_one_value_has_a_height() -> None:
    assert PLACE.y(2, 2, 2) == 5
