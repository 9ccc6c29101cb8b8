"""`quintet watch` where things go wrong around it: signals at bad moments, failing outputs, terminals, its own bugs."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import select
import signal
import socket
import struct
import subprocess
import sys
import termios
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.command import QUINTET, ROOT, STUCK_S, assert_sound, outcome, report, start, surroundings

LINES = b"\x1b[31mred\x07,<b>bold</b>\n" + b"1,2\n" * 100


class Device:
    """A port, and a session file that leads there."""

    def __init__(self, folder: Path) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=0)
        self._listener.settimeout(STUCK_S)
        self._peers: list[socket.socket] = []
        self.session = folder / "session.toml"
        self.leads_to(f"tcp://127.0.0.1:{self._listener.getsockname()[1]}")

    def leads_to(self, link: str) -> None:
        self.session.write_text(
            f'[[device]]\nname = "d"\nlink = "{link}"\ndecoding = {{ type = "csv", header = true }}\n'
        )

    def serve(self) -> None:
        peer, _ = self._listener.accept()
        self._peers.append(peer)
        peer.sendall(LINES)

    def answer_no_more(self) -> None:
        """Fill the kernel's queue of connections: it drops the next SYN."""
        for _ in range(2):
            peer = socket.socket()
            self._peers.append(peer)
            peer.setblocking(False)
            peer.connect_ex(self._listener.getsockname())

    def refuse(self) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.leads_to(f"tcp://127.0.0.1:{free.getsockname()[1]}")

    def close(self) -> None:
        for each in (self._listener, *self._peers):
            each.close()


@pytest.fixture
def device(tmp_path: Path) -> Iterator[Device]:
    made = Device(tmp_path)
    yield made
    made.close()


