"""From spans to pixels: numpy writes into the image's memory.

Each curve is, in each pixel column, one run of pixels from the top of its span to the bottom, widened by the
pen; the first and the last pixel of a run are as opaque as the run covers them, which is all the smoothing
that a curve drawn in columns needs. Pixels are opaque, grid and ground included, so that painting is copying.
A half covered pixel is mixed with the ground, not with what it covers: the grid is so quiet, and a rim
around a curve that crosses another so welcome, that nobody sees it.

The runs of all curves in a narrow strip are one list, later curves last: some forty numpy calls however many
curves it has. What costs is the call, so the strips of all panels that a refresh draws are one list too
(`draw_strips`). A column's pixels depend on the spans of REACH
columns around it and on nothing else, so a strip drawn alone equals the same strip of a whole picture.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

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

BAND = 32  # rows that are filled at once: what they need stays in the processor's cache

PixelArray = npt.NDArray[np.uint32]
Int32Array = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True, eq=False)
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


@dataclass(frozen=True, slots=True, eq=False)
class Scale:
    """Values to rows: row = (high - value) * rows_per_unit, float64[k, 1] of each curve's axis; `ratio` is device
    pixels to a logical pixel; `pen` the width of the curves, logical pixels."""

    high: Float64Array
    rows_per_unit: Float64Array
    ratio: float
    pen: float = PEN


@dataclass(slots=True, eq=False)  # not frozen: made at each refresh, and freezing takes three times as long
class StripSpans:
    """Spans of a strip with its surroundings: columns [first - left, ...) of every curve, absolute numbers."""

    lows: Float64Array
    highs: Float64Array
    points: Float64Array | None  # None where there are none
    held: BoolArray | None  # the same
    gaps: BoolArray | None  # [n] any table's; the same
    first: int  # absolute number of the first column given
    left: int  # columns given before the strip
    count: int  # columns of the strip


@dataclass(slots=True, eq=False)  # not frozen: made at each refresh, and freezing takes three times as long
class Strip:
    """Columns [at, at + spans.count) of `pixels` (uint32[rows, columns], one piece of memory), to be drawn anew."""

    pixels: PixelArray
    at: int
    spans: StripSpans
    scale: Scale
    strokes: Strokes
    ground: Ground

    @property
    def shape(self) -> Hashable:
        """Strips with the same one can be drawn as one."""
        spans = self.spans
        if spans.count > NARROW:
            return id(self)
        return spans.first, spans.left, spans.count, self.scale.ratio, self.pixels.shape[1]


def shades_of(colours: Sequence[str], ground: str) -> PixelArray:
    """RGB32 of each "#rrggbb" over `ground` at the opacities 0 to 255."""
    over, under = _rgb(colours)[:, :, np.newaxis], _rgb([ground])[:, :, np.newaxis]
    opacity = np.arange(256)
    red, green, blue = ((over * opacity + under * (255 - opacity) + 127) // 255).transpose(1, 0, 2)
    shades: PixelArray = ((255 << 24) | (red << 16) | (green << 8) | blue).astype(np.uint32)
    return shades


def _rgb(colours: Sequence[str]) -> Int64Array:
    return np.array([[int(c[i : i + 2], 16) for i in (1, 3, 5)] for c in colours], np.int64).reshape(-1, 3)


def draw_strips(strips: Sequence[Strip]) -> None:
    """Draw each strip's columns anew; narrow ones of like shape as one."""
    groups: dict[Hashable, list[Strip]] = {}
    for strip in strips:
        _draw_ground(strip)
        if len(strip.spans.lows):
            groups.setdefault(strip.shape, []).append(strip)
    for group in groups.values():
        _draw_curves(group)


def _draw_ground(strip: Strip) -> None:
    """Ground and grid, and the hatched bands of gaps."""
    spans, ground, strokes = strip.spans, strip.ground, strip.strokes
    pixels = strip.pixels[:, strip.at : strip.at + spans.count]
    pixels[:] = ground.rows
    if len(ground.lines):
        lines = ground.lines - spans.first - spans.left
        pixels[:, lines[(lines >= 0) & (lines < spans.count)]] = ground.line
    if spans.gaps is None:
        return
    gaps = spans.gaps[spans.left : spans.left + spans.count]
    pixels[:, gaps] = strokes.band
    period = round(HATCH * strip.scale.ratio)
    columns = spans.first + spans.left + np.arange(spans.count)
    diagonal = (columns + np.arange(len(pixels))[:, np.newaxis]) % period < round(strip.scale.ratio)
    pixels[diagonal & gaps] = strokes.hatch


