"""A wall clock that jumps, by hours and back: labels move with it, nothing else does."""

from __future__ import annotations

import logging
import re
import time
from pathlib import Path

import pytest

from app.rig import Rig
from app.session.reading import read_session
from tests.app.link.peers import until
from tests.command import appears, start

HOUR_NS = 3_600_000_000_000
STEP = re.compile(r"wall clock was set by (\S+) s")


@pytest.fixture
def wall(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """What the wall clock is ahead by; the machine's own is not touched."""
    ahead, real = [0], time.time_ns
    monkeypatch.setattr("app.clock.time.time_ns", lambda: real() + ahead[0])
    return ahead


@pytest.mark.usefixtures("qapp")
def test_a_wall_clock_that_jumps_is_told_and_moves_no_row_and_no_link(wall, tmp_path: Path, caplog):
    session = tmp_path / "simulated.toml"
    with start("simulate", "--session", session) as simulator:
        rig = Rig(read_session(appears(session, simulator)))
        rig.start()
        for step_ns in (HOUR_NS, -2 * HOUR_NS):
            caplog.clear()
            before = [device.pipeline.decoder.counts.decoded for device in rig.devices]
            wall[0] += step_ns
            with caplog.at_level(logging.WARNING, logger="quintet"):
                until(lambda: "wall clock" in caplog.text, "that the clock was set")
            until(
                lambda before=before: all(
                    device.pipeline.decoder.counts.decoded > count
                    for device, count in zip(rig.devices, before, strict=True)
                ),
                "rows of every device",
            )
            assert float(STEP.search(caplog.text)[1]) == pytest.approx(step_ns / 1e9, abs=0.5)
        rig.stop()
        until(lambda: rig.is_stopped, "the rig to stop")
    assert rig.failures == {}
    for device in rig.devices:
        statistics = rig.last_look(device).statistics
        assert (statistics.opened, dict(statistics.reasons)) == (1, {})
        for table in device.pipeline.tables.values():
            assert table.last_ns - table.first_ns < HOUR_NS / 60
            assert [gap for gap in table.gaps(table.first_ns, table.last_ns) if gap.end_ns is not None] == []
