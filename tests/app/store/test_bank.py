"""Columns in blocks: the pyramid holds what the rows say, however they came."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.store.bank import RADIX, Bank, Mask, Scratch, levels_of, slot_items

DTYPES = [np.dtype(name) for name in ("f4", "f8", "i1", "u1", "i2", "u2", "i4", "u4", "i8", "u8")]
ROWS = 4096


def filled(dtype: np.dtype, cuts: list[int], seed: int = 0, columns: int = 2) -> Bank:
    """A bank whose slot 1 was written and built in pieces."""
    rng = np.random.default_rng(seed)
    bank, scratch = Bank(dtype, columns, ROWS, 3), Scratch()
    data = rng.integers(0, 100, (columns, ROWS)).astype(dtype)
    if dtype.kind == "f":
        data[rng.random(data.shape) < 0.1] = np.nan
        data[:, 512:768] = np.nan
        data[:, 100] = -np.inf
    for start, stop in zip([0, *cuts], [*cuts, ROWS], strict=True):
        bank.raw[1, :, start:stop] = data[:, start:stop]
        bank.build(1, start, stop, scratch)
    return bank


def assert_pyramid_holds(bank: Bank) -> None:
    for level, pairs in enumerate(bank.pairs, start=1):
        buckets = bank.raw[1].reshape(bank.columns, -1, RADIX**level)
        np.testing.assert_array_equal(pairs[1, : bank.columns], np.fmin.reduce(buckets, axis=2))
        np.testing.assert_array_equal(pairs[1, bank.columns :], np.fmax.reduce(buckets, axis=2))


@pytest.mark.parametrize("dtype", DTYPES, ids=str)
def test_the_pyramid_of_a_block_written_at_once_is_that_of_its_rows(dtype):
    bank = filled(dtype, [])
    assert bank.levels == 2
    assert_pyramid_holds(bank)


@given(st.lists(st.integers(0, ROWS), max_size=12).map(sorted), st.integers(0, 99))
def test_the_pyramid_does_not_depend_on_the_pieces_in_which_rows_came(cuts, seed):
    assert_pyramid_holds(filled(np.dtype("f4"), cuts, seed))


def test_a_piece_larger_than_the_scratch_is_built_in_steps(monkeypatch):
    monkeypatch.setattr("app.store.bank.SCRATCH_BYTES", 1000)
    assert_pyramid_holds(filled(np.dtype("f8"), [777]))


@pytest.mark.parametrize(("rows", "levels"), [(16, 0), (128, 0), (256, 1), (2048, 1), (4096, 2), (65536, 3)])
def test_every_level_has_at_least_sixteen_entries_a_block(rows, levels):
    assert levels_of(rows) == levels
    assert all(rows >> 4 * level >= RADIX for level in range(1, levels + 1))


def test_the_pyramid_adds_about_two_sixteenths():
    assert 1.13 < slot_items(1, 65536, 3) / 65536 < 1.14


def test_missing_integers_stay_out_of_the_pyramid():
    bank, scratch = Bank(np.dtype("i4"), 1, 256, 1), Scratch()
    bank.raw[0, 0] = np.arange(256)
    missing = np.zeros(256, bool)
    missing[:20] = missing[31] = True
    bank.build(0, 0, 256, scratch, [(0, missing)])
    lows, highs = bank.pairs[0][0]
    assert lows[0] > highs[0]  # no value at all
    assert (lows[1], highs[1]) == (20, 30)
    assert (lows[2], highs[2]) == (32, 47)


@pytest.mark.parametrize("rows", [16, 256])
def test_a_retired_block_leaves_its_extremes(rows):
    bank, scratch = Bank(np.dtype("f4"), 2, rows, 2), Scratch()
    for slot, scale in ((0, 1), (1, -2)):
        bank.raw[slot] = np.arange(rows) * scale
        bank.raw[slot, 1] = np.nan
        bank.build(slot, 0, rows, scratch)
        bank.retire(slot)
    assert (bank.low[0], bank.high[0]) == (-2 * (rows - 1), rows - 1)
    assert np.isnan([bank.low[1], bank.high[1]]).all()


@pytest.mark.parametrize("rows", [16, 256])
def test_a_retired_block_of_integers_forgets_what_was_missing(rows):
    bank, scratch = Bank(np.dtype("i2"), 2, rows, 1), Scratch()
    bank.raw[0] = np.arange(rows)
    missing = np.arange(rows) < 5
    masked = [(0, missing), (1, np.ones(rows, bool))]
    bank.build(0, 0, rows, scratch, masked)
    bank.retire(0, masked)
    assert (bank.low[0], bank.high[0]) == (5, rows - 1)
    assert np.isnan([bank.low[1], bank.high[1]]).all()


def test_signalling_nans_of_a_device_do_not_warn():
    bits = np.full(256, 0x7F800001, np.uint32)  # a signalling NaN as a device may send it
    bank = Bank(np.dtype("f4"), 1, 256, 1)
    bank.raw[0, 0] = bits.view("f4")
    with np.errstate(invalid="ignore"):
        bank.build(0, 0, 256, Scratch())
    assert np.isnan(bank.pairs[0]).all()


def test_a_mask_costs_nothing_in_blocks_where_nothing_is_missing():
    mask = Mask(64, 2)
    assert mask.of(0) is None
    mask.set(0, 3, 5, True)
    assert np.flatnonzero(mask.of(0)).tolist() == [3, 4]
    assert mask.of(1) is None
    mask.forget(0)
    assert mask.of(0) is None
    mask.set(0, 9, 10, np.array([True]))
    assert np.flatnonzero(mask.of(0)).tolist() == [9]
