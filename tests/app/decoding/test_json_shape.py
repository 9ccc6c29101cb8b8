"""Which objects a learned shape reads, and which it leaves to the general way."""

import json

import numpy as np
import pytest

from app.decoding.json_rows import Channels, leaves
from app.decoding.json_shape import shape_of
from app.decoding.lines import Lines
from app.decoding.rows import Texts
from tests.app.decoding.streams import frames_of

SAMPLE = {"a": 1.5, "n": {"b": 2, "deep": {"s": "on"}}, "ok": True, "a key": 1.5}


def learned(*samples, tag=None, iso=None):
    channels = Channels(Texts(), {}, iso)
    channels.rows([leaves(sample) for sample in samples], np.arange(len(samples)))
    return shape_of(channels, tag), channels


def read(shape, channels, *lines):
    frames = frames_of([line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines])
    columns = shape.columns(Lines(frames), channels)
    return columns and {column.channel.name: column.values.tolist() for column in columns}


def test_objects_of_the_shape_are_columns():
    shape, channels = learned(SAMPLE)
    assert read(shape, channels, SAMPLE, SAMPLE) == {
        "a": [1.5, 1.5], "n.b": [2, 2], "n.deep.s": [0, 0], "ok": [True, True], "a key": [1.5, 1.5],
    }  # fmt: skip


@pytest.mark.parametrize(
    "odd",
    [
        {**SAMPLE, "new": 1}, {**SAMPLE, "a": "text"}, {**SAMPLE, "a": [1]}, {**SAMPLE, "ok": 1}, {**SAMPLE, "n": 5},
        {**SAMPLE, "n": {"b": 1.5}}, {**SAMPLE, "n": {"c": 1}}, {"a": 1}, [1], b"", b"  ", b"junk", b'{"a":NaN}',
    ],
)  # fmt: skip
def test_one_object_of_another_shape_leaves_all_to_the_general_way(odd):
    shape, channels = learned(SAMPLE)
    assert read(shape, channels, SAMPLE, odd, SAMPLE) is None


def test_missing_and_null_values_are_missing():
    shape, channels = learned({"a": 1.5, "b": 2.5})
    columns = shape.columns(Lines(frames_of([b'{"a":1}', b'{"a":null,"b":2}', b"{}"])), channels)
    assert [column.missing.tolist() for column in columns] == [[False, True, True], [True, False, True]]


def test_columns_without_a_value_are_left_out():
    shape, channels = learned({"a": 1.5, "b": 2.5})
    assert read(shape, channels, {"a": 1.0}) == {"a": [1.0]}


def test_a_tag_is_checked_and_is_no_column():
    shape, channels = learned({"a": 1.5}, tag=("class", "T"))
    assert read(shape, channels, {"class": "T", "a": 1}) == {"a": [1.0]}
    assert read(shape, channels, {"class": "U", "a": 1}) is None


def test_text_that_is_no_time_in_the_time_field_goes_the_general_way():
    shape, channels = learned({"t": "2026-11-24T10:00:00Z"}, iso="t")
    assert read(shape, channels, {"t": "1970-01-01T00:00:01Z"}) == {"t": [1.0]}
    assert read(shape, channels, {"t": "noon"}) is None


@pytest.mark.parametrize("samples", [({},), ({"a": 1}, {"a": {"b": 1}}), ({"a": [1, 2]},)])
def test_there_may_be_no_shape(samples):
    assert learned(*samples)[0] is None
