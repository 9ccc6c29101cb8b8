"""Processes that tell what they do in JSON lines, waited for by what they tell; and a network of the test's own."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.command import ROOT, STUCK_S, surroundings

Told = dict[str, Any]


class Child:
    """Attributes: `told`: every line that was a JSON object, in order; `pid`."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.told: list[Told] = []
        self.pid = process.pid
        self._process = process
        self._rest = b""

    def say(self, **words: object) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(words).encode() + b"\n")
        self._process.stdin.flush()

    def await_(self, is_meant: Callable[[Told], bool], what: str, since: int = 0) -> Told:
        """The first line from number `since` on that is meant; waits for it."""
        deadline = time.monotonic() + STUCK_S
        while True:
            heard = len(self.told)
            for told in self.told[since:]:
                if is_meant(told):
                    return told
            since = heard
            self._hear(deadline, what)

    def end(self) -> list[Told]:
        """Close its standard input, and hear it out; it must end with exit code 0."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        deadline = time.monotonic() + STUCK_S
        while self._process.stdout is not None and not self._process.stdout.closed:
            self._hear(deadline, "its end")
        code = self._process.wait(STUCK_S)
        assert code == 0, f"exit code {code}: {self._last_words()}"
        return self.told

    def stop(self) -> None:
        """SIGSTOP, and wait until it has stopped."""
        os.kill(self.pid, signal.SIGSTOP)
        os.waitid(os.P_PID, self.pid, os.WSTOPPED | os.WNOWAIT)

    def go_on(self) -> None:
        os.kill(self.pid, signal.SIGCONT)

    def _hear(self, deadline: float, what: str) -> None:
        assert self._process.stdout is not None
        left = deadline - time.monotonic()
        if left <= 0 or not select.select([self._process.stdout], [], [], left)[0]:
            raise AssertionError(f"waited in vain for {what}; told last: {self.told[-5:]}")
        data = os.read(self._process.stdout.fileno(), 1 << 16)
        if not data:
            self._process.stdout.close()
            if what != "its end":
                raise AssertionError(f"ended instead of {what}: {self._last_words()}")
        *lines, self._rest = (self._rest + data).split(b"\n")
        self.told += [json.loads(line) for line in lines if line.startswith(b"{")]

    def _last_words(self) -> str:
        assert self._process.stderr is not None
        self._process.kill()
        return f"{self._process.stderr.read().decode('utf-8', 'replace')[-2000:]}; told last: {self.told[-5:]}"


@contextmanager
def child(*words: object, inside: Sequence[str] = ()) -> Iterator[Child]:
    """`python WORDS`, in a namespace where `inside` leads into one; killed at the latest at the end of the block."""
    process = subprocess.Popen(
        [*inside, sys.executable, *map(str, words)],
        cwd=ROOT,
        env=surroundings(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with process:
        try:
            yield Child(process)
        finally:
            process.kill()


@contextmanager
def observed(session: Path, *, inside: Sequence[str] = (), **words: object) -> Iterator[Child]:
    """A rig on that session; see observed_rig."""
    spec = json.dumps({"session": str(session), **words})
    with child("-m", "tests.environment.observed_rig", spec, inside=inside) as running:
        yield running


@contextmanager
def simulated(session: Path, *words: object, inside: Sequence[str] = ()) -> Iterator[Child]:
    """The simulator with its control, once all devices listen."""
    with child("-m", "app.simulator", "--control", "--session", session, *words, inside=inside) as running:
        running.await_(lambda told: told["event"] == "ready", "the simulated devices")
        yield running


def state_is(state: str, reason: str = "") -> Callable[[Told], bool]:
    return lambda told: told["event"] == "state" and told["state"] == state and reason in told["reason"]


def stale_is(is_stale: bool) -> Callable[[Told], bool]:
    return lambda told: told["event"] == "stale" and told["is_stale"] is is_stale


def reports(told: Sequence[Told]) -> list[dict[str, Any]]:
    """The devices of the report that an observed rig ended with."""
    return next(each["report"]["devices"] for each in told if each["event"] == "report")
