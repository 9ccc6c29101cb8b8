import time
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ui.plots.ticks import MOST_TICKS, ago_ticks, clock_ticks, most_ticks, value_ticks

S = 10**9
MINUS = "\N{MINUS SIGN}"


@pytest.fixture
def utc(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@settings(deadline=None, derandomize=True, max_examples=300)
@given(
    low=st.floats(-1e15, 1e15),
    height=st.floats(1e-9, 1e15),
    most=st.integers(1, 20),
)
def test_value_ticks_lie_in_range_and_are_no_more_than_asked(low: float, height: float, most: int) -> None:
    high = low + height
    if high - low < abs(low) * 1e-9:
        return
    ticks = value_ticks(low, high, most)
    slack = (high - low) * 1e-6
    assert len(ticks.values) <= most + 1
    assert all(low - slack <= value <= high + slack for value in ticks.values)
    assert len(ticks.labels) == len(ticks.values)


@pytest.mark.parametrize(
    ("low", "high", "most", "labels", "exponent"),
    [
        (-10, 10, 4, (f"{MINUS}10", f"{MINUS}5", "0", "5", "10"), 0),
        (0, 1, 5, ("0.0", "0.2", "0.4", "0.6", "0.8", "1.0"), 0),
        (11.999, 12.001, 2, ("11.999", "12.000", "12.001"), 0),
        (0, 3e7, 3, ("0", "10", "20", "30"), 6),
        (0, 4e-6, 2, ("0", "2", "4"), -6),
        (0, 90_000, 3, ("0", "50000"), 0),
    ],
)
def test_value_labels_are_short_and_equally_long(
    low: float, high: float, most: int, labels: tuple[str, ...], exponent: int
) -> None:
    ticks = value_ticks(low, high, most)
    assert (ticks.labels, ticks.exponent) == (labels, exponent)


def test_a_high_axis_has_no_more_marks_than_can_be_read() -> None:
    assert most_ticks(97, 15) == 3
    assert most_ticks(5000, 15) == MOST_TICKS
    assert most_ticks(0, 15) == 1


def test_zero_has_no_sign() -> None:
    assert "0.0" in value_ticks(-0.5, 0.5, 5).labels


@pytest.mark.parametrize(
    ("span", "most", "first", "last"),
    [
        (10 * S, 6, "0 s", f"{MINUS}10 s"),
        (S, 5, "0 s", f"{MINUS}1.0 s"),
        (S // 2, 5, "0 ms", f"{MINUS}500 ms"),
        (300 * S, 5, "0 s", f"{MINUS}5:00"),
        (2 * 3600 * S, 4, "0 s", f"{MINUS}2:00:00"),
        (50_000, 5, "0 µs", f"{MINUS}50 µs"),
    ],
)
def test_live_labels_count_back_from_now(span: int, most: int, first: str, last: str) -> None:
    ticks = ago_ticks(span, most)
    assert (ticks.labels[0], ticks.labels[-1]) == (first, last)
    assert ticks.positions[0] == 1.0
    assert ticks.positions[-1] == pytest.approx(0.0)
    assert ticks.offsets_ns == ()


@pytest.mark.usefixtures("utc")
def test_clock_labels_stand_at_round_times_with_the_date_beside() -> None:
    ticks = clock_ticks(1_700_000_001_200_000_000, 10 * S, 6)
    assert ticks.labels == ("22:13:22", "22:13:24", "22:13:26", "22:13:28", "22:13:30")
    assert ticks.positions[0] == pytest.approx(0.08)
    assert ticks.offsets_ns[0] == 800_000_000
    assert ticks.context == "2023-11-14"


@pytest.mark.usefixtures("utc")
def test_clock_labels_have_as_many_digits_as_their_distance_needs() -> None:
    assert clock_ticks(1_700_000_000_000_000_000, 100_000, 5).labels[1] == "22:13:20.00002"
    assert clock_ticks(1_700_000_000_000_000_000, 3 * 3600 * S, 6).labels[0] == "22:30"
    assert clock_ticks(1_700_000_000_000_000_000, 10 * 86_400 * S, 6).labels[0] == "11-15"


def test_clock_labels_are_round_in_zones_with_half_hours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "XST-5:30")
    time.tzset()
    try:
        labels = clock_ticks(1_700_000_000_000_000_000, 5 * 3600 * S, 6).labels
    finally:
        monkeypatch.undo()
        time.tzset()
    assert labels[0] == "04:00"


@settings(deadline=None, derandomize=True, max_examples=200)
@given(span=st.integers(20_000, 30 * 86_400 * S), most=st.integers(1, 12))
def test_there_are_never_more_time_labels_than_fit(span: int, most: int) -> None:
    assert len(ago_ticks(span, most).labels) <= most + 1
    assert len(clock_ticks(1_700_000_000_000_000_000, span, most).labels) <= most + 1