def _draw_curves(strips: list[Strip]) -> None:
    """The curves of all of them; several are of one shape, and narrow."""
    spans, scale, strokes = (
        _joined(strips) if len(strips) > 1 else (strips[0].spans, strips[0].scale, strips[0].strokes)
    )
    tops, bottoms = _rows(spans, scale)
    _cut_dashes(tops, spans, scale, strokes)
    inner = slice(spans.left, spans.left + spans.count)
    tops, bottoms = tops[:, inner], bottoms[:, inner]
    opacity = None if spans.held is None else np.where(spans.held[:, inner], HELD_ALPHA, 255)
    if spans.count > NARROW:
        _draw_wide(strips[0], tops, bottoms, opacity)
        return
    counts = [len(strip.spans.lows) for strip in strips]
    heights, at = np.array([(len(strip.pixels), strip.at) for strip in strips]).repeat(counts, axis=0).T
    runs = _runs(tops, bottoms, opacity, heights)
    if len(runs.columns):
        where, colours, ends = _as_list(runs, at[runs.curves], strips[0].pixels.shape[1], strokes.shades)
        firsts = np.cumsum([0, *counts])
        stops = np.concatenate(([0], ends))[runs.curves.searchsorted(firsts)].tolist()
        for strip, start, stop in zip(strips, stops, stops[1:], strict=False):
            strip.pixels.reshape(-1)[where[start:stop]] = colours[start:stop]


def _joined(strips: list[Strip]) -> tuple[StripSpans, Scale, Strokes]:
    """Strips of one shape as one strip of all their curves."""
    one = strips[0]
    each = [strip.spans for strip in strips]
    spans = StripSpans(
        np.concatenate([spans.lows for spans in each]),
        np.concatenate([spans.highs for spans in each]),
        _joined_where_any([spans.points for spans in each], each, np.nan),
        _joined_where_any([spans.held for spans in each], each, False),
        None,
        one.spans.first,
        one.spans.left,
        one.spans.count,
    )
    looks = _joined_looks(tuple([strip.scale for strip in strips]), tuple([strip.strokes for strip in strips]))
    return spans, *looks


@lru_cache(maxsize=8)  # at each refresh the same ones
def _joined_looks(scales: tuple[Scale, ...], strokes: tuple[Strokes, ...]) -> tuple[Scale, Strokes]:
    high = np.concatenate([scale.high for scale in scales])
    rows_per_unit = np.concatenate([scale.rows_per_unit for scale in scales])
    shades = np.concatenate([each.shades for each in strokes])
    dashed = np.concatenate([each.dashed for each in strokes])
    scale = Scale(high, rows_per_unit, scales[0].ratio, scales[0].pen)
    return scale, Strokes(shades, dashed, strokes[0].band, strokes[0].hatch)


def _joined_where_any(parts: list[Any], spans: list[StripSpans], blank: object) -> Any:
    """The parts one behind the other, `blank` for one that is None; None where all are."""
    if all(part is None for part in parts):
        return None
    whole = zip(parts, spans, strict=True)
    return np.concatenate([np.full(s.lows.shape, blank) if part is None else part for part, s in whole])


def _rows(spans: StripSpans, scale: Scale) -> tuple[Float64Array, Float64Array]:
    """First and last row of each run, as reals; NaN where there is none."""
    half = scale.pen * scale.ratio / 2
    with np.errstate(all="ignore"):  # infinite values, and finite ones too large for the scale
        tops = (scale.high - spans.highs) * scale.rows_per_unit - half
        bottoms = (scale.high - spans.lows) * scale.rows_per_unit + half
        for shift in range(1, round(scale.ratio)):
            tops[:, shift:] = np.fmin(tops[:, shift:], tops[:, :-shift])
            bottoms[:, shift:] = np.fmax(bottoms[:, shift:], bottoms[:, :-shift])
    if spans.points is not None:
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
    dashed = strokes.dashed.any()
    if spans.held is None and not dashed:
        return
    numbers = spans.first + np.arange(spans.lows.shape[1])
    if dashed:
        tops[strokes.dashed[:, np.newaxis] & ~_drawn(numbers, DASH, scale.ratio)] = np.nan
    if spans.held is not None:
        tops[spans.held & ~_drawn(numbers, HELD_DASH, scale.ratio)] = np.nan


def _drawn(numbers: Int64Array, dash: tuple[int, int], ratio: float) -> BoolArray:
    drawn: BoolArray = numbers % round(sum(dash) * ratio) < round(dash[0] * ratio)
    return drawn


