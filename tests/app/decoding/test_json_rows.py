"""Objects the general way: leaves, channels, kinds. (Seen from outside: test_json_lines.)"""

import numpy as np
import pytest

from app.decoding.json_rows import MAX_DEPTH, Channels, Unsound, leaves, parsed
from app.decoding.rows import Texts


def nested(depth):
    value = 1
    for _ in range(depth):
        value = {"k": value}
    return value


def kinds(*objects):
    channels = Channels(Texts(), {}, None)
    part, bad = channels.rows([leaves(each) for each in objects], np.arange(len(objects)))
    assert bad == {}
    return {column.channel.name: column.channel.kind for column in part.filled}


def test_leaves_have_names_paths_and_values():
    assert leaves({"a": {"b": 1}, "c": [True, {"d": "x"}], "e": None}) == [
        ("a.b", ("a", "b"), 1), ("c.0", None, True), ("c.1.d", None, "x"),
    ]  # fmt: skip


def test_the_key_that_chose_the_table_is_skipped_at_the_top_alone():
    assert [name for name, _, _ in leaves({"class": "T", "a": {"class": 1}}, "class")] == ["a.class"]


def test_depth_is_bounded():
    assert len(leaves(nested(MAX_DEPTH))) == 1
    with pytest.raises(Unsound, match="nested too deep"):
        leaves(nested(MAX_DEPTH + 1))


def test_a_line_that_is_no_object_says_why():
    with pytest.raises(Unsound, match="not an object"):
        parsed(b"[1]")


def test_kinds_are_those_of_the_values():
    assert kinds({"i": 1, "f": 1.0, "b": False, "s": ""}) == {"i": "int", "f": "float", "b": "bool", "s": "text"}


def test_a_float_makes_a_channel_of_integers_one_of_floats_and_never_back():
    assert kinds({"a": 1}, {"a": 1.5}, {"a": 2}) == {"a": "float"}


def test_the_version_tells_of_new_channels_and_new_kinds():
    channels = Channels(Texts(), {}, None)
    versions = []
    for value in ({"a": 1}, {"a": 2}, {"b": 1}, {"a": 1.5}, {"a": 1}):
        channels.rows([leaves(value)], np.arange(1))
        versions.append(channels.version)
    assert versions == [1, 1, 2, 3, 3]


def test_rejected_rows_are_told_by_their_place_among_the_objects():
    channels = Channels(Texts(), {}, None)
    many = {f"k{n}": n for n in range(1000)}
    part, bad = channels.rows([leaves({"a": 1}), leaves(many), leaves({f"x{n}": n for n in range(100)})], np.arange(3))
    assert bad == {2: "too many columns"}
    assert part.places.tolist() == [0, 1]
