"""Listeners in a process of their own that send at a steady rate: what their programs share.

What is due is sent on a grid of times. What a client does not take at once it gets later, in larger pieces: the rate is
kept on the average, from the first byte on. The process ends when standard input does.
"""

from __future__ import annotations

import contextlib
import selectors
import socket
import sys
import time
from collections.abc import Callable


class Steady:
    """One connection; a subclass says in `next` what it sends.

    Attributes:
        is_over: it was closed.
    """

    def __init__(self, connection: socket.socket, begin: float) -> None:
        connection.setblocking(False)
        self.connection = connection
        self.is_over = False
        self._began = begin
        self._rest = memoryview(b"")

    def next(self, now: float) -> bytes:
        """What is due at `now` and has not been given yet; asked once all that was given before has been sent."""
        raise TypeError("a Steady implements this")

    def hear(self) -> None:
        """The client has said something, or left."""
        try:
            self.is_over = not self.connection.recv(1024)
        except OSError:
            self.is_over = True

    def send(self, now: float) -> None:
        """What is due by now and fits."""
        if not self._rest:
            self._rest = memoryview(self.next(now))
        try:
            while self._rest:
                self._rest = self._rest[self.connection.send(self._rest) :]
        except BlockingIOError:
            pass
        except OSError:
            self.is_over = True


def serve(make: Callable[[socket.socket, float], Steady], devices: int, tick_s: float) -> None:
    """Print the ports on one line and serve whoever comes; `make` is told when its client's time begins."""
    with contextlib.ExitStack() as opened:
        chooser = opened.enter_context(selectors.DefaultSelector())
        chooser.register(sys.stdin.fileno(), selectors.EVENT_READ, "end")
        listeners = [opened.enter_context(socket.create_server(("127.0.0.1", 0))) for _ in range(devices)]
        for listener in listeners:
            chooser.register(listener, selectors.EVENT_READ, listener)
        print(*(listener.getsockname()[1] for listener in listeners), flush=True)
        _loop(chooser, make, tick_s)


def _loop(chooser: selectors.BaseSelector, make: Callable[[socket.socket, float], Steady], tick_s: float) -> None:
    clients: list[Steady] = []
    while True:
        events = chooser.select(0 if clients else None)
        tick = time.monotonic() // tick_s * tick_s  # on the grid: a piece is then whole frames, if a tick's rate is
        for key, _ in events:
            if key.data == "end":
                return
            if isinstance(key.data, Steady):
                key.data.hear()
            else:
                client = make(key.data.accept()[0], tick)
                chooser.register(client.connection, selectors.EVENT_READ, client)
                clients.append(client)
        clients = [client for client in clients if _served(client, chooser, tick)]
        if clients:
            time.sleep(max(0.0, tick + tick_s - time.monotonic()))


def _served(client: Steady, chooser: selectors.BaseSelector, now: float) -> bool:
    """Send; False when the client is over, and closed."""
    if not client.is_over:
        client.send(now)
    if client.is_over:
        chooser.unregister(client.connection)
        client.connection.close()
    return not client.is_over
