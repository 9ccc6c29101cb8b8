"""JSON lines from end to end: names, kinds, tables, bad frames, and the typed way against the general one."""

import json
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.decoding.options import FieldTime, Json
from tests.app.decoding.streams import SECOND, START, Watched, groupings, outcome


def lines(*values):
    return [json.dumps(value).encode() for value in values]


def rows_of(*values, options=None):
    return Watched(options or Json()).lines(*lines(*values)).rows


# -- names and kinds


def test_nested_keys_become_dotted_names_and_arrays_are_indexed():
    rows = rows_of({"air": {"t": 21.5, "in": {"p": 1}}, "sats": [{"el": 3}, 7]})
    assert rows.values == [{"air.t": 21.5, "air.in.p": 1, "sats.0.el": 3, "sats.1": 7}]


def test_every_kind_of_value_is_kept_as_it_is():
    rows = rows_of({"i": 1, "f": 1.5, "b": True, "s": "on", "n": None})
    assert rows.values == [{"i": 1, "f": 1.5, "b": True, "s": "on"}]
    assert rows.dtypes == {"i": "int64", "f": "float64", "b": "bool", "s": "text"}


def test_null_an_absent_key_and_an_empty_array_are_missing_values():
    assert rows_of({"a": 1, "b": 2}, {"a": None}, {"a": [], "b": {}}, {"b": 3}).values == [
        {"a": 1, "b": 2}, {}, {}, {"b": 3},
    ]  # fmt: skip


def test_a_number_that_is_missing_among_many_is_not_a_nan():
    watched = Watched(Json()).lines(*lines(*[{"a": 1.5, "b": 2.5}] * 40)).lines(*lines({"a": 1.5}, {"b": 2.5}, {}))
    assert watched.rows.values[40:] == [{"a": 1.5}, {"b": 2.5}, {}]


def test_units_are_by_name():
    rows = rows_of({"air": {"t": 1}}, options=Json(units={"air.t": "°C"}))
    assert rows.units == {"air.t": "°C"}


def test_integers_become_floats_once_a_float_comes():
    watched = Watched(Json()).lines(*lines({"a": 1}))
    assert watched.rows.dtypes["a"] == "int64"
    assert watched.lines(*lines({"a": 2}, {"a": 2.5})).rows.dtypes["a"] == "float64"
    assert watched.lines(*lines({"a": 3})).rows.dtypes["a"] == "float64"
    assert watched.rows.column("a") == [1, 2, 2.5, 3]


def test_integers_keep_all_their_digits():
    assert rows_of({"a": 2**63 - 1}, {"a": -(2**63)}).column("a") == [2**63 - 1, -(2**63)]


@pytest.mark.parametrize(
    ("huge", "expected"),
    [(2**63, 2.0**63), (-(2**80), -(2.0**80)), (10**400, math.inf), (-(10**400), -math.inf)],
    ids=["just beyond", "negative", "no float64 either", "nor negative"],
)
def test_an_integer_beyond_64_bits_is_a_float(huge, expected):
    for many in (1, 60):
        assert rows_of(*[{"a": 1}] * many, {"a": huge}).column("a")[-1] == expected


def test_a_value_of_another_kind_goes_to_a_channel_beside():
    rows = rows_of({"a": 1}, {"a": "fault"}, {"a": True}, {"a": 2})
    assert rows.values == [{"a": 1}, {"a (text)": "fault"}, {"a (bool)": True}, {"a": 2}]


def test_two_keys_that_make_one_name_make_two_channels():
    assert rows_of({"a.b": 1, "a": {"b": 2}}).values == [{"a.b": 1, "a.b (2)": 2}]


def test_of_a_key_that_is_there_twice_the_last_value_counts():
    for many in (1, 60):
        assert Watched(Json()).lines(*[b'{"a":1,"a":2}'] * many).rows.column("a") == [2] * many


