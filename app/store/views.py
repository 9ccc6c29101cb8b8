"""What a table answers with: small frozen values that a plot can draw."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from app.stream import Int64Array, Vocabulary

Float64Array = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class ColumnInfo:
    """A column as it is known now. `dtype` is what is stored; text columns store int32 codes of `vocabulary`."""

    name: str
    unit: str
    dtype: np.dtype[Any]
    vocabulary: Vocabulary | None

    @property
    def is_text(self) -> bool:
        return self.vocabulary is not None


@dataclass(frozen=True, slots=True)
class Gap:
    """No data between `start_ns` (last row before) and `end_ns` (first row after; None while it lasts), and why."""

    start_ns: int
    end_ns: int | None
    cause: str


@dataclass(frozen=True, slots=True)
class Envelope:
    """Least and greatest value in each of n equal spans of time, NaN where a span holds no value.

    Every sample in a span counts, so a spike of one sample is there at every zoom. `counts` is the number of
    rows in each span (rows of the table, not values).
    """

    start_ns: int
    step_ns: float
    lows: Float64Array
    highs: Float64Array
    counts: Int64Array


@dataclass(frozen=True, slots=True)
class Samples:
    """Rows of one column: `times` int64[n], `values` float64[n] (NaN where missing). Copies, safe to keep."""

    times: Int64Array
    values: Float64Array
