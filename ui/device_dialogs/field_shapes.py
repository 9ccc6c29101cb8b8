"""The three lists of fields that a session has, each as rows of a table and as text. Pure.

CSV     fields = ["ax [m/s²]", "ay [m/s²]"]      the columns' names and units
JSON    units = { "alt" = "m" }                   units by channel
struct  fields = [{ name = "t", type = "u64" }]   a table each, in which words may be that no column shows
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from app.quantities import name_and_unit
from ui.device_dialogs.values import (
    listed,
    number,
    shown_list,
    shown_rows,
    toml_rows,
    trimmed,
    units_of,
    whole,
    with_unit,
)
from ui.translate import tr

Row = dict[str, Any]
RAW = "raw"  # a CSV field as the file has it, while nobody has changed it


@dataclass(frozen=True, slots=True)
class FieldColumn:
    """`key` in a row; `title`; `share` of the width, in parts; whether it holds figures."""

    key: str
    title: str
    share: int
    read: Callable[[str], object] = trimmed
    is_figure: bool = False
    about: str = ""


class Shape(Protocol):
    """How a list of fields is shown and written."""

    def columns(self) -> tuple[FieldColumn, ...]: ...

    def rows(self, value: object) -> list[Row]:
        """The rows of a value of the file."""

    def value(self, rows: list[Row]) -> object:
        """The value that the rows mean; None where there are none."""

    def text(self, value: object) -> str:
        """The value as one types it."""

    def read(self, text: str) -> object:
        """What `text` makes its text of. Raises ValueError."""

    def new_row(self) -> Row:
        """What a row has that was just begun."""

    def example(self) -> str:
        """A text that could stand there."""


class CsvFields:
    """Names and units of columns."""

    def columns(self) -> tuple[FieldColumn, ...]:
        return (FieldColumn("name", tr("Column"), 3), FieldColumn("unit", tr("Unit"), 1))

    def rows(self, value: object) -> list[Row]:
        return [_named(str(text)) for text in value] if isinstance(value, list) else []

    def value(self, rows: list[Row]) -> object:
        return [_joined(row) for row in rows] or None

    def text(self, value: object) -> str:
        return shown_list(value) if value is not None else ""

    def read(self, text: str) -> object:
        return listed(text) or None

    def new_row(self) -> Row:
        return {}

    def example(self) -> str:
        return "ax [m/s²], ay [m/s²], az [m/s²]"


class JsonUnits(CsvFields):
    """Units by channel."""

    def columns(self) -> tuple[FieldColumn, ...]:
        return (FieldColumn("name", tr("Channel"), 3), FieldColumn("unit", tr("Unit"), 1))

    def rows(self, value: object) -> list[Row]:
        return [{"name": name, "unit": unit} for name, unit in value.items()] if isinstance(value, Mapping) else []

    def value(self, rows: list[Row]) -> object:
        return {str(row.get("name", "")): str(row.get("unit", "")) for row in rows} or None

    def text(self, value: object) -> str:
        return super().text([with_unit(row["name"], row["unit"]) for row in self.rows(value)])

    def read(self, text: str) -> object:
        made = listed(text)
        return units_of(made) or None if isinstance(made, list) else None

    def example(self) -> str:
        return "TPV.alt [m], TPV.speed [m/s]"


class StructFields:
    """The fields of a binary structure. Bits stay with their field; the text shows them."""

    def columns(self) -> tuple[FieldColumn, ...]:
        return (
            FieldColumn("name", tr("Name"), 5),
            FieldColumn("type", tr("Type"), 2, about=tr("u8 to u64, i8 to i64, f32, f64, bool, pad")),
            FieldColumn("unit", tr("Unit"), 2),
            FieldColumn("scale", tr("Scale"), 2, number, True, tr("Value = raw × scale + offset")),
            FieldColumn("offset", tr("Offset"), 2, number, True, tr("Value = raw × scale + offset")),
            FieldColumn("repeat", tr("Times"), 2, whole, True, tr("So many samples in a frame, one behind the other")),
            FieldColumn("dt", tr("Each"), 2, about=tr("Time from one of them to the next: 20 us")),
            FieldColumn("size", tr("Bytes"), 2, whole, True, tr("Of a pad: how many are skipped")),
        )

    def rows(self, value: object) -> list[Row]:
        if not isinstance(value, list):
            return []
        return [dict(row) if isinstance(row, Mapping) else {RAW: row} for row in value]

    def value(self, rows: list[Row]) -> object:
        return [row.get(RAW, row) for row in rows]

    def text(self, value: object) -> str:
        return shown_rows(value) if isinstance(value, list) else ""

    def read(self, text: str) -> object:
        return toml_rows(text)

    def new_row(self) -> Row:
        return {"type": "f32"}

    def example(self) -> str:
        return '{ name = "t", type = "u64", unit = "us" }\n{ name = "u", type = "f32", unit = "V" }'


def _named(text: str) -> Row:
    name, unit = name_and_unit(text)
    return {RAW: text, "name": name, "unit": unit}


def _joined(row: Row) -> str:
    return str(row[RAW]) if RAW in row else with_unit(str(row.get("name", "")), str(row.get("unit", "")))
