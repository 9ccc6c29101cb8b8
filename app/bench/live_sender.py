"""Devices that measure six quantities each, in a process of their own.

    python -m app.bench.live_sender csv|f32|stamped RATE TICK_MS DEVICES [DELAY_MS]

RATE is in rows a second and device, the first of them DELAY_MS after the client came; the devices' rows are spread over
the time between two rows of one, since no two devices are in step. A row is a line of six numbers, the same in binary
(little-endian f32), or a line with the time in front at which it is handed to the kernel: microseconds since boot, on
the clock that Quintet reads. Six waves with some noise, made beforehand, so that the sender takes little of a processor
that the measured program needs; they repeat after PERIOD_S. All else is in steady.py.
"""

from __future__ import annotations

import socket
import sys
import time
from itertools import count
from typing import Literal

import numpy as np
import numpy.typing as npt

from app.bench.steady import Steady, serve

Kind = Literal["csv", "f32", "stamped"]
CHANNELS = ("a", "b", "c", "d", "e", "f")
PERIOD_S = 4
MOST_ROWS = 20_000  # of one piece, to catch up with
BOOT = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)  # as app.clock


def waves(rate: int) -> npt.NDArray[np.float32]:
    """f32[rows, channels] of PERIOD_S: whole waves of 0.25 to 3 Hz, so that the end goes on at the start."""
    length = rate * PERIOD_S
    angle = np.arange(length)[:, None] * (2 * np.pi / length)
    noise = np.random.default_rng(7).normal(0, 0.4, (length, len(CHANNELS)))
    return (10 * np.sin(angle * [1, 2, 3, 5, 8, 12]) + noise).astype("<f4")


class Pattern:
    """The rows as bytes, again and again."""

    def __init__(self, kind: Kind, rate: int) -> None:
        rows = waves(rate)
        self._count = len(rows)
        if kind == "f32":
            pieces = [rows.tobytes()]
            sizes = np.full(len(rows), rows.shape[1] * rows.itemsize)
        else:
            line = ",".join(["{:.4f}"] * len(CHANNELS)) + "\n"
            pieces = [line.format(*row).encode() for row in rows.tolist()]
            sizes = np.array([len(piece) for piece in pieces])
        self._data = b"".join(pieces)
        self._starts = [0, *np.cumsum(sizes).tolist()]

    def rows(self, first: int, stop: int) -> bytes:
        """Those from number `first` on, until `stop`."""
        data = b""
        while first < stop:
            at = first % self._count
            taken = min(stop - first, self._count - at)
            data += self._data[self._starts[at] : self._starts[at + taken]]
            first += taken
        return data


class LiveDevice(Steady):
    """One connection."""

    def __init__(self, connection: socket.socket, begin: float, rate: int, pattern: Pattern, *, stamps: bool) -> None:
        super().__init__(connection, begin)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._rate = rate
        self._pattern = pattern
        self._stamps = stamps
        self._count = 0

    def next(self, now: float) -> bytes:
        due = int((now - self._began) * self._rate + 1e-6)
        first, self._count = self._count, min(max(due, self._count), self._count + MOST_ROWS)
        rows = self._stamped if self._stamps else self._pattern.rows
        return rows(first, self._count)

    def _stamped(self, first: int, stop: int) -> bytes:
        """Rows that are handed over together differ by a microsecond: each has a time of its own."""
        began_us = time.clock_gettime_ns(BOOT) // 1000 - stop + 1
        return b"".join(b"%d,%s" % (began_us + row, self._pattern.rows(row, row + 1)) for row in range(first, stop))


def main(kind: Kind, rate: int, tick_ms: float, devices: int, delay_ms: float = 0.0) -> None:
    pattern, number = Pattern(kind, rate), count()

    def make(client: socket.socket, now: float) -> LiveDevice:
        begin = now + delay_ms / 1000 + next(number) % devices / (devices * rate)
        return LiveDevice(client, begin, rate, pattern, stamps=kind == "stamped")

    serve(make, devices, tick_ms / 1000)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), float(sys.argv[3]), int(sys.argv[4]), *map(float, sys.argv[5:]))  # type: ignore[arg-type]
