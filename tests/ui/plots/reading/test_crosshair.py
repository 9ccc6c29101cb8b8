from ui.plots.reading.crosshair import Crosshair, stepped, time_at
from ui.plots.timeview import Columns

VIEW = Columns(1000, 10, 100)
LATER = Columns(1030, 10, 100)


def standing(at: int) -> Crosshair:
    crosshair = Crosshair()
    crosshair.stand_at(at, VIEW)
    return crosshair


def test_while_live_it_keeps_its_place_on_the_screen() -> None:
    crosshair = standing(10_499)
    crosshair.follow(LATER, live=True)
    assert crosshair.time_ns == 10_799


def test_while_the_view_stands_it_keeps_its_time() -> None:
    crosshair = standing(10_499)
    crosshair.follow(Columns(40, 250, 100), live=False)
    assert crosshair.time_ns == 10_499


def test_back_live_after_a_view_of_another_length_it_keeps_its_part_of_the_width() -> None:
    crosshair = standing(10_499)
    crosshair.follow(Columns(90_000, 1, 100), live=True)
    assert crosshair.time_ns == 90_049


def test_parts_of_the_width_are_columns_of_the_span() -> None:
    assert [time_at(f, VIEW) for f in (-1, 0, 0.5, 1, 2)] == [10_009, 10_009, 10_509, 10_999, 10_999]


def test_steps_end_at_the_edges_of_the_span() -> None:
    assert [stepped(10_499, by, VIEW) for by in (1, -1, -500, 500)] == [10_509, 10_489, 10_009, 10_999]
