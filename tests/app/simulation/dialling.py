"""What a simulated link dials with: look-ups and attempts that end when the simulation's clock says so.

Both draw their fate when they begin: whether and when an answer comes. What the device does with a SYN is its own
affair at the moment when it comes (Box.answers).
"""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from app.link.attempt import Connected
from app.link.contract import ReceiveBuffer
from app.link.options import TcpOptions
from app.link.resolver import Answer, Resolver
from tests.app.simulation.clock import MS, SECOND, Clock
from tests.app.simulation.devices import Box
from tests.app.simulation.sockets import SimulatedSocket, SimulatedWitness

RIGHT_ADDRESSES = ("192.0.2.1", "2001:db8::1")  # where the device can be reached
NO_ROUTE = "no route to host"
CAPACITIES = (4 << 10, 32 << 10, 256 << 10)


class Network(Protocol):
    """What dialling needs of the simulated device's surroundings."""

    box: Box
    attempts: list[SimulatedAttempt]
    look_ups: list[SimulatedLookUp]

    def stood(self, sock: SimulatedSocket) -> None: ...

    def refuse(self, answer: str) -> None: ...

    def touch(self) -> None: ...


class SimulatedLookUp:
    """app.link.resolver.LookUp without a thread. Attributes: answer, None until there is one."""

    def __init__(self, host: str) -> None:
        self.answer: Answer | None = None
        self._host = host

    @property
    def is_running(self) -> bool:
        return self.answer is None

    def find(self, *addresses: str) -> None:
        if self.answer is None:
            self.answer = Answer(addresses, "" if addresses else f"name unknown: {self._host}")


class SimulatedAttempt(QObject):
    """app.link.attempt.Attempt without a socket of the system."""

    stood = Signal(object)
    failed = Signal(str)

    def __init__(self, host: str, read_buffer: int, network: Network, clock: Clock, dice: random.Random) -> None:
        super().__init__()
        self.host = host
        self._read_buffer = read_buffer
        self._network = network
        self._clock = clock
        self._dice = dice
        self._began_ns = 0

    def start(self) -> str | None:
        if self._network.box.answers == "no route" and self._dice.random() < 0.5:
            self._network.refuse(NO_ROUTE)
            return NO_ROUTE  # the system knows at once
        self._began_ns = self._clock()
        self._network.attempts.append(self)
        self._clock.later(self._dice.choice((20_000, MS, 40 * MS, 300 * MS, 2 * SECOND)), self.settle)
        return None

    def cancel(self) -> None:
        if self in self._network.attempts:
            self._network.attempts.remove(self)

    def settle(self) -> None:
        """The answer to the SYN comes, or none does."""
        answers = self._network.box.answers if self.host in RIGHT_ADDRESSES else "ignore"
        if self not in self._network.attempts or answers == "ignore":
            return
        self.cancel()
        self._network.touch()
        if answers == "accept":
            self._accepted()
        else:
            reason = {"refuse": "refused", "no route": NO_ROUTE}[answers]
            self._network.refuse(reason)
            self.failed.emit(reason)

    def _accepted(self) -> None:
        dice = self._dice
        wire = self._network.box.accept(dice.choice(CAPACITIES))
        wire.last_data_ns = wire.last_ack_ns = self._clock()
        sock = SimulatedSocket(wire, self._read_buffer, self._clock)
        witness = SimulatedWitness(sock, self._clock) if dice.random() < 0.95 else None  # no descriptor to spare
        buffer = ReceiveBuffer(4 << 20, wire.capacity, wire.capacity, 6 << 20, "")
        self._network.stood(sock)
        self.stood.emit(Connected(sock, witness, buffer, self._began_ns))  # type: ignore[arg-type]


def attempt_maker(
    network: Network, clock: Clock, dice: random.Random
) -> Callable[[str, TcpOptions, int, Callable[[], int], QObject], SimulatedAttempt]:
    def make(
        host: str, _options: TcpOptions, read_buffer: int, _clock: Callable[[], int], parent: QObject
    ) -> SimulatedAttempt:
        attempt = SimulatedAttempt(host, read_buffer, network, clock, dice)
        attempt.setParent(parent)
        return attempt

    return make


def look_up_maker(
    network: Network, clock: Clock, dice: random.Random
) -> Callable[[Resolver, str, int], SimulatedLookUp]:
    def make(_resolver: Resolver, host: str, _port: int) -> SimulatedLookUp:
        look_up = SimulatedLookUp(host)
        network.look_ups[:] = [each for each in network.look_ups if each.is_running] + [look_up]
        if dice.random() < 0.9:  # else the name server is silent, for now
            found = drawn_addresses(dice)
            clock.later(dice.choice((100_000, 3 * MS, 200 * MS, SECOND)), lambda: look_up.find(*found))
        return look_up

    return make


def drawn_addresses(dice: random.Random) -> list[str]:
    """What a name server may say: nothing, the device's addresses, and some where it is not."""
    if dice.random() < 0.1:
        return []
    wrong = [f"198.51.100.{number}" for number in range(dice.choice((0, 0, 0, 1, 3, 20)))]
    found = [*RIGHT_ADDRESSES, *wrong]
    dice.shuffle(found)
    return found
