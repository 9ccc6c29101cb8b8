"""When a difference counts: proven, large enough, and the same way in the mean and in the quantile."""

from __future__ import annotations

import pytest

from app.comparison.judgement.contrast import contrast, held
from app.comparison.judgement.rows import Rows
from tests.app.comparison.made import GOOD, Way, exchanged, made

LATE = Way(late=0.2, late_ms=100.0)


def contrast_of(comparison, measure="readable_painted", limit_ms=50.0):
    rows = Rows(comparison)
    return contrast(rows, rows.standing("scope", measure), limit_ms)


def test_a_proven_and_large_difference_counts_for_the_sooner_mode():
    assert contrast_of(made(LATE, GOOD)).sooner == 1
    assert contrast_of(exchanged(made(LATE, GOOD))).sooner == -1


def test_a_difference_that_the_user_would_not_mind_does_not_count():
    assert contrast_of(made(LATE, GOOD), limit_ms=2000.0).sooner == 0


def test_a_difference_that_is_small_beside_the_figures_does_not_count():
    slow, slower = Way(paint_ms=1000, spread=0.01), Way(paint_ms=1030, spread=0.01)
    found = contrast_of(made(slower, slow, noise=0.001))
    assert found.significant
    assert found.sooner == 0


def test_a_difference_within_the_noise_does_not_count():
    found = contrast_of(made(GOOD, GOOD, noise=0.4), limit_ms=1.0)
    assert not found.significant
    assert found.sooner == 0


def test_under_eight_pairs_nothing_is_tested():
    found = contrast_of(made(LATE, GOOD, rounds=1))
    assert (found.flip, found.interval_ms, found.significant, found.sooner) == (None, None, False, 0)


def test_the_interval_holds_the_mean():
    found = contrast_of(made(LATE, GOOD))
    low, high = found.interval_ms
    assert 0 < low < found.flip.difference < high


@pytest.mark.parametrize(
    ("gui", "thread", "less"),
    [(0.3, 0.0, 1), (0.0, 0.3, -1), (0.9, 0.85, 0), (0.015, 0.0, 0), (0.0, 0.0, 0)],
)
def test_senders_count_as_held_back_for_less_only_by_a_good_part_of_the_time(gui, thread, less):
    assert held(Rows(made(Way(held_share=gui), Way(held_share=thread)))).less == less


def test_each_link_that_was_held_back_makes_the_test_of_each_stricter():
    """With eight pairs p is 1 of 128 at the least, which seven tests at once do not allow."""
    few, many = (
        {f"link{n}": Way(chunks=3, held_share=share) for n in range(count)} for count, share in ((6, 0.3), (7, 0.3))
    )
    none = {f"link{n}": Way(chunks=3, held_share=0.0) for n in range(7)}
    assert held(Rows(made(few, none, rounds=2))).less == 1
    assert held(Rows(made(many, none, rounds=2))).less == 0


def test_links_that_were_never_held_back_do_not():
    links = {f"link{n}": Way(chunks=3) for n in range(20)}
    found = held(Rows(made({**links, "scope": Way(held_share=0.3)}, {**links, "scope": GOOD}, rounds=2)))
    assert (found.less, found.link.link, found.tried) == (1, "scope", 1)
