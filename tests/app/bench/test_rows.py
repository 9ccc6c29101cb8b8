"""A figure is judged against its goal and its floor, in the direction that is meant."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from app.bench.rows import Row, machine, paired

# The fields of `bench --json` in design section 8; more may be added.
FIELDS = {"name", "value", "unit", "limit", "ratio", "goal", "floor", "met"}


@pytest.mark.parametrize(
    ("ratio", "met", "above"),
    [(0.9, True, True), (0.8, True, True), (0.79, False, True), (0.5, False, True), (0.49, False, False)],
)
def test_more_is_better_unless_said_otherwise(ratio: float, met: bool, above: bool) -> None:
    row = Row("transport", 3.0, "GB/CPU s", 4.0, ratio, 0.8, 0.5)
    assert (row.met, row.above_floor) == (met, above)


@pytest.mark.parametrize(
    ("ratio", "met", "above"),
    [(1.0, True, True), (1.5, True, True), (1.6, False, True), (2.0, False, True), (2.1, False, False)],
)
def test_less_is_better_where_that_is_meant(ratio: float, met: bool, above: bool) -> None:
    row = Row("start", 0.6, "s", 0.4, ratio, 1.5, 2.0, lower=True)
    assert (row.met, row.above_floor) == (met, above)


def test_a_figure_without_a_limit_is_judged_by_its_value() -> None:
    assert Row("ingest-struct-rate", 0.9, "GB/CPU s", goal=1.0, floor=0.4).met is False
    assert Row("memory", 1.9, "%", goal=2.0, floor=5.0, lower=True).met is True
    assert not Row("memory", 5.1, "%", goal=2.0, floor=5.0, lower=True).above_floor


def test_a_figure_without_a_goal_is_neither_met_nor_missed() -> None:
    row = Row("age", 12.0, "ms")
    assert (row.met, row.goal, row.above_floor) == (None, None, True)
    assert row.as_json()["met"] is None


@pytest.mark.parametrize(
    "row", [Row("age", 12.0, "ms"), Row("start", 0.6, "s", 0.4, 1.5, 1.5, 2.0, True, "off screen")]
)
def test_in_json_it_has_the_fields_of_the_design(row: Row) -> None:
    told = json.loads(json.dumps(row.as_json(), allow_nan=False))
    assert set(told) >= FIELDS
    assert {name: told[name] for name in FIELDS - {"met"}} == {name: getattr(row, name) for name in FIELDS - {"met"}}
    assert told["met"] is row.met


def measuring(values: list[float], made: list[str], who: str) -> Callable[[], float]:
    left = iter(values)

    def measure() -> float:
        made.append(who)
        return next(left)

    return measure


def test_a_pair_is_compared_round_by_round_and_its_median_taken() -> None:
    """The ratio is the median of the ratios, not the ratio of the medians: a machine that slows down hits both."""
    made: list[str] = []
    ours, limit = measuring([8.0, 3.0, 1.0], made, "ours"), measuring([10.0, 4.0, 1.0], made, "limit")
    row = paired("transport", "GB/CPU s", ours, limit, rounds=3, goal=0.8, floor=0.5, note="here")
    assert made == ["ours", "limit"] * 3
    assert (row.value, row.limit, row.ratio) == (3.0, 4.0, 0.8)
    assert (row.name, row.unit, row.goal, row.floor, row.lower, row.note) == (
        "transport", "GB/CPU s", 0.8, 0.5, False, "here",
    )  # fmt: skip


def test_one_round_that_something_disturbed_does_not_decide() -> None:
    ours, limit = measuring([0.5, 0.5, 9.0], [], ""), measuring([0.4, 0.4, 0.4], [], "")
    row = paired("start", "s", ours, limit, rounds=3, goal=1.5, floor=2.0, lower=True)
    assert row.ratio == pytest.approx(1.25)
    assert row.met is True


def test_the_machine_says_what_the_figures_were_measured_on() -> None:
    told = machine()
    assert set(told) >= {"python", "system", "processor", "cpus"}
    assert told["cpus"] >= 1
    json.dumps(told, allow_nan=False)
