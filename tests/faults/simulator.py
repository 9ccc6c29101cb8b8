"""The simulated devices, in a process of their own, and the control of their faults: JSON lines both ways."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot

from tests.app.link.peers import until
from tests.command import ROOT, surroundings

START_S = 60.0  # it listens after a second; a machine that is busy with other rounds needs several
LINE_BYTES = 1 << 16


class Simulator(QObject):
    """Attributes:
    events: all that it has told, as it came; without `keeps` nothing but that it is ready.
    session: its session file; there once it is ready.
    pid: of the process.

    Signals:
        told(dict as object): one line.
    """

    told = Signal(object)

    def __init__(self, folder: Path, seed: int, *words: object, keeps: bool = True) -> None:
        super().__init__()
        self._keeps = keeps
        self.events: list[dict[str, Any]] = []
        self.session = folder / "simulated.toml"
        self._digests: dict[tuple[str, int, int], str | None] = {}
        self._rest = b""
        self._errors = (folder / "simulator.log").open("w+b")
        self._process = subprocess.Popen(
            [
                *(sys.executable, "-m", "app.simulator", "--control", "--session", str(self.session)),
                *("--seed", str(seed), *map(str, words)),
            ],
            cwd=ROOT,
            env=surroundings(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            bufsize=0,
        )
        self.pid = self._process.pid
        assert self._process.stdout is not None
        self._output = self._process.stdout.fileno()
        os.set_blocking(self._output, False)
        self._notifier = QSocketNotifier(self._output, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._hear)

    # -- what it is told

    def say(self, **words: object) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(words).encode() + b"\n")

    def digest(self, device: str, connection: int, count: int) -> str | None:
        """Of the first `count` bytes that its kernel took of that connection; None where no longer known."""
        key = (device, connection, count)
        self.say(ask="digest", device=device, connection=connection, bytes=count)
        self.await_(lambda: key in self._digests, f"the digest of {key}")
        return self._digests.pop(key)

    # -- what it tells

    def of(self, event: str, device: str | None = None) -> list[dict[str, Any]]:
        """All events of that name, of a device where one is given."""
        return [
            each for each in self.events if each["event"] == event and (device is None or each.get("device") == device)
        ]

    def await_ready(self) -> None:
        self.await_(lambda: bool(self.of("ready")), "the simulated devices", START_S)

    def await_(self, condition: Any, what: str, patience_s: float = 20.0) -> None:
        """Run the event loop until the condition holds; fails at once where the process has ended meanwhile."""
        until(lambda: condition() or self.has_ended, what, patience_s=patience_s)
        if not condition():
            raise AssertionError(f"waited in vain for {what}: {self.last_words()}")

    @property
    def has_ended(self) -> bool:
        return self._process.poll() is not None and not self._notifier.isEnabled()

    def last_words(self) -> str:
        self._errors.seek(0)
        said = self._errors.read().decode("utf-8", "replace").strip()
        return f"the simulator ended with code {self._process.poll()}: {said[-2000:] or 'no message'}"

    @Slot()
    def _hear(self) -> None:
        try:
            data = os.read(self._output, LINE_BYTES)
        except BlockingIOError:
            return
        if not data:
            self._notifier.setEnabled(False)
        *lines, self._rest = (self._rest + data).split(b"\n")
        for line in lines:
            if line.startswith(b"{"):
                self._take(json.loads(line))

    def _take(self, event: dict[str, Any]) -> None:
        if event["event"] == "digest":
            self._digests[event["device"], event["connection"], event["bytes"]] = event["digest"]
        elif self._keeps or event["event"] == "ready":
            self.events.append(event)
        self.told.emit(event)

    # -- the end

    def end(self) -> None:
        """Let it end in order, and hear it out."""
        self.say(end=True)
        self.await_(lambda: self.has_ended, "the simulator to end")

    def close(self) -> None:
        self._notifier.setEnabled(False)
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout, self._errors):
            assert stream is not None
            stream.close()
