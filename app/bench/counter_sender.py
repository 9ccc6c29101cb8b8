"""Five listeners in a process of their own that send counters at a steady rate.

    python -m app.bench.counter_sender RATE TICK_MS [DELAY_MS]

RATE is in bytes a second and connection; what is due is sent on a grid of times, TICK_MS apart, the first of it
DELAY_MS after the client came. A client that sends anything gets the stream's end, with its length, behind the counter
that is under way, and then a FIN. All else is in steady.py.
"""

from __future__ import annotations

import contextlib
import socket
import sys

from app.bench.counters import WORD, counters, end_of
from app.bench.sender import DEVICES
from app.bench.steady import Steady, serve

MOST_WORDS = 32 << 10  # of one piece: ten times the steady rate of most runs, to catch up with


class Counting(Steady):
    """One connection."""

    def __init__(self, connection: socket.socket, rate: int, begin: float) -> None:
        super().__init__(connection, begin)
        self._rate = rate
        self._count = 0
        self._is_ending = self._has_ended = False

    def hear(self) -> None:
        self._is_ending = True
        super().hear()

    def send(self, now: float) -> None:
        super().send(now)
        if self._has_ended and not self._rest:
            with contextlib.suppress(OSError):
                self.connection.shutdown(socket.SHUT_WR)

    def next(self, now: float) -> bytes:
        if self._has_ended:
            return b""
        if self._is_ending:
            self._has_ended = True
            return end_of(self._count)
        due = round((now - self._began) * self._rate) // WORD - self._count
        count = min(max(due, 0), MOST_WORDS)
        self._count += count
        return counters(self._count - count, count)


if __name__ == "__main__":
    delay_s = float(sys.argv[3]) / 1000 if len(sys.argv) > 3 else 0.0
    rate = int(sys.argv[1])
    serve(lambda client, begin: Counting(client, rate, begin + delay_s), DEVICES, float(sys.argv[2]) / 1000)
