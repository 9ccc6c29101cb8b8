"""The yardstick: the same stream, read by a bare epoll loop in a process of its own.

    python -m app.comparison.yardstick.loop < pipe      one line of JSON in (Task), one out (Answer)

What a program on Python could reach that does nothing but read: no Qt, no framing, no window. It asks for the same
receive buffers, sends the same greetings, and knows each chunk's age by the same interval: from the last moment when
the kernel's queue was seen empty, behind each read and every BEAT_NS, to the read. It cannot say when the bytes were
sent, since it decodes nothing.

It runs before the window's own links open: many devices serve one client at a time. It ends when its time is over or
when its standard input ends, so with whoever started it. What goes wrong is a sentence in the answer.

Not Windows: its pipes and sockets cannot be waited for together, and it has no FIONREAD here.
"""

from __future__ import annotations

import contextlib
import os
import selectors
import socket
import sys
import time
from array import array
from collections.abc import Sequence

import msgspec
import numpy as np

from app.clock import now_ns
from app.comparison.measuring.distributions import distribution
from app.comparison.schema import Yardstick
from app.health.ages import Ages
from app.health.stamps import UNKNOWN, Int64Array, Stamps
from app.threads import process_times

if sys.platform != "win32":
    import fcntl
    import termios

BEAT_NS = 10_000_000  # as the links' own: an idle loop must not widen the interval
CONNECT_S = 3.0  # a device that answers does so at once
SETTLE_NS = 200_000_000  # what waited at the device for its client comes first, and is not what is measured
PIECE = 512 << 10  # as the links' own
KEPT = 1 << 16  # chunks before they are gathered: 1.5 MB


class Target(msgspec.Struct, frozen=True, kw_only=True):
    """One address. `receive_buffer` None: the kernel's auto-tuning; `greeting` is sent at once (base64 in JSON)."""

    name: str
    host: str
    port: int
    receive_buffer: int | None = None
    greeting: bytes = b""


class Task(msgspec.Struct, frozen=True, kw_only=True):
    seconds: float
    targets: tuple[Target, ...]


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """`yardstick` is None where nothing could be read; `notes`: what went wrong, in words."""

    yardstick: Yardstick | None
    notes: tuple[str, ...] = ()


class Reader:
    """One connection: what came by it, and when."""

    def __init__(self, name: str, connected: socket.socket) -> None:
        self.name = name
        self.socket = connected
        self.bytes = 0
        self._buffer = bytearray(PIECE)
        self._count = array("i", [0])
        self._known_empty_ns = now_ns()
        self._sizes = array("q")
        self._empty_ns = array("q")
        self._read_ns = array("q")
        self._ages = Ages()

    def fileno(self) -> int:
        return self.socket.fileno()

    def read(self) -> bool:
        """Take what is there; False at the end."""
        try:
            count = self.socket.recv_into(self._buffer)
        except BlockingIOError:
            return True
        except OSError:
            return False
        at = now_ns()
        self.bytes += count
        if not count:
            return False
        self._sizes.append(count)
        self._empty_ns.append(self._known_empty_ns)
        self._read_ns.append(at)
        if len(self._read_ns) >= KEPT:
            self._gather()
        self.look(at)
        return True

    def look(self, at_ns: int) -> None:
        """`at_ns`: a moment before this look, so that what came in between is later than it."""
        fcntl.ioctl(self.socket, termios.FIONREAD, self._count)
        if not self._count[0]:
            self._known_empty_ns = at_ns

    def forget(self) -> None:
        """What came until now does not count."""
        self.bytes = 0
        self._sizes, self._empty_ns, self._read_ns = array("q"), array("q"), array("q")
        self._ages = Ages()

    def ages(self) -> Ages:
        self._gather()
        return self._ages

    def _gather(self) -> None:
        empty: Int64Array = np.array(self._empty_ns, np.int64)
        read: Int64Array = np.array(self._read_ns, np.int64)
        sizes: Int64Array = np.array(self._sizes, np.int64)
        self._sizes, self._empty_ns, self._read_ns = array("q"), array("q"), array("q")
        unknown = np.full(len(read), UNKNOWN, np.int64)
        self._ages.add(Stamps(sizes, unknown, unknown, empty, read, unknown, unknown, unknown))


