"""Faults of the device's clock: its frames come as before, and their stamps are wrong."""

from __future__ import annotations

from app.simulator.clock import NS
from app.simulator.faults.contract import Fault

JUMP_LEAST_NS, JUMP_MOST_NS = 2 * NS, 60 * NS  # either way
DRIFT_LEAST_PPM, DRIFT_MOST_PPM = 20_000, 100_000  # a broken clock, not a cheap one: seen within seconds


class ClockJump(Fault):
    """Forwards or back; never to before the device's start, which no text of its stamps has a sign for."""

    def begin(self, now_ns: int) -> None:
        by_ns = self.chance.randint(JUMP_LEAST_NS, JUMP_MOST_NS) * self.chance.choice((-1, 1))
        device = self.station.device
        if device.clock.shown_now(now_ns) + by_ns < NS:
            by_ns = -by_ns
        device.clock.jump(by_ns)
        device.revision += 1


class ClockDrift(Fault):
    """Gains some per cent while it lasts, and keeps what it has gained."""

    def begin(self, now_ns: int) -> None:
        self._set(self.chance.randint(DRIFT_LEAST_PPM, DRIFT_MOST_PPM), now_ns)

    def end(self, now_ns: int) -> None:
        self._set(0, now_ns)

    def _set(self, ppm: int, now_ns: int) -> None:
        self.station.device.clock.gain(ppm, now_ns)
        self.station.device.revision += 1
