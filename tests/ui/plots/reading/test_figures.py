"""Figures as rows of a table and as text for a spreadsheet."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pytest

from app.store.moment import Reading, Sample
from app.store.statistics import Moments, moments
from app.store.table import Table
from app.store.views import Gap
from app.stream import Vocabulary
from ui.plots.reading.figures import (
    SpanFigures,
    as_text,
    causes_of,
    cell,
    crosshair_table,
    head_words,
    heads,
    line_of,
    span_table,
    utc_text,
)
from ui.plots.source import Channel, Source

S = 10**9


@pytest.fixture
def channel(make_table: Callable[..., Table]) -> Channel:
    return Channel(Source("imu", make_table()), 0, "imu/ax", "ax", "m/s²", False, None)


def of(channel: Channel, a: object, b: object, values: list[float], *, whole: bool = False) -> SpanFigures:
    times = np.arange(len(values), dtype=np.int64) * S
    found = moments(times, np.array(values), 0, whole=whole)
    return SpanFigures(channel, Reading(Sample(0, a)), Reading(Sample(S, b)), found)


def test_a_row_has_a_cell_for_each_head(channel: Channel) -> None:
    line = line_of(of(channel, 1.0, 3.0, [1.0, 2.0, 3.0]))
    told = dict(zip(heads(), line.cells, strict=True))
    assert told == {
        "A": "1.000",
        "B": "3.000",
        "Δ": "2.000",
        "Count": "3",
        "Min": "1.000",
        "Max": "3.000",
        "Mean": "2",
        "RMS": "2.1602",
        "Std dev": "1",
        "Slope /s": "1",
    }
    assert str(line).startswith("imu/ax m/s², A 1.000, B 3.000")


def test_whole_numbers_stay_whole(channel: Channel) -> None:
    line = line_of(of(channel, 2**60, 2**60 + 1, [4.0, 6.0], whole=True))
    assert line.cells[2] == "1"
    assert line.cells[4:7] == ("4", "6", "5")


def test_what_is_not_known_yet_is_told_from_what_there_is_none_of(channel: Channel) -> None:
    figures = SpanFigures(channel, Reading(), Reading(gap=Gap(0, None, "silent")))
    assert line_of(figures).cells == ("–", "no data", "–", *("…",) * 7)


def test_a_column_of_nothing_but_nan_has_dashes(channel: Channel) -> None:
    line = line_of(SpanFigures(channel, Reading(), Reading(), Moments(rows=7)))
    assert line.cells[3] == "0"
    assert line.note == "m/s²  7 missing"
    assert set(line.cells[4:]) == {"–"}


def test_texts_are_counted_and_say_nothing_else(channel: Channel) -> None:
    state = Channel(channel.source, 0, "imu/mode", "mode", "", True, Vocabulary())
    line = line_of(of(state, "run", "idle", [0.0, 1.0]))
    assert line.cells[:4] == ("run", "idle", "–", "2")
    assert set(line.cells[4:]) == {"–"}


def test_gaps_in_the_span_are_named_with_their_causes(channel: Channel) -> None:
    gaps = (Gap(0, 1, "silent"), Gap(2, 3, "silent"), Gap(4, 5, "reset"))
    line = line_of(SpanFigures(channel, Reading(), Reading(), Moments(), gaps))
    assert "3 gaps: silent (2); reset" in str(line)
    assert line.note == "m/s²  3 gaps"


def test_causes_are_bounded() -> None:
    assert causes_of([Gap(n, n + 1, f"cause {n}") for n in range(100)]).endswith("; …")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (math.nan, ""),
        (True, "1"),
        (-0.1, "-0.1"),
        (2**64, str(2**64)),
        ("=1+1", "'=1+1"),
        ("-5 V", "'-5 V"),
        ("@x", "'@x"),
        ("+x", "'+x"),
        ("a\tb\nc", "a·b·c"),
    ],
)
def test_cells_are_plain_numbers_or_texts_that_cannot_act(value: object, text: str) -> None:
    assert cell(value) == text


def test_a_table_has_a_tab_between_cells_and_a_line_a_row() -> None:
    assert as_text([("a", 1), (), ("b", None)]) == "a\t1\n\nb\t\n"


def test_times_are_utc_with_nanoseconds() -> None:
    assert utc_text(1_700_000_000_000_000_001) == "2023-11-14T22:13:20.000000001Z"


def test_the_figures_are_copied_with_all_their_digits(channel: Channel) -> None:
    hostile = Channel(channel.source, 0, "=cmd|' /C calc'!A0", "x", "+V", False, None)
    text = span_table([of(channel, 0.1, 0.3, [0.1, 0.3]), of(hostile, 1, 2, [1.0, 2.0], whole=True)], S, 3 * S)
    rows = [line.split("\t") for line in text.splitlines()]
    assert rows[2:4] == [["delta t [s]", "2.0"], ["1/delta t [Hz]", "0.5"]]
    head, first, second = rows[5:8]
    told = dict(zip(head, first, strict=True))
    assert told["delta"] == repr(0.3 - 0.1)
    assert told["mean"] == repr(0.2)
    assert second[:5] == ["'=cmd|' /C calc'!A0", "'+V", "1", "2", "1"]
    assert dict(zip(head, second, strict=True))["min"] == "1"


def test_two_cursors_at_one_place_have_no_rate(channel: Channel) -> None:
    assert "1/delta t [Hz]\t\n" in span_table([of(channel, 1.0, 1.0, [1.0])], S, S)


def test_the_values_at_the_crosshair_are_copied_with_their_own_times(channel: Channel) -> None:
    reading = Reading(Sample(5 * S, 1.5), None, 1.0, 2.0, 9)
    text = crosshair_table([channel], [reading], 7 * S, S)
    assert text.splitlines()[0] == "crosshair\t1970-01-01T00:00:07.000000000Z"
    assert text.splitlines()[3].split("\t") == [
        "imu/ax",
        "m/s²",
        "1.5",
        "1970-01-01T00:00:06.000000000Z",
        "1.0",
        "2.0",
        "9",
    ]


def test_the_words_above_say_what_to_do_or_the_span_or_how_far_it_is() -> None:
    assert "press 1" in head_words(None, None)
    assert head_words(S // 2, None) == "Δt 500 ms    1/Δt 2 Hz"
    assert head_words(-S, 0.4) == "Δt −1 s    1/Δt 1 Hz    computing 40 %"
