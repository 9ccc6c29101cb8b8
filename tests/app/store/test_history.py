"""Rows within their bounds: blocks, banks, and the copies that change them."""

from __future__ import annotations

import numpy as np
import pytest

from app.store.column import TableColumn
from app.store.history import FEWEST_BLOCKS, LEAST_BLOCKS, MOST_BANKS, TARGET_BLOCKS, History
from app.store.pyramid import Ranges
from app.stream import Column

MIB = 1 << 20


def column(name: str, dtype: str = "f4") -> TableColumn:
    return TableColumn(name, Column(name, np.zeros(0, dtype)))


class Writer:
    """Writes rows 0, 1, 2... whose values are their numbers, into all columns."""

    def __init__(self, history: History) -> None:
        self.history = history
        self.count = 0

    def write(self, count: int, missing: float = 0.0, absent: tuple[TableColumn, ...] = ()) -> None:
        rows = np.arange(self.count, self.count + count)
        self.count += count
        gone = np.random.default_rng(self.count).random(count) < missing if missing else None
        self.history.write(rows, [
            (column, None if column in absent else rows % 100, None if column in absent else gone)
            for column in self.history.columns
        ])  # fmt: skip


def values(history: History, column: TableColumn) -> np.ndarray:
    """All of the column's values in history, NaN where missing or older than the column."""
    blocks = history.blocks
    since = max(blocks.first, column.bank.since)
    pieces = [column.floats(*piece).astype(float) for piece in blocks.pieces(since, blocks.end)]
    return np.concatenate([np.full(since - blocks.first, np.nan), *pieces])


def test_about_thirty_two_blocks_fit_the_bound():
    for columns, limit in ((1, MIB), (8, 100 * MIB), (1000, 50 * MIB)):
        history = History([column(str(i)) for i in range(columns)], limit)
        fit = limit // history.blocks.block_bytes
        assert TARGET_BLOCKS <= fit < 2 * TARGET_BLOCKS + 2


def test_a_bound_smaller_than_any_block_keeps_two_of_the_smallest():
    history = History([column("x", "f8")], 0)
    writer = Writer(history)
    for _ in range(100):
        writer.write(7)
        assert history.nbytes <= LEAST_BLOCKS * history.blocks.block_bytes
    assert history.blocks.block_rows == 16
    assert 16 < history.rows <= 32
    assert history.rows + history.aged_out == writer.count


def test_the_bound_in_bytes_holds_at_every_write():
    history = History([column("x"), column("y", "i8")], MIB)
    writer = Writer(history)
    for count in (1, 5, 100_000, 3, 7_000, 200_000, 40_000):
        writer.write(count, missing=0.1)
        assert history.nbytes <= MIB
        assert history.rows + history.aged_out == writer.count
    assert history.nbytes > 0.9 * MIB  # and it is made use of


def test_bounded_in_bytes_a_steady_state_takes_no_new_block():
    history = History([column("x")], MIB)
    writer = Writer(history)
    writer.write(200_000)
    taken, held = history.blocks.fresh_taken, history.nbytes
    for _ in range(300):
        writer.write(1_000)
    assert history.blocks.fresh_taken == taken
    assert history.nbytes == held


def test_bounded_in_time_a_steady_state_takes_no_new_block():
    history = History([column("x")], MIB)
    writer = Writer(history)

    def run(writes: int) -> None:
        for _ in range(writes):
            writer.write(500)
            history.age(writer.count - 10_000)

    run(60)
    taken = history.blocks.fresh_taken
    run(300)
    assert history.rows == 10_000
    assert history.blocks.fresh_taken == taken
    assert history.aged_out == writer.count - 10_000


def test_what_a_slower_device_no_longer_needs_is_given_back():
    history = History([column("x")], 4 * MIB)
    writer = Writer(history)
    writer.write(100_000)
    most = history.nbytes
    writer.write(10)
    history.age(writer.count - 10)
    assert history.nbytes < most / 4


def test_the_newest_row_never_ages_out():
    history = History([column("x")], MIB)
    writer = Writer(history)
    writer.write(5_000)
    history.age(10**12)
    assert history.rows == 1
    assert history.blocks.time_of(history.blocks.first) == 4_999


def test_a_smaller_bound_forgets_at_once_and_counts_it():
    history = History([column("x")], 4 * MIB)
    writer = Writer(history)
    writer.write(300_000)
    history.set_limit(MIB)
    assert history.nbytes <= MIB
    assert history.rows + history.aged_out == writer.count
    assert values(history, history.columns[0])[-1] == (writer.count - 1) % 100


