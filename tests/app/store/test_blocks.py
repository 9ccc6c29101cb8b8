"""Rows, slots and times."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.store.bank import Bank, Mask
from app.store.blocks import KEPT_READY, MANY_TIMES, Blocks

N = 16


def filled(times: np.ndarray, slots: int = 40) -> Blocks:
    blocks = Blocks(N, slots)
    for time in times.tolist():
        append(blocks, time, slots)
    return blocks


def append(blocks: Blocks, time: int, limit: int) -> None:
    if blocks.full:
        blocks.open_block(time)
    blocks.times[blocks.current, blocks.end % N] = time
    blocks.end += 1
    blocks.prepare(limit)


ascending = st.lists(st.integers(0, 3), min_size=1, max_size=200).map(lambda gaps: np.cumsum(gaps) * 10)


@given(ascending, st.lists(st.integers(-10, 3000), min_size=1, max_size=3 * MANY_TIMES).map(sorted), st.integers(0, 99))
def test_times_are_found_as_in_one_sorted_array(times, asked, percent_aged):
    blocks = filled(times)
    blocks.first = len(times) * percent_aged // 100
    while blocks.oldest[2] <= blocks.first:
        blocks.close_oldest()
    expected = np.maximum(np.searchsorted(times, asked), blocks.first)
    np.testing.assert_array_equal(blocks.locate(np.array(asked)), expected)
    assert [blocks.first_at_or_after(time) for time in asked] == expected.tolist()


def test_without_rows_every_time_is_at_the_end():
    blocks = Blocks(N, 4)
    assert blocks.locate(np.array([1, 2])).tolist() == [0, 0]
    assert blocks.first_at_or_after(5) == 0


def test_pieces_cover_rows_in_order_across_blocks():
    blocks = filled(np.arange(40))
    pieces = list(blocks.pieces(10, 39))
    assert [(start, stop) for _, start, stop in pieces] == [(10, 16), (0, 16), (0, 7)]
    held = np.concatenate([blocks.times[slot, start:stop] for slot, start, stop in pieces])
    assert held.tolist() == list(range(10, 39))


def test_rows_are_found_again_when_slots_are_reused_out_of_order():
    blocks = filled(np.arange(4 * N), slots=4)
    blocks.close_oldest()
    blocks.close_oldest()
    for time in range(4 * N, 6 * N):
        append(blocks, time, 4)
    assert [blocks.time_of(row) for row in range(2 * N, 6 * N)] == list(range(2 * N, 6 * N))
    slots = blocks.slots_of(np.arange(2, 6))
    assert blocks.times[slots, 0].tolist() == [2 * N, 3 * N, 4 * N, 5 * N]
    assert sorted(slots.tolist()) == [0, 1, 2, 3]


def test_the_next_block_is_touched_in_step_with_the_second_half_of_this_one(monkeypatch):
    touched = []
    monkeypatch.setattr(Bank, "touch", lambda self, slot, start, stop: touched.append((slot, start, stop)))
    filled(np.arange(N))
    assert [slot for slot, _, _ in touched] == [1] * 9
    ends = [stop for _, _, stop in touched]
    assert (ends[0], ends[-1]) == (0.0, 1.0)
    assert ends == sorted(ends)
    assert all(before == start for before, (_, start, _) in zip(ends, touched[1:], strict=False))


def test_at_the_limit_nothing_more_is_prepared():
    blocks = filled(np.arange(2 * N - 1), slots=2)
    assert blocks.allocated == 2
    assert blocks.fresh_taken == 2
    append(blocks, 99, 2)
    assert not blocks.has_slot(2)


def test_ready_blocks_beyond_two_are_given_back(monkeypatch):
    released = []
    monkeypatch.setattr(Bank, "release", lambda self, slot: released.append(slot))
    blocks = filled(np.arange(5 * N))
    for _ in range(4):
        blocks.close_oldest()
    blocks.give_back(40)
    assert blocks.allocated == 1 + KEPT_READY + 1  # in use, ready, and the one being touched
    assert len(released) == 2
    blocks.give_back(2)
    assert blocks.allocated == 2


def test_a_reused_slot_forgets_what_was_missing_in_it():
    blocks = Blocks(N, 1)
    mask = Mask(N, 1)
    blocks.masks.append(mask)
    blocks.open_block(0)
    mask.set(blocks.current, 0, N, True)
    blocks.end = N
    blocks.close_oldest()
    blocks.open_block(1)
    assert mask.of(blocks.current) is None


def test_after_a_restart_rows_count_from_0_and_slots_are_ready():
    blocks = filled(np.arange(50))
    allocated = blocks.allocated
    blocks.restart()
    assert (blocks.first, blocks.end, blocks.stored) == (0, 0, (0, 0))
    assert blocks.allocated == allocated
    taken = blocks.fresh_taken
    append(blocks, 3, 40)
    assert blocks.fresh_taken == taken
    assert blocks.time_of(0) == 3


@pytest.mark.parametrize("rows", [0, 1, N - 1, N, N + 1])
def test_stored_rows_begin_with_the_oldest_block(rows):
    blocks = filled(np.arange(rows))
    assert blocks.stored == (0, rows)
