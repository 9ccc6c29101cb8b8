"""Histories of commands in the settings file, for the devices whose user asked for that, and for no other.

Commands may hold passwords, so a history lives in memory and goes with the program unless it is to be kept; a change of
mind takes it off the disk at once. The file is made readable by its user alone before the first is written: QSettings
makes it as the umask says, and keeps what it finds. What it holds is checked as anything from a disk is: a history that
is not sound is none.

One value holds all histories, as JSON: names of devices may have any character, keys of QSettings may not.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSettings

from ui.sending.draft import ENDINGS, LONGEST, Draft, Notation
from ui.sending.history import MOST
from ui.translate import tr

KEY = "sending/histories"
MOST_DEVICES = 32  # kept on disk; beyond, the one that has not been used for longest goes
MOST_CHARACTERS = 32 << 10  # of one device's commands, the newest
MOST_TEXT = 8 << 20  # of JSON that is read at all: more than what is ever written


class KeptHistories:
    """`settings` None: nothing can be kept."""

    def __init__(self, settings: QSettings | None = None) -> None:
        self._settings = settings

    @property
    def can_keep(self) -> bool:
        return self._settings is not None

    def is_kept(self, name: str) -> bool:
        return name in self._read()

    def load(self, name: str) -> list[Draft]:
        """Oldest first."""
        found = [_draft(each) for each in self._read().get(name, [])[-MOST:]]
        return [draft for draft in found if draft is not None]

    def save(self, name: str, drafts: Sequence[Draft]) -> str:
        """Keep these, and from now on this device; why that cannot be, "" where it is done."""
        histories = self._read()
        histories.pop(name, None)
        histories[name] = [[d.text, str(d.notation), d.text_ending, d.hex_ending] for d in _newest(drafts)]
        while len(histories) > MOST_DEVICES:
            del histories[next(iter(histories))]
        return self._write(histories)

    def forget(self, name: str) -> str:
        """Take this device's off the disk; why that cannot be, "" where it is done."""
        histories = self._read()
        return self._write(histories) if histories.pop(name, None) is not None else ""

    def _write(self, histories: dict[str, list[object]]) -> str:
        if self._settings is None:
            return tr("there are no settings")
        try:
            _make_private(Path(self._settings.fileName()))
        except OSError as error:
            return f"{self._settings.fileName()}: {error.strerror}"
        self._settings.setValue(KEY, json.dumps(histories))
        self._settings.sync()  # what is forgotten is not to wait for the end of the program
        if self._settings.status() != QSettings.Status.NoError:
            return tr("{file} cannot be written").format(file=self._settings.fileName())
        return ""

    def _read(self) -> dict[str, list[object]]:
        text = self._settings.value(KEY) if self._settings is not None else None
        if not isinstance(text, str) or len(text) > MOST_TEXT:
            return {}
        try:
            value = json.loads(text)
        except (ValueError, RecursionError):
            return {}
        if not isinstance(value, dict):
            return {}
        return {name: drafts for name, drafts in value.items() if isinstance(drafts, list)}


def _make_private(file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch(mode=0o600)
    file.chmod(0o600)


def _newest(drafts: Sequence[Draft]) -> list[Draft]:
    lengths = itertools.accumulate(len(draft.text) for draft in reversed(drafts[-MOST:]))
    count = sum(length <= MOST_CHARACTERS for length in lengths)
    return list(drafts[len(drafts) - count :])


def _draft(value: object) -> Draft | None:
    match value:
        case [str(text), str(notation), str(text_ending), str(hex_ending)]:
            is_sound = len(text) <= LONGEST and notation in tuple(Notation)
            if is_sound and text_ending in ENDINGS and hex_ending in ENDINGS:
                return Draft(text, Notation(notation), text_ending, hex_ending)
    return None
