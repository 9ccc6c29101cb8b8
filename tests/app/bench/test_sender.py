"""The sender serves every connection the same endless bytes and ends with its parent."""

from __future__ import annotations

import socket
import subprocess
import sys

import numpy as np
import pytest

from app.bench.sender import DEVICES, PIECE, Peer, pattern
from tests.command import ROOT, STUCK_S, surroundings


@pytest.mark.parametrize("kind", ["zeros", "floats"])
def test_the_pattern_is_whole_frames_of_eight_floats(kind: str) -> None:
    data = pattern(kind)
    assert len(data) == PIECE
    rows = np.frombuffer(data, "<f4").reshape(-1, 8)
    assert np.isfinite(rows).all()
    assert np.ptp(rows, axis=0).all() == (kind == "floats")


def test_what_a_peer_takes_joins_on_whatever_fits(pair) -> None:
    ours, theirs = pair
    data = memoryview(bytes(range(256)) * (PIECE // 256))
    ours.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 10_000)
    peer, taken = Peer(ours), b""
    while len(taken) < 3 * PIECE:
        assert peer.send(data)
        taken += theirs.recv(7_001)
    assert taken == (bytes(data) * 4)[: len(taken)]


def test_a_peer_that_takes_nothing_is_not_waited_for(pair) -> None:
    ours, _theirs = pair
    peer, data = Peer(ours), memoryview(bytes(PIECE))
    for _ in range(1000):
        before = peer.position
        assert peer.send(data)
    assert peer.position == before


def test_a_peer_that_has_gone_is_over(pair) -> None:
    ours, theirs = pair
    theirs.close()
    assert not Peer(ours).send(memoryview(b"abc"))


def test_five_listeners_serve_every_connection_from_the_start_and_end_with_standard_input() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "app.bench.sender", "floats"],
        cwd=ROOT, env=surroundings(), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip
    with process:
        assert process.stdout is not None
        assert process.stdin is not None
        ports = [int(word) for word in process.stdout.readline().split()]
        assert len(set(ports)) == DEVICES
        for port in [*ports, ports[0]]:
            assert first_bytes(port, PIECE + 32) == pattern("floats") + pattern("floats")[:32]
        process.stdin.close()
        assert process.wait(STUCK_S) == 0


def first_bytes(port: int, count: int) -> bytes:
    with socket.create_connection(("127.0.0.1", port), timeout=STUCK_S) as client:
        data = b""
        while len(data) < count:
            data += client.recv(count - len(data))
        return data
