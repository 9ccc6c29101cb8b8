"""The clock of one device, which faults may set wrong: what it shows when it truly is some other time.

Right until told otherwise. A jump stays; a drift stops when told to, and what it has gained until then stays too. Truth
goes on by itself: schedules, commands and physics follow the machine's clock, and only what a frame says is wrong.
"""

from __future__ import annotations

from app.simulator.schedule import IntArray

MILLION = 1_000_000


class DeviceClock:
    def __init__(self) -> None:
        self._ahead_ns = 0
        self._gains_ppm = 0
        self._since_ns = 0

    def shown(self, true_ns: IntArray) -> IntArray:
        """What it shows at each of these moments. It never goes back from one to a later one."""
        if not self._gains_ppm:
            return true_ns + self._ahead_ns if self._ahead_ns else true_ns
        gained: IntArray = (true_ns - self._since_ns).clip(0) * self._gains_ppm // MILLION
        return true_ns + (self._ahead_ns + gained)

    def shown_now(self, now_ns: int) -> int:
        return now_ns + self._ahead_ns + max(0, now_ns - self._since_ns) * self._gains_ppm // MILLION

    def jump(self, by_ns: int) -> None:
        """From now on it shows so much more, or less."""
        self._ahead_ns += by_ns

    def gain(self, ppm: int, now_ns: int) -> None:
        """From now on it gains so many microseconds a second; 0: none."""
        self._ahead_ns = self.shown_now(now_ns) - now_ns
        self._gains_ppm, self._since_ns = ppm, now_ns
