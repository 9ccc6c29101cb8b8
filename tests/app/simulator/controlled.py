"""A simulator under control, as a program that starts it has it: lines of JSON in and out."""

from __future__ import annotations

import json
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from tests.app.simulator.process import SIMULATOR, STUCK_S
from tests.command import ROOT, surroundings

Event = dict[str, Any]


class Controlled:
    """Attributes: `ports` and `seed`, as it said when it was ready; `events`, all that have been read since."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.process = process
        self.events: list[Event] = []
        ready = self.event("ready")
        self.ports: dict[str, int] = ready["devices"]
        self.seed: int = ready["seed"]

    def say(self, **words: object) -> None:
        self.say_raw(json.dumps(words).encode() + b"\n")

    def say_raw(self, data: bytes) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def event(self, name: str, **wanted: object) -> Event:
        """The next event of that name and with those values; those on the way are in `events`."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            event: Event = json.loads(line)
            self.events.append(event)
            if event["event"] == name and wanted.items() <= event.items():
                return event
        raise AssertionError(f"the simulator ended without {name} {wanted}; it said {self.events[-5:]}")

    def digest(self, device: str, connection: int, size: int) -> str | None:
        self.say(ask="digest", device=device, connection=connection, bytes=size)
        digest: str | None = self.event("digest", device=device, connection=connection, bytes=size)["digest"]
        return digest

    def end(self) -> int:
        self.say(end=True)
        return self.process.wait(STUCK_S)


@contextmanager
def controlled(*words: object) -> Iterator[Controlled]:
    process = subprocess.Popen(
        [*SIMULATOR, "--control", *map(str, words)],
        cwd=ROOT, env=surroundings(),
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    # A read of its output that never ends would be a test that never does.
    watchdog = threading.Timer(STUCK_S, process.kill)
    watchdog.start()
    with process:
        try:
            yield Controlled(process)
        finally:
            watchdog.cancel()
            watchdog.join()
            if process.poll() is None:
                process.kill()
