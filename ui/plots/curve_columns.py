"""The spans of all curves of a panel over the window, in arrays that slide with it."""

from __future__ import annotations

import numpy as np

from app.store.views import Float64Array
from app.stream import Int64Array
from ui.plots.sliding import SlidingColumns
from ui.plots.spans import BoolArray


class CurveColumns:
    """lows, highs, points, held [curves, count], gaps [tables, count]."""

    def __init__(self, curves: int, tables: int, count: int) -> None:
        self.sliding = SlidingColumns(count)
        self._lows = self.sliding.array(curves, np.float64, np.nan)
        self._highs = self.sliding.array(curves, np.float64, np.nan)
        self._points = self.sliding.array(curves, np.float64, np.nan)
        self._held = self.sliding.array(curves, np.bool_, False)
        self._gaps = self.sliding.array(tables, np.bool_, False)

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

    def extrema(self, first: int = 0, rows: Int64Array | slice = slice(None)) -> tuple[float, float] | None:
        """Least and greatest finite value of some curves from a column of the window on."""
        lows, highs = self.lows[rows, first:], self.highs[rows, first:]
        low, high = np.fmin.reduce(lows, None), np.fmax.reduce(highs, None)
        if np.isfinite(low) and np.isfinite(high):
            return float(low), float(high)
        lows, highs = lows[np.isfinite(lows)], highs[np.isfinite(highs)]
        if not (lows.size and highs.size):
            return None
        return float(min(lows.min(), highs.min())), float(max(lows.max(), highs.max()))