def test_bounds_that_part_from_the_blocks_rewrite_them_and_lose_nothing():
    x, y = column("x"), column("y", "i4")
    history = History([x, y], MIB)
    writer = Writer(history)
    writer.write(5_000, missing=0.3)
    before = [values(history, c) for c in (x, y)]
    rows = history.blocks.block_rows
    history.set_limit(64 * MIB)
    assert history.blocks.block_rows > rows
    history.set_limit(MIB // 2)
    assert history.blocks.block_rows < rows
    for old, c in zip(before, (x, y), strict=True):
        np.testing.assert_array_equal(values(history, c), old)
    assert history.rows == 5_000


def test_columns_that_make_blocks_too_large_shorten_them():
    history = History([column("x")], MIB)
    writer = Writer(history)
    writer.write(10_000)
    history.add_columns([column(str(i)) for i in range(200)])
    assert history.nbytes <= MIB
    assert MIB // history.blocks.block_bytes >= FEWEST_BLOCKS
    assert history.rows + history.aged_out == writer.count


def test_a_late_column_is_missing_before_it_came_also_once_rewritten():
    x, late = column("x"), column("late", "i4")
    history = History([x], MIB)
    writer = Writer(history)
    writer.write(20_000)  # several blocks before the column, and part of one
    appeared = writer.count
    history.add_columns([late])
    writer.write(10_000)

    def assert_missing_before() -> None:
        found = values(history, late)
        assert np.isnan(found[:appeared]).all()
        assert not np.isnan(found[appeared:]).any()
        assert history.extremes(late) == (0, 99)

    assert 0 < late.bank.since < appeared
    assert_missing_before()
    history.set_limit(32 * MIB)
    assert late.bank.since == 0
    assert_missing_before()


def test_columns_that_come_one_by_one_do_not_make_a_bank_each():
    history = History([column("x")], 4 * MIB)
    writer = Writer(history)
    for i in range(3 * MOST_BANKS):
        history.add_columns([column(str(i))])
        writer.write(50)
    assert len(history.blocks.banks) <= MOST_BANKS
    assert history.rows == writer.count
    assert np.count_nonzero(np.isnan(values(history, history.columns[-1]))) == writer.count - 50


@pytest.mark.parametrize("rows", [100, 20_000])
def test_widening_keeps_values_and_what_is_missing(rows):
    x, other = column("x", "i4"), column("other", "i4")
    history = History([x, other], 4 * MIB)
    writer = Writer(history)
    writer.write(rows, missing=0.3)
    before = values(history, x)
    assert np.isnan(before).any()
    history.widen(x, np.dtype("f8"))
    writer.write(rows)
    np.testing.assert_array_equal(values(history, x)[:rows], before)
    for c in (x, other):
        ends = np.arange(0, 2 * rows + 1, rows // 50)
        low, high = Ranges(history.blocks, ends).reduce(c)
        plain = values(history, c).reshape(-1, rows // 50)
        np.testing.assert_array_equal(low, np.fmin.reduce(plain, axis=1))
        np.testing.assert_array_equal(high, np.fmax.reduce(plain, axis=1))


def test_widening_the_only_column_of_a_bank_drops_the_bank():
    x = column("x", "i4")
    history = History([x], MIB)
    history.widen(x, np.dtype("f8"))
    assert [bank.dtype for bank in history.blocks.banks] == [np.dtype("f8")]


def test_extremes_are_those_of_a_life_whatever_happened_since():
    x = column("x", "i4")
    history = History([x], MIB // 4)
    history.write(np.arange(3), [(x, np.array([7, -5, 1_000]), None)])
    writer = Writer(history)
    writer.count = 3
    assert history.extremes(x) == (-5, 1_000)
    writer.write(100_000)
    assert history.aged_out > 0
    assert history.extremes(x) == (-5, 1_000)
    history.clear()
    history.widen(x, np.dtype("f8"))
    history.set_limit(8 * MIB)
    assert history.extremes(x) == (-5, 1_000)


def test_clearing_counts_what_was_held_and_goes_on_from_nothing():
    history = History([column("x")], MIB)
    writer = Writer(history)
    writer.write(30_000)
    history.clear()
    assert (history.rows, history.cleared, history.aged_out) == (0, 30_000, 0)
    writer.write(10)
    assert history.rows == 10


def test_after_clearing_a_late_column_is_there_from_the_first_row():
    x, late = column("x"), column("late")
    history = History([x], MIB)
    writer = Writer(history)
    writer.write(20_000)
    history.add_columns([late])
    history.clear()
    writer.write(100)
    assert not np.isnan(values(history, late)).any()


def test_absent_columns_cost_no_mask_where_they_are_present():
    x, y = column("x"), column("y")
    history = History([x, y], MIB)
    writer = Writer(history)
    writer.write(20_000)
    assert x.mask is None
    assert y.mask is None
    writer.write(10, absent=(y,))
    assert x.mask is None
    assert np.count_nonzero(y.mask.flagged) == 1


def test_where_the_system_refuses_the_address_space_the_history_is_shorter_and_runs_on(monkeypatch):
    monkeypatch.setattr("app.store.history.has_room", lambda nbytes: nbytes <= 16 * MIB)
    history = History([column("x")], 1 << 40)
    assert 4 * MIB < history.limit_bytes <= 8 * MIB
    writer = Writer(history)
    writer.write(100_000)
    history.set_limit(1 << 41)
    writer.write(100_000)
    assert history.nbytes <= 8 * MIB
    assert history.rows == writer.count


def test_a_bound_beyond_the_machines_memory_costs_what_is_used():
    history = History([column("x")], 1 << 40)
    writer = Writer(history)
    writer.write(1000)
    assert history.rows == 1000
