"""The session's words for decodings and time axes: one frozen struct each, the tag is the word.

What cannot be meant (a bit beyond its field, two channels of one name) is refused here, with a ValueError whose text
begins with the key that it is about; a decoder can then rely on its options.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Literal

import msgspec

from app.quantities import Duration
from app.sentence import sentence
from app.word_error import WordError

ScalarType = Literal["u8", "i8", "u16", "i16", "u32", "i32", "u64", "i64", "f32", "f64", "bool"]

MAX_CHANNELS = 1024  # of one table; a row is drawn, stored and counted by channel, so a million would stop the window
MAX_HEADER_LINES = 1000  # real preambles have a few dozen lines
MAX_REPEAT = 1 << 20  # samples in a frame
MAX_STRUCT_BYTES = 256 << 20  # the longest frame that a framer cuts
LEAST_RATE_HZ = 1e-6  # a sample in eleven days
MOST_RATE_HZ = 1e9  # a sample a nanosecond, the grain of our times
ONCE = (1, 0)  # samples a frame, and the time between them
FRAME_TABLE = "frame"
SIZES = {"u8": 1, "i8": 1, "u16": 2, "i16": 2, "u32": 4, "i32": 4, "u64": 8, "i64": 8, "f32": 4, "f64": 8, "bool": 1}


def _check_count(key: str, count: int, least: int, most: int) -> None:
    if not least <= count <= most:
        raise WordError(key, sentence("expected {least} to {most}, got {seen}", least=least, most=most, seen=count))


def _check_distinct(key: str, names: Iterable[str]) -> None:
    twice = [name for name, count in Counter(names).items() if count > 1]
    if twice:
        raise WordError(key, sentence("two channels have the name {name}", name=repr(twice[0])))


class Csv(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="csv"):
    """Delimited text, one row a frame.

    `fields` names the columns ("ax [m/s²]"). `header` says what stands before the rows of a connection: True, lines
    until the first one with a number in it; N, so many lines. They are set aside, and without `fields` the last of
    them names the columns. With neither, the columns are c1, c2...
    `separator = "blanks"` is any run of blanks and tabs.
    """

    separator: Literal[",", ";", "tab", "blanks"] = ","
    fields: tuple[str, ...] = ()
    header: bool | int = False

    def __post_init__(self) -> None:
        _check_count("fields", len(self.fields), 0, MAX_CHANNELS)
        _check_count("header", self.header, 0, MAX_HEADER_LINES)


class Json(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="json"):
    """One JSON object a frame; nested keys become dotted names, arrays are indexed ("a.0"). `by` is the key (dotted
    where it is nested) whose text chooses the table. `units` is by channel name, "table.name" where there are several
    tables."""

    by: str | None = None
    only: tuple[str, ...] = ()  # with `by`: the tables wanted; others are set aside
    units: dict[str, str] = {}

    def __post_init__(self) -> None:
        if self.only and self.by is None:
            raise WordError("only", sentence("chooses among tables, so it needs `by`, the key that makes them"))


class BitField(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Bits of an integer field: `width` bits from bit `at` (0 is the least significant). One bit is a truth value."""

    name: str
    at: int
    width: int = 1

    def __post_init__(self) -> None:
        if not self.name:
            raise WordError("name", sentence("expected a name"))
        _check_count("at", self.at, 0, 63)
        _check_count("width", self.width, 1, 64 - self.at)


class StructField(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One field of a binary frame: value = raw * scale + offset. `repeat` N makes a block of N samples, each `dt`
    after the one before; `type = "pad"` skips `size` bytes. A field with `bits` may go without a name: then the bits
    alone are channels."""

    name: str = ""
    type: Literal["u8", "i8", "u16", "i16", "u32", "i32", "u64", "i64", "f32", "f64", "bool", "pad"]
    unit: str = ""
    scale: float = 1.0
    offset: float = 0.0
    repeat: int = 1
    dt: Duration | None = None
    size: int = 1
    bits: tuple[BitField, ...] = ()

    def __post_init__(self) -> None:
        _check_count("repeat", self.repeat, 1, MAX_REPEAT)
        _check_count("size", self.size, 1, MAX_STRUCT_BYTES)
        if self.dt is not None and self.dt <= 0:
            raise WordError("dt", sentence("expected a span of time above zero"))
        if self.type != "pad" and not self.name and not self.bits:
            raise WordError("name", sentence('expected a name (or type = "pad")'))
        self._check_bits()

    def _check_bits(self) -> None:
        if self.bits and self.type in ("pad", "bool", "f32", "f64"):
            raise WordError("bits", sentence("expected an integer field, got {type}", type=self.type))
        for bit in self.bits:
            if bit.at + bit.width > 8 * self.bytes_each:
                last = 8 * self.bytes_each - 1
                what = sentence(
                    "{name} ends beyond bit {last}, the last of {type}", name=repr(bit.name), last=last, type=self.type
                )
                raise WordError("bits", what)

    @property
    def bytes_each(self) -> int:
        """Bytes of one sample of the field."""
        return self.size if self.type == "pad" else SIZES[self.type]

    @property
    def block(self) -> tuple[int, int]:
        """Samples a frame, and nanoseconds between them: those that share both share a table."""
        return (self.repeat, self.dt or 0) if self.repeat > 1 else ONCE

    @property
    def channels(self) -> tuple[str, ...]:
        """The names of the channels that it makes."""
        own = (self.name,) if self.name and self.type != "pad" else ()
        return own + tuple(bit.name for bit in self.bits)


class Struct(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="struct"):
    """A packed binary structure, fields in order, no alignment."""

    fields: tuple[StructField, ...]
    order: Literal["little", "big"] = "little"

    def __post_init__(self) -> None:
        names = [name for field in self.fields for name in field.channels]
        _check_count("fields", len(names), 1, MAX_CHANNELS)
        _check_count("fields", self.frame_bytes, 1, MAX_STRUCT_BYTES)
        _check_distinct("fields", names)

    @property
    def frame_bytes(self) -> int:
        return sum(field.bytes_each * field.repeat for field in self.fields)

    @property
    def tables(self) -> dict[tuple[int, int], str]:
        """The name of the table of each kind of block, and of the values beside them, which come once a frame."""
        kinds = dict.fromkeys(field.block for field in self.fields if field.type != "pad")
        blocks = [kind for kind in kinds if kind != ONCE]
        names = {kind: f"block{number}" if number > 1 else "" for number, kind in enumerate(blocks, 1)}
        return names | ({ONCE: FRAME_TABLE if blocks else ""} if ONCE in kinds else {})


DecodingOptions = Csv | Json | Struct


class Arrival(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Rows are as old as the read that brought them; frames of one read share it."""


class Rate(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A nominal rate in samples a second, disciplined to arrival. Taken as LEAST_RATE_HZ to MOST_RATE_HZ at most."""

    rate_hz: float


class FieldTime(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The device's own time in the channel `field`: a number in `unit` or, with unit "iso", ISO 8601 text. `epoch`
    says what zero is. The device's start, or 1970: the offset to arrival is estimated and shown, never hidden. Or
    "boot", for a sender on this computer that stamps by its clock since boot (CLOCK_BOOTTIME): there is no offset."""

    field: str
    unit: Literal["ns", "us", "ms", "s", "min", "h", "iso"] = "s"
    epoch: Literal["device", "unix", "boot"] = "device"

    def __post_init__(self) -> None:
        if self.epoch == "boot" and self.unit == "iso":
            raise WordError("epoch", sentence('"boot" is a number since boot, and ISO 8601 text counts from 1970'))


TimeOptions = Arrival | Rate | FieldTime
