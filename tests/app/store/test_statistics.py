"""Figures of a span against exact arithmetic and numpy, whatever the slices."""

from __future__ import annotations

import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.store import statistics
from app.store.statistics import Moments, SpanTally, moments
from app.store.table import Table
from app.stream import Batch, Column

S = 10**9

reals = st.floats(-1e6, 1e6, allow_nan=False, width=32)
steps = st.integers(0, 10**7)


def of(values: list[float], times: list[int] | None = None, *, whole: bool = False) -> Moments:
    at = np.arange(len(values), dtype=np.int64) if times is None else np.array(times, np.int64)
    return moments(at, np.array(values, np.float64), 0, whole=whole)


def table_of(times: np.ndarray, **columns: np.ndarray) -> Table:
    table = Table("", history_ns=10**15, history_bytes=64 << 20)
    table.append(Batch("", times.astype(np.int64), tuple(Column(n, v, "", None) for n, v in columns.items())))
    return table


def tally(table: Table, start_ns: int, end_ns: int, column: int = 0) -> Moments:
    reading = SpanTally(table, column, start_ns, end_ns)
    while not reading.is_done:
        reading.read_slice()
    return reading.moments


@given(st.lists(reals, min_size=2, max_size=40), st.data())
def test_figures_are_those_of_exact_arithmetic_wherever_the_span_is_cut(
    values: list[float], data: st.DataObject
) -> None:
    times = np.cumsum(data.draw(st.lists(steps, min_size=len(values), max_size=len(values)))).tolist()
    cut = data.draw(st.integers(0, len(values)))
    found = of(values[:cut], times[:cut]).merged(of(values[cut:], times[cut:]))
    exact, at = [Fraction(v) for v in values], [Fraction(t, S) for t in times]
    mean, mean_s = sum(exact) / len(exact), sum(at) / len(at)
    squares = sum((v - mean) ** 2 for v in exact)
    spread = sum((t - mean_s) ** 2 for t in at)
    size = max(map(abs, values), default=0.0)
    assert (found.count, found.low, found.high) == (len(values), min(values), max(values))
    assert found.mean == pytest.approx(float(mean), rel=1e-12, abs=1e-12 * size)
    assert found.deviation == pytest.approx(math.sqrt(squares / (len(values) - 1)), rel=1e-9, abs=1e-12 * size)
    assert found.rms == pytest.approx(math.sqrt(sum(v * v for v in exact) / len(values)), rel=1e-12)
    if spread > 0:
        slope = sum((v - mean) * (t - mean_s) for v, t in zip(exact, at, strict=True)) / spread
        assert found.slope == pytest.approx(float(slope), rel=1e-6, abs=1e-9 * size / math.sqrt(spread))
    else:
        assert math.isnan(found.slope)


@given(st.lists(st.integers(-(2**53), 2**53), min_size=1, max_size=60), st.integers(0, 60))
def test_the_mean_of_whole_numbers_is_the_nearest_double(values: list[int], cut: int) -> None:
    whole = [float(v) for v in values]
    found = of(whole[:cut], whole=True).merged(of(whole[cut:], whole=True))
    assert found.total == sum(values)
    assert found.mean == sum(values) / len(values)


def test_a_millivolt_on_ten_kilovolts_keeps_its_digits() -> None:
    times = np.arange(200_000, dtype=np.int64) * 1000
    wave = np.where(np.arange(200_000) % 2, 1e-3, -1e-3)
    found = tally(table_of(times, v=1e4 + wave), 0, 10**12)
    assert found.deviation == pytest.approx(1e-3, rel=1e-5)


def test_days_into_a_history_a_slope_is_still_exact() -> None:
    start = 20 * 86_400 * S
    times = start + np.arange(300_000, dtype=np.int64) * 10_000
    found = tally(table_of(times, v=(times - start) / S * 2.5), start, start + 100 * S)
    assert found.slope == pytest.approx(2.5, rel=1e-9)


def test_what_is_missing_is_counted_and_left_out() -> None:
    found = of([1.0, math.nan, 3.0])
    assert (found.rows, found.count, found.missing, found.mean) == (3, 2, 1, 2.0)


def test_a_column_of_nothing_but_nan_has_no_figures() -> None:
    found = of([math.nan] * 5).merged(of([]))
    assert (found.count, found.missing) == (0, 5)
    assert all(math.isnan(f) for f in (found.low, found.mean, found.rms, found.deviation, found.slope))


def test_infinite_values_are_extremes_and_leave_no_deviation() -> None:
    found = of([1.0, math.inf])
    assert (found.high, found.mean) == (math.inf, math.inf)
    assert math.isnan(found.deviation)


@given(
    st.lists(st.integers(0, 3), min_size=1, max_size=400),
    st.integers(-5, 500),
    st.integers(0, 500),
    st.integers(1, 50),
)
def test_slices_take_every_row_of_the_span_once(steps: list[int], start: int, length: int, rows: int) -> None:
    times = np.cumsum(steps).astype(np.int64)
    table = table_of(times, n=np.arange(len(times), dtype=np.int32))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(statistics, "SLICE_ROWS", rows)
        found = tally(table, start, start + length)
    inside = np.flatnonzero((times >= start) & (times < start + length))
    assert found.rows == len(inside)
    assert found.total == (int(inside.sum()) if len(inside) else None)


def test_a_slice_is_bounded_however_uneven_the_rows_come() -> None:
    burst = np.arange(1_000_000, dtype=np.int64) // 50
    times = np.concatenate([np.arange(10, dtype=np.int64) * S, 3600 * S + burst])
    reading = SpanTally(table_of(times, v=np.ones(len(times), np.float32)), 0, 0, 10**4 * S)
    before, largest = 0, 0
    while not reading.is_done:
        reading.read_slice()
        largest = max(largest, reading.moments.rows - before)
        before = reading.moments.rows
    assert (before, reading.fraction) == (1_000_010, 1.0)
    assert largest <= statistics.SLICE_ROWS
