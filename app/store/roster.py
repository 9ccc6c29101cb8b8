"""A table's columns and how those of a batch find theirs.

A batch names its columns; most have the same ones in the same order as before, and then nothing is looked up. A column
is known by its name, by whether it is text, and by its place among columns of the same name in one batch, so that a
file with two columns "x", or a field that is a number today and a word tomorrow, loses neither.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

from app.store.column import TableColumn, in_terms_of, stored_dtype
from app.store.history import Cells
from app.store.views import ColumnInfo
from app.stream import Column, Side, SideBySide


class Match(NamedTuple):
    """A batch's columns with ours, in the batch's order; `new` ones have no place yet, `wider` ones need another."""

    pairs: list[tuple[TableColumn, Column]]
    new: list[TableColumn]
    wider: list[tuple[TableColumn, np.dtype[Any]]]


class Roster:
    """`columns` in order of appearance."""

    def __init__(self) -> None:
        self.columns: list[TableColumn] = []
        self._known: dict[tuple[str, bool, int], TableColumn] = {}
        self._names: set[str] = set()
        self._infos: tuple[ColumnInfo, ...] | None = None
        self._sides: tuple[Side, ...] | None = None  # of the last batch, where its columns are ours, one by one

    @property
    def infos(self) -> tuple[ColumnInfo, ...]:
        if self._infos is None:
            self._infos = tuple(column.info for column in self.columns)
        return self._infos

    def match(self, columns: Sequence[Column]) -> Match:
        """Raises TypeError, before anything has changed, for a dtype that cannot be kept."""
        self._sides = None
        if len(columns) == len(self.columns):
            matched = list(zip(self.columns, columns, strict=True))
            if all(known.takes(given) for known, given in matched):
                self._sides = columns.sides if isinstance(columns, SideBySide) else None
                return Match(matched, [], [])
        self._infos = None
        dtypes = [stored_dtype(source.values.dtype) for source in columns]
        pairs, new = self._look_up(columns)
        wider = []
        for (column, source), dtype in zip(pairs, dtypes, strict=True):
            column.unit = source.unit or column.unit
            column.source_dtype = source.values.dtype
            promoted = np.promote_types(column.dtype, dtype)
            if column.vocabulary is None and promoted != column.dtype:
                wider.append((column, promoted))
        return Match(pairs, new, wider)

    def relabel(self, sides: Mapping[str, Side]) -> None:
        """Other names and units for columns, by the name that each has in batches: all at once, so that two may
        change names. Those that are not told of stay what they are."""
        self._infos = self._sides = None
        before, self._known, self._names = self._known, {}, set()
        for (source, is_text, count), column in before.items():
            column.source, column.unit = sides.get(source, (source, column.unit))
            column.name = self._name_for(column.source, is_text, count)
            self._known[column.source, is_text, count] = column

    def side_by_side(self, columns: SideBySide) -> Cells | None:
        """What to write where the batch has the columns of the one before it and all of them lie side by side in one
        bank, so that they go there in one piece; counts the values. Else None."""
        first, values = self.columns[0], columns.values
        if columns.sides is not self._sides or values.dtype != first.source_dtype:
            return None
        bank, index = first.bank, first.index
        for place, column in enumerate(self.columns, index):
            if column.bank is not bank or column.index != place:
                return None
        for column in self.columns:
            column.seen += len(values)
        return first, values, None

    def _look_up(self, columns: Sequence[Column]) -> tuple[list[tuple[TableColumn, Column]], list[TableColumn]]:
        pairs, new = [], []
        met: dict[tuple[str, bool], int] = {}
        for source in columns:
            kind = (source.name, source.vocabulary is not None)
            met[kind] = met.get(kind, 0) + 1
            key = (*kind, met[kind])
            column = self._known.get(key)
            if column is None:
                column = self._known[key] = TableColumn(self._name_for(*key), source)
                self.columns.append(column)
                new.append(column)
            pairs.append((column, source))
        return pairs, new

    def _name_for(self, name: str, is_text: bool, count: int) -> str:
        """The name, unless another column has it."""
        shown = name if count == 1 else f"{name} ({count})"
        if shown in self._names:
            shown = f"{shown} ({'text' if is_text else 'number'})"
        while shown in self._names:
            shown += "'"
        self._names.add(shown)
        return shown

    def cells(self, pairs: Sequence[tuple[TableColumn, Column]]) -> list[Cells]:
        """What to write into each of our columns, counting the values that are there."""
        cells: list[Cells] = []
        for column, source in pairs:
            values, missing = source.values, source.missing
            absent = 0 if missing is None else int(np.count_nonzero(missing))
            column.seen += len(values) - absent
            if column.vocabulary is not source.vocabulary and column.vocabulary is not None:
                values = in_terms_of(column.vocabulary, source)
            cells.append((column, values, missing if absent else None))
        if len(cells) < len(self.columns):
            present = {id(column) for column, _ in pairs}
            cells.extend((column, None, None) for column in self.columns if id(column) not in present)
        return cells
