"""What `quintet demo` asks of the window and of the devices; the window itself is tested by itself."""

from __future__ import annotations

import argparse
from typing import ClassVar

import pytest

from app.quantities import Duration
from ui.commands import demo

SECOND = 10**9


class Window:
    """Stands where the window is; notes what is asked of it."""

    asked: ClassVar[list[object]] = []

    def __init__(self, options: argparse.Namespace) -> None:
        type(self).asked = []

    def __enter__(self) -> Window:
        return self

    def __exit__(self, *_: object) -> None:
        self.asked.append("closed")

    def limit_to(self, limit: Duration, picture: str) -> None:
        self.asked.append((limit, picture))

    def simulate(self, arguments: list[str], *, controlled: bool) -> None:
        assert controlled
        self.asked.append(arguments)

    def execute(self) -> int:
        return 7


def ran(monkeypatch: pytest.MonkeyPatch, *words: str, display: bool) -> list[object]:
    monkeypatch.setattr("ui.window_command.WindowCommand", Window)
    monkeypatch.setattr("ui.display.has_display", lambda: display)
    monkeypatch.setattr("ui.display.choose_platform", lambda *, headless: None)
    parser = argparse.ArgumentParser()
    demo.add_arguments(parser)
    assert demo.run(parser.parse_args(words)) == 7
    return Window.asked


def test_on_a_display_it_runs_until_it_is_closed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ran(monkeypatch, display=True) == [["--rate", "1", "--port", "0"], "closed"]
    assert capsys.readouterr().err == ""


def test_without_a_display_it_says_so_and_ends_after_ten_seconds_with_a_picture(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ran(monkeypatch, display=False)
    assert asked == [(10 * SECOND, "quintet-demo.png"), ["--rate", "1", "--port", "0"], "closed"]
    assert capsys.readouterr().err == "quintet: No display: the same window runs off screen for 10 s.\n"


def test_what_the_user_has_asked_for_goes_before(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = ran(monkeypatch, "--for", "500ms", "--picture", "mine.png", display=False)
    assert asked[0] == (SECOND // 2, "mine.png")


def test_rate_and_port_are_the_simulators(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = ran(monkeypatch, "--rate", "max", "--port", "7001", display=True)
    assert asked[0] == ["--rate", "max", "--port", "7001"]


def test_faults_and_seed_are_handed_on_where_they_are_given(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = ran(monkeypatch, "--faults", "imu:stall@5s/2s, random/3s", "--seed", "7", display=True)
    assert asked[0] == ["--rate", "1", "--port", "0", "--faults", "imu:stall@5s/2s, random/3s", "--seed", "7"]
