"""Parts of rows, and how they become one."""

import numpy as np

from app.decoding.rows import MAX_TEXTS, NO_TEXT, Channel, Filled, Full, Part, Texts, columns_of, merged, sides_of


def channel(name, kind):
    made = Channel(name)
    made.become(kind, Texts())
    return made


def part(places, *filled):
    return Part(len(places), filled, np.array(places))


def test_nothing_becomes_nothing():
    assert merged([]) is None
    assert merged([part([])]) is None


def test_one_part_stays_as_it_is():
    only = part([3], Filled(channel("a", "int"), np.array([1])))
    assert merged([part([]), only]) is only


def test_parts_follow_each_other():
    a = channel("a", "int")
    both = merged([part([0, 1], Filled(a, np.array([1, 2]))), part([4], Filled(a, np.array([3])))])
    assert both.places.tolist() == [0, 1, 4]
    assert both.filled[0].values.tolist() == [1, 2, 3]
    assert both.filled[0].values.dtype == np.int64
    assert both.filled[0].missing is None


def test_a_column_that_one_part_has_not_is_missing_there():
    a, b = channel("a", "int"), channel("b", "text")
    both = merged([part([0], Filled(a, np.array([1]))), part([1], Filled(b, np.array([5], np.int32)))])
    assert [column.missing.tolist() for column in both.filled] == [[False, True], [True, False]]
    assert both.filled[1].values.tolist() == [NO_TEXT, 5]


def test_what_is_missing_in_a_part_stays_missing():
    a = channel("a", "float")
    first = Filled(a, np.array([np.nan, 1.0]), np.array([True, False]))
    both = merged([part([0, 1], first), part([2], Filled(a, np.array([2.0])))])
    assert both.filled[0].missing.tolist() == [True, False, False]


def test_integers_and_floats_together_are_floats():
    a = channel("a", "float")
    both = merged([part([0], Filled(a, np.array([1]))), part([1], Filled(a, np.array([1.5])))])
    assert both.filled[0].values.tolist() == [1.0, 1.5]


def test_an_iso_channel_is_in_seconds():
    assert channel("t", "iso").unit == "s"


def test_once_there_are_too_many_texts_no_channel_takes_a_new_one():
    texts = Texts()
    known = texts.vocabulary()
    codes = texts.codes(known, ["on", None, "off"])
    assert codes.tolist() == [0, NO_TEXT, 1]
    for number in range(MAX_TEXTS // 1000 + 1):
        texts.codes(texts.vocabulary(), [f"{number}-{n}" for n in range(1000)])
    assert texts.codes(known, ["off", "new"]).tolist() == [1, known.OVERFLOW]
    assert texts.codes(texts.vocabulary(), ["new"]).tolist() == [known.OVERFLOW]


def test_channels_of_one_array_are_columns_side_by_side():
    channels = (Channel("a", "V"), Channel("b"))
    values = np.arange(6.0).reshape(3, 2)
    full = Full(channels, sides_of(channels), values)
    assert [filled.channel for filled in full] == list(channels)
    assert [filled.values.tolist() for filled in full[0:2]] == [[0, 2, 4], [1, 3, 5]]
    columns = columns_of(full)
    assert [(column.name, column.unit, column.values.tolist()) for column in columns] == [
        ("a", "V", [0, 2, 4]),
        ("b", "", [1, 3, 5]),
    ]
