"""The devices of a rig: which there are, what is kept of each, and how they come, change and go while it runs.

Goals: an edit interrupts nothing that it need not; nothing that was counted is ever forgotten; nobody waits for a link.

Plan. Everything that is kept of a device stands in one place (Attended), by device and not by name, so that a device is
renamed by saying so. What an edit does is judged in one place (app.session.change). Rows whose meaning changes are not
translated: another device takes the place of the old one.

    add        a device is made, and opened where the rig runs
    replace    the same device with other options, connected anew where that is needed; or another in its place
    remove     gone from `devices` at once; its link closes without anybody waiting, and what still comes is counted
    put_back   the removed one again, with its history and its account, where nothing was forgotten yet

One that was removed keeps its history until `forget`, and keeps its share of the history's bytes as long. Its account
stays in `removed` for the report: a ledger that did not add up fails the run whoever has gone since.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import msgspec
from PySide6.QtCore import QObject, Signal

from app.attended import Attended
from app.checkup import DeviceStatus
from app.computer import ThisComputer
from app.decoding.factory import make_decoder
from app.device import Device
from app.framing.factory import make_framer
from app.health.ageing import Ageing
from app.health.events import EventKind, EventLog
from app.health.judgement import Health
from app.link.contract import Link, State
from app.link.options import LinkOptions
from app.pipeline import Pipeline
from app.refresh.clock import RefreshClock
from app.session.change import change_of
from app.session.schema import DeviceOptions, Session
from app.succession import Succession

MAX_REMOVED = 100  # accounts of devices that are gone; of those that add up the oldest are forgotten beyond it
_OFF = (State.IDLE, State.CLOSING)  # somebody stopped it; one that has failed for its address wants to be connected


class Fleet(QObject):
    """See the module. A rig is one that lives on its clock.

    Attributes:
        session: with the devices as they are now.
        clock: of the refreshes.
        devices: in the order of the session.
        removed: what is kept of those that were taken out, the newest last.
        failures: what did not add up, per device name, as it was found; empty while all is well.
        at_stop: each device's status when the rig was stopped, before its link was closed; None before.
        ages: by device, over the whole run.

    Signals:
        devicesChanging(): devices are about to come, go, or be called otherwise: whoever follows links lets go of them.
        devicesChanged(): they have; `devices` is new.
        failed(str, str): device and what does not add up, once for each.
    """

    devicesChanging = Signal()
    devicesChanged = Signal()
    failed = Signal(str, str)

    def __init__(
        self,
        session: Session,
        link_maker: Callable[[LinkOptions], Link],
        now: Callable[[], int],
        parent: QObject | None,
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.clock = RefreshClock(session.refresh_hz, now, self)
        self.devices: tuple[Device, ...] = ()
        self.removed: list[Attended] = []
        self.failures: dict[str, list[str]] = {}
        self.at_stop: dict[str, DeviceStatus] | None = None
        self.started_ns: int | None = None
        self._now = now
        self._link_maker = link_maker
        self._attended: dict[Device, Attended] = {}
        self._status: dict[str, DeviceStatus] = {}
        self._leaving: list[Attended] = []  # their links are not closed yet
        self._succession = Succession()
        self._ageing = Ageing({})
        self.ages = self._ageing.ages
        self._computer = ThisComputer(self.clock, session.refresh_hz, now)

    # -- which there are

    def add(self, options: DeviceOptions, at: int | None = None) -> Device:
        """One more, behind the others or at a place among them. Raises ValueError where the name is taken."""
        self._refuse(options.name)
        device = self._made(options)
        with self._changing():
            self._enter(Attended(device, self.session.history, self._now), at)
        if self.is_running:
            device.link.open()
        return device

    def remove(self, device: Device) -> None:
        """Take a device out; its history is kept until `forget`."""
        self._refuse()
        attended = self._attended[device]
        with self._changing():
            self._leave(attended, keeps_history=True)
        device.link.close()
        self._settle(attended)

    def put_back(self, device: Device, at: int | None = None) -> None:
        """One that was removed, as it was. Raises ValueError where its name is taken or its history is forgotten."""
        attended = self._attended[device]
        self._refuse(device.name)
        if attended not in self.removed or not attended.holds_history:
            raise ValueError(f"{device.name} is not to be had back")
        with self._changing():
            self.removed.remove(attended)
            self._leaving = [each for each in self._leaving if each is not attended]
            self._enter(attended, at)
        if attended.was_on and self.is_running:
            self._succession.connect(device)

    def forget(self, device: Device) -> None:
        """Nobody will want the history of a removed device back."""
        attended = self._attended.get(device)
        if attended in self.removed and attended is not None:
            attended.holds_history = False
            self._settle(attended)

    def replace(self, device: Device, options: DeviceOptions) -> Device:
        """The device with other options; see app.session.change for what that does. Raises ValueError for a name that
        another one has. Returns the one that stands there now."""
        self._refuse(*({options.name} - {device.name}))
        attended = self._attended[device]
        change = change_of(device.options, options)
        if not change.clears_history:
            return self._edit(attended, options, change.sentence, reconnects=change.reconnects)
        place, new = self.devices.index(device), self._made(options)
        if options.link.transport == device.options.link.transport and _has_other_mode(device):
            new.link.set_transport(device.link.wished_transport)
        with self._changing():
            self._leave(attended, keeps_history=False)
            self._enter(Attended(new, self.session.history, self._now), place)
        if attended.was_on:
            self._succession.let_follow(device, new)
        device.link.close()
        self._settle(attended)
        return new

    def _edit(self, attended: Attended, options: DeviceOptions, told: str, *, reconnects: bool) -> Device:
        device, before = attended.device, attended.device.name
        with self._changing():
            device.set_options(options)
            attended.commands.update(options.link.on_connect)
            attended.chronicle.add(EventKind.EDITED, told)
            if device.name != before:
                self._ageing.rename(before, device.name)
                _move(self._status, before, device.name)
                _move(self.failures, before, device.name)
        has_begun = device.link.state not in _OFF or self._succession.is_followed(device)
        if reconnects and has_begun and self.is_running:
            self._succession.let_follow(device, device)
            device.link.close()
        return device

    def _is_on(self, device: Device) -> bool:
        """Whether it is to be connected, sooner or later."""
        succession = self._succession
        return device.link.state not in _OFF or succession.is_followed(device) or succession.is_expected(device)

    # -- coming and going

    @contextmanager
    def _changing(self) -> Iterator[None]:
        self.devicesChanging.emit()
        try:
            yield
        finally:
            self.session = msgspec.structs.replace(self.session, devices=tuple(each.options for each in self.devices))
            self.devicesChanged.emit()

    def _refuse(self, *names: str) -> None:
        """Raises RuntimeError once the rig was stopped, and ValueError for a name that is taken."""
        if self.at_stop is not None:
            raise RuntimeError("the session is over")
        if taken := {device.name for device in self.devices}.intersection(names):
            raise ValueError(f"there is a device called {taken.pop()} already")

    def _made(self, options: DeviceOptions) -> Device:
        pipeline = Pipeline(
            make_framer(options.framing),
            make_decoder(options.decoding, options.time),
            history_ns=self.session.history,
            history_bytes=self.session.history_bytes // max(1, len(self.session.devices)),
            clock=self._now,
        )
        device = Device(options, self._link_maker(options.link), pipeline, parent=self)
        device.received.connect(self.clock.mark)
        device.ended.connect(self.clock.mark)
        return device

    def _enter(self, attended: Attended, at: int | None) -> None:
        device = attended.device
        place = len(self.devices) if at is None else at
        attended.last, attended.holds_history = None, True
        self._attended[device] = attended
        self.devices = (*self.devices[:place], device, *self.devices[place:])
        self._ageing.add(device.name, device.pipeline.trail, attended.ages)
        if attended.failures:
            self.failures[device.name] = attended.failures

    def _leave(self, attended: Attended, *, keeps_history: bool) -> None:
        device = attended.device
        attended.last = self._check(device)
        attended.was_on = self._is_on(device)
        attended.holds_history = keeps_history
        self._ageing.remove(device.name)
        self._status.pop(device.name, None)
        self.failures.pop(device.name, None)
        self.devices = tuple(each for each in self.devices if each is not device)
        self.removed.append(attended)
        self._leaving.append(attended)

    def _settle(self, attended: Attended) -> None:
        """What is due once a link is closed: the last of a removed device's account, and who is connected then."""
        device = attended.device
        if not attended.is_closed:
            return
        if attended in self.removed:
            self._leaving = [each for each in self._leaving if each is not attended]
            attended.process()
            if not attended.holds_history:
                device.pipeline.clear()
            self._check(device)
        successor = self._succession.take(device)
        if successor is not None and successor in self.devices and self.is_running:
            successor.link.open()
        self._forget_oldest()

    def _forget_oldest(self) -> None:
        """Of the accounts that are kept; never one that did not add up."""
        sound = [each for each in self.removed if not each.failures and each.is_closed and not each.holds_history]
        for attended in sound[: max(0, len(self.removed) - MAX_REMOVED)]:
            self.removed.remove(attended)
            del self._attended[attended.device]
            attended.device.deleteLater()

    # -- how they stand

    @property
    def is_running(self) -> bool:
        return self.started_ns is not None and self.at_stop is None

    @property
    def leaving(self) -> tuple[Device, ...]:
        """Those that were removed and whose links are not closed yet."""
        return tuple(attended.device for attended in self._leaving)

    @property
    def commands(self) -> tuple[bytes, ...]:
        """All that any device was ever to be sent when it connects: for whoever must not tell them."""
        return tuple({command for attended in self._attended.values() for command in attended.commands})

    @property
    def ledgers_balanced(self) -> bool:
        return not any(self.failures.values()) and not any(each.failures for each in self.removed)

    def status(self, device: Device) -> DeviceStatus:
        """The last check's; made now where there has been none."""
        if device in self.devices:
            return self._status.get(device.name) or self._check(device)
        return self._attended[device].status or self._check(device)

    def last_look(self, device: Device) -> DeviceStatus:
        """As `status`, but once its link was closed for good as it was before: for reports."""
        return self._attended[device].last or (self.at_stop or {}).get(device.name) or self.status(device)

    def health(self, device: Device) -> Health:
        """What the last second's check says of it, once `stop` was called that before the links were closed."""
        return self.last_look(device).health

    def events(self, device: Device) -> EventLog:
        """What happened on its link."""
        return self._attended[device].events

    def _check(self, device: Device) -> DeviceStatus:
        attended = self._attended[device]
        status = attended.check(self._computer.figures())
        self._report_failures(device, status.ledger.failures())
        attended.note_check()
        if device in self.devices:
            self._status[device.name] = status
            if self.at_stop is not None:
                self.at_stop.setdefault(device.name, status)
        return status

    def _report_failures(self, device: Device, failures: tuple[str, ...]) -> None:
        attended = self._attended[device]
        for failure in attended.fresh(failures):
            if device in self.devices:
                self.failures[device.name] = attended.failures
            self.failed.emit(device.name, failure)


def _move(by_name: dict[str, Any], old: str, new: str) -> None:
    if old in by_name:
        by_name[new] = by_name.pop(old)


def _has_other_mode(device: Device) -> bool:
    """Whether somebody has chosen by hand who reads it."""
    return device.link.wished_transport != device.options.link.transport
