"""What the session expects and what it says of what it got instead: types, words and units in plain English."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import inspect as types

from app.quantities import ByteSize, Duration, Frequency
from app.sentence import joined, sentence
from app.session.places import Path
from app.session.problems import choice, meant, quoted, shown
from app.session.words import LATER, shape

Quantity = ByteSize | Duration | Frequency

_SORTS: dict[type, str] = {
    ByteSize: sentence("a size such as {example}", example=ByteSize.EXAMPLE),
    Duration: sentence("a duration such as {example}", example=Duration.EXAMPLE),
    Frequency: sentence("a frequency such as {example}", example=Frequency.EXAMPLE),
}


def unknown_key(key: str, known: list[str], path: Path) -> str:
    """Why `key` cannot stand in the table at `path`."""
    if key.casefold() in LATER.get(shape(path), ()):
        return not_yet(key)
    those = sentence("those known here are {keys}", keys=", ".join(known))
    return meant(sentence("unknown key"), key, known, those)


def no_word(value: object, right: Sequence[object], path: Path) -> str:
    """Why `value` cannot stand at `path`, where one of the words `right` is wanted."""
    if not isinstance(value, str):
        return expected(words(right), value)
    if value.casefold() in LATER.get(shape(path), ()):
        return not_yet(value, sentence("it knows {words}", words=words(right)))
    return meant(expected(words(right), value), value, (word for word in right if isinstance(word, str)))


def expected(what: str, value: object) -> str:
    """What should stand there, and what does."""
    return sentence("expected {what}, got {seen}", what=what, seen=shown(value))


def not_yet(word: str, instead: str = "") -> str:
    """What is said of a word that a later version will know."""
    said = sentence("this version of Quintet does not know {word} yet", word=quoted(word))
    return joined("; ", (said, instead)) if instead else said


def unprintable(text: str) -> str | None:
    """The first character that does not print as itself, as "the character U+0007"; None where all do."""
    if text.isprintable():
        return None
    return next(sentence("the character {code}", code=f"U+{ord(c):04X}") for c in text if not c.isprintable())


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
                return sentence("a table")
            return choice(wanted(option) for option in kind.types if not isinstance(option, types.NoneType))
        case types.LiteralType():
            return words(kind.values)
        case types.CustomType():
            return _SORTS[kind.cls]
        case types.IntType() | types.FloatType():
            return _number(kind)
        case types.StrType() | types.BytesType():
            return sentence("a text in quotes")
        case types.BoolType():
            return sentence("true or false")
        case types.VarTupleType():
            return sentence("an array")
    return sentence("a table")


def _number(kind: types.IntType | types.FloatType) -> str:
    sort = sentence("an integer") if isinstance(kind, types.IntType) else sentence("a number")
    if kind.ge is not None and kind.le is not None:
        return sentence("{sort} from {least} to {most}", sort=sort, least=f"{kind.ge:g}", most=f"{kind.le:g}")
    bounds = list(_bounds(kind))
    if not bounds:
        return sort
    both = sentence("{one} and {other}", one=bounds[0], other=bounds[-1])
    return joined(" ", (sort, both if len(bounds) > 1 else bounds[0]))


def _bounds(kind: types.IntType | types.FloatType) -> Iterator[str]:
    """A lower one, an upper one."""
    if kind.ge is not None:
        yield sentence("of at least {bound}", bound=f"{kind.ge:g}")
    if kind.gt is not None:
        yield sentence("above {bound}", bound=f"{kind.gt:g}")
    if kind.le is not None:
        yield sentence("of at most {bound}", bound=f"{kind.le:g}")
    if kind.lt is not None:
        yield sentence("below {bound}", bound=f"{kind.lt:g}")


def no_quantity(kind: type[Quantity], value: object, word: str | None = None) -> str:
    """Why `value` is not the quantity `kind`, nor `word` where that could stand too; with the unit that was meant."""
    sort = _SORTS[kind]
    message = expected(choice((sort, quoted(word))) if word else sort, value)
    if isinstance(value, str):
        units = [*kind.UNITS]
        unit = value.lstrip("0123456789. ").strip()
        if unit not in units:
            those = sentence("the units are {units}", units=", ".join(units))
            return meant(message, unit, [*units, word] if word else units, those)
    return message
