"""`quintet demo` in this process: where nobody can close the window it ends by itself and leaves a picture."""

import json
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from ui.cli import main
from ui.commands import demo


@pytest.fixture(autouse=True)
def _own_place(qapp, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))


def test_off_screen_it_says_so_and_leaves_picture_and_report(capsys):
    assert main(["demo", "--for", "1500ms", "--json", "report.json"]) == 0
    assert "No display: the same window runs off screen for 1.5 s." in capsys.readouterr().err
    devices = json.loads(Path("report.json").read_text())["devices"]
    assert len(devices) == 5
    assert all(device["ledger"]["balanced"] for device in devices)
    assert QImage(demo.PICTURE).width() >= 1000


def test_a_demo_is_not_where_one_left_off():
    main(["demo", "--for", "500ms", "--json", "demo.json"])
    assert main(["--for", "50ms", "--json", "after.json"]) == 0
    assert json.loads(Path("after.json").read_text())["devices"] == []


def test_devices_that_cannot_be_started_end_it_with_the_reason(capsys):
    assert main(["demo", "--for", "5s", "--port", "70000"]) != 0
    assert "70000" in capsys.readouterr().err
