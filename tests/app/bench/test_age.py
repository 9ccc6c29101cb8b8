"""The rows `age-…`: the worst device's, the median of the rounds."""

from __future__ import annotations

from typing import Any

import pytest

from app.bench import age as module
from app.bench.age import _row, age, worst
from app.bench.rows import MeasurementError
from app.bench.stage import Run


def report(*p99: float | None, refreshes: int = 600) -> dict[str, Any]:
    devices = [{"ages": {"sent_painted": {"count": 900, "p50": 9.0, "p99": value}}} for value in p99]
    return {"seconds": 10.0, "window": {"refreshes": refreshes}, "devices": devices}


def test_the_age_is_that_of_the_worst_device() -> None:
    assert worst(report(12.0, 30.0, 14.0), "p99") == 30.0


@pytest.mark.parametrize("devices", [(), (12.0, None)])
def test_too_few_chunks_give_no_figure(devices: tuple[float | None, ...]) -> None:
    with pytest.raises(MeasurementError, match="too few chunks for a p99"):
        worst(report(*devices), "p99")


def test_of_the_rounds_it_is_the_median_and_all_of_them_are_told() -> None:
    row = _row("p99", [Run(1.0, report(value)) for value in (18.0, 31.0, 19.0)], 0.0)
    assert (row.name, row.value, row.unit, row.goal, row.floor, row.lower) == ("age-p99", 19.0, "ms", 20.0, 40.0, True)
    assert "rounds: 18.0, 31.0, 19.0" in row.note
    assert "refreshes" not in row.note


def test_that_the_window_was_painted_too_seldom_is_said() -> None:
    assert "only 30.0 refreshes" in _row("p50", [Run(1.0, report(9.0, refreshes=300))], 0.0).note


def test_the_windows_own_report_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def longest(report: dict[str, Any], quantile: str) -> float:  # a p99 needs a thousand chunks
        asked.append(quantile)
        return max(float(device["ages"]["sent_painted"]["max"]) for device in report["devices"])

    monkeypatch.setattr(module, "worst", longest)
    p50, p99 = age(0.5, rounds=1, start_s=0.5)
    assert (p50.name, p99.name, asked) == ("age-p50", "age-p99", ["p50", "p99"])
    assert p50.value == p99.value > 0
