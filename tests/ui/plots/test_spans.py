import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.store.views import Gap
from ui.plots.spans import MARK_DISTANCE, even_columns, gap_ends, joined_envelope, joined_samples
from ui.plots.timeview import Columns

NONE = np.array([], np.int64)
NAN = np.nan


def times(*values: int) -> np.ndarray:
    return np.array(values, np.int64)


def test_a_line_between_two_samples_is_cut_at_the_columns_edges() -> None:
    spans = joined_samples(times(0, 40), np.array([[0.0, 4.0]]), NONE, Columns(0, 10, 4))
    assert spans.lows[0].tolist() == [0, 1, 2, 3]
    assert spans.highs[0, :3].tolist() == [1, 2, 3]


def test_every_sample_in_a_column_counts() -> None:
    spans = joined_samples(times(0, 3, 5, 40), np.array([[0.0, 9.0, -7.0, 0.0]]), NONE, Columns(0, 10, 4))
    assert (spans.lows[0, 0], spans.highs[0, 0]) == (-7, 9)


def test_samples_of_one_time_make_an_upright_line() -> None:
    spans = joined_samples(times(5, 5, 5), np.array([[1.0, 3.0, 2.0]]), NONE, Columns(0, 10, 2))
    assert (spans.lows[0, 0], spans.highs[0, 0]) == (1, 3)


def test_nothing_is_drawn_before_the_first_and_behind_the_last_sample() -> None:
    spans = joined_samples(times(15, 25), np.array([[1.0, 1.0]]), NONE, Columns(0, 10, 4))
    assert np.isnan(spans.lows[0]).tolist() == [True, False, False, True]


def test_no_line_is_drawn_over_a_gap() -> None:
    ends = gap_ends([Gap(15, 35, "silence"), Gap(70, None, "disconnected")])
    spans = joined_samples(times(5, 15, 35, 45), np.array([[1.0, 1.0, 1.0, 1.0]]), ends, Columns(0, 10, 5))
    assert np.isnan(spans.lows[0]).tolist() == [False, False, True, False, False]


def test_samples_far_from_their_neighbours_are_marked() -> None:
    far = MARK_DISTANCE * 10
    spans = joined_samples(times(5, 5 + far, 10 + far), np.array([[1.0, 2.0, 3.0]]), NONE, Columns(0, 10, 20))
    assert spans.points is not None
    assert np.flatnonzero(~np.isnan(spans.points[0])).tolist() == [0]


@settings(deadline=None, derandomize=True, max_examples=200)
@given(data=st.data())
def test_columns_drawn_in_pieces_equal_columns_drawn_at_once(data: st.DataObject) -> None:
    steps = data.draw(st.lists(st.integers(0, 60), min_size=2, max_size=40))
    at = np.cumsum(np.array(steps, np.int64))
    values = np.array([data.draw(st.lists(st.floats(-1e6, 1e6), min_size=len(at), max_size=len(at)))])
    ends = np.unique(at[:: data.draw(st.integers(3, 9))])
    whole = joined_samples(at, values, ends, Columns(0, 7, 60))
    cut = data.draw(st.integers(1, 59))
    left = joined_samples(at, values, ends, Columns(0, 7, cut))
    kept = np.searchsorted(at, cut * 7) - 1  # the piece is given the one sample before it
    right = joined_samples(at[max(kept, 0) :], values[:, max(kept, 0) :], ends, Columns(cut, 7, 60 - cut))
    assert np.array_equal(np.hstack((left.lows, right.lows)), whole.lows, equal_nan=True)
    assert np.array_equal(np.hstack((left.highs, right.highs)), whole.highs, equal_nan=True)


def envelope(lows: list[float], highs: list[float], breaks: tuple[int, ...] = ()) -> tuple[list[float], list[float]]:
    marks = np.zeros(len(lows), np.bool_)
    marks[list(breaks)] = True
    spans = joined_envelope(np.array([lows]), np.array([highs]), marks)
    return spans.lows[0].tolist(), spans.highs[0].tolist()


def test_neighbouring_columns_touch() -> None:
    assert envelope([0, 5, -3], [1, 6, -2]) == ([0, 1, -3], [1, 6, 5])


def test_columns_that_overlap_stay_as_they_are() -> None:
    assert envelope([0, 1], [2, 3]) == ([0, 1], [2, 3])


def test_empty_columns_are_bridged_between_the_nearest_ends() -> None:
    lows, highs = envelope([0, NAN, NAN, 4], [1, NAN, NAN, 5])
    assert lows == [0, 1, 2, 3]
    assert highs == [1, 2, 3, 5]


