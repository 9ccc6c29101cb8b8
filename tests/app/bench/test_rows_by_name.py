"""Figures are asked for by name, told in one order, and measured once."""

from __future__ import annotations

from collections.abc import Callable
from subprocess import CalledProcessError

import pytest

from app.bench import rows_by_name
from app.bench.rows import MeasurementError, Row
from app.bench.rows_by_name import MEASUREMENTS, meant, measure

PROMISED = [
    "transport", "ingest-struct", "ingest-struct-rate", "ingest-csv", "ingest-json", "memory", "start",
    "swap-lost", "swap-gap", "transport-thread", "stall-sleep-thread", "stall-sleep-gui", "stall-python-gui",
    "stall-python-thread", "stall-native-gui", "stall-native-thread", "observer",
    "live-1k-csv", "live-1k-csv-limit", "live-10k-csv", "live-10k-csv-limit", "live-50k-csv", "live-50k-csv-limit",
    "live-50k-f32", "live-50k-f32-limit", "refresh-scroll", "refresh-full", "refresh-flat", "age-p50", "age-p99",
    "links", "click",
]  # fmt: skip


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was measured, in order; nothing takes any time."""
    made: list[str] = []

    def measuring(*names: str) -> Callable[[], list[Row]]:
        def measured() -> list[Row]:
            made.append(names[0])
            return [Row(name, 1.0, "s") for name in names]

        return measured

    fakes: dict[str, Callable[[], list[Row]]] = {}
    for measurement in dict.fromkeys(MEASUREMENTS.values()):
        names = [name for name, each in MEASUREMENTS.items() if each is measurement]
        fakes |= dict.fromkeys(names, measuring(*names))
    fakes = {name: fakes[name] for name in MEASUREMENTS}
    monkeypatch.setattr(rows_by_name, "MEASUREMENTS", fakes)
    return made


def test_every_promised_figure_can_be_asked_for() -> None:
    assert [name for name in PROMISED if name not in MEASUREMENTS] == []


def test_without_names_all_are_measured_each_once(made: list[str]) -> None:
    assert [row.name for row in measure([])[0]] == list(MEASUREMENTS)
    firsts = {measurement: name for name, measurement in reversed(MEASUREMENTS.items())}
    assert made == [name for name in MEASUREMENTS if name in firsts.values()]


def test_only_what_was_asked_for_is_told_in_the_tables_order(made: list[str]) -> None:
    assert [row.name for row in measure(["memory", "transport"])[0]] == ["transport", "memory"]
    assert made == ["memory", "transport"]


def test_one_row_of_a_measurement_that_gives_two_is_told_alone(made: list[str]) -> None:
    assert [row.name for row in measure(["ingest-struct-rate"])[0]] == ["ingest-struct-rate"]
    assert [row.name for row in measure(["ingest-struct-rate", "ingest-struct"])[0]] == [
        "ingest-struct", "ingest-struct-rate",
    ]  # fmt: skip
    assert made == ["ingest-struct"] * 2


def test_a_name_given_twice_is_measured_once(made: list[str]) -> None:
    assert len(measure(["start", "start"])[0]) == 1
    assert made == ["start"]


def test_the_first_words_name_all_figures_that_begin_with_them() -> None:
    assert meant("live-1k-csv") == ["live-1k-csv"]
    assert meant("live-50k") == ["live-50k-csv", "live-50k-csv-limit", "live-50k-f32", "live-50k-f32-limit"]
    assert meant("age") == ["age-p50", "age-p99"]
    assert meant("liv") == []


@pytest.mark.parametrize("error", [MeasurementError("memory: no table wrapped"), CalledProcessError(3, ["reader"])])
def test_a_figure_that_cannot_be_measured_is_told_once_and_keeps_no_other_from_being_made(
    made: list[str], monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    tried: list[str] = []

    def failing() -> list[Row]:
        tried.append("ingest-struct")
        raise error

    monkeypatch.setitem(rows_by_name.MEASUREMENTS, "ingest-struct", failing)
    monkeypatch.setitem(rows_by_name.MEASUREMENTS, "ingest-struct-rate", failing)
    rows, problems = measure(["transport", "ingest-struct", "ingest-struct-rate", "memory"])
    assert [row.name for row in rows] == ["transport", "memory"]
    assert problems == [str(error)]
    assert tried == ["ingest-struct"]