def test_names_are_bounded_and_stay_distinct():
    long = "k" * 500
    (row,) = rows_of({long + "1": 1, long + "2": 2, "": 3, "x\x07": 4, "<i>": 5}).values
    assert sorted(row.values()) == [1, 2, 3, 4, 5]
    assert all(len(name) <= 64 and name.isprintable() for name in row)


def test_nan_and_infinity_are_values_though_json_has_none():
    column = Watched(Json()).lines(b'{"a":NaN}', b'{"a":-Infinity}', b'{"a":1e999}').rows.column("a")
    assert math.isnan(column[0])
    assert column[1:] == [-math.inf, math.inf]


def test_an_object_without_values_is_a_row_without_values():
    assert rows_of({}, {"a": []}).values == [{}, {}]


# -- tables


def test_by_chooses_the_table_and_is_no_channel():
    watched = Watched(Json(by="class")).lines(*lines({"class": "TPV", "lat": 1.5}, {"class": "SKY", "hdop": 2}))
    assert watched.tables["TPV"].values == [{"lat": 1.5}]
    assert watched.tables["SKY"].values == [{"hdop": 2}]


def test_gpsd_reports_are_one_table_a_class():
    text = (
        '{"class":"VERSION","release":"3.22","rev":"3.22","proto_major":3,"proto_minor":14}\n'
        '{"class":"DEVICES","devices":[]}\n'
        '{"class":"TPV","device":"/dev/pts/1","mode":1}\n'
        '{"class":"TPV","device":"/dev/pts/1","mode":3,"time":"2019-04-12T00:39:56.000Z","lat":-45.87,"lon":170.5}\n'
        '{"class":"SKY","hdop":0.64,"satellites":[{"PRN":13,"el":37.0,"used":true},{"PRN":16,"el":11.0,"used":false}]}\n'
    )
    tables = Watched(Json(by="class")).text(text).tables
    assert list(tables) == ["VERSION", "DEVICES", "TPV", "SKY"]
    assert tables["DEVICES"].values == [{}]
    assert tables["TPV"].column("time") == [None, "2019-04-12T00:39:56.000Z"]
    assert tables["TPV"].column("lat") == [None, -45.87]
    assert tables["SKY"].values[0]["satellites.1.used"] is False


def test_an_object_without_the_key_goes_to_the_table_without_a_name():
    watched = Watched(Json(by="kind")).lines(*lines({"a": 1}, {"kind": None, "a": 2}, {"kind": "x", "a": 3}))
    assert watched.tables[""].column("a") == [1, 2]
    assert watched.tables["x"].column("a") == [3]


def test_the_key_may_be_nested_or_an_integer():
    watched = Watched(Json(by="head.id")).lines(*lines({"head": {"id": 7}, "a": 1}, {"head": {"id": "s"}, "a": 2}))
    assert watched.tables["7"].column("a") == [1]
    assert watched.tables["s"].column("a") == [2]


@pytest.mark.parametrize("key", ['say "hi"', "back\\slash", "two\nlines", "\x00", ""])
def test_the_key_may_be_one_that_json_writes_with_escapes(key: str):
    watched = Watched(Json(by=key)).lines(*lines({key: "x", "a": 1}, {key: "y", "a": 2}, {key: "x", "a": 3}))
    assert watched.tables["x"].column("a") == [1, 3]
    assert watched.tables["y"].column("a") == [2]


def test_units_may_be_for_one_table():
    options = Json(by="c", units={"x.v": "V", "v": "m"})
    watched = Watched(options).lines(*lines({"c": "x", "v": 1}, {"c": "y", "v": 1}))
    assert watched.tables["x"].units == {"v": "V"}
    assert watched.tables["y"].units == {"v": "m"}


def test_classes_that_nobody_asked_for_are_set_aside():
    watched = Watched(Json(by="c", only=("x",))).lines(*lines({"c": "x", "a": 1}, {"c": "y"}, {"c": "y"}, {"a": 1}))
    assert list(watched.tables) == ["x"]
    assert watched.set_aside == {"class y": 2, "no class": 1}


