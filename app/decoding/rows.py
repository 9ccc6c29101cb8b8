"""Rows on their way from frames to a Batch: channels and their values, in pieces that are put together at the end.

A decoder works on stretches of frames: the greater part in one go, what does not fit line by line. Each stretch gives
a Part, and the parts of a call become one, column by column. What a channel is (its name, kind and texts) outlives
the calls; a column with no value in a call is left out of it, and the table has it as missing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, overload

import numpy as np
import numpy.typing as npt

from app.stream import Column, Int64Array, Side, SideBySide, Vocabulary

Kind = Literal["int", "float", "bool", "text", "iso"]
BoolArray = npt.NDArray[np.bool_]
Values = npt.NDArray[Any]

DTYPES: dict[Kind, np.dtype[Any]] = {
    "int": np.dtype(np.int64),
    "float": np.dtype(np.float64),
    "bool": np.dtype(np.bool_),
    "text": np.dtype(np.int32),
    "iso": np.dtype(np.float64),
}
NO_TEXT = -1  # the code where a text is missing
MAX_TEXTS = 1 << 16  # different texts of all channels of a device: some 20 MB at the longest, however many channels


class Texts:
    """Counts the different texts of a device's channels; past MAX_TEXTS no channel takes a new one."""

    def __init__(self) -> None:
        self._vocabularies: list[Vocabulary] = []
        self._count = 0

    def vocabulary(self) -> Vocabulary:
        made = Vocabulary()
        self._vocabularies.append(made)
        if self._count >= MAX_TEXTS:
            made.MAX_TEXTS = 0
        return made

    def codes(self, vocabulary: Vocabulary, texts: Sequence[str | None]) -> npt.NDArray[np.int32]:
        """Codes of `texts`, NO_TEXT for None."""
        before = len(vocabulary.texts)
        code = vocabulary.code
        codes = np.array([NO_TEXT if text is None else code(text) for text in texts], np.int32)
        self._count += len(vocabulary.texts) - before
        if self._count >= MAX_TEXTS and len(vocabulary.texts) > before:
            self._close()
        return codes

    def _close(self) -> None:
        for vocabulary in self._vocabularies:
            vocabulary.MAX_TEXTS = len(vocabulary.texts)


class Channel:
    """A named quantity as it is known so far. `kind` is None until its first value; "int" may become "float" later.

    A "text" has a vocabulary. An "iso" is ISO 8601 text read as seconds since 1970: the device's time.
    """

    __slots__ = ("kind", "name", "unit", "vocabulary")

    def __init__(self, name: str, unit: str = "") -> None:
        self.name = name
        self.unit = unit
        self.kind: Kind | None = None
        self.vocabulary: Vocabulary | None = None

    def become(self, kind: Kind, texts: Texts) -> None:
        self.kind = kind
        if kind == "text" and self.vocabulary is None:
            self.vocabulary = texts.vocabulary()
        if kind == "iso":
            self.unit = "s"

    def __repr__(self) -> str:
        return f"<channel {self.name!r} [{self.unit}] {self.kind}>"


@dataclass(frozen=True, slots=True)
class Filled:
    """The values of one channel in some rows; `missing` is None where all are there."""

    channel: Channel
    values: Values
    missing: BoolArray | None = None

    @property
    def is_empty(self) -> bool:
        """Not a single value."""
        return self.missing is not None and bool(self.missing.all())

    def column(self) -> Column:
        channel = self.channel
        return Column(channel.name, self.values, channel.unit, self.missing, channel.vocabulary)


class Full(Sequence[Filled]):
    """Channels of numbers with a value in each row, as one array[rows, channels]. Each Filled is made only where
    somebody asks for it. `sides`: the channels in the words of `SideBySide`."""

    __slots__ = ("channels", "sides", "values")

    def __init__(self, channels: Sequence[Channel], sides: tuple[Side, ...], values: Values) -> None:
        self.channels = channels
        self.sides = sides
        self.values = values

    def __len__(self) -> int:
        return len(self.channels)

    @overload
    def __getitem__(self, index: int) -> Filled: ...
    @overload
    def __getitem__(self, index: slice) -> list[Filled]: ...
    def __getitem__(self, index: int | slice) -> Filled | list[Filled]:
        if isinstance(index, slice):
            return list(self)[index]
        return Filled(self.channels[index], self.values[:, index])


def sides_of(channels: Sequence[Channel]) -> tuple[Side, ...]:
    return tuple(Side(channel.name, channel.unit) for channel in channels)


def columns_of(filled: Sequence[Filled]) -> Sequence[Column]:
    """Those of a batch: without channels that have no value."""
    if isinstance(filled, Full):
        return SideBySide(filled.sides, filled.values)
    return tuple(each.column() for each in filled if not each.is_empty)


@dataclass(frozen=True, slots=True)
class Part:
    """`count` rows for one table, one a frame: from the frames at `places`, or from all of them (None), in order."""

    count: int
    filled: Sequence[Filled]
    places: Int64Array | None = None


def merged(parts: Sequence[Part]) -> Part | None:
    """One Part of many, each of which has its `places` where there are several; None where there are no rows."""
    parts = [part for part in parts if part.count]
    if len(parts) <= 1:
        return parts[0] if parts else None
    starts = np.cumsum([0, *[part.count for part in parts]]).tolist()
    pieces: dict[Channel, list[tuple[int, Filled]]] = {}
    for start, part in zip(starts, parts, strict=False):
        for filled in part.filled:
            pieces.setdefault(filled.channel, []).append((start, filled))
    places = np.concatenate([_places(part) for part in parts])
    return Part(starts[-1], [_joined(each, starts[-1]) for each in pieces.values()], places)


def _places(part: Part) -> Int64Array:
    assert part.places is not None
    return part.places


def _joined(pieces: list[tuple[int, Filled]], count: int) -> Filled:
    channel = pieces[0][1].channel
    if sum(len(filled.values) for _, filled in pieces) == count and all(f.missing is None for _, f in pieces):
        return Filled(channel, np.concatenate([filled.values for _, filled in pieces], dtype=_dtype(pieces)))
    values = np.full(count, absent(channel), _dtype(pieces))
    missing = np.ones(count, np.bool_)
    for start, filled in pieces:
        stop = start + len(filled.values)
        values[start:stop] = filled.values
        missing[start:stop] = False if filled.missing is None else filled.missing
    return Filled(channel, values, missing)


def _dtype(pieces: list[tuple[int, Filled]]) -> np.dtype[Any]:
    return np.result_type(*[filled.values.dtype for _, filled in pieces])


def absent(channel: Channel) -> float | int | bool:
    """What stands in a column where there is no value."""
    return {"int": 0, "bool": False, "text": NO_TEXT}.get(channel.kind or "", np.nan)
