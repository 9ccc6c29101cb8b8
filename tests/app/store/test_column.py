"""What dtypes become, and what a value is to a reader."""

from __future__ import annotations

import numpy as np
import pytest

from app.store.column import TableColumn, in_terms_of, stored_dtype
from app.stream import Column, Vocabulary


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("f2", "f4"), ("f4", "f4"), (">f4", "f4"), ("f8", "f8"), (np.longdouble, "f8"), (">i2", "i2"), ("u8", "u8"),
        ("?", "?"), ("i1", "i1"),
    ],
)  # fmt: skip
def test_values_are_kept_in_their_own_dtype_or_one_that_loses_nothing(given, kept):
    assert stored_dtype(np.dtype(given)) == np.dtype(kept)
    assert stored_dtype(np.dtype(given)).isnative


@pytest.mark.parametrize("dtype", ["O", "U3", "S3", "M8[ns]", "c16"])
def test_what_is_no_number_is_refused_with_its_dtype(dtype):
    with pytest.raises(TypeError, match="expected numbers, bools or text codes"):
        stored_dtype(np.dtype(dtype))


def test_a_column_is_the_same_while_name_dtype_and_vocabulary_are():
    words = Vocabulary()
    column = TableColumn("state", Column("state", np.zeros(1, "i4"), vocabulary=words))
    assert column.takes(Column("state", np.ones(2, "i4"), vocabulary=words))
    assert not column.takes(Column("state", np.ones(2, "i4")))
    assert not column.takes(Column("state", np.ones(2, "i8"), vocabulary=words))
    assert not column.takes(Column("mode", np.ones(2, "i4"), vocabulary=words))


def test_codes_of_a_new_vocabulary_are_told_in_the_known_one():
    known, new = Vocabulary(), Vocabulary()
    for word in ("off", "on"):
        known.code(word)
    codes = [new.code(word) for word in ("on", "fault")] + [Vocabulary.OVERFLOW]
    told = in_terms_of(known, Column("state", np.array(codes, "i4"), vocabulary=new))
    assert told.tolist() == [1, 2, Vocabulary.OVERFLOW]
    assert known.texts == ["off", "on", "fault"]
