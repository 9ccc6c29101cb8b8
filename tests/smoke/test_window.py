"""The demo as a user starts it: on a screen, and where there is none."""

from __future__ import annotations

import os
import select
import struct
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from tests.command import STUCK_S, assert_sound, outcome, report, run, start, surroundings

FEW_COLOURS = 60  # an empty screen has one, an empty window a dozen; text and five plots have hundreds


def assert_five_sound_devices(file: Path) -> None:
    devices = report(file)["devices"]
    assert len(devices) == 5
    for device in devices:
        assert_sound(device)


def colours_seen(screen, process: subprocess.Popen[str]) -> int:
    """The most colours that the screen showed while the process ran."""
    most = 0
    for _ in range(int(STUCK_S / 0.25)):
        try:
            process.wait(0.25)
        except subprocess.TimeoutExpired:
            most = max(most, len(np.unique(screen.pixels())))
            continue
        break
    return most


def test_the_demo_shows_five_devices_on_a_screen(screen, tmp_path):
    file = tmp_path / "report.json"
    words = ("demo", "--for", "5s", "--json", file)
    with start(*words, environment=screen.surroundings(), folder=tmp_path) as demo:
        colours = colours_seen(screen, demo)
        ended = outcome(demo)
    assert ended.code == 0, ended
    assert "No display" not in ended.said
    assert colours > FEW_COLOURS
    assert_five_sound_devices(file)


def test_the_report_of_the_demo_can_go_to_standard_output(screen, tmp_path):
    ended = run("demo", "--for", "2s", "--json", "-", environment=screen.surroundings(), folder=tmp_path)
    assert ended.code == 0, ended
    file = tmp_path / "printed.json"
    file.write_text(ended.printed)
    assert_five_sound_devices(file)


@pytest.fixture
def no_display() -> dict[str, str]:
    return surroundings(DISPLAY=None, WAYLAND_DISPLAY=None, QT_QPA_PLATFORM=None)


def test_without_a_display_the_demo_says_so_and_leaves_a_picture_and_a_table(no_display, tmp_path):
    file = tmp_path / "report.json"
    ended = run("demo", "--for", "3s", "--json", file, environment=no_display, folder=tmp_path)
    assert ended.code == 0, ended
    assert "no display" in ended.said.lower() + ended.printed.lower()
    assert_five_sound_devices(file)
    for device in report(file)["devices"]:
        assert device["name"] in ended.printed
    width, height = size_of_png(tmp_path / "quintet-demo.png")
    assert width >= 800
    assert height >= 500


def size_of_png(file: Path) -> tuple[int, int]:
    head = file.read_bytes()[:24]  # the signature, then the header chunk (RFC 2083)
    assert head.startswith(b"\x89PNG\r\n\x1a\n")
    return struct.unpack(">II", head[16:24])


@pytest.mark.skipif(sys.platform != "linux", reason="finds the child of a process in /proc")
def test_the_simulated_devices_end_with_a_demo_that_is_killed(no_display, tmp_path):
    with start("demo", "--for", "60s", environment=no_display, folder=tmp_path) as demo:
        simulator = os.pidfd_open(child_of(demo))
        demo.kill()
        outcome(demo)
    try:
        assert select.select([simulator], [], [], STUCK_S)[0], "the simulated devices run on"
    finally:
        os.close(simulator)


def child_of(process: subprocess.Popen[str]) -> int:
    """Wait for the first child of a running process; its process id."""
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    for _ in range(int(STUCK_S / 0.05)):
        if found := children.read_text().split():
            return int(found[0])
        try:
            process.wait(0.05)
        except subprocess.TimeoutExpired:
            continue
        break
    raise AssertionError(f"started no process: {outcome(process)}")


def test_a_demo_whose_window_is_stalled_by_native_code_loses_nothing_and_tells_the_stall(no_display, tmp_path):
    words = ("demo", "--headless", "--for", "3s", "--stall", "native:50ms/300ms", "--json", "-")
    ended = run(*words, environment=no_display, folder=tmp_path)
    assert ended.code == 0, ended
    file = tmp_path / "printed.json"
    file.write_text(ended.printed)
    assert_five_sound_devices(file)
    stall = report(file)["stall"]
    assert (stall["kind"], stall["busy_ms"], stall["period_ms"]) == ("native", 50, 300)
    assert stall["count"] >= 1
    assert stall["longest_ms"] >= stall["median_ms"] > 0
