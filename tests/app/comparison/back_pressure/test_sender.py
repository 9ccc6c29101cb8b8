"""The sending process, started and ended without waiting."""

from __future__ import annotations

import os
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.comparison.back_pressure.bridging import SentCurve
from app.comparison.back_pressure.sender import PressureSender

STUCK_MS = 20_000


@pytest.fixture
def make_sender(qtbot: QtBot) -> Iterator[Callable[..., PressureSender]]:
    made: list[PressureSender] = []

    def make(**words: str) -> PressureSender:
        made.append(PressureSender(1e6, **words))
        return made[-1]

    yield make
    for sender in made:
        sender.close()
        qtbot.waitUntil(lambda s=sender: not s.is_running, timeout=STUCK_MS)
        sender.deleteLater()


@pytest.fixture
def program(tmp_path: Path) -> Callable[[str], str]:
    """program(code): something that can be started in the place of Python, and runs this code."""

    def write(code: str) -> str:
        file = tmp_path / "program"
        file.write_text(f"#!{sys.executable}\n{code}\n")
        file.chmod(0o700)
        return str(file)

    return write


@pytest.mark.skipif(sys.platform != "linux", reason="the sender needs Linux's TCP_INFO")
def test_it_listens_streams_ends_the_stream_and_tells_its_curve(qtbot: QtBot, make_sender) -> None:
    sender = make_sender()
    with qtbot.waitSignal(sender.listening, timeout=STUCK_MS) as listening:
        sender.start()
    with socket.create_connection(("127.0.0.1", listening.args[0]), timeout=STUCK_MS / 1000) as client:
        assert client.recv(1) == b"\0"
        sender.end_stream()
        client.setblocking(False)
        qtbot.waitUntil(lambda: is_at_end(client), timeout=STUCK_MS)
        with qtbot.waitSignal(sender.curved, timeout=STUCK_MS) as curved:
            client.close()
    assert isinstance(curved.args[0], SentCurve)
    with qtbot.waitSignal(sender.gone, timeout=STUCK_MS):
        sender.close()
    assert not sender.is_running


def is_at_end(client: socket.socket) -> bool:
    """Takes what there is; whether the FIN was behind it. The loop must turn meanwhile, to write to the process."""
    try:
        while client.recv(1 << 16):
            pass
    except BlockingIOError:
        return False
    return True


def test_one_that_never_started_is_gone_at_once(qtbot: QtBot, make_sender) -> None:
    sender = make_sender()
    with qtbot.waitSignal(sender.gone, timeout=STUCK_MS):
        sender.close()


def failure(qtbot: QtBot, sender: PressureSender) -> str:
    with qtbot.waitSignal(sender.failed, timeout=STUCK_MS) as failed:
        sender.start()
    return failed.args[0]


def test_a_program_that_is_not_there_is_a_failure_with_the_reason(qtbot: QtBot, make_sender) -> None:
    assert "could not be started" in failure(qtbot, make_sender(program="/nowhere/python"))


def test_an_end_before_it_listens_is_a_failure_with_its_last_word(qtbot: QtBot, make_sender, program) -> None:
    said = failure(qtbot, make_sender(program=program("raise SystemExit('out of order')")))
    assert said == "the sending process ended with code 1: out of order"


def test_what_the_process_says_of_itself_is_the_reason(qtbot: QtBot, make_sender, program) -> None:
    code = 'print(\'{"port": null, "reason": "no TCP_INFO"}\', flush=True); import sys; sys.stdin.read()'
    assert failure(qtbot, make_sender(program=program(code))) == "no TCP_INFO"


def test_a_line_that_is_no_report_is_a_failure(qtbot: QtBot, make_sender, program) -> None:
    code = "print('hello', flush=True); import sys; sys.stdin.read()"
    assert "no report" in failure(qtbot, make_sender(program=program(code)))


@pytest.mark.skipif(sys.platform != "linux", reason="the sender needs Linux's TCP_INFO")
def test_one_that_is_killed_is_a_failure(qtbot: QtBot, make_sender) -> None:
    sender = make_sender()
    with qtbot.waitSignal(sender.listening, timeout=STUCK_MS):
        sender.start()
    with qtbot.waitSignal(sender.failed, timeout=STUCK_MS) as failed:
        os.kill(sender.process_id, signal.SIGKILL)
    assert failed.args[0] == "the sending process was killed"
