"""The rows `live-…`: against the yardstick and the limit of the same rounds, told for 20 s; and all three are run."""

from __future__ import annotations

import pytest

from app.bench import live as module
from app.bench.live import LIVE, LOADS, Load, Round, live, rows
from app.bench.rows import MeasurementError
from app.bench.stage import Run
from tests.app.bench.test_stage import run

LOAD = Load("csv", 100, 0.2, 2.5)


def a_round(
    cpu: float, yardstick: float, limit: float, *, read: float = 1.0, refreshes: int = 600, hz: float = 60
) -> Round:
    return Round(Run(cpu, run(refreshes=refreshes).report), yardstick, limit, read, 8.0, hz)


def test_ratios_are_the_median_of_the_rounds_and_times_those_of_20_s() -> None:
    found = [a_round(1.0, 5.0, 0.5), a_round(2.0, 5.0, 1.0), a_round(9.0, 10.0, 1.0)]
    ours, limit = rows("live-x", LOAD, 10.0, found)
    assert (ours.name, ours.value, ours.limit, ours.ratio) == ("live-x", 4.0, 10.0, 0.4)
    assert (limit.name, limit.value, limit.limit, limit.ratio) == ("live-x-limit", 4.0, 2.0, 2.0)
    assert (ours.goal, ours.floor, limit.goal, limit.floor) == (0.2, 0.4, 2.5, 5.0)
    assert (ours.lower, limit.lower, ours.met, ours.above_floor, limit.met) == (True, True, False, True, True)


def test_how_much_the_yardstick_read_is_said_and_that_the_window_was_not_painted_often_enough() -> None:
    ours, limit = rows("live-x", LOAD, 20.0, [a_round(1.0, 5.0, 0.5, read=0.414, refreshes=300)])
    assert "which read 41 % and drew 8 times a second of 20" in ours.note
    assert "only 30.0 refreshes" in ours.note
    assert "only 30.0 refreshes" in limit.note
    _, slow = rows("live-x", LOAD, 20.0, [a_round(1.0, 5.0, 0.5, hz=55.0), a_round(1.0, 5.0, 0.5)])
    assert slow.note.endswith("; of the limit only 55.0 refreshes a second of 60 came")


def test_a_round_in_which_something_was_lost_gives_no_row(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(LOADS, "live-1k-csv", Load("csv", 100, 0.2, 2.5))
    good, lossy = a_round(1.0, 5.0, 0.5), Round(run(rejected=3), 5.0, 0.5, 1.0, 8.0, 60.0)
    monkeypatch.setattr(module, "measured", lambda *_: [good, lossy])
    with pytest.raises(MeasurementError, match="live-1k-csv: d1 lost data"):
        live("live-1k-csv")


def test_window_yardstick_and_limit_are_run_in_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(LOADS, "live-50k-f32", Load("f32", 100, 0.2, 2.5))
    for row in live("live-50k-f32", 0.5, rounds=1, warm_s=0.8):
        assert row.limit is not None
        assert min(row.value, row.limit) > 0


def test_each_load_is_measured_by_its_name() -> None:
    assert list(LIVE) == list(LOADS)
