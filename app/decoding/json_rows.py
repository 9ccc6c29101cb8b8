"""JSON objects the general way: any shape, a few microseconds a line.

An object becomes a row: nested keys are joined with dots, arrays indexed (`sats.0.el`), null is a missing value, and
so are `{}` and `[]`, which hold none. A channel has the kind of its first value, text, truth value or number; a
value of another kind is neither thrown away nor mixed in, but goes to a channel beside it, `name (text)`. Numbers
are int64 until the first one that is not an integer of 64 bits, then float64. Two keys that make one name
(`{"a.b": 1, "a": {"b": 2}}`) make two channels; of a key that is there twice in one object the last value counts, as
in every JSON parser.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from zlib import crc32

import msgspec
import numpy as np

from app.decoding.iso_time import iso_seconds
from app.decoding.names import MAX_NAME, clean
from app.decoding.options import MAX_CHANNELS
from app.decoding.rows import DTYPES, Channel, Filled, Kind, Part, Texts, Values, absent
from app.sentence import sentence
from app.stream import Int64Array, Side

MALFORMED, NO_OBJECT, UTF8 = sentence("not JSON"), sentence("not an object"), sentence("not UTF-8")
DEEP, COLUMNS = sentence("nested too deep"), sentence("too many columns")

MAX_DEPTH = 32  # real messages have 3 or 4; a name of more parts cannot be read
MAX_RENAMED = 100  # channels of one name in one object
NAMELESS = "(no name)"

Object = dict[str, Any]
Path = tuple[str, ...]
Leaf = tuple[str, Path | None, Any]  # name, keys that lead to it (None: not by keys alone), value

SCALARS = frozenset((int, float, bool, str))

_decode = msgspec.json.Decoder().decode
_SUFFIX: dict[Kind, str] = {"int": "number", "float": "number", "bool": "bool", "text": "text", "iso": "time"}


class Unsound(Exception):  # noqa: N818  # not an error of the program's: a frame that is rejected, and why
    """A frame that is rejected; the text is the reason."""


def parsed(line: bytes) -> Object:
    """The object of a line. Raises Unsound."""
    try:
        value = _decode(line)
    except RecursionError:
        raise Unsound(DEEP) from None
    except UnicodeDecodeError:
        raise Unsound(UTF8) from None
    except ValueError:
        value = _parsed_leniently(line)
    if not isinstance(value, dict):
        raise Unsound(NO_OBJECT)
    return value


def _parsed_leniently(line: bytes) -> object:
    """NaN and Infinity, which JSON has not and many devices send; numbers beyond float64; a byte order mark."""
    try:
        text = line.decode().removeprefix("\ufeff")
        if "\\ud" in text.lower():  # the standard library lets half a surrogate pair through, which is no text
            raise Unsound(MALFORMED)
        return json.loads(text)
    except RecursionError:
        raise Unsound(DEEP) from None
    except UnicodeDecodeError:
        raise Unsound(UTF8) from None
    except ValueError:
        raise Unsound(MALFORMED) from None


def leaves(value: Object, skipped: str | None = None) -> list[Leaf]:
    """All values of an object with their names, but for the key `skipped`. Raises Unsound."""
    found: list[Leaf] = []
    for key, each in value.items():
        if key != skipped:
            _walk(each, key if len(key) <= MAX_NAME else _shortened(key), (key,), 1, found)
    return found


def _walk(value: Any, name: str, path: Path | None, depth: int, found: list[Leaf]) -> None:
    if value.__class__ in SCALARS:
        if len(found) >= MAX_CHANNELS:
            raise Unsound(COLUMNS)
        found.append((name, path, value))
    elif value is not None:
        if depth >= MAX_DEPTH:
            raise Unsound(DEEP)
        for key, each in value.items() if isinstance(value, dict) else enumerate(value):
            deeper = (*path, key) if path is not None and isinstance(key, str) else None
            _walk(each, _shortened(f"{name}.{key}"), deeper, depth + 1, found)


def _shortened(name: str) -> str:
    """Names of any length as ones of MAX_NAME characters that are still distinct."""
    return name if len(name) <= MAX_NAME else f"{name[: MAX_NAME - 9]}~{crc32(name.encode('utf-8', 'replace')):08x}"


class Channels:
    """A table's channels. `version` changes with each new one and each change of kind."""

    def __init__(self, texts: Texts, units: dict[str, str], iso_field: str | None) -> None:
        self.version = 0
        self.paths: dict[Channel, Path | None] = {}
        self._texts = texts
        self._units = units
        self._iso_field = iso_field
        self._by_name: dict[str, Channel] = {}
        self._usual: dict[tuple[str, type], Channel] = {}

    def relabel(self, units: dict[str, str]) -> dict[str, Side]:
        """Other units; what each channel has now, by its name."""
        self._units = units
        for name, channel in self._by_name.items():
            if channel.kind != "iso":  # that of the device's time is its own
                channel.unit = units.get(name, "")
        return {name: Side(name, channel.unit) for name, channel in self._by_name.items()}

    def rows(self, objects: Sequence[list[Leaf]], places: Int64Array) -> tuple[Part, dict[int, str]]:
        """A Part of objects' leaves, and the rows that are rejected, with the reason."""
        columns: dict[Channel, tuple[list[int], list[Any]]] = {}
        bad: dict[int, str] = {}
        count = 0
        for row, found in enumerate(objects):
            channels = self._channels(found)
            if channels is None:
                bad[row] = COLUMNS
                continue
            for channel, (_, _, value) in zip(channels, found, strict=True):
                rows, values = columns.setdefault(channel, ([], []))
                rows.append(count)
                values.append(value)
            count += 1
        filled = [self.filled(channel, rows, values, count) for channel, (rows, values) in columns.items()]
        kept = places if not bad else np.delete(places, list(bad))
        return Part(count, filled, kept), bad

    def _channels(self, found: list[Leaf]) -> list[Channel] | None:
        """The channel of each leaf; None where the table would get too many."""
        if len(self._by_name) + len(found) > MAX_CHANNELS and self._too_many(found):
            return None
        taken: set[Channel] = set()
        channels = []
        for name, path, value in found:
            channel = self._usual.get((name, value.__class__))
            if channel is None or channel in taken:
                channel = self._free_channel(clean(name) or NAMELESS, path, value, taken)
                if channel is None:
                    return None
                self._remember(name, value, channel)
            taken.add(channel)
            channels.append(channel)
        return channels

    def _remember(self, name: str, value: Any, channel: Channel) -> None:
        """Where the next value of this name and type goes, if nothing else decides that."""
        if channel.name == name and name != self._iso_field:
            self._usual[name, value.__class__] = channel

    def _too_many(self, found: list[Leaf]) -> bool:
        """Asked before a channel is made, so that a row that is rejected leaves none behind."""
        names = {clean(name) or NAMELESS for name, _, _ in found}
        return len(self._by_name.keys() | names) > MAX_CHANNELS

    def _free_channel(self, name: str, path: Path | None, value: Any, taken: set[Channel]) -> Channel | None:
        """The channel of a name that takes values of this kind and is not in `taken`."""
        kind = self._kind(name, value)
        if name == self._iso_field and kind != "iso":
            name, path = f"{name} ({_SUFFIX[kind]})", None
        channel = self._channel(name, path, kind)
        for number in range(2, MAX_RENAMED):
            if channel is None or channel not in taken:
                return channel
            channel = self._channel(f"{name} ({number})", None, kind)
        return None

    def _channel(self, name: str, path: Path | None, kind: Kind) -> Channel | None:
        channel = self._by_name.get(name)
        if channel is None:
            return self._made(name, path, kind)
        if channel.kind == kind or (channel.kind == "float" and kind == "int"):
            return channel
        if channel.kind == "int" and kind == "float":
            self._promote(channel)
            return channel
        return self._channel(f"{name} ({_SUFFIX[kind]})", None, kind)

    def _promote(self, channel: Channel) -> None:
        channel.kind = "float"
        self.version += 1

    def _made(self, name: str, path: Path | None, kind: Kind) -> Channel | None:
        if len(self._by_name) >= MAX_CHANNELS:
            return None
        channel = self._by_name[name] = Channel(name, self._units.get(name, ""))
        channel.become(kind, self._texts)
        self.paths[channel] = path
        self.version += 1
        return channel

    def _kind(self, name: str, value: Any) -> Kind:
        match value:
            case bool():
                return "bool"
            case int():
                return "int" if -(2**63) <= value < 2**63 else "float"
            case float():
                return "float"
        is_time = name == self._iso_field and iso_seconds(value) is not None
        return "iso" if is_time else "text"

    # -- values to arrays

    def filled(self, channel: Channel, rows: Sequence[int], values: Sequence[Any], count: int) -> Filled:
        """The channel's column of `count` rows, of which `rows` have a value."""
        compact = self.array(channel, values)
        if len(rows) == count:
            return Filled(channel, compact)
        spread = np.full(count, absent(channel), compact.dtype)
        missing = np.ones(count, np.bool_)
        spread[rows], missing[rows] = compact, False
        return Filled(channel, spread, missing)

    def array(self, channel: Channel, values: Sequence[Any]) -> Values:
        """Values, none of them missing, as the channel stores them."""
        if channel.vocabulary is not None:
            return self._texts.codes(channel.vocabulary, values)
        if channel.kind == "iso":
            return np.array([iso_seconds(value) for value in values], np.float64)
        try:
            return np.array(values, DTYPES[channel.kind or "float"])
        except OverflowError:  # an integer of more than 64 bits, or one that no float64 holds
            self._promote(channel)
            return np.array([_float(value) for value in values], np.float64)


def _float(value: float) -> float:
    try:
        return float(value)
    except OverflowError:
        return np.inf if value > 0 else -np.inf
