"""Five listeners in a process of their own, sending flat out in pieces of 64 KiB.

    python -m app.bench.sender zeros|floats

Prints its five ports on one line, serves every connection the same endless pattern, and ends when standard input
does. The pattern repeats on whole frames of 32 bytes, so that a framing of fixed size stays in step.
"""

from __future__ import annotations

import selectors
import socket
import sys

import numpy as np

PIECE = 64 << 10
DEVICES = 5


def pattern(kind: str) -> bytes:
    """The bytes that are sent again and again."""
    if kind == "zeros":
        return bytes(PIECE)
    rows = np.arange(PIECE // 32, dtype=np.float32)
    columns = np.sin(rows[:, None] * np.linspace(0.001, 0.02, 8, dtype=np.float32)).astype("<f4")
    return columns.tobytes()


class Peer:
    """One connection and how far into the pattern it is."""

    def __init__(self, connection: socket.socket) -> None:
        connection.setblocking(False)
        self.connection = connection
        self.position = 0

    def send(self, data: memoryview) -> bool:
        """Send one piece's rest; False when the connection is over."""
        try:
            self.position = (self.position + self.connection.send(data[self.position :])) % len(data)
        except BlockingIOError:
            pass
        except OSError:
            return False
        return True


def serve(kind: str) -> None:
    data = memoryview(pattern(kind))
    chooser = selectors.DefaultSelector()
    chooser.register(sys.stdin.fileno(), selectors.EVENT_READ, "end")
    listeners = [socket.create_server(("127.0.0.1", 0)) for _ in range(DEVICES)]
    for listener in listeners:
        chooser.register(listener, selectors.EVENT_READ, listener)
    print(*(listener.getsockname()[1] for listener in listeners), flush=True)
    while True:
        for key, _ in chooser.select():
            if key.data == "end":
                return
            if isinstance(key.data, Peer):
                if not key.data.send(data):
                    chooser.unregister(key.data.connection)
                    key.data.connection.close()
            else:
                peer = Peer(key.data.accept()[0])
                chooser.register(peer.connection, selectors.EVENT_WRITE, peer)


if __name__ == "__main__":
    serve(sys.argv[1])
