"""One device under a fault: what was asked of the simulator, what it told, and what became of the data here."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QTimer, Slot

from app.clock import now_ns
from app.device import Device
from app.link.contract import Link, SendRefusedError, State
from app.simulator.faults.catalogue import Kind
from tests.faults.simulator import Simulator
from tests.faults.tap import Tap

STEADY_FRAMES = 3  # decoded before the fault, and again behind the first one after it
COMMAND = b"%s\n" % (b"*CLS;" * 200)  # of a kilobyte; a device that takes no commands drops it
SEND_MS = 2


class Subject:
    """Attributes:
    device, kind, tap: who, what, and the account of its bytes.
    refused: why the fault is not possible there; "" where it is.
    fault: what the simulator told when it began; None before.
    recovered_ns: when the first frame behind the fault's end was in the history.
    """

    def __init__(self, device: Device, kind: Kind, simulator: Simulator) -> None:
        self.device = device
        self.kind = kind
        self.tap = Tap(device.link, keep=kind.outcome == "damaged")
        self.refused = ""
        self.fault: dict[str, Any] | None = None
        self.recovered_ns: int | None = None
        self._over_ns: int | None = None
        self._decoded_at_end = 0
        self._simulator = simulator

    @property
    def name(self) -> str:
        return self.device.name

    @property
    def decoded(self) -> int:
        return self.device.pipeline.decoder.counts.decoded

    @property
    def is_steady(self) -> bool:
        return self.decoded >= STEADY_FRAMES

    def begin(self, seconds: float) -> None:
        words = {"seconds": seconds} if self.kind.lasts else {}
        self._simulator.say(fault=self.kind.name, device=self.name, **words)

    def hear(self, event: dict[str, Any]) -> None:
        """What the simulator tells of this device."""
        is_ours = event.get("fault") == self.kind.name
        if event["event"] == "refused" and is_ours and self.fault is None:
            self.refused = event["reason"]
        elif event["event"] == "fault" and is_ours and self.fault is None:
            self.fault = event
            if not self.kind.lasts:
                self._is_over(event["at_ns"])
        elif event["event"] == "over" and is_ours and self._over_ns is None:
            self._is_over(event["at_ns"])

    def _is_over(self, at_ns: int) -> None:
        self._over_ns = at_ns
        self._decoded_at_end = self.decoded

    @property
    def is_over(self) -> bool:
        """The fault is, or there was none to be had."""
        return bool(self.refused) or self._over_ns is not None

    def look(self) -> None:
        """After each refresh: is the device back?"""
        if self._over_ns is None or self.recovered_ns is not None:
            return
        read_ns = self.device.pipeline.last_read_ns
        is_new = read_ns is not None and read_ns >= self._over_ns and self.decoded > self._decoded_at_end
        if is_new and self.device.link.state is State.OPEN:
            self.recovered_ns = now_ns()
            self._decoded_at_end = self.decoded

    @property
    def recovered_s(self) -> float | None:
        if self.recovered_ns is None or self._over_ns is None:
            return None
        return (self.recovered_ns - self._over_ns) / 1e9

    @property
    def is_steady_again(self) -> bool:
        return self.recovered_ns is not None and self.decoded >= self._decoded_at_end + STEADY_FRAMES


class Writer(QObject):
    """Sends commands as fast as the link takes them, from the event loop.

    Attributes:
        sent: bytes that the link has accepted; refused: how often it did not.
    """

    def __init__(self, link: Link) -> None:
        super().__init__()
        self.sent = 0
        self.refused = 0
        self._link = link
        self._timer = QTimer(self)
        self._timer.setInterval(SEND_MS)
        self._timer.timeout.connect(self._send)

    def start(self) -> None:
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    @Slot()
    def _send(self) -> None:
        try:
            for _ in range(64):
                self._link.send(COMMAND)
                self.sent += len(COMMAND)
        except SendRefusedError:
            self.refused += 1
