"""A session brought to life: its devices and the refresh clock. Every command that connects runs one.

    link reads -> device takes (bytes wait, the clock is marked) -> the clock's refresh -> every pipeline
    processes what waits -> `refreshed` -> whoever draws

What goes wrong in one device stays there: an exception is passed on to whoever counts them once all others have had
their turn, and the end comes whatever is raised on the way to it.

Once a second the links are asked for their statistics, the ledgers are judged in full, rates are measured, the
history's bytes are shared out anew, and the chunks whose way has ended are given out. The lines of the ledger that need
no kernel call are judged at every refresh. A device whose link has changed its state, fallen silent or spoken again is
looked at with the next refresh: beside "open" nothing may stand that was true of its absence.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from app.checkup import Checkup
from app.checkup import DeviceStatus as DeviceStatus  # what a rig gives, also by this name
from app.chronicle import Chronicle
from app.clock import now_ns
from app.computer import ThisComputer
from app.decoding.factory import make_decoder
from app.device import Device
from app.framing.factory import make_framer
from app.handover_log import HandoverLog
from app.health.ageing import Ageing
from app.health.events import EventKind, EventLog
from app.health.judgement import Health
from app.link.contract import Link, State
from app.link.factory import make_link
from app.link.options import LinkOptions
from app.pipeline import Pipeline
from app.refresh.clock import Refresh, RefreshClock
from app.session.schema import DeviceOptions, Session
from app.store.sharing import shares

VIOLATED = "a length beyond the framing's bound"
SUSPENDED = "this computer was suspended"  # what is missing since then is no fault of the device
log = logging.getLogger("quintet")

MAX_FAILURES = 50  # per device; the first says what is wrong, the rest only repeat it


class Rig(QObject):
    """Devices and their clock.

    `now` is a seam for tests.

    Attributes:
        devices: in the order of the session.
        failures: what did not add up, per device name, as it was found; empty while all is well.
        at_stop: each device's status when `stop` was called, before its link was closed; None before.
        ages: by device, over the whole run.

    Signals:
        refreshed(Refresh): what had come is now in the tables; draw it.
        checked(): the second's check is done; `status` is new.
        failed(str, str): device and what does not add up, once for each.
        stamped(str, Stamps): device, and its chunks whose way has ended since the last time; each second, and when
            `collect` is called.
        stopped(): all links are closed and the account is final.
    """

    refreshed = Signal(object)
    checked = Signal()
    failed = Signal(str, str)
    stamped = Signal(str, object)
    stopped = Signal()

    def __init__(
        self,
        session: Session,
        link_maker: Callable[[LinkOptions], Link] = make_link,
        parent: QObject | None = None,
        *,
        now: Callable[[], int] = now_ns,
    ) -> None:
        super().__init__(parent)
        self.session = session
        self._now = now
        self.clock = RefreshClock(session.refresh_hz, now, self)
        self.devices = tuple(self._device(options, link_maker) for options in session.devices)
        self.failures: dict[str, list[str]] = {}
        self.at_stop: dict[str, DeviceStatus] | None = None
        self.started_ns: int | None = None
        self.stopped_ns: int | None = None
        self._status: dict[str, DeviceStatus] = {}
        self._checkups = {device.name: Checkup(device, session.history, now) for device in self.devices}
        self._chronicles = {device.name: Chronicle(device, now, self) for device in self.devices}
        for device in self.devices:
            device.violated.connect(self._violated)  # behind the chronicle's: the cause is told before the end
        self._ageing = Ageing({device.name: device.pipeline.trail for device in self.devices})
        self.ages = self._ageing.ages
        self._handovers = HandoverLog([device.link for device in self.devices], self.clock, self)
        self._seen_lines: set[tuple[str, str]] = set()
        self._changed: set[Device] = set()  # since the last refresh
        self._computer = ThisComputer(self.clock, session.refresh_hz, now)
        self.clock.refreshed.connect(self._refresh)
        self.clock.second.connect(self._second)

    def _device(self, options: DeviceOptions, link_maker: Callable[[LinkOptions], Link]) -> Device:
        share = self.session.history_bytes // len(self.session.devices)
        pipeline = Pipeline(
            make_framer(options.framing),
            make_decoder(options.decoding, options.time),
            history_ns=self.session.history,
            history_bytes=share,
            clock=self._now,
        )
        device = Device(options, link_maker(options.link), pipeline, parent=self)
        device.received.connect(self.clock.mark)
        device.ended.connect(self.clock.mark)
        device.link.stateChanged.connect(self._link_changed)
        device.link.staleChanged.connect(self._link_changed)
        return device

    # -- life

    def start(self) -> None:
        self.started_ns = self._now()
        self.clock.start()
        in_turn(
            *(partial(self._check, device) for device in self.devices),  # what counters grow from
            self._status.clear,  # until the first second whoever asks is answered anew
            *(device.link.open for device in self.devices),
        )

    def stop(self) -> None:
        """Close every link; `stopped` follows, at once where none was open. Safe to call again."""
        if self.at_stop is not None:
            return
        self.at_stop = {}
        self.stopped_ns = self._now()
        in_turn(
            *(partial(self._check, device) for device in self.devices),
            *(device.link.close for device in self.devices),
            self._finish_if_closed,
        )

    @property
    def seconds(self) -> float:
        """How long it has run, until `stop` was called."""
        if self.started_ns is None:
            return 0.0
        return ((self.stopped_ns or self._now()) - self.started_ns) / 1e9

    @property
    def is_stopped(self) -> bool:
        return self.at_stop is not None and not self.clock.is_running

    def status(self, device: Device) -> DeviceStatus:
        """The last check's; made now where there has been none."""
        return self._status.get(device.name) or self._check(device)

    def last_look(self, device: Device) -> DeviceStatus:
        """As `status`, but once `stop` was called as it was before the links were closed: for reports."""
        return (self.at_stop or {}).get(device.name) or self.status(device)

    def health(self, device: Device) -> Health:
        """What the last second's check says of it, once `stop` was called that before the links were closed."""
        return self.last_look(device).health

    def events(self, device: Device) -> EventLog:
        """What happened on its link."""
        return self._chronicles[device.name].events

    @property
    def ledgers_balanced(self) -> bool:
        return not any(self.failures.values())

    # -- how old the data is

    def collect(self) -> None:
        """Give out the chunks whose way has ended: `stamped` for each device that has some."""
        taken = list(self._ageing.take())
        for name, stamps in taken:
            self._checkups[name].note(stamps)
        in_turn(*(partial(self.stamped.emit, name, stamps) for name, stamps in taken))

    def drawn(self, devices: Collection[str]) -> None:
        """A window has drawn what is stored of these devices, and nothing of others; see app.health.ageing."""
        self._ageing.drawn(devices)

    def painted(self, begin_ns: int, end_ns: int) -> None:
        """A window was painted, from then to then; what it had drawn before can be seen."""
        self._ageing.painted(begin_ns, end_ns)

    def paint_spans(self) -> list[tuple[int, int]]:
        """The newest paints of a window, (begin, end), oldest first."""
        return self._ageing.paint_spans()

    # -- the clock's

    @Slot(object)
    def _refresh(self, refresh: Refresh) -> None:
        in_turn(
            *(partial(self._process, device) for device in self.devices),
            self._check_changed,
            partial(self.refreshed.emit, refresh),
        )

    def _process(self, device: Device) -> None:
        device.link.hand_on()  # else after a stall the refresh would come before what a thread has read meanwhile
        device.process()
        failures = device.pipeline.ledger().failures()
        if failures:
            self._report_failures(device, failures)

    def _check_changed(self) -> None:
        changed, self._changed = self._changed, set()
        if self.at_stop is None:
            in_turn(*(partial(self._check, device) for device in changed))

    @Slot()
    def _second(self) -> None:
        if self._computer.look():
            for device in self.devices:
                device.mark_gap(SUSPENDED, self._now())
        in_turn(
            self.collect,  # first: what the chunks say of the queue is judged
            *(partial(self._check, device) for device in self.devices),
            self._share_history,
            lambda: self._handovers.tell(balanced=self.ledgers_balanced),
            self.checked.emit,
        )

    def _check(self, device: Device) -> DeviceStatus:
        checkup, chronicle = self._checkups[device.name], self._chronicles[device.name]
        failures = tuple(self.failures.get(device.name, ()))
        status = checkup.check(self._computer.figures(), failures, chronicle.expired, chronicle.state_since_ns)
        self._report_failures(device, status.ledger.failures())
        chronicle.note_second(checkup.begun, checkup.over)
        self._status[device.name] = status
        if self.at_stop is not None:
            self.at_stop.setdefault(device.name, status)
        return status

    def _report_failures(self, device: Device, failures: tuple[str, ...]) -> None:
        for failure in failures:
            line = failure.partition(":")[0]
            if (device.name, line) in self._seen_lines:
                continue  # the same line of the ledger with other figures: said once
            self._seen_lines.add((device.name, line))
            kept = self.failures.setdefault(device.name, [])
            if len(kept) < MAX_FAILURES:
                kept.append(failure)
                self._chronicles[device.name].add(EventKind.LEDGER, failure)
                self.failed.emit(device.name, failure)

    def _share_history(self) -> None:
        places, needs = [], []
        for device in self.devices:
            for name, table in device.pipeline.tables.items():
                places.append((device, name))
                needs.append(self._checkups[device.name].rows_in_span(name) * table.row_bytes)
        given: dict[str, dict[str, int]] = {}
        for (device, name), share in zip(places, shares(self.session.history_bytes, needs), strict=True):
            given.setdefault(device.name, {})[name] = share
        for device in self.devices:
            device.pipeline.set_history_bytes(given.get(device.name, {}))

    # -- endings

    @Slot(str)
    def _violated(self, violation: str) -> None:
        device = self.sender()
        if isinstance(device, Device) and device.link.state is State.OPEN:
            # the value is for the log: in the reason each length would be a reason of its own
            log.warning("%s: %s: a new connection is made", device.name, violation)
            device.link.restart(VIOLATED)

    @Slot(object)
    @Slot(bool)
    def _link_changed(self, _what: object) -> None:
        link = self.sender()
        self._changed.update(device for device in self.devices if device.link is link)
        self.clock.mark()
        self._finish_if_closed()

    def _finish_if_closed(self) -> None:
        if self.at_stop is None or not self.clock.is_running:
            return
        if all(d.link.state in (State.IDLE, State.FAILED) for d in self.devices):
            self.clock.stop()
            in_turn(
                *(device.pipeline.process for device in self.devices),
                *(partial(self._check, device) for device in self.devices),
                partial(self._ageing.drawn, ()),  # what has not been painted by now is not part of the run
                self.collect,
                self.stopped.emit,
            )


def in_turn(*actions: Callable[[], object]) -> None:
    """Do each, whatever the ones before it raise; what was raised goes on then."""
    raised: list[Exception] = []
    for action in actions:
        try:
            action()
        except Exception as error:  # noqa: BLE001  # passed on when all have had their turn
            raised.append(error)
    if len(raised) > 1:
        raise ExceptionGroup("several went wrong at once", raised)
    if raised:
        raise raised[0]
