"""The row `click`: a press on the real window, until the screen shows what it did."""

from __future__ import annotations

import pytest

from app.bench import click as module
from app.bench.click import click, row
from app.bench.rows import MeasurementError
from tests.app.bench.test_stage import run


def test_the_figure_is_the_99th_of_a_hundred_clicks() -> None:
    found = row([each / 1000 for each in range(1, 101)], [run()])
    assert (found.name, found.value, found.unit, found.goal, found.floor) == ("click", 100.0, "ms", 50.0, 100.0)
    assert found.note == "p99 of 100 clicks; p50 51, longest 100 ms"


def test_without_a_click_there_is_no_figure() -> None:
    with pytest.raises(MeasurementError, match="no time to click"):
        row([], [run()])


def test_the_inspector_of_the_real_window_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "RATE", 100)
    (found,) = click(0.5, rounds=1, warm_s=0.5)
    assert found.value > 0
    assert "clicks" in found.note
