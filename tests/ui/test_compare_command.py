"""A comparison in the real window, on a server in this process: how it ends when it is not left alone."""

from __future__ import annotations

import io
import os
import signal
import threading
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtNetwork import QTcpSocket

from app.comparison.judgement.verdict import complete
from app.comparison.schema import Comparison, as_json
from tests.app.comparison.made import GOOD, made
from tests.ui.test_window_on_sockets import Instrument
from ui.cli import main
from ui.compare_command import Progress, is_sound
from ui.output import Output

SESSION = """
[session]
title = "Bench"
[[device]]
name = "imu"
link = "tcp://127.0.0.1:{port}"
decoding = {{ type = "csv", fields = ["ax", "ay", "temperature"] }}
"""


@pytest.fixture(autouse=True)
def _own_place(qapp, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("ui.compare_command.WARM_UP_NS", 1_000_000)
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))


@pytest.fixture
def instrument(qapp):
    instrument = Instrument()
    ticking = QTimer(instrument, interval=5)
    ticking.timeout.connect(lambda: send(instrument))
    ticking.start()
    yield instrument
    ticking.stop()
    instrument.drop()


def send(instrument: Instrument) -> None:
    for client in instrument.clients:
        if client.state() == QTcpSocket.SocketState.ConnectedState:
            client.write(b"1,2,3\n")


@pytest.fixture
def session(instrument):
    Path("bench.toml").write_text(SESSION.format(port=instrument.port))
    return "bench.toml"


class ReportWhenSeen(io.StringIO):
    """Standard output that acts once a text has been written to it."""

    def __init__(self, text: str, act) -> None:
        super().__init__()
        self._wanted, self._act = text, act

    def write(self, text: str) -> int:
        if self._act is not None and self._wanted in text:
            act, self._act = self._act, None
            act()
        return super().write(text)


def interrupted(monkeypatch, session: str, when: str, *words: str) -> tuple[int, str]:
    """Run it with Ctrl-C at the moment when it says this; its exit code and what it printed."""
    stream = ReportWhenSeen(when, lambda: os.kill(os.getpid(), signal.SIGINT))
    monkeypatch.setattr("sys.stdout", stream)
    code = main(["compare", session, "--for", "800ms", "--json", "c.json", *words])
    return code, stream.getvalue()


def test_an_interrupt_ends_it_in_order_and_judges_what_was_measured(session, monkeypatch):
    code, told = interrupted(monkeypatch, session, "block 3 of 8")
    assert code == 1
    found = msgspec.json.decode(Path("c.json").read_text(), type=Comparison)
    assert [block.mode for block in found.blocks] == ["gui", "thread"]
    assert found.links["imu"]["inode_start"] == found.links["imu"]["inode_end"]
    assert not any("stall" in each for each in found.not_fixed)
    assert told.rstrip().endswith("Too few to tell: 1 sound pair of blocks where 8 are needed.")


def test_an_interrupt_ends_a_stalled_one_as_well(session, monkeypatch):
    code, _ = interrupted(monkeypatch, session, "block 2 of 8", "--stall", "10ms/50ms")
    assert code == 1
    found = msgspec.json.decode(Path("c.json").read_text(), type=Comparison)
    assert found.stall is not None
    assert found.stall.count > 0
    assert not any("it was changed" in each for each in found.not_fixed)


def test_an_interrupt_before_the_first_block_leaves_nothing_to_judge(session, monkeypatch, capsys):
    code, _ = interrupted(monkeypatch, session, "Warming up: the GUI thread")
    assert code == 1
    assert "ended before anything was measured" in capsys.readouterr().err


def test_an_interrupt_during_the_yardstick_ends_that_too(session, monkeypatch, capsys):
    code, _ = interrupted(monkeypatch, session, "The yardstick", "--baseline")
    assert code == 1
    assert "nothing was measured" in capsys.readouterr().err
    assert not Path("c.json").exists()
    assert [t.name for t in threading.enumerate() if t.name.startswith("imu")] == []


def test_a_page_that_cannot_be_written_is_told_and_the_verdict_said_all_the_same(session, monkeypatch, capsys):
    Path("a folder").mkdir()
    code, told = interrupted(monkeypatch, session, "block 2 of 8", "--html", "a folder")
    assert code == 1
    assert "a folder: " in capsys.readouterr().err
    assert told.rstrip().endswith("8 are needed.")


# -- the exit code


def test_a_verdict_with_every_byte_accounted_for_is_sound():
    assert is_sound(with_links(complete(made(GOOD, GOOD))))


def with_links(comparison: Comparison, **changes: object) -> Comparison:
    links = {name: {"opened": True} for name in comparison.modes["gui"].links}
    return msgspec.structs.replace(comparison, links=links, **changes)


def test_too_few_pairs_a_failed_ledger_or_a_link_that_never_opened_are_not():
    judged = complete(made(GOOD, GOOD))
    assert not is_sound(with_links(complete(made(GOOD, GOOD, rounds=1))))
    assert not is_sound(with_links(judged, ledgers=({"imu": {"balanced": True}, "scope": {"balanced": False}},)))
    assert not is_sound(msgspec.structs.replace(judged, links={"imu": {"opened": False}}))


def test_what_is_not_finite_is_null_in_the_report():
    broken = msgspec.structs.replace(complete(made(GOOD, GOOD)), settle_s=float("nan"), for_s=float("inf"))
    told = as_json(broken)
    assert (told["settle_s"], told["for_s"]) == (None, None)


# -- progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_on_a_terminal_each_line_takes_the_place_of_the_one_before():
    stream = Terminal()
    progress = Progress(Output(stream))
    progress.say("Round 1")
    progress.say("Round 2" + "x" * 100)
    progress.end()
    assert stream.getvalue() == "\r\x1b[KRound 1\r\x1b[KRound 2" + "x" * 72 + "\r\x1b[K"


def test_into_a_pipe_goes_a_line_for_each_step_and_none_twice():
    stream = io.StringIO()
    progress = Progress(Output(stream))
    for text in ("Round 1", "Round 1", "Round 2"):
        progress.say(text)
    progress.end()
    assert stream.getvalue() == "Round 1\nRound 2\n"
