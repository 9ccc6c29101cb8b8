"""The simulator as a user runs it, and clients for it that share no code with anything of ours."""

from __future__ import annotations

import json
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.command import ROOT, Outcome, surroundings

STUCK_S = 60.0  # nothing here takes nearly that long
SIMULATOR = (sys.executable, "-m", "app.simulator")
DEVICES = ("imu", "scope", "weather", "supply", "motor")


@dataclass(frozen=True)
class Simulator:
    """A running simulator that has said it is ready. Its standard input is a pipe that we hold."""

    process: subprocess.Popen[str]
    addresses: dict[str, tuple[str, int]]
    table: list[str]

    def connect(self, device: str) -> socket.socket:
        return socket.create_connection(self.addresses[device], timeout=STUCK_S)

    def outcome(self) -> Outcome:
        """Waits for its end. Does not close its standard input first."""
        assert self.process.stdout is not None
        assert self.process.stderr is not None
        self.process.wait(STUCK_S)
        return Outcome(self.process.returncode, self.process.stdout.read(), self.process.stderr.read())


@contextmanager
def simulating(*words: object, ports: object = 0) -> Iterator[Simulator]:
    process = subprocess.Popen(
        [*SIMULATOR, "--port", str(ports), *map(str, words)],
        cwd=ROOT, env=surroundings(), text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    with process:
        try:
            yield _ready(process)
        finally:
            if process.poll() is None:
                process.kill()


def _ready(process: subprocess.Popen[str]) -> Simulator:
    assert process.stdout is not None
    table = []
    for line in process.stdout:
        if line.startswith("ready"):
            break
        table.append(line.rstrip("\n"))
    found = [re.match(r"(\w+) +tcp://(.+):([0-9]+) ", line) for line in table]
    return Simulator(process, {m[1]: (m[2].strip("[]"), int(m[3])) for m in found if m}, table)


def simulate(*words: object) -> Outcome:
    """A simulator that ends by itself."""
    ended = subprocess.run(
        [*SIMULATOR, *map(str, words)],
        cwd=ROOT, env=surroundings(), text=True, timeout=STUCK_S, check=False,
        stdin=subprocess.DEVNULL, capture_output=True,
    )  # fmt: skip
    return Outcome(ended.returncode, ended.stdout, ended.stderr)


def received(client: socket.socket) -> bytes:
    """Everything up to the FIN."""
    pieces = []
    while piece := client.recv(1 << 16):
        pieces.append(piece)
    return b"".join(pieces)


def exactly(client: socket.socket, size: int) -> bytes:
    data = bytearray()
    while len(data) < size:
        piece = client.recv(size - len(data))
        assert piece, f"the stream ended after {len(data)} of {size} bytes"
        data += piece
    return bytes(data)


def sent(file: Path) -> dict[str, dict[str, Any]]:
    """The report's devices by name."""
    return {device["name"]: device for device in json.loads(file.read_text())["devices"]}
