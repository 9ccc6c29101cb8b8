"""From spans to pixels: numpy writes into the image's memory.

Each curve is, in each pixel column, one run of pixels from the top of its span to the bottom, widened by the
pen; the first and the last pixel of a run are as opaque as the run covers them, which is all the smoothing
that a curve drawn in columns needs. Pixels are opaque, grid and ground included, so that painting is copying.
A half covered pixel is mixed with the ground, not with what it covers: the grid is so quiet, and a rim
around a curve that crosses another so welcome, that nobody sees it.

The runs of all curves in a strip are one list and one assignment, later curves last: some thirty numpy
calls for a strip however many curves and columns it has. A column's pixels depend on the spans of REACH
columns around it and on nothing else, so a strip drawn alone equals the same strip of a whole picture.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from app.store.views import Float64Array
from app.stream import Int64Array
from ui.plots.spans import BoolArray

REACH = 6  # columns to each side that a column's picture may depend on: the pen's and the marks' half width
PEN = 1.5  # logical pixels
MARK = 2.0  # half the side of a lone sample's mark, logical pixels
HELD_ALPHA = 120  # of 255: a value that is held is not a value that was measured
DASH = (6, 3)  # logical pixels drawn and not: curves past the last colour
HELD_DASH = (4, 4)
NARROW = 48  # columns up to which a list of pixels is cheaper than a mask a curve
SHORT = 8  # pixels: runs that are shorter on the average are cheaper as a list however many columns there are
HATCH = 8  # logical pixels between the strokes of a gap's hatching

PixelArray = npt.NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class Strokes:
    """How the curves look. `shades` uint32[k, 256]: each curve's colour at each opacity; `dashed` bool[k]."""

    shades: PixelArray
    dashed: BoolArray
    band: int  # a gap's ground
    hatch: int  # and its strokes


@dataclass(frozen=True, slots=True)
class Ground:
    """What the curves stand on: the colour of each row (uint32[rows, 1]), and columns that are grid lines."""

    rows: PixelArray
    lines: Int64Array  # absolute numbers
    line: int  # their colour


@dataclass(frozen=True, slots=True)
class Scale:
    """Values to rows: row = (high - value) * rows_per_unit, float64[k, 1] of each curve's axis; `ratio` is device
    pixels to a logical pixel."""

    high: Float64Array
    rows_per_unit: Float64Array
    ratio: float


@dataclass(frozen=True, slots=True)
class StripSpans:
    """Spans of a strip with its surroundings: columns [first - left, ...) of every curve, absolute numbers."""

    lows: Float64Array
    highs: Float64Array
    points: Float64Array
    held: BoolArray
    gaps: BoolArray  # [n] any table's
    first: int  # absolute number of the first column given
    left: int  # columns given before the strip
    count: int  # columns of the strip


