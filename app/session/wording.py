"""What the session expects and what it says of what it got instead: types, words and units in plain English."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import inspect as types

from app.quantities import ByteSize, Duration, Frequency
from app.session.places import Path
from app.session.problems import choice, meant, quoted, shown
from app.session.words import LATER, shape

Quantity = ByteSize | Duration | Frequency

_SORTS: dict[type, str] = {ByteSize: "a size", Duration: "a duration", Frequency: "a frequency"}


def unknown_key(key: str, known: list[str], path: Path) -> str:
    """Why `key` cannot stand in the table at `path`."""
    if key.casefold() in LATER.get(shape(path), ()):
        return not_yet(key)
    return "unknown key" + (meant(key, known) or f"; those known here are {', '.join(known)}")


def no_word(value: object, right: Sequence[object], path: Path) -> str:
    """Why `value` cannot stand at `path`, where one of the words `right` is wanted."""
    if not isinstance(value, str):
        return f"expected {words(right)}, got {shown(value)}"
    if value.casefold() in LATER.get(shape(path), ()):
        return not_yet(value, f"it knows {words(right)}")
    near = meant(value, (word for word in right if isinstance(word, str)))
    return f"expected {words(right)}, got {shown(value)}{near}"


def not_yet(word: str, instead: str = "") -> str:
    """What is said of a word that a later version will know."""
    return f"this version of Quintet does not know {quoted(word)} yet" + (f"; {instead}" if instead else "")


def unprintable(text: str) -> str | None:
    """The first character that does not print as itself, as "the character U+0007"; None where all do."""
    if text.isprintable():
        return None
    return next(f"the character U+{ord(c):04X}" for c in text if not c.isprintable())


def words(right: Iterable[object]) -> str:
    """The words that could stand there, as the file writes them."""
    return choice(shown(word) for word in right)


def wanted(kind: types.Type) -> str:
    """What `kind` is, in words."""
    match kind:
        case types.Metadata():
            return wanted(kind.type)
        case types.UnionType():
            if all(isinstance(option, types.StructType) for option in kind.types):
                return "a table"
            return choice(wanted(option) for option in kind.types if not isinstance(option, types.NoneType))
        case types.LiteralType():
            return words(kind.values)
        case types.CustomType():
            return _sort(kind.cls)
        case types.IntType() | types.FloatType():
            return ("an integer" if isinstance(kind, types.IntType) else "a number") + _bounds(kind)
        case types.StrType() | types.BytesType():
            return "a text in quotes"
        case types.BoolType():
            return "true or false"
        case types.VarTupleType():
            return "an array"
    return "a table"


def _bounds(kind: types.IntType | types.FloatType) -> str:
    if kind.ge is not None and kind.le is not None:
        return f" from {kind.ge:g} to {kind.le:g}"
    ends = (("of at least", kind.ge), ("above", kind.gt), ("of at most", kind.le), ("below", kind.lt))
    told = " and ".join(f"{word} {bound:g}" for word, bound in ends if bound is not None)
    return f" {told}" if told else ""


def no_quantity(kind: type[Quantity], value: object, word: str | None = None) -> str:
    """Why `value` is not the quantity `kind`, nor `word` where that could stand too; with the unit that was meant."""
    message = f"expected {_sort(kind)}{f' or {quoted(word)}' if word else ''}, got {shown(value)}"
    if isinstance(value, str):
        units = [*kind.UNITS]
        unit = value.lstrip("0123456789. ").strip()
        if unit not in units:
            message += meant(unit, [*units, word] if word else units) or f"; the units are {', '.join(units)}"
    return message


def _sort(kind: type[Quantity]) -> str:
    return f"{_SORTS[kind]} such as {kind.EXAMPLE}"
