"""A device of a rig with all that the rig keeps of it: its checkup, its log, its ages, what did not add up."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.checkup import Checkup, DeviceStatus
from app.chronicle import Chronicle
from app.device import Device
from app.health.ages import Ages
from app.health.events import EventKind, EventLog
from app.health.figures import Computer
from app.link.contract import State
from app.store.sharing import shares

MAX_FAILURES = 50  # per device; the first says what is wrong, the rest only repeat it


class Attended:
    """Attributes:
    device: the device.
    checkup, chronicle, ages: over its whole life, whatever it is called.
    failures: what did not add up, as it was found.
    status: the last check's; None before the first.
    commands: all that it was ever to be sent when it connects.
    last: the status before it was taken out of the rig; None while it is part of it.
    was_on: whether its link was to be connected when it was taken out.
    is_followed: whether the rig listens to it.
    holds_history: whether its rows are wanted; a removed device's only for as long as it may be put back.
    """

    def __init__(self, device: Device, history_ns: int, now: Callable[[], int]) -> None:
        self.device = device
        self.checkup = Checkup(device, history_ns, now)
        self.chronicle = Chronicle(device, now, device)
        self.ages = Ages()
        self.failures: list[str] = []
        self.status: DeviceStatus | None = None
        self.last: DeviceStatus | None = None
        self.was_on = False
        self.commands = set(device.options.link.on_connect)
        self.holds_history = True
        self.is_followed = False
        self._seen_lines: set[str] = set()

    @property
    def events(self) -> EventLog:
        return self.chronicle.events

    @property
    def is_closed(self) -> bool:
        return self.device.link.state in (State.IDLE, State.FAILED)

    def process(self) -> tuple[str, ...]:
        """Cut, decode and store what waits; the lines of the ledger that need no kernel call and do not add up."""
        try:
            self.device.link.hand_on()  # else after a stall this would come before what a thread has read meanwhile
        finally:  # whatever a receiver raised: for what waits here nobody marks the clock again
            self.device.process()
        return self.device.pipeline.failures()

    def check(self, computer: Computer) -> DeviceStatus:
        """The second's check: ask the link, measure, judge. Its ledger is yet to be reported."""
        told = self.chronicle
        self.status = self.checkup.check(computer, tuple(self.failures), told.expired, told.state_since_ns)
        return self.status

    def note_check(self) -> None:
        """Write down what the check has brought, behind the failures of its ledger."""
        self.chronicle.note_second(self.checkup.begun, self.checkup.over)

    def fresh(self, failures: tuple[str, ...]) -> list[str]:
        """Those that have not been said: the same line of the ledger with other figures has. They are kept."""
        found = []
        for failure in failures:
            line = failure.partition(":")[0]
            if line in self._seen_lines:
                continue
            self._seen_lines.add(line)
            if len(self.failures) < MAX_FAILURES:
                self.failures.append(failure)
                self.chronicle.add(EventKind.LEDGER, failure)
                found.append(failure)
        return found


def share_history(total: int, attended: Sequence[Attended]) -> None:
    """Let all their tables together hold so many bytes, by what each needs."""
    places, needs = [], []
    for each in attended:
        for name, table in each.device.pipeline.tables.items():
            places.append((each.device, name))
            needs.append(each.checkup.rows_in_span(name) * table.row_bytes)
    given: dict[Device, dict[str, int]] = {each.device: {} for each in attended}
    for (device, name), share in zip(places, shares(total, needs), strict=True):
        given[device][name] = share
    for device, by_table in given.items():
        device.pipeline.set_history_bytes(by_table)
