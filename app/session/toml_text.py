"""Plain values as TOML, laid out as a person would: short tables in one line, long arrays one element a line."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from app.quantities import ByteSize, Duration, Frequency

MAX_DECIMALS = 18  # of a quantity (app.quantities)
WIDTH = 110  # of a line; a longer array is broken into one element a line
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+\Z")
_SHORT = {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\"}


def pair(key: str, value: object) -> str:
    """`key = value`"""
    start = f"{quoted_key(key)} = "
    return start + value_text(value, room=WIDTH - len(start))


def value_text(value: object, room: int = WIDTH) -> str:
    """A value as TOML. An array that needs more than `room` characters is broken. Raises TypeError for a value that
    TOML has no form for."""
    match value:
        case bool():
            return "true" if value else "false"
        case ByteSize() | Duration() | Frequency():
            return string(quantity_text(value))
        case str():
            return string(value)
        case int() | float():
            return repr(value)
        case Mapping():
            return _table(value, room)
        case list() | tuple():
            return _array(value, room)
    raise TypeError(f"TOML has no form for {value!r}")


def quantity_text(value: ByteSize | Duration | Frequency) -> str:
    """The quantity in the largest unit that says it exactly without a fraction: "10 min", "1500 ms", "0.5 Hz"."""
    units = sorted(value.UNITS.items(), key=lambda item: -item[1])
    for unit, factor in units:
        if value % factor == 0:
            return f"{int(value // factor)} {unit}"
    return f"{_without_exponent(float(value))} {units[-1][0]}"


def string(text: str) -> str:
    """In single quotes where that spares escapes, else in double ones."""
    if ('"' in text or "\\" in text) and "'" not in text and text.isprintable():
        return f"'{text}'"
    return '"' + "".join(_escaped(character) for character in text) + '"'


def quoted_key(key: str) -> str:
    return key if _BARE_KEY.match(key) else string(key)


def _escaped(character: str) -> str:
    if character in _SHORT:
        return _SHORT[character]
    if character.isprintable():
        return character
    code = ord(character)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _table(table: Mapping[str, Any], room: int) -> str:
    if not table:
        return "{}"
    return "{ " + ", ".join(f"{quoted_key(key)} = {value_text(item, room)}" for key, item in table.items()) + " }"


def _array(items: Sequence[Any], room: int) -> str:
    texts = [value_text(item) for item in items]
    line = f"[{', '.join(texts)}]"
    if len(line) <= room and not any(isinstance(item, Mapping) for item in items[1:]):
        return line
    return "[\n" + "".join(f"  {text},\n" for text in texts) + "]"


def _without_exponent(number: float) -> str:
    """The shortest decimal that reads back as `number`, as far as quantities have digits; they have no exponents."""
    text = f"{Decimal(repr(number)):f}"
    return text if len(text.partition(".")[2]) <= MAX_DECIMALS else f"{number:.{MAX_DECIMALS}f}"
