"""The bench's own screen: there for the block, and no setting of the user's on it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.bench import screen
from app.bench.rows import MeasurementError
from app.bench.screen import environment_on, virtual_screen


def socket_of(display: str) -> Path:
    return Path(f"/tmp/.X11-unix/X{display[1:]}")


def test_a_screen_is_there_for_the_block_and_two_differ() -> None:
    with virtual_screen() as one, virtual_screen() as other:
        assert one != other
        assert socket_of(one).exists()
    assert not socket_of(one).exists()


def test_without_xvfb_its_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(screen.shutil, "which", lambda _: None)
    with pytest.raises(MeasurementError, match="Debian: xvfb"), virtual_screen():
        pass


def test_a_server_that_does_not_start_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(screen.shutil, "which", lambda _: "/bin/false")
    with pytest.raises(MeasurementError, match="did not start"), virtual_screen():
        pass


def test_a_program_there_sees_no_other_display_and_no_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    given = environment_on(":7", str(tmp_path))
    assert (given["DISPLAY"], given["QT_QPA_PLATFORM"]) == (":7", "xcb")
    assert given["XDG_CONFIG_HOME"] == given["XDG_STATE_HOME"] == str(tmp_path)
    assert "WAYLAND_DISPLAY" not in given
    assert given["PATH"] == os.environ["PATH"]
