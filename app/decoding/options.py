"""The session's words for decodings and time axes: one frozen struct each, the tag is the word."""

from __future__ import annotations

from typing import Literal

import msgspec

from app.quantities import Duration

ScalarType = Literal["u8", "i8", "u16", "i16", "u32", "i32", "u64", "i64", "f32", "f64", "bool"]


class Csv(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="csv"):
    """Delimited text, one row a frame.

    Either `fields` names the columns ("ax [m/s²]"), or `header` is True (names: the last line before the first
    line with numbers) or the number of header lines, of which the last holds the names.
    """

    separator: Literal[",", ";", "tab", "blanks"] = ","
    fields: tuple[str, ...] = ()
    header: bool | int = False


class Json(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="json"):
    """One JSON object a frame; nested keys become dotted names, arrays are indexed. `by` is the key whose
    text chooses the table."""

    by: str | None = None
    only: tuple[str, ...] = ()  # with `by`: the tables wanted; others are set aside
    units: dict[str, str] = {}


class BitField(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Bits of an integer field: `width` bits from bit `at` (0 is the least significant)."""

    name: str
    at: int
    width: int = 1


class StructField(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One field of a binary frame: value = raw * scale + offset. `repeat` N makes a block of N samples, each `dt`
    after the one before; `type = "pad"` skips `size` bytes."""

    name: str = ""
    type: Literal["u8", "i8", "u16", "i16", "u32", "i32", "u64", "i64", "f32", "f64", "bool", "pad"]
    unit: str = ""
    scale: float = 1.0
    offset: float = 0.0
    repeat: int = 1
    dt: Duration | None = None
    size: int = 1
    bits: tuple[BitField, ...] = ()


class Struct(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="struct"):
    """A packed binary structure, fields in order, no alignment."""

    fields: tuple[StructField, ...]
    order: Literal["little", "big"] = "little"


DecodingOptions = Csv | Json | Struct


class Arrival(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Rows are as old as the read that brought them; frames of one read share it."""


class Rate(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A nominal rate in samples a second, disciplined to arrival."""

    rate_hz: float


class FieldTime(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The device's own time in the channel `field`: a number in `unit` or, with unit "iso", ISO 8601 text. The
    offset to arrival is estimated and shown, never hidden."""

    field: str
    unit: Literal["ns", "us", "ms", "s", "min", "h", "iso"] = "s"
    epoch: Literal["device", "unix"] = "device"


TimeOptions = Arrival | Rate | FieldTime
