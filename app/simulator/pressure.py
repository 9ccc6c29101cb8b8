"""The sending side of the back-pressure experiment: a steady stream, and a curve of what became of it.

    python -m app.simulator.pressure --rate 4MB/s [--host H] [--port P] [--seconds S]

In a process of its own, since the reader is about to stand still. It prints {"port"}, a line of JSON, when it listens,
then serves one client after the other. A client gets numbered words (see `Counter`) at the rate; what the kernel
refuses stays due and is handed over as soon as it takes bytes again, so that nothing is ever left out. The stream ends
with a FIN behind its last byte, once standard input has said "end" or S seconds have passed. When the client has
closed, the curve is printed as one more line of JSON, and the next client is served. Standard input's end ends it all.

One thread does it. A sample is due each millisecond; in between the loop sleeps in select, and where the kernel had
refused bytes it also wakes to hand on. A turn gives at most TURN_BYTES, so that a flood (what is due after a stall)
delays a sample by a fraction of a millisecond only. A tick that was missed is left out, never made up for: the curve
says when its samples were taken.

The send buffer is set, and small: auto-tuning would let megabytes pile up here, and this program would feel the closed
window seconds late. It holds SEND_NS of the rate: less, and the acknowledgements, which a reader delays while it stands
still, would hold the stream back before any window has closed (seen: 30 ms at 32 KiB). What the kernel made of the
wish is told.

The segments are as long as on an Ethernet. The loopback's own are 64 KiB, longer than a small receive buffer's window,
and no device's are.
"""

from __future__ import annotations

import argparse
import contextlib
import errno
import gc
import json
import os
import re
import select
import signal
import socket
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from app.simulator.arguments import DEFAULT_HOST, DEFAULT_PORT, port
from app.simulator.clock import NS, now_ns
from app.simulator.listening import CannotListenError, listen
from app.simulator.pressure_curve import Curve, tells_enough

TICK_NS = 1_000_000
TURN_BYTES = 256 << 10
SEND_NS = 60_000_000  # of the rate in the send buffer: a reader that stands still acknowledges 40 ms late (man 7 tcp)
LEAST_SEND_BUFFER = 32 << 10
MOST_SEND_BUFFER = 4 << 20
SEGMENT = 1448  # bytes: 1500 of an Ethernet without the headers of IP and TCP and the time stamps
GRACE_NS = 5 * NS  # for the client to close behind our FIN
LEAST_RATE, MOST_RATE = 1_000.0, 1e9  # bytes/s; no Python process sends more and still samples
DONE, FAILED = 0, 1
STDIN_BYTES = 4096

_UNITS = {"B/s": 1, "kB/s": 10**3, "MB/s": 10**6, "GB/s": 10**9, "KiB/s": 1 << 10, "MiB/s": 1 << 20}
_RATE = re.compile(r"\s*([0-9]+(?:\.[0-9]+)?)\s*(\S+)\s*")


class Counter:
    """The endless stream 0, 1, 2... of little-endian 8-byte words: every byte of it is known from its position.

    A block is one long integer, so that the next block is a single addition: 1 ns a byte, and no numpy to import.
    """

    WORDS = 8192

    def __init__(self) -> None:
        words = range(self.WORDS)
        self._number = int.from_bytes(b"".join(word.to_bytes(8, "little") for word in words), "little")
        self._step = int.from_bytes(self.WORDS.to_bytes(8, "little") * self.WORDS, "little")
        self._block = self._bytes()
        self._at = 0

    def rest(self, most: int) -> memoryview:
        """The next bytes, at least one and at most `most`."""
        return self._block[self._at : self._at + most]

    def advance(self, count: int) -> None:
        """So many of them are gone."""
        self._at += count
        if self._at == len(self._block):
            self._number += self._step
            self._block, self._at = self._bytes(), 0

    def _bytes(self) -> memoryview:
        return memoryview(self._number.to_bytes(8 * self.WORDS, "little"))


@dataclass
class Control:
    """What standard input has said: "end" for the stream under way, its own end for everything."""

    descriptor: int
    asked_to_end: bool = False
    is_over: bool = False
    _held: bytes = b""

    def read(self) -> None:
        try:
            data = os.read(self.descriptor, STDIN_BYTES)
        except OSError:  # a terminal that has gone
            data = b""
        self.is_over = self.is_over or not data
        *lines, rest = (self._held + data).split(b"\n")
        self._held = rest[-STDIN_BYTES:]
        self.asked_to_end = self.asked_to_end or b"end" in [line.strip() for line in lines]