def test_reasons_for_setting_aside_are_bounded():
    watched = Watched(Json(by="c", only=("x",))).lines(*lines(*[{"c": f"y{n}"} for n in range(100)]))
    assert len(watched.set_aside) == 65
    assert watched.set_aside["other classes"] == 36


def test_tables_are_bounded():
    watched = Watched(Json(by="c")).lines(*lines(*[{"c": f"y{n}", "a": n} for n in range(100)]))
    assert len(watched.tables) == 64
    assert watched.rejected == {"too many tables": 36}


# -- bad frames


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"[1,2]", "not an object"),
        (b'"text"', "not an object"),
        (b"12", "not an object"),
        (b"null", "not an object"),
        (b'{"a":1', "not JSON"),
        (b'{"a":1}}', "not JSON"),
        (b"{'a':1}", "not JSON"),
        (b'{"a":1}{"a":2}', "not JSON"),
        (b'{"a":"\\ud800"}', "not JSON"),
        (b"hello", "not JSON"),
        (b'{"a":"\xff"}', "not UTF-8"),
        (b"\xff\xfe", "not UTF-8"),
        (b"[" * 200_000, "nested too deep"),
        (b'{"a":' * 40 + b"1" + b"}" * 40, "nested too deep"),
        (json.dumps({f"k{n}": n for n in range(1025)}).encode(), "too many columns"),
        (json.dumps({"a": list(range(2000))}).encode(), "too many columns"),
    ],
)
def test_a_bad_frame_costs_itself_alone(line, reason):
    for good in (1, 80):
        watched = Watched(Json()).lines(*[b'{"a":1}'] * good, line, *[b'{"a":2}'] * good)
        assert watched.rejected == {reason: 1}
        assert watched.rows.column("a") == [1] * good + [2] * good


def test_lines_of_blanks_are_set_aside():
    for good in (1, 80):
        watched = Watched(Json()).lines(*[b'{"a":1}'] * good, b"", b"  ", b'{"a":2}')
        assert watched.set_aside == {"empty line": 2}
        assert watched.rows.column("a") == [1] * good + [2]


def test_a_byte_order_mark_before_an_object_is_ignored():
    assert Watched(Json()).lines(b'\xef\xbb\xbf{"a":1}').rows.values == [{"a": 1}]


def test_channels_of_a_table_are_bounded_and_a_rejected_row_leaves_none():
    values = [{f"k{n}-{i}": 1 for i in range(100)} for n in range(20)]
    watched = Watched(Json()).lines(*lines(*values))
    assert watched.rejected == {"too many columns": 10}
    watched.lines(*lines({f"new{i}": 1 for i in range(24)}))
    assert len(watched.rows.values[-1]) == 24


def test_texts_of_all_channels_together_are_bounded():
    watched = Watched(Json())
    for n in range(1200):
        watched.lines(*lines({f"k{i}": f"{n}-{i}" for i in range(100)}))
    last = watched.rows.values[-1]
    assert all(value.startswith("(more than ") for value in last.values())


def test_an_object_over_several_lines_of_one_frame_is_one_object():
    pretty = json.dumps({"a": 1, "b": {"c": 2}}, indent=2).encode()
    watched = (
        Watched(Json()).lines(*lines(*[{"a": 1, "b": {"c": 2}}] * 50)).lines(pretty, pretty, delimiter=b"\x00\x00")
    )
    assert watched.rows.values == [{"a": 1, "b.c": 2}] * 52


def test_two_objects_in_a_frame_beside_an_empty_one_are_not_mistaken_for_two_frames():
    watched = Watched(Json()).lines(*lines(*[{"a": 1}] * 50))
    watched.lines(b'{"a":2}\n{"a":3}', b"  ", delimiter=b"\x00\x00")
    assert watched.rejected == {"not JSON": 1}
    assert watched.set_aside == {"empty line": 1}


