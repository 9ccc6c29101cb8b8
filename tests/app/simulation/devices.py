"""The remote box of a simulated link: its frames, its kernel, its moods.

It sends rows of a growing number in one of five ways (tests.app.hostile). Its frames come from a tape that repeats, so
that making a thousand of them is one slice, and where a frame ends is arithmetic: frame n of a connection is the tape's
frame (first + n) modulo TAPE.
"""

from __future__ import annotations

import random
from bisect import bisect_right
from functools import cache
from itertools import accumulate

from tests.app.hostile import WAYS, Way
from tests.app.simulation.wire import Wire

TAPE = 2048
MOST_UNSENT = 256 << 10  # bytes that its program keeps back while its kernel takes no more


class Tape:
    """All frames of one way, one behind the other."""

    def __init__(self, way: Way) -> None:
        frames = [way.frame(number) for number in range(TAPE)]
        self.data = b"".join(frames)
        self.stops = list(accumulate(map(len, frames)))

    def slice(self, first: int, count: int) -> bytes:
        """`count` frames from number `first` on."""
        pieces = []
        while count > 0:
            begin = first % TAPE
            stop = min(begin + count, TAPE)
            pieces.append(self.data[self.stops[begin - 1] if begin else 0 : self.stops[stop - 1]])
            first, count = first + stop - begin, count - (stop - begin)
        return b"".join(pieces)

    def whole_frames(self, first: int, size: int) -> int:
        """How many frames are whole in the first `size` bytes from frame `first` on."""
        begin = first % TAPE
        rounds, at = divmod(size + (self.stops[begin - 1] if begin else 0), len(self.data))
        return rounds * TAPE + bisect_right(self.stops, at) - begin


@cache
def tape(name: str) -> Tape:
    return Tape(WAYS[name])


class Box:
    """One device.

    Attributes:
        answers: what it does with a SYN: "accept", "refuse", "ignore", "no route"; accepts until told otherwise.
        wire: the connection that it serves, None where there is none; kept after its end, for the judge.
        is_reading: whether its program reads what we send.
        first: number of the first frame of this connection; made: how many it has made on it since.
        is_damaged: bytes of this connection are not as they should be.
        unsent: bytes that its kernel has not taken.
        carried: bytes that its kernel took of this connection and the judge has not seen received.
    """

    def __init__(self, way: str, dice: random.Random) -> None:
        self.way = way
        self.tape = tape(way)
        self.answers = "accept"
        self.wire: Wire | None = None
        self.is_reading = True
        self.first = 0
        self.made = 0
        self.is_damaged = False
        self.unsent = bytearray()
        self.carried = bytearray()
        self._dice = dice

    @property
    def is_serving(self) -> bool:
        """Whether its program can still write to the connection."""
        wire = self.wire
        return wire is not None and not (wire.fin_sent or wire.reset or wire.ended_here)

    def accept(self, capacity: int) -> Wire:
        """A new connection; the numbers go on."""
        self.first += self.made
        self.made = 0
        self.is_damaged = False
        self.unsent.clear()
        self.carried = bytearray()
        self.wire = Wire(capacity)
        return self.wire

    # -- what it sends

    def make(self, count: int) -> None:
        """Frames, as far as its program keeps any back."""
        if self.is_serving and len(self.unsent) < MOST_UNSENT:
            self.unsent += self.tape.slice(self.first + self.made, count)
            self.made += count

    def push(self, most: int) -> int:
        """Its kernel takes at most so much of what it has; returns how much that was."""
        if self.wire is None or not self.unsent:
            return 0
        data = bytes(self.unsent[:most])
        count = self.wire.take(data)
        self.carried += data[:count]
        del self.unsent[:count]
        return count

    def damage(self, kind: str) -> None:
        """Spoil what it is about to send."""
        dice, bytes_ = self._dice, self.unsent
        if not self.is_serving:
            return
        if not bytes_:
            self.make(dice.randint(1, 5))
        self.is_damaged = True
        place = dice.randrange(len(bytes_)) if bytes_ else 0
        size = dice.randint(1, 8)
        if kind == "flip" and bytes_:
            bytes_[place] ^= dice.randint(1, 255)
        elif kind == "lose":
            del bytes_[place : place + size]
        elif kind == "double":
            bytes_[place:place] = bytes_[place : place + size]
        elif kind == "strew":
            bytes_[place:place] = dice.randbytes(size)
        elif kind == "endless":
            bytes_ += b"\xa5\x5a\xff7" * dice.choice((10, 1000, 5000))
        elif kind == "oversize":
            bytes_ += dice.choice(LYING_HEADS)
        elif kind == "no delimiter":
            bytes_[:] = bytes_.replace(b"\n", b" ")

    # -- how it ends

    def fin(self) -> None:
        """It closes; what its program has not given its kernel is not sent."""
        if self.is_serving and self.wire is not None:
            self.unsent.clear()
            self.wire.fin_sent = True

    def reset(self) -> None:
        if self.wire is not None:
            self.unsent.clear()
            self.wire.arrive_reset()

    def read(self, most: int) -> bytes:
        """Its program reads what we sent."""
        return self.wire.read_ours(most) if self.wire is not None and self.is_reading else b""


# Lengths beyond any bound, in the framings' own ways: QDataStream's 64 bits, 32 bits, one byte behind a sync word.
LYING_HEADS = (b"\xff\xff\xff\xfe\x00\x00\x00\x01", b"\x00\x01\x00\x00", b"\xa5\x5a\xff", b"\xff" * 4)
DAMAGES = ("flip", "lose", "double", "strew", "endless", "oversize", "no delimiter")
