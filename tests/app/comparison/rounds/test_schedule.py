"""The order of a comparison's blocks balances drift, and blocks of a stalled window hold whole stalls."""

from __future__ import annotations

import pytest

from app.comparison.rounds.schedule import MOST_ROUNDS, SETTLE_NS, plan, timing

MS = 1_000_000


def test_a_round_is_two_abbas() -> None:
    assert [step.mode for step in plan(1)] == ["gui", "thread", "thread", "gui"] * 2


def test_a_round_holds_four_pairs_of_one_block_of_each_mode() -> None:
    steps = plan(3)
    for pair in range(1, 13):
        assert {step.mode for step in steps if step.pair == pair} == {"gui", "thread"}
    assert [step.round for step in steps] == [1] * 8 + [2] * 8 + [3] * 8
    assert {step.pair for step in steps if step.round == 2} == {5, 6, 7, 8}


def test_each_mode_is_first_in_as_many_pairs_as_the_other() -> None:
    firsts = [step.mode for step in plan(2)[::2]]
    assert firsts.count("gui") == firsts.count("thread") == 4


def test_the_last_block_of_a_round_knows_it() -> None:
    assert [place for place, step in enumerate(plan(2)) if step.ends_round] == [7, 15]


@pytest.mark.parametrize("rounds", [0, -1, MOST_ROUNDS + 1])
def test_a_number_of_rounds_that_is_not_to_be_had_is_refused(rounds: int) -> None:
    with pytest.raises(ValueError, match=f"expected 1 to 10 rounds, got {rounds}"):
        plan(rounds)


def test_a_block_is_a_quarter_of_a_modes_time() -> None:
    assert timing(10_000 * MS).block_ns == 2_500 * MS
    assert timing(10_000 * MS).settle_ns == SETTLE_NS


def test_a_block_of_a_stalled_window_holds_whole_stalls() -> None:
    asked = timing(10_000 * MS, 700 * MS)
    assert (asked.block_ns, asked.note) == (2_800 * MS, "")
    assert asked.settle_ns == 1_400 * MS


def test_that_a_block_is_shorter_than_a_stall_is_said() -> None:
    asked = timing(800 * MS, 500 * MS)
    assert asked.block_ns == 200 * MS
    assert "A block lasts 200 ms and the stall comes every 500 ms" in asked.note
