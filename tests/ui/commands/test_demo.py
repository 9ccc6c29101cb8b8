"""`quintet demo` in this process: where nobody can close the window it ends by itself and leaves a picture."""

import json
import socket
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
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert main(["demo", "--for", "5s", "--port", str(port)]) == 1
    assert "is taken" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        ("--port", "70000"),
        ("--port", "x"),
        ("--rate", "0"),
        ("--rate", "nan"),
        ("--rate", "quick"),
        ("--faults", "explode"),
        ("--seed", "x"),
    ],
)
def test_what_the_simulator_would_not_take_is_bad_usage(capsys, words):
    with pytest.raises(SystemExit) as ended:
        main(["demo", *words])
    assert ended.value.code == 2
    assert words[1] in capsys.readouterr().err
