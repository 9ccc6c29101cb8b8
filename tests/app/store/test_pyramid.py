"""Ranges of rows reduced through the pyramid: exact, whatever their lengths; and edges moved by a rule."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.store.column import TableColumn
from app.store.history import History
from app.store.pyramid import FEW_ENTRIES, FEW_IN_ALL, Ranges, snapped
from app.stream import Column

ROWS = 150_000
DTYPES = ("f4", "f8", "i2", "u8")


def history(dtype: str, limit: int, missing: bool) -> tuple[History, TableColumn, np.ndarray]:
    """One column of random rows; the plain values as float64, NaN where absent."""
    rng = np.random.default_rng(7)
    data = np.abs(rng.normal(size=ROWS) * 1000).astype(dtype)
    absent = np.zeros(ROWS, bool)
    if missing:
        absent = rng.random(ROWS) < 0.4
        absent[20_000:60_000] = True
    column = TableColumn("x", Column("x", data))
    kept = History([column], limit)
    kept.write(np.arange(ROWS), [(column, data, absent if missing else None)])
    plain = np.where(absent, np.nan, data.astype(float))
    return kept, column, plain


# The smallest bound gives blocks with one level, the largest four; all rows fit.
@pytest.fixture(
    params=[(d, limit, m) for d in DTYPES for limit in (3 << 20, 400 << 20) for m in (False, True)], ids=str
)
def kept(request):
    return history(*request.param)


def assert_exact(kept, edges: np.ndarray) -> None:
    history, column, plain = kept
    offset = ROWS - history.blocks.end + history.blocks.first - history.blocks.first
    low, high = Ranges(history.blocks, edges).reduce(column)
    for i in range(len(edges) - 1):
        values = plain[edges[i] + offset : edges[i + 1] + offset]
        present = values[~np.isnan(values)]
        if len(present):
            assert (low[i], high[i]) == (present.min(), present.max())
        else:
            assert np.isnan(low[i])
            assert np.isnan(high[i])


def test_all_rows_and_halves_of_them_are_reduced_exactly(kept):
    first, end = kept[0].blocks.first, kept[0].blocks.end
    assert_exact(kept, np.array([first, end]))
    assert_exact(kept, np.array([first, (first + end) // 2, end]))


def test_ranges_of_every_length_and_place_are_reduced_exactly(kept):
    first, end = kept[0].blocks.first, kept[0].blocks.end
    rng = np.random.default_rng(3)
    for count in (5, 80, 600):
        for spread in (end - first, 20_000, 900):
            start = int(rng.integers(first, end - spread + 1))
            edges = np.unique(rng.integers(start, start + spread + 1, count + 1))
            assert_exact(kept, edges)


def test_edges_around_bucket_and_block_boundaries_are_exact(kept):
    blocks = kept[0].blocks
    around = [16, 256, 4096, blocks.block_rows, 2 * blocks.block_rows]
    edges = sorted({b * k + d for b in around for k in (1, 2, 3) for d in (-1, 0, 1)})
    edges = np.array([edge for edge in edges if blocks.first <= edge <= blocks.end])
    assert_exact(kept, edges)
    assert_exact(kept, np.append(edges[::3], blocks.end))


def test_a_range_of_one_row_is_that_row(kept):
    first = kept[0].blocks.first
    assert_exact(kept, np.arange(first, first + 200))


@pytest.mark.parametrize("length", [37, 5 * FEW_ENTRIES + 3])
def test_stale_marks_of_missing_rows_in_a_reused_slot_are_not_believed(length):
    column = TableColumn("x", Column("x", np.zeros(0, "i4")))
    history = History([column], 1 << 20)
    count = 400_000  # the bound holds far less: every slot has been used before
    history.write(np.arange(count), [(column, np.arange(count, dtype="i4"), np.ones(count, bool))])
    history.write(np.arange(count, 2 * count), [(column, np.arange(count, 2 * count), None)])
    blocks = history.blocks
    edges = np.arange(blocks.first, blocks.end, length)
    assert edges[-1] - edges[0] > FEW_IN_ALL
    low, high = Ranges(blocks, edges).reduce(column)
    np.testing.assert_array_equal(low, edges[:-1] + 2 * count - blocks.end)
    np.testing.assert_array_equal(high, edges[1:] - 1 + 2 * count - blocks.end)


def test_buckets_without_a_value_do_not_reach_wide_ranges():
    history_, column, plain = history("i2", 3 << 20, missing=True)
    blocks = history_.blocks
    edges = np.array([blocks.first, blocks.first + 100_000, blocks.end])
    assert edges[-1] - edges[0] > FEW_IN_ALL
    low, high = Ranges(blocks, edges).reduce(column)
    shift = ROWS - blocks.end
    parts = [plain[a + shift : b + shift] for a, b in pairwise(edges)]
    assert low.tolist() == [np.nanmin(part) for part in parts]
    assert high.tolist() == [np.nanmax(part) for part in parts]


def test_infinities_and_negative_zero_are_values():
    column = TableColumn("x", Column("x", np.zeros(0, "f8")))
    history = History([column], 1 << 20)
    data = np.tile([np.inf, -np.inf, -0.0, np.nan], 10_000)
    history.write(np.arange(len(data)), [(column, data, None)])
    low, high = Ranges(history.blocks, np.arange(0, len(data) + 1)).reduce(column)
    np.testing.assert_array_equal(low, data)
    np.testing.assert_array_equal(np.signbit(low[2::4]), True)
    low, high = Ranges(history.blocks, np.arange(0, len(data) + 1, 400)).reduce(column)
    assert set(low) == {-np.inf}
    assert set(high) == {np.inf}


def by_the_rule(edges: list[int], joined: list[bool], floor: int) -> list[int]:
    """An inner edge between joined ranges is moved down to a multiple of the largest power of 16 of which the smaller
    range beside it holds 16."""
    moved = list(edges)
    for i in range(1, len(edges) - 1):
        smaller = min(edges[i] - edges[i - 1], edges[i + 1] - edges[i]) if joined[i - 1] else 0
        unit = 1
        while unit * 16 * 16 <= smaller:
            unit *= 16
        moved[i] = max(edges[i] // unit * unit, floor) if unit > 1 else edges[i]
    return moved


lengths = st.lists(st.sampled_from((1, 3, 200, 255, 256, 300, 4_000, 4_096, 5_000, 70_000, 1_100_000)), min_size=1)


@settings(max_examples=200)
@given(st.integers(0, 10_000), lengths, st.data())
def test_edges_are_moved_by_the_rule_and_by_at_most_a_sixteenth(start, lengths, data):
    edges = np.cumsum([start, *lengths])
    joined = data.draw(st.lists(st.booleans(), min_size=len(lengths) - 1, max_size=len(lengths) - 1))
    moved = snapped(edges, np.array(joined, bool), start)
    assert moved.tolist() == by_the_rule(edges.tolist(), joined, start)
    for i in range(1, len(edges) - 1):
        smaller = min(edges[i] - edges[i - 1], edges[i + 1] - edges[i])
        assert 0 <= edges[i] - moved[i] <= smaller / 16
    assert (np.diff(moved) > 0).all()
    assert (moved[0], moved[-1]) == (edges[0], edges[-1])
