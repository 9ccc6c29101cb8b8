"""`quintet SESSION` from its words to its exit code, in this process: the loop ends whatever goes wrong."""

import json
import os
import signal
import threading

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage

from tests.ui.test_window_on_sockets import Instrument
from ui.cli import main

SESSION = """
[session]
title = "Bench"
[[device]]
name = "imu"
link = "tcp://127.0.0.1:{port}"
decoding = {{ type = "csv", fields = ["ax", "ay", "temperature"] }}
"""


@pytest.fixture(autouse=True)
def _own_settings(qapp, monkeypatch, tmp_path):
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))


@pytest.fixture
def instrument(qapp):
    instrument = Instrument()
    ticking = QTimer(instrument, interval=20)
    ticking.timeout.connect(lambda: instrument.send(b"1,2,3\n"))
    ticking.start()
    yield instrument
    ticking.stop()
    instrument.drop()


@pytest.fixture
def session(instrument, tmp_path):
    file = tmp_path / "bench.toml"
    file.write_text(SESSION.format(port=instrument.port))
    return file


def test_a_run_with_a_limit_leaves_report_picture_and_table(session, tmp_path, capsys):
    picture, report = tmp_path / "window.png", tmp_path / "report.json"
    assert main([str(session), "--for", "400ms", "--picture", str(picture), "--json", str(report)]) == 0
    told = json.loads(report.read_text())
    assert told["devices"][0]["state"] == "open"
    assert told["devices"][0]["ledger"]["balanced"]
    assert told["window"]["first_paint_ns"] > 0
    assert told["window"]["refreshes"] > 1
    assert QImage(str(picture)).width() >= 1000
    assert "imu" in capsys.readouterr().out


def test_the_table_is_english_whatever_the_window_says(session, tmp_path, capsys):
    settings = tmp_path / "XDG_CONFIG_HOME" / "quintet" / "window.ini"
    settings.parent.mkdir(parents=True)
    settings.write_text("[window]\nlanguage=de\n")
    assert main([str(session), "--for", "400ms"]) == 0
    told = capsys.readouterr().out
    assert "open" in told
    assert "offen" not in told


def test_without_a_session_the_window_is_empty_and_ends_by_its_limit(tmp_path):
    report = tmp_path / "report.json"
    assert main(["--for", "100ms", "--json", str(report)]) == 0
    assert json.loads(report.read_text())["devices"] == []


def test_the_window_opens_where_one_left_off(session, tmp_path):
    assert main([str(session), "--for", "300ms"]) == 0
    report = tmp_path / "report.json"
    assert main(["--for", "300ms", "--json", str(report)]) == 0
    assert json.loads(report.read_text())["session"] == "Bench"


def test_an_unsound_session_is_refused_with_its_line_and_code_2(tmp_path, capsys):
    file = tmp_path / "bench.toml"
    file.write_text("[session]\nrefresh_hz = 'fast'\n")
    assert main([str(file), "--for", "100ms"]) == 2
    assert 'bench.toml:2: session: refresh_hz: expected a number from 1 to 240, got "fast"' in capsys.readouterr().err


def test_a_device_that_never_opened_costs_the_exit_code_and_is_named(session, instrument, capsys):
    instrument.drop()
    assert main([str(session), "--for", "300ms"]) == 1
    assert "imu: never opened tcp://127.0.0.1:" in capsys.readouterr().err


def test_a_picture_that_cannot_be_written_is_told_and_ends_nothing_else(session, tmp_path, capsys):
    report = tmp_path / "report.json"
    target = tmp_path / "a folder"
    target.mkdir()
    assert main([str(session), "--for", "300ms", "--picture", str(target), "--json", str(report)]) == 1
    assert f"{target}: the picture could not be written" in capsys.readouterr().err
    assert json.loads(report.read_text())["devices"][0]["ledger"]["balanced"]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_in_order_with_its_report(session, tmp_path, number):
    report = tmp_path / "report.json"
    killer = threading.Timer(0.5, os.kill, (os.getpid(), number))
    killer.start()
    assert main([str(session), "--json", str(report)]) == 0
    killer.join()
    assert json.loads(report.read_text())["devices"][0]["state"] == "open"


def test_qts_chatter_stays_off_the_terminal(session, capfd):
    main([str(session), "--for", "200ms"])
    assert "propagateSizeHints" not in capfd.readouterr().err


def test_size_and_place_are_not_touched_by_a_run_that_nobody_sees(session, tmp_path):
    main([str(session), "--for", "200ms"])
    settings = tmp_path / "XDG_CONFIG_HOME" / "quintet" / "window.ini"
    assert not settings.exists() or "geometry" not in settings.read_text()


def test_a_stall_is_made_and_told_in_the_report(session, tmp_path):
    report = tmp_path / "report.json"
    assert main([str(session), "--for", "600ms", "--stall", "python:2ms/10ms", "--json", str(report)]) == 0
    told = json.loads(report.read_text())
    assert (told["stall"]["kind"], told["stall"]["busy_ms"], told["stall"]["period_ms"]) == ("python", 2, 10)
    assert told["stall"]["count"] >= 1
    assert told["stall"]["longest_ms"] >= told["stall"]["median_ms"] >= 2
    assert told["devices"][0]["ledger"]["balanced"]


def test_a_run_without_a_stall_says_so(session, tmp_path):
    report = tmp_path / "report.json"
    assert main([str(session), "--for", "200ms", "--json", str(report)]) == 0
    assert json.loads(report.read_text())["stall"] is None


def test_a_stall_without_a_session_is_none(tmp_path):
    report = tmp_path / "report.json"
    assert main(["--for", "100ms", "--stall", "2ms/10ms", "--json", str(report)]) == 0
    assert json.loads(report.read_text())["stall"] is None
