"""The limits that a system sets a process: its descriptors, its memory."""

from __future__ import annotations

import re
import resource
import signal
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.command import appears, assert_sound, by_name, outcome, report, start
from tests.environment.children import observed, reports, state_is

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="sets the limits of a running process (prlimit)")

LINK = {"retry": 50_000_000, "retry_most": 50_000_000}
FEWER_THAN_OPEN = 4
ROOM_BYTES = 128 << 20  # beyond what the program has after a second; one device alone then sends more than that
HISTORY = "32 MiB"
RECEIVED = re.compile(r"received=(\d+)")


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(60)
        yield listener


@pytest.mark.parametrize("mode", ["gui", "thread"])
def test_too_many_open_files_are_told_and_over_when_there_is_room(tmp_path: Path, listener, mode):
    session = tmp_path / "one.toml"
    port = listener.getsockname()[1]
    session.write_text(
        f'[[device]]\nname = "one"\nlink = "tcp://127.0.0.1:{port}"\ndecoding = {{ type = "csv", fields = ["n"] }}\n'
    )
    with observed(session, link={**LINK, "transport": mode}) as rig:
        peer, _ = listener.accept()
        rig.await_(state_is("open"), "the device")
        soft, hard = resource.prlimit(rig.pid, resource.RLIMIT_NOFILE)
        resource.prlimit(rig.pid, resource.RLIMIT_NOFILE, (FEWER_THAN_OPEN, hard))
        peer.close()
        rig.await_(state_is("waiting", "too many open files on this computer"), "the reason")
        resource.prlimit(rig.pid, resource.RLIMIT_NOFILE, (soft, hard))
        since = len(rig.told)
        peer, _ = listener.accept()
        with peer:
            rig.await_(state_is("open"), "the device", since)
            peer.sendall(b"1\n2\n")
            rig.await_(lambda told: told["event"] == "second" and told["decoded"] == 2, "its rows", since)
            (device,) = reports(rig.end())
    assert device["opened"] == 2
    assert device["ledger"]["balanced"], device["ledger"]


@pytest.mark.parametrize("mode", ["gui", "thread"])
def test_a_flood_is_watched_within_a_limit_of_memory(tmp_path: Path, mode):
    session, file = tmp_path / "simulated.toml", tmp_path / "report.json"
    with start(
        "simulate", "--rate", "max", "--device", "scope", "--device", "motor", "--session", session
    ) as simulator:
        text = appears(session, simulator).read_text()
        session.write_text(text.replace("[session]\n", f'[session]\nhistory_bytes = "{HISTORY}"\n', 1))
        with start("watch", session, "--json", file, "--transport", mode) as watch:
            assert watch.stdout is not None
            watch.stdout.readline()  # once a second: it runs
            limit = status_bytes(watch.pid, "VmSize") + ROOM_BYTES
            resource.prlimit(watch.pid, resource.RLIMIT_AS, (limit, limit))
            for line in watch.stdout:
                if sum(map(int, RECEIVED.findall(line))) > ROOM_BYTES:
                    break
            watch.send_signal(signal.SIGINT)
            ended = outcome(watch)
    assert ended.code == 0, ended
    devices = by_name(report(file)["devices"])
    assert len(devices) == 2
    for device in devices.values():
        assert_sound(device)


def status_bytes(pid: int, name: str) -> int:
    """A line of /proc/PID/status (man 5 proc), in bytes."""
    text = Path(f"/proc/{pid}/status").read_text()
    found = re.search(rf"^{name}:\s+(\d+) kB$", text, re.MULTILINE)
    assert found is not None, text
    return int(found[1]) * 1024