class Loop:
    """The bare loop over all connections."""

    def __init__(self, readers: Sequence[Reader], ends_with: int | None = None) -> None:
        self._readers = list(readers)
        self._selector = selectors.DefaultSelector()
        for reader in readers:
            self._selector.register(reader, selectors.EVENT_READ, reader)
        self._is_ended = False
        if ends_with is not None:
            with contextlib.suppress(OSError):  # a file cannot be waited for, and does not end early
                self._selector.register(ends_with, selectors.EVENT_READ)

    @property
    def is_over(self) -> bool:
        """Whoever started it is gone, or no connection is left."""
        return self._is_ended or not self._readers

    def run(self, ns: int) -> None:
        """Read for so long, or until it is over."""
        began = beat = now = now_ns()
        while now - began < ns and not self.is_over:
            wait_ns = min(beat + BEAT_NS, began + ns) - now
            for key, _ in self._selector.select(max(0, wait_ns) / 1e9):
                self._take(key)
            now = now_ns()
            if now - beat >= BEAT_NS:
                beat = now
                for reader in self._readers:
                    reader.look(now)

    def _take(self, key: selectors.SelectorKey) -> None:
        reader: Reader | None = key.data
        if reader is None:
            self._is_ended = not os.read(key.fd, 1 << 12)
        elif not reader.read():
            self._selector.unregister(reader)
            self._readers.remove(reader)

    def close(self) -> None:
        self._selector.close()


def measure(task: Task, ends_with: int | None = None) -> Answer:
    """Connect, read for the task's time, and tell. `ends_with`: a descriptor at whose end it ends."""
    readers, notes = _connected(task.targets)
    if not readers:
        return Answer(yardstick=None, notes=tuple(notes))
    loop = Loop(readers, ends_with)
    try:
        loop.run(SETTLE_NS)
        for reader in readers:
            reader.forget()
        began_ns, began_cpu, before = now_ns(), time.process_time(), process_times()
        loop.run(round(task.seconds * 1e9))
        seconds, cpu, after = (now_ns() - began_ns) / 1e9, time.process_time() - began_cpu, process_times()
    finally:
        loop.close()
        for reader in readers:
            reader.socket.close()
    if loop.is_over:
        notes.append(f"it ended after {seconds:.3g} s: no connection was left")
    if seconds <= 0:
        return Answer(yardstick=None, notes=tuple(notes))
    woken = None if before.wake_ups is None or after.wake_ups is None else after.wake_ups - before.wake_ups
    yardstick = Yardstick(
        seconds=seconds,
        bytes_per_s={reader.name: reader.bytes / seconds for reader in readers},
        measures={reader.name: {"readable_read": distribution(reader.ages(), "readable_read")} for reader in readers},
        cpu=cpu / seconds,
        wake_ups_per_s=None if woken is None else woken / seconds,
    )
    return Answer(yardstick=yardstick, notes=tuple(notes))


def _connected(targets: Sequence[Target]) -> tuple[list[Reader], list[str]]:
    readers, notes = [], []
    for target in targets:
        try:
            readers.append(Reader(target.name, _connect(target)))
        except OSError as error:
            notes.append(f"{target.name}: {error.strerror or error}")
    return readers, notes


def _connect(target: Target) -> socket.socket:
    """The first address that answers; its receive buffer is asked for before the handshake (man 7 tcp)."""
    problem: OSError = OSError(f"no address of {target.host}")
    for family, kind, protocol, _, address in socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM):
        made = socket.socket(family, kind, protocol)
        try:
            if target.receive_buffer is not None:
                made.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, target.receive_buffer)
            made.settimeout(CONNECT_S)
            made.connect(address)
            made.sendall(target.greeting)
            made.setblocking(False)
        except OSError as error:
            made.close()
            problem = error
        else:
            return made
    raise problem


def main() -> int:
    task = msgspec.json.decode(sys.stdin.buffer.readline(), type=Task)
    answer = measure(task, sys.stdin.fileno())
    sys.stdout.buffer.write(msgspec.json.encode(answer) + b"\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
