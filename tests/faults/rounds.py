"""One round: simulated devices, a rig on them that reads in one mode, a fault on each, and the rows that come of it.

    all are steady -> the faults begin -> they are over -> all are steady again -> the devices fall silent
    -> all that was sent is here, digests are compared -> the simulator ends -> the rig stops -> judgement

Each round has a simulator and a rig of its own, so that every count is of one fault alone. The devices of a round do
not wait for each other but at these steps.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import QObject, Slot

from app.quantities import ByteSize, Duration
from app.rig import Rig
from app.session.reading import read_session
from app.session.schema import Session
from app.simulator.faults.catalogue import KINDS
from tests.app.link.peers import until
from tests.faults import oracle, plain
from tests.faults.plain import Span
from tests.faults.replay import undetected
from tests.faults.simulator import Simulator
from tests.faults.subject import Subject, Writer
from tests.faults.table import Row

DEVICES = ("imu", "scope", "weather", "supply", "motor")
MODES = ("gui", "thread")
RETRY, RETRY_MOST = Duration(50_000_000), Duration(500_000_000)
HISTORY_BYTES = ByteSize(64 << 20)
USUAL_S = 1.5
PATIENCE_S = 20.0  # of one step, for what is told within moments
HALF_OPEN_S = 75.0  # keep-alive finds a dead peer within a minute, and then the link has to come back
QUIET_S = 30.0  # longer than it takes to compare; the end of the simulator cuts it short


@dataclass(frozen=True)
class Plan:
    """A round: which fault for which device, and for how long where it lasts."""

    mode: str
    faults: Mapping[str, str]
    seconds: float = USUAL_S
    seed: int = 1

    def title(self, device: str) -> str:
        """The fault of that device, with its span where that is not the usual one."""
        return self.faults[device] + ("" if self.seconds <= USUAL_S else f" {self.seconds:g} s")

    @property
    def patience_s(self) -> float:
        return HALF_OPEN_S if "half-open" in self.faults.values() else PATIENCE_S


def play(plan: Plan, folder: Path) -> list[Row]:
    """A row for each device of the plan. Needs a QCoreApplication; blocks in its event loop."""
    with _opened(plan, folder) as round_:
        return round_.rows()


@contextmanager
def _opened(plan: Plan, folder: Path) -> Iterator[Round]:
    words = [word for name in plan.faults for word in ("--device", name)]
    simulator = Simulator(folder, plan.seed, *words)
    try:
        simulator.await_ready()
        rig = Rig(session_for(read_session(simulator.session), plan.mode))
        try:
            yield Round(plan, simulator, rig)
        finally:
            rig.stop()
            until(lambda: rig.is_stopped, "the rig to stop")
    finally:
        simulator.close()


def session_for(session: Session, mode: str) -> Session:
    """The simulator's own session with the transport of the round, and back-off that fits a test."""
    replace = msgspec.structs.replace
    devices = [
        replace(device, link=replace(device.link, transport=mode, retry=RETRY, retry_most=RETRY_MOST))
        for device in session.devices
    ]
    return replace(session, devices=tuple(devices), transport=mode, history_bytes=HISTORY_BYTES)


