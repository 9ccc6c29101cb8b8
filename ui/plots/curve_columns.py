"""The spans of all curves of a panel over the window, in arrays that slide with it."""

from __future__ import annotations

from math import isfinite, isnan

import numpy as np

from app.store.views import Float64Array
from app.stream import Int64Array
from ui.plots.sliding import SlidingColumns
from ui.plots.spans import BoolArray


class CurveColumns:
    """lows, highs, points, held [curves, count], gaps [tables, count]."""

    def __init__(self, curves: int, tables: int, count: int) -> None:
        self.sliding = SlidingColumns(count)
        values = self.sliding.array(3 * curves, np.float64, np.nan)  # one array, which moves on in one step
        self._lows, self._highs, self._points = values[:curves], values[curves : 2 * curves], values[2 * curves :]
        self._flags = self.sliding.array(curves + tables, np.bool_, False)
        self._held, self._gaps = self._flags[:curves], self._flags[curves:]

    @property
    def lows(self) -> Float64Array:
        return self.sliding.window(self._lows)

    @property
    def highs(self) -> Float64Array:
        return self.sliding.window(self._highs)

    @property
    def points(self) -> Float64Array:
        return self.sliding.window(self._points)

    @property
    def held(self) -> BoolArray:
        return self.sliding.window(self._held)

    @property
    def gaps(self) -> BoolArray:
        return self.sliding.window(self._gaps)

    def has_flags(self, first: int) -> bool:
        """Whether anything is held, or a gap, from a column of the window on."""
        return bool(np.logical_or.reduce(self.sliding.window(self._flags)[:, first:], None))

    def write_touching(self, rows: Int64Array | slice, at: int, lows: Float64Array, highs: Float64Array) -> bool:
        """Write the spans of columns from `at` on, each stretched to its left neighbour, which the first has in the
        spans that are given too. False where a curve has no value in one of them."""
        stop = at + lows.shape[1] - 1
        new_lows = np.minimum(lows[:, 1:], highs[:, :-1])
        self.lows[rows, at:stop] = new_lows
        self.highs[rows, at:stop] = np.maximum(highs[:, 1:], lows[:, :-1])
        self.held[rows, at:stop] = False
        return not isnan(np.minimum.reduce(new_lows, None))

    def extrema(self, first: int = 0, rows: Int64Array | slice = slice(None)) -> tuple[float, float] | None:
        """Least and greatest finite value of some curves from a column of the window on."""
        lows, highs = self.lows[rows, first:], self.highs[rows, first:]
        low, high = np.fmin.reduce(lows, None), np.fmax.reduce(highs, None)
        if isfinite(low) and isfinite(high):
            return float(low), float(high)
        lows, highs = lows[np.isfinite(lows)], highs[np.isfinite(highs)]
        if not (lows.size and highs.size):
            return None
        return float(min(lows.min(), highs.min())), float(max(lows.max(), highs.max()))
