"""The session files opened last, the newest first: what File > Open recent shows and `quintet` alone goes on with.

A convenience, so nothing about it may stop the program: an unreadable list counts as empty and is put aside under
another name (somebody may want to know what happened), and a list that cannot be saved is kept in memory, with the
reason in `problem`. The file is read again before each change, since two windows may share it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

from app.session.problems import SaveError
from app.session.saving import save_atomically
from app.session.source import SourceError, read_bytes

KEPT = 10  # more than fit a menu at a glance are found sooner with the file dialog
VERSION = 1


class RecentSessions:
    """The list in `file`, whose folder is made when it is first needed.

    Attributes:
        problem: why the list could not be read or saved the last time, None where it could.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._paths: list[Path] = []
        self.problem: str | None = None
        self._load()

    def paths(self) -> list[Path]:
        """The newest first, absolute. A file that is not there (a stick that is not plugged in) keeps its place."""
        return list(self._paths)

    def last(self) -> Path | None:
        """Where the user left off."""
        return self._paths[0] if self._paths else None

    def add(self, path: str | os.PathLike[str]) -> None:
        """This session has been opened."""
        opened = _absolute(path)
        self._change(lambda paths: [opened, *(other for other in paths if other != opened)])

    def remove(self, path: str | os.PathLike[str]) -> None:
        """Forget this one."""
        gone = _absolute(path)
        self._change(lambda paths: [other for other in paths if other != gone])

    def clear(self) -> None:
        """Forget all of them."""
        self._change(lambda _paths: [])

    def _change(self, change: Callable[[list[Path]], list[Path]]) -> None:
        if self.problem is None:
            self._load()
        self._paths = change(self._paths)[:KEPT]
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._put_aside_unreadable()
            save_atomically(self._file, _written(self._paths))
        except (OSError, SaveError) as error:
            self.problem = str(error)
        else:
            self.problem = None

    def _load(self) -> None:
        """What the file says now; no file is an empty list."""
        try:
            self._paths = _read(self._file)
            self.problem = None
        except FileNotFoundError:
            self._paths, self.problem = [], None
        except (SourceError, ValueError, RecursionError) as error:
            self.problem = f"{self._file}: {error}"

    def _put_aside_unreadable(self) -> None:
        if self._file.is_file():
            try:
                _read(self._file)
            except (SourceError, ValueError, RecursionError):
                os.replace(self._file, self._file.with_name(self._file.name + ".unreadable"))


def _absolute(path: str | os.PathLike[str]) -> Path:
    return Path(os.path.abspath(path))  # not resolved: a link that is pointed elsewhere tomorrow is meant as a link


def _read(file: Path) -> list[Path]:
    """Raises FileNotFoundError, SourceError, or ValueError for what is no such list."""
    if not os.path.lexists(file):
        raise FileNotFoundError(file)
    content = json.loads(read_bytes(file))
    texts = content.get("sessions") if isinstance(content, dict) else None
    if not isinstance(texts, list) or not all(isinstance(text, str) and text and "\0" not in text for text in texts):
        raise ValueError("is no list of sessions")
    return list(dict.fromkeys(_absolute(text) for text in texts))[:KEPT]


def _written(paths: list[Path]) -> bytes:
    """ASCII, so that a name which is no UTF-8 (kept by Python as lone surrogates) comes back as it was."""
    return (json.dumps({"version": VERSION, "sessions": [str(path) for path in paths]}, indent=1) + "\n").encode(
        "ascii"
    )
