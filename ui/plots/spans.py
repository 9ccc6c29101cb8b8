"""From a table's answers to one span of values per pixel column: pure, numpy alone.

A column is drawn as the vertical span [low, high] that the curve covers in it; NaN draws nothing. There are
two ways to the spans, by how many samples fall on a column:

  few    the rows themselves, joined by straight lines: the span holds the samples in the column and the
         line's values at the column's two edges, so that neighbouring spans touch
  many   the table's envelope: least and greatest value; where neighbours do not touch, the later one is
         stretched to the earlier one

Two other shapes take the same ways: steps hold a value until the next sample; points join nothing.

Both give a column from what lies at and left of it, plus the first sample right of it. And both compute
each value from the same operands whatever else is asked for at once, so that columns drawn one by one equal
columns drawn together, bit for bit. Missing values are stepped over (a CSV that fills a slow column on each
tenth line has a line, not dots); a gap is never stepped over.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from app.store.views import Float64Array, Gap
from app.stream import Int64Array
from ui.plots.timeview import Columns

Joining = Literal["line", "steps", "points"]

MARK_DISTANCE = 8  # columns to the neighbours from which on a sample is marked as a point of its own

BoolArray = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Spans:
    """Per curve and column: least and greatest value, and a lone sample's value (NaN for none); float64[k, n]."""

    lows: Float64Array
    highs: Float64Array
    points: Float64Array | None = None


def gap_ends(gaps: list[Gap]) -> Int64Array:
    """Times at which the gaps end; what lies on two sides of one is not joined."""
    return np.array([gap.end_ns for gap in gaps if gap.end_ns is not None], np.int64)


def joined_samples(
    times: Int64Array, values: Float64Array, ends_ns: Int64Array, columns: Columns, shape: Joining = "line"
) -> Spans:
    """Spans of what joins the samples. `values` is float64[k, m] without NaN, `times` int64[m]."""
    lows, highs = _at_edges(times, values, ends_ns, columns, shape)
    points = np.full_like(lows, np.nan)
    inside = times // columns.step_ns - columns.first
    first, stop = (int(i) for i in np.searchsorted(inside, (0, columns.count)))
    if first == stop:
        return Spans(lows, highs, points)
    inside, values = inside[first:stop], values[:, first:stop]
    starts = np.concatenate(([0], np.flatnonzero(np.diff(inside)) + 1))
    filled = inside[starts]
    lows[:, filled] = np.fmin(lows[:, filled], np.minimum.reduceat(values, starts, axis=1))
    highs[:, filled] = np.fmax(highs[:, filled], np.maximum.reduceat(values, starts, axis=1))
    if shape == "points":
        lone = starts[np.diff(starts, append=len(inside)) == 1]  # several in one column are a run of their own
    else:
        lone = np.flatnonzero(_lone(times, columns.step_ns)[first:stop])
    points[:, inside[lone]] = values[:, lone]
    return Spans(lows, highs, points)


def _at_edges(
    times: Int64Array, values: Float64Array, ends_ns: Int64Array, columns: Columns, shape: Joining
) -> tuple[Float64Array, Float64Array]:
    """Least and greatest of the lines' values at the two edges of each column."""
    if shape == "points":
        return np.full((len(values), columns.count), np.nan), np.full((len(values), columns.count), np.nan)
    edges = (columns.first + np.arange(columns.count + 1, dtype=np.int64)) * columns.step_ns
    left = np.searchsorted(times, edges, "left" if shape == "steps" else "right") - 1  # a step's edge: just before it
    within = (left >= 0) & (left < len(times) - 1)
    at_edges = np.full((len(values), columns.count + 1), np.nan)
    if within.any():
        left = left[within]
        before, after = times[left], times[left + 1]
        lines = values[:, left]
        if shape == "line":
            share = (edges[within] - before) / np.maximum(after - before, 1)
            with np.errstate(all="ignore"):  # infinite values are data too
                lines = lines + (values[:, left + 1] - lines) * share
        lines[:, _crosses(before, after, ends_ns)] = np.nan
        at_edges[:, within] = lines
    return np.fmin(at_edges[:, :-1], at_edges[:, 1:]), np.fmax(at_edges[:, :-1], at_edges[:, 1:])


def _crosses(before: Int64Array, after: Int64Array, ends: Int64Array) -> BoolArray:
    """Whether one of `ends` lies in (before, after]."""
    crossed: BoolArray = np.searchsorted(ends, after, "right") > np.searchsorted(ends, before, "right")
    return crossed


