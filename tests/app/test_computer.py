"""What happens to this computer while a rig runs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication

from app.computer import SUSPEND_NS, ThisComputer, slept_ns, stood_ready_ns
from app.refresh.clock import RefreshClock

SECOND = 1_000_000_000


@pytest.fixture
def computer(qapp: QCoreApplication) -> ThisComputer:
    return ThisComputer(RefreshClock(60.0, lambda: 7), 60.0, lambda: 7)


def test_a_computer_to_which_nothing_happened_says_so(computer: ThisComputer) -> None:
    assert computer.look() is False
    figures = computer.figures()
    assert (figures.wished_hz, figures.rate_hz, figures.slow_reason) == (60.0, 60.0, "")
    assert figures.cost_ms is None
    assert (figures.suspended, figures.wall_set, figures.lag_ms) == (None, None, None)


def test_a_suspend_is_told_once_and_kept_with_its_length(
    computer: ThisComputer, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    before = slept_ns()
    monkeypatch.setattr("app.computer.slept_ns", lambda: before + 90 * SECOND)
    assert computer.look() is True
    assert computer.look() is False
    at_ns, span_ns = computer.figures().suspended or (0, 0)
    assert at_ns == 7
    assert abs(span_ns - 90 * SECOND) < SUSPEND_NS
    assert "suspended for 90.0 s" in caplog.text


def test_a_step_of_the_wall_clock_is_kept_with_its_size(
    computer: ThisComputer, caplog: pytest.LogCaptureFixture
) -> None:
    computer.wall.offset_ns -= 5 * SECOND
    assert computer.look() is False
    at_ns, step_ns = computer.figures().wall_set or (0, 0)
    assert at_ns == 7
    assert abs(step_ns - 5 * SECOND) < SECOND
    assert "+5.000 s" in caplog.text


def test_the_lag_of_the_windows_loop_is_that_of_its_timers(computer: ThisComputer) -> None:
    computer._clock._pacing.note_lag(20_000_000)
    assert computer.figures().lag_ms == 20.0


def test_how_long_the_window_stood_ready_is_told_as_a_share_of_the_time_between_two_looks(
    computer: ThisComputer, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert computer.figures().unserved is None
    computer._stood_ns, computer._looked_ns = 5 * SECOND, 10 * SECOND
    monkeypatch.setattr("app.computer.stood_ready_ns", lambda: 6 * SECOND)
    monkeypatch.setattr("app.computer.time.monotonic_ns", lambda: 12 * SECOND)
    computer._look_for_processors()
    assert computer.figures().unserved == 0.5


@pytest.mark.parametrize("text", [b"", b"0 0 0\n", b"none", b"7"])
def test_a_system_that_does_not_tell_how_long_it_stood_ready_has_no_share(
    computer: ThisComputer, monkeypatch: pytest.MonkeyPatch, text: bytes
) -> None:
    monkeypatch.setattr("app.computer.Path.read_bytes", lambda _: text)
    assert stood_ready_ns() is None
    computer.look()
    assert computer.figures().unserved is None
