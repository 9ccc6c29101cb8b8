"""Where the user left off is where the next start begins, unless it was closed by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.ui.desk import Desk
from ui.cli import main


def test_what_was_opened_last_is_gone_on_with_until_it_is_closed(desk: Desk, tmp_path: Path):
    left = desk.dashboard.left
    assert left.session is None
    left.remember(tmp_path / "a.toml")
    left.remember(tmp_path / "b.toml")
    assert left.session == tmp_path / "b.toml"
    left.close()
    assert (left.session, left.last_file) == (None, tmp_path / "b.toml")
    left.remember(tmp_path / "b.toml")
    assert left.session == tmp_path / "b.toml"


def test_what_is_to_be_forgotten_is_nowhere(desk: Desk, tmp_path: Path):
    desk.dashboard.left.remember(tmp_path / "a.toml")
    desk.window.recentClearWished.emit()
    assert desk.dashboard.left.session is None
    assert desk.recent.paths() == []


def test_clean_begins_without_a_session(qapp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    file, report = tmp_path / "bench.toml", tmp_path / "report.json"
    file.write_text('[session]\ntitle = "Bench"\n')

    def title(*words: str) -> str:
        assert main([*words, "--for", "50ms", "--json", str(report)]) == 0
        return str(json.loads(report.read_text())["session"])

    assert title(str(file)) == "Bench"
    assert title() == "Bench"
    assert title("--clean") == ""
    assert title() == "Bench"
