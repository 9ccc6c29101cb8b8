"""The rows: what is sound, what follows from the blocks, which quantile may be said."""

from __future__ import annotations

import math

import msgspec
import pytest

from app.comparison.judgement.rows import Rows, pairs_of, quantile, sound_pairs
from app.comparison.schema import MEASURES, Distribution
from tests.app.comparison.made import GOOD, Way, exchanged, made, with_links


def test_a_round_holds_four_pairs_of_neighbours_in_different_modes():
    pairs = sound_pairs(made(GOOD, GOOD, rounds=2).blocks)
    assert [(pair.gui.pair, pair.gui.round) for pair in pairs] == [(n, 1 + (n > 4)) for n in range(1, 9)]
    assert all(pair.gui.mode == "gui" and pair.thread.mode == "thread" for pair in pairs)


def test_a_broken_block_takes_its_pair_with_it():
    comparison = made(GOOD, GOOD, broken={3: "the connection was lost"})
    assert [pair.gui.pair for pair in sound_pairs(comparison.blocks)] == [1, 2, *range(4, 13)]
    assert {pair.pair for pair in pairs_of(comparison.blocks)} == {1, 2, *range(4, 13)}


@pytest.mark.parametrize("count", [1, 3])
def test_a_pair_that_is_not_one_block_of_each_mode_does_not_count(count):
    blocks = made(GOOD, GOOD, rounds=1).blocks
    first, second = blocks[:2]
    assert sound_pairs([first, second, second][:count]) == ()
    assert sound_pairs([first, msgspec.structs.replace(second, mode="gui")]) == ()


@pytest.mark.parametrize("seconds", [0.0, -1.0, math.nan])
def test_a_block_that_did_not_last_does_not_count(seconds):
    first, second, *_ = made(GOOD, GOOD, rounds=1).blocks
    assert sound_pairs([first, msgspec.structs.replace(second, seconds=seconds)]) == ()


def test_the_order_of_the_blocks_does_not_matter():
    blocks = made(GOOD, GOOD).blocks
    assert pairs_of(blocks[::-1]) == pairs_of(blocks)


def test_a_pair_is_the_means_of_both_blocks_and_gui_less_thread():
    comparison = made(GOOD, GOOD, rounds=1)
    pair = next(pair for pair in pairs_of(comparison.blocks) if pair.measure == "readable_painted")
    gui, thread = (block.links["scope"].means_ms["readable_painted"] for block in comparison.blocks[:2])
    assert (pair.gui_ms, pair.thread_ms, pair.difference_ms) == (gui, thread, gui - thread)
    assert len(pairs_of(comparison.blocks)) == 4 * len(MEASURES)


@pytest.mark.parametrize("mean", [None, math.nan, math.inf])
def test_a_mean_that_is_not_there_makes_no_pair(mean):
    def without(link):
        return msgspec.structs.replace(link, means_ms={**link.means_ms, "readable_painted": mean})

    pairs = pairs_of(with_links(made(GOOD, GOOD), without).blocks)
    assert {pair.measure for pair in pairs} == set(MEASURES) - {"readable_painted"}


def test_a_block_in_which_a_link_was_silent_makes_no_pair_of_it():
    pairs = pairs_of(made({"scope": GOOD, "gps": Way(chunks=0)}, {"scope": GOOD, "gps": GOOD}).blocks)
    assert {pair.link for pair in pairs} == {"scope"}


@pytest.mark.parametrize(
    ("count", "names"),
    [
        (19, []),
        (20, ["p50"]),
        (100, ["p50", "p90"]),
        (200, ["p50", "p90", "p95"]),
        (1000, ["p50", "p90", "p95", "p99"]),
    ],
)
def test_a_quantile_needs_ten_observations_beyond_it_whatever_the_row_says(count, names):
    row = Distribution(count=count, p50_ms=1.0, p90_ms=2.0, p95_ms=3.0, p99_ms=4.0)
    assert [name for name in ("p50", "p90", "p95", "p99") if quantile(row, name) is not None] == names


def test_a_quantile_that_is_no_number_is_not_there():
    assert quantile(Distribution(count=5000, p99_ms=math.nan), "p99") is None
    assert quantile(None, "p99") is None


def test_a_link_stands_at_the_highest_quantile_that_both_modes_allow():
    rows = Rows(made(Way(chunks=150), Way(chunks=10)))
    assert rows.standing("scope", "readable_painted").quantile == "p90"


def test_time_held_back_is_a_share_of_the_sound_blocks_alone():
    held = Rows(made(Way(held_share=0.5), Way(held_share=0.1), broken={1: "lost"})).held("scope")
    assert held.gui_share == pytest.approx(0.5, abs=0.05)
    assert held.thread_share == pytest.approx(0.1, abs=0.05)
    assert len(held.differences) == 11


def test_time_held_back_that_is_not_to_be_had_is_none_and_not_nought():
    assert Rows(made(Way(held_share=None), Way(held_share=None))).held("scope") is None
    assert Rows(made(Way(held_share=None), GOOD)).held("scope") is None


def test_exchanging_the_modes_turns_every_difference_round():
    comparison = made(Way(paint_ms=9), GOOD)
    turned = {(p.pair, p.link, p.measure): -p.difference_ms for p in pairs_of(exchanged(comparison).blocks)}
    assert turned == {(p.pair, p.link, p.measure): p.difference_ms for p in pairs_of(comparison.blocks)}
