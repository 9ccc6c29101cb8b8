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

from app.attended import MAX_FAILURES as MAX_FAILURES  # what bounds a rig's failures, also by this name
from app.attended import Attended, share_history
from app.checkup import DeviceStatus as DeviceStatus  # what a rig gives, also by this name
from app.clock import now_ns
from app.device import Device
from app.fleet import Fleet
from app.handover_log import HandoverLog
from app.link.contract import Link, State
from app.link.factory import make_link
from app.link.options import LinkOptions
from app.refresh.clock import Refresh
from app.sentence import sentence
from app.session.schema import Session

VIOLATED = sentence("a length beyond the framing's bound")
SUSPENDED = sentence("this computer was suspended")  # what is missing since then is no fault of the device
log = logging.getLogger("quintet")


class Rig(Fleet):
    """Devices (see app.fleet for how they come and go) and their clock.

    `now` is a seam for tests.

    Attributes: see Fleet.

    Signals:
        refreshed(Refresh): what had come is now in the tables; draw it.
        checked(): the second's check is done; `status` is new.
        stamped(str, Stamps): device, and its chunks whose way has ended since the last time; each second, and when
            `collect` is called.
        stopped(): all links are closed and the account is final.
    """

    refreshed = Signal(object)
    checked = Signal()
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
        super().__init__(session, link_maker, now, parent)
        self.stopped_ns: int | None = None
        self._handovers = HandoverLog((), self.clock, self)
        self._changed: set[Device] = set()  # since the last refresh
        for options in session.devices:
            self._enter(Attended(self._made(options), session.history, now), None)
        self.clock.refreshed.connect(self._refresh)
        self.clock.second.connect(self._second)

    def _enter(self, attended: Attended, at: int | None) -> None:
        super()._enter(attended, at)
        if attended.is_followed:
            return
        device, attended.is_followed = attended.device, True
        device.violated.connect(self._violated)  # behind the chronicle's: the cause is told before the end
        device.link.stateChanged.connect(self._link_changed)
        device.link.staleChanged.connect(self._link_changed)
        self._handovers.follow(device.link)

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

    # -- how old the data is

    def collect(self) -> None:
        """Give out the chunks whose way has ended: `stamped` for each device that has some."""
        taken = list(self._ageing.take())
        attended = {device.name: self._attended[device] for device in self.devices}
        for name, stamps in taken:
            attended[name].checkup.note(stamps)
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
            *(partial(self._process, device) for device in (*self.devices, *self.leaving)),
            self._check_changed,
            partial(self.refreshed.emit, refresh),
        )

    def _process(self, device: Device) -> None:
        failures = self._attended[device].process()
        if failures:
            self._report_failures(device, failures)

    def _check_changed(self) -> None:
        changed, self._changed = self._changed, set()
        if self.at_stop is None:
            in_turn(*(partial(self._check, device) for device in changed if device in self._attended))

    @Slot()
    def _second(self) -> None:
        if self._computer.look():
            for device in self.devices:
                device.mark_gap(SUSPENDED, self._now())
        in_turn(
            self.collect,  # first: what the chunks say of the queue is judged
            *(partial(self._check, device) for device in (*self.devices, *self.leaving)),
            lambda: share_history(self.session.history_bytes, self._holding()),
            lambda: self._handovers.tell(balanced=self.ledgers_balanced),
            self.checked.emit,
        )

    def _holding(self) -> list[Attended]:
        """Those that have rows: the removed ones until these are forgotten."""
        return [each for each in self._attended.values() if each.holds_history or each in self._leaving]

    # -- endings

    @Slot(object)
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
        for device in (*self.devices, *self.leaving):
            if device.link is link:
                self._changed.add(device)
                self._settle(self._attended[device])
        self.clock.mark()
        self._finish_if_closed()

    def _finish_if_closed(self) -> None:
        if self.at_stop is None or not self.clock.is_running:
            return
        if all(self._attended[device].is_closed for device in (*self.devices, *self.leaving)):
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
