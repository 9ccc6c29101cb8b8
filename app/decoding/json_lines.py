"""JSON, one object a frame, in one table or in one for each text of the key `by`.

Plan: each table learns a typed decoder from its own objects, and nearly all go through it, many at once
(`json_shape`); what does not fit goes the general way (`json_rows`), in stretches of STRETCH objects, so that one odd
object costs a stretch its speed and not the call. With `by`, a first pass reads that key alone and sorts the frames
by table, so that each table's objects are of one shape again.

Bounds: MAX_TABLES tables of 1024 channels, 32 levels; the texts of all channels together (`rows`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
import numpy as np

from app.decoding.json_rows import Leaf, Object, Unsound, leaves, parsed
from app.decoding.json_shape import decoded
from app.decoding.json_table import JsonTable
from app.decoding.labels import Labels
from app.decoding.lines import Lines
from app.decoding.names import clean
from app.decoding.options import Json
from app.decoding.output import Output
from app.decoding.rows import Part, Texts, merged
from app.decoding.timing import TimeAxis
from app.health.counts import DecodingCounts
from app.sentence import sentence
from app.stream import Batch, Frames, Int64Array

EMPTY, TABLES = sentence("empty line"), sentence("too many tables")
OTHER_CLASSES = sentence("other classes")
STRETCH = 64
MAX_TABLES = 64
MAX_CLASSES = 64  # that are set aside under their own names; the names are listed in the window and in the report

Parts = dict[str, list[Part]]  # by table


class JsonDecoder:
    """Objects, one a frame."""

    def __init__(self, options: Json, axis: TimeAxis) -> None:
        self.counts = DecodingCounts()
        self.axis = axis
        self._options = options
        self._key = Key(options.by)
        self._texts = Texts()
        self._tables: dict[str, JsonTable] = {}
        self._classes: set[str] = set()

    def decode(self, frames: Frames) -> list[Batch]:
        if not len(frames):
            return []
        output = Output(frames, self.counts, self.axis)
        parts: Parts = {}
        lines, places = Lines(frames), np.arange(len(frames))
        if not self._sorted_and_read(lines, places, output, parts):
            for stretch, among in _stretches(lines, places):
                if not self._sorted_and_read(stretch, among, output, parts):
                    self._read_any(stretch, among, output, parts)
        for table, each in parts.items():
            output.rows(table, merged(each))
        return output.batches

    def relabel(self, options: Json) -> Labels:
        self._options = options
        return {name: table.relabel(options.units) for name, table in self._tables.items()}

    def end(self) -> None:
        self.axis.end()

    def _sorted_and_read(self, lines: Lines, places: Int64Array, output: Output, parts: Parts) -> bool:
        """Read all lines, table by table; False, and nothing done, where they cannot be sorted so."""
        groups = self._key.groups(lines)
        if groups is None:
            return False
        for text, rows in groups:
            among = places[rows]
            table = self._admitted(text, among, output)
            if table is not None:
                self._read(table, lines.picked(rows), among, output, parts)
        return True

    def _read(self, table: JsonTable, lines: Lines, places: Int64Array, output: Output, parts: Parts) -> None:
        """Lines of one table."""
        part = table.quick(lines, places)
        if part is not None:
            parts.setdefault(table.name, []).append(part)
            return
        for stretch, among in _stretches(lines, places):
            part = table.quick(stretch, among) if len(among) < len(places) else None
            if part is not None:
                parts.setdefault(table.name, []).append(part)
            else:
                self._read_any(stretch, among, output, parts)

    def _read_any(self, lines: Lines, places: Int64Array, output: Output, parts: Parts) -> None:
        """A few lines of any tables, or of none."""
        found: dict[JsonTable, tuple[list[list[Leaf]], list[int]]] = {}
        for line, place in zip(lines.lines(0, lines.count), places.tolist(), strict=True):
            if not line.strip():
                output.set_aside(EMPTY)
                continue
            try:
                value = parsed(line)
                table = self._admitted(self._key.text(value), np.array([place]), output)
                if table is not None:
                    objects, among = found.setdefault(table, ([], []))
                    objects.append(leaves(value, self._key.name if table.name else None))
                    among.append(place)
            except Unsound as unsound:
                output.reject(unsound.args[0], place)
        for table, (objects, among) in found.items():
            part, bad = table.general(objects, np.array(among, np.int64))
            parts.setdefault(table.name, []).append(part)
            for row, reason in sorted(bad.items()):
                output.reject(reason, among[row])

    def _admitted(self, text: str, places: Int64Array, output: Output) -> JsonTable | None:
        """The table of a class; None where its frames, those at `places`, are not for a table, and so counted."""
        name = clean(text)
        if self._options.only and text not in self._options.only:
            output.set_aside(self._class_reason(name), len(places))
            return None
        table = self._tables.get(name)
        if table is None:
            if len(self._tables) >= MAX_TABLES:
                output.reject_all(TABLES, places)
                return None
            table = JsonTable(name, self._key.tag(text), self._options.units, self._texts, self._iso_field)
            self._tables[name] = table
        return table

    @property
    def _iso_field(self) -> str | None:
        return self.axis.field if self.axis.is_iso else None

    def _class_reason(self, name: str) -> str:
        if name not in self._classes:
            if len(self._classes) >= MAX_CLASSES:
                return OTHER_CLASSES
            self._classes.add(name)
        return sentence("class {name}", name=name) if name else sentence("no class")


class Key:
    """The key that chooses the table; `name` None where there is but one."""

    def __init__(self, name: str | None) -> None:
        self.name = name
        self._is_nested = name is not None and "." in name
        self._decoder = _of_texts(name) if name and not self._is_nested else None

    def tag(self, text: str) -> tuple[str, str] | None:
        """What each object of a table has: the key and its text."""
        return (self.name, text) if self.name is not None and text and not self._is_nested else None

    def text(self, value: Object) -> str:
        """The key's text in an object, "" where it has none."""
        if self.name is None:
            return ""
        found: Any = value
        for key in (self.name,) if self.name in value else self.name.split("."):
            found = found.get(key) if isinstance(found, dict) else None
        if isinstance(found, str):
            return found
        return str(found) if isinstance(found, int) and not isinstance(found, bool) else ""

    def groups(self, lines: Lines) -> list[tuple[str, Int64Array]] | None:
        """The lines of each text; None where a line has it otherwise than as a plain text."""
        if self.name is None:
            return [("", np.arange(lines.count))]
        objects = decoded(self._decoder, lines) if self._decoder is not None else None
        if objects is None:
            return None
        rows: dict[str, list[int]] = {}
        for row, each in enumerate(objects):
            rows.setdefault(each.text, []).append(row)
        return [(text, np.array(each, np.int64)) for text, each in rows.items()]


def _of_texts(key: str) -> msgspec.json.Decoder[Any] | None:
    """Of objects, only the text of this key; None where that is written with escapes, which a struct does not take."""
    try:
        field = msgspec.defstruct("Sorted", [("text", str, "")], rename={"text": key}, gc=False)
    except ValueError:
        return None
    return msgspec.json.Decoder(field)


def _stretches(lines: Lines, places: Int64Array) -> Iterator[tuple[Lines, Int64Array]]:
    for start in range(0, lines.count, STRETCH):
        stop = min(start + STRETCH, lines.count)
        yield lines.part(start, stop), places[start:stop]
