"""A virtual screen to see the real window on, and simulated devices to connect to."""

from __future__ import annotations

import os
import struct
import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from tests.command import appears, start, surroundings

SIZE = (1600, 1000)


@dataclass(frozen=True)
class Screen:
    """An X server without a monitor, whose frame buffer is a file in the X window dump format (XWDFile.h)."""

    name: str
    frame_buffer: Path

    def surroundings(self) -> dict[str, str]:
        """The environment of a program that is to show itself here."""
        return surroundings(DISPLAY=self.name, WAYLAND_DISPLAY=None, QT_QPA_PLATFORM=None)

    def pixels(self) -> np.ndarray:
        """What is on the screen now: uint32[height, width], 0x00RRGGBB."""
        dump = self.frame_buffer.read_bytes()
        header = struct.unpack(">25I", dump[:100])
        start, width, height, line_bytes, colours = (
            header[0] + header[19] * 12,
            header[4],
            header[5],
            header[12],
            0xFFFFFF,
        )
        lines = np.frombuffer(dump, "<u4", line_bytes // 4 * height, start).reshape(height, -1)
        return lines[:, :width] & colours


@pytest.fixture(scope="module")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    folder = tmp_path_factory.mktemp("screen")
    read_end, write_end = os.pipe()
    geometry = f"{SIZE[0]}x{SIZE[1]}x24"
    words = [
        "Xvfb",
        "-displayfd",
        str(write_end),
        "-screen",
        "0",
        geometry,
        "-fbdir",
        str(folder),
        "-nolisten",
        "tcp",
        "-noreset",
    ]
    with subprocess.Popen(words, pass_fds=[write_end], stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            os.close(write_end)
            with os.fdopen(read_end) as announced:
                yield Screen(f":{announced.readline().strip()}", folder / "Xvfb_screen0")
        finally:
            server.terminate()


@pytest.fixture
def simulated(tmp_path: Path) -> Callable[..., AbstractContextManager[tuple[Path, subprocess.Popen[str]]]]:
    """`quintet simulate WORDS` with its session file, once all five listen."""

    @contextmanager
    def simulate(*words: object) -> Iterator[tuple[Path, subprocess.Popen[str]]]:
        session = tmp_path / "simulated.toml"
        with start("simulate", "--port", 0, "--session", session, *words) as process:
            yield appears(session, process), process

    return simulate
