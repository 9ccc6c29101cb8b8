"""Writes a file whole or not at all: a reader that waits for it never sees half of it."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path


def write(path: Path, text: str) -> None:
    """Replaces `path` by a file with this text. OSError, and the old file as it was, when that fails."""
    target = path.resolve()  # a symbolic link stays one
    if target.exists() and not target.is_file():
        raise FileExistsError(17, "exists and is not a regular file", str(path))
    draft = target.with_name(f".{target.name}.{os.getpid()}.draft")
    try:
        with draft.open("x", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            draft.unlink()
        raise
