"""The rows of the live swap: a short run as it is, and how what it found is told."""

from __future__ import annotations

import subprocess

import pytest

from app.bench import swaps as module
from app.bench.rows import MeasurementError
from app.bench.swaps import Swapped, swapped, swaps


def test_a_short_run_loses_nothing_and_has_a_gap_with_and_without_swaps() -> None:
    found = swapped(count=14, rounds=2, rate=1_000_000)
    assert found.wrong == 0
    assert found.received > 0
    assert (len(found.gaps_ms), len(found.quiet_ms)) == (2, 2)
    assert min(*found.gaps_ms, *found.quiet_ms, found.swap_ms, found.rate_hz) > 0


def finding(monkeypatch: pytest.MonkeyPatch, **changes: int) -> None:
    figures = {"lost": 0, "repeated": 0, "torn": 0, "received": 5_000_000, **changes}
    found = Swapped(**figures, gaps_ms=[20.0, 33.0, 21.0], quiet_ms=[18.0, 19.0, 17.0], swap_ms=2.5, rate_hz=60.0)
    monkeypatch.setattr(module, "swapped", lambda *_: found)


def test_the_gap_is_the_longest_of_all_rounds_beside_the_longest_without(monkeypatch: pytest.MonkeyPatch) -> None:
    finding(monkeypatch)
    lost, gap = swaps()
    assert (lost.name, lost.value, lost.unit, lost.goal, lost.floor, lost.lower) == (
        "swap-lost", 0.0, "bytes", 0.0, 0.0, True,
    )  # fmt: skip
    assert (gap.name, gap.value, gap.limit, gap.ratio) == ("swap-gap", 33.0, 19.0, None)
    assert (gap.unit, gap.goal, gap.floor, gap.lower) == ("ms", 34.0, 100.0, True)
    assert (lost.met, gap.met) == (True, True)
    assert "1000 toggles of all five together, 2.5 ms each" in lost.note
    assert "5 links at 10 MB/s each" in gap.note


@pytest.mark.parametrize("kind", ["lost", "repeated", "torn"])
def test_one_wrong_byte_is_below_the_floor(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    finding(monkeypatch, **{kind: 1})
    lost, _ = swaps()
    assert (lost.value, lost.met, lost.above_floor) == (1.0, False, False)


def test_a_run_that_failed_gives_no_figure_but_what_it_said(monkeypatch: pytest.MonkeyPatch) -> None:
    ended = subprocess.CompletedProcess([], 1, "", "links 0, 3 did not settle in gui\n")
    monkeypatch.setattr(module.subprocess, "run", lambda *_, **__: ended)
    with pytest.raises(MeasurementError, match="links 0, 3 did not settle in gui"):
        swapped(10, 1, 1_000_000)
