"""What a file is proposed to be called, and which kind its name makes it."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QStandardPaths

LONGEST_WORD = 40
Location = QStandardPaths.StandardLocation


def proposed(title: str, at: datetime, suffix: str, location: Location) -> Path:
    """In the user's folder for such files: what it is of, and when it was taken. A title can be anything, from a file
    or a device: of it only letters and digits are kept."""
    words = re.sub(r"[^\w]+", "-", title).strip("-_")[:LONGEST_WORD].strip("-_") or "quintet"
    return _folder(location) / f"{words}-{at:%Y-%m-%dT%H%M%S}.{suffix}"


def _folder(location: Location) -> Path:
    """One that there is: a file dialog that is sent elsewhere silently begins where another one ended."""
    folder = Path(QStandardPaths.writableLocation(location) or str(Path.home()))
    return folder if folder.is_dir() else Path.home()


def suffix_of(path: str) -> str:
    return Path(path).suffix.lower().removeprefix(".")
