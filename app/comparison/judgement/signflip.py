"""The exact sign-flip test on differences of pairs, and the interval that goes with it.

If it made no difference which of a pair's two blocks was which mode, each difference could as well have had the other
sign. So of the 2^n patterns of signs, count those whose mean is at least as far from 0 as the one that was seen: the
share is p (Fisher 1935; Pitman 1937). No normal distribution is assumed, and nothing is drawn by lot: two runs over
the same rows say the same.

Plan: meet in the middle. The 2^(n/2) sums of each half are sorted, and for each sum of one half the number of sums of
the other that reach the threshold is found by bisection: 40 pairs (10^12 patterns) take about half a second.

The differences are first scaled to whole numbers, so that sums are exact; what is lost in that (n units of 2^-40 of
the largest) is the tolerance with which a sum counts as tied with the one seen. So `0.1 + 0.2` ties with `0.3`, and
the error is on the side of a larger p.

The interval holds every shift that the test would not refuse (Hartigan 1969): bounds are means of subsets, found by
bisection on their count.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

MOST_UNITS = 40  # two halves of 2^20 sums: 8 MB each
MOST_UNITS_OF_INTERVAL = 20  # the count is taken a hundred times there
_BITS = 40  # of the largest difference; 40 of them still fit an int64
_HALVINGS = 100  # a double has no more between any two values of like size

_Int64Array = npt.NDArray[np.int64]
_Float64Array = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class SignFlip:
    """The test's outcome.

    pairs       differences that it was given
    difference  their mean
    as_large    patterns of signs whose mean is at least as far from 0, of `patterns`
    """

    pairs: int
    difference: float
    as_large: int
    patterns: int

    @property
    def p(self) -> float:
        return self.as_large / self.patterns


def sign_flip(differences: Sequence[float]) -> SignFlip:
    """The exact two-sided test. ValueError for a difference that is not finite.

    Past MOST_UNITS pairs neighbours are joined, as evenly as may be, and flip together: a subgroup of the flips, over
    which the test is as exact; at that number little power is lost.
    """
    values = _finite(differences)
    whole = _whole(_joined(values, MOST_UNITS))
    threshold = abs(int(whole.sum())) - len(whole)
    patterns = 1 << len(whole)
    as_large = patterns if threshold <= 0 else 2 * _reaching(whole, threshold)
    return SignFlip(len(values), float(values.mean()) if len(values) else 0.0, as_large, patterns)


def interval(differences: Sequence[float], refused: float = 0.05) -> tuple[float, float] | None:
    """The shifts that the two-sided test at level `refused` does not refuse; None with too few pairs for one."""
    values = _finite(differences)
    sums = _joined(values, MOST_UNITS_OF_INTERVAL)
    sizes = _joined(np.ones(len(values)), MOST_UNITS_OF_INTERVAL)
    outside = int(refused / 2 * 2 ** len(sums))  # subset means that may lie beyond either bound
    if not outside:
        return None
    return _subset_mean(sums, sizes, outside), -_subset_mean(-sums, sizes, outside)


def _finite(differences: Sequence[float]) -> _Float64Array:
    values = np.asarray(differences, dtype=np.float64)
    if not np.isfinite(values).all():
        raise ValueError(f"expected finite differences, got {values[~np.isfinite(values)][0]}")
    return values


def _joined(values: _Float64Array, most: int) -> _Float64Array:
    """Sums of neighbours, `most` at the most; the values themselves where there are no more."""
    if len(values) <= most:
        return values
    starts = np.arange(most) * len(values) // most
    return np.add.reduceat(values, starts)


def _whole(values: _Float64Array) -> _Int64Array:
    """Scaled by a power of two, which is exact, so that the largest has _BITS bits; then rounded."""
    largest = np.abs(values).max(initial=0.0)
    if not np.isfinite(largest):
        raise ValueError("the differences are too large to be added")
    scaled: _Float64Array = np.ldexp(values, _BITS - np.frexp(largest)[1])
    return np.rint(scaled).astype(np.int64)


def _reaching(whole: _Int64Array, threshold: int) -> int:
    """How many patterns of signs have a sum of at least `threshold`."""
    middle = len(whole) // 2
    one, other = np.sort(_signed_sums(whole[:middle])), np.sort(_signed_sums(whole[middle:]))
    below = np.searchsorted(one, threshold - other, side="left")
    return int(len(one) * len(other) - below.sum())


def _signed_sums(whole: _Int64Array) -> _Int64Array:
    sums = np.zeros(1, dtype=np.int64)
    for value in whole:
        sums = np.concatenate((sums - value, sums + value))
    return sums


def _subset_mean(sums: _Float64Array, sizes: _Float64Array, rank: int) -> float:
    """The `rank`-th smallest mean of the subsets (from 1, without the empty one)."""
    means = sums / sizes
    low, high = float(means.min()), float(means.max())
    for _ in range(_HALVINGS):
        middle = low + (high - low) / 2
        if not low < middle < high:
            break
        low, high = (low, middle) if _subsets_up_to(sums - middle * sizes) > rank else (middle, high)
    return high


def _subsets_up_to(shifted: _Float64Array) -> int:
    """How many subsets, the empty one included, have a sum of at most 0."""
    middle = len(shifted) // 2
    one, other = np.sort(_subset_sums(shifted[:middle])), _subset_sums(shifted[middle:])
    return int(np.searchsorted(one, -other, side="right").sum())


def _subset_sums(values: _Float64Array) -> _Float64Array:
    sums = np.zeros(1)
    for value in values:
        sums = np.concatenate((sums, sums + value))
    return sums
