"""The lists of fields as rows and as text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.decoding.options import MAX_CHANNELS
from ui.device_dialogs.field_shapes import RAW, CsvFields, JsonUnits, StructFields

FIELDS = st.lists(st.text(max_size=16), max_size=6)


@given(FIELDS)
def test_fields_that_nobody_changed_stay_to_the_letter(texts: list[str]):
    shape = CsvFields()
    assert shape.value(shape.rows(texts)) == (texts or None)


def test_a_changed_field_is_put_together_again():
    shape = CsvFields()
    (row,) = shape.rows(["ax  [m/s²]"])
    assert row == {RAW: "ax  [m/s²]", "name": "ax", "unit": "m/s²"}
    row.pop(RAW)
    row["unit"] = "g"
    assert shape.value([row]) == ["ax [g]"]


def test_units_read_back_from_rows_and_from_text():
    shape, units = JsonUnits(), {"TPV.alt": "m", "a, b": "°"}
    assert shape.value(shape.rows(units)) == units
    assert shape.read(shape.text(units)) == units
    assert shape.read("") is None


def test_bits_stay_with_their_field():
    fields = [{"name": "s", "type": "u8", "bits": [{"name": "on", "at": 0}]}, {"type": "pad", "size": 2}]
    shape = StructFields()
    assert shape.value(shape.rows(fields)) == fields
    assert shape.read(shape.text(fields)) == fields


def test_a_row_that_is_no_table_is_kept_for_the_check_to_refuse():
    shape = StructFields()
    assert shape.value(shape.rows(["t"])) == ["t"]


@pytest.mark.parametrize("shape", [CsvFields(), JsonUnits(), StructFields()])
def test_each_example_can_be_read(shape):
    assert shape.read(shape.example())


def test_as_many_as_a_session_may_have_are_quick():
    shape = CsvFields()
    texts = [f"c{n} [V]" for n in range(MAX_CHANNELS)]
    assert shape.read(shape.text(texts)) == texts
