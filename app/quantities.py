"""Quantities as people write them: "4 MiB", "10 min", "50 kHz".

Each is an int or a float in its base unit, so that the code computes with plain numbers, and is made
from a string with a unit by `parse`. `decode_hook` is the hook that msgspec calls for them.
"""

from __future__ import annotations

import re
import reprlib
from fractions import Fraction
from typing import Any, ClassVar, Self

# 18 digits: no quantity has more, and what a hostile file has more of must not become an enormous int or an infinity
_PATTERN = re.compile(r"\s*([0-9]{1,18}(?:\.[0-9]{1,18})?)\s*([^\s0-9][^\s]*)\s*\Z")


LONGEST_SYMBOL = 3  # of a unit: "KiB"


class QuantityError(ValueError):
    """The text is not a quantity of the wanted kind; the message says what would be."""


class _Quantity:
    UNITS: ClassVar[dict[str, int]]
    EXAMPLE: ClassVar[str]
    WHOLE: ClassVar[bool] = True  # an int, so that half a byte is rounded

    @classmethod
    def parse(cls, value: object) -> Self:
        if isinstance(value, cls):
            return value
        seen = reprlib.repr(value)
        if not isinstance(value, str):
            raise QuantityError(f"expected a text with a unit such as {cls.EXAMPLE}, got {seen}")
        match = _PATTERN.match(value)
        if match is None or match[2] not in cls.UNITS:
            units = ", ".join(cls.UNITS)
            raise QuantityError(f"expected a number with a unit ({units}) such as {cls.EXAMPLE}, got {seen}")
        amount = Fraction(match[1]) * cls.UNITS[match[2]]
        return cls(round(amount) if cls.WHOLE else amount)  # type: ignore[call-arg]  # each subclass is a number


class ByteSize(_Quantity, int):
    """A number of bytes."""

    UNITS: ClassVar[dict[str, int]] = {
        "B": 1, "KiB": 1 << 10, "MiB": 1 << 20, "GiB": 1 << 30,
        "kB": 10**3, "MB": 10**6, "GB": 10**9,
    }  # fmt: skip
    EXAMPLE: ClassVar[str] = '"4 MiB"'


class Duration(_Quantity, int):
    """A span of time in nanoseconds."""

    UNITS: ClassVar[dict[str, int]] = {
        "ns": 1, "us": 10**3, "µs": 10**3, "ms": 10**6, "s": 10**9,
        "min": 60 * 10**9, "h": 3600 * 10**9,
    }  # fmt: skip
    EXAMPLE: ClassVar[str] = '"500 ms"'

    @property
    def seconds(self) -> float:
        return self / 1e9


class Frequency(_Quantity, float):
    """Times a second, in hertz."""

    UNITS: ClassVar[dict[str, int]] = {"Hz": 1, "kHz": 10**3, "MHz": 10**6, "GHz": 10**9}
    EXAMPLE: ClassVar[str] = '"1 kHz"'
    WHOLE: ClassVar[bool] = False


def decode_hook(kind: type, value: Any) -> Any:
    """msgspec's dec_hook: makes the quantities above of what stood in the file."""
    if issubclass(kind, _Quantity):
        return kind.parse(value)
    raise NotImplementedError(f"no quantity: {kind}")


def name_and_unit(text: str) -> tuple[str, str]:
    """("ax", "m/s²") of "ax [m/s²]"; the unit is "" where none stands in brackets at the end."""
    text = text.strip()
    if text.endswith("]") and "[" in text:
        name, _, unit = text[:-1].rpartition("[")
        if name.strip():
            return name.strip(), unit.strip()
    return text, ""


def counted(count: int, noun: str, several: str = "") -> str:
    """ "1 frame", "2 frames"; `several` where that is not the noun and an s."""
    return f"{count} {noun if count == 1 else several or f'{noun}s'}"


def unit_for(value: float, unit: str) -> str:
    """A unit that is a word in the plural ("attempts"), as it stands behind this value."""
    return unit.removesuffix("s") if value == 1 and len(unit) > LONGEST_SYMBOL else unit


def shown_bytes(count: float) -> str:
    """A byte count for people: 0 B, 12.3 kB, 4.00 MiB are not mixed: powers of 1024 alone."""
    for unit in ("B", "KiB", "MiB", "GiB"):
        if abs(count) < 1024 or unit == "GiB":
            whole = unit == "B" or abs(count) >= 999.5  # three digits would need an exponent
            return f"{count:.0f} {unit}" if whole else f"{count:.3g} {unit}"
        count /= 1024
    raise AssertionError("unreachable")
