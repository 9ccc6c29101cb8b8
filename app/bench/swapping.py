"""Toggles five links between the two transport modes while they are sent counters; a process of its own.

    python -m app.bench.swapping SWAPS ROUNDS PORT...

    open ─ warm-up ─┬─ SWAPS/ROUNDS toggles ─ as long without ─┬─ the senders end ─ every byte is checked
                    └──────────── ROUNDS times ────────────────┘

A swap is a toggle of all five links together, and is over when the last of them has settled; a short pause follows, of
ever different length, so that a swap begins anywhere between two refreshes and two pieces. Of each TURN of steps two
are toggled again while they are under way: from the thread there and back (twice), from the GUI thread once more there
(three times). Each toggle counts as a swap.

The rig is the window's without a window: framing, decoding, history, ledger, and its refresh clock, which may give way
as in the window. A refresh gap is the time from the beginning of one refresh to the beginning of the next; data come
all the time, so there is always something to show. A gap across the border of two phases counts to the swaps.

Prints the figures as one line of JSON.
"""

from __future__ import annotations

import json
import sys
from array import array
from collections.abc import Callable, Sequence
from dataclasses import asdict
from statistics import median

import numpy as np
from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal, Slot

from app.bench.counters import Check
from app.bench.fixed_frames import fixed_frames
from app.bench.swaps import Swapped
from app.clock import now_ns
from app.link.contract import Link, State
from app.refresh.clock import Refresh
from app.rig import Rig
from app.stream import Chunk

COLUMNS = 4  # of a row: 32 bytes, as in the other figures
WARM_UP_MS = 1_000
TURN = 7  # steps; of those two, AGAIN, by turns begin in the GUI thread and in a SocketThread
AGAIN = (3, 6)
TIMES = {"gui": 3, "thread": 2}
PAUSES_MS = (0, 3, 1, 7, 2, 11, 5, 4, 9)  # as many as have no divisor in common with TURN
STUCK_MS = 20_000  # a step that takes as long will not end
OTHER = {"gui": "thread", "thread": "gui"}


class Toggled(QObject):
    """One link: toggles it, checks its bytes.

    Attributes:
        check: of its bytes.
        is_settled: all that was asked for is done.

    Signals:
        settled(): it is now.
    """

    settled = Signal()

    def __init__(self, link: Link, parent: QObject) -> None:
        super().__init__(parent)
        self.check = Check()
        self._link = link
        self._mode = link.wished_transport
        self._is_asking = False
        self.is_settled = True
        link.transportChanged.connect(self._changed)
        link.bytesReceived.connect(self._take)

    def toggle(self, times: int) -> None:
        """The other mode, and while that is under way the first again, and so on."""
        self.is_settled, self._is_asking = False, True
        for _ in range(times):
            self._mode = OTHER[self._mode]
            self._link.set_transport(self._mode)
        self._is_asking = False

    @property
    def mode(self) -> str:
        """Asked for last."""
        return self._mode

    @Slot(str)
    def _changed(self, mode: str) -> None:
        """Comes for each wish as well, at once, with the mode until then."""
        if not self._is_asking and not self.is_settled and mode == self._mode:
            self.is_settled = True
            self.settled.emit()

    @Slot(object)
    def _take(self, chunk: Chunk) -> None:
        self.check.feed(chunk.data)


class Gaps:
    """When refreshes began, and the phases that they fall into."""

    def __init__(self) -> None:
        self.times = array("q")
        self._phases: dict[str, list[tuple[int, int]]] = {"swaps": [], "quiet": []}

    def add(self, phase: str, begin_ns: int, end_ns: int) -> None:
        self._phases[phase].append((begin_ns, end_ns))

    def longest_ms(self, phase: str) -> list[float]:
        """The longest gap in each phase of a kind; one at its border belongs to the swaps."""
        times = np.array(self.times, np.int64)
        is_outer = phase == "swaps"
        found = []
        for begin_ns, end_ns in self._phases[phase]:
            first = max(0, int(np.searchsorted(times, begin_ns)) - is_outer)
            last = int(np.searchsorted(times, end_ns, "right")) + is_outer
            inside = np.diff(times[first:last])
            found.append(float(inside.max()) / 1e6 if len(inside) else (end_ns - begin_ns) / 1e6)
        return found


