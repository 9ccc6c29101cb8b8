"""The sending side of the back-pressure experiment, against a reader that shares no code with it."""

from __future__ import annotations

import argparse
import json
import os
import socket
import struct
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pytest

from app.simulator import pressure
from app.simulator.pressure import Control, Counter, main, rate_of, send_buffer_for
from tests.app.simulator.process import STUCK_S, exactly, received
from tests.command import ROOT, surroundings

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the sender needs Linux's TCP_INFO, and says so")
STALL_US = 300_000


@dataclass
class Sender:
    process: subprocess.Popen[str]
    port: int

    def connect(self, receive_buffer: int | None = None) -> socket.socket:
        client = socket.socket()
        client.settimeout(STUCK_S)
        if receive_buffer:
            client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
        client.connect(("127.0.0.1", self.port))
        return client

    def say(self, text: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(text)
        self.process.stdin.flush()

    def curve(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        return json.loads(self.process.stdout.readline())["curve"]


@contextmanager
def sending(*words: str) -> Iterator[Sender]:
    process = subprocess.Popen(
        [sys.executable, "-m", "app.simulator.pressure", *words],
        cwd=ROOT, env=surroundings(), text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip
    with process:
        try:
            assert process.stdout is not None
            yield Sender(process, json.loads(process.stdout.readline())["port"])
            assert process.stdin is not None
            process.stdin.close()
            assert process.wait(STUCK_S) == 0
        finally:
            if process.poll() is None:
                process.kill()


def counted(size: int) -> bytes:
    words = -(-size // 8)
    return struct.pack(f"<{words}Q", *range(words))[:size]


def stand_still(client: socket.socket) -> None:
    """Read nothing for STALL_US: a peek for more than there will ever be, given up by the kernel."""
    client.settimeout(None)
    client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, struct.pack("ll", 0, STALL_US))
    client.recv(64 << 20, socket.MSG_PEEK | socket.MSG_WAITALL)
    client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, struct.pack("ll", 0, 0))
    client.settimeout(STUCK_S)


def test_a_reader_that_stands_still_makes_the_sender_wait_and_loses_nothing():
    with sending("--rate", "4MB/s") as sender, sender.connect(64 << 10) as client:
        stand_still(client)
        sender.say("end\n")
        data = received(client)
        client.close()
        curve = sender.curve()
    columns = curve["columns"]
    assert data == counted(len(data))
    assert curve["handed"] == columns["handed"][-1] == len(data)
    assert columns["rwnd_limited_us"][-1] > 0
    assert max(columns["blocked"]) == 1
    for name in ("t_ns", "due", "handed", "sent", "acked", "rwnd_limited_us"):
        assert all(later >= earlier for earlier, later in pairwise(columns[name])), name
    for handed, sent, acked in zip(columns["handed"], columns["sent"], columns["acked"], strict=True):
        assert handed >= sent >= acked
    assert min(columns["snd_wnd"]) < curve["mss"]


def test_a_reader_that_keeps_up_gets_the_rate_and_the_sender_never_waits():
    with sending("--rate", "1MB/s", "--seconds", "0.4") as sender, sender.connect(4 << 20) as client:
        data = received(client)
        client.close()
        curve = sender.curve()
    assert data == counted(len(data))
    assert len(data) >= 400_000
    assert curve["columns"]["due"][-1] == len(data)
    assert max(curve["columns"]["rwnd_limited_us"]) == 0
    assert curve["reason"] == "closed by the client"
    assert curve["complete"]
    assert 0 < curve["distance_ns"]["p50"] <= curve["distance_ns"]["max"]
    assert curve["send_buffer"] >= send_buffer_for(1e6)


def test_clients_in_turn_each_get_the_stream_from_its_beginning_and_a_curve():
    with sending("--rate", "1MB/s") as sender:
        for _ in range(2):
            with sender.connect() as client:
                assert exactly(client, 800) == counted(800)
                sender.say("end\n")
                received(client)
            assert sender.curve()["columns"]["handed"][0] < 100_000


def test_a_client_that_resets_ends_its_curve_and_not_the_sender():
    with sending("--rate", "1MB/s") as sender:
        with sender.connect() as client:
            client.recv(1)
            client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        assert sender.curve()["reason"] != ""
        with sender.connect() as client:
            assert exactly(client, 8) == counted(8)
        sender.curve()


def test_the_end_of_standard_input_ends_it_in_the_middle_of_a_stream():
    with sending("--rate", "1MB/s") as sender, sender.connect() as client:
        assert exactly(client, 8) == counted(8)
        assert sender.process.stdin is not None
        sender.process.stdin.close()
        assert sender.curve()["reason"] == "standard input ended"


@pytest.mark.parametrize("piece", [1, 7, 8191, 65_536, 100_000])
def test_the_counter_counts_however_it_is_taken(piece):
    counter, taken = Counter(), bytearray()
    while len(taken) < 70_000:
        part = counter.rest(piece)
        taken += part
        counter.advance(len(part))
    assert taken == counted(len(taken))


@pytest.mark.parametrize(
    ("text", "rate"), [("4MB/s", 4e6), ("1.5 MiB/s", 1.5 * 2**20), ("2000B/s", 2000), ("1GB/s", 1e9)]
)
def test_rates_have_units(text, rate):
    assert rate_of(text) == rate


@pytest.mark.parametrize("text", ["4", "4MB", "0MB/s", "5GB/s", "-1MB/s", "fast", "1e3MB/s"])
def test_other_rates_are_refused(text):
    with pytest.raises(argparse.ArgumentTypeError):
        rate_of(text)


def test_the_send_buffer_follows_the_rate_between_bounds():
    assert send_buffer_for(1000) == pressure.LEAST_SEND_BUFFER
    assert send_buffer_for(4e6) == 240_000
    assert send_buffer_for(1e9) == pressure.MOST_SEND_BUFFER


def test_a_taken_port_is_told_as_a_line_of_json(capsys):
    with socket.create_server(("127.0.0.1", 0)) as other:
        assert main(["--port", str(other.getsockname()[1])]) == 1
    said = json.loads(capsys.readouterr().out)
    assert said["port"] is None
    assert "is taken" in said["reason"]


def test_a_system_without_tcp_info_is_told_and_no_curve_is_made_up(capsys, monkeypatch):
    monkeypatch.setattr(pressure, "tells_enough", lambda: False)
    assert main([]) == 1
    assert "TCP_INFO" in json.loads(capsys.readouterr().out)["reason"]


def test_control_hears_words_in_pieces_and_the_end():
    reader, writer = os.pipe()
    control = Control(reader)
    for piece, asked in ((b"en", False), (b"d\n", True)):
        os.write(writer, piece)
        control.read()
        assert control.asked_to_end is asked
    os.close(writer)
    control.read()
    assert control.is_over
    os.close(reader)
