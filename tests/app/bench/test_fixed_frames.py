"""The session of the rows that run a whole rig."""

from __future__ import annotations

import pytest

from app.bench.fixed_frames import fixed_frames


@pytest.mark.parametrize(("kind", "columns"), [("f32", 8), ("u64", 4)])
def test_each_port_is_a_device_whose_frame_holds_its_columns(kind: str, columns: int) -> None:
    session = fixed_frames([7001, 7002], kind, columns)  # type: ignore[arg-type]
    assert [device.link.port for device in session.devices] == [7001, 7002]
    for device in session.devices:
        assert (device.framing.size, device.decoding.frame_bytes) == (32, 32)
        assert [field.type for field in device.decoding.fields] == [kind] * columns