class Stream:
    """One client's stream and its curve. `run` returns when the client has gone or all is over."""

    def __init__(self, connection: socket.socket, rate: float, span_ns: int | None, control: Control) -> None:
        self.reason = ""
        self._connection = connection
        self._rate = rate
        self._control = control
        self._counter = Counter()
        self._handed = 0
        self._blocked = False
        self._curve = Curve(connection)
        self._send_buffer = connection.getsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF)
        self._mss = connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_MAXSEG)
        self._began = now_ns()
        self._ends = None if span_ns is None else self._began + span_ns
        self._last_due: int | None = None  # set once the stream is to end: where
        self._over_at: int | None = None  # set with our FIN: when patience ends

    def run(self) -> None:
        next_tick = self._began
        try:
            while not self.reason:
                now = now_ns()
                if now >= next_tick:
                    self._tick(now)
                    next_tick += TICK_NS * ((now - next_tick) // TICK_NS + 1)
                self._wait(next_tick)
            self._sample(now_ns())  # what was handed over since the last tick
        except OSError as error:  # reset by the client
            self.reason = error.strerror or str(error)
        self._connection.close()

    def report(self) -> dict[str, object]:
        median_ns, longest_ns = self._curve.distances_ns()
        return {
            "rate": self._rate,
            "began_ns": self._began,
            "send_buffer": self._send_buffer,
            "mss": self._mss,
            "handed": self._handed,
            "reason": self.reason,
            "complete": self._curve.is_complete,
            "distance_ns": {"p50": median_ns, "max": longest_ns},
            "columns": self._curve.columns(),
        }

    def _tick(self, now: int) -> None:
        if self._last_due is None and (self._control.asked_to_end or (self._ends is not None and now >= self._ends)):
            self._last_due = self._due(now)
        if self._over_at is not None and now >= self._over_at:
            self.reason = "the client did not close"
        self._give(now)
        self._sample(now)

    def _sample(self, now: int) -> None:
        self._curve.sample(now_ns(), self._due(now), self._handed, blocked=self._blocked)

    def _wait(self, until_ns: int) -> None:
        """Until the next tick, the client's close, a word on standard input, or room for bytes that are due."""
        seconds = max(0, until_ns - now_ns()) / NS
        socket_number, stdin = self._connection.fileno(), self._control.descriptor
        readable, writable, _ = select.select(
            [socket_number, stdin], [socket_number] if self._blocked else [], [], seconds
        )
        if stdin in readable:
            self._control.read()
        if self._control.is_over:
            self.reason = "standard input ended"
        elif socket_number in readable:
            self._hear()
        elif writable:
            self._give(now_ns())

    def _hear(self) -> None:
        """Clients have nothing to say; what they say is read so that their close is seen behind it."""
        with contextlib.suppress(BlockingIOError):
            if not self._connection.recv(STDIN_BYTES):
                self.reason = "closed by the client"

    def _due(self, now: int) -> int:
        return int((now - self._began) * self._rate / NS) if self._last_due is None else self._last_due

    def _give(self, now: int) -> None:
        """Hand over what is due, as far as the kernel takes it and a turn allows."""
        left = min(self._due(now) - self._handed, TURN_BYTES)
        self._blocked = False
        while left > 0:
            try:
                count = self._connection.send(self._counter.rest(left))
            except BlockingIOError:
                self._blocked = True
                return
            self._counter.advance(count)
            self._handed += count
            left -= count
        if self._last_due is not None and self._handed == self._last_due and self._over_at is None:
            self._connection.shutdown(socket.SHUT_WR)
            self._over_at = now + GRACE_NS


def send_buffer_for(rate: float) -> int:
    """What to ask of SO_SNDBUF."""
    return min(max(int(rate * SEND_NS / NS), LEAST_SEND_BUFFER), MOST_SEND_BUFFER)


def open_listener(host: str, port_number: int, rate: float) -> socket.socket:
    """Raises CannotListenError. Its connections inherit the options."""
    listener = listen(host, port_number)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, send_buffer_for(rate))
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    with contextlib.suppress(OSError):  # where it is not to be had the loopback's own does
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_MAXSEG, SEGMENT)
    return listener


def serve(listener: socket.socket, rate: float, span_ns: int | None, control: Control) -> None:
    """One client after the other until standard input ends."""
    while not control.is_over:
        readable, _, _ = select.select([listener.fileno(), control.descriptor], [], [])
        if control.descriptor in readable:
            control.read()
        if control.is_over or listener.fileno() not in readable:
            continue
        try:
            connection, _ = listener.accept()
        except OSError as error:  # the client has left the queue already
            if error.errno in (errno.EMFILE, errno.ENFILE):
                raise
            continue
        connection.setblocking(False)
        control.asked_to_end = False
        stream = Stream(connection, rate, span_ns, control)
        stream.run()
        _print({"curve": stream.report()})


def main(argv: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(argv)
    if not tells_enough():
        _print({"port": None, "reason": "this system does not tell what its TCP does (TCP_INFO of Linux 5.4)"})
        return FAILED
    try:
        listener = open_listener(options.host, options.port, options.rate)
    except CannotListenError as error:
        _print({"port": None, "reason": str(error)})
        return FAILED
    gc.disable()  # nothing here makes cycles, and a collection is a gap in the curve
    with listener, contextlib.suppress(BrokenPipeError):
        _print({"port": listener.getsockname()[1]})
        span_ns = None if options.seconds is None else round(options.seconds * NS)
        serve(listener, options.rate, span_ns, Control(0))
    return DONE


def rate_of(text: str) -> float:
    """Bytes a second."""
    match = _RATE.fullmatch(text)
    rate = float(match[1]) * _UNITS.get(match[2], 0) if match else 0.0
    if not LEAST_RATE <= rate <= MOST_RATE:
        units = ", ".join(_UNITS)
        raise argparse.ArgumentTypeError(f'rate {text!r} is not from 1 kB/s to 1 GB/s, such as "4MB/s" ({units})')
    return rate


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m app.simulator.pressure", allow_abbrev=False)
    parser.add_argument("--host", default=DEFAULT_HOST, help="address to listen on (default %(default)s)")
    parser.add_argument("--port", type=port, default=DEFAULT_PORT, help="0, the default: the system chooses")
    parser.add_argument("--rate", type=rate_of, default="4MB/s", help="how fast to send (default %(default)s)")
    parser.add_argument("--seconds", type=_seconds, help='how long a client gets; else until standard input says "end"')
    return parser


def _seconds(text: str) -> float:
    if not re.fullmatch(r"[0-9]{1,6}(\.[0-9]{1,9})?", text):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of seconds")
    return float(text)


def _print(message: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(message, separators=(",", ":")) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # a terminal sends it to the reader too: end without a traceback
    sys.exit(main())
