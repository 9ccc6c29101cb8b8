"""One device on the network: its listening socket, its clients, and what was sent in all."""

from __future__ import annotations

import contextlib
import socket
from dataclasses import dataclass

from app.simulator.connection import Connection
from app.simulator.devices.contract import Device
from app.simulator.listening import link_text, reachable_host
from app.simulator.schedule import Schedule
from app.simulator.source import FlatOutSource, PacedSource, SharedStream, Source

MOST_CLIENTS = 64  # a device; further ones wait in the kernel's queue until one leaves


@dataclass(frozen=True, slots=True)
class Totals:
    """What one device sent: bytes that the kernel accepted, and frames that it accepted whole."""

    name: str
    port: int
    connections: int
    bytes_sent: int
    frames_sent: int
    frames_skipped: int
    faults: dict[str, int]


class Station:
    """Serves one device. `rate` is a factor, None flat out; with `count` the first connection alone is
    served, `count` frames long.

    Attributes: `listener`, None once no further client is taken.
    """

    def __init__(self, device: Device, listener: socket.socket, rate: float | None, count: int | None) -> None:
        self.device = device
        self.listener: socket.socket | None = listener
        self.port = int(listener.getsockname()[1])
        self.link = link_text(reachable_host(listener), self.port)
        self.connections: list[Connection] = []
        self._rate = rate
        self._count = count
        self._stream: SharedStream | None = None
        self._accepted = 0
        self._bytes = self._frames = self._skipped = 0
        self._lost = False

    def start(self, now_ns: int) -> None:
        """The device's clock begins to run."""
        if self._rate is not None:
            self._stream = SharedStream(self.device, Schedule(now_ns, self.device.rate_hz * self._rate))

    @property
    def done(self) -> bool:
        """The counted frames are out and the client has them."""
        return self._count is not None and self.listener is None and not self.connections

    @property
    def fell_short(self) -> bool:
        """The client left before it had its counted frames."""
        return self._count is not None and self._lost

    @property
    def full(self) -> bool:
        return len(self.connections) >= MOST_CLIENTS

    def accept(self, now_ns: int) -> Connection | None:
        """Takes a waiting client; None when it has gone again. OSError when the system is out of descriptors."""
        assert self.listener is not None
        try:
            client, _ = self.listener.accept()
        except (BlockingIOError, ConnectionAbortedError):
            return None
        client.setblocking(False)
        with contextlib.suppress(OSError):  # the client may have gone already; reading will tell
            client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            client.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        connection = Connection(client, self._source(now_ns), self.device.console())
        self.connections.append(connection)
        self._accepted += 1
        return connection

    def _source(self, now_ns: int) -> Source:
        if self._stream is None:
            return FlatOutSource(self.device, now_ns, self._count)
        return PacedSource(self._stream, now_ns, self._count)

    @property
    def serves_no_more(self) -> bool:
        """The one connection of a counted run has come."""
        return self._count is not None and self._accepted > 0

    def close_listener(self) -> None:
        if self.listener is not None:
            self.listener.close()
            self.listener = None

    def forget(self, connection: Connection) -> None:
        """Takes a closed connection's counts into the totals."""
        self.connections.remove(connection)
        self._bytes += connection.bytes_sent
        self._frames += connection.frames_sent
        self._skipped += connection.frames_skipped
        self._lost = self._lost or connection.lost

    def totals(self) -> Totals:
        live = self.connections
        return Totals(
            name=self.device.name,
            port=self.port,
            connections=self._accepted,
            bytes_sent=self._bytes + sum(connection.bytes_sent for connection in live),
            frames_sent=self._frames + sum(connection.frames_sent for connection in live),
            frames_skipped=self._skipped + sum(connection.frames_skipped for connection in live),
            faults={},
        )