class Swapping(QObject):
    """The course of the measurement; quits the loop when it is over."""

    def __init__(self, rig: Rig, swaps: int, rounds: int) -> None:
        super().__init__()
        self.gaps = Gaps()
        self.problem = ""
        self.swap_ms: list[float] = []  # of each step, per swap
        self._rig = rig
        self._links = [device.link for device in rig.devices]
        self.toggled = [Toggled(link, self) for link in self._links]
        self._of_round = swaps // rounds
        self._rounds_left = rounds
        self._swaps_left = 0
        self._times = self._step = 0
        self._phase_ns = self._step_ns = 0
        self._pause = _single_shot(self, self._go_on)
        self._quiet = _single_shot(self, self._end_quiet)
        self._stuck = _single_shot(self, self._give_up)
        self._join()

    def _join(self) -> None:
        self._rig.refreshed.connect(self._refreshed)
        for link in self._links:
            link.stateChanged.connect(self._changed)
            link.ended.connect(self._ended)
        for toggled in self.toggled:
            toggled.settled.connect(self._settled)

    def start(self) -> None:
        self._stuck.start(STUCK_MS)
        self._rig.start()

    @Slot(object)
    def _changed(self, _state: State) -> None:
        if all(link.state is State.OPEN for link in self._links):
            self._quiet.start(WARM_UP_MS)

    # -- with swaps

    @Slot()
    def _go_on(self) -> None:
        if not self._swaps_left:
            self._end_swaps()
            return
        self._step += 1
        again = TIMES[self.toggled[0].mode] if self._step % TURN in AGAIN else 1
        self._times = again if again <= self._swaps_left else 1
        self._swaps_left -= self._times
        self._stuck.start(STUCK_MS)
        self._step_ns = now_ns()
        for toggled in self.toggled:
            toggled.toggle(self._times)

    @Slot()
    def _settled(self) -> None:
        if all(toggled.is_settled for toggled in self.toggled):
            self.swap_ms.append((now_ns() - self._step_ns) / 1e6 / self._times)
            self._pause.start(PAUSES_MS[self._step % len(PAUSES_MS)])

    def _end_swaps(self) -> None:
        began, self._phase_ns = self._phase_ns, now_ns()
        self.gaps.add("swaps", began, self._phase_ns)
        self._stuck.stop()
        self._quiet.start((self._phase_ns - began) // 1_000_000)

    # -- without

    @Slot()
    def _end_quiet(self) -> None:
        if self._phase_ns:  # else it was the warm-up
            self.gaps.add("quiet", self._phase_ns, now_ns())
        self._phase_ns = now_ns()
        self._swaps_left = self._of_round
        self._rounds_left -= 1
        if self._rounds_left >= 0:
            self._go_on()
        else:
            self._stuck.start(STUCK_MS)
            for link in self._links:
                link.send(b".")

    # -- the end

    @Slot(object)
    def _ended(self, _end: object) -> None:
        if all(toggled.check.is_over for toggled in self.toggled):
            QCoreApplication.quit()

    @Slot()
    def _give_up(self) -> None:
        waiting = [str(index) for index, toggled in enumerate(self.toggled) if not toggled.is_settled]
        if waiting:
            modes = {link.wished_transport for link in self._links}
            self.problem = f"links {', '.join(waiting)} did not settle in {' or '.join(sorted(modes))}"
        else:
            self.problem = "the links did not open, or their streams did not end"
        QCoreApplication.quit()

    @Slot(object)
    def _refreshed(self, refresh: Refresh) -> None:
        self.gaps.times.append(refresh.at_ns)


def _single_shot(parent: QObject, slot: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(slot)
    return timer


def figures(rig: Rig, swapping: Swapping) -> Swapped:
    checks = [toggled.check for toggled in swapping.toggled]
    return Swapped(
        lost=sum(check.lost for check in checks),
        repeated=sum(check.repeated for check in checks),
        torn=sum(check.torn for check in checks),
        received=sum(check.received for check in checks),
        gaps_ms=swapping.gaps.longest_ms("swaps"),
        quiet_ms=swapping.gaps.longest_ms("quiet"),
        swap_ms=median(swapping.swap_ms),
        rate_hz=rig.clock.rate_hz,
    )


def problems(rig: Rig, swapping: Swapping) -> list[str]:
    """What makes the figures worthless."""
    found = [swapping.problem] if swapping.problem else []
    found += [f"{name}: {text}" for name, texts in rig.failures.items() for text in texts]
    again = [device.name for device in rig.devices if device.link.statistics().opened > 1]
    return [*found, *(f"{name} was connected again" for name in again)]


def main(swaps: int, rounds: int, ports: Sequence[int]) -> int:
    application = QCoreApplication([])
    rig = Rig(fixed_frames(ports, "u64", COLUMNS))
    swapping = Swapping(rig, swaps, rounds)
    swapping.start()
    application.exec()
    rig.stopped.connect(application.quit)
    QTimer.singleShot(0, rig, rig.stop)
    application.exec()
    if found := problems(rig, swapping):
        print("; ".join(found), file=sys.stderr)
        return 1
    print(json.dumps(asdict(figures(rig, swapping))))
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2]), [int(word) for word in sys.argv[3:]]))
