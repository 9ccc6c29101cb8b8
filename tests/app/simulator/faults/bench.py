"""One simulated device with its faults and real clients, driven by a clock of the test's."""

from __future__ import annotations

import contextlib
import select
import socket
from collections.abc import Iterator
from unittest import mock

import numpy as np

from app.simulator.clock import NS
from app.simulator.connection import Connection
from app.simulator.devices.catalogue import DEVICES
from app.simulator.faults.player import Player
from app.simulator.listening import listen
from app.simulator.schedule import Schedule
from app.simulator.station import Station
from tests.app.simulator.process import STUCK_S, exactly

EPOCH = 10**13  # the machine has been up for three hours, whatever it says itself
TAKE_THE_TIME = ("app.simulator.devices.motor.now_ns", "app.simulator.devices.supply.now_ns")  # when they are made
TICK_NS = 3_000_000


class Client:
    """A connection seen from its other end: what it has got, byte for byte, and how it ended (None: not yet)."""

    def __init__(self, sock: socket.socket, connection: Connection) -> None:
        self.socket = sock
        self.connection = connection
        self.got = bytearray()
        self.ended: str | None = None

    def drain(self) -> bytes:
        """What has come by now."""
        before = len(self.got)
        while self.ended is None and select.select([self.socket], [], [], 0)[0]:
            self._read()
        return bytes(self.got[before:])

    def all_sent(self) -> bytes:
        """Everything that the simulator's kernel has taken."""
        self.got += exactly(self.socket, self.connection.bytes_sent - len(self.got))
        return bytes(self.got)

    def to_its_end(self) -> str:
        """Reads on: how the stream ended."""
        while self.ended is None:
            self._read()
        return self.ended

    def _read(self) -> None:
        try:
            piece = self.socket.recv(1 << 20)
        except ConnectionResetError:
            self.ended = "rst"
            return
        self.got += piece
        if not piece:
            self.ended = "fin"


class Bench:
    def __init__(self, name: str, seed: int = 1, rate: float | None = 1.0) -> None:
        self.now = EPOCH
        self.events: list[dict] = []
        with contextlib.ExitStack() as patched:
            for clock in TAKE_THE_TIME:
                patched.enter_context(mock.patch(clock, return_value=EPOCH))
            device = DEVICES[name](rate)
        device.name_columns()
        listener = listen("127.0.0.1", 0)
        self.station = Station(device, listener, rate, None, tell=self.events.append, witnessed=True)
        self.station.start(EPOCH)
        self.player = Player(self.station, seed)
        self.clients: list[Client] = []

    def join(self) -> Client:
        sock = socket.create_connection(("127.0.0.1", self.station.port), timeout=STUCK_S)
        connection = self.station.accept(self.now)
        assert connection is not None
        self.clients.append(Client(sock, connection))
        return self.clients[-1]

    def play(self, kind: str, seconds: float | None = None) -> None:
        self.player.play(kind, None if seconds is None else round(seconds * NS), self.now)

    def run(self, seconds: float) -> None:
        """Turns as the server's, without its selector."""
        end = self.now + round(seconds * NS)
        while self.now < end:
            self.now = min(end, self.now + TICK_NS)
            self.turn()

    def turn(self) -> None:
        wake = self.player.wake_ns()
        if wake is not None and wake <= self.now:
            self.player.turn(self.now)
        for connection in tuple(self.station.connections):
            connection.blocked = False
            wake = connection.wake_ns()
            if wake is not None and wake <= self.now:
                connection.pump(self.now)
            if connection.closed:
                self.station.forget(connection)
        for client in self.clients:
            if not client.connection.held:
                client.drain()

    def frames(self, first: int, count: int) -> list[bytes]:
        """What a sound device of this kind sends at its times."""
        device = self.station.device
        twin = DEVICES[device.name](1.0)
        if device.name == "motor":
            twin.started_ns = device.started_ns
        schedule = Schedule(EPOCH, device.rate_hz)
        frames: list[bytes] = []
        while len(frames) < count:
            segment = twin.render(first + len(frames), schedule.stamps_ns(first + len(frames), count - len(frames)))
            data, starts = bytes(segment.buffer), [segment.begin, *segment.ends[:-1]]
            frames += [data[start:end] for start, end in zip(starts, segment.ends, strict=True)]
        return frames

    def told(self, event: str) -> list[dict]:
        return [each for each in self.events if each["event"] == event]

    def close(self) -> None:
        self.player.stop(self.now)
        self.station.close_listener()
        self.station.close_abandoned()
        for connection in tuple(self.station.connections):
            connection.close()
        for client in self.clients:
            client.socket.close()


@contextlib.contextmanager
def bench(name: str, seed: int = 1, rate: float | None = 1.0) -> Iterator[Bench]:
    made = Bench(name, seed, rate)
    try:
        yield made
    finally:
        made.close()


def joined(frames: list[bytes]) -> bytes:
    return b"".join(frames)


def differing_bits(first: bytes, second: bytes) -> int:
    return int(np.unpackbits(np.frombuffer(first, np.uint8) ^ np.frombuffer(second, np.uint8)).sum())
