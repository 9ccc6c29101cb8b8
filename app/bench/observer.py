"""The row `observer`: what `transport` loses while the comparison dock watches it.

The window is started as a user does, twice a round: as a user left it with the dock open, and with it closed. Five
senders flood it with frames of 64 KiB of which eight bytes are decoded, so that carrying bytes is most of the work. The
rate is bytes a second of the processor, over all threads, from the first paint on.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from app.bench.processes import cpu_seconds
from app.bench.rows import MeasurementError, Row, paired
from app.bench.sender import PIECE
from app.bench.sockets import senders
from app.bench.window import GRACE, environment, where
from app.clock import now_ns

SECONDS = 4.0
ROUNDS = 4
SAMPLE_SECONDS = 0.02
WORD = 8

LAYOUT = """
import sys
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QDockWidget
from ui.main_window import MainWindow
from ui.theme.palette import Theme

application = QApplication(["quintet"])
settings = QSettings(sys.argv[1], QSettings.Format.IniFormat)
window = MainWindow(Theme(application))
window.restore(settings)
dock = window.findChild(QDockWidget, "comparison")
if len(sys.argv) > 2:
    dock.setVisible(sys.argv[2] == "open")
    window.keep(settings)
print("closed" if dock.isHidden() else "open")
"""


def observer(seconds: float = SECONDS, rounds: int = ROUNDS) -> list[Row]:
    """The window under a flood with the comparison dock open against closed."""
    with senders("zeros") as ports, tempfile.TemporaryDirectory() as opened, tempfile.TemporaryDirectory() as closed:
        leave_dock(opened, "open")
        leave_dock(closed, "closed")
        return [
            paired(
                "observer",
                "GB/CPU s",
                lambda: rate(ports, opened, seconds),
                lambda: rate(ports, closed, seconds),
                rounds=rounds,
                goal=0.95,
                floor=0.9,
                note=f"the window with the comparison dock open; limit: closed; {where()}",
            )
        ]


def leave_dock(folder: str, state: str | None = None) -> str:
    """Leave the comparison dock "open" or "closed" for the next start with these settings; None only tells which."""
    file = Path(folder) / "quintet" / "window.ini"
    command = [sys.executable, "-c", LAYOUT, str(file), *([state] if state else [])]
    done = subprocess.run(
        command, stdout=subprocess.PIPE, env=environment(folder), text=True, timeout=GRACE, check=True
    )
    return done.stdout.strip()


def session_text(ports: list[str]) -> str:
    """A device a port; of each frame of a sender's piece the first eight bytes are a channel."""
    decoding = f'fields = [{{ name = "v", type = "u64" }}, {{ type = "pad", size = {PIECE - WORD} }}]'
    devices = [
        f'[[device]]\nname = "d{port}"\nlink = "tcp://127.0.0.1:{port}"\n'
        f'framing = {{ type = "fixed", size = {PIECE} }}\ndecoding = {{ type = "struct", {decoding} }}\n'
        for port in ports
    ]
    return "\n".join(['[session]\ntitle = "Flood"\n', *devices])


def rate(ports: list[str], folder: str, seconds: float) -> float:
    """GB a CPU second of the window that is started with the settings in `folder`."""
    session, report = Path(folder) / "flood.toml", Path(folder) / "report.json"
    session.write_text(session_text(ports), "utf-8")
    command = [sys.executable, "-m", "ui", str(session), "--for", f"{seconds}s", "--json", str(report)]
    samples: list[tuple[int, float]] = []
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, env=environment(folder)) as window:
        while window.poll() is None:
            samples.append((now_ns(), cpu_seconds(window.pid)))
            time.sleep(SAMPLE_SECONDS)
    if window.returncode:
        raise MeasurementError(f"observer: the dashboard ended with code {window.returncode}")
    return rate_of_run(json.loads(report.read_text("utf-8")), samples)


def rate_of_run(report: dict[str, Any], samples: list[tuple[int, float]]) -> float:
    """From the report of a run and (time, CPU seconds) sampled meanwhile."""
    painted = report["window"]["first_paint_ns"]
    if painted is None:
        raise MeasurementError("observer: the window was never painted")
    received = sum(device["ledger"]["bytes"]["received"] for device in report["devices"])
    used = [cpu for at, cpu in samples if at >= painted and cpu]
    if len(used) < 2 or used[-1] <= used[0]:
        raise MeasurementError("observer: the window's processor time is not to be had")
    return float(received) / (used[-1] - used[0]) / 1e9
