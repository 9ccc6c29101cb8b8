"""The session files of the live rows are sound, and plot five times six curves of what is sent."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.bench.live_sender import CHANNELS, Kind
from app.bench.live_session import session_text
from app.decoding.options import FieldTime
from app.session.reading import read_session
from app.session.schema import Session


def read(tmp_path: Path, kind: Kind, count: int) -> Session:
    file = tmp_path / "live.toml"
    file.write_text(session_text(kind, [str(7000 + number) for number in range(count)]), "utf-8")
    return read_session(file)


@pytest.mark.parametrize("kind", ["csv", "f32", "stamped"])
@pytest.mark.parametrize("count", [5, 50])
def test_each_device_is_read_and_five_are_plotted_with_all_their_curves(tmp_path: Path, kind: Kind, count: int) -> None:
    session = read(tmp_path, kind, count)
    assert [device.link.port for device in session.devices] == [7000 + number for number in range(count)]
    assert len({device.name for device in session.devices}) == count
    assert [plot.channels for plot in session.plots] == [
        tuple(f"{device.name}/{name}" for name in CHANNELS) for device in session.devices[:5]
    ]
    assert {plot.window for plot in session.plots} == {10 * 10**9}


def test_the_stamp_is_the_rows_time(tmp_path: Path) -> None:
    (time,) = {device.time for device in read(tmp_path, "stamped", 5).devices}
    assert isinstance(time, FieldTime)
    assert (time.field, time.unit, time.epoch) == ("t", "us", "boot")
