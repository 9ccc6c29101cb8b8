"""Checks a table of the file against a struct and finds everything that is wrong with it, not just the first thing.

msgspec's own `convert` stops at the first error and knows nothing of near words, so the types it describes
(`msgspec.inspect`) are walked here. What a struct says is all there is to know: its types, its literals, its bounds
(`Annotated[int, Meta(ge=1)]`) and its `__post_init__`. That may raise ValueError for what no single type can say, and
WordError where one of its words is to blame. So a new framing is a new struct, and nothing here.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import cache
from typing import Any, Final

import msgspec
from msgspec import inspect as types

from app.quantities import ByteSize, Duration, Frequency
from app.sentence import sentence
from app.session.escapes import to_bytes, to_characters
from app.session.places import Path
from app.session.problems import quoted, reason_of, shown
from app.session.report import Report
from app.session.wording import Quantity, expected, no_quantity, no_word, unknown_key, unprintable, wanted, words
from app.session.words import BOUNDS, DELIMITER, MAX_TEXT, shape
from app.word_error import WordError

MAX_INTEGER = 2**63 - 1  # what the stages compute with
MAX_QUANTITY = 2**62  # bytes or nanoseconds: 146 years; sums of two still are 64-bit integers
MAX_REASON = 300  # of a struct's own words, which may quote what they refuse
MAX_QUANTITY_TEXT = 40  # a hundred digits are no quantity, and Python refuses to read thousands


class _Bad:
    """Stands for a value that was refused; why is in the report."""


BAD: Final = _Bad()


class TypedCheck:
    """Values of the file against types; what is wrong goes to `report`."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._checks: dict[type[types.Type], Callable[[Any, object, Path], Any]] = {
            types.AnyType: self._anything,
            types.Metadata: self._annotated,
            types.StructType: self._struct,
            types.UnionType: self._union,
            types.VarTupleType: self._array,
            types.DictType: self._dict,
            types.LiteralType: self._literal,
            types.CustomType: self._custom,
            types.StrType: self._text,
            types.BytesType: self._bytes,
            types.BoolType: self._truth,
            types.IntType: self._number,
            types.FloatType: self._number,
        }

    def struct(self, kind: type[msgspec.Struct], value: object, path: Path) -> Any:
        """A `kind` made of a table, or BAD."""
        return self.value(_described(kind), value, path)

    def fields(self, kind: type[msgspec.Struct], table: dict[str, Any], path: Path) -> dict[str, Any]:
        """The table's values by key; BAD for a refused one, and for one that is needed but missing."""
        return self._fields(_described(kind), table, path)

    def value(self, kind: types.Type, value: object, path: Path) -> Any:
        """`value` as `kind` wants it, or BAD."""
        return self._checks[type(kind)](kind, value, path)

    def _annotated(self, kind: types.Metadata, value: object, path: Path) -> Any:
        return self.value(kind.type, value, path)

    # -- tables

    def _struct(self, kind: types.StructType, value: object, path: Path) -> Any:
        if not isinstance(value, dict):
            return self._unexpected(kind, value, path)
        before = self._report.count
        values = self._fields(kind, value, path)
        if self._report.count > before or BAD in values.values():
            return BAD
        try:
            return kind.cls(**values)
        except WordError as error:
            self._report.add((*path, error.key), reason_of(ValueError(error.what), MAX_REASON))
        except ValueError as error:
            self._report.add(path, reason_of(error, MAX_REASON))
        return BAD

    def _fields(self, kind: types.StructType, table: dict[str, Any], path: Path) -> dict[str, Any]:
        fields = {field.encode_name: field for field in kind.fields}
        known = [*fields, kind.tag_field] if kind.tag_field else [*fields]
        values: dict[str, Any] = {}
        for key, value in table.items():
            if key in fields:
                values[key] = self.value(fields[key].type, value, (*path, key))
            elif key not in known and not self._report.full:
                self._report.add((*path, key), unknown_key(key, known, path))
        for name, field in fields.items():
            if field.required and name not in table:
                self._report.add(path, _missing(name, wanted(field.type)))
                values[name] = BAD
        return values

    def _union(self, kind: types.UnionType, value: object, path: Path) -> Any:
        structs = {t.tag: t for t in kind.types if isinstance(t, types.StructType)}
        if structs:
            return self._tagged(structs, value, path)
        fitting = [option for option in kind.types if _fits(option, value)]
        return self.value(fitting[0], value, path) if len(fitting) == 1 else self._unexpected(kind, value, path)

    def _tagged(self, structs: dict[Any, types.StructType], value: object, path: Path) -> Any:
        field = next(iter(structs.values())).tag_field or "type"
        if not isinstance(value, dict):
            example = value if isinstance(value, str) and value in structs else next(iter(structs))
            such = f"{{ {field} = {quoted(example)} }}"
            self._report.add(path, expected(sentence("a table such as {example}", example=such), value))
            return BAD
        if field not in value:
            self._report.add(path, _missing(field, words(structs)))
            return BAD
        tag = self._literal(types.LiteralType(tuple(structs)), value[field], (*path, field))
        return BAD if tag is BAD else self._struct(structs[tag], value, path)

    def _array(self, kind: types.VarTupleType, value: object, path: Path) -> Any:
        if not isinstance(value, list):
            return self._unexpected(kind, value, path)
        made = []
        for index, item in enumerate(value):
            if self._report.full:
                return BAD
            made.append(self.value(kind.item_type, item, (*path, index)))
        return BAD if BAD in made else tuple(made)

    def _dict(self, kind: types.DictType, value: object, path: Path) -> Any:
        if not isinstance(value, dict):
            return self._unexpected(kind, value, path)
        made = {}
        for key, item in value.items():
            made[key] = self.value(kind.value_type, item, (*path, key))
            if hidden := unprintable(key):
                self._report.add((*path, key), sentence("{character} does not print", character=hidden))
                made[key] = BAD
        return BAD if BAD in made.values() else made

    # -- single values

    def _anything(self, _kind: types.AnyType, value: object, _path: Path) -> Any:
        return value

    def _truth(self, kind: types.BoolType, value: object, path: Path) -> Any:
        return value if isinstance(value, bool) else self._unexpected(kind, value, path)

    def _literal(self, kind: types.LiteralType, value: object, path: Path) -> Any:
        if any(type(value) is type(word) and value == word for word in kind.values):
            return value
        self._report.add(path, no_word(value, kind.values, path))
        return BAD

    def _custom(self, kind: types.CustomType, value: object, path: Path) -> Any:
        assert issubclass(kind.cls, ByteSize | Duration | Frequency), kind
        return self.quantity(kind.cls, value, path)

    def quantity(self, kind: type[Quantity], value: object, path: Path, word: str | None = None) -> Any:
        """`value` as a quantity within its bounds, or BAD. `word`: what else could stand there, for the message."""
        made = _parsed(kind, value)
        if made is None:
            self._report.add(path, no_quantity(kind, value, word))
            return BAD
        low, high = BOUNDS.get(shape(path), (None, None))
        if low and high and not kind.parse(low) <= made <= kind.parse(high):
            bounds = sentence("{least} to {most}", least=quoted(low), most=quoted(high))
            self._report.add(path, expected(bounds, value))
            return BAD
        return made

    def _text(self, kind: types.StrType, value: object, path: Path) -> Any:
        if not isinstance(value, str):
            return self._unexpected(kind, value, path)
        least, most = kind.min_length or 0, kind.max_length or MAX_TEXT
        if not least <= len(value) <= most:
            seen = str(len(value)) if value else sentence("an empty text")
            self._report.add(
                path,
                sentence("expected {least} to {most} characters, got {seen}", least=least, most=most, seen=seen),
            )
            return BAD
        if shape(path) == DELIMITER:
            return self._escaped(to_characters, value, path)
        hidden = unprintable(value)
        if hidden is not None:
            self._report.add(path, sentence("{character} does not print: {text}", character=hidden, text=shown(value)))
            return BAD
        return value

    def _bytes(self, kind: types.BytesType, value: object, path: Path) -> Any:
        return self._escaped(to_bytes, value, path) if isinstance(value, str) else self._unexpected(kind, value, path)

    def _escaped(self, read: Callable[[str], str | bytes], value: str, path: Path) -> Any:
        try:
            return read(value)
        except ValueError as error:
            self._report.add(path, error.args[0])
            return BAD

    def _number(self, kind: types.IntType | types.FloatType, value: object, path: Path) -> Any:
        if not _fits(kind, value) or not isinstance(value, int | float):
            return self._unexpected(kind, value, path)
        if not abs(value) <= MAX_INTEGER and (isinstance(kind, types.IntType) or isinstance(value, int)):
            self._report.add(path, sentence("{value} is beyond 64 bits", value=shown(value)))
            return BAD
        if not math.isfinite(value) or not _within(kind, value):
            return self._unexpected(kind, value, path)
        return float(value) if isinstance(kind, types.FloatType) else value

    def _unexpected(self, kind: types.Type, value: object, path: Path) -> _Bad:
        self._report.add(path, expected(wanted(kind), value))
        return BAD


