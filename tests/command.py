"""The command `quintet` as a user runs it: a process of its own, from the checkout, and its report."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
QUINTET = (sys.executable, "-m", "ui")
STUCK_S = 60.0  # no command of a test runs nearly that long: it hangs


@dataclass(frozen=True)
class Outcome:
    """How a command ended; `said` is its standard error."""

    code: int
    printed: str
    said: str

    def __str__(self) -> str:
        return f"exit code {self.code}\n--- standard output\n{self.printed}\n--- standard error\n{self.said}"


def surroundings(**changes: str | None) -> dict[str, str]:
    """The environment for a command: ours, with changes; None takes a variable away."""
    merged = {**os.environ, "PYTHONPATH": str(ROOT), **changes}
    return {name: value for name, value in merged.items() if value is not None}


def run(*words: object, environment: Mapping[str, str] | None = None, folder: Path = ROOT) -> Outcome:
    with start(*words, environment=environment, folder=folder) as process:
        return outcome(process)


def outcome(process: subprocess.Popen[str]) -> Outcome:
    """Wait for the end. One that hangs is stopped, and what it said is in the message."""
    try:
        printed, said = process.communicate(timeout=STUCK_S)
    except subprocess.TimeoutExpired:
        process.kill()
        printed, said = process.communicate()
        raise AssertionError(f"did not end: {process.args}\n{Outcome(-1, printed, said)}") from None
    return Outcome(process.returncode, printed, said)


@contextmanager
def start(
    *words: object, environment: Mapping[str, str] | None = None, folder: Path = ROOT
) -> Iterator[subprocess.Popen[str]]:
    """A running `quintet WORDS`, killed at the latest at the end of the block."""
    process = subprocess.Popen(
        [*QUINTET, *map(str, words)],
        cwd=folder,
        env=environment or surroundings(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    with process:
        try:
            yield process
        finally:
            if process.poll() is None:
                process.kill()


def appears(file: Path, process: subprocess.Popen[str]) -> Path:
    """Wait until `process` has written `file`; it must do so before it ends."""
    for _ in range(int(STUCK_S / 0.05)):
        if file.exists():
            return file
        try:
            process.wait(0.05)
        except subprocess.TimeoutExpired:
            continue
        break
    if file.exists():
        return file
    raise AssertionError(f"{file.name} was not written: {outcome(process)}")


def report(file: Path) -> dict[str, Any]:
    return json.loads(file.read_text(encoding="utf-8"))


def by_name(devices: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {device["name"]: device for device in devices}


def assert_sound(device: Mapping[str, Any]) -> None:
    """One device of a report: opened once, every line of its ledger adds up, nothing was rejected or thrown away."""
    ledger = device["ledger"]
    shown = json.dumps(device, ensure_ascii=False, indent=1)
    assert (device["opened"], ledger["balanced"]) == (1, True), shown
    if sys.platform == "linux":
        assert ledger["kernel"]["agrees"] is True, shown
    size, frames, samples, thread = ledger["bytes"], ledger["frames"], ledger["samples"], ledger["thread"]
    assert size["received"] == size["framed"] + size["overhead"] + sum(size["discarded"].values()) + size["pending"]
    assert frames["framed"] == frames["decoded"] + sum(frames["rejected"].values()) + sum(frames["set_aside"].values())
    assert samples["decoded"] == samples["in_history"] + samples["aged_out"] + samples["cleared"]
    assert thread["read"] == size["received"] + thread["in_flight"]
    assert frames["decoded"] > 0, shown
    assert sum(frames["rejected"].values()) == 0, shown
