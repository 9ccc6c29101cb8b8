"""Figures with their limits."""

from __future__ import annotations

from typing import Any

import pytest

from app.health.figures import Reads
from app.health.gauges import gauges, percent
from app.health.judgement import Gauge, Level
from tests.app.health.looks import BUFFER, SECOND, course_of, ledger, look, seconds


def gauge(name: str, *changes: dict[str, Any]) -> Gauge:
    """Of that name, after a look for each of `changes`."""
    course = course_of([look(second, **change) for second, change in enumerate(changes or ({},))])
    (only,) = [each for each in gauges(course) if each.name == name]
    return only


def test_a_device_that_is_well_has_no_figure_that_is_not_good_or_not_available() -> None:
    shown = gauges(course_of(seconds(10)))
    assert {each.level for each in shown if each.value is not None} == {Level.GOOD}
    assert [each.name for each in shown if each.value is None] == ["history"]
    assert len({each.name for each in shown}) == len(shown)
    assert all(each.hint for each in shown)


@pytest.mark.parametrize(
    ("name", "change", "value", "level"),
    [
        ("queue", {"reads": Reads(1, 0, BUFFER // 25)}, 4.0, Level.GOOD),
        ("queue", {"reads": Reads(1, 0, BUFFER // 10)}, 10.0, Level.FAIR),
        ("queue", {"reads": Reads(1, 0, BUFFER // 4)}, 25.0, Level.BAD),
        ("queue", {"reads": Reads(), "line__waiting": BUFFER // 4}, 25.0, Level.BAD),
        ("queue", {"reads": Reads(), "line__waiting": None}, None, None),
        ("queue", {"line__buffer": None}, None, None),
        ("age", {"reads": Reads(1, 0, 1, 100.0)}, 100.0, Level.GOOD),
        ("age", {"reads": Reads(1, 0, 1, 300.0)}, 300.0, Level.FAIR),
        ("age", {"reads": Reads(1, 0, 1, 501.0)}, 501.0, Level.BAD),
        ("age", {"reads": Reads()}, None, None),
        ("silence", {"line__silent_ns": 3 * SECOND}, 3.0, Level.FAIR),
        ("silence", {"line__silent_ns": 6 * SECOND}, 6.0, Level.BAD),
        ("silence", {"line__silent_ns": None}, None, None),
        ("silence", {"line__silent_ns": 6 * SECOND, "line__stale_after_ns": None}, 6.0, None),
        ("failed in a row", {"line__failed_in_row": 2}, 2.0, Level.FAIR),
        ("failed in a row", {"line__failed_in_row": 4}, 4.0, Level.BAD),
        ("history", {"kept__short_ns": 60 * SECOND}, 10.0, Level.BAD),
        ("history", {"kept__short_ns": 400 * SECOND}, 400 / 6, Level.FAIR),
        ("unsent", {"line__unsent": 32 << 10}, 32.0, Level.FAIR),
        ("refresh", {"computer__rate_hz": 30.0}, 30.0, Level.FAIR),
        ("refresh", {"computer__rate_hz": 15.0}, 15.0, Level.BAD),
        ("refresh", {"computer__rate_hz": 0.0}, None, None),
        ("loop lag", {"computer__lag_ms": 250.0}, 250.0, Level.BAD),
        ("loop lag", {"computer__lag_ms": None}, None, None),
        ("unmeasured", {"kept__forgotten": 1}, 1.0, Level.BAD),
        ("starved", {"line__starved": None}, None, None),
        ("out of order", {"line__rcv_ooopack": None}, None, None),
    ],
)
def test_a_figure_is_judged_by_its_limits_and_not_where_it_is_not_available(
    name: str, change: dict[str, Any], value: float | None, level: Level | None
) -> None:
    shown = gauge(name, change)
    assert shown.level is level
    assert shown.value == (None if value is None else pytest.approx(value))


def test_counters_are_shown_as_they_grew_within_the_last_seconds() -> None:
    assert gauge("starved", {}, {"line__starved": 4}).value == 4
    assert gauge("out of order", {}, {"line__rcv_ooopack": 3}).value == 3
    rejected = gauge("rejected frames", {"ledger": ledger(0)}, {"ledger": ledger(1, {"no number": 5})})
    assert (rejected.value, rejected.level) == (0.5, Level.FAIR)
    discarded = gauge("discarded bytes", {"ledger": ledger(0)}, {"ledger": ledger(1, None, {"resync": 1000})})
    assert discarded.value == pytest.approx(100 / 11)
    assert discarded.level is Level.BAD


def test_the_limits_are_in_words_with_their_unit() -> None:
    shown = gauge("queue")
    assert (shown.good, shown.bad) == ("up to 4 %", "over 20 %")
    assert (gauge("rejected frames").good, gauge("refresh").good, gauge("refresh").bad) == (
        "none", "from 59.4 Hz", "under 18 Hz",
    )  # fmt: skip
    assert gauge("silence").bad == "over 5 s"


@pytest.mark.parametrize(
    ("part", "whole", "share"), [(1, 4, 25.0), (5, 4, 100.0), (0, 0, None), (None, 4, None), (1, None, None)]
)
def test_a_share_of_nothing_is_not_available(part: int | None, whole: int | None, share: float | None) -> None:
    assert percent(part, whole) == share
