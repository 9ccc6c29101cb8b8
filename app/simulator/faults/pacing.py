"""Faults of pace: every byte is right and all of them arrive, late, in lumps, in crumbs, or too fast."""

from __future__ import annotations

import numpy as np

from app.simulator.connection import Connection
from app.simulator.faults.contract import Fault
from app.simulator.source import FlatOutSource
from app.simulator.tape import Segment


class Stall(Fault):
    """Frames fall due and wait in the device's FIFO; older ones are skipped and counted."""

    def apply(self, connection: Connection, now_ns: int) -> None:
        connection.held = True

    def lift(self, connection: Connection, now_ns: int) -> None:
        connection.held = False


class Burst(Fault):
    """Frames fall due and are all kept."""

    def apply(self, connection: Connection, now_ns: int) -> None:
        connection.held = True
        connection.feed.gather()

    def lift(self, connection: Connection, now_ns: int) -> None:
        connection.held = False
        connection.feed.release(now_ns)


class Drip(Fault):
    """One byte a segment; 256 of them a turn, 85 kB/s: the oscilloscope cannot keep up, and skips."""

    pieces = True

    def piece(self, segment: Segment, sent: int, rested: bool) -> int:
        return 1


class Split(Fault):
    """Frame k goes out in two segments, cut behind its byte k modulo its length. The second half of what is the last
    frame for now waits a turn: it is then not there yet when a reader sees the first."""

    pieces = True

    def piece(self, segment: Segment, sent: int, rested: bool) -> int:
        place = int(np.searchsorted(segment.ends, sent, side="right"))
        if place == len(segment):  # the part of a frame behind which the connection ends
            return segment.end - sent
        start, end = segment.start_of(place), int(segment.ends[place])
        cut = start + (segment.first + place) % (end - start)
        if sent < cut:
            return cut - sent
        is_half = sent == cut > start
        return 0 if is_half and place == len(segment) - 1 and not rested else end - sent


class Flood(Fault):
    """Frames without end, each stamped as it is made. Those that would have fallen due meanwhile are never made."""

    def apply(self, connection: Connection, now_ns: int) -> None:
        connection.feed.flood(FlatOutSource(self.station.device, now_ns, None))

    def lift(self, connection: Connection, now_ns: int) -> None:
        connection.feed.calm(now_ns)


class BothWriting(Flood):
    """And what the client says is not read, so that its own buffers fill too."""

    def apply(self, connection: Connection, now_ns: int) -> None:
        super().apply(connection, now_ns)
        connection.deaf = True

    def lift(self, connection: Connection, now_ns: int) -> None:
        super().lift(connection, now_ns)
        connection.deaf = False
