"""Five listeners in a process of their own that send counters at a steady rate.

    python -m app.bench.counter_sender RATE TICK_MS [DELAY_MS]

RATE is in bytes a second and connection; what is due is sent on a grid of times, TICK_MS apart, the first of it
DELAY_MS after the client came. Prints its five ports on one line and ends when standard input does. A client that sends
anything gets the stream's end, with its length, behind the counter that is under way, and then a FIN.

What a client does not take at once it gets later, in larger pieces: the rate is kept on the average, from the first
byte on.
"""

from __future__ import annotations

import contextlib
import selectors
import socket
import sys
import time

from app.bench.counters import WORD, counters, end_of
from app.bench.sender import DEVICES

MOST_WORDS = 32 << 10  # of one piece: ten times the steady rate of most runs, to catch up with


class Counting:
    """One connection. `is_over` once it was closed."""

    def __init__(self, connection: socket.socket, rate: int, begin: float) -> None:
        connection.setblocking(False)
        self.connection = connection
        self.is_over = False
        self._rate = rate
        self._began = begin
        self._count = 0
        self._rest = memoryview(b"")
        self._is_ending = self._has_ended = False

    def hear(self) -> None:
        """The client has said something, or left."""
        try:
            self._is_ending = True
            self.is_over = not self.connection.recv(1024)
        except OSError:
            self.is_over = True

    def send(self, now: float) -> None:
        """What is due by now and fits."""
        if not self._rest and not self._has_ended:
            self._rest = memoryview(self._next(now))
        try:
            while self._rest:
                self._rest = self._rest[self.connection.send(self._rest) :]
            if self._has_ended:
                self.connection.shutdown(socket.SHUT_WR)
        except BlockingIOError:
            pass
        except OSError:
            self.is_over = True

    def _next(self, now: float) -> bytes:
        if self._is_ending:
            self._has_ended = True
            return end_of(self._count)
        due = round((now - self._began) * self._rate) // WORD - self._count
        count = min(max(due, 0), MOST_WORDS)
        self._count += count
        return counters(self._count - count, count)


def serve(rate: int, tick_s: float, delay_s: float) -> None:
    with contextlib.ExitStack() as opened:
        chooser = opened.enter_context(selectors.DefaultSelector())
        chooser.register(sys.stdin.fileno(), selectors.EVENT_READ, "end")
        listeners = [opened.enter_context(socket.create_server(("127.0.0.1", 0))) for _ in range(DEVICES)]
        for listener in listeners:
            chooser.register(listener, selectors.EVENT_READ, listener)
        print(*(listener.getsockname()[1] for listener in listeners), flush=True)
        _loop(chooser, rate, tick_s, delay_s)


def _loop(chooser: selectors.BaseSelector, rate: int, tick_s: float, delay_s: float) -> None:
    clients: list[Counting] = []
    while True:
        tick = time.monotonic() // tick_s * tick_s  # on the grid: a piece is then whole frames, if a tick's rate is
        for key, _ in chooser.select(0 if clients else None):
            if key.data == "end":
                return
            if isinstance(key.data, Counting):
                key.data.hear()
            else:
                client = Counting(key.data.accept()[0], rate, tick + delay_s)
                chooser.register(client.connection, selectors.EVENT_READ, client)
                clients.append(client)
        clients = [client for client in clients if _served(client, chooser, tick)]
        if clients:
            time.sleep(max(0.0, tick + tick_s - time.monotonic()))


def _served(client: Counting, chooser: selectors.BaseSelector, now: float) -> bool:
    """Send; False when the client is over, and closed."""
    if not client.is_over:
        client.send(now)
    if client.is_over:
        chooser.unregister(client.connection)
        client.connection.close()
    return not client.is_over


if __name__ == "__main__":
    delay = float(sys.argv[3]) if len(sys.argv) > 3 else 0.0
    serve(int(sys.argv[1]), float(sys.argv[2]) / 1000, delay / 1000)