class Round(QObject):
    """`rows` plays it once."""

    def __init__(self, plan: Plan, simulator: Simulator, rig: Rig) -> None:
        super().__init__()
        self._plan = plan
        self._simulator = simulator
        self._rig = rig
        self._subjects = {
            device.name: Subject(device, KINDS[plan.faults[device.name]], simulator) for device in rig.devices
        }
        self._writers = [Writer(each.device.link) for each in self._all if each.kind.name == "both-writing"]
        simulator.told.connect(self._hear)
        rig.refreshed.connect(self._look)

    @property
    def _all(self) -> list[Subject]:
        return list(self._subjects.values())

    def rows(self) -> list[Row]:
        await_ = self._simulator.await_
        self._rig.start()
        await_(lambda: all(each.is_steady for each in self._all), "frames of every device")
        for each in self._all:
            each.begin(self._plan.seconds)
        for writer in self._writers:
            writer.start()
        await_(lambda: all(each.is_over for each in self._all), "the faults to be over", self._plan.seconds + 10)
        for writer in self._writers:
            writer.stop()
        self._wait_for_recovery()
        self._fall_silent()
        joined = {each.name: self._join(each) for each in self._all if not each.refused}
        self._simulator.end()
        until(self._all_ended, "the end of every connection")
        self._rig.stop()
        until(lambda: self._rig.is_stopped, "the rig to stop")
        return [self._row(each, joined.get(each.name)) for each in self._all]

    def _wait_for_recovery(self) -> None:
        """A device that does not come back is short, and the others are judged all the same."""
        try:
            self._simulator.await_(
                lambda: all(each.refused or each.is_steady_again for each in self._all),
                "frames behind the faults",
                self._plan.patience_s,
            )
        except AssertionError:
            if self._simulator.has_ended:
                raise

    def _fall_silent(self) -> None:
        """Every device stalls, so that all that was sent can have come."""
        for each in self._all:
            self._simulator.say(fault="stall", device=each.name, seconds=QUIET_S)
        count = len(self._all)
        self._simulator.await_(lambda: len(self._quiet()) == count, "all devices to be silent")
        self._simulator.await_(lambda: all(map(self._has_all, self._all)), "all that was sent")

    def _quiet(self) -> dict[str, dict[str, Any]]:
        """What each told when it fell silent."""
        told = {}
        for event in self._simulator.of("fault"):
            subject = self._subjects[event["device"]]
            if event["fault"] == "stall" and event is not subject.fault:
                told[subject.name] = event
        return told

    def _has_all(self, subject: Subject) -> bool:
        quiet = self._quiet()[subject.name]
        opened = subject.device.link.statistics().opened
        return quiet["taken"] is None or subject.tap.count(opened) >= quiet["taken"]

    def _all_ended(self) -> bool:
        return all(len(each.tap.ended) == each.device.link.statistics().opened for each in self._all)

    # -- judgement

    def _join(self, subject: Subject) -> dict[int, int] | str:
        """Which of their connections each of ours is, or why none is."""
        theirs = [event["connection"] for event in self._simulator.of("opened", subject.name)]
        try:
            return oracle.joined(
                subject.tap.received(),
                theirs,
                lambda number, count: self._simulator.digest(subject.name, number, count),
            )
        except LookupError as error:
            return str(error)

    def _row(self, subject: Subject, joined: dict[int, int] | str | None) -> Row:
        place = (subject.name, self._plan.mode, self._plan.title(subject.name))
        if joined is None:
            return Row(*place, "n/a", why=subject.refused)
        sent = [oracle.Sent.told(event) for event in self._simulator.of("closed", subject.name)]
        known = joined if isinstance(joined, dict) else {}
        pairs, unseen = oracle.paired(subject.tap.received(), sent, known)
        account = self._account(subject, pairs)
        short = [joined] if isinstance(joined, str) else []
        short += oracle.complaints(subject.kind.outcome, account, pairs, unseen, self._plan.patience_s)
        return Row(
            *place,
            "SHORT" if short else "ok",
            sent=sum(each.taken for each in sent),
            received=account.received,
            reasoned=account.reasoned,
            kernel_agrees=account.kernel_agrees,
            undetected=account.undetected,
            recovered_s=account.recovered_s,
            why="; ".join(short),
        )

    def _account(self, subject: Subject, pairs: oracle.Pairs) -> oracle.Account:
        ledger = self._rig.status(subject.device).ledger
        size, frames = ledger.bytes, ledger.frames
        streams = _streams(subject, pairs)
        options = subject.device.options
        return oracle.Account(
            received=size.received,
            reasoned=size.framed + size.overhead + sum(size.discarded.values()),
            framed=size.framed,
            frames=frames.decoded + sum(frames.set_aside.values()),
            rejected=frames.rejected,
            discarded=size.discarded,
            failures=self._rig.failures.get(subject.name, ()),
            kernel_agrees=ledger.kernel.agrees if ledger.kernel is not None else None,
            undetected=undetected(options, streams) if streams is not None else None,
            plain=plain.cut(options.framing, streams) if streams is not None else None,
            recovered_s=subject.recovered_s,
        )

    # -- what happens meanwhile

    @Slot(object)
    def _hear(self, event: dict[str, Any]) -> None:
        subject = self._subjects.get(event.get("device", ""))
        if subject is not None:
            subject.hear(event)

    @Slot(object)
    def _look(self, _refresh: object) -> None:
        for each in self._all:
            each.look()


def _streams(subject: Subject, pairs: oracle.Pairs) -> list[tuple[bytes, Sequence[Span]]] | None:
    """What came on each connection, and where it was damaged; None where it was not to be, or where the simulator does
    not tell all of it."""
    if subject.kind.outcome != "damaged":
        return None
    streams = []
    for mine, theirs in pairs:
        damage = theirs.damage if theirs is not None else ()
        if theirs is not None and len(damage) < theirs.damaged:
            return None
        streams.append((bytes(subject.tap.data.get(mine.connection, b"")), damage))
    return streams