def _draw_wide(strip: Strip, tops: Float64Array, bottoms: Float64Array, opacity: Int64Array | None) -> None:
    """Curve by curve: as one list of pixels where the runs are short, else by a mask."""
    pixels, shades = strip.pixels, strip.strokes.shades
    height = np.array([len(pixels)])
    for index in range(len(tops)):
        curve = slice(index, index + 1)
        runs = _runs(tops[curve], bottoms[curve], None if opacity is None else opacity[curve], height)
        if int((runs.last - runs.first).sum()) >= SHORT * len(runs.columns):
            if len(runs.columns):
                _draw_curve(pixels, strip.at, runs, shades[index])
            continue
        where, colours, _ = _as_list(runs, strip.at, pixels.shape[1], shades[curve])
        pixels.reshape(-1)[where] = colours


@dataclass(slots=True, eq=False)  # not frozen: made at each refresh, and freezing takes three times as long
class _Runs:
    """Runs of pixels, in the order of drawing: each in its column from row `first` to row `last`."""

    curves: Int64Array
    columns: Int64Array
    first: Int64Array
    last: Int64Array
    opaque: Int64Array | int  # opacity within the run
    opaque_first: Int64Array
    opaque_last: Int64Array


def _runs(tops: Float64Array, bottoms: Float64Array, opacity: Int64Array | None, heights: Int64Array) -> _Runs:
    """What is to be seen of the runs, in whole pixels, the ends as opaque as they are covered. `heights`: int64[k],
    of each curve's picture; `opacity` None for opaque."""
    curves, columns = ((tops < heights[:, np.newaxis]) & (bottoms > 0)).nonzero()  # NaN compares false
    seen_tops = np.maximum(tops[curves, columns], 0.0)
    height = heights[curves]
    seen_bottoms = np.minimum(bottoms[curves, columns], height)
    first = seen_tops.astype(np.int64)
    last = np.minimum(seen_bottoms.astype(np.int64), height - 1)
    opaque = 255 if opacity is None else opacity[curves, columns]
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


def _as_list(
    runs: _Runs, at: Int64Array | int, stride: int, shades: PixelArray
) -> tuple[Int64Array, PixelArray, Int64Array]:
    """All pixels of all runs: their places in an image of `stride` columns, their colours, and where each run ends.
    `at`: the place of a run's column 0."""
    lengths = runs.last - runs.first + 1
    ends = lengths.cumsum()
    starts = ends - lengths
    # each pixel's place: that of its run's first pixel, one stride further for each row
    where = ((runs.first - starts) * stride + runs.columns + at).repeat(lengths)
    where += np.arange(0, len(where) * stride, stride)
    base = runs.curves * 256
    shade = (base + runs.opaque).repeat(lengths)
    shade[ends - 1] = base + runs.opaque_last
    shade[starts] = base + runs.opaque_first
    return where, shades.reshape(-1)[shade], ends


def _draw_curve(pixels: PixelArray, at: int, runs: _Runs, shades: PixelArray) -> None:
    """One curve over many columns: its inner pixels by a mask over the rows that it touches, a band of rows at a time,
    then its ends."""
    upper, lower = int(runs.first.min()), int(runs.last.max()) + 1
    left, right = int(runs.columns[0]), int(runs.columns[-1]) + 1
    first = np.full(right - left, lower, np.int16)  # no rows where the curve has no run
    length = np.zeros(right - left, np.uint16)
    colour = np.zeros(right - left, np.uint32)
    first[runs.columns - left] = runs.first
    length[runs.columns - left] = runs.last - runs.first + 1
    colour[runs.columns - left] = shades[runs.opaque]
    mask, change = np.empty((BAND, right - left), np.int32), np.empty((BAND, right - left), np.uint32)
    for top in range(upper, lower, BAND):
        band = pixels[top : min(top + BAND, lower), at + left : at + right]
        rows = np.arange(top, top + len(band), dtype=np.int16)[:, np.newaxis]
        _fill(band, rows - first, length, colour, mask, change)
    pixels[runs.last, at + runs.columns] = shades[runs.opaque_last]
    pixels[runs.first, at + runs.columns] = shades[runs.opaque_first]


def _fill(
    band: PixelArray,
    below: npt.NDArray[np.int16],
    length: npt.NDArray[np.uint16],
    colour: PixelArray,
    mask: Int32Array,
    change: PixelArray,
) -> None:
    """Give the pixels that lie 0 to `length` rows below a run's first one its colour. By exclusive or under a mask,
    which takes half of the time of a copy where a mask says so. `mask`, `change`: room to work in."""
    inside = (below.view(np.uint16) < length).view(np.int8)  # a row above the first wraps round to a large number
    mask, change = mask[: len(band)], change[: len(band)]
    mask[:] = np.negative(inside, out=inside)  # all bits of what is true
    np.bitwise_xor(band, colour, out=change)
    np.bitwise_and(change, mask.view(np.uint32), out=change)
    np.bitwise_xor(band, change, out=band)