# -- the typed way gives what the general way gives

LEAF = st.one_of(
    st.none(), st.booleans(), st.integers(-(2**70), 2**70), st.floats(), st.sampled_from(["on", "off", "é\x07", ""])
)
KEY = st.sampled_from(["a", "b", "c", "a.b", "class", "x (text)", ""])
VALUE = st.recursive(
    LEAF, lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(KEY, inner, max_size=3))
)
OBJECT = st.dictionaries(KEY, VALUE, max_size=5)


def test_grouping_frames_otherwise_changes_nothing():
    frames = [
        *lines({"a": 1, "b": {"c": 2.5}}, {"a": 1.5}, {"a": "x"}, {"b": {"c": 1}, "d": [1, 2]}, {}, {"a": True}),
        b"junk",
        *lines({"a": 2, "b": {"c": 2.5}}, {"class": "T", "a": 1}, {"class": 4}),
    ]
    for options in (Json(), Json(by="class")):
        results = [outcome(options, calls) for calls in groupings(frames)]
        assert all(result == results[0] for result in results)


@settings(max_examples=60)
@given(
    st.lists(OBJECT, min_size=1, max_size=4),
    st.lists(st.integers(0, 3), min_size=60, max_size=120),
    st.sampled_from([Json(), Json(by="class"), Json(by="a.b"), Json(by="class", only=("on",))]),
    st.integers(1, 50),
)
def test_random_objects_are_the_same_rows_however_grouped(objects, order, options, size):
    frames = [json.dumps(objects[n % len(objects)]).encode() for n in order]
    calls = [frames[at : at + size] for at in range(0, len(frames), size)]
    assert outcome(options, calls) == outcome(options, [[frame] for frame in frames])


@settings(max_examples=80)
@given(
    st.lists(
        st.one_of(
            OBJECT.map(lambda value: json.dumps(value).encode()),
            st.sampled_from([b'{"a":1,"b":2.5}', b'{"a":2,"b":1.5}']),
            st.binary(max_size=12),
            st.text(st.sampled_from('0123456789.,:eE+-_ "\\u{}[]nultrfas\x00é'), max_size=20).map(str.encode),
        ),
        max_size=80,
    ),
    st.sampled_from([Json(), Json(by="class"), Json(by="a")]),
    st.sampled_from([b"\n", b"\r\n", b"\x00\x00"]),
)
def test_no_frame_makes_it_raise_or_lose_count(frames, options, delimiter):
    outcome(options, [frames, frames], delimiter)


@settings(max_examples=60)
@given(st.data())
def test_a_mutated_object_costs_at_most_itself(data):
    frames = lines(*[{"n": n, "v": n + 0.5, "deep": {"x": n}} for n in range(100)])
    at = data.draw(st.integers(50, 99))
    place = data.draw(st.integers(0, len(frames[at]) - 1))
    byte = data.draw(st.integers(0, 255).filter(lambda b: b != 10))
    mutated = frames[at][:place] + bytes([byte]) + frames[at][place + 1 :]
    watched = Watched(Json()).lines(*frames[:50]).lines(*frames[50:at], mutated, *frames[at + 1 :])
    others = [{"n": n, "v": n + 0.5, "deep.x": n} for n in range(100) if n != at]
    assert [row for row in watched.rows.values if row in others] == others


def test_iso_text_in_the_time_field_is_seconds_and_other_text_stays_text():
    time = FieldTime(field="t", unit="iso")
    frames = lines({"t": "2026-11-24T10:00:00Z"}, {"t": "later"}, {"t": "2026-11-24T10:00:02Z"})
    watched = Watched(Json(), time).lines(*frames, read_ns=[START, START + SECOND, START + 2 * SECOND])
    assert watched.rows.values == [{"t": 1795514400.0}, {"t (text)": "later"}, {"t": 1795514402.0}]
    assert watched.rows.times == [START, START + SECOND, START + 2 * SECOND]
