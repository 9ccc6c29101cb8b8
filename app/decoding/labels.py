"""Names and units, apart from what is made of the bytes: which decodings give the same values under other words.

Two decodings do where every row that the one has made is what the other makes of the same bytes, but for what its
channels are called and what their units are:

    csv      as many `fields`, of other names or units; all else as it was
    struct   the names and units of fields and bits, and what says nothing where it stands (the `size` of a number,
             the `scale` of a truth value, the `dt` of a single sample)
    json     `units`; and more tables in `only`, of which none goes that was wanted

The channel that is the device's time has to stay the same one, by its name: the times of all rows come of it. A line
of names in the middle of a CSV stream is known by its names, so another line may be set aside from then on; that makes
no value another one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from app.decoding.names import clean_with_unit, distinct
from app.decoding.options import Csv, DecodingOptions, Json, Struct, StructField
from app.stream import Side

Labels = Mapping[str, Mapping[str, Side]]  # by table, by the name that a column had: what it is called now, its unit


def csv_sides(texts: Iterable[str]) -> list[Side]:
    """Names and units of the columns that are named so ("ax [m/s²]")."""
    named = [clean_with_unit(text) for text in texts]
    names = distinct(name or f"c{number}" for number, (name, _) in enumerate(named, 1))
    return [Side(name, unit) for name, (_, unit) in zip(names, named, strict=True)]


def names_of(decoding: DecodingOptions) -> tuple[str, ...]:
    """The channels that the words themselves name, in order; none where the data does."""
    match decoding:
        case Csv(fields=fields):
            return tuple(side.name for side in csv_sides(fields))
        case Struct(fields=fields):
            return tuple(name for field in fields for name in field.channels)
    return ()


def words_of(decoding: DecodingOptions) -> list[tuple[str, str]]:
    """The names and units that the words say."""
    match decoding:
        case Csv(fields=fields):
            return [(side.name, side.unit) for side in csv_sides(fields)]
        case Struct(fields=fields):
            return [(name, field.unit) for field in fields for name in field.channels]
        case Json(units=units):
            return sorted(units.items())


def gives_same_values(old: DecodingOptions, new: DecodingOptions, time_field: str | None) -> bool:
    """Whether rows of `old` are those of `new` under other words; see the module."""
    return _are_alike(old, new) and _place(names_of(old), time_field) == _place(names_of(new), time_field)


def new_names(old: DecodingOptions, new: DecodingOptions) -> dict[str, str]:
    """What channels are called now, by what they were called, of two decodings that give the same values."""
    return dict(zip(names_of(old), names_of(new), strict=True))


def _are_alike(old: DecodingOptions, new: DecodingOptions) -> bool:
    match old, new:
        case Csv(), Csv():
            header = type(old.header) is type(new.header) and old.header == new.header  # True is no 1 here
            return header and old.separator == new.separator and len(old.fields) == len(new.fields)
        case Struct(), Struct():
            return old.order == new.order and list(map(_values, old.fields)) == list(map(_values, new.fields))
        case Json(), Json():
            return old.by == new.by and (not new.only or (bool(old.only) and set(old.only) <= set(new.only)))
    return False


def _values(field: StructField) -> tuple[object, ...]:
    """All of a field that says what its values are."""
    if field.type == "pad":
        return field.type, field.size * field.repeat
    scale = (field.scale, field.offset) if field.type != "bool" else ()
    return field.type, field.block, scale, bool(field.name), [(bit.at, bit.width) for bit in field.bits]


def _place(names: Sequence[str], name: str | None) -> int | None:
    return names.index(name) if name in names else None
