"""CSV cell by cell, about a microsecond a line: cells of any kind, empty ones, rows that are bad in one place.

A column is what its first value is: a number, `true` or `false` (in any case), or else text, which ISO times are too
unless the column is the device's time. From then on a number's column takes what Python's float takes without
underscores (nan, inf, +1, .5, 007), a text's column anything. An empty cell is a missing value. All numbers are
float64: text does not say how many digits a device means, and integers are exact up to 2^53.

Quotes are as in RFC 4180: a quoted cell may hold the separator, "" stands for one quote.
"""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Sequence
from contextlib import suppress

import numpy as np

from app.decoding.iso_time import iso_seconds
from app.decoding.rows import Channel, Filled, Kind, Part, Texts, Values
from app.sentence import sentence
from app.stream import Int64Array

NOT_A_NUMBER, NOT_A_TRUTH_VALUE = sentence("not a number"), sentence("not true or false")
TRUTH = {b"true": True, b"false": False}

Bad = dict[int, str]  # row: why it is rejected


def is_number(cell: bytes) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return b"_" not in cell


def all_numbers(cells: Sequence[bytes]) -> bool:
    try:
        deque(map(float, cells), maxlen=0)
    except ValueError:
        return False
    return b"_" not in b"".join(cells)


class Splitter:
    """Cuts lines into cells. `separator` b"" stands for runs of blanks."""

    def __init__(self, separator: bytes) -> None:
        self._separator = separator

    def cells(self, line: bytes) -> list[bytes]:
        if b'"' in line:
            return self._quoted(line)
        return line.split(self._separator) if self._separator else line.split()

    def plain(self, lines: list[bytes], width: int, header: bytes | None) -> list[list[bytes]] | None:
        """The cells of many lines, or None where one has not `width` of them or is to be looked at more closely."""
        text = b"\n".join(lines)
        if b'"' in text or b"#" in text or not text.isascii() or (header is not None and header in text):
            return None
        rows = [line.split(self._separator) for line in lines] if self._separator else [line.split() for line in lines]
        return rows if all(len(row) == width for row in rows) else None

    def _quoted(self, line: bytes) -> list[bytes]:
        text = line.decode("utf-8", "replace")
        delimiter = self._separator.decode()
        if not delimiter:
            text, delimiter = text.replace("\t", " "), " "
        try:
            cells = next(csv.reader([text], delimiter=delimiter, skipinitialspace=True), [])
        except csv.Error:  # a cell beyond the module's limit of 128 KiB, or a line feed inside
            return line.split(self._separator) if self._separator else line.split()
        return [cell.encode() for cell in cells if cell or self._separator]


class CellReader:
    """Makes columns of rows of cells."""

    def __init__(self, iso_field: str | None) -> None:
        self._texts = Texts()
        self._iso_field = iso_field

    def part(self, channels: Sequence[Channel], rows: Sequence[list[bytes]], places: Int64Array) -> tuple[Part, Bad]:
        """Rows with as many cells as there are channels; those that are bad are not in the Part."""
        bad: Bad = {}
        columns = zip(channels, zip(*rows, strict=True), strict=True)
        filled = [column for channel, cells in columns if (column := self._filled(channel, cells, bad))]
        if not bad:
            return Part(len(rows), filled, places), bad
        kept = np.ones(len(rows), np.bool_)
        kept[list(bad)] = False
        return Part(len(rows) - len(bad), [_without(column, kept) for column in filled], places[kept]), bad

    def _filled(self, channel: Channel, cells: Sequence[bytes], bad: Bad) -> Filled | None:
        if channel.kind is None:
            first = next((cell for cell in cells if cell.strip()), None)
            if first is None:
                return None
            channel.become(self._kind(channel, first), self._texts)
        match channel.kind:
            case "float":
                return _numbers(channel, cells, bad)
            case "bool":
                return _truths(channel, cells, bad)
            case "iso":
                return _of_optional(channel, [iso_seconds(cell.decode("utf-8", "replace")) for cell in cells])
        return self._words(channel, cells)

    def _kind(self, channel: Channel, cell: bytes) -> Kind:
        if channel.name == self._iso_field:
            return "iso"
        if is_number(cell):
            return "float"
        return "bool" if cell.strip().lower() in TRUTH else "text"

    def _words(self, channel: Channel, cells: Sequence[bytes]) -> Filled:
        assert channel.vocabulary is not None
        words = [cell.strip().decode("utf-8", "replace") or None for cell in cells]
        missing = np.array([word is None for word in words], np.bool_) if None in words else None
        return Filled(channel, self._texts.codes(channel.vocabulary, words), missing)


def _numbers(channel: Channel, cells: Sequence[bytes], bad: Bad) -> Filled:
    if b"_" not in b"".join(cells):
        with suppress(ValueError):
            return Filled(channel, np.fromiter(map(float, cells), np.float64, len(cells)))
    return _numbers_one_by_one(channel, cells, bad)


def _numbers_one_by_one(channel: Channel, cells: Sequence[bytes], bad: Bad) -> Filled:
    values: list[float | None] = []
    for row, cell in enumerate(cells):
        if is_number(cell):
            values.append(float(cell))
            continue
        values.append(None)
        if cell.strip():
            bad.setdefault(row, NOT_A_NUMBER)
    return _of_optional(channel, values)


def _truths(channel: Channel, cells: Sequence[bytes], bad: Bad) -> Filled:
    words = [cell.strip().lower() for cell in cells]
    bad_rows = [row for row, word in enumerate(words) if word and word not in TRUTH]
    for row in bad_rows:
        bad.setdefault(row, NOT_A_TRUTH_VALUE)
    values = np.array([TRUTH.get(word, False) for word in words], np.bool_)
    missing = np.array([not word for word in words], np.bool_)
    return Filled(channel, values, missing if missing.any() else None)


def _of_optional(channel: Channel, values: Sequence[float | None]) -> Filled:
    missing = np.array([value is None for value in values], np.bool_)
    floats: Values = np.array([np.nan if value is None else value for value in values], np.float64)
    return Filled(channel, floats, missing if missing.any() else None)


def _without(filled: Filled, kept: Values) -> Filled:
    return Filled(filled.channel, filled.values[kept], None if filled.missing is None else filled.missing[kept])
