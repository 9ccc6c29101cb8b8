"""The least and the greatest of what is in view, of all curves or of an axis' own."""

import numpy as np

from ui.plots.curve_columns import CurveColumns


def filled() -> CurveColumns:
    columns = CurveColumns(3, 1, 10)
    columns.lows[:] = np.arange(3)[:, np.newaxis] * 10 + np.arange(10)
    columns.highs[:] = columns.lows + 0.5
    return columns


def test_extrema_of_all_of_some_columns_and_of_some_curves() -> None:
    columns = filled()
    assert columns.extrema() == (0.0, 29.5)
    assert columns.extrema(8) == (8.0, 29.5)
    assert columns.extrema(0, np.array([0, 2])) == (0.0, 29.5)
    assert columns.extrema(5, np.array([1])) == (15.0, 19.5)


def test_what_comes_in_is_blank() -> None:
    columns = filled()
    columns.held[:] = True
    columns.sliding.advance(3)
    assert np.isnan(columns.lows[:, 7:]).all()
    assert not columns.held[:, 7:].any()
    assert columns.extrema() == (3.0, 29.5)
