"""`quintet check` tells what a session means, or where it is wrong."""

from __future__ import annotations

import argparse
import io
import sys
from pathlib import Path

import pytest

from ui.commands import check

SOUND = """\
[session]
title = "Bench 3"

[[device]]
name = "imu"
link = "tcp://192.168.7.20:7001"
decoding = { type = "csv", fields = ["ax [m/s²]"] }
"""


def checked(path: Path | str) -> int:
    parser = argparse.ArgumentParser()
    check.add_arguments(parser)
    return check.run(parser.parse_args([str(path)]))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "bench.toml"
    file.write_text(SOUND, encoding="utf-8")
    return file


def test_a_sound_session_is_told_with_what_each_device_means(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert checked(file) == 0
    told = capsys.readouterr()
    assert told.err == ""
    assert told.out.startswith("Bench 3: 1 device")
    for fact in ("imu\n", "port 7001 of 192.168.7.20", "ax"):
        assert fact in told.out


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("name", "nmae"), 'bench.toml:5: device 1: nmae: unknown key: did you mean "name"?'),
        (("tcp://192.168.7.20:7001", "tcp://192.168.7.20:70000"), "70000"),
        (("csv", "cvs"), '"csv"'),
        (('"Bench 3"', "Bench 3"), "bench.toml:2"),
    ],
)
def test_what_is_wrong_is_said_with_its_place_and_exit_code_2(
    file: Path, capsys: pytest.CaptureFixture[str], change: tuple[str, str], said: str
) -> None:
    file.write_text(SOUND.replace(*change, 1), encoding="utf-8")
    assert checked(file) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert said in told.err


def test_a_file_that_is_not_there_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert checked(tmp_path / "missing.toml") == 2
    assert "missing.toml" in capsys.readouterr().err


def test_a_mode_that_there_is_not_is_said(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_text(SOUND.replace("[[device]]", 'transport = "threat"\n\n[[device]]', 1), encoding="utf-8")
    assert checked(file) == 2
    assert "thread" in capsys.readouterr().err


def test_what_the_file_says_acts_on_no_terminal(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    greeting = 'on_connect = ["\\u001b[2J\\u009b31m\\u202e"]\n'
    file.write_text(SOUND + greeting, encoding="utf-8")
    assert checked(file) == 0
    told = capsys.readouterr().out
    assert not [c for c in told if not c.isprintable() and c != "\n"]


class Full(io.StringIO):
    def write(self, text: str) -> int:
        raise OSError(28, "No space left on device")


def test_an_output_that_cannot_be_written_is_a_failure(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdout", Full())
    assert checked(file) == 1
    assert "No space left on device" in capsys.readouterr().err