def _lone(times: Int64Array, step_ns: int) -> BoolArray:
    """Which samples stand far from both neighbours."""
    far = np.diff(times) >= MARK_DISTANCE * step_ns
    lone = np.ones(len(times), np.bool_)
    lone[1:] &= far
    lone[:-1] &= far
    return lone


def even_columns(lows: Float64Array) -> Int64Array | None:
    """Which columns have values, where it is the same ones for all curves and there are some; else None."""
    there = ~np.isnan(lows)
    if there.all():
        return np.arange(lows.shape[1])
    first = there[0]
    return np.flatnonzero(first) if first.any() and (there == first).all() else None


def joined_envelope(
    lows: Float64Array,
    highs: Float64Array,
    breaks: BoolArray | None,
    shape: Joining = "line",
    even: Int64Array | None = None,
) -> Spans:
    """Spans of least and greatest values (float64[k, n]), joined. `breaks[i]`: a gap ends in column i; None for no gap.
    `even`: `even_columns(lows)` where the caller knows it, which saves looking at each curve by itself.

    Where steps leave empty columns behind one of several values, which of them was the last is not known: what is
    held is the one nearest to the next.
    """
    if shape == "points":
        return Spans(lows, highs, np.where(lows == highs, lows, np.nan))
    if even is not None and len(even) == lows.shape[1] and breaks is None:
        return _touching(lows, highs, None)
    if breaks is None:
        breaks = np.zeros(lows.shape[1], np.bool_)
    if even is not None:
        lows, highs = _bridged(lows, highs, even, breaks, shape)
        return _touching(lows, highs, np.isnan(lows[0, :-1]) | breaks[1:])
    there = ~np.isnan(lows)
    begins = there[:, 1:] & ~there[:, :-1]
    interrupted = begins.sum(axis=1) + there[:, 0] > 1
    if interrupted.any():
        lows, highs = lows.copy(), highs.copy()
        for row in np.flatnonzero(interrupted).tolist():
            curve = slice(row, row + 1)
            lows[curve], highs[curve] = _bridged(lows[curve], highs[curve], np.flatnonzero(there[row]), breaks, shape)
        there = ~np.isnan(lows)
    return _touching(lows, highs, ~there[:, :-1] | breaks[1:])


def _touching(lows: Float64Array, highs: Float64Array, apart: BoolArray | None) -> Spans:
    """Each column stretched to its left neighbour, except where the two are `apart`; lows without a value stay so."""
    new_lows, new_highs = lows.copy(), highs.copy()
    np.minimum(lows[:, 1:], highs[:, :-1], out=new_lows[:, 1:])
    np.maximum(highs[:, 1:], lows[:, :-1], out=new_highs[:, 1:])
    if apart is not None and apart.any():
        np.copyto(new_lows[:, 1:], lows[:, 1:], where=apart)
        np.copyto(new_highs[:, 1:], highs[:, 1:], where=apart)
    return Spans(new_lows, new_highs)


def _bridged(
    lows: Float64Array, highs: Float64Array, there: Int64Array, breaks: BoolArray, shape: Joining
) -> tuple[Float64Array, Float64Array]:
    """With columns that lie between two of `there` filled by what joins their nearest ends, except over a gap."""
    distances = np.diff(there)
    wide = np.flatnonzero(distances > 1)
    if len(wide) and breaks.any():
        passed = np.cumsum(breaks)
        wide = wide[passed[there[wide + 1]] == passed[there[wide]]]
    if not len(wide):
        return lows, highs
    left, right, lengths = there[wide], there[wide + 1], distances[wide] - 1
    start, end = _nearest_ends(lows[:, left], highs[:, left], lows[:, right], highs[:, right])
    pair = np.repeat(np.arange(len(wide)), lengths)
    empty = np.arange(len(pair)) - (np.cumsum(lengths) - lengths)[pair] + left[pair] + 1
    lows, highs = lows.copy(), highs.copy()
    if shape == "steps":
        lows[:, empty] = highs[:, empty] = start[:, pair]
        return lows, highs
    with np.errstate(all="ignore"):
        share = (empty - left[pair]) / distances[wide][pair]
        lows[:, empty] = highs[:, empty] = start[:, pair] + (end - start)[:, pair] * share
    return lows, highs


def _nearest_ends(
    low: Float64Array, high: Float64Array, next_low: Float64Array, next_high: Float64Array
) -> tuple[Float64Array, Float64Array]:
    """Where a line from one span to the next leaves and arrives; level where the two overlap."""
    rising, falling = next_low > high, next_high < low
    with np.errstate(all="ignore"):
        level = (np.maximum(low, next_low) + np.minimum(high, next_high)) / 2
    start = np.where(rising, high, np.where(falling, low, level))
    return start, np.where(rising, next_low, np.where(falling, next_high, level))
