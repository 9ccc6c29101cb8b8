"""The simulator's control: JSON lines in, JSON lines out.

In, on standard input, one object a line:
    {"fault": NAME, "device": NAME, "seconds": 2.0}     seconds only where it lasts, and not needed there
    {"ask": "digest", "device": NAME, "connection": K, "bytes": N}
    {"ask": "totals"}
    {"end": true}
Out, on standard output: what happens (`ready`, `fault`, `over`, `refused`, `opened`, `closed`) and the answers
(`digest`, `totals`; `error`, for a line that says none of the above), each with its kind as "event".

Whatever comes in is answered, never fatal: lines are bounded, names quoted short. Nobody has to read what goes out: it
waits in memory up to a bound, and what is beyond is counted and told of ("lost") once there is room. The loop never
waits for the reader: a pipe that `select` calls writable takes 4 KiB at once (man 7 pipe).
"""

from __future__ import annotations

import json
import os
import select
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any, TypeGuard

from app.simulator.clock import NS, now_ns
from app.simulator.faults.catalogue import KINDS
from app.simulator.faults.player import LONGEST_SPAN_NS, Player

STDOUT = 1
LINE_BYTES = 4096  # twenty times the longest that makes sense
WAITING_BYTES = 4 << 20
WRITE_BYTES = 4096
RETRY_NS = NS // 100
QUOTED = 100  # characters of somebody else's text in an answer of ours


class Outlet:
    """Writes events, a line each, as far as they are taken."""

    def __init__(self, descriptor: int = STDOUT) -> None:
        self._descriptor: int | None = descriptor
        self._waiting: deque[bytes] = deque()
        self._bytes = 0
        self._lost = 0
        self._retry_ns = 0

    def tell(self, event: Mapping[str, object]) -> None:
        line = json.dumps(event, allow_nan=False).encode() + b"\n"
        if self._descriptor is None:
            return
        if self._bytes + len(line) > WAITING_BYTES:
            self._lost += 1
            return
        self._waiting.append(line)
        self._bytes += len(line)

    def wake_ns(self) -> int | None:
        return self._retry_ns if self._waiting or self._lost else None

    def turn(self, now: int) -> None:
        """Hands over what is taken without waiting."""
        while self._waiting and self._descriptor is not None:
            if not select.select([], [self._descriptor], [], 0)[1]:
                self._retry_ns = now + RETRY_NS
                return
            self._write(self._descriptor)
        self._retry_ns = 0
        if self._lost:
            lost, self._lost = self._lost, 0
            self.tell({"event": "lost", "lines": lost})

    def stop(self, now: int) -> None:
        """It goes on to the last event."""

    def _write(self, descriptor: int) -> None:
        piece = bytearray()
        while self._waiting and len(piece) < WRITE_BYTES:
            piece += self._waiting.popleft()
        try:
            taken = os.write(descriptor, piece[:WRITE_BYTES])
        except OSError:  # whoever read it has gone
            self._descriptor = None
            self._waiting.clear()
            self._bytes = self._lost = 0
            return
        self._bytes -= taken
        if piece[taken:]:
            self._waiting.appendleft(bytes(piece[taken:]))


class Control:
    """Carries out what comes in."""

    def __init__(self, players: Mapping[str, Player], outlet: Outlet, stop: Callable[[], None]) -> None:
        self._players = players
        self._tell = outlet.tell
        self._stop = stop
        self._rest = b""
        self._overlong = False

    def feed(self, data: bytes) -> None:
        *lines, self._rest = (self._rest + data).split(b"\n")
        for line in lines:
            if self._overlong or len(line) > LINE_BYTES:
                self._overlong = False
                self._complain(f"a line is longer than {LINE_BYTES} bytes")
            elif line.strip():
                self._obey(line)
        if len(self._rest) > LINE_BYTES:
            self._rest, self._overlong = b"", True

    def _obey(self, line: bytes) -> None:
        try:
            said = json.loads(line)
        except (ValueError, RecursionError):
            said = None
        match said:
            case {"fault": str(name)}:
                self._play(name, said)
            case {"ask": "digest"}:
                self._digest(said)
            case {"ask": "totals"}:
                totals = [asdict(player.station.totals()) for player in self._players.values()]
                self._tell({"event": "totals", "devices": totals})
            case {"end": True}:
                self._stop()
            case _:
                self._complain(f'expected {{"fault": ...}}, {{"ask": ...}} or {{"end": true}}, got {_quoted(line)}')

    def _play(self, name: str, said: dict[str, Any]) -> None:
        player = self._player(said.get("device"))
        device, seconds = said.get("device"), said.get("seconds")
        reason = ""
        if player is None:
            reason = f"there is no such device: expected one of {', '.join(self._players)}"
        elif name not in KINDS:
            reason = f"there is no such fault: expected one of {', '.join(KINDS)}"
        elif seconds is not None and not KINDS[name].lasts:
            reason = "it happens at once and has no span"
        elif seconds is not None and not _is_span(seconds):
            reason = f"seconds is not a number above 0 and at most {LONGEST_SPAN_NS // NS}: {_quoted(seconds)}"
        if player is None or reason:
            self._tell({"event": "refused", "device": _named(device), "fault": name[:QUOTED], "reason": reason})
            return
        player.play(name, None if seconds is None else round(seconds * NS), now_ns())

    def _digest(self, said: dict[str, Any]) -> None:
        player = self._player(said.get("device"))
        number, length = said.get("connection"), said.get("bytes")
        if player is None or not _is_count(number) or not _is_count(length):
            self._complain("a digest needs a device, a connection and a number of bytes")
            return
        digest = player.station.digest(number, length)
        about = {"device": player.station.device.name, "connection": number, "bytes": length}
        self._tell({"event": "digest", **about, "digest": digest})

    def _player(self, device: object) -> Player | None:
        return self._players.get(device) if isinstance(device, str) else None

    def _complain(self, reason: str) -> None:
        self._tell({"event": "error", "reason": reason})


def _is_span(value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return 0 < value <= LONGEST_SPAN_NS / NS  # neither infinite nor not-a-number, which json takes


def _is_count(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 1 << 63


def _named(value: object) -> str | None:
    return value[:QUOTED] if isinstance(value, str) else None


def _quoted(value: object) -> str:
    text = value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
    return repr(text[:QUOTED])
