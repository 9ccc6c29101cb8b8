"""Plays the faults of one device: one at a time, begun on demand, ended by its span or when it is done.

What happens at once is over when it has been done to each connection that was there: a reset in a frame waits for that
frame. A client that does not read could put that off for ever, so it has PATIENCE_NS, and then it is done anyway,
wherever the stream stands.
"""

from __future__ import annotations

import random

from app.simulator.clock import NS, now_ns
from app.simulator.connection import outstanding
from app.simulator.dice import seed_of
from app.simulator.faults.catalogue import KINDS, Kind
from app.simulator.faults.contract import Fault
from app.simulator.faults.factory import FAULTS
from app.simulator.faults.possible import reason_not
from app.simulator.station import Station

PATIENCE_NS = NS
DEFAULT_SPAN_NS = 2 * NS
LONGEST_SPAN_NS = 3600 * NS
NEEDS_A_CLIENT = {"oversize", "half-open", "rst", "rst-in-frame", "fin-in-frame", "slow-close"}


class Player:
    """Attributes: `station`; `chances` are one Random for each kind, seeded for the device and the kind."""

    def __init__(self, station: Station, seed: int) -> None:
        self.station = station
        self._seeds = {name: seed_of(seed, station.device.name, name) for name in KINDS}
        self._chances = {name: random.Random(each) for name, each in self._seeds.items()}  # noqa: S311  # no secrets
        self._kind: Kind | None = None
        self._ends_ns = 0

    def play(self, name: str, span_ns: int | None, now: int) -> None:
        """Begins a fault, for a span where it lasts; tells of it, or why not."""
        reason = self._reason_not(name)
        if reason:
            self.station.tell({"event": "refused", "device": self.station.device.name, "fault": name, "reason": reason})
            return
        kind = self._kind = KINDS[name]
        span_ns = (span_ns or DEFAULT_SPAN_NS) if kind.lasts else None
        self._ends_ns = now + (PATIENCE_NS + 2 * self.station.frame_ns if span_ns is None else span_ns)
        self.station.faults[name] = self.station.faults.get(name, 0) + 1
        self._tell_of(kind, span_ns)
        fault = self.station.fault = FAULTS[name](self.station, self._chances[name], self._seeds[name])
        fault.begin(now)
        for connection in tuple(self.station.connections):
            connection.fault = fault
            fault.apply(connection, now)

    def wake_ns(self) -> int | None:
        """When `turn` has something to do."""
        fault = self.station.fault
        if fault is None:
            return None
        if self._is_done(fault):
            return 0
        moment = fault.wake_ns()
        return self._ends_ns if moment is None else min(moment, self._ends_ns)

    def turn(self, now: int) -> None:
        fault = self.station.fault
        if fault is None:
            return
        fault.turn(now)
        if now >= self._ends_ns or self._is_done(fault):
            self.stop(now)

    def stop(self, now: int) -> None:
        """Ends what is being played."""
        fault, kind = self.station.fault, self._kind
        if fault is None or kind is None:
            return
        self.station.fault = self._kind = None
        for connection in tuple(self.station.connections):
            connection.fault = None
            fault.lift(connection, now)
        fault.end(now)
        self.station.tell({"event": "over", "device": self.station.device.name, "fault": kind.name, "at_ns": now_ns()})

    def _is_done(self, fault: Fault) -> bool:
        return self._kind is not None and not self._kind.lasts and fault.done

    def _reason_not(self, name: str) -> str:
        if name not in KINDS:
            return f"there is no fault {name!r}: expected one of {', '.join(KINDS)}"
        if self._kind is not None:
            return f"{self._kind.name} lasts"
        if name in NEEDS_A_CLIENT and not any(each.state == "sending" for each in self.station.connections):
            return "no client is connected"
        return reason_not(self.station.device.name, name)

    def _tell_of(self, kind: Kind, span_ns: int | None) -> None:
        """With the counts of the newest connection, as they are before it."""
        sending = [each for each in self.station.connections if each.state == "sending"]
        newest = sending[-1] if sending else None
        self.station.tell({
            "event": "fault", "device": self.station.device.name, "fault": kind.name,
            "connection": newest and newest.number, "at_ns": now_ns(),
            "seconds": None if span_ns is None else span_ns / NS,
            "sent": newest and newest.bytes_made, "taken": newest and newest.bytes_sent,
            "unsent": newest and outstanding(newest.socket),
        })  # fmt: skip