def _missing(name: str, what: str) -> str:
    return sentence("{name} is missing: expected {what}", name=name, what=what)


def _parsed(kind: type[Quantity], value: object) -> Quantity | None:
    if not isinstance(value, str) or len(value) > MAX_QUANTITY_TEXT:
        return None
    try:
        made = kind.parse(value)
    except (ValueError, OverflowError):
        return None
    return made if 0 < made <= MAX_QUANTITY else None


@cache  # a form checks at each key, and half of a check would be describing the same few structs
def _described(kind: type[msgspec.Struct]) -> types.StructType:
    described = types.type_info(kind)
    assert isinstance(described, types.StructType)
    return described


def _fits(kind: types.Type, value: object) -> bool:
    """Whether a value of the file is of the sort that `kind` is made from."""
    match kind:
        case types.Metadata():
            return _fits(kind.type, value)
        case types.BoolType():
            return isinstance(value, bool)
        case types.IntType():
            return isinstance(value, int) and not isinstance(value, bool)
        case types.FloatType():
            return isinstance(value, int | float) and not isinstance(value, bool)
        case types.StrType() | types.CustomType() | types.LiteralType():
            return isinstance(value, str)
        case types.VarTupleType():
            return isinstance(value, list)
        case types.DictType():
            return isinstance(value, dict)
    return False


def _within(kind: types.IntType | types.FloatType, value: float) -> bool:
    return (
        (kind.ge is None or value >= kind.ge)
        and (kind.gt is None or value > kind.gt)
        and (kind.le is None or value <= kind.le)
        and (kind.lt is None or value < kind.lt)
    )
