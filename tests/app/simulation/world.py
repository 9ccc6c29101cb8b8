"""A rig of five links in a world that the simulation makes up: real links, pipelines and health, a network that is not.

Real is everything from the link's own dial and reader to the history and the findings. Made up are, at the edge, the
clock, the alarms that it rings, look-ups, attempts, sockets and what the kernel says of them, and the devices.

The event loop is made up too: `turn` is one round of it. What a socket has to say and what was posted is handled then,
and not before, so that a round that does not come is a window that is busy. No real time passes and no timer of Qt's
fires: the reader's two, which stay its own since they move between threads, are called here at their time.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from unittest.mock import patch

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Slot

from app.link.contract import Link, State
from app.link.options import LinkOptions, OnSilence, TcpOptions
from app.link.pulse import BEAT_MS, pulse
from app.link.reader import ACKNOWLEDGE_MS, CLOSED_HERE, SocketReader
from app.link.tcp import TcpLink
from app.link.vigil import NO_ANSWER, SILENT
from app.quantities import ByteSize, Duration
from app.rig import VIOLATED, Rig
from app.session.schema import DeviceOptions, Session
from app.stream import Chunk
from tests.app.hostile import WAYS
from tests.app.simulation.clock import MS, SECOND, Clock
from tests.app.simulation.devices import Box
from tests.app.simulation.dialling import SimulatedAttempt, SimulatedLookUp, attempt_maker, look_up_maker
from tests.app.simulation.judge import Judge
from tests.app.simulation.sockets import SimulatedSocket

HISTORY_BYTES = 4 << 20
HISTORY_NS = 120 * SECOND
MAX_FRAME = 8 << 10
MOST_SPINS = 5000  # rounds of the loop at one moment: five links have far fewer things to do in it
ROUNDS = 4  # of a turn at most: then the loop goes on with other things


class LoopSpinsError(AssertionError):
    """The event loop has something to do for ever, and the time does not move."""


@dataclass(frozen=True)
class Plan:
    """What is special about one of the five."""

    way: str
    host: str
    on_connect: tuple[bytes, ...] = ()
    stale_after: Duration | None = None
    on_silence: OnSilence = "tell"
    on_violation: str = "reconnect"


PLANS = (
    Plan("csv", "imu.example"),
    Plan("struct", "192.0.2.1"),
    Plan("qdatastream", "192.0.2.1", stale_after=Duration(20 * SECOND), on_silence="reconnect", on_violation="skip"),
    Plan("json", "gps.example", on_connect=(b"?WATCH={};\n", b"", b"x" * 700)),
    Plan("sync", "2001:db8::1", on_connect=(b"start",), stale_after=Duration(2 * SECOND)),
)


class Station(QObject):
    """One link, the device at its other end, and who judges it.

    Attributes:
        attempts: that have not been answered; look_ups, likewise.
        next_cost_ns: what the receivers of the next chunk will take, on the clock.
        opened_ns: when the newest connection began.
        touched: the turn of the loop in which something last reached the link.
    """

    def __init__(self, plan: Plan, name: str, clock: Clock, dice: random.Random) -> None:
        super().__init__()
        self.plan = plan
        self.name = name
        self.box = Box(plan.way, dice)
        self.attempts: list[SimulatedAttempt] = []
        self.look_ups: list[SimulatedLookUp] = []
        self.next_cost_ns = 0
        self.opened_ns = 0
        self.touched = 0
        self.link: TcpLink
        self.judge: Judge
        self._clock = clock
        self._dice = dice
        self._beat_ns = 0
        self._patience_until_ns: int | None = None

    def options(self) -> DeviceOptions:
        plan = self.plan
        link = TcpOptions(
            host=plan.host, port=7001, on_connect=plan.on_connect,
            stale_after=plan.stale_after, on_silence=plan.on_silence,
        )  # fmt: skip
        way = WAYS[plan.way]
        words = {name: getattr(way.framing, name) for name in way.framing.__struct_fields__}
        words["max_frame"] = ByteSize(MAX_FRAME)
        if "on_violation" in words:
            words["on_violation"] = plan.on_violation
        return DeviceOptions(
            name=self.name, address=f"tcp://{self.name}", link=link,
            framing=type(way.framing)(**words), decoding=way.decoding,
        )  # fmt: skip

    def make_link(self, options: LinkOptions) -> Link:
        clock, dice = self._clock, self._dice
        self.link = TcpLink(
            options,
            clock=clock,
            attempt_maker=attempt_maker(self, clock, dice),  # type: ignore[arg-type]
            alarm_maker=clock.alarm_maker(self.touch),  # type: ignore[arg-type]
            look_up_maker=look_up_maker(self, clock, dice),  # type: ignore[arg-type]
            random=dice.random,
        )
        self.judge = Judge(self.link, self.box, clock, options.on_connect, self._may_end_for)
        self.link.bytesReceived.connect(self._spend)
        return self.link

    def _may_end_for(self) -> set[str]:
        """For what the program may end the connection now."""
        reasons = set()
        if self.judge.is_stale and self.plan.on_silence == "reconnect":
            reasons.add(SILENT)
        if self.box.wire is not None and self.box.wire.is_cut:
            reasons.add(NO_ANSWER)
        if self.box.is_damaged and self.plan.on_violation == "reconnect" and self.plan.way == "struct":
            reasons.add(VIOLATED)
        return reasons

    def stood(self, sock: SimulatedSocket) -> None:
        self.opened_ns = self._clock.now_ns
        self.judge.begin(sock)

    def refuse(self, answer: str) -> None:
        self.judge.answers.add(answer)

    def touch(self) -> None:
        self.touched = self._clock.turns

    @property
    def sock(self) -> SimulatedSocket | None:
        return self.judge.sock

    @property
    def reader(self) -> SocketReader:
        return self.link._handover._reader

    @Slot(object)
    def _spend(self, _chunk: Chunk) -> None:
        self._clock.jump(self.next_cost_ns)
        self.next_cost_ns = 0

    # -- the reader's own timers

    def call_timers(self) -> None:
        reader, now = self.reader, self._clock.now_ns
        if now - self._beat_ns >= BEAT_MS * MS and reader in pulse():
            self._beat_ns = now
            if self._looks_for_acknowledgements():
                self.touch()
            reader.beat()
        if self.link.state is not State.CLOSING or not reader._patience.isActive():
            self._patience_until_ns = None
        elif self._patience_until_ns is None:
            self._patience_until_ns = now + ACKNOWLEDGE_MS * MS
            self._clock.later(ACKNOWLEDGE_MS * MS, lambda: None)  # so that the clock stops there
        elif now >= self._patience_until_ns:
            self._patience_until_ns = None
            self.touch()
            reader._patience.stop()
            reader._end()

    def _looks_for_acknowledgements(self) -> bool:
        """Whether a beat may change more than the time of the last look at the queue."""
        outgoing = self.reader._outgoing
        return self.link.state is State.CLOSING or (outgoing is not None and outgoing.is_outstanding())


class World:
    """Attributes: dice, clock, stations, rig; suspended_ns, what CLOCK_BOOTTIME counts and CLOCK_MONOTONIC does
    not; raised, what slots have raised."""

    def __init__(self, seed: int, raised: list[BaseException]) -> None:
        self.raised = raised
        self.dice = random.Random(seed)
        self.clock = Clock()
        self.suspended_ns = 0
        self._timers_ns = 0
        self.stations = [Station(plan, f"d{number}", self.clock, self.dice) for number, plan in enumerate(PLANS)]
        makers = iter(self.stations)
        self.rig = Rig(
            Session(
                devices=tuple(station.options() for station in self.stations),
                history=Duration(HISTORY_NS),
                history_bytes=ByteSize(HISTORY_BYTES),
            ),
            lambda options: next(makers).make_link(options),
            now=self.clock,
        )
        self.rig.start()

    @property
    def names(self) -> Iterator[str]:
        return (station.name for station in self.stations)

    # -- the loop

    def turn(self) -> None:
        """A round of the event loop: what is due, what was posted, what sockets have to say; in no fixed order."""
        self.clock.turns += 1
        self.clock.do_next()
        has_moved, self._timers_ns = self.clock.now_ns != self._timers_ns, self.clock.now_ns
        for station in self.stations:
            if has_moved or station.link.state is State.CLOSING:
                station.call_timers()
        for _ in range(ROUNDS):
            QCoreApplication.sendPostedEvents()
            is_quiet = True
            for station in self.stations:
                sock = station.judge.sock
                if sock is not None and sock.is_notified():
                    is_quiet = False
                    station.touch()
                    sock.notify()
            if is_quiet:
                break
        QCoreApplication.sendPostedEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def pass_time(self, span_ns: int) -> None:
        """Time goes by, and all that falls into it happens in its order."""
        clock = self.clock
        until, spins = clock.now_ns + span_ns, 0
        while (due := clock.next_due_ns()) is not None and due <= until:
            spins = spins + 1 if due <= clock.now_ns else 0
            if spins > MOST_SPINS:
                raise LoopSpinsError(f"an alarm is set to {due} again and again, at {clock.now_ns}")
            clock.now_ns = max(clock.now_ns, due)
            self.turn()
        clock.now_ns = max(clock.now_ns, until)
        self.turn()

    def suspend(self, span_ns: int) -> None:
        """The computer is suspended; its kernel's timers are too."""
        self.clock.jump(span_ns)
        self.suspended_ns += span_ns
        for station in self.stations:
            wire = station.box.wire
            if wire is not None and wire.cut_ns is not None:
                wire.cut_ns += span_ns

    def refresh(self) -> None:
        for station, device in zip(self.stations, self.rig.devices, strict=True):
            if device.pipeline.pending or device.pipeline.framer.violation is not None:
                station.touch()
        if self.rig.clock.is_running:
            self.rig.clock._refresh()

    def second(self) -> None:
        for station in self.stations:
            station.touch()
        if self.rig.clock.is_running:
            self.rig.clock._tick()

    # -- the end

    def stop(self) -> None:
        """Close everything, with as much time as that may take."""
        for station in self.stations:
            station.judge.causes.add(CLOSED_HERE)
        self.rig.stop()
        for _ in range(100):
            if self.rig.is_stopped:
                break
            self.pass_time(100 * MS)
        self.turn()

    def is_idle(self) -> bool:
        return all(station.link.state in (State.IDLE, State.FAILED) for station in self.stations)


@contextmanager
def world(seed: int) -> Iterator[World]:
    """A world, taken down at its end. Needs a QCoreApplication."""
    made: list[World] = []
    raised: list[BaseException] = []  # in a slot, where Qt prints it and goes on
    with (
        patch("app.computer.slept_ns", lambda: made[0].suspended_ns if made else 0),
        patch("sys.excepthook", lambda _kind, error, _trace: raised.append(error)),
    ):
        made.append(World(seed, raised))
        try:
            yield made[0]
        finally:
            made[0].rig.clock.stop()
            made[0].rig.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
