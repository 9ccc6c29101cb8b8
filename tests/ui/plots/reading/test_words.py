import math

import pytest

from app.store.views import Gap
from ui.plots.reading.words import ago_text, figure, gap_text, rate_text, span_text, value_text

S, MS = 10**9, 10**6


@pytest.mark.parametrize(
    ("span", "text"),
    [
        (0, "0 s"),
        (7, "7 ns"),
        (12_345, "12.345 µs"),
        (588 * MS, "588 ms"),
        (3_250 * MS, "3.25 s"),
        (-2 * S, "−2 s"),
        (61 * S, "1:01"),
        (3_723_500 * MS, "1:02:03.5"),
        (600 * S, "10:00"),
        (3600 * S, "1:00:00"),
    ],
)
def test_lengths_of_time_have_the_unit_that_suits_them(span: int, text: str) -> None:
    assert span_text(span) == text


@pytest.mark.parametrize(
    ("span", "text"), [(0, "–"), (2 * S, "500 mHz"), (-S, "1 Hz"), (MS, "1 kHz"), (10**5, "10 kHz"), (1, "1 GHz")]
)
def test_one_over_a_length_of_time(span: int, text: str) -> None:
    assert rate_text(span) == text


def test_a_length_of_weeks_has_a_rate_too() -> None:
    assert rate_text(20 * 86_400 * S).endswith("Hz")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1.5, "1.5"),
        (-2e-9, "−2.00e−09"),
        (3.8613e-5, "3.86e−05"),
        (-0.00013312, "−1.33e−04"),
        (math.nan, "–"),
        (math.inf, "∞"),
        (-math.inf, "−∞"),
    ],
)
def test_figures_have_five_digits_three_before_a_power_of_ten_and_a_dash_for_none(value: float, text: str) -> None:
    assert figure(value) == text


def test_values_are_shown_as_they_came() -> None:
    assert [value_text(v, 1.0) for v in (None, True, 42, 0.5, "run")] == ["–", "on", "42", "0.500", "run"]


def test_how_long_ago_has_digits_that_can_be_read() -> None:
    assert [ago_text(t) for t in (-5, 250 * MS, 3_240 * MS, 3_725 * S)] == [
        "0 ms ago",
        "250 ms ago",
        "3.2 s ago",
        "1:02:05 ago",
    ]


def test_a_gap_says_its_cause_and_how_long_it_was() -> None:
    closed = gap_text(Gap(0, 5_234 * MS, "reset by the device"), "12:03:04", "12:03:09", 0)
    assert closed == "No data: reset by the device, 12:03:04 to 12:03:09, 5.2 s"
    lasting = gap_text(Gap(S, None, "silent"), "12:03:04", "", 4 * S)
    assert lasting == "No data: silent, since 12:03:04, for 3 s so far"


def test_a_hostile_cause_is_plain_and_bounded() -> None:
    text = gap_text(Gap(0, S, "\u202e" + "x" * 9999), "a", "b", 0)
    assert "\u202e" not in text
    assert len(text) < 300
