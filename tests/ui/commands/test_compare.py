"""`quintet compare` from its words to its exit code: what cannot be meant is refused before a window is made."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest
from PySide6.QtGui import QImage

from app.comparison.schema import Comparison
from ui.cli import main

SESSION = '[[device]]\nname = "imu"\nlink = "tcp://127.0.0.1:{port}"\n'


@pytest.fixture(autouse=True)
def _own_place(qapp, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("ui.compare_command.WARM_UP_NS", 1_000_000)
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))


def ended(*words: str) -> int:
    try:
        return main(["compare", *words])
    except SystemExit as end:
        return int(end.code or 0)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "expected a SESSION or --demo, and not both"),
        (("s.toml", "--demo"), "expected a SESSION or --demo, and not both"),
        (("s.toml", "--rate", "2"), "--rate is the demo's: real devices send as they like"),
        (("--demo", "--json", "-", "--html", "-"), "--json and --html cannot both go to standard output"),
        (("missing.toml",), "missing.toml"),
        (("--demo", "--rounds", "0"), "expected a whole number from 1 to 10 (40 pairs, the most that the exact test"),
        (("--demo", "--rounds", "11"), "takes), got '11'"),
        (("--demo", "--rounds", "two"), "got 'two'"),
        (("--demo", "--for", "100ms"), "expected 400ms (a block is then six refreshes) to 10min (a machine drifts)"),
        (("--demo", "--for", "11min"), "got '11min'"),
        (("--demo", "--for", "10"), "expected a number with a unit"),
        (("--demo", "--acceptable", "0ms"), "expected more than nothing"),
        (("--demo", "--rate", "0"), "rate 0 is neither a number above 0 nor max"),
        (("--demo", "--stall", "nap:1ms/2ms"), "expected the kind sleep, python or native"),
        (("--demo", "--html", "nowhere/x.html"), "there is no folder 'nowhere'"),
    ],
)
def test_what_cannot_be_meant_is_bad_usage(words, said, capsys):
    assert ended(*words) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert said in told.err


def test_a_session_that_is_not_sound_or_has_no_device_is_refused(capsys):
    Path("s.toml").write_text("[session]\nrefresh_hz = 'fast'\n")
    assert ended("s.toml") == 2
    assert "s.toml:2: session: refresh_hz" in capsys.readouterr().err
    Path("s.toml").write_text("[session]\n")
    assert ended("s.toml") == 2
    assert "nothing to compare" in capsys.readouterr().err


def test_a_short_run_on_simulated_devices_is_too_few_and_tells_all_the_same(capsys):
    words = ("--demo", "--for", "800ms", "--rounds", "1", "--baseline", "--json", "c.json", "--html", "c.html")
    assert ended(*words, "--picture", "c.png") == 1
    told = capsys.readouterr()
    assert told.err == ""
    lines = told.out.strip().splitlines()
    assert "Round 1 of 1, block 8 of 8: the GUI thread reads" in lines
    assert lines[-1] == "Too few to tell: 4 sound pairs of blocks where 8 are needed."
    assert all(len(line) <= 80 for line in lines)
    check_report(Path("c.json").read_text())
    assert "<!DOCTYPE html>" in Path("c.html").read_text()
    assert QImage("c.png").width() >= 1000


def check_report(text: str) -> None:
    found = msgspec.json.decode(text, type=Comparison)
    assert found.verdict_kind == "too few"
    assert [block.broken for block in found.blocks] == [""] * 8
    assert found.environment["display"] == "off screen"
    assert found.yardstick is not None
    assert set(found.yardstick.bytes_per_s) == set(found.links)
    for mode in found.modes.values():
        assert mode.links["imu"].measures["readable_painted"].count > 0
    assert all(ledger["balanced"] for ledger in found.ledgers[0].values())
    assert all(link["inode_start"] == link["inode_end"] is not None for link in found.links.values())
    assert "NaN" not in json.dumps(json.loads(text))


def test_a_device_that_never_opens_is_said_and_the_report_is_written(monkeypatch, capsys):
    monkeypatch.setattr("ui.compare_command.OPEN_NS", 100_000_000)
    Path("s.toml").write_text(SESSION.format(port=1))
    assert ended("s.toml", "--for", "400ms", "--json", "-") == 1
    told = capsys.readouterr()
    assert "no link opened within 0.1 s: imu: " in told.err
    assert "imu: never opened tcp://127.0.0.1:1" in told.err
    found = msgspec.json.decode(told.out, type=Comparison)
    assert (found.verdict_kind, found.blocks) == ("too few", ())
    assert not found.links["imu"]["opened"]
