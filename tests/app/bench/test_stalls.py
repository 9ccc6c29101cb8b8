"""The rows of a busy window: a short run of it as a user starts it, and how its report is judged."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.bench import stalls
from app.bench.rows import MeasurementError, Row
from app.bench.sender import DEVICES
from app.bench.stalls import session_text, stall_native, stall_python, stall_sleep, worst
from app.session.reading import read_session

PORTS = [str(port) for port in range(7001, 7001 + DEVICES)]


def told(*p99_ms: float | None, stalled: int | None = None) -> dict[str, Any]:
    devices = [{"ages": {"readable_read": {"count": 1200, "p99": value}}} for value in p99_ms]
    return {"devices": devices, "stall": None if stalled is None else {"count": stalled}}


def test_the_session_has_five_links_that_are_plotted(tmp_path: Path) -> None:
    file = tmp_path / "five.toml"
    file.write_text(session_text(PORTS), "utf-8")
    session = read_session(file)
    assert [device.link.port for device in session.devices] == [int(port) for port in PORTS]
    assert [plot.channels for plot in session.plots] == [(f"d{port}/a",) for port in PORTS]


def test_a_stalled_window_is_started_as_a_user_does_and_reports_the_age_of_each_link(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Too short for a p99: that it is said shows that all ran, and that each link had chunks."""
    monkeypatch.setattr(stalls, "START_SECONDS", 0.0)
    with stalls.five_links() as session, pytest.raises(MeasurementError, match="too few chunks") as found:
        stalls.p99_ms(session, 0.4, "thread", "sleep:10ms/50ms")
    counts = json.loads(str(found.value).partition("(")[2].partition(")")[0])
    assert len(counts) == DEVICES
    assert min(counts) > 0


def test_the_worst_link_is_told() -> None:
    assert worst(told(3.0, 9.0, 4.0), None) == 9.0
    assert worst(told(3.0, 9.0, stalled=8), "sleep:100ms/500ms") == 9.0


@pytest.mark.parametrize("report", [told(3.0, None), told()])
def test_a_link_with_too_few_chunks_gives_no_figure(report: dict[str, Any]) -> None:
    with pytest.raises(MeasurementError, match="too few chunks"):
        worst(report, None)


@pytest.mark.parametrize("stalled", [None, 0])
def test_a_window_that_was_not_stalled_gives_no_figure(stalled: int | None) -> None:
    with pytest.raises(MeasurementError, match="not stalled by native:1ms/5ms"):
        worst(told(3.0, stalled=stalled), "native:1ms/5ms")


def test_a_window_that_failed_gives_no_figure(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(stalls.subprocess, "run", lambda *_, **__: subprocess.CompletedProcess([], 2))
    with pytest.raises(MeasurementError, match="ended with code 2"):
        stalls.p99_ms(tmp_path / "five.toml", 1.0, "gui", None)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str | None]]:
    """The runs that were asked for; the n-th takes n ms."""
    asked: list[tuple[str, str | None]] = []

    def p99_ms(_session: Path, _seconds: float, mode: str, stall: str | None) -> float:
        asked.append((mode, stall))
        return float(len(asked))

    monkeypatch.setattr(stalls, "p99_ms", p99_ms)
    return asked


def test_modes_are_measured_in_turn_and_the_thread_also_without_a_stall(asked: list[tuple[str, str | None]]) -> None:
    gui, thread = stall_sleep(rounds=3)
    stall = "sleep:100ms/500ms"
    assert asked == [("gui", stall), ("thread", stall), ("thread", None)] * 3
    assert (gui.name, gui.value, gui.unit, gui.limit, gui.goal, gui.floor) == (
        "stall-sleep-gui", 4.0, "ms", None, None, None,
    )  # fmt: skip
    assert (thread.name, thread.value, thread.limit, thread.ratio) == ("stall-sleep-thread", 5.0, 6.0, None)
    assert (thread.goal, thread.floor, thread.lower) == (5.0, 10.0, True)
    assert thread.met is True


@pytest.mark.parametrize(("kind", "measure"), [("python", stall_python), ("native", stall_native)])
def test_the_other_kinds_are_told_as_they_are(
    kind: str, measure: Callable[[], list[Row]], asked: list[tuple[str, str | None]]
) -> None:
    rows = measure()
    assert [row.name for row in rows] == [f"stall-{kind}-gui", f"stall-{kind}-thread"]
    assert {row.goal for row in rows} == {None}
    assert {stall for _, stall in asked} == {f"{kind}:100ms/500ms"}
