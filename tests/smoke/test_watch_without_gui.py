"""`quintet watch` and `check` where no QtGui can be imported, as on a bench computer without a desktop."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command import ROOT, assert_sound, report, run, surroundings

BLOCKER = Path(__file__).parent / "no_gui"


@pytest.fixture
def without_gui() -> dict[str, str]:
    return surroundings(PYTHONPATH=os.pathsep.join([str(BLOCKER), str(ROOT)]))


@pytest.mark.parametrize("module", ["PySide6.QtGui", "PySide6.QtWidgets", "pyqtgraph"])
def test_the_module_really_cannot_be_imported(without_gui, module):
    tried = subprocess.run([sys.executable, "-c", f"import {module}"], env=without_gui, capture_output=True, text=True)
    assert f"{module} cannot be imported here" in tried.stderr


def test_watch_decodes_five_devices_without_a_gui(without_gui, simulated, tmp_path):
    file = tmp_path / "report.json"
    with simulated() as (session, _simulator):
        ended = run("watch", session, "--for", "2s", "--json", file, environment=without_gui)
    assert ended.code == 0, ended
    devices = report(file)["devices"]
    assert len(devices) == 5
    for device in devices:
        assert_sound(device)


def test_check_reads_a_session_without_a_gui(without_gui, simulated):
    with simulated() as (session, _simulator):
        ended = run("check", session, environment=without_gui)
    assert ended.code == 0, ended


@pytest.mark.parametrize(
    "words", [["--help"], ["--version"], ["watch", "--help"], ["simulate", "--help"], ["check", "--help"]]
)
def test_help_is_given_without_a_gui(without_gui, words):
    ended = run(*words, environment=without_gui)
    assert ended.code == 0, ended
    assert "quintet" in ended.printed
