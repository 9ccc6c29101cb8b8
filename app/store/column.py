"""A column of a table: what it is called, where it is kept, what its dtype becomes."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from app.store.bank import Bank, Mask
from app.store.views import ColumnInfo
from app.stream import Column, Vocabulary

FLOAT32, FLOAT64 = np.dtype(np.float32), np.dtype(np.float64)
CODES = np.dtype(np.int32)


def stored_dtype(dtype: np.dtype[Any]) -> np.dtype[Any]:
    """The dtype in which values of `dtype` are kept: native byte order; float16 widens to float32, which loses
    nothing; more than 64 bits narrow to float64. Raises TypeError for what is no number."""
    if dtype.kind not in "biuf":
        raise TypeError(f"expected numbers, bools or text codes in a column, got dtype {dtype}")
    if dtype.kind == "f" and dtype.itemsize != FLOAT32.itemsize:
        return FLOAT32 if dtype.itemsize == 2 else FLOAT64
    return dtype.newbyteorder("=")


class TableColumn:
    """One column and its place.

    source         the name it has in batches; `name` differs only where two columns of a batch share one
    dtype          what it is for the reader (bool); its bank's dtype is what is stored (uint8)
    seen           values that were not missing, since the table was made
    low, high      extremes from banks that it has left
    """

    __slots__ = (
        "bank", "dtype", "high", "index", "low", "mask", "name", "seen", "source", "source_dtype", "unit", "vocabulary",
    )  # fmt: skip

    def __init__(self, name: str, column: Column) -> None:
        self.name = name
        self.source = column.name
        self.source_dtype: np.dtype[Any] = column.values.dtype
        self.dtype = stored_dtype(column.values.dtype)
        self.unit = column.unit
        self.vocabulary = column.vocabulary
        self.seen = 0
        self.low = self.high = np.nan
        self.bank: Bank
        self.index = 0
        self.mask: Mask | None = None

    @property
    def bank_dtype(self) -> np.dtype[Any]:
        return np.dtype(np.uint8) if self.dtype.kind == "b" else self.dtype

    @property
    def is_float(self) -> bool:
        return self.dtype.kind == "f"

    @property
    def info(self) -> ColumnInfo:
        return ColumnInfo(self.name, self.unit, self.dtype, self.vocabulary)

    def takes(self, column: Column) -> bool:
        """Is this the same column as before, to be copied without a further thought?"""
        return (
            column.name == self.source
            and column.values.dtype == self.source_dtype
            and column.vocabulary is self.vocabulary
        )

    def value(self, slot: int, at: int) -> object:
        """The value of one row as int, float, bool or str; None where it is missing."""
        missing = self.mask.of(slot) if self.mask else None
        if missing is not None and missing[at]:
            return None
        value = self.bank.raw[slot, self.index, at].item()
        if self.vocabulary is not None:
            return self.vocabulary.text(value)
        return bool(value) if self.dtype.kind == "b" else value

    def values(self, slot: int, start: int, stop: int) -> list[object]:
        """As `value`, of some rows of one block; a NaN is missing too."""
        raw = self.bank.raw[slot, self.index, start:stop]
        missing = self.mask.of(slot) if self.mask else None
        absent = np.isnan(raw) if self.is_float else missing[start:stop] if missing is not None else None
        values: list[object] = (raw != 0).tolist() if self.dtype.kind == "b" else raw.tolist()
        gone = set() if absent is None else set(np.flatnonzero(absent).tolist())
        if self.vocabulary is not None:  # the code of a row that is missing stands for nothing
            text = self.vocabulary.text
            return [None if at in gone else text(code) for at, code in enumerate(raw.tolist())]
        for at in gone:
            values[at] = None
        return values

    def newest(self, slot: int, at: int) -> object:
        """As `value`, of the newest row: a text beyond the vocabulary's bound is known while it is the newest."""
        if self.vocabulary is not None and self.vocabulary.newest is not None:
            missing = self.mask.of(slot) if self.mask else None
            if self.bank.raw[slot, self.index, at] == Vocabulary.OVERFLOW and not (missing is not None and missing[at]):
                return self.vocabulary.newest
        return self.value(slot, at)

    def floats(self, slot: int, start: int, stop: int) -> npt.NDArray[np.floating[Any]]:
        """The values of some rows of one block as float32 or float64, NaN where missing; maybe a view."""
        values = self.bank.raw[slot, self.index, start:stop]
        if self.is_float:
            return values
        result = values.astype(np.float64)
        missing = self.mask.of(slot) if self.mask else None
        if missing is not None:
            result[missing[start:stop]] = np.nan
        return result


def in_terms_of(known: Vocabulary, column: Column) -> npt.NDArray[np.int32]:
    """The column's codes as codes of `known`, for a decoder that began a new vocabulary."""
    assert column.vocabulary is not None
    texts = column.vocabulary.texts
    codes = np.array([known.code(text) for text in texts] + [Vocabulary.OVERFLOW], CODES)
    return codes[np.where(column.values < 0, len(texts), column.values)]
