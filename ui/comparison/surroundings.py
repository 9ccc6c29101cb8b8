"""What a comparison's report says of the window that was painted meanwhile."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ui.display import has_display


def surroundings(window: QWidget) -> dict[str, str]:
    """On which display, how large."""
    platform = QGuiApplication.platformName()
    return {
        "display": f"on the display ({platform})" if has_display() else "off screen",
        "platform": platform,
        "window": f"{window.width()} x {window.height()}",
    }
