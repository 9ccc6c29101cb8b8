"""The rig that is soaked: five simulated devices with faults at random, links that are toggled and written to.

It is driven from one loop, a second at a time: look at the processes, compare what has ended, and do something at
random. All that is random here follows from the seed; the faults, which the simulator throws, from the same.
"""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import QObject, Slot

from app.clock import now_ns
from app.link.contract import SendRefusedError, State
from app.quantities import ByteSize, Duration
from app.rig import Rig
from app.session.reading import read_session
from app.session.schema import Session
from tests.app.link.peers import until
from tests.faults.oracle import Sent
from tests.faults.simulator import Simulator
from tests.soak.accounts import Accounts

HISTORY = Duration(5 * 10**9)  # full before memory is judged,
HISTORY_BYTES = ByteSize(8 << 20)  # and small: how full it is depends on which device floods or is away
RETRY_MOST = Duration(2 * 10**9)  # so that a device is more often there than not
TOGGLES_EVERY_S, ALL_IN_GUI_EVERY_S = 3, 9
COMMANDS = (b"VOLT 12.5\n", b"OUTP OFF\n", b"OUTP ON\n", b"CURR 1.5\n", b"nonsense\n")
MODES = ("gui", "thread")


def soaked_session(session: Session) -> Session:
    replace = msgspec.structs.replace
    devices = [replace(each, link=replace(each.link, retry_most=RETRY_MOST)) for each in session.devices]
    return replace(session, devices=tuple(devices), history=HISTORY, history_bytes=HISTORY_BYTES)


class Soaked(QObject):
    """Attributes:
    simulator, rig: the two sides.
    second: the last that `run_a_second` has run.
    faults: how often each came.
    sent, refused, toggled: commands that a link took or did not, and changes of the transport.
    """

    def __init__(self, folder: Path, seed: int, faults: str) -> None:
        super().__init__()
        self.faults: Counter[str] = Counter()
        self.sent = self.refused = self.toggled = 0
        self._dice = random.Random(seed)
        self.simulator = Simulator(folder, seed, "--faults", faults, keeps=False)
        self.simulator.await_ready()
        self.rig = Rig(soaked_session(read_session(self.simulator.session)))
        self._accounts = {device.name: Accounts(device, self.simulator) for device in self.rig.devices}
        self.simulator.told.connect(self._hear)
        self._gone: set[str] = set()  # devices whose newest connection has vanished without a word
        self.second = 0
        self._began_ns = now_ns()

    @property
    def seconds(self) -> float:
        return (now_ns() - self._began_ns) / 1e9

    @property
    def accounts(self) -> list[Accounts]:
        return list(self._accounts.values())

    def start(self) -> None:
        self._began_ns = now_ns()
        self.rig.start()

    def run_a_second(self) -> None:
        """Until the next whole second, with what is due in it."""
        self.second += 1
        self.simulator.await_(lambda: self.seconds >= self.second, "the next second")
        for accounts in self.accounts:
            accounts.settle()
        if self.second % TOGGLES_EVERY_S == 0:
            self._toggle()
        self._command()

    def finish(self) -> None:
        """End in order; what is left is compared. A device that has vanished does not say that it ends."""
        for accounts in self.accounts:
            accounts.settle()
            accounts.settle_open()
        self.simulator.end()
        until(
            lambda: all(
                device.link.state is not State.OPEN for device in self.rig.devices if device.name not in self._gone
            ),
            "the end of every connection",
        )
        self.rig.stop()
        until(lambda: self.rig.is_stopped, "the rig to stop")
        for accounts in self.accounts:
            accounts.finish()

    def close(self) -> None:
        self.rig.stop()
        until(lambda: self.rig.is_stopped, "the rig to stop")
        self.simulator.close()

    def complaints(self) -> list[str]:
        found = [f"{name}: {line}" for name, lines in self.rig.failures.items() for line in lines]
        found += [line for accounts in self.accounts for line in accounts.complaints]
        for device in self.rig.devices:
            kernel = self.rig.status(device).ledger.kernel
            if kernel is not None and not kernel.agrees:
                found.append(f"{device.name}: the kernel counted other bytes")
        return found

    def _toggle(self) -> None:
        """Another mode for some devices; every so often the GUI thread reads all, so that no thread need be there."""
        all_at_once = self.second % ALL_IN_GUI_EVERY_S == 0
        for device in self.rig.devices:
            device.link.set_transport("gui" if all_at_once else self._dice.choice(MODES))
            self.toggled += 1

    def _command(self) -> None:
        device = self._dice.choice(self.rig.devices)
        try:
            device.link.send(self._dice.choice(COMMANDS), key=self._dice.choice(("", "set-point")))
            self.sent += 1
        except SendRefusedError:
            self.refused += 1

    @Slot(object)
    def _hear(self, event: dict[str, Any]) -> None:
        accounts = self._accounts.get(event.get("device", ""))
        if accounts is None:
            return
        if event["event"] == "fault":
            self.faults[event["fault"]] += 1
        elif event["event"] == "opened":
            self._gone.discard(event["device"])
            accounts.opened(event["connection"])
        elif event["event"] == "closed":
            if event["how"] == "vanished":
                self._gone.add(event["device"])
            accounts.closed(Sent.told(event))
