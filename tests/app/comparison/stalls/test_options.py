"""A stall in words: what is taken, and what is said of what is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.comparison.stalls.options import KINDS, StallError, StallOptions, exact, shown

MS = 1_000_000


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("100ms/500ms", StallOptions(100 * MS, 500 * MS, "sleep")),
        ("sleep:100ms/500ms", StallOptions(100 * MS, 500 * MS, "sleep")),
        ("python:1.5ms/2ms", StallOptions(1_500_000, 2 * MS, "python")),
        ("native: 10 s / 1 h", StallOptions(10_000 * MS, 3_600_000 * MS, "native")),
        (" native :1ms/1001us", StallOptions(1 * MS, 1_001_000, "native")),
    ],
)
def test_a_kind_and_two_times_make_a_stall(text, options):
    assert StallOptions.parse(text) == options


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "expected [KIND:]BUSY/PERIOD such as sleep:100ms/500ms, got ''"),
        ("100ms", "expected [KIND:]BUSY/PERIOD such as sleep:100ms/500ms, got '100ms'"),
        ("slep:100ms/500ms", "expected the kind sleep, python or native, got 'slep'; did you mean sleep?"),
        ("gpu:100ms/500ms", "expected the kind sleep, python or native, got 'gpu'"),
        (":100ms/500ms", "expected the kind sleep, python or native, got ''"),
        ("100/500ms", 'busy time: expected a number with a unit (ns, us, µs, ms, s, min, h) such as "500 ms", got'),
        ("100ms/", 'period: expected a number with a unit (ns, us, µs, ms, s, min, h) such as "500 ms", got'),
        ("100ms/500ms/1s", "got '500ms/1s'"),
        ("500ms/500ms", "expected a busy time shorter than its period, such as 100ms/500ms, got 500ms/500ms"),
        ("1s/500ms", "expected a busy time shorter than its period, such as 100ms/500ms, got 1s/500ms"),
        ("999us/5ms", "expected a busy time from 1ms to 10s, got 999us"),
        ("0ms/5ms", "expected a busy time from 1ms to 10s, got 0s"),
        ("10001ms/1min", "expected a busy time from 1ms to 10s, got 10001ms"),
        ("1s/61min", "expected a period of 3600s at most, got 3660s"),
        ("-1ms/5ms", "busy time: expected a number"),
    ],
)
def test_what_is_no_stall_is_told_with_what_was_seen_and_what_to_write(text, said):
    with pytest.raises(StallError) as refused:
        StallOptions.parse(text)
    assert said in str(refused.value)


def test_a_text_of_any_length_is_refused_in_a_line():
    for text in ("x" * 100_000, "x" * 100_000 + ":1ms/2ms", "1" * 100_000 + "ms/2ms", "1ms/" + "9" * 100_000 + "h"):
        with pytest.raises(StallError) as refused:
            StallOptions.parse(text)
        assert len(str(refused.value)) < 200


@given(st.sampled_from(sorted(KINDS)), st.integers(1 * MS, 10_000 * MS), st.integers(1, 3_590_000 * MS))
def test_a_stall_written_down_is_read_as_the_same(kind, busy_ns, more_ns):
    options = StallOptions(busy_ns, busy_ns + more_ns, kind)
    assert StallOptions.parse(str(options)) == options


def test_what_it_does_is_told_in_a_sentence_a_kind():
    sentences = [StallOptions(100 * MS, 1_500 * MS, kind).sentence() for kind in KINDS]
    assert sentences == [
        "the window's thread sleeps 100 ms in every 1.5 s",
        "the window's thread runs a loop of Python for 100 ms in every 1.5 s",
        "the window's thread holds Python's lock in native code for 100 ms in every 1.5 s",
    ]


def test_what_a_kind_does_to_a_thread_is_told_for_each():
    assert set(KINDS) == {"sleep", "python", "native"}
    assert all("thread that reads" in text for text in KINDS.values())


@pytest.mark.parametrize(("ns", "text"), [(0, "0s"), (1, "1ns"), (1_500_000, "1500us"), (2_000_000_000, "2s")])
def test_a_time_is_written_whole(ns, text):
    assert exact(ns) == text


@pytest.mark.parametrize(
    ("ns", "text"), [(1_500_000, "1.5 ms"), (100_940_000, "101 ms"), (999_600_000, "1 s"), (10_040_000_000, "10 s")]
)
def test_a_time_is_shown_with_three_digits(ns, text):
    assert shown(ns) == text
