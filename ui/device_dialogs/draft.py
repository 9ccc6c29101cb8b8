"""One device as it is being written: the words of the session file, right or wrong, and what is wrong with them. Pure.

Words that the form has no field for stay as they are. A framing (a decoding, a time) that is put aside for another one
is kept, so that going back to it loses nothing.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

from app.link.options import LinkOptions
from app.preview import Settings
from app.session.one_device import check_device, device_words
from app.session.places import Path
from app.session.problems import Problem
from app.session.schema import DeviceOptions

ARRIVAL, RATE, FIELD = "arrival", "rate", "field"
NEW: dict[str, Any] = {
    "name": "",
    "link": "",
    "framing": {"type": "line"},
    "decoding": {"type": "csv", "header": True},
}
READING = ("framing", "decoding", "time")  # how bytes are read; the rest is who sends them


@dataclass(frozen=True, slots=True)
class Verdict:
    """A device where all is sound, else None and the problems."""

    device: DeviceOptions | None
    problems: tuple[Problem, ...]


class Draft:
    """Attributes: words, of the device, as a file would have them."""

    def __init__(self, device: DeviceOptions | None = None) -> None:
        self.words: dict[str, Any] = copy.deepcopy(NEW) if device is None else device_words(device)
        self._aside: dict[tuple[str, str], dict[str, Any]] = {}
        self._checked: dict[str, DeviceOptions | None] = {}  # until a word changes; a check takes 4 ms

    # -- words

    def get(self, path: Path) -> Any:
        """None where the word is not there."""
        value: Any = self.words
        for part in path:
            value = value.get(part) if isinstance(value, dict) else None
        return value

    def set(self, path: Path, value: Any) -> None:
        """None takes the word away: its default holds."""
        self._checked.clear()
        *parents, last = path
        table = self.words
        for part in parents:
            table = table.setdefault(str(part), {})
        if value is None:
            table.pop(str(last), None)
        else:
            table[str(last)] = value

    def kind(self, section: str) -> str:
        """The "type" of a framing or a decoding; of a time, which word it is told by."""
        if section == "time":
            time = self.words.get("time")
            return next((word for word in (RATE, FIELD) if isinstance(time, dict) and word in time), ARRIVAL)
        return str(self.get((section, "type")))

    def choose_kind(self, section: str, kind: str) -> None:
        """Another framing, decoding or time; what was said of the one before is put aside."""
        before = self.kind(section)
        if kind == before:
            return
        self._checked.clear()
        said = self.words.get(section)
        if isinstance(said, dict):
            self._aside[section, before] = said
        fresh: dict[str, Any] = {kind: ""} if section == "time" else {"type": kind}
        self.words[section] = self._aside.pop((section, kind), fresh)
        if section == "time" and kind == ARRIVAL:
            del self.words[section]

    def begin_as(self, name: str, transport: str) -> None:
        """A new device: a name that nobody has chosen yet, and the session's way of reading."""
        self.set(("name",), name)
        if transport != "gui":
            self.set(("transport",), transport)

    def begin_with(self, words: Mapping[str, Any]) -> None:
        """A template: all but the name and the address, which stay where they have been typed."""
        kept = {key: self.words[key] for key in ("name", "link") if self.words.get(key)}
        self.words = copy.deepcopy(dict(words)) | kept
        self.words.setdefault("link", "")
        self._aside.clear()
        self._checked.clear()

    def improve(self, words: Mapping[str, Mapping[str, Any]]) -> None:
        """Settings that fit better, by section: another kind, or other words of the same one."""
        self._checked.clear()
        for section, table in words.items():
            self.choose_kind(section, str(table["type"]))
            self.words[section] = {**self.words[section], **copy.deepcopy(dict(table))}

    # -- what they mean

    def check(self, taken: Collection[str] = ()) -> Verdict:
        return Verdict(*check_device(self.words, taken))

    def settings(self) -> Settings | None:
        """How its bytes are read, whoever sends them; None where that is not sound."""
        device = self._part("settings", lambda key: key in READING)
        return None if device is None else Settings(device.framing, device.decoding, device.time)

    def link(self) -> LinkOptions | None:
        """Where it is and how it is dialled, whatever it sends; None where that is not sound."""
        device = self._part("link", lambda key: key not in (*READING, "name"))
        return None if device is None else device.link

    def _part(self, name: str, belongs: Callable[[str], bool]) -> DeviceOptions | None:
        """Of a device that has these words alone."""
        if name not in self._checked:
            words = {key: value for key, value in self.words.items() if belongs(key)}
            self._checked[name], _ = check_device(_ANYONE | words)
        return self._checked[name]


_ANYONE: dict[str, Any] = {"name": "device", "link": "tcp://localhost:1"}
