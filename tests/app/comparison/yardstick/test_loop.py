"""The yardstick reads the same addresses without us, and what goes wrong is a sentence."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator

import msgspec
import pytest

from app.comparison.yardstick.loop import Answer, Reader, Target, Task, measure
from tests.command import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="its loop waits for pipes and sockets together")
ROW = b"1.5,2.5\n"


class Device:
    """Serves one client: takes its greeting, then sends rows until it leaves."""

    def __init__(self, greeting: bytes = b"", rows: int | None = None) -> None:
        self.greeted = b""
        self._rows = rows
        self._expected = len(greeting)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._thread = threading.Thread(target=self._serve, name="device")
        self._thread.start()

    def _serve(self) -> None:
        peer, _ = self._listener.accept()
        with peer:
            while len(self.greeted) < self._expected:
                self.greeted += peer.recv(100)
            try:
                while self._rows is None or self._rows > 0:
                    peer.sendall(ROW)
                    self._rows = None if self._rows is None else self._rows - 1
            except OSError:  # the client has left
                pass

    def close(self) -> None:
        self._listener.close()
        self._thread.join()


@pytest.fixture
def device() -> Iterator[Device]:
    device = Device(greeting=b"start\n")
    yield device
    device.close()


def target(port: int, name: str = "imu", greeting: bytes = b"") -> Target:
    return Target(name=name, host="127.0.0.1", port=port, receive_buffer=1 << 20, greeting=greeting)


def test_it_says_how_fast_and_how_old_what_it_read(device: Device) -> None:
    answer = measure(Task(seconds=0.2, targets=(target(device.port, greeting=b"start\n"),)))
    assert answer.notes == ()
    found = answer.yardstick
    assert found is not None
    assert found.bytes_per_s["imu"] > 0
    assert found.measures["imu"]["readable_read"].count > 0
    assert set(found.measures["imu"]) == {"readable_read"}
    assert found.seconds >= 0.2
    assert device.greeted == b"start\n"


def test_an_address_that_refuses_is_a_sentence_and_costs_the_others_nothing(device: Device) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    targets = (target(port, "gps"), target(device.port, greeting=b"start\n"))
    answer = measure(Task(seconds=0.05, targets=targets))
    assert answer.notes == ("gps: Connection refused",)
    assert answer.yardstick is not None
    assert set(answer.yardstick.bytes_per_s) == {"imu"}


def test_without_a_connection_there_is_no_yardstick() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    answer = measure(Task(seconds=60, targets=(target(port),)))
    assert (answer.yardstick, answer.notes) == (None, ("imu: Connection refused",))


def test_a_name_that_nobody_knows_is_a_sentence() -> None:
    nowhere = Target(name="gps", host="no such host", port=1)
    answer = measure(Task(seconds=60, targets=(nowhere,)))
    assert answer.yardstick is None
    assert answer.notes[0].startswith("gps: ")


def test_it_ends_when_its_last_device_does() -> None:
    device = Device(rows=10)
    answer = measure(Task(seconds=60, targets=(target(device.port),)))
    device.close()
    assert "no connection was left" in answer.notes[0]


def test_a_chunk_is_as_old_as_the_queue_was_last_seen_empty() -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        ours.setblocking(False)
        reader = Reader("imu", ours)
        reader.look(1)  # long ago
        theirs.sendall(ROW)
        reader.look(2)  # not empty: says nothing
        assert reader.read()
        assert reader.bytes == len(ROW)
        found = reader.ages().summary("readable_read")
        assert found.count == 1
        assert (found.max_ms or 0) > 1000  # since the first look
        assert reader.read()  # nothing there is no end
        theirs.shutdown(socket.SHUT_WR)
        assert not reader.read()


# -- as a process


def test_as_a_process_it_takes_a_line_and_gives_one(device: Device) -> None:
    task = Task(seconds=0.05, targets=(target(device.port, greeting=b"start\n"),))
    with subprocess.Popen(
        [sys.executable, "-m", "app.comparison.yardstick.loop"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(msgspec.json.encode(task) + b"\n")
        process.stdin.flush()
        answer = msgspec.json.decode(process.stdout.readline(), type=Answer)
    assert answer.yardstick is not None


def test_it_ends_with_whoever_started_it(device: Device) -> None:
    """Its standard input ends: it stops long before its time is over."""
    task = Task(seconds=600, targets=(target(device.port, greeting=b"start\n"),))
    done = subprocess.run(
        [sys.executable, "-m", "app.comparison.yardstick.loop"],
        input=msgspec.json.encode(task) + b"\n",
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        timeout=60,
        check=True,
    )
    assert msgspec.json.decode(done.stdout, type=Answer).yardstick is not None
