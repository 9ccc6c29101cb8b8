"""The row `observer`: the dock really is open, and what a rate is made of."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from app.bench import observer as module
from app.bench.observer import leave_dock, observer, rate_of_run, session_text
from app.bench.rows import MeasurementError
from app.session.reading import read_session
from tests.app.bench import brief

S = 10**9


def test_a_window_is_compared_with_itself_with_its_dock_open(monkeypatch: pytest.MonkeyPatch) -> None:
    left: list[str] = []
    rate = module.rate

    def noted(ports: list[str], folder: str, seconds: float) -> float:
        found = rate(ports, folder, seconds)
        left.append(leave_dock(folder))  # as that very window left it when it ended
        return found

    monkeypatch.setattr(module, "rate", noted)
    (row,) = observer(2 * brief.SECONDS, rounds=1)
    brief.compares(row, "observer", "GB/CPU s", goal=0.95, floor=0.9)
    assert left == ["open", "closed"]


def test_of_each_frame_eight_bytes_are_a_channel(tmp_path: Path) -> None:
    file = tmp_path / "flood.toml"
    file.write_text(session_text(["7001", "7002"]), "utf-8")
    devices = read_session(file).devices
    assert [device.link.port for device in devices] == [7001, 7002]
    assert {device.framing.size for device in devices} == {device.decoding.frame_bytes for device in devices}


def told(*received: int, painted: int | None = 2 * S) -> dict[str, Any]:
    devices = [{"ledger": {"bytes": {"received": count}}} for count in received]
    return {"window": {"first_paint_ns": painted}, "devices": devices}


def test_a_rate_is_gigabytes_a_second_of_the_processor_from_the_first_paint_on() -> None:
    samples = [(S, 0.5), (2 * S, 1.0), (3 * S, 2.0), (4 * S, 3.0), (5 * S, 0.0)]
    assert rate_of_run(told(3 * S, 1 * S), samples) == pytest.approx(2.0)


@pytest.mark.parametrize(
    ("painted", "samples", "said"),
    [
        (None, [(S, 1.0), (2 * S, 2.0)], "never painted"),
        (2 * S, [(S, 1.0), (2 * S, 2.0)], "processor time"),
        (2 * S, [(2 * S, 0.0), (3 * S, 0.0)], "processor time"),
    ],
)
def test_a_run_of_which_too_little_is_known_gives_no_figure(
    painted: int | None, samples: list[tuple[int, float]], said: str
) -> None:
    with pytest.raises(MeasurementError, match=said):
        rate_of_run(told(S, painted=painted), samples)
