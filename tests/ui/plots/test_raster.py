import numpy as np
import pytest

from ui.plots.raster import NARROW, REACH, Ground, Scale, Strip, StripSpans, Strokes, draw_strips, shades_of

SURFACE, GRID, BAND, HATCH = 0xFF000000, 0xFF111111, 0xFF222222, 0xFF333333
RED, BLUE = 0xFFFF0000, 0xFF0000FF
HEIGHT = 50


def strokes(count: int = 2, dashed: tuple[int, ...] = ()) -> Strokes:
    marks = np.zeros(count, np.bool_)
    marks[list(dashed)] = True
    return Strokes(shades_of(["#FF0000", "#0000FF"][:count], "#000000"), marks, BAND, HATCH)


def scale(curves: int, ratio: float = 1.0) -> Scale:
    """A row a unit."""
    return Scale(np.full((curves, 1), float(HEIGHT)), np.ones((curves, 1)), ratio)


def draw(
    lows: np.ndarray,
    highs: np.ndarray,
    *,
    held: np.ndarray | None = None,
    points: np.ndarray | None = None,
    gaps: np.ndarray | None = None,
    ratio: float = 1.0,
    dashed: tuple[int, ...] = (),
    lines: tuple[int, ...] = (),
) -> np.ndarray:
    """All columns of the spans; values 0 to HEIGHT from the bottom to the top."""
    curves, count = lows.shape
    pixels = np.zeros((HEIGHT, count), np.uint32)
    spans = StripSpans(
        lows,
        highs,
        points,
        held,
        gaps,
        0,
        0,
        count,
    )
    rows = np.full((HEIGHT, 1), SURFACE, np.uint32)
    rows[10] = GRID
    ground = Ground(rows, np.array(lines, np.int64), GRID)
    draw_strips([Strip(pixels, 0, spans, scale(curves, ratio), strokes(curves, dashed), ground)])
    return pixels


def level(value: float, count: int = 8, curves: int = 1) -> np.ndarray:
    return np.full((curves, count), float(value))


def test_a_wider_pen_covers_more_rows() -> None:
    lows = level(20.0, 12)
    covered = []
    for pen in (1.5, 2.5):
        pixels = np.zeros((HEIGHT, 12), np.uint32)
        wide = Scale(np.full((1, 1), float(HEIGHT)), np.ones((1, 1)), 1.0, pen)
        ground = Ground(np.full((HEIGHT, 1), SURFACE, np.uint32), np.zeros(0, np.int64), GRID)
        spans = StripSpans(lows, lows, None, None, None, 0, 0, 12)
        draw_strips([Strip(pixels, 0, spans, wide, strokes(1), ground)])
        covered.append(int((pixels[:, 5] != SURFACE).sum()))
    assert covered[1] > covered[0]


def test_shades_run_from_the_ground_to_the_colour() -> None:
    shades = shades_of(["#FF8000"], "#102030")[0]
    assert (int(shades[0]), int(shades[255])) == (0xFF102030, 0xFFFF8000)
    assert len(np.unique(shades)) > 200


def test_a_span_is_filled_from_its_top_to_its_bottom() -> None:
    pixels = draw(level(10), level(40))
    assert (pixels[11:39, 3] == RED).all()
    assert (pixels[:9, 3] == SURFACE).all()
    assert pixels[45, 3] == SURFACE


def test_a_thin_line_is_as_opaque_as_it_covers() -> None:
    pixels = draw(level(25), level(25))
    covered = [(int(p) >> 16 & 255) / 255 for p in pixels[11:, 2]]
    assert sum(covered) == pytest.approx(1.5, abs=0.02)


def test_nothing_is_drawn_where_there_is_no_value() -> None:
    lows = level(25)
    lows[0, 4] = np.nan
    pixels = draw(lows, lows)
    assert set(pixels[:, 4].tolist()) == {SURFACE, GRID}


