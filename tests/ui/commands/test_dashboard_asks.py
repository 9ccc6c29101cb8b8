"""`quintet [SESSION]` opens the session that was named, else the one where the user left off."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import ClassVar

import pytest

from ui.commands import dashboard


class Window:
    """Stands where the window is: opens the sessions that it `knows`, and notes what is asked of it."""

    knows: ClassVar[set[str]] = set()
    nobody_is_there = False
    opened: ClassVar[list[str]] = []

    def __init__(self, options: argparse.Namespace) -> None:
        type(self).opened = []
        self.recent = self.dashboard = self

    def __enter__(self) -> Window:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def open_file(self, path: Path) -> bool:
        self.opened.append(str(path))
        return str(path) in self.knows

    @property
    def must_end(self) -> bool:
        return self.nobody_is_there

    def refuse(self) -> int:
        return 2

    def execute(self) -> int:
        return 0


@pytest.fixture(autouse=True)
def _window(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Window, "knows", {"bench.toml"})
    monkeypatch.setattr("ui.window_command.WindowCommand", Window)


def ran(monkeypatch: pytest.MonkeyPatch, *words: str, last: str | None = None, nobody: bool = False) -> int:
    monkeypatch.setattr(Window, "left_off", lambda _self: Path(last) if last else None, raising=False)
    monkeypatch.setattr(Window, "nobody_is_there", nobody)
    parser = argparse.ArgumentParser()
    dashboard.add_arguments(parser)
    return dashboard.run(parser.parse_args(words))


def test_the_named_session_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    assert ran(monkeypatch, "bench.toml", last="other.toml") == 0
    assert Window.opened == ["bench.toml"]


def test_without_a_name_it_is_the_one_where_the_user_left_off(monkeypatch: pytest.MonkeyPatch) -> None:
    assert ran(monkeypatch, last="bench.toml") == 0
    assert Window.opened == ["bench.toml"]


def test_the_first_time_the_window_is_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    assert ran(monkeypatch) == 0
    assert Window.opened == []


def test_a_session_that_is_not_sound_is_shown_in_the_window(monkeypatch: pytest.MonkeyPatch) -> None:
    assert ran(monkeypatch, "broken.toml") == 0


def test_where_nobody_reads_the_window_it_is_bad_usage(monkeypatch: pytest.MonkeyPatch) -> None:
    assert ran(monkeypatch, "broken.toml", nobody=True) == 2


def test_where_the_user_left_off_may_have_gone_and_that_fails_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert ran(monkeypatch, last="gone.toml", nobody=True) == 0
