"""The other end of a link, and somebody who listens to it: real sockets on this machine, no sleeping."""

from __future__ import annotations

import contextlib
import select
import socket
import struct
import threading
import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, QTimer, Slot

from app.link.contract import Link, State
from app.stream import Chunk, End

PATIENCE_S = 20.0  # no test waits that long; one that hangs ends with a word
WAKE_MS = 2


def until(condition: Callable[[], bool], what: str = "", *, patience_s: float = PATIENCE_S) -> None:
    """Run the event loop until the condition holds."""
    waker = QTimer()
    waker.start(WAKE_MS)  # what other threads do must be noticed too
    deadline = time.monotonic() + patience_s
    while not condition():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if time.monotonic() > deadline:
            raise AssertionError(f"waited in vain for {what or condition}")
    waker.stop()


def turn_loop(count: int = 3) -> None:
    """Let the event loop handle what is there now."""
    for _ in range(count):
        QCoreApplication.processEvents()


def receive(peer: socket.socket, count: int) -> bytes:
    """Exactly `count` bytes, while the event loop goes on."""
    peer.setblocking(False)
    data = bytearray()

    def some() -> bool:
        try:
            data.extend(peer.recv(count - len(data)))
        except BlockingIOError:
            return False
        return len(data) == count

    until(some, f"{count} bytes at the device")
    return bytes(data)


def reset(peer: socket.socket) -> None:
    """Close with a RST instead of a FIN."""
    peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    peer.close()


class Server:
    """A device's listening port. The kernel completes connections by itself.

    `accept` runs the event loop until there is one, `accept_without_loop` expects that it is there.
    """

    def __init__(self, host: str = "127.0.0.1", backlog: int = 16) -> None:
        self.host = host
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self._listener = socket.create_server((host, 0), family=family, backlog=backlog)
        self._listener.settimeout(PATIENCE_S)
        self.port: int = self._listener.getsockname()[1]
        self._peers: list[socket.socket] = []

    def accept(self) -> socket.socket:
        until(self.is_dialled, "a connection")
        return self.accept_without_loop()

    def accept_without_loop(self) -> socket.socket:
        peer, _ = self._listener.accept()
        peer.settimeout(PATIENCE_S)
        self._peers.append(peer)
        return peer

    def is_dialled(self) -> bool:
        """Whether a connection waits to be accepted."""
        return bool(select.select([self._listener], [], [], 0)[0])

    def stop_listening(self) -> None:
        self._listener.close()

    def listen_again(self) -> None:
        family = self._listener.family
        self._listener.close()
        self._listener = socket.create_server((self.host, self.port), family=family)
        self._listener.settimeout(PATIENCE_S)

    def close(self) -> None:
        self._listener.close()
        for peer in self._peers:
            peer.close()


class Flood:
    """A thread that sends numbered 8-byte words as fast as TCP takes them, until stopped."""

    PIECE_WORDS = 8192

    def __init__(self, peer: socket.socket, most_words: int | None = None) -> None:
        self.sent = 0
        self.is_done = False
        self._peer = peer
        self._most = most_words
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="flood")
        self._thread.start()

    def stop(self) -> None:
        self._stopped.set()
        self._peer.shutdown(socket.SHUT_RDWR)  # wakes a send that waits
        self._thread.join()

    def join(self) -> None:
        self._thread.join()

    def _run(self) -> None:
        first = 0
        with contextlib.suppress(OSError):
            while not self._stopped.is_set() and (self._most is None or first < self._most):
                piece = words(first, self.PIECE_WORDS)
                while piece:
                    count = self._peer.send(piece)
                    self.sent += count
                    piece = piece[count:]
                first += self.PIECE_WORDS
        self.is_done = True


def words(first: int, count: int) -> bytes:
    """`count` little-endian 8-byte numbers from `first`."""
    return struct.pack(f"<{count}Q", *range(first, first + count))


class Recorder(QObject):
    """Writes down all that a link says, and that each chunk follows the one before.

    Attributes:
        data, chunks: all bytes by connection, and the chunks they came in; empty unless `keep`.
        count, turns: how many bytes and chunks came.
        ends, states, reasons, sent: what the signals carried; opened: how often `connected` came.
        log: the names of the signals in their order.
    """

    def __init__(self, link: Link, *, keep: bool = True) -> None:
        super().__init__()
        self.data: dict[int, bytearray] = {}
        self.chunks: list[Chunk] = []
        self.count = 0
        self.turns = 0
        self.ends: list[End] = []
        self.states: list[State] = []
        self.reasons: list[str] = []
        self.sent = 0
        self.opened = 0
        self.log: list[str] = []
        self._keep = keep
        self._expected: dict[int, int] = {}
        link.bytesReceived.connect(self._take)
        link.ended.connect(self._end)
        link.connected.connect(self._open)
        link.disconnected.connect(self._lose)
        link.stateChanged.connect(self._change)
        link.bytesSent.connect(self._send)

    def bytes(self, connection: int = 1) -> bytes:
        return bytes(self.data.get(connection, b""))

    @Slot(object)
    def _take(self, chunk: Chunk) -> None:
        assert chunk.offset == self._expected.get(chunk.connection, 0)
        assert chunk.data.readonly
        assert chunk.known_empty_ns <= chunk.read_ns
        self._expected[chunk.connection] = chunk.stop
        self.count += len(chunk.data)
        self.turns += 1
        if self._keep:
            self.chunks.append(chunk)
            self.data.setdefault(chunk.connection, bytearray()).extend(chunk.data)
        self._note("bytesReceived")

    @Slot(object)
    def _end(self, end: End) -> None:
        assert end.offset == self._expected.get(end.connection, 0)
        self.ends.append(end)
        self._note("ended")

    @Slot()
    def _open(self) -> None:
        self.opened += 1
        self._note("connected")

    @Slot(str)
    def _lose(self, reason: str) -> None:
        self.reasons.append(reason)
        self._note("disconnected")

    @Slot(object)
    def _change(self, state: State) -> None:
        self.states.append(state)
        self._note(f"stateChanged {state}")

    @Slot(object)
    def _send(self, count: int) -> None:
        self.sent += count
        self._note("bytesSent")

    def _note(self, name: str) -> None:
        if not self.log or self.log[-1] != name:
            self.log.append(name)
