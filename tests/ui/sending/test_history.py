"""What was sent, walked through with two arrows."""

from __future__ import annotations

from ui.sending.draft import Draft
from ui.sending.history import MOST, History

A, B, C = Draft("a"), Draft("b"), Draft("c")


def test_older_goes_back_to_the_oldest_and_newer_comes_home_to_what_was_half_written() -> None:
    history = History([A, B])
    assert history.older(C) == B
    assert history.older(B) == A
    assert history.older(A) is None
    assert history.newer() == B
    assert history.newer() == C
    assert history.newer() is None


def test_an_empty_history_leads_nowhere() -> None:
    history = History()
    assert history.older(A) is None
    assert history.newer() is None


def test_what_was_sent_again_is_the_newest_and_stands_there_once() -> None:
    history = History([A, B])
    history.add(A)
    assert history.drafts == (B, A)


def test_after_sending_the_next_walk_begins_at_the_newest() -> None:
    history = History([A, B])
    history.older(C)
    history.older(B)
    history.add(C)
    assert history.older(Draft()) == C


def test_whoever_types_in_the_middle_of_a_walk_begins_anew() -> None:
    history = History([A, B])
    history.older(C)
    history.older(B)
    history.rest()
    assert history.older(Draft("a, changed")) == B
    assert history.newer() == Draft("a, changed")


def test_the_oldest_goes_where_there_are_too_many() -> None:
    history = History(Draft(str(number)) for number in range(MOST + 5))
    history.add(Draft("last"))
    assert len(history.drafts) == MOST
    assert (history.drafts[0].text, history.drafts[-1].text) == ("6", "last")
