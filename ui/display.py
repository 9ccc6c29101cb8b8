"""Is there a display? Decided before QApplication, since Qt aborts where it cannot connect to one."""

from __future__ import annotations

import os
import sys


def choose_platform(*, headless: bool) -> None:
    """Let Qt draw off screen where that was asked for or where no display is to be had.

    What the user has set stays. An X display that is named but does not answer falls back to off screen too: Qt takes
    the first platform of a list that works.
    """
    if headless:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    elif sys.platform.startswith("linux") and "QT_QPA_PLATFORM" not in os.environ:
        if "WAYLAND_DISPLAY" in os.environ:
            return
        os.environ["QT_QPA_PLATFORM"] = "xcb;offscreen" if "DISPLAY" in os.environ else "offscreen"


def has_display() -> bool:
    """Whether the running QApplication shows its windows to anyone."""
    from PySide6.QtGui import QGuiApplication

    return QGuiApplication.platformName() not in ("offscreen", "minimal")
