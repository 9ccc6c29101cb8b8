"""What a bundle says of the system."""

from __future__ import annotations

import json
import platform
from pathlib import Path

import pytest

from app.support import system as module
from app.support.system import system


def test_it_is_ready_for_json_and_names_versions_limits_and_sysctls() -> None:
    found = json.loads(json.dumps(system(), allow_nan=False))
    assert found["python"] == platform.python_version()
    assert found["packages"]["numpy"]
    assert {"sysctls", "limits", "memory_kb", "load_average", "settings", "qt", "cpus", "quintet"} <= found.keys()


def test_the_name_of_this_computer_is_not_in_it() -> None:
    assert platform.node() not in json.dumps(system()).split('"')


def test_where_there_is_no_proc_nothing_is_invented(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(module, "_PROC", tmp_path)
    found = system()
    assert set(found["sysctls"].values()) == {None}
    assert found["memory_kb"] is None


def test_a_package_that_is_not_there_has_no_version(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PACKAGES", ("no-such-package-of-anybody",))
    assert system()["packages"] == {"no-such-package-of-anybody": None}


def test_only_settings_that_change_how_we_run_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_SCALE_FACTOR", "2")
    monkeypatch.setenv("MY_TOKEN", "hunter2")
    settings = system()["settings"]
    assert settings["QT_SCALE_FACTOR"] == "2"
    assert "MY_TOKEN" not in settings