def shades_of(colours: Sequence[str], ground: str) -> PixelArray:
    """RGB32 of each "#rrggbb" over `ground` at the opacities 0 to 255."""
    over, under = _rgb(colours)[:, :, np.newaxis], _rgb([ground])[:, :, np.newaxis]
    opacity = np.arange(256)
    red, green, blue = ((over * opacity + under * (255 - opacity) + 127) // 255).transpose(1, 0, 2)
    shades: PixelArray = ((255 << 24) | (red << 16) | (green << 8) | blue).astype(np.uint32)
    return shades


def _rgb(colours: Sequence[str]) -> Int64Array:
    return np.array([[int(c[i : i + 2], 16) for i in (1, 3, 5)] for c in colours], np.int64).reshape(-1, 3)


def draw_strip(pixels: PixelArray, at: int, spans: StripSpans, scale: Scale, strokes: Strokes, ground: Ground) -> None:
    """Draw columns [at, at + spans.count) of `pixels` (uint32[rows, columns], one piece of memory) anew."""
    _draw_ground(pixels, at, spans, scale, strokes, ground)
    if not len(spans.lows):
        return
    tops, bottoms = _rows(spans, scale)
    opacity = np.where(spans.held, HELD_ALPHA, 255)
    _cut_dashes(tops, spans, scale, strokes)
    inner = slice(spans.left, spans.left + spans.count)
    _draw_runs(pixels, at, tops[:, inner], bottoms[:, inner], opacity[:, inner], strokes.shades)


def _draw_ground(
    pixels: PixelArray, at: int, spans: StripSpans, scale: Scale, strokes: Strokes, ground: Ground
) -> None:
    """Ground and grid, and the hatched bands of gaps."""
    strip = pixels[:, at : at + spans.count]
    strip[:] = ground.rows
    if len(ground.lines):
        lines = ground.lines - spans.first - spans.left
        strip[:, lines[(lines >= 0) & (lines < spans.count)]] = ground.line
    gaps = spans.gaps[spans.left : spans.left + spans.count]
    if not gaps.any():
        return
    strip[:, gaps] = strokes.band
    period = round(HATCH * scale.ratio)
    columns = spans.first + spans.left + np.arange(spans.count)
    diagonal = (columns + np.arange(len(pixels))[:, np.newaxis]) % period < round(scale.ratio)
    strip[diagonal & gaps] = strokes.hatch


def _rows(spans: StripSpans, scale: Scale) -> tuple[Float64Array, Float64Array]:
    """First and last row of each run, as reals; NaN where there is none."""
    half = PEN * scale.ratio / 2
    with np.errstate(all="ignore"):  # infinite values, and finite ones too large for the scale
        tops = (scale.high - spans.highs) * scale.rows_per_unit - half
        bottoms = (scale.high - spans.lows) * scale.rows_per_unit + half
        for shift in range(1, round(scale.ratio)):
            tops[:, shift:] = np.fmin(tops[:, shift:], tops[:, :-shift])
            bottoms[:, shift:] = np.fmax(bottoms[:, shift:], bottoms[:, :-shift])
    if not np.isnan(spans.points).all():
        _add_marks(tops, bottoms, spans.points, scale)
    return tops, bottoms


def _add_marks(tops: Float64Array, bottoms: Float64Array, points: Float64Array, scale: Scale) -> None:
    """A square around each lone sample."""
    side = round(MARK * scale.ratio)
    curves, columns = np.nonzero(~np.isnan(points))
    with np.errstate(all="ignore"):
        rows = (scale.high[curves, 0] - points[curves, columns]) * scale.rows_per_unit[curves, 0]
    for shift in range(-side, side):
        there = (columns + shift >= 0) & (columns + shift < points.shape[1])
        at = (curves[there], columns[there] + shift)
        tops[at] = np.fmin(tops[at], rows[there] - side)
        bottoms[at] = np.fmax(bottoms[at], rows[there] + side)


def _cut_dashes(tops: Float64Array, spans: StripSpans, scale: Scale, strokes: Strokes) -> None:
    """Leave out columns by their absolute number, so that dashes move with the curve."""
    numbers = spans.first + np.arange(spans.lows.shape[1])
    if strokes.dashed.any():
        tops[strokes.dashed[:, np.newaxis] & ~_drawn(numbers, DASH, scale.ratio)] = np.nan
    if spans.held.any():
        tops[spans.held & ~_drawn(numbers, HELD_DASH, scale.ratio)] = np.nan


def _drawn(numbers: Int64Array, dash: tuple[int, int], ratio: float) -> BoolArray:
    drawn: BoolArray = numbers % round(sum(dash) * ratio) < round(dash[0] * ratio)
    return drawn


def _draw_runs(
    pixels: PixelArray, at: int, tops: Float64Array, bottoms: Float64Array, opacity: Int64Array, shades: PixelArray
) -> None:
    """The runs of all curves: as one list of pixels where they are few, else curve by curve."""
    if tops.shape[1] <= NARROW:
        _draw_list(pixels, at, _runs(tops, bottoms, opacity, len(pixels)), shades)
        return
    for index in range(len(tops)):
        curve = slice(index, index + 1)
        runs = _runs(tops[curve], bottoms[curve], opacity[curve], len(pixels))
        if int((runs.last - runs.first).sum()) < SHORT * len(runs.columns):
            _draw_list(pixels, at, runs, shades[curve])
        elif len(runs.columns):
            _draw_curve(pixels, at, runs, shades[index])


@dataclass(frozen=True, slots=True)
class _Runs:
    """Runs of pixels, in the order of drawing: each in its column from row `first` to row `last`."""

    curves: Int64Array
    columns: Int64Array
    first: Int64Array
    last: Int64Array
    opaque: Int64Array  # opacity within the run
    opaque_first: Int64Array
    opaque_last: Int64Array


def _runs(tops: Float64Array, bottoms: Float64Array, opacity: Int64Array, height: int) -> _Runs:
    """What is to be seen of the runs, in whole pixels, with the ends as opaque as they are covered."""
    curves, columns = np.nonzero((tops < height) & (bottoms > 0))  # NaN compares false
    seen_tops = np.maximum(tops[curves, columns], 0.0)
    seen_bottoms = np.minimum(bottoms[curves, columns], float(height))
    first = seen_tops.astype(np.int64)
    last = np.minimum(seen_bottoms.astype(np.int64), height - 1)
    opaque = opacity[curves, columns]
    covered_first = np.minimum(first + 1, seen_bottoms) - seen_tops
    covered_last = seen_bottoms - np.maximum(last, seen_tops)
    return _Runs(
        curves,
        columns,
        first,
        last,
        opaque,
        (covered_first * opaque + 0.5).astype(np.int64),
        (covered_last * opaque + 0.5).astype(np.int64),
    )


def _draw_list(pixels: PixelArray, at: int, runs: _Runs, shades: PixelArray) -> None:
    """One assignment for all pixels of all curves."""
    stride = pixels.shape[1]
    lengths = runs.last - runs.first + 1
    ends = np.cumsum(lengths)
    starts = ends - lengths
    # each pixel's place: that of its run's first pixel, one stride further for each row
    where = np.repeat(runs.first * stride + runs.columns + at - starts * stride, lengths)
    where += np.arange(len(where)) * stride
    base = runs.curves * 256
    shade = np.repeat(base + runs.opaque, lengths)
    shade[ends - 1] = base + runs.opaque_last
    shade[starts] = base + runs.opaque_first
    pixels.reshape(-1)[where] = shades.reshape(-1)[shade]


def _draw_curve(pixels: PixelArray, at: int, runs: _Runs, shades: PixelArray) -> None:
    """One curve over many columns: its inner pixels by a mask over the rows that it touches, then its ends."""
    upper, lower = int(runs.first.min()), int(runs.last.max()) + 1
    left, right = int(runs.columns[0]), int(runs.columns[-1]) + 1
    first = np.full(right - left, lower, np.int16)  # no rows where the curve has no run
    length = np.zeros(right - left, np.uint16)
    colour = np.zeros(right - left, np.uint32)
    first[runs.columns - left] = runs.first
    length[runs.columns - left] = runs.last - runs.first + 1
    colour[runs.columns - left] = shades[runs.opaque]
    rows = np.arange(upper, lower, dtype=np.int16)[:, np.newaxis]
    inside = (rows - first).view(np.uint16) < length  # a row above the first wraps round to a large number
    np.copyto(pixels[upper:lower, at + left : at + right], colour, where=inside)
    pixels[runs.last, at + runs.columns] = shades[runs.opaque_last]
    pixels[runs.first, at + runs.columns] = shades[runs.opaque_first]
