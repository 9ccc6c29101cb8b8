"""The rows that need the window: `start` and `memory`. Quintet is started as a user does, and says the rest itself.

On the display there is, else off screen; the rows say which.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from app.bench.rows import MeasurementError, Row, paired
from app.clock import now_ns

START_ROUNDS = 5
MEMORY_SECONDS = 90.0  # the supply, at 1 000 frames a second, wraps four times in 82 s
MEMORY_HISTORY = "64 MiB"
SAMPLE_SECONDS = 0.2
GRACE = 60.0

BARE_WINDOW = """
import time
import pyqtgraph
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

class Window(pyqtgraph.PlotWidget):
    def paintEvent(self, event):
        super().paintEvent(event)
        if not self.painted:
            self.painted = True
            print(time.clock_gettime_ns(time.CLOCK_BOOTTIME), flush=True)
            QTimer.singleShot(0, QApplication.quit)

application = QApplication([])
Window.painted = False
window = Window()
window.resize(1280, 800)
window.show()
application.exec()
"""


def where() -> str:
    """Which display the windows use, in words."""
    shown = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return f"on display {shown}" if shown else "off screen"


def environment(folder: str) -> dict[str, str]:
    """A user's first start: no settings, no recent session; off screen where there is no display."""
    own = {"XDG_CONFIG_HOME": folder, "XDG_STATE_HOME": folder}
    if where() == "off screen":
        own["QT_QPA_PLATFORM"] = "offscreen"
    return {**os.environ, **own}


def _quintet_start() -> float:
    """Seconds from starting the process to the first paint of an empty dashboard."""
    with tempfile.TemporaryDirectory() as folder:
        begun = now_ns()
        command = [sys.executable, "-m", "ui", "--for", "200ms", "--json", "-"]
        done = subprocess.run(
            command, stdout=subprocess.PIPE, env=environment(folder), text=True, timeout=GRACE, check=True
        )
    painted = json.loads(done.stdout)["window"]["first_paint_ns"]
    if painted is None:
        raise MeasurementError("start: the window was never painted")
    return float(painted - begun) / 1e9


def _bare_start() -> float:
    with tempfile.TemporaryDirectory() as folder:
        begun = now_ns()
        command = [sys.executable, "-c", BARE_WINDOW]
        done = subprocess.run(
            command, stdout=subprocess.PIPE, env=environment(folder), text=True, timeout=GRACE, check=True
        )
    return (int(done.stdout) - begun) / 1e9


def start(rounds: int = START_ROUNDS) -> list[Row]:
    """An empty dashboard against a bare window with one empty plot, both warm."""
    _quintet_start()
    _bare_start()
    return [
        paired("start", "s", _quintet_start, _bare_start, rounds=rounds, goal=1.5, floor=2.0, lower=True, note=where())
    ]


def memory(seconds: float = MEMORY_SECONDS) -> list[Row]:
    """Growth of the dashboard's resident memory on the demo's devices at 20 times their rate, from the moment when
    the slowest table that wraps four times in the run has done so once, to its fourth wrap.

    Rates are constant, so a table's wraps follow from how much it had appended and how much it held at the end.
    """
    with tempfile.TemporaryDirectory() as folder:
        session = Path(folder) / "demo.toml"
        simulator = [sys.executable, "-m", "app.simulator", "--until-eof", "--rate", "20", "--session", str(session)]
        with subprocess.Popen(simulator, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL) as devices:
            try:
                _bound_history(session)
                report, samples = _watched(session, folder, seconds)
            finally:
                assert devices.stdin is not None
                devices.stdin.close()
    first, fourth = _wraps(report)
    if fourth > samples[-1][0]:
        raise MeasurementError(
            f"memory: the fourth wrap would come after {fourth:.0f} s, the run had {samples[-1][0]:.0f} s"
        )
    before, after = _resident(samples, first), _resident(samples, fourth)
    note = f"{before / 2**20:.0f} to {after / 2**20:.0f} MiB from {first:.0f} s to {fourth:.0f} s, {where()}"
    return [Row("memory", 100 * (after - before) / before, "%", goal=2.0, floor=5.0, lower=True, note=note)]


def wait_for(session: Path) -> None:
    """Until the simulator has written its session file; it does so once its devices listen."""
    stop = time.monotonic() + GRACE
    while not session.exists():
        if time.monotonic() > stop:
            raise MeasurementError("the simulated devices did not start")
        time.sleep(0.05)


def _bound_history(session: Path) -> None:
    """Wait for the simulator's session file and set its history_bytes."""
    wait_for(session)
    lines = [line for line in session.read_text("utf-8").splitlines() if not line.startswith("history_bytes")]
    lines.insert(lines.index("[session]") + 1, f'history_bytes = "{MEMORY_HISTORY}"')
    session.write_text("\n".join(lines) + "\n", "utf-8")


def _watched(session: Path, folder: str, seconds: float) -> tuple[dict[str, object], list[tuple[float, int]]]:
    """Run the dashboard on the session; its report, and (seconds, resident bytes) sampled while it ran."""
    report = Path(folder) / "report.json"
    command = [sys.executable, "-m", "ui", str(session), "--for", f"{seconds}s", "--json", str(report)]
    begun, samples = time.monotonic(), []
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, env=environment(folder)) as window:
        while window.poll() is None:
            samples.append((time.monotonic() - begun, _resident_bytes(window.pid)))
            time.sleep(SAMPLE_SECONDS)
    if window.returncode:
        raise MeasurementError(f"memory: the dashboard ended with code {window.returncode}")
    return json.loads(report.read_text("utf-8")), [s for s in samples if s[1]]


def _resident_bytes(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE")
    except OSError:
        return 0


def _wraps(report: dict[str, object]) -> tuple[float, float]:
    """Seconds at which the slowest table that wrapped four times did so first and for the fourth time."""
    periods = []
    for device in report["devices"]:  # type: ignore[attr-defined]  # our own report
        samples = device["ledger"]["samples"]
        if samples["aged_out"] >= 3 * samples["in_history"] > 0:
            periods.append(report["seconds"] * samples["in_history"] / samples["decoded"])
    if not periods:
        raise MeasurementError("memory: no table wrapped four times; let it run longer")
    return max(periods), 4 * max(periods)


def _resident(samples: list[tuple[float, int]], at: float) -> float:
    """The median of a few samples around a moment: one sample is noise."""
    near = sorted(samples, key=lambda sample: abs(sample[0] - at))[:7]
    return median(size for _, size in near)
