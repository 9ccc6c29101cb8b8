"""The rows that read sockets: `transport` and `ingest-struct`."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from functools import partial

from app.bench.rows import Row, paired

ROUNDS = 5
SECONDS = 3.0
GRACE = 30.0  # a reader that has not printed its result by then hangs


@contextmanager
def served(*words: str) -> Iterator[list[str]]:
    """A sender, `python -m WORDS`, in its own process; yields its ports and ends it by closing its standard input."""
    command = [sys.executable, "-m", *words]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            yield process.stdout.readline().split()
        finally:
            process.stdin.close()


def senders(kind: str) -> AbstractContextManager[list[str]]:
    """Five that send flat out."""
    return served("app.bench.sender", kind)


def rate_of(kind: str, ports: list[str], seconds: float) -> float:
    """GB a CPU second of one reader."""
    command = [sys.executable, "-m", "app.bench.readers", kind, str(seconds), *ports]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, timeout=seconds + GRACE, check=True)
    result = json.loads(done.stdout)
    return float(result["bytes"] / result["cpu"] / 1e9)


def _flat_out(
    name: str,
    sent: str,
    readers: tuple[str, str],
    seconds: float,
    rounds: int,
    *,
    goal: float,
    floor: float,
    note: str = "",
) -> Row:
    """Our reader and the limit's, on senders of this kind."""
    with senders(sent) as ports:
        ours, limit = (partial(rate_of, reader, ports, seconds) for reader in readers)
        return paired(name, "GB/CPU s", ours, limit, rounds=rounds, goal=goal, floor=floor, note=note)


def transport(seconds: float = SECONDS, rounds: int = ROUNDS) -> list[Row]:
    """TcpLink to a counting sink against a bare loop that counts."""
    readers = ("link-count", "bare-count")
    return [_flat_out("transport", "zeros", readers, seconds, rounds, goal=0.8, floor=0.5)]


def transport_thread(seconds: float = SECONDS, rounds: int = ROUNDS) -> list[Row]:
    """TcpLink in thread mode to a counting sink against a bare QThread a socket that emits pieces as large."""
    readers, note = ("link-thread-count", "bare-thread-count"), "the bare threads bound nothing in flight"
    return [_flat_out("transport-thread", "zeros", readers, seconds, rounds, goal=0.9, floor=0.6, note=note)]


def ingest_struct(seconds: float = SECONDS, rounds: int = ROUNDS) -> list[Row]:
    """A rig to its history against a bare loop that copies into blocks; and the rig's rate by itself."""
    row = _flat_out("ingest-struct", "floats", ("rig-struct", "bare-struct"), seconds, rounds, goal=0.4, floor=0.2)
    return [row, replace(row, name="ingest-struct-rate", limit=None, ratio=None, goal=1.0, floor=0.4)]
