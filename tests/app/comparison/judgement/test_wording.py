"""Figures and names as they stand in a sentence."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.comparison.judgement.signflip import SignFlip
from app.comparison.judgement.wording import (
    chance,
    cleaned,
    count_text,
    limit_text,
    listed,
    ms_text,
    named,
    rate_text,
    share_text,
    stall_text,
)
from app.comparison.schema import StallReport


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0 ms"),
        (17.6, "18 ms"),
        (0.418, "0.42 ms"),
        (4.04, "4.0 ms"),
        (9.96, "10 ms"),
        (99.6, "100 ms"),
        (118.3, "118 ms"),
        (0.0221, "22 µs"),
        (0.00004, "under 0.1 µs"),
        (994.4, "994 ms"),
        (999.7, "1.0 s"),
        (1234, "1.2 s"),
        (61_000, "61 s"),
        (1_800_000, "30 min"),
        (7.2e6, "2.0 h"),
        (1e300, "over a year"),
        (-3.2, "−3.2 ms"),
        (None, "not available"),
        (math.nan, "not available"),
        (math.inf, "not available"),
    ],
)
def test_times_are_rounded_as_an_engineer_would(value, text):
    assert ms_text(value) == text


@pytest.mark.parametrize(
    ("value", "limit", "text"),
    [(50.3, 50, "50.3 ms"), (50.0004, 50, "50.0004 ms"), (49.98, 50, "49.98 ms"), (50, 50, "50 ms"), (18, 50, "18 ms")],
)
def test_a_time_is_not_rounded_onto_the_limit_that_it_passes(value, limit, text):
    assert ms_text(value, beside=limit) == text


@pytest.mark.parametrize(
    ("value", "text"), [(50, "50 ms"), (12.5, "12.5 ms"), (2000, "2 s"), (math.nan, "not available")]
)
def test_a_limit_keeps_the_digits_that_it_was_given(value, text):
    assert limit_text(value) == text


@pytest.mark.parametrize(
    ("share", "text"),
    [(0, "0 %"), (0.0001, "under 0.1 %"), (0.004, "0.4 %"), (0.123, "12 %"), (1, "100 %"), (None, "not available")],
)
def test_a_share_that_is_more_than_nought_is_not_shown_as_nought(share, text):
    assert share_text(share) == text


@given(st.floats())
def test_no_figure_is_ever_nan_or_infinite(value):
    for text in (ms_text(value), limit_text(value), share_text(value), rate_text(value, "B"), count_text(value)):
        assert "nan" not in text.lower()
        assert "inf" not in text.lower()


@given(st.floats(1e-4, 1e9))
def test_a_time_reads_back_to_within_its_two_digits(value):
    number, unit = ms_text(value).split()
    back = float(number) * {"µs": 1e-3, "ms": 1, "s": 1e3, "min": 60e3, "h": 3600e3}[unit]
    assert back == pytest.approx(value, rel=0.051)


@pytest.mark.parametrize(
    ("flip", "words"),
    [
        (SignFlip(8, 0, 256, 256), "in all cases"),
        (SignFlip(8, 1, 88, 256), "in 34 of 100 cases"),
        (SignFlip(8, 1, 10, 256), "in 3.9 of 100 cases"),
        (SignFlip(12, 1, 2, 4096), "in 2 of all 4\N{NARROW NO-BREAK SPACE}096 cases"),
        (SignFlip(20, 1, 600, 2**20), "in 6 of 10 000 cases"),
        (SignFlip(40, 1, 2, 2**40), "in fewer than 1 of 10 000 cases"),
    ],
)
def test_p_is_said_as_a_frequency(flip, words):
    assert chance(flip) == words


def test_a_name_that_could_be_taken_for_words_of_the_sentence_stands_in_quotes():
    assert named("scope") == "scope"
    assert named("after 5 ms") == "“after 5 ms”"
    assert named("") == "“”"


def test_names_cannot_act_on_a_terminal_nor_be_endless():
    assert cleaned("a\x1b[31m\u202eb\n") == "a·[31m·b·"
    assert len(named("x" * 1000)) == len("“”") + 40


def test_a_long_list_is_cut_and_counted():
    assert listed([]) == "none"
    assert listed(["a"]) == "a"
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert listed(list("abcdefgh"), most=3) == "a, b and 6 more"


def test_a_stall_is_named_with_what_it_measured():
    stall = StallReport(kind="native", busy_ms=100, period_ms=500, count=3, median_ms=101.3)
    assert stall_text(stall) == "native stall, 100 ms in every 500 ms, measured 101 ms"
    assert stall_text(StallReport(kind="sleep", busy_ms=5, period_ms=50)).endswith("not measured")