def test_empty_columns_at_the_sides_stay_empty() -> None:
    lows, _ = envelope([NAN, 1, NAN], [NAN, 1, NAN])
    assert np.isnan(lows).tolist() == [True, False, True]


@pytest.mark.parametrize("at", [1, 2, 3])
def test_neither_bridge_nor_touch_crosses_a_gap(at: int) -> None:
    lows, highs = envelope([0, NAN, NAN, 4], [1, NAN, NAN, 5], breaks=(at,))
    assert np.isnan(lows[1:3]).all()
    assert (lows[3], highs[3]) == (4, 5)


def test_a_gap_between_neighbouring_columns_keeps_them_apart() -> None:
    assert envelope([0, 5], [1, 6], breaks=(1,)) == ([0, 5], [1, 6])


def test_infinite_values_do_no_harm() -> None:
    lows, highs = envelope([0, NAN, -np.inf, NAN, 1], [1, NAN, np.inf, NAN, 1])
    assert lows[2] == -np.inf
    assert highs[2] == np.inf


def test_steps_hold_a_value_until_the_next_sample() -> None:
    times, values = np.array([5, 45, 75]), np.array([[1.0, 3.0, 2.0]])
    spans = joined_samples(times, values, np.empty(0, np.int64), Columns(0, 10, 9), "steps")
    assert spans.lows[0].tolist()[:8] == [1, 1, 1, 1, 1, 3, 3, 2]
    assert spans.highs[0].tolist()[:8] == [1, 1, 1, 1, 3, 3, 3, 3]


def test_a_step_on_an_edge_belongs_to_the_column_that_begins_there() -> None:
    times, values = np.array([0, 20, 40]), np.array([[1.0, 3.0, 2.0]])
    spans = joined_samples(times, values, np.empty(0, np.int64), Columns(0, 10, 4), "steps")
    assert (spans.lows[0].tolist(), spans.highs[0].tolist()) == ([1, 1, 1, 3], [1, 1, 3, 3])


def test_points_join_nothing_and_mark_what_stands_alone_in_its_column() -> None:
    times, values = np.array([5, 41, 44, 75]), np.array([[1.0, 3.0, 2.0, 4.0]])
    spans = joined_samples(times, values, np.empty(0, np.int64), Columns(0, 10, 9), "points")
    assert spans.points is not None
    np.testing.assert_array_equal(spans.points[0], [1, *[np.nan] * 6, 4, np.nan])
    np.testing.assert_array_equal(spans.lows[0], [1, np.nan, np.nan, np.nan, 2, np.nan, np.nan, 4, np.nan])
    assert spans.highs[0, 4] == 3


def test_an_envelope_of_steps_holds_the_end_that_is_nearest_to_the_next() -> None:
    lows, highs = np.array([[1.0, np.nan, np.nan, 5.0]]), np.array([[2.0, np.nan, np.nan, 6.0]])
    spans = joined_envelope(lows, highs, np.zeros(4, np.bool_), "steps")
    assert spans.lows[0].tolist() == [1, 2, 2, 2]
    assert spans.highs[0].tolist() == [2, 2, 2, 6]


def test_an_envelope_of_points_is_not_joined() -> None:
    lows, highs = np.array([[1.0, np.nan, 5.0]]), np.array([[2.0, np.nan, 5.0]])
    spans = joined_envelope(lows, highs, np.zeros(3, np.bool_), "points")
    assert spans.points is not None
    np.testing.assert_array_equal(spans.highs, highs)
    np.testing.assert_array_equal(spans.points, [[np.nan, np.nan, 5.0]])


def test_curves_with_values_in_the_same_columns_are_joined_as_each_by_itself() -> None:
    random = np.random.default_rng(3)
    for gone in (0.0, 0.3, 0.7):
        missing = random.random(60) < gone
        missing[7] = False
        lows = np.where(missing, np.nan, random.normal(size=(4, 60)))
        highs, breaks = lows + random.random((4, 60)), random.random(60) < 0.1
        even = even_columns(lows)
        assert even is not None
        together = joined_envelope(lows, highs, breaks, "line", even)
        for row in range(4):
            alone = joined_envelope(lows[row : row + 1], highs[row : row + 1], breaks)
            np.testing.assert_array_equal(together.lows[row], alone.lows[0])
            np.testing.assert_array_equal(together.highs[row], alone.highs[0])


def test_curves_with_values_in_different_columns_are_not_even() -> None:
    assert even_columns(np.array([[1.0, np.nan], [np.nan, 1.0]])) is None
    assert even_columns(np.full((2, 3), np.nan)) is None
