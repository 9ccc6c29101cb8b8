"""Spans, and what is gathered of them: quantiles only where there are enough, count, mean and longest exact."""

from __future__ import annotations

import numpy as np
import pytest
from hdrh.histogram import HdrHistogram
from hypothesis import given
from hypothesis import strategies as st

from app.health.ages import (
    ADVICE,
    CLASSES,
    DIGITS,
    HOPS,
    LONGEST_US,
    Ages,
    Measure,
    Summary,
    _class_of,
    least_count,
    spans,
)
from app.health.stamps import UNKNOWN, Stamps

MS = 1_000_000


def stamps(**columns: list[int]) -> Stamps:
    """Chunks by the times that matter; the rest is not to be had."""
    count = len(next(iter(columns.values())))
    names = ("sizes", "backlog", "sent_ns", "known_empty_ns", "read_ns", "received_ns", "stored_ns", "painted_ns")
    return Stamps(*(np.array(columns.get(name, [UNKNOWN] * count), np.int64) for name in names))


def read_after(*ages_ms: float) -> Stamps:
    return stamps(known_empty_ns=[10**9] * len(ages_ms), read_ns=[10**9 + int(age * MS) for age in ages_ms])


WAY = {
    "sent_ns": [100],
    "known_empty_ns": [110],
    "read_ns": [130],
    "received_ns": [170],
    "stored_ns": [250],
    "painted_ns": [410],
}


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        ("sent_readable", 10),
        ("readable_read", 20),
        ("read_received", 40),
        ("received_stored", 80),
        ("stored_painted", 160),
        ("readable_received", 60),
        ("readable_painted", 300),
        ("sent_painted", 310),
    ],
)
def test_each_measure_is_from_one_time_to_the_other(measure, expected):
    assert spans(stamps(**WAY), measure).tolist() == [expected]


def test_bytes_cannot_become_readable_before_they_were_sent():
    assert spans(stamps(sent_ns=[100], known_empty_ns=[90], read_ns=[120]), "sent_readable").tolist() == [0]


def test_chunks_without_both_ends_are_left_out():
    some = stamps(stored_ns=[1, 2, 3], painted_ns=[5, UNKNOWN, 9])
    assert spans(some, Measure.STORED_PAINTED).tolist() == [4, 6]
    assert spans(some, Measure.SENT_READABLE).tolist() == []


def test_the_five_hops_have_a_title_and_an_advice_each():
    assert tuple(ADVICE) == HOPS
    assert len({title for title, _ in ADVICE.values()}) == 5
    assert all(len(advice) > 40 for _, advice in ADVICE.values())


@pytest.mark.parametrize(("percent", "count"), [(50, 20), (90, 100), (95, 200), (99, 1000)])
def test_a_quantile_wants_ten_observations_beyond_it(percent, count):
    assert least_count(percent) == count
    ages = Ages()
    ages.add(read_after(*range(1, count)))
    assert getattr(ages.summary("readable_read"), f"p{percent}_ms") is None
    ages.add(read_after(count))
    assert getattr(ages.summary("readable_read"), f"p{percent}_ms") == pytest.approx(count * percent / 100, rel=0.01)


def test_one_observation_has_a_mean_and_a_longest():
    ages = Ages()
    assert ages.summary("readable_read") == Summary(0)
    ages.add(read_after(2.5))
    assert ages.summary("readable_read") == Summary(1, 1.25, max_ms=2.5)


def test_nothing_is_known_of_what_was_not_measured():
    ages = Ages()
    ages.add(read_after(1.0, 2.0))
    assert ages.summary("stored_painted") == Summary(0)
    assert ages.distribution("stored_painted").histogram == ()


def test_a_summary_goes_on_behind_one_that_was_read():
    ages = Ages()
    for number in range(1, 41):
        ages.add(read_after(number))
        ages.summary("readable_read")
    found = ages.summary("readable_read")
    assert (found.count, found.mean_ms, found.max_ms) == (40, 10.25, 40.0)
    assert found.p50_ms == pytest.approx(20, rel=0.01)


@given(st.lists(st.integers(0, 10**13), min_size=20, max_size=60))
def test_quantiles_are_as_close_as_their_class_is_wide(ages_ns):
    ages = Ages()
    ages.add(stamps(known_empty_ns=[0] * len(ages_ns), read_ns=ages_ns))
    found = ages.summary("readable_read")
    assert (found.count, found.max_ms) == (len(ages_ns), max(ages_ns) / MS)
    assert found.mean_ms == pytest.approx(sum(ages_ns) / len(ages_ns) / 2 / MS)
    exact = sorted(ages_ns)[int(len(ages_ns) / 2 + 0.5) - 1] / MS
    if exact < LONGEST_US / 1000:
        assert exact * 0.999 - 0.001 <= found.p50_ms <= exact * 1.009 + 0.002


def test_ages_are_those_of_the_data_and_not_of_the_reads():
    """Eight of ten parts of the time a chunk of 10 bytes comes each ms, then the reader stands still for 200 ms."""
    ages = Ages()
    quick, late = 8000, 10
    ages.add(
        stamps(
            sizes=[10] * quick + [2000] * late,
            known_empty_ns=[0] * (quick + late),
            read_ns=[MS] * quick + [200 * MS] * late,
        )
    )
    found = ages.summary("readable_read")
    assert found.count == quick + late
    assert (found.p50_ms, found.p90_ms) == (pytest.approx(1, rel=0.01), pytest.approx(200, rel=0.01))
    assert found.p99_ms == pytest.approx(200, rel=0.01)


