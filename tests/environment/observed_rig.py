"""A rig in a process of its own that says all that its links say, as JSON lines, until its standard input ends.

    python -m tests.environment.observed_rig '{"session": FILE, "link": {...}, "resolver": "silent"}'

Lines on standard output: {"event": "state", "device", "state", "reason"}, {"event": "stale", "device", "is_stale"},
{"event": "second", "device", "received", "decoded", "opened", "balanced"} once a second, and last of all
{"event": "report", "report": ...}. Fields of "link" replace those of every device's options (times in ns).
"""

from __future__ import annotations

import json
import sys
import threading
from functools import partial
from typing import Any

import msgspec
from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier, Slot

from app.device import Device
from app.link.contract import Link, State
from app.link.options import TcpOptions
from app.link.tcp import TcpLink
from app.quantities import ByteSize
from app.report import report
from app.rig import Rig
from app.session.reading import read_session
from app.session.schema import Session


def silent_resolver(_host: str, _port: int) -> list[str]:
    """A name server that never answers."""
    threading.Event().wait()
    return []


def session_of(words: dict[str, Any]) -> Session:
    session = read_session(words["session"])
    replace = msgspec.structs.replace
    devices = [replace(device, link=replace(device.link, **words.get("link", {}))) for device in session.devices]
    return replace(session, devices=tuple(devices), history_bytes=ByteSize(64 << 20))


def make_link(silent: bool, options: TcpOptions) -> Link:
    return TcpLink(options, resolver=silent_resolver) if silent else TcpLink(options)


class Teller(QObject):
    """Says what one device's link says."""

    def __init__(self, device: Device) -> None:
        super().__init__()
        self._device = device
        device.link.stateChanged.connect(self._state)
        device.link.staleChanged.connect(self._stale)

    @Slot(object)
    def _state(self, state: State) -> None:
        tell("state", device=self._device.name, state=str(state), reason=self._device.link.statistics().last_reason)

    @Slot(bool)
    def _stale(self, is_stale: bool) -> None:
        tell("stale", device=self._device.name, is_stale=is_stale)


class Observer(QObject):
    """Runs the rig until the end of standard input."""

    def __init__(self, rig: Rig) -> None:
        super().__init__()
        self._rig = rig
        self._tellers = [Teller(device) for device in rig.devices]
        self._input = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._input.activated.connect(self._end)
        rig.checked.connect(self._second)
        rig.stopped.connect(self._stopped)

    @Slot()
    def _second(self) -> None:
        for device in self._rig.devices:
            status = self._rig.status(device)
            tell(
                "second",
                device=device.name,
                received=status.ledger.bytes.received,
                decoded=status.ledger.frames.decoded,
                opened=status.statistics.opened,
                balanced=self._rig.ledgers_balanced,
            )

    @Slot()
    def _end(self) -> None:
        self._input.setEnabled(False)
        self._rig.stop()

    @Slot()
    def _stopped(self) -> None:
        tell("report", report=report(self._rig))
        QCoreApplication.exit(0)


def tell(event: str, **words: object) -> None:
    print(json.dumps({"event": event, **words}), flush=True)


def main(words: dict[str, Any]) -> int:
    application = QCoreApplication(["observed"])
    rig = Rig(session_of(words), partial(make_link, words.get("resolver") == "silent"))
    observer = Observer(rig)
    rig.start()
    code = application.exec()
    del observer
    return code


if __name__ == "__main__":
    sys.exit(main(json.loads(sys.argv[1])))
