"""A screen of the bench's own: Xvfb, in a process of its own, for as long as a block runs.

The same for everyone: no other windows, no compositor, the software raster. A window that is 1600 x 1000 fits, with
some room, since Qt makes a restored window smaller where its title would not fit.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

from app.bench.rows import MeasurementError

SCREEN = "1680x1080x24"
WINDOW = (1600, 1000)


@contextmanager
def virtual_screen() -> Iterator[str]:
    """Yields its name (":1")."""
    program = shutil.which("Xvfb")
    if program is None:
        raise MeasurementError("this figure needs Xvfb (Debian: xvfb), a screen that every machine has alike")
    reading, writing = os.pipe()
    command = [program, "-screen", "0", SCREEN, "-nolisten", "tcp", "-noreset", "-displayfd", str(writing)]
    started = subprocess.Popen(command, stderr=subprocess.DEVNULL, pass_fds=[writing])
    os.close(writing)
    with open(reading, encoding="ascii") as told, started as server:
        try:
            number = told.readline().strip()
            if not number:
                raise MeasurementError("Xvfb did not start")
            yield f":{number}"
        finally:
            server.terminate()


def environment_on(display: str, folder: str) -> dict[str, str]:
    """A user's first start on that screen: no settings, no recent session, on X."""
    own = {"XDG_CONFIG_HOME": folder, "XDG_STATE_HOME": folder, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    left_out = ("WAYLAND_DISPLAY", "XAUTHORITY", "QT_SCALE_FACTOR")
    return {name: value for name, value in os.environ.items() if name not in left_out} | own