@contextmanager
def running(code: str, *words: object) -> Iterator[subprocess.Popen[str]]:
    """`quintet WORDS` in an interpreter that ran `code` before."""
    program = f"import sys\n{code}\nfrom ui.cli import main\nsys.exit(main(sys.argv[1:]))"
    with subprocess.Popen(
        [sys.executable, "-c", program, *map(str, words)],
        cwd=ROOT,
        env=surroundings(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


# -- told to end

DEAF_RESOLVER = """
import threading, app.link.resolver as names
real = names.socket.getaddrinfo
names.socket.getaddrinfo = lambda *a, **k: threading.Event().wait()
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("moment", ["resolving", "connecting", "waiting"])
def test_a_watch_that_is_told_to_end_before_its_device_opened_does_so_with_its_report(device, tmp_path, moment, number):
    if moment == "resolving":
        device.leads_to("tcp://device.example:7001")
    elif moment == "connecting":
        device.answer_no_more()
    else:
        device.refuse()
    file = tmp_path / "report.json"
    code = DEAF_RESOLVER if moment == "resolving" else ""
    with running(code, "watch", device.session, "--json", file, "--every", "1ms") as watch:
        word = {"resolving": "looking up the name"}.get(moment, moment)
        assert any(word in line for line in watch.stdout)  # the first line may come before the first attempt has ended
        watch.send_signal(number)
        ended = outcome(watch)
    assert ended.code == 1, ended
    assert "d: never opened" in ended.said
    assert "Traceback" not in ended.said
    (found,) = report(file)["devices"]
    assert found["opened"] == 0
    assert found["state"] in {"waiting": ("waiting", "connecting")}.get(moment, (moment,))  # a pause can be a moment


def test_two_signals_end_a_watch_at_once(device, tmp_path):
    blocked = "import time, app.rig\napp.rig.Rig.stop = lambda rig: [None for _ in iter(int, 1)]"  # for ever
    with running(blocked, "watch", device.session, "--every", "1ms") as watch:
        device.serve()
        watch.stdout.readline()
        watch.send_signal(signal.SIGINT)
        while watch.poll() is None:
            watch.send_signal(signal.SIGINT)
    assert watch.returncode == -signal.SIGINT


# -- a bug of our own

FAILS_ONCE = """
import app.pipeline as pipeline
real, calls = pipeline.Pipeline.process, []
def process(self):
    calls.append(1)
    if len(calls) == 1:
        raise RuntimeError("a bug of our own")
    return real(self)
pipeline.Pipeline.process = process
"""


def test_an_exception_in_a_slot_is_said_and_logged_and_the_watch_goes_on_to_its_end(device, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    file = tmp_path / "report.json"
    with running(FAILS_ONCE, "watch", device.session, "--for", "1s", "--json", file) as watch:
        device.serve()
        ended = outcome(watch)
    assert ended.code == 1, ended
    assert "quintet: RuntimeError: a bug of our own" in ended.said
    assert "1 exception" in ended.said
    assert "Traceback" not in ended.said
    assert "a bug of our own" in (tmp_path / "quintet" / "quintet.log").read_text()
    (found,) = report(file)["devices"]
    assert_sound(found)  # the bytes waited, and came through at the next refresh
    assert found["ledger"]["bytes"]["received"] == len(LINES)


# -- what it prints to


def test_a_watch_ends_with_its_report_when_nobody_reads_it_any_more(device, tmp_path):
    file = tmp_path / "report.json"
    with start("watch", device.session, "--json", file, "--every", "1ms") as watch:
        device.serve()
        watch.stdout.readline()
        watch.stdout.close()
        watch.wait(STUCK_S)
        said = watch.stderr.read()
    assert (watch.returncode, said) == (0, "")
    assert_sound(report(file)["devices"][0])


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="this system has no /dev/full")
@pytest.mark.parametrize("command", ["watch", "check"])
def test_a_full_disk_behind_the_output_is_said_and_no_traceback(device, command):
    words = [*QUINTET, command, str(device.session), *(["--for", "1ms"] if command == "watch" else [])]
    with open("/dev/full", "w") as full:
        ended = subprocess.run(
            words, cwd=ROOT, env=surroundings(), stdout=full, stderr=subprocess.PIPE, text=True, timeout=STUCK_S
        )
    assert ended.returncode == 1
    assert "quintet: standard output: No space left on device" in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_a_terminal_of_a_poor_encoding_gets_the_table_and_a_whole_report(device, encoding):
    narrow = surroundings(PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    with start("watch", device.session, "--for", "1s", "--json", "-", environment=narrow) as watch:
        device.serve()
        ended = outcome(watch)
    assert ended.code == 0, ended
    (found,) = json.loads(ended.printed)["devices"]
    assert_sound(found)
    assert found["channels"][1]["name"] == "<b>bold</b>"
    assert "open" in ended.said
    assert ended.said.replace("\n", "").isprintable()


@pytest.mark.parametrize(("columns", "terminal"), [(100, "xterm"), (12, "xterm"), (80, "dumb")])
def test_any_terminal_gets_its_table_and_nothing_of_a_devices_controls(device, columns, terminal):
    printed = b""
    main_end, end = pty.openpty()
    fcntl.ioctl(end, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    with subprocess.Popen(
        [*QUINTET, "watch", str(device.session), "--for", "1200ms"],
        cwd=ROOT,
        env=surroundings(TERM=terminal, COLUMNS=None, LINES=None),
        stdin=end,
        stdout=end,
        stderr=end,
    ) as watch:
        try:
            os.close(end)
            device.serve()
            while select.select([main_end], [], [], STUCK_S)[0]:
                try:
                    printed += os.read(main_end, 65_536)
                except OSError:  # the other end has closed
                    break
        finally:
            os.close(main_end)
            watch.kill()
    assert b"Traceback" not in printed
    assert "│".encode() in printed
    assert b"\x1b[31mred" not in printed
    assert b"\x07" not in printed
    assert (b"\x1b[" in printed) == (terminal != "dumb")
    assert printed.rfind(b"\x1b[?25l") <= printed.rfind(b"\x1b[?25h")  # the cursor is there again
