"""Gaps have causes, an order and a bound."""

from __future__ import annotations

from app.store.gaps import MAX_GAPS, Gaps
from app.store.views import Gap


def closed(*spans: tuple[int, int]) -> Gaps:
    gaps = Gaps()
    for start, end in spans:
        gaps.open(f"at {start}", start)
        gaps.close(end)
    return gaps


def test_a_gap_lasts_until_the_next_row():
    gaps = Gaps()
    gaps.open("closed by the device", 10)
    assert gaps.between(0, 100) == [Gap(10, None, "closed by the device")]
    gaps.close(30)
    assert gaps.between(0, 100) == [Gap(10, 30, "closed by the device")]


def test_closing_when_none_lasts_changes_nothing():
    gaps = Gaps()
    gaps.close(30)
    assert gaps.between(0, 100) == []


def test_more_causes_of_one_gap_are_named_first_and_latest():
    gaps = Gaps()
    for cause in ("silent", "timed out", "refused", "refused"):
        gaps.open(cause, 10)
    gaps.close(20)
    assert gaps.between(0, 100) == [Gap(10, 20, "silent, then refused")]


def test_the_same_cause_again_is_said_once():
    gaps = Gaps()
    gaps.open("refused", 10)
    gaps.open("refused", 10)
    assert gaps.between(0, 100)[0].cause == "refused"


def test_only_gaps_that_touch_the_span_are_found_oldest_first():
    gaps = closed((0, 5), (10, 15), (20, 25))
    gaps.open("now", 30)
    found = [(gap.start_ns, gap.end_ns) for gap in gaps.between(15, 20)]
    assert found == [(10, 15), (20, 25)]
    assert [gap.start_ns for gap in gaps.between(26, 40)] == [30]
    assert [gap.start_ns for gap in gaps.between(-9, -1)] == []


def test_a_gap_that_ends_with_the_oldest_row_stays():
    gaps = closed((0, 5), (10, 15), (20, 25))
    gaps.forget_before(15)
    assert [gap.start_ns for gap in gaps.between(0, 100)] == [10, 20]
    gaps.forget_before(16)
    assert [gap.start_ns for gap in gaps.between(0, 100)] == [20]


def test_the_number_of_gaps_is_bounded_and_the_newest_are_kept():
    gaps = closed(*((i, i) for i in range(2 * MAX_GAPS)))
    kept = gaps.between(0, 10 * MAX_GAPS)
    assert MAX_GAPS // 2 < len(kept) <= MAX_GAPS
    assert kept[-1].start_ns == 2 * MAX_GAPS - 1


def test_clearing_forgets_the_one_that_lasts_too():
    gaps = closed((0, 5))
    gaps.open("silent", 5)
    gaps.clear()
    assert gaps.between(-100, 100) == []
    gaps.close(50)
    assert gaps.between(-100, 100) == []
