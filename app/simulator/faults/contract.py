"""What a fault is to the device that has it and to each of its connections: hooks that do nothing unless overridden."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, ClassVar

from app.simulator.tape import Segment

if TYPE_CHECKING:
    from app.simulator.connection import Connection
    from app.simulator.station import Station


class Fault:
    """One fault while it is played on one device. The hooks come in the order in which they stand here.

    Attributes: `pieces` (frames go out in the pieces that `piece` says), `changes` (frames go out as `change` makes
    them). What does not last is over when `done` says so.
    """

    pieces: ClassVar[bool] = False
    changes: ClassVar[bool] = False

    def __init__(self, station: Station, chance: random.Random, seed: int) -> None:
        """`chance` goes on from one playing of this kind to the next; `seed` is for throws for frames, see `dice`."""
        self.station = station
        self.chance = chance
        self.seed = seed

    def begin(self, now_ns: int) -> None:
        """The device gets it."""

    def apply(self, connection: Connection, now_ns: int) -> None:
        """Each connection that the device has gets it."""

    def opened(self, connection: Connection, now_ns: int) -> None:
        """Each connection that opens meanwhile gets it: as the others do, unless said otherwise."""
        self.apply(connection, now_ns)

    def change(self, segment: Segment) -> Segment:
        """The same frames as they go out. Follows from their numbers and the seed alone."""
        return segment

    def piece(self, segment: Segment, sent: int, rested: bool) -> int:
        """How many bytes from the offset `sent` on go out in one send; 0: none this turn. `rested`: that was the
        answer for this offset the turn before."""
        return segment.end - sent

    def wake_ns(self) -> int | None:
        """When `turn` is to be called."""
        return None

    def turn(self, now_ns: int) -> None:
        """What falls due on the way."""

    @property
    def done(self) -> bool:
        """All that it does at once has been done."""
        return True

    def lift(self, connection: Connection, now_ns: int) -> None:
        """Each connection that is there at the end is rid of it."""

    def end(self, now_ns: int) -> None:
        """The device is rid of it."""
