"""The rows that need the window: how a start and a growth are judged; and that both programs can be started."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from app.bench import window
from app.bench.rows import MeasurementError
from app.bench.window import _bound_history, _resident, _resident_bytes, _wraps, memory, start, where
from app.session.reading import read_session

MIB = 1 << 20


# -- start


def test_an_empty_dashboard_is_started_as_a_user_does_until_its_first_paint() -> None:
    assert 0 < window._quintet_start() < window.GRACE


def test_a_window_that_was_never_painted_gives_no_figure(monkeypatch: pytest.MonkeyPatch) -> None:
    ended = subprocess.CompletedProcess([], 0, '{"window": {"first_paint_ns": null}}')
    monkeypatch.setattr(window.subprocess, "run", lambda *_, **__: ended)
    with pytest.raises(MeasurementError, match="never painted"):
        window._quintet_start()


def test_the_bare_window_it_is_compared_with_is_painted_too() -> None:
    assert 0 < window._bare_start() < window.GRACE


def test_a_start_is_warm_and_less_is_better(monkeypatch: pytest.MonkeyPatch) -> None:
    ours, bare = iter([0.1, 0.6, 0.5, 0.7]), iter([8.0, 0.4, 0.4, 0.4])
    monkeypatch.setattr(window, "_quintet_start", lambda: next(ours))
    monkeypatch.setattr(window, "_bare_start", lambda: next(bare))
    (row,) = start(rounds=3)
    assert (row.name, row.value, row.limit, row.goal, row.floor, row.lower) == ("start", 0.6, 0.4, 1.5, 2.0, True)
    assert row.note == where()


def test_it_is_said_whether_the_windows_are_shown(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert where() == "off screen"
    assert window.environment(str(tmp_path))["QT_QPA_PLATFORM"] == "offscreen"
    monkeypatch.setenv("DISPLAY", ":7")
    assert where() == "on display :7"
    assert "QT_QPA_PLATFORM" not in window.environment(str(tmp_path))


def test_a_start_does_not_see_what_the_user_has_set(tmp_path: Path) -> None:
    given = window.environment(str(tmp_path))
    assert given["XDG_CONFIG_HOME"] == given["XDG_STATE_HOME"] == str(tmp_path)
    assert given["PATH"] == os.environ["PATH"]


# -- memory


def told(seconds: float, *devices: tuple[int, int]) -> dict[str, Any]:
    """A report in which devices had so many rows in history, and so many aged out."""
    accounts = [{"decoded": held + aged, "in_history": held, "aged_out": aged} for held, aged in devices]
    return {"seconds": seconds, "devices": [{"ledger": {"samples": samples}} for samples in accounts]}


def test_the_wraps_are_those_of_the_slowest_table_that_wrapped_four_times() -> None:
    fast, slow, slowest = (100, 900), (100, 400), (100, 50)
    assert _wraps(told(10.0, fast, slow, slowest)) == (2.0, 8.0)


def test_exactly_four_wraps_are_enough() -> None:
    assert _wraps(told(8.0, (100, 300))) == (2.0, 8.0)


@pytest.mark.parametrize("devices", [[], [(100, 299)], [(0, 0)]])
def test_a_run_in_which_nothing_wrapped_four_times_gives_no_figure(devices: list[tuple[int, int]]) -> None:
    with pytest.raises(MeasurementError, match="no table wrapped four times"):
        _wraps(told(8.0, *devices))


def test_resident_memory_at_a_moment_is_the_median_around_it() -> None:
    samples = [(float(second), 100 + second) for second in range(60)]
    assert _resident(samples, 30.0) == 130
    samples[30] = (30.0, 10_000)
    assert _resident(samples, 30.0) <= 134


def test_resident_memory_is_that_of_the_process_and_nothing_once_it_has_gone() -> None:
    assert _resident_bytes(os.getpid()) > 10 * MIB
    assert _resident_bytes(1 << 30) == 0


def test_the_history_of_the_demos_session_is_bounded_whatever_stood_there(tmp_path: Path) -> None:
    file = tmp_path / "demo.toml"
    for more in ("", 'history_bytes = "512 MiB"\n'):
        file.write_text(f'[session]\ntitle = "Demo"\n{more}\n[[device]]\nname = "a"\nlink = "tcp://127.0.0.1:1"\n')
        _bound_history(file)
        session = read_session(file)
        assert (session.history_bytes, session.title, len(session.devices)) == (64 * MIB, "Demo", 1)


def test_devices_that_do_not_start_are_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(window, "GRACE", 0.0)
    with pytest.raises(MeasurementError, match="did not start"):
        _bound_history(tmp_path / "never.toml")


def watching(monkeypatch: pytest.MonkeyPatch, seconds: float) -> None:
    """A dashboard that ran so long on a table that wraps every two seconds, growing by a MiB a second."""
    samples = [(at / 5, (100 * MIB + at * MIB // 5)) for at in range(int(seconds * 5) + 1)]
    report = told(10.0, (100, 400))

    def watched(session: Path, folder: str, asked: float) -> tuple[dict[str, Any], list[tuple[float, int]]]:
        assert read_session(session).history_bytes == 64 * MIB
        return report, samples

    monkeypatch.setattr(window, "_watched", watched)


def test_growth_is_that_from_the_first_wrap_to_the_fourth(monkeypatch: pytest.MonkeyPatch) -> None:
    watching(monkeypatch, 10.0)
    (row,) = memory()
    assert row.value == pytest.approx(100 * 6 / 102, rel=0.02)
    assert (row.name, row.unit, row.goal, row.floor, row.lower) == ("memory", "%", 2.0, 5.0, True)
    assert row.note.startswith("102 to 108 MiB from 2 s to 8 s, ")
    assert (row.met, row.above_floor) == (False, False)


def test_a_run_that_ended_before_the_fourth_wrap_gives_no_figure(monkeypatch: pytest.MonkeyPatch) -> None:
    watching(monkeypatch, 7.0)
    with pytest.raises(MeasurementError, match="fourth wrap would come after 8 s, the run had 7 s"):
        memory()
