"""What the form calls the words of the session file, which values they can have, and what stands in their place.

The fields of a framing follow from its struct (app/framing/options.py): a new framing, or a new word of one, is in the
form by itself, under the name that it has in the file until it has a title here.
"""

from __future__ import annotations

import typing
from dataclasses import dataclass
from typing import Any

import msgspec
from msgspec import inspect as types

from app.framing.options import Fixed, FramingOptions, Length, Line, QDataStreamBlocks, Sync
from app.quantities import ByteSize, Duration, Frequency
from app.session.places import Path
from app.session.toml_text import quantity_text
from ui.translate import marked, tr

FRAMINGS: dict[str, type[msgspec.Struct]] = {
    str(kind.__struct_config__.tag): kind for kind in typing.get_args(FramingOptions)
}


@dataclass(frozen=True, slots=True)
class Word:
    """One word of the file. `choices` by what is shown of them; `default` is what stands there while nothing does."""

    path: Path
    title: str
    default: str = ""
    about: str = ""
    choices: tuple[tuple[str, object], ...] = ()
    is_whole: bool = False
    is_needed: bool = False


def framing_words(kind: str) -> list[Word]:
    """The words of a framing, in the order of its struct."""
    struct = FRAMINGS[kind]
    described = types.type_info(struct)
    assert isinstance(described, types.StructType)
    return [_word(kind, field) for field in described.fields]


def _word(kind: str, field: types.Field) -> Word:
    key = field.encode_name
    default = None if field.required else field.default
    return Word(
        ("framing", key),
        _titles().get((kind, key)) or _titles().get(("", key)) or key,
        shown(default) if not field.required else _examples().get((kind, key), ""),
        _abouts().get((kind, key)) or _abouts().get(("", key), ""),
        _choices(field.type),
        isinstance(field.type, types.IntType),
        field.required,
    )


def _choices(kind: types.Type) -> tuple[tuple[str, object], ...]:
    match kind:
        case types.LiteralType():
            return tuple((str(value), value) for value in sorted(kind.values, key=_order))
        case types.BoolType():
            return ((tr("no"), False), (tr("yes"), True))
    return ()


def _order(value: Any) -> tuple[int, int]:
    """Numbers rise; words stand in the order of the struct, which msgspec's description sorts by name."""
    return (0, value) if isinstance(value, int) else (1, _WORDS.index(value) if value in _WORDS else 99)


_WORDS = [marked("whole"), marked("drop"), "little", "big", marked("payload"), marked("frame"), marked("reconnect"),
          marked("skip"), marked("none"), "crc16-ccitt", "crc16-modbus", "crc32", "sum8", "xor8"]  # fmt: skip


def shown(value: object) -> str:
    """A value of the file as it stands in a field."""
    match value:
        case None:
            return ""
        case bool():
            return tr("yes") if value else tr("no")
        case ByteSize() | Duration() | Frequency():
            return quantity_text(value)
        case float():
            return repr(value)
    return str(value)


def framing_titles() -> dict[str, str]:
    titles = {
        "line": tr("Lines"),
        "length": tr("Length"),
        "fixed": tr("Fixed size"),
        "qdatastream": tr("QDataStream"),
        "sync": tr("Sync word"),
    }
    return {kind: titles.get(kind, kind) for kind in FRAMINGS}


def framing_abouts() -> dict[str, str]:
    return {
        "line": tr("Each frame ends with a delimiter, as lines do"),
        "length": tr("Each frame begins with its length"),
        "fixed": tr("Every frame has the same number of bytes, and nothing stands between them"),
        "qdatastream": tr("QByteArrays as a Qt program writes them with QDataStream"),
        "sync": tr("A sync word, a length, the payload, a checksum: finds back by itself after damage"),
    }


def decoding_titles() -> dict[str, str]:
    return {"csv": tr("CSV"), "json": tr("JSON"), "struct": tr("Binary struct")}


def decoding_abouts() -> dict[str, str]:
    return {
        "csv": tr("A line of cells between separators is a row"),
        "json": tr("A JSON object is a row; its keys are the channels"),
        "struct": tr("A packed binary structure is a row: fields in order, without alignment"),
    }


def time_titles() -> dict[str, str]:
    return {"arrival": tr("Arrival"), "rate": tr("A rate"), "field": tr("A field")}


def time_abouts() -> dict[str, str]:
    return {
        "arrival": tr("A sample is as old as the read that brought it"),
        "rate": tr("Samples at a steady rate, held to the pace at which they arrive"),
        "field": tr("The device's own clock, in one of its channels"),
    }


def _titles() -> dict[tuple[str, str], str]:
    return {
        ("line", "delimiter"): tr("Ends with"),
        ("line", "first_frame"): tr("First line"),
        ("", "max_frame"): tr("Longest frame"),
        ("length", "size"): tr("Length has"),
        ("fixed", "size"): tr("Frame has"),
        ("", "order"): tr("Byte order"),
        ("length", "offset"): tr("Bytes before it"),
        ("length", "counts"): tr("Length counts"),
        ("length", "adjust"): tr("Added to it"),
        ("length", "keep_header"): tr("Keep header"),
        ("", "on_violation"): tr("Bad length"),
        ("sync", "word"): tr("Sync word"),
        ("sync", "length_size"): tr("Length has"),
        ("sync", "checksum"): tr("Checksum"),
    }


def unit_of(path: Path, kind: str) -> str:
    """What stands behind the field, muted."""
    sizes = {("length", "size"), ("fixed", "size"), ("sync", "length_size"), ("length", "offset"), ("length", "adjust")}
    return tr("bytes") if (kind, str(path[-1])) in sizes else ""


def _abouts() -> dict[tuple[str, str], str]:
    return {
        ("line", "delimiter"): tr(r"\n takes \r\n too; \x1e and the like are single bytes"),
        ("line", "first_frame"): tr(
            "whole: a connection begins with a whole line. drop: the device lets clients in anywhere, so what comes "
            "before the first delimiter is no line"
        ),
        ("", "max_frame"): tr("What is longer is damage, and discarded and counted: 64 KiB, 1 MiB"),
        ("length", "offset"): tr("Bytes in front of the length, which belong to the header"),
        ("length", "counts"): tr("Whether the length counts the header too"),
        ("length", "adjust"): tr("Added to the length, for a trailer that it leaves out"),
        ("length", "keep_header"): tr("Whether the decoding sees the header as well"),
        ("", "on_violation"): tr(
            "After a length beyond the longest frame nothing can be trusted: reconnect begins afresh, skip skips it"
        ),
        ("sync", "word"): tr("In hex: A5 5A"),
        ("sync", "checksum"): tr("Over the length and the payload"),
    }


def _examples() -> dict[tuple[str, str], str]:
    return {("fixed", "size"): "8", ("sync", "word"): "A5 5A"}


_KNOWN = (Line, Length, Fixed, QDataStreamBlocks, Sync)  # whose words have titles above; tests insist on it
