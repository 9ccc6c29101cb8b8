"""The five wire formats, read frame by frame as their descriptions say. Slow, plain, and written apart from the
simulator: it must not make the same mistake."""

from __future__ import annotations

import csv
import json
import struct
from typing import Any


def imu(data: bytes) -> list[dict[str, float]]:
    names = ("t", "ax", "ay", "az", "gx", "gy", "gz")
    assert data.endswith(b"\n")
    rows = list(csv.reader(data.decode("ascii").splitlines()))
    return [dict(zip(names, map(float, row), strict=True)) for row in rows]


def scope(data: bytes) -> list[dict[str, Any]]:
    return [
        {"t": struct.unpack_from("<Q", payload)[0], "ch1": struct.unpack_from("<500f", payload, 8)}
        for payload in _prefixed(data, "<I")
    ]


def weather(data: bytes) -> list[dict[str, Any]]:
    assert data.endswith(b"\n")
    return [json.loads(line) for line in data.decode("utf-8").splitlines()]


def supply(data: bytes) -> list[dict[str, Any]]:
    names = ("t", "set_voltage", "current_limit", "voltage", "current", "power", "temperature", "flags", "commands")
    return [dict(zip(names, struct.unpack(">QffffffBB", block), strict=True)) for block in _prefixed(data, ">I")]


def motor(data: bytes) -> list[dict[str, Any]]:
    names = ("t", "speed", "torque", "temperature", "status")
    frames = []
    while data:
        assert data[:2] == b"\xa5\x5a"
        end = 3 + data[2]
        (checksum,) = struct.unpack_from("<H", data, end)
        assert checksum == crc16_ccitt_false(data[2:end])
        frames.append(dict(zip(names, struct.unpack("<QfhhB", data[3:end]), strict=True)))
        data = data[end + 2 :]
    return frames


def crc16_ccitt_false(data: bytes) -> int:
    """Bit by bit, from its definition in the catalogue of parametrised CRCs."""
    crc = 0xFFFF
    for octet in data:
        crc ^= octet << 8
        for _ in range(8):
            crc = (crc << 1) ^ 0x1021 if crc & 0x8000 else crc << 1
        crc &= 0xFFFF
    return crc


def _prefixed(data: bytes, header: str) -> list[bytes]:
    payloads = []
    while data:
        (length,) = struct.unpack_from(header, data)
        assert len(data) >= 4 + length
        payloads.append(data[4 : 4 + length])
        data = data[4 + length :]
    return payloads


READERS = {"imu": imu, "scope": scope, "weather": weather, "supply": supply, "motor": motor}
