"""Arrays of pixel columns over a window that moves forward in time.

Each array is wider than the window by some slack. To move on, the window slides within it; when it meets
the end, what is still seen is copied back to the front, once in `slack` columns. So the window is always
one piece of memory: nothing wraps, and a blit or an index needs no second half.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]


class SlidingColumns:
    """The window's place, for all arrays that were made with `array`. Columns are the last axis."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.offset = 0
        self._capacity = count + max(64, count // 2)
        self._arrays: list[tuple[Array, Any]] = []

    def array(self, leading: int, dtype: npt.DTypeLike, blank: object) -> Array:
        """A new array [leading, capacity] that moves with the window; new columns come in as `blank`, or with None
        with whatever stood there: they are written before they are read."""
        made = np.full((leading, self._capacity), 0 if blank is None else blank, dtype)
        self._arrays.append((made, blank))
        return made

    def window(self, array: Array) -> Array:
        """The columns in the window, as a view."""
        return array[:, self.offset : self.offset + self.count]

    def advance(self, columns: int) -> None:
        """Move on; the columns that come in are blank."""
        if columns >= self.count:
            self._blank_from(0)
            return
        self.offset += columns
        if self.offset + self.count > self._capacity:
            self._move_to_front(columns)
        self._blank_from(self.count - columns)

    def _move_to_front(self, columns: int) -> None:
        kept = self.count - columns
        for array, _ in self._arrays:
            array[:, :kept] = array[:, self.offset : self.offset + kept]
        self.offset = 0

    def _blank_from(self, column: int) -> None:
        at = slice(self.offset + column, self.offset + self.count)
        for array, blank in self._arrays:
            if blank is not None:
                array[:, at] = blank