def test_the_mean_is_the_same_for_who_reads_often_and_who_reads_seldom_when_both_paint_at_once():
    often, seldom = Ages(), Ages()
    readable = list(range(0, 100 * MS, MS))
    often.add(
        stamps(
            sizes=[10] * 100,
            known_empty_ns=readable,
            read_ns=[at + MS for at in readable],
            painted_ns=[110 * MS] * 100,
        )
    )
    seldom.add(stamps(sizes=[1000], known_empty_ns=[0], read_ns=[100 * MS], painted_ns=[110 * MS]))
    means = [ages.summary("readable_painted").mean_ms for ages in (often, seldom)]
    assert means == [pytest.approx(60.0), pytest.approx(60.0)]
    assert seldom.summary("readable_painted").max_ms == 110.0


def test_a_distribution_holds_every_observation_under_rising_edges():
    ages = Ages()
    ages.add(read_after(0.0, 0.0001, 3.0, 3.0, 1e9))
    found = ages.distribution("readable_read")
    edges = [edge for edge, _ in found.histogram]
    assert sum(count for _, count in found.histogram) == found.count == 5
    assert edges == sorted(edges)
    assert [count for _, count in found.histogram] == [2, 2, 1]
    assert found.histogram[1][0] == pytest.approx(3.0, rel=0.01)
    assert found.max_ms == 1e9


@given(st.integers(0, 2 * LONGEST_US))
def test_classes_are_the_librarys_own(span_us):
    """The library has no call for many values at once, so its rule is written once more; here both must agree."""
    histogram = HdrHistogram(1, LONGEST_US, DIGITS)
    place = int(_class_of(np.array([span_us]))[0])
    assert 0 <= place < CLASSES
    bounded = min(span_us, LONGEST_US)
    assert histogram.get_value_from_index(place) == histogram.get_lowest_equivalent_value(bounded)


TIMES = st.lists(
    st.tuples(st.integers(0, 3000), *(st.integers(0, 10**9) for _ in range(5)), st.booleans(), st.booleans()),
    max_size=60,
)


@given(st.lists(TIMES, max_size=4))
def test_each_measure_is_summed_up_over_all_chunks_that_have_both_ends(rounds):
    """Against the plain definition: count, longest and the mean from the middle of the doubt, weighted by bytes."""
    ages, seen = Ages(), {measure: [] for measure in Measure}
    for rows in rounds:
        columns = {"sizes": [], "sent_ns": [], "known_empty_ns": [], "read_ns": [], "received_ns": [], "stored_ns": []}
        columns["painted_ns"] = []
        for size, sent, empty, read, received, stored, has_sent, has_painted in rows:
            begun = sent + empty
            values = [begun + read, begun + read + received, begun + read + received + stored]
            made = (size, sent if has_sent else UNKNOWN, begun, *values, values[-1] + 7 if has_painted else UNKNOWN)
            for column, value in zip(columns.values(), made, strict=True):
                column.append(value)
            times = dict(zip(columns, made, strict=True))
            for measure in Measure:
                note(seen[measure], measure, times)
        if rows:
            ages.add(stamps(**columns))
            newest = {measure: [] for measure in Measure}
            for made in zip(*columns.values(), strict=True):
                for measure in Measure:
                    note(newest[measure], measure, dict(zip(columns, made, strict=True)))
            for measure in Measure:
                assert spans(stamps(**columns), measure).tolist() == [span for span, _, _ in newest[measure]]
    for measure in Measure:
        judge_summary(ages, measure, seen[measure])


def note(found, measure, times):
    """One chunk's span, the doubt in it, and its weight, where both ends are known."""
    first, last = {
        "sent_readable": ("sent_ns", "known_empty_ns"),
        "readable_read": ("known_empty_ns", "read_ns"),
        "read_received": ("read_ns", "received_ns"),
        "received_stored": ("received_ns", "stored_ns"),
        "stored_painted": ("stored_ns", "painted_ns"),
        "readable_received": ("known_empty_ns", "received_ns"),
        "readable_painted": ("known_empty_ns", "painted_ns"),
        "sent_painted": ("sent_ns", "painted_ns"),
    }[measure]
    if UNKNOWN in (times[first], times[last]):
        return
    doubt = times["read_ns"] - times["known_empty_ns"] if first == "known_empty_ns" else 0
    found.append((times[last] - times[first], doubt, max(times["sizes"], 1)))


def judge_summary(ages, measure, seen):
    summary, distribution = ages.summary(measure), ages.distribution(measure)
    assert summary.count == distribution.count == len(seen)
    if not seen:
        assert summary.max_ms is ages.mean_ms(measure) is None
        assert distribution.histogram == ()
        return
    weight = sum(each[2] for each in seen)
    assert summary.max_ms == max(span for span, _, _ in seen) / MS
    mean = sum((span - doubt / 2) * size for span, doubt, size in seen) / weight / MS
    assert summary.mean_ms == pytest.approx(mean)
    assert ages.mean_ms(measure) == summary.mean_ms
    assert sum(count for _, count in distribution.histogram) == weight
    shown = {percent: getattr(summary, f"p{percent}_ms") for percent in (50, 90, 95, 99)}
    for percent, value in shown.items():
        assert (value is None) == (len(seen) < least_count(percent))
    rising = [value for value in shown.values() if value is not None]
    assert rising == sorted(rising)
    assert all(value <= summary.max_ms for value in rising)
