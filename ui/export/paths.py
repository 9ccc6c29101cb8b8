"""From spans a pixel column to lines on paper: pure, numpy alone.

A curve's spans (ui.plots.spans) become polylines with two points a column: in at its left edge, out at its right one,
from the end of the span that lies nearer to where the line came from. Where a column holds a piece of a straight line
that is the line itself, exactly; where it holds many samples it is a zigzag as wide as the column, so that each spike
is there. Points that lie on the line between their neighbours are left out: a constant is two points.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from app.store.views import Float64Array
from ui.plots.spans import BoolArray

STRAIGHT = 1e-9  # of a curve's height: how far a point may lie off the line and still be left out


def polylines(lows: Float64Array, highs: Float64Array, chosen: BoolArray) -> list[Float64Array]:
    """Lines through the columns that are chosen and have a span: float64[n, 2] of column number and value each."""
    there = chosen & np.isfinite(lows) & np.isfinite(highs)
    return [_line(first, lows[first:stop], highs[first:stop]) for first, stop in runs(there)]


def runs(flags: BoolArray) -> Iterator[tuple[int, int]]:
    """First and end (excluded) of each run of True."""
    edges = np.flatnonzero(np.diff(flags.astype(np.int8), prepend=0, append=0))
    yield from zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True)


def _line(first: int, lows: Float64Array, highs: Float64Array) -> Float64Array:
    values = []
    at = _begin(lows.tolist(), highs.tolist())
    for low, high in zip(lows.tolist(), highs.tolist(), strict=True):
        rising = abs(at - low) <= abs(at - high)
        values += [low, high] if rising else [high, low]
        at = values[-1]
    columns = first + np.repeat(np.arange(len(lows) + 1), 2)[1:-1]
    return _without_straight(np.column_stack((columns, values)))


def _begin(lows: list[float], highs: list[float]) -> float:
    """The end of the first span that lies away from the second."""
    if len(lows) == 1 or lows[1] + highs[1] >= lows[0] + highs[0]:
        return lows[0]
    return highs[0]


def _without_straight(points: Float64Array) -> Float64Array:
    """Without those on the line between their neighbours, and those that are said twice."""
    kept = np.ones(len(points), np.bool_)
    kept[1:] = np.any(np.diff(points, axis=0) != 0, axis=1)
    points = points[kept]
    if len(points) < 3:
        return points
    before, after = np.diff(points[:-1], axis=0), np.diff(points[1:], axis=0)
    off = np.abs(before[:, 0] * after[:, 1] - before[:, 1] * after[:, 0])
    height = float(np.ptp(points[:, 1])) or 1.0
    bent = off > STRAIGHT * height
    back = before[:, 0] * after[:, 0] + before[:, 1] * after[:, 1] < 0  # to and fro within one column
    return points[np.concatenate(([True], bent | back, [True]))]


def clipped(line: Float64Array, low: float, high: float) -> list[Float64Array]:
    """The pieces of a line with values within [low, high]: formats for paper do not all know how to clip."""
    values = line[:, 1]
    if values.min() >= low and values.max() <= high:
        return [line]
    pieces: list[list[tuple[float, float]]] = [[]]
    for start, end in zip(line[:-1].tolist(), line[1:].tolist(), strict=True):
        seen = _seen(tuple(start), tuple(end), low, high)
        if seen is None:
            continue
        if pieces[-1] and pieces[-1][-1] == seen[0]:
            pieces[-1].append(seen[1])
        else:
            pieces.append(list(seen))
    return [np.array(piece) for piece in pieces if piece]


def _seen(
    start: tuple[float, ...], end: tuple[float, ...], low: float, high: float
) -> tuple[tuple[float, float], tuple[float, float]] | None:
    """The part of one segment within [low, high]."""
    rise = end[1] - start[1]
    if rise == 0:
        return ((start[0], start[1]), (end[0], end[1])) if low <= start[1] <= high else None
    shares = sorted(((low - start[1]) / rise, (high - start[1]) / rise))
    first, last = max(0.0, shares[0]), min(1.0, shares[1])
    if first >= last:
        return None
    (x, y), run = start, end[0] - start[0]
    head = (x, y) if first == 0 else (x + first * run, y + first * rise)
    return head, (end[0], end[1]) if last == 1 else (x + last * run, y + last * rise)


def hatching(left: float, top: float, right: float, bottom: float, step: float) -> Float64Array:
    """Strokes from lower left to upper right that fill a rectangle: float64[n, 4] of x, y, x, y; they stand still in
    the plane, so that neighbouring rectangles go on."""
    sums = np.arange(np.ceil((left + top) / step), np.floor((right + bottom) / step) + 1) * step  # x + y on a stroke
    first_x, last_x = np.maximum(left, sums - bottom), np.minimum(right, sums - top)
    strokes = np.column_stack((first_x, sums - first_x, last_x, sums - last_x))
    return strokes[last_x > first_x]
