"""What runs beside the rig that is soaked: a window on devices of its own, and a simulated rig on a fake clock."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.command import QUINTET, ROOT, STUCK_S, surroundings
from tests.faults.rounds import DEVICES
from tests.faults.simulator import START_S, Simulator

BOUNDS = 'history = "5 s"\nhistory_bytes = "8 MiB"'
SIMULATION_EVENTS = 1_000_000


class Companion:
    """A command that runs by itself; what it says goes to a file.

    Attributes: `name`, for people; `pid`.
    """

    def __init__(self, name: str, words: list[str], folder: Path) -> None:
        self.name = name
        self._said = folder / f"{name}.log"
        with self._said.open("wb") as said:
            self._process = subprocess.Popen(
                words, cwd=ROOT, env=surroundings(QT_QPA_PLATFORM=None), stdin=subprocess.DEVNULL, stdout=said,
                stderr=subprocess.STDOUT,
            )  # fmt: skip
        self.pid = self._process.pid

    @property
    def has_ended(self) -> bool:
        return self._process.poll() is not None

    def complaints(self, patience_s: float = STUCK_S) -> list[str]:
        """Waits for its end: what was wrong with it."""
        try:
            code = self._process.wait(patience_s)
        except subprocess.TimeoutExpired:
            return [f"{self.name}: did not end within {patience_s:g} s"]
        if code == 0:
            return []
        said = self._said.read_text(encoding="utf-8", errors="replace").strip()
        return [f"{self.name}: exit code {code}: {said[-1500:]}"]

    def close(self) -> None:
        self._process.kill()
        self._process.wait()


class Window(Companion):
    """The dashboard, drawn off screen, on simulated devices of its own. Its history is full before memory is judged.

    `await_open` returns once it is connected: what it needs until then is not what is judged.
    """

    def __init__(self, seconds: float, seed: int, faults: str, folder: Path) -> None:
        folder = folder / "window"
        folder.mkdir()
        self._devices = Simulator(folder, seed, "--faults", faults, keeps=False)
        self._opened: set[str] = set()
        self._devices.told.connect(self._hear)
        self._devices.await_ready()
        session = folder / "window.toml"
        text = self._devices.session.read_text(encoding="utf-8")
        session.write_text(text.replace("[session]\n", f"[session]\n{BOUNDS}\n", 1), encoding="utf-8")
        self._report = folder / "window.json"
        words = [str(session), "--headless", "--for", f"{seconds:g}s", "--json", str(self._report)]
        super().__init__("window", [*QUINTET, *words, "--picture", str(folder / "window.png")], folder)

    def await_open(self) -> None:
        count = len(DEVICES)
        self._devices.await_(lambda: len(self._opened) == count or self.has_ended, "the window to connect", START_S)

    def _hear(self, event: dict[str, Any]) -> None:
        if event["event"] == "opened":
            self._opened.add(event["device"])

    def complaints(self, patience_s: float = STUCK_S) -> list[str]:
        found = super().complaints(patience_s)
        if found:
            return found
        devices = json.loads(self._report.read_text(encoding="utf-8"))["devices"]
        return [
            f"window: {device['name']}: {device['ledger']['failures']}"
            for device in devices
            if not device["ledger"]["balanced"]
        ]

    def close(self) -> None:
        super().close()
        self._devices.close()


def simulation(seed: int, folder: Path) -> Companion:
    """A rig of five links on a fake clock and fake sockets, through a million random events."""
    words = ["-m", "tests.app.simulation.run", "--events", str(SIMULATION_EVENTS), "--seed", str(seed)]
    return Companion("simulation", [sys.executable, *words], folder)
