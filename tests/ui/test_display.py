"""Where windows are drawn is decided before Qt is asked, since it aborts where it cannot connect."""

from __future__ import annotations

import os

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from ui.display import choose_platform, has_display

NAMES = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def chosen(monkeypatch: pytest.MonkeyPatch, *, headless: bool = False, **given: str) -> str | None:
    """The platform that Qt is told, where these are set and no others."""
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.platform", "linux")
    choose_platform(headless=headless)
    return os.environ.get("QT_QPA_PLATFORM")


def test_without_a_display_windows_are_drawn_off_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    assert chosen(monkeypatch) == "offscreen"


def test_an_x_display_that_may_not_answer_has_off_screen_behind_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert chosen(monkeypatch, DISPLAY=":0") == "xcb;offscreen"


def test_wayland_is_left_to_qt(monkeypatch: pytest.MonkeyPatch) -> None:
    assert chosen(monkeypatch, WAYLAND_DISPLAY="wayland-0") is None
    assert chosen(monkeypatch, WAYLAND_DISPLAY="wayland-0", DISPLAY=":0") is None


def test_what_the_user_has_set_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    assert chosen(monkeypatch, QT_QPA_PLATFORM="vnc") == "vnc"
    assert chosen(monkeypatch, QT_QPA_PLATFORM="vnc", DISPLAY=":0") == "vnc"


def test_headless_is_off_screen_whatever_there_is(monkeypatch: pytest.MonkeyPatch) -> None:
    assert chosen(monkeypatch, headless=True, DISPLAY=":0", WAYLAND_DISPLAY="wayland-0") == "offscreen"
    assert chosen(monkeypatch, headless=True, QT_QPA_PLATFORM="xcb") == "offscreen"


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_other_systems_have_their_own_display(monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", platform)
    choose_platform(headless=False)
    assert "QT_QPA_PLATFORM" not in os.environ


@pytest.mark.parametrize(
    ("name", "shown"), [("offscreen", False), ("minimal", False), ("xcb", True), ("wayland", True)]
)
def test_only_a_platform_that_shows_its_windows_is_a_display(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, name: str, shown: bool
) -> None:
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: name)
    assert has_display() is shown
