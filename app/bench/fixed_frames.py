"""The session of the rows that run a whole rig: a device a port, frames of one size, all columns alike."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from app.decoding.options import SIZES, Struct, StructField
from app.framing.options import Fixed
from app.link.options import TcpOptions
from app.quantities import ByteSize
from app.session.schema import DeviceOptions, Session

HISTORY = ByteSize(256 << 20)


def fixed_frames(ports: Sequence[int], kind: Literal["f32", "u64"], columns: int) -> Session:
    """Frames of so many columns of this type."""
    fields = tuple(StructField(name=f"c{i}", type=kind) for i in range(columns))
    devices = tuple(
        DeviceOptions(
            name=f"d{port}",
            address=f"tcp://127.0.0.1:{port}",
            link=TcpOptions(host="127.0.0.1", port=port),
            framing=Fixed(size=columns * SIZES[kind]),
            decoding=Struct(fields=fields),
        )
        for port in ports
    )
    return Session(devices=devices, history_bytes=HISTORY)
