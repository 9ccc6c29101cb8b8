"""A session file that is being changed: values change; comments, order and all that nobody meant stay as they are.

Each change is proved. `splice` makes a new text of the old one; its values must be those of the old text with the
change made in plain Python. Where they are not, the change is refused and nothing has happened.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable, Mapping
from os import PathLike
from typing import Any, Self

from tomlkit.exceptions import TOMLKitError

from app.quantities import ByteSize, Duration, Frequency
from app.sentence import sentence
from app.session.places import Path
from app.session.problems import ChangedOnDiskError, SaveError, SessionError, printable
from app.session.reading import parse_session
from app.session.saving import save_atomically
from app.session.schema import Session
from app.session.source import BOM, SourceError, decode, read_bytes
from app.session.splice import MISSING, value_at, with_table, with_value, without
from app.session.toml_text import value_text

_TABLES = ("device", "plot")


class EditError(Exception):
    """The change cannot be made in this text; nothing has changed."""


class SessionDocument:
    """The text of a session, and changes to it.

    Paths are as in `places`: ("device", 0, "transport"), ("session", "title"). Values are texts, numbers, booleans,
    quantities, and lists and dicts of them, in the words of the file (`writing.device_table`, `writing.plot_table`).
    """

    def __init__(self, text: str = "") -> None:
        """Raises SessionError where the text is no session."""
        parse_session(text)
        self._text = text
        self._file: str | PathLike[str] | None = None
        self._saved = b""

    @classmethod
    def load(cls, path: str | PathLike[str]) -> Self:
        """The session of a file. Raises SessionError where it is not sound."""
        try:
            return cls.of(path, read_bytes(path))
        except SourceError as error:
            raise SessionError(path, [error.problem]) from error

    @classmethod
    def of(cls, path: str | PathLike[str], data: bytes) -> Self:
        """The session of a file that held these bytes when it was read. Raises SessionError, and SourceError."""
        text = decode(data)
        parse_session(text, path)
        document = cls(text)
        document._file, document._saved = path, data
        return document

    @property
    def text(self) -> str:
        """The text as it is now."""
        return self._text

    @property
    def values(self) -> dict[str, Any]:
        """The values of the text as it is now."""
        return tomllib.loads(self._text)

    @property
    def is_changed(self) -> bool:
        """Whether there is anything to save."""
        return self._data() != self._saved

    @property
    def file(self) -> str | PathLike[str] | None:
        """Where it was loaded from or saved to last; None: it has no file yet."""
        return self._file

    @property
    def is_changed_on_disk(self) -> bool:
        """Whether another program has changed the file since. One that is gone is no change: saving makes it again."""
        return self._file is not None and _bytes_of(self._file) not in (self._saved, None)

    def session(self) -> Session:
        """What the text says now. Raises SessionError where it is not sound (any more)."""
        return parse_session(self._text, self._file or "session")

    def device(self, name: str) -> Path:
        """The path of a device. Raises KeyError."""
        for index, device in enumerate(self.values.get("device", [])):
            if device["name"] == name:
                return ("device", index)
        raise KeyError(name)

    # -- changes

    def set(self, path: Path, value: Any) -> None:
        """Give `path` this value, whether or not it has one. Raises EditError."""
        old = value_at(self.values, path)
        plain = _settled(old, value)
        expected = self.values
        try:
            _put(expected, path, plain)
        except (LookupError, TypeError) as error:
            raise EditError(sentence("there is no place for {word}", word=str(path))) from error
        self._change(
            expected,
            lambda: with_value(self._text, path, plain, merge=True),
            lambda: with_value(self._text, path, plain, merge=False),
        )

    def remove(self, path: Path) -> None:
        """Take a key, or a whole device or plot, out of the text. Raises EditError."""
        if not path or value_at(self.values, path) is MISSING:
            raise EditError(sentence("there is no {word}", word=str(path)))
        expected = self.values
        del value_at(expected, path[:-1])[path[-1]]
        self._change(expected, lambda: without(self._text, path))

    def append(self, kind: str, table: Mapping[str, Any]) -> None:
        """One more "device" or "plot", behind those there are. Raises EditError."""
        self.insert(kind, None, table)

    def insert(self, kind: str, at: int | None, table: Mapping[str, Any]) -> None:
        """One more "device" or "plot", in front of the one at `at`. Raises EditError."""
        expected = self.values
        tables = expected.setdefault(kind, [])
        tables.insert(len(tables) if at is None else at, _settled(MISSING, table))
        self._change(
            expected,
            lambda: with_table(self._text, kind, table, at),
            lambda: with_value(self._text, (kind,), tables, merge=True),  # where they stand in an array: device = [...]
            lambda: with_value(self._text, (kind,), tables, merge=False),
        )

    def restore(self, text: str) -> None:
        """Take another text in place of this one, such as one that this was before. Raises SessionError."""
        parse_session(text, self._file or "session")
        self._text = text

    def _change(self, expected: dict[str, Any], *ways: Callable[[], str]) -> None:
        """Take the first way whose text has the expected values."""
        reason: Exception | None = None
        for way in ways:
            try:
                text = way()
                if _pruned(tomllib.loads(text)) == _pruned(expected):
                    self._text = text
                    return
            except (TOMLKitError, LookupError, TypeError, ValueError) as error:
                reason = error
        raise EditError(sentence("this change cannot be made in the file as it is laid out")) from reason

    # -- saving

    def save(self, path: str | PathLike[str] | None = None, *, overwrite: bool = False) -> None:
        """Write the text to `path`, or to where it was loaded from, in one step.

        Raises SessionError where the text is no sound session, ChangedOnDiskError where the file is no longer what
        was loaded (`overwrite` goes on all the same), SaveError where it cannot be written. The old file is then as
        it was.
        """
        target = self._file if path is None else path
        if target is None:
            raise SaveError(sentence("this session has no file yet"))
        self.session()
        data = self._data()
        if self._file is not None and _same_file(target, self._file):
            if not overwrite and _bytes_of(target) not in (self._saved, None):
                raise ChangedOnDiskError(
                    sentence("{file} has been changed by another program", file=printable(str(target)))
                )
            if data == self._saved == _bytes_of(target):
                return
        save_atomically(target, data)
        self._file, self._saved = target, data

    def _data(self) -> bytes:
        return (BOM if self._saved.startswith(BOM) else b"") + self._text.encode("utf-8")


def _settled(old: Any, value: Any) -> Any:
    """`value` as it will stand in the file. A quantity that is the old one in other words ("4096 KiB") leaves it."""
    match value:
        case Mapping():
            kept = old if isinstance(old, dict) else {}
            return {key: _settled(kept.get(key, MISSING), item) for key, item in value.items()}
        case ByteSize() | Duration() | Frequency() if _is_same_quantity(old, value):
            return old
    return tomllib.loads(f"value = {value_text(value)}")["value"]


def _is_same_quantity(old: Any, value: ByteSize | Duration | Frequency) -> bool:
    try:
        return bool(type(value).parse(old) == value)
    except ValueError:
        return False


def _put(values: Any, path: Path, value: Any) -> None:
    for part in path[:-1]:
        values = values.setdefault(part, {}) if isinstance(part, str) else values[part]
    values[path[-1]] = value


def _pruned(value: Any) -> Any:
    """Without empty tables, which dotted keys and removed headers leave behind or not, to the same effect."""
    if isinstance(value, dict):
        pruned = {key: _pruned(item) for key, item in value.items()}
        return {key: item for key, item in pruned.items() if item != {} and not (key in _TABLES and item == [])}
    return [_pruned(item) for item in value] if isinstance(value, list) else value


def _same_file(one: str | PathLike[str], other: str | PathLike[str]) -> bool:
    return os.path.realpath(one) == os.path.realpath(other)


def _bytes_of(path: str | PathLike[str]) -> bytes | None:
    try:
        return read_bytes(path)
    except SourceError:
        return None
