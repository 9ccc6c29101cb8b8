"""Lines of keys, proved against tomllib: the walk must find exactly the paths that the parser finds."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.session.places import MAX_DEPTH, MAX_ITEMS, MAX_REPEATS, Path, TooMuchError, find_places

# In this document each number is the line that it stands in; so are the tables' by their first key.
EACH_VALUE_IS_ITS_LINE = '''a = 1
"quoted key" = 2
'lite ral'.'b.c' = 3   # a dotted key, with a dot inside
b.c.d = 4
  b . c . e = 5 # blanks

[table]   # 7
x = 8
y = { z = 9, w = { v = 9 }, u = [ 9,
  10, # a comment, with ] and } and " in it
  [ 11, 11 ],
] }
text = """a
[no header] = 14
\\"""" # quotes at the end
after = 16
literal = \'\'\'
key = 18
''\'\'\'
after2 = 20
date = 1979-05-27 07:32:00Z
after3 = 22
float = 1e3
"\\u0061b\\"" = 24

[[device]]
name = 27
framing = { type = 28 }
[device.decoding]
type = 30
[[device.decoding.fields]]
n = 32
[[device.decoding.fields]]
n = 34
[plain.sub]
k = 36
[[device]]
name = 38
device.x = 39
[device.decoding.by]
q = 41
[[ device . "list" ]]
r = 43'''


def numbers(value: Any, path: Path = ()) -> dict[Path, int]:
    """The path of each integer."""
    if isinstance(value, dict):
        return {k: v for key, item in value.items() for k, v in numbers(item, (*path, key)).items()}
    if isinstance(value, list):
        return {k: v for index, item in enumerate(value) for k, v in numbers(item, (*path, index)).items()}
    return {path: value} if isinstance(value, int) else {}


def paths(value: Any, path: Path = ()) -> set[Path]:
    """The path of everything."""
    found = {path} if path else set()
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        found |= paths(item, (*path, key))
    return found


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_the_line_of_each_value_is_found_in_every_kind_of_statement(newline: str) -> None:
    text = EACH_VALUE_IS_ITS_LINE.replace("\n", newline)
    places = find_places(text)
    document = tomllib.loads(text)
    assert places.complete
    assert {path: places.lines[path] for path in numbers(document)} == numbers(document)
    assert set(places.lines) == paths(document)


def test_headers_and_elements_have_the_lines_they_begin_in() -> None:
    lines = find_places(EACH_VALUE_IS_ITS_LINE).lines
    assert lines["table",] == 7
    assert lines["device", 0] == 26
    assert lines["device", 0, "decoding", "fields", 1] == 33
    assert lines["device", 1] == 37
    assert lines["table", "y", "u", 2] == 11


def test_what_is_not_there_has_the_line_of_what_it_would_stand_in() -> None:
    places = find_places("[[device]]\nname = 1\n\n[[device]]\n")
    assert places.line(("device", 1, "link")) == 4
    assert places.line(("device", 0, "name", "x")) == 2
    assert places.line(("plot", 3)) is None


KEYS = st.sampled_from(["a", "b", "c-d", "_1", '"q.q"', "'l l'", '"\\u00e9"', "7"])
SCALARS = st.sampled_from(
    ["1", "-0.5e3", "true", '"t # \\" ] }"', "'lit \\'", '"""m\nn"""', "'''\n]'''", "1979-05-27 07:32:00", "inf", '""']
)


def arrays(items: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    gaps = st.sampled_from([" ", "", "\n", " # ] , }\n"])
    return st.builds(
        lambda parts, gap, comma: "[" + gap + ("," + gap).join(parts) + gap + (", " if comma and parts else "") + "]",
        st.lists(items, max_size=3),
        gaps,
        st.booleans(),
    )


def inline_tables(items: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    pairs = st.dictionaries(KEYS, items, max_size=3)
    return pairs.map(lambda table: "{ " + ", ".join(f"{k} = {v}" for k, v in table.items()) + " }")


VALUES = st.recursive(SCALARS, lambda items: arrays(items) | inline_tables(items), max_leaves=6)
DOTTED = st.lists(KEYS, min_size=1, max_size=3).map(" . ".join)
STATEMENTS = st.one_of(
    st.builds("{} = {}".format, DOTTED, VALUES),
    DOTTED.map("[{}]".format),
    DOTTED.map("[[{}]]".format),
    st.sampled_from(["", "  # a comment ] \" '''", "\t"]),
)
DOCUMENTS = st.lists(STATEMENTS, max_size=12).map("\n".join)


@settings(max_examples=250)
@given(DOCUMENTS)
def test_the_walk_finds_the_paths_that_the_parser_finds(text: str) -> None:
    places = find_places(text)
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    assert places.complete
    assert not places.repeats
    assert set(places.lines) == paths(document)


@settings(max_examples=250)
@given(DOCUMENTS, st.integers(0, 10**6), st.text(alphabet="[]{}\"'#=,.\\\n a1", max_size=3))
def test_the_walk_takes_all_that_the_parser_takes_however_damaged(text: str, at: int, damage: str) -> None:
    at %= len(text) + 1
    text = text[:at] + damage + text[at + 1 :]
    places = find_places(text)
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    assert places.complete
    assert set(places.lines) == paths(document)


@pytest.mark.parametrize(
    ("text", "path", "line", "first"),
    [
        ("a = 1\nb = 2\na = 3\n", ("a",), 3, 1),
        ("[t]\na = 1\n[u]\na = 1\n[t]\n", ("t",), 5, 1),
        ("[[d]]\nx = 1\n[[d]]\nx = 1\nx = 1\n", ("d", 1, "x"), 5, 4),
        ("t = { a = 1, b = 2,\n a = 3 }", ("t", "a"), 2, 1),
        ("a.b = 1\na.b = 2", ("a", "b"), 2, 1),
        ("[d]\n[[d]]\n", ("d",), 2, 1),
    ],
)
def test_a_repeated_key_is_found_with_both_lines(text: str, path: Path, line: int, first: int) -> None:
    repeats = find_places(text).repeats
    assert [(r.path, r.line, r.first_line) for r in repeats] == [(path, line, first)]


def test_all_repeats_are_found_and_what_stands_in_one_is_not_told_apart() -> None:
    repeats = find_places("a = 1\na = { x = 1 }\na = { x = 2 }\nb = 1\nb = 2\n").repeats
    assert [(r.path, r.line) for r in repeats] == [(("a",), 2), (("a",), 3), (("b",), 5)]


@pytest.mark.parametrize(
    "text",
    [
        "a = " + "[" * 1_000_000,
        "a = " + "{ a = " * 100_000,
        "a." * 1_000_000 + "a = 1",
        "[" + "a." * (MAX_DEPTH + 1) + "a]",
        "a = [" + "1," * MAX_ITEMS + "1]",
        "".join(f"k{i} = 1\n" for i in range(MAX_ITEMS + 1)),
        "a = 1\n" * (MAX_REPEATS + 2),
    ],
    ids=["arrays", "tables", "dotted key", "header", "elements", "keys", "repeats"],
)
def test_what_no_session_has_is_refused_before_the_parser_sees_it(text: str) -> None:
    with pytest.raises(TooMuchError):
        find_places(text)


@pytest.mark.parametrize(
    "text",
    [
        'a = "' + "\\" * 200_001,
        'a = """' + '"x' * 200_000,
        "a = '''" + "''x" * 200_000,
        "#" * 1_000_000,
        '"' * 1_000_001,
    ],
    ids=["escapes", "quotes", "literal quotes", "comment", "only quotes"],
)
def test_long_unfinished_strings_end_the_walk_and_cost_one_pass(text: str) -> None:
    assert not find_places(text).repeats


def test_sections_are_whole_lines_and_what_is_between_them_is_comment() -> None:
    text = "# top\na = 1\n\n# about d\n[[d]]  # d\nx = [\n 1 ]  # x\n# loose\n\n[d.e]\n"
    places = find_places(text)
    assert [(s.path, text[s.start : s.end]) for s in places.sections] == [
        ((), "# top\na = 1\n"),
        (("d", 0), "[[d]]  # d\nx = [\n 1 ]  # x\n"),
        (("d", 0, "e"), "[d.e]\n"),
    ]
