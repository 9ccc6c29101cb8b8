"""Devices with a script, the rig that they talk to, and what their account must say: for the end-to-end tests.

Each device is a thread with a listening port and an act for each connection: bytes in pieces, and how it ends. It
counts what it sent.
"""

from __future__ import annotations

import binascii
import json
import os
import random
import socket
import struct
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.decoding.options import Csv, DecodingOptions, Json, Struct, StructField
from app.framing.options import FramingOptions, Length, Line, QDataStreamBlocks, Sync
from app.link.options import TcpOptions
from app.quantities import ByteSize, Duration
from app.report import report
from app.rig import Rig
from app.session.schema import DeviceOptions, Session
from tests.app.link.peers import reset, until

RETRY = Duration(20_000_000)
ROWS = 400
MEBI = 1 << 20


# -- the five ways to send a row


@dataclass(frozen=True)
class Way:
    """How rows of (u32, f64) travel."""

    framing: FramingOptions
    decoding: DecodingOptions
    frame: Callable[[int], bytes]


def _payload(number: int) -> bytes:
    return struct.pack("<Id", number, number / 2)


def _synced(number: int) -> bytes:
    body = bytes([12]) + _payload(number)
    return b"\xa5\x5a" + body + struct.pack("<H", binascii.crc_hqx(body, 0xFFFF))


FIELDS = Struct(fields=(StructField(name="a", type="u32"), StructField(name="b", type="f64")))
WAYS = {
    "csv": Way(Line(), Csv(fields=("a", "b")), lambda n: b"%d,%r\r\n" % (n, n / 2)),
    "struct": Way(Length(size=4), FIELDS, lambda n: struct.pack(">I", 12) + _payload(n)),
    "qdatastream": Way(QDataStreamBlocks(), FIELDS, lambda n: struct.pack(">I", 12) + _payload(n)),
    "json": Way(Line(), Json(), lambda n: b'{"a": %d, "b": %r}\n' % (n, n / 2)),
    "sync": Way(Sync(word="A5 5A"), FIELDS, _synced),
}
CSV = WAYS["csv"]


def stream(way: Way, rows: int = ROWS) -> bytes:
    return b"".join(map(way.frame, range(rows)))


def pieces(data: bytes, seed: int) -> list[bytes]:
    """Cut at random, from single bytes to kilobytes."""
    dice, found, at = random.Random(seed), [], 0
    while at < len(data):
        size = dice.choice((1, 2, 7, 60, 500, 4000))
        found.append(data[at : at + size])
        at += size
    return found


# -- devices


class Device:
    """Serves one connection after the other, as its script says; keeps the last one open when the script is over.

    Attributes:
        sent: bytes that the kernel took, over all connections.
        is_done: the script is over.
        is_held: a send has found no room for a while.
    """

    HELD_S = 0.1

    def __init__(self, script: Sequence[tuple[Sequence[bytes], str]]) -> None:
        self.sent = 0
        self.is_done = threading.Event()
        self.is_held = threading.Event()
        self._script = script
        self._stopped = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._peer: socket.socket | None = None
        self._thread = threading.Thread(target=self._run, name="device")
        self._thread.start()

    def close(self) -> None:
        self._stopped.set()
        for sock in (self._listener, self._peer):
            if sock is not None:
                with suppress(OSError):
                    sock.shutdown(socket.SHUT_RDWR)  # wakes the thread
        self._thread.join()
        self._listener.close()
        if self._peer is not None:
            self._peer.close()

    def _run(self) -> None:
        for said, ending in self._script:
            try:
                peer, _ = self._listener.accept()
            except OSError:  # the test is over
                return
            if self._peer is not None:
                self._peer.close()
            self._peer = peer
            with suppress(OSError):  # the link has closed, as it may
                self._peer.settimeout(self.HELD_S)
                self._say(self._peer, said)
            self._end(self._peer, ending)
        self.is_done.set()

    def _say(self, peer: socket.socket, said: Sequence[bytes]) -> None:
        for piece in said:
            left = memoryview(piece)
            while left and not self._stopped.is_set():
                try:
                    count = peer.send(left)
                except TimeoutError:
                    self.is_held.set()
                    continue
                self.sent += count
                left = left[count:]

    def _end(self, peer: socket.socket, ending: str) -> None:
        if ending == "FIN":
            peer.close()
        elif ending == "RST":
            reset(peer)


class World:
    """Devices and the rig on them, until the end of the test."""

    def __init__(self) -> None:
        self.devices: list[Device] = []
        self._options: list[DeviceOptions] = []
        self.rig: Rig | None = None

    def add(self, way: Way, *script: tuple[Sequence[bytes], str], retry: Duration = RETRY, **link: Any) -> Device:
        self.devices.append(Device(script))
        self.add_port(way, self.devices[-1].port, retry=retry, **link)
        return self.devices[-1]

    def add_port(self, way: Way, port: int, *, retry: Duration = RETRY, **link: Any) -> None:
        self._options.append(
            DeviceOptions(
                name=f"d{len(self._options)}",
                address=f"tcp://127.0.0.1:{port}",
                link=TcpOptions(host="127.0.0.1", port=port, retry=retry, **link),
                framing=way.framing,
                decoding=way.decoding,
            )
        )

    def start(self, history_bytes: int = 16 * MEBI) -> Rig:
        self.rig = Rig(Session(devices=tuple(self._options), history_bytes=ByteSize(history_bytes)))
        self.rig.start()
        return self.rig

    def run_until_all_is_received(self) -> dict[str, dict[str, Any]]:
        """Run until every byte that was sent has come, end, and return the report's devices by name."""
        rig = self.rig or self.start()
        until(lambda: all(device.is_done.is_set() for device in self.devices), "the scripts to be over")
        sent = sum(device.sent for device in self.devices)
        until(lambda: sum(device.pipeline.received for device in rig.devices) == sent, f"{sent} bytes")
        return self.end()

    def end(self) -> dict[str, dict[str, Any]]:
        rig = self.rig
        assert rig is not None
        rig.stop()
        until(lambda: rig.is_stopped, "the rig to stop")
        return {device["name"]: device for device in strict(report(rig))["devices"]}

    def close(self) -> None:
        if self.rig is not None:
            self.rig.stop()
            until(lambda: self.rig is None or self.rig.is_stopped, "the rig to stop")
        for device in self.devices:
            device.close()


def strict(value: Any) -> Any:
    """As a strict reader of JSON gets it."""

    def refuse(word: str) -> None:
        raise AssertionError(f"{word} in the report")

    return json.loads(json.dumps(value, allow_nan=False), parse_constant=refuse)


def assert_account(device: dict[str, Any], sent: int | None = None) -> None:
    """All five lines of the ledger, and the device's own count where every byte came."""
    ledger = device["ledger"]
    size, frames, samples = ledger["bytes"], ledger["frames"], ledger["samples"]
    assert ledger["balanced"], ledger
    assert ledger["kernel"]["agrees"] is not False, ledger
    assert size["received"] == size["framed"] + size["overhead"] + sum(size["discarded"].values()) + size["pending"]
    assert frames["framed"] == sum(
        (frames["decoded"], *frames["rejected"].values(), *frames["set_aside"].values())
    )  # fmt: skip
    assert samples["decoded"] == samples["in_history"] + samples["aged_out"] + samples["cleared"]
    assert ledger["thread"]["read"] == size["received"]
    if sent is not None:
        assert size["received"] == sent
        if ledger["kernel"]["agrees"]:
            assert ledger["kernel"]["bytes_received"] == sent


def rss_bytes() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE")
