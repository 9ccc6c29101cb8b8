"""Starters of real servers on free ports of 127.0.0.1; each is ended with all that it started.

None waits for its server to be ready beyond knowing the port: a link tries again after a second.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path

HERE = Path(__file__).resolve().parent
SYSTEM_PATH = f"{os.environ.get('PATH', os.defpath)}:/usr/sbin"  # where Debian puts gpsd, which users do not search
LISTENING = re.compile(r"listening on .*:(\d+)$")


@contextmanager
def process(*words: str, **options: object) -> Iterator[subprocess.Popen[str]]:
    """A process in a session of its own, so that whatever it starts ends with it."""
    started = subprocess.Popen(words, text=True, stdin=subprocess.DEVNULL, start_new_session=True, **options)
    with started:
        try:
            yield started
        finally:
            with suppress(ProcessLookupError):  # a test has killed it, and waited for its end
                os.killpg(started.pid, signal.SIGTERM)


@contextmanager
def served_by_socat(address: str) -> Iterator[int]:
    """Serve what a program prints, one run of it a client; yields the port."""
    listen = "TCP-LISTEN:0,bind=127.0.0.1,reuseaddr,fork,nodelay"
    with process("socat", "-d", "-d", listen, address, stderr=subprocess.PIPE) as socat:
        for line in socat.stderr:
            if found := LISTENING.search(line.rstrip()):
                yield int(found[1])
                return
        raise RuntimeError("socat ended before it listened")


def kernel_csv() -> object:
    return served_by_socat(f"EXEC:{_quoted(HERE / 'kernel_csv.sh')}")


def vmstat() -> object:
    return served_by_socat("EXEC:vmstat -n 1")


def jsbsim() -> object:
    return served_by_socat(f"EXEC:{_quoted(sys.executable)} {_quoted(HERE / 'jsbsim_flight.py')}")


@contextmanager
def gpsd(log: Path) -> Iterator[int]:
    """gpsd on a receiver that repeats `log`, over TCP as from a serial-to-network box."""
    with receiver(log) as source, gpsd_on(source, port := free_port()):
        yield port


@contextmanager
def receiver(log: Path) -> Iterator[str]:
    """The address of a receiver that repeats `log`, in gpsd's words."""
    with process(sys.executable, str(HERE / "nmea_feed.py"), str(log), stdout=subprocess.PIPE) as feed:
        yield f"tcp://127.0.0.1:{int(feed.stdout.readline())}"


def gpsd_on(source: str, port: int) -> AbstractContextManager[subprocess.Popen[str]]:
    """gpsd alone: it can be killed, and another one started on the same receiver."""
    return process(shutil.which("gpsd", path=SYSTEM_PATH) or "gpsd", "-N", "-n", "-b", "-S", str(port), source)


def free_port() -> int:
    """gpsd takes no port 0: a port that was free a moment ago."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]


def _quoted(path: object) -> str:
    """As socat splits the words of EXEC: within double quotes blanks and colons stand for themselves."""
    return f'"{path}"'
