"""Why connections ended, counted in words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.link.reasons import MAX_REASONS, OTHER, Reasons


def test_each_reason_is_counted_and_the_newest_is_known() -> None:
    reasons = Reasons()
    for reason in ("refused", "refused", "timed out"):
        reasons.note(reason)
    assert dict(reasons.counts()) == {"refused": 2, "timed out": 1}
    assert reasons.last == "timed out"


def test_counts_are_a_snapshot() -> None:
    reasons = Reasons()
    before = reasons.counts()
    reasons.note("refused")
    assert dict(before) == {}


def test_endlessly_new_reasons_are_counted_without_their_names() -> None:
    reasons = Reasons()
    for number in range(MAX_REASONS + 5):
        reasons.note(f"{number} refused")
    reasons.note("0 refused")
    counts = reasons.counts()
    assert len(counts) == MAX_REASONS + 1
    assert counts[OTHER] == 5
    assert counts["0 refused"] == 2
    assert reasons.last == "0 refused"


@given(st.lists(st.one_of(st.sampled_from(["refused", "timed out"]), st.integers(0, 999).map(str)), max_size=300))
def test_every_reason_is_counted_once_by_its_name_or_among_the_others(said: list[str]) -> None:
    reasons = Reasons()
    for reason in said:
        reasons.note(reason)
    counts = reasons.counts()
    assert sum(counts.values()) == len(said)
    assert len(counts) <= MAX_REASONS + 1
    assert all(counts[reason] == said.count(reason) for reason in counts if reason != OTHER)
    assert reasons.last == (said[-1] if said else "")
