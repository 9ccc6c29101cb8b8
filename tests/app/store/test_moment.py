"""What a column says at one moment."""

from __future__ import annotations

import math

import numpy as np
import pytest

from app.store.moment import FEW_ROWS, Gap, Reading, gap_at, read, row_beside, sample_at
from app.store.table import Table
from app.stream import Batch, Column


def table_of(times: list[int], *values: list[float] | list[int]) -> Table:
    table = Table("", history_ns=10**15, history_bytes=8 << 20)
    add(table, times, *values)
    return table


def add(table: Table, times: list[int], *values: list[float] | list[int]) -> None:
    columns = tuple(Column(f"c{n}", np.array(v), "", None) for n, v in enumerate(values))
    table.append(Batch("", np.array(times, np.int64), columns))


def _read(table: Table, start: int, end: int, at: int | None = None) -> Reading:
    """Of the first column."""
    return read(table, (0,), start, end, at)[0]


@pytest.mark.parametrize(("at", "value"), [(99, None), (100, 1.0), (150, 1.0), (200, 2.0), (10**9, 3.0)])
def test_the_last_sample_at_or_before_a_time_holds(at: int, value: float | None) -> None:
    sample = sample_at(table_of([100, 200, 300], [1.0, 2.0, 3.0]), 0, at)
    assert (sample and sample.value) == value


def test_the_last_of_several_rows_of_one_time_holds() -> None:
    sample = sample_at(table_of([100, 100, 100], [1.0, 2.0, math.nan]), 0, 100)
    assert sample is not None
    assert (sample.value, sample.skipped) == (2.0, 1)


def test_integers_beyond_a_double_are_exact() -> None:
    sample = sample_at(table_of([100], [2**53 + 1]), 0, 100)
    assert sample is not None
    assert sample.value == 2**53 + 1


def test_it_looks_back_over_missing_values_and_says_how_many() -> None:
    values = [7.0] + [math.nan] * 500
    sample = sample_at(table_of(list(range(0, 501_000_000, 1_000_000)), values), 0, 10**12)
    assert sample is not None
    assert (sample.time_ns, sample.value, sample.skipped) == (0, 7.0, 500)


def test_a_column_of_nothing_but_nan_says_nothing_and_is_not_read_to_its_end() -> None:
    count = 300_000
    table = table_of(list(range(0, count * 1000, 1000)), [math.nan] * count)
    assert sample_at(table, 0, count * 1000) is None


def test_an_empty_table_says_nothing() -> None:
    table = table_of([1], [1.0])
    table.clear()
    assert sample_at(table, 0, 5) is None
    assert _read(table, 0, 10).count == 0


def test_in_a_gap_there_is_no_value_but_its_cause() -> None:
    table = table_of([100, 200], [1.0, 2.0])
    table.open_gap("reset", 250)
    add(table, [900], [3.0])
    assert _read(table, 400, 410).gap == Gap(200, 900, "reset")
    assert _read(table, 400, 410).sample is None
    assert [gap_at(table, at) for at in (200, 900, 950)] == [None] * 3


def test_an_open_gap_lasts_to_now() -> None:
    table = table_of([100], [1.0])
    table.open_gap("closed", 150)
    assert _read(table, 10**12, 10**12 + 5).gap == Gap(100, None, "closed")


def test_a_pixel_with_a_sample_at_a_gaps_edge_shows_it() -> None:
    table = table_of([100], [1.0])
    table.open_gap("closed", 150)
    reading = _read(table, 90, 200)
    assert reading.sample is not None
    assert reading.gap is None


def test_a_pixel_with_many_samples_has_its_range_beside_its_last_one() -> None:
    reading = _read(table_of([100, 110, 120, 200], [5.0, -1.0, 2.0, 9.0]), 100, 150)
    assert reading.sample is not None
    assert (reading.sample.value, reading.low, reading.high, reading.count) == (2.0, -1.0, 5.0, 3)


def test_at_a_time_within_the_pixel_the_sample_of_that_time_is_read() -> None:
    reading = _read(table_of([100, 110, 120], [5.0, -1.0, 2.0]), 100, 150, 112)
    assert reading.sample is not None
    assert reading.sample.value == -1.0


@pytest.mark.parametrize("rows", [1, 2, FEW_ROWS, FEW_ROWS + 1, 3000])
def test_all_columns_are_read_at_once_however_many_rows_share_the_pixel(rows: int) -> None:
    first, second = np.arange(rows, dtype=np.float64), -np.arange(rows, dtype=np.int64)
    table = table_of([1000 + n for n in range(rows)], first.tolist(), second.tolist())
    one, two = read(table, (0, 1), 1000, 1000 + rows)
    assert one.sample is not None
    assert two.sample is not None
    assert (one.sample.value, two.sample.value, one.count) == (rows - 1.0, 1 - rows, rows)
    assert isinstance(two.sample.value, int)
    if rows > 1:
        assert (one.low, one.high, two.low, two.high) == (0, rows - 1, 1 - rows, 0)


def test_a_column_whose_rows_in_the_pixel_are_missing_shows_its_last_value_before() -> None:
    table = table_of([100, 200, 300], [1.0, 2.0, 3.0], [7.0, math.nan, math.nan])
    readings = read(table, (0, 1), 150, 350)
    assert [r.sample and (r.sample.value, r.sample.skipped) for r in readings] == [(3.0, 0), (7.0, 2)]


def test_the_rows_beside_a_time_are_found_in_all_tables_within_the_view() -> None:
    tables = [table_of([100, 200, 300], [0.0] * 3), table_of([150, 900], [0.0] * 2)]
    assert row_beside(tables, 200, 1, 0, 1000) == 300
    assert row_beside(tables, 200, -1, 0, 1000) == 150
    assert row_beside(tables, 300, 1, 0, 800) is None
    assert row_beside(tables, 100, -1, 0, 800) is None
    assert row_beside([], 100, 1, 0, 800) is None
