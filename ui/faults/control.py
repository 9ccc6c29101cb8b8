"""Plays faults on the simulated devices: orders to the simulator, a record of what it says, and chance on request.

Nothing is assumed: a fault is under way when the simulator says so. A line from it that cannot be read is a row of the
record like any other.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.clock import now_ns
from app.simulator.faults.catalogue import KINDS, Kind
from app.simulator.faults.possible import reason_not
from ui.faults.messages import MessageError, Ready, read
from ui.faults.plan import Planned, RandomFaults
from ui.faults.record import FaultRecord
from ui.simulated import SimulatedDevices
from ui.translate import marked, told, tr

NOT_READY = marked("The simulated devices do not listen yet")
SEEDS = 1 << 31
Fit = Callable[[str, str], str]  # device, fault -> why that device cannot have it, "" where it can


class FaultControl(QObject):
    """Attributes:
        record: what was played.
        devices: their names, once they listen.
        seed: of chance, the simulator's own where it tells.

    Signals:
        changed(): the record, what can be played, or whether chance plays is new.
    """

    changed = Signal()

    def __init__(
        self,
        simulated: SimulatedDevices,
        parent: QObject | None = None,
        *,
        fit: Fit = reason_not,
        clock: Callable[[], int] = now_ns,
    ) -> None:
        super().__init__(parent)
        self.record = FaultRecord()
        self.devices: tuple[str, ...] = ()
        self.seed = secrets.randbelow(SEEDS)
        self._simulated = simulated
        self._fit = fit
        self._clock = clock
        self._hindrance = tr(NOT_READY)
        self._random: RandomFaults | None = None
        self._next: Planned | None = None
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._play_next)
        simulated.told.connect(self._heard)
        simulated.garbled.connect(self._garbled)
        simulated.failed.connect(self._failed)
        simulated.gone.connect(self._gone)

    @property
    def hindrance(self) -> str:
        """Why nothing can be played, "" where something can."""
        return self._hindrance

    def hindrance_of(self, device: str, fault: str) -> str:
        """Why this device cannot have that fault, "" where it can."""
        return self._fit(device, fault)

    # -- playing

    def play(self, device: str, kind: Kind, seconds: float | None = None) -> str:
        """Ask for a fault; why that cannot be, "" where it was asked for. The answer comes into the record."""
        why = self._hindrance or self.hindrance_of(device, kind.name)
        if why:
            return why
        order: dict[str, object] = {"fault": kind.name, "device": device}
        if kind.lasts:
            order["seconds"] = seconds
        why = self._simulated.order(order)
        if not why:
            self.record.asked(device, kind.name, self._clock())
            self.changed.emit()
        return why

    @property
    def is_random(self) -> bool:
        return self._random is not None

    def play_at_random(self, mean_s: float | None) -> None:
        """From now on a fault every `mean_s` seconds in the mean, begun anew from the seed; None: no more."""
        self._pause.stop()
        self._random = None
        if mean_s is not None and not self._hindrance:
            fits = {
                device: [kind for kind in KINDS.values() if not self.hindrance_of(device, kind.name)]
                for device in self.devices
            }
            self._random = RandomFaults(self.seed, mean_s, fits)
            self._plan_next()
        self.changed.emit()

    def _plan_next(self) -> None:
        self._next = self._random.next() if self._random is not None else None
        if self._next is not None:
            self._pause.start(round(self._next.pause_s * 1000))

    @Slot()
    def _play_next(self) -> None:
        planned = self._next
        if planned is not None:
            why = self.play(planned.device, planned.kind, planned.seconds)
            if why:
                self._garbled(why)
        self._plan_next()

    # -- the simulator's

    @Slot(object)
    def _heard(self, line: bytes) -> None:
        try:
            event = read(line)
        except MessageError as error:
            self._garbled(str(error))
            return
        if isinstance(event, Ready):
            self.devices = tuple(event.devices)
            self.seed = event.seed if event.seed is not None else self.seed
            self._hindrance = ""
        self.record.heard(event, self._clock())
        self.changed.emit()

    @Slot(object)
    def _garbled(self, text: str) -> None:
        self.record.note(told(text), self._clock(), is_trouble=True)
        self.changed.emit()

    @Slot(object)
    def _failed(self, text: str) -> None:
        self._end(told(text))

    @Slot()
    def _gone(self) -> None:
        self._end(tr("the simulated devices have ended"))

    def _end(self, text: str) -> None:
        self._hindrance = text[:1].upper() + text[1:]
        self._pause.stop()
        self._random = None
        self.record.end(text, self._clock())
        self.changed.emit()
