"""When a table makes a shape of its objects, and when it makes another."""

import json

import numpy as np

from app.decoding.json_rows import leaves
from app.decoding.json_table import LEARN_ROWS, JsonTable
from app.decoding.lines import Lines
from app.decoding.rows import Texts
from tests.app.decoding.streams import frames_of


def general(table, *objects):
    return table.general([leaves(each) for each in objects], np.arange(len(objects)))


def is_quick(table, value):
    return table.quick(Lines(frames_of([json.dumps(value).encode()])), np.arange(1)) is not None


def table_of(units=None):
    return JsonTable("T", None, units or {}, Texts(), None)


def test_a_shape_is_made_of_the_first_objects():
    table = table_of()
    general(table, *[{"a": 1}] * (LEARN_ROWS - 1))
    assert not is_quick(table, {"a": 2})
    general(table, {"a": 1})
    assert is_quick(table, {"a": 2})


def test_a_shape_is_made_anew_when_there_is_something_new_to_know():
    table = table_of()
    general(table, *[{"a": 1}] * LEARN_ROWS)
    assert not is_quick(table, {"a": 1, "b": 2})
    general(table, *[{"a": 1, "b": 2}] * 4 * LEARN_ROWS)
    assert is_quick(table, {"a": 1, "b": 2})


def test_a_stream_that_always_has_new_keys_makes_few_shapes():
    table, shapes = table_of(), set()
    for number in range(1000):
        general(table, {f"k{number}": 1})
        shapes.add(id(table._shape))
    assert len(shapes) <= 5


def test_units_are_the_tables_own_before_those_for_all():
    table = table_of({"a": "m", "T.a": "V", "U.a": "A"})
    part, _ = general(table, {"a": 1})
    assert part.filled[0].channel.unit == "V"
