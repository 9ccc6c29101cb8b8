"""Faults of the bytes themselves: all that is sent arrives, and some of it is wrong.

Which frames are damaged, and how, follows from the seed and the frames' numbers alone; see `dice`.
"""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from app.simulator.connection import Connection
from app.simulator.dice import Throws, throws
from app.simulator.faults.contract import Fault
from app.simulator.schedule import IntArray
from app.simulator.tape import Flags, Octets, Segment, one_frame

if TYPE_CHECKING:
    from app.simulator.station import Station

DAMAGED_HZ = 20  # of a fast device's frames; of a slow one's every third: a second of it then has some
LEAST_EVERY = 3
FLIPS = 2  # bits of a damaged frame: a sum over bytes may miss them, a CRC does not
ENDLESS_BYTES_S = 256 << 10  # four times max_frame, so that a quarter of a second is too long for it
OVERSIZE_MOST = 63  # bytes beyond max_frame, and one; the motor's length says no more than 255 in all
FILLING = b"0123456789"


class _Damage(Fault):
    changes = True

    def __init__(self, station: Station, chance: random.Random, seed: int) -> None:
        super().__init__(station, chance, seed)
        self._every = max(LEAST_EVERY, round(station.device.rate_hz / DAMAGED_HZ))

    def chosen(self, segment: Segment) -> Flags:
        """One frame in each so many, none where they are divided by chance alone."""
        groups, places = np.divmod(_numbers(segment), self._every)
        flags: Flags = throws(self.seed, groups) % np.uint64(self._every) == places.astype(np.uint64)
        return flags


class Corrupt(_Damage):
    def change(self, segment: Segment) -> Segment:
        chosen = self.chosen(segment)
        octets, starts, ends = _copied(segment)
        sizes = (ends - starts)[chosen].astype(np.uint64)
        numbers = _numbers(segment)[chosen]
        bits = throws(self.seed + 1, numbers)
        for flip in range(FLIPS):
            places = starts[chosen] + (throws(self.seed + 2 + flip, numbers) % sizes).astype(np.int64)
            octets[places] ^= _masks(bits + np.uint64(flip))  # another bit each time: two never undo each other
        return Segment(octets.data, ends, 0, segment.first, chosen)


class LostDelimiter(_Damage):
    def change(self, segment: Segment) -> Segment:
        chosen = self.chosen(segment)
        octets, _, ends = _copied(segment)
        left = np.delete(octets, ends[chosen] - 1)
        return Segment(left.data, ends - np.cumsum(chosen), 0, segment.first, chosen)


class EndlessLine(Fault):
    """No frame has its delimiter, and each is repeated so often that the line soon outgrows any bound. The first
    frame after it ends the line, and is lost in it."""

    changes = True

    def change(self, segment: Segment) -> Segment:
        device = self.station.device
        times = -(-ENDLESS_BYTES_S // int(device.rate_hz * device.frame_bytes))
        octets, starts, ends = _copied(segment)
        bodies = [octets[start : end - 1].tobytes() * times for start, end in zip(starts, ends, strict=True)]
        lengths = np.array([len(body) for body in bodies], np.int64)
        damaged = np.ones(len(bodies), np.bool_)
        return Segment(memoryview(b"".join(bodies)), np.cumsum(lengths), 0, segment.first, damaged)


class Oversize(Fault):
    """One frame that is well formed, but longer than the session allows."""

    def begin(self, now_ns: int) -> None:
        size = self.station.device.max_frame + 1 + self.chance.randint(0, OVERSIZE_MOST)
        frame = self.station.device.frame_of((FILLING * (size // len(FILLING) + 1))[:size])
        self._segment = replace(one_frame(frame), damaged=np.ones(1, np.bool_))
        self._given: list[Connection] = []

    def apply(self, connection: Connection, now_ns: int) -> None:
        connection.feed.insert(self._segment)
        self._given.append(connection)

    def opened(self, connection: Connection, now_ns: int) -> None:
        """It goes to those who were there."""

    @property
    def done(self) -> bool:
        return all(connection.closed or not connection.feed.inserting for connection in self._given)


def _numbers(segment: Segment) -> IntArray:
    return segment.first + np.arange(len(segment), dtype=np.int64)


def _copied(segment: Segment) -> tuple[Octets, IntArray, IntArray]:
    """The segment's bytes, free to change, and where in them each frame begins and ends."""
    octets = np.frombuffer(segment.data, np.uint8).copy()
    ends = segment.ends - segment.begin
    return octets, np.concatenate(([0], ends[:-1])), ends


def _masks(bits: Throws) -> Octets:
    return np.left_shift(np.uint8(1), (bits % np.uint64(8)).astype(np.uint8))