def test_the_grid_lies_under_the_curves() -> None:
    pixels = draw(level(20), level(HEIGHT - 5), lines=(2,))
    assert pixels[10, 6] == RED
    assert pixels[45, 2] == GRID
    assert pixels[10, 2] == RED


def test_later_curves_lie_over_earlier_ones() -> None:
    pixels = draw(level(10, curves=2), level(40, curves=2))
    assert (pixels[12:38, 3] == BLUE).all()


@pytest.mark.parametrize("value", [-1e9, 1e9, np.inf, -np.inf, 1e308])
def test_values_out_of_sight_draw_nothing(value: float) -> None:
    pixels = draw(level(value), level(value))
    assert set(np.unique(pixels).tolist()) == {SURFACE, GRID}


def test_a_span_that_reaches_beyond_both_edges_fills_the_column() -> None:
    pixels = draw(level(-1e12), level(1e12))
    assert (pixels == RED).all()


def test_held_values_are_dimmed_and_dashed() -> None:
    held = np.ones((1, 40), np.bool_)
    pixels = draw(level(10, 40), level(40, 40), held=held)
    drawn = pixels[25] != SURFACE
    assert drawn.any()
    assert not drawn.all()
    assert RED not in pixels


def test_curves_past_the_last_colour_are_dashed() -> None:
    pixels = draw(level(10, 40, 2), level(40, 40, 2), dashed=(1,))
    assert set(pixels[25].tolist()) == {RED, BLUE}


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_a_lone_sample_gets_a_mark(ratio: float) -> None:
    points = np.full((1, 40), np.nan)
    points[0, 20] = 25.0
    nothing = np.full((1, 40), np.nan)
    pixels = draw(nothing, nothing, points=points, ratio=ratio)
    rows, columns = np.nonzero(pixels == RED)
    assert (np.ptp(rows) + 1, np.ptp(columns) + 1) == (4 * ratio, 4 * ratio)


def test_a_gap_is_a_hatched_band() -> None:
    gaps = np.zeros(40, np.bool_)
    gaps[10:20] = True
    nothing = np.full((1, 40), np.nan)
    pixels = draw(nothing, nothing, gaps=gaps)
    assert set(np.unique(pixels[:, 10:20]).tolist()) == {BAND, HATCH}
    assert set(np.unique(pixels[:, 20:]).tolist()) == {SURFACE, GRID}


def test_on_dense_screens_upright_strokes_are_as_thick_as_level_ones() -> None:
    lows, highs = level(10, 9), level(10, 9)
    highs[0, 4] = 40
    pixels = draw(lows, highs, ratio=2.0)
    assert (pixels[25] == RED).sum() == 2


@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
def test_strips_of_any_width_equal_the_whole(ratio: float) -> None:
    random = np.random.default_rng(3)
    count = 4 * NARROW
    middle = random.normal(25, 12, (2, count))
    half = np.abs(random.normal(0, 6, (2, count)))
    lows, highs = middle - half, middle + half
    lows[:, random.random(count) < 0.1] = np.nan
    points = np.where(random.random((2, count)) < 0.05, middle, np.nan)
    held, gaps = random.random((2, count)) < 0.2, random.random(count) < 0.1
    whole = draw(lows, highs, held=held, points=points, gaps=gaps, ratio=ratio, dashed=(1,), lines=(5, 77))
    pieced = np.zeros_like(whole)
    ground = Ground(
        np.where(np.arange(HEIGHT) == 10, GRID, SURFACE).astype(np.uint32)[:, None], np.array([5, 77]), GRID
    )
    at = 0
    while at < count:
        width = int(min(random.choice([1, 2, 7, NARROW, NARROW + 9]), count - at))
        start, stop = max(0, at - REACH), min(count, at + width + REACH)
        part = slice(start, stop)
        spans = StripSpans(
            lows[:, part], highs[:, part], points[:, part], held[:, part], gaps[part], start, at - start, width
        )
        draw_strips([Strip(pieced, at, spans, scale(2, ratio), strokes(2, (1,)), ground)])
        at += width
    assert (pieced == whole).all()
