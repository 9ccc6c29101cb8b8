import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.export.paths import clipped, hatching, polylines, runs

finite = st.floats(-1e6, 1e6).map(lambda value: round(value, 3))
pairs = st.lists(st.tuples(finite, finite).map(sorted), min_size=1, max_size=30)


def lines_of(pairs, chosen=None):
    lows, highs = np.array(pairs, float).T
    return polylines(lows, highs, np.ones(len(pairs), bool) if chosen is None else np.array(chosen))


@given(pairs)
def test_every_column_is_covered_from_its_least_to_its_greatest_value(pairs):
    (line,) = lines_of(pairs)
    for column, (low, high) in enumerate(pairs):
        left, right = np.interp([column, column + 1], line[:, 0], line[:, 1])
        near = line[(line[:, 0] >= column) & (line[:, 0] <= column + 1), 1]
        seen = [left, right, *near]
        slack = 1e-6 * (1 + abs(low) + abs(high))
        assert min(seen) <= low + slack
        assert max(seen) >= high - slack


@given(pairs)
def test_a_line_stays_within_what_its_columns_hold(pairs):
    (line,) = lines_of(pairs)
    assert line[:, 1].min() >= min(low for low, _ in pairs) - 1e-9
    assert line[:, 1].max() <= max(high for _, high in pairs) + 1e-9


def test_a_straight_line_is_two_points():
    lows = np.arange(100.0)
    (line,) = polylines(lows, lows + 1, np.ones(100, bool))
    assert line.tolist() == [[0, 0], [100, 100]]


def test_a_falling_line_begins_at_its_top():
    lows = np.arange(100.0)[::-1]
    (line,) = polylines(lows, lows + 1, np.ones(100, bool))
    assert line.tolist() == [[0, 100], [100, 0]]


def test_a_constant_is_two_points():
    (line,) = lines_of([(5, 5)] * 1000)
    assert line.tolist() == [[0, 5], [1000, 5]]


def test_columns_without_values_and_those_not_chosen_part_lines():
    pairs = [(1, 1), (np.nan, np.nan), (2, 2), (3, 3), (np.inf, np.inf)]
    lines = lines_of(pairs, [True, True, True, False, True])
    assert [line[0].tolist() for line in lines] == [[0, 1], [2, 2]]


def test_runs_are_found_at_both_ends():
    assert list(runs(np.array([True, False, True, True]))) == [(0, 1), (2, 4)]
    assert list(runs(np.array([], bool))) == []


@given(pairs, finite, finite)
def test_what_is_clipped_lies_within_and_on_the_line(pairs, one, other):
    low, high = sorted((one, other))
    (line,) = lines_of(pairs)
    for piece in clipped(line, low, high):
        assert piece[:, 1].min() >= low - 1e-6 * (1 + abs(low))
        assert piece[:, 1].max() <= high + 1e-6 * (1 + abs(high))


def test_a_line_is_cut_where_it_leaves_and_goes_on_where_it_comes_back():
    line = np.array([[0.0, 0.0], [10.0, 10.0], [20.0, 0.0]])
    first, second = clipped(line, 0, 5)
    assert first.tolist() == [[0, 0], [5, 5]]
    assert second.tolist() == [[15, 5], [20, 0]]


def test_a_line_that_fits_is_left_as_it_is():
    line = np.array([[0.0, 1.0], [1.0, 2.0]])
    assert clipped(line, 0, 3)[0] is line


@given(st.floats(-50, 50), st.floats(-50, 50), st.floats(0, 100), st.floats(0, 100))
def test_hatching_stays_within_its_rectangle(left, top, width, height):
    strokes = hatching(left, top, left + width, top + height, 5)
    assert (strokes[:, [0, 2]] >= left - 1e-9).all()
    assert (strokes[:, [0, 2]] <= left + width + 1e-9).all()
    assert (strokes[:, [1, 3]] >= top - 1e-9).all()
    assert (strokes[:, [1, 3]] <= top + height + 1e-9).all()


def test_hatching_of_neighbours_goes_on():
    whole, half = hatching(0, 0, 20, 10, 5), hatching(0, 0, 10, 10, 5)
    sums = {round(x + y, 6) for x, y, *_ in whole.tolist()}
    assert {round(x + y, 6) for x, y, *_ in half.tolist()} <= sums
    assert len(half) == pytest.approx(3)
