"""One device on the network: its listening socket, its clients, its faults, and what was sent in all."""

from __future__ import annotations

import contextlib
import socket
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from app.simulator.clock import now_ns as clock_ns
from app.simulator.connection import Connection
from app.simulator.devices.contract import Device
from app.simulator.faults.contract import Fault
from app.simulator.listening import BACKLOG, link_text, reachable_host
from app.simulator.schedule import Schedule
from app.simulator.source import FlatOutSource, PacedSource, SharedStream, Source
from app.simulator.tape import one_frame
from app.simulator.witness import Witness

MOST_CLIENTS = 64  # a device; further ones wait in the kernel's queue until one leaves
ENDED_KEPT = 16  # connections whose bytes can still be asked about
PAST_BYTES = 1 << 20  # and how many of the last of them, but for the newest: it may be asked about a shorter piece
ABANDONED_MOST = 64  # sockets that cannot be closed in silence; beyond, the oldest is closed

Tell = Callable[[dict[str, object]], None]  # takes an event: what a line of the control's output says


def tell_nobody(event: dict[str, object]) -> None:
    """Where nobody listens."""


@dataclass(frozen=True, slots=True)
class Totals:
    """What one device sent: bytes that the kernel accepted, and frames that it accepted whole; how many of these
    were damaged on purpose; and how often it had which fault."""

    name: str
    port: int
    connections: int
    bytes_sent: int
    frames_sent: int
    frames_skipped: int
    frames_damaged: int
    faults: dict[str, int]


class Station:
    """Serves one device. `rate` is a factor, None flat out; with `count` the first connection alone is
    served, `count` frames long. Of a `witnessed` one it can be asked what was sent.

    Attributes: `listener`, None once no further client is taken; `accepting`, False while a fault refuses them;
    `fault`, what it has at the moment; `faults`, what it has had, and how often.
    """

    def __init__(
        self, device: Device, listener: socket.socket, rate: float | None, count: int | None, *,
        tell: Tell = tell_nobody, witnessed: bool = False,
    ) -> None:  # fmt: skip
        self.device = device
        self.listener: socket.socket | None = listener
        self.accepting = True
        self.port = int(listener.getsockname()[1])
        self.link = link_text(reachable_host(listener), self.port)
        self.connections: list[Connection] = []
        self.fault: Fault | None = None
        self.faults: dict[str, int] = {}
        self.tell = tell
        self._rate = rate
        self._count = count
        self._witnessed = witnessed
        self._stream: SharedStream | None = None
        self._accepted = 0
        self._bytes = self._frames = self._skipped = self._damaged = 0
        self._lost = False
        self._ended: deque[Connection] = deque(maxlen=ENDED_KEPT)
        self._abandoned: deque[socket.socket] = deque()

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

    @property
    def frame_ns(self) -> int:
        """From one frame to the next, about."""
        return 0 if self._stream is None else self._stream.schedule.due_ns(1) - self._stream.schedule.due_ns(0)

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
        self._accepted += 1
        witness = Witness() if self._witnessed else None
        connection = Connection(client, self._source(now_ns), self.device.console(), self._accepted, witness)
        greeting = self.device.greeting()
        if greeting:
            connection.feed.insert(one_frame(greeting))
        self.connections.append(connection)
        self._say("opened", connection)
        if self.fault is not None:
            connection.fault = self.fault
            self.fault.opened(connection, now_ns)
        return connection

    def _source(self, now_ns: int) -> Source:
        if self._stream is None:
            return FlatOutSource(self.device, now_ns, self._count)
        return PacedSource(self._stream, now_ns, self._count)

    @property
    def serves_no_more(self) -> bool:
        """The one connection of a counted run has come."""
        return self._count is not None and self._accepted > 0

    def stop_listening(self) -> None:
        """Refuses clients, those who wait as well, and keeps the port: on Linux a socket that was bound by number, as
        ours was, stays bound; and while it does not say that it would share, nobody else can be."""
        self.accepting = False
        if self.listener is not None:
            self.listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 0)
            self.listener.shutdown(socket.SHUT_RDWR)

    def listen_again(self) -> None:
        self.accepting = True
        if self.listener is not None:
            self.listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # with the connections of before
            self.listener.listen(BACKLOG)

    def close_listener(self) -> None:
        if self.listener is not None:
            self.listener.close()
            self.listener = None

    def abandon(self, sock: socket.socket) -> None:
        """Keeps a socket open that nobody uses any more, since its close would be heard."""
        self._abandoned.append(sock)
        if len(self._abandoned) > ABANDONED_MOST:
            self._abandoned.popleft().close()

    def close_abandoned(self) -> None:
        while self._abandoned:
            self._abandoned.popleft().close()

    def forget(self, connection: Connection) -> None:
        """Takes a closed connection's counts into the totals."""
        self.connections.remove(connection)
        self._bytes += connection.bytes_sent
        self._frames += connection.frames_sent
        self._skipped += connection.feed.skipped
        self._damaged += connection.frames_damaged
        self._lost = self._lost or connection.lost
        if self._ended and self._ended[-1].witness is not None:
            self._ended[-1].witness.forget_all_but(PAST_BYTES + (self._ended[-1].unsent or 0))
        self._ended.append(connection)
        self._say(
            "closed", connection, sent=connection.bytes_made, taken=connection.bytes_sent, unsent=connection.unsent,
            frames=connection.frames_sent, damaged=connection.frames_damaged, how=connection.how,
            damage=connection.damage,
        )  # fmt: skip

    def digest(self, number: int, length: int) -> str | None:
        """Of the first `length` bytes that the kernel took of a connection; None where that is not known."""
        for connection in (*self.connections, *self._ended):
            if connection.number == number and connection.witness is not None:
                return connection.witness.digest(length)
        return None

    def streams(self) -> list[dict[str, object]]:
        """Of the last connections that have ended: what each was sent."""
        return [
            {
                "connection": each.number, "bytes": each.bytes_sent, "unsent": each.unsent, "frames": each.frames_sent,
                "damaged": each.frames_damaged, "how": each.how,
                "digest": each.witness and each.witness.digest(each.bytes_sent),
            }
            for each in self._ended
        ]  # fmt: skip

    def totals(self) -> Totals:
        live = self.connections
        return Totals(
            name=self.device.name,
            port=self.port,
            connections=self._accepted,
            bytes_sent=self._bytes + sum(connection.bytes_sent for connection in live),
            frames_sent=self._frames + sum(connection.frames_sent for connection in live),
            frames_skipped=self._skipped + sum(connection.feed.skipped for connection in live),
            frames_damaged=self._damaged + sum(connection.frames_damaged for connection in live),
            faults=dict(self.faults),
        )

    def _say(self, event: str, connection: Connection, **more: object) -> None:
        about = {"device": self.device.name, "connection": connection.number, "at_ns": clock_ns()}
        self.tell({"event": event, **about, **more})
