"""Changes in the text of a TOML document."""

from __future__ import annotations

import pytest

from app.session.splice import MISSING, value_at, with_table, with_value, without

MIXED = """\
[[d]]
n = 1 # one
[[p]]
n = 2
# about the second d
[[d]]
n = 3
"""


def test_tables_that_stand_between_others_stay_where_they_are() -> None:
    assert with_value(MIXED, ("d", 1, "n"), 4, merge=True) == MIXED.replace("n = 3", "n = 4")
    assert with_value(MIXED, ("d", 0, "m"), "x", merge=True) == MIXED.replace("# one\n", '# one\nm = "x"\n')
    assert without(MIXED, ("p", 0)) == MIXED.replace("[[p]]\nn = 2\n", "")
    assert without(MIXED, ("d", 1)) == MIXED[: MIXED.index("# about")]


def test_all_tables_of_a_name_go_together() -> None:
    assert without(MIXED, ("d",)) == "[[p]]\nn = 2\n"


def test_a_table_comes_behind_the_last_of_its_name() -> None:
    assert with_table(MIXED, "p", {"n": 5}) == MIXED.replace("n = 2\n", "n = 2\n\n[[p]]\nn = 5\n\n")
    assert with_table("", "p", {}) == "[[p]]\n"
    assert with_table("a = 1", "p", {"n": [1]}) == "a = 1\n\n[[p]]\nn = [1]\n"


def test_tables_are_no_value_that_could_be_set_as_one() -> None:
    with pytest.raises(LookupError):
        with_value(MIXED, ("d",), [{"n": 1}], merge=True)


def test_a_table_with_a_header_can_become_another_kind_of_value() -> None:
    assert with_value("[a]\nx = 1\n[a.b]\ny = 2\n[c]\n", ("a", "b"), 3, merge=True) == "[a]\nx = 1\nb = 3\n[c]\n"


def test_merging_keeps_the_elements_that_stay_with_their_comments() -> None:
    text = "a = [\n  1, # one\n  2, # two\n  3, # three\n]\n"
    assert with_value(text, ("a",), [1, 3], merge=True) == "a = [\n  1, # one\n  3, # three\n]\n"
    assert with_value(text, ("a",), [1, 3], merge=False) == "a = [1, 3]\n"


def test_a_last_line_without_an_end_gets_one_before_another_follows() -> None:
    assert with_value("[a]\nx = 1", ("a", "y"), 2, merge=True) == "[a]\nx = 1\ny = 2\n"


def test_a_value_is_found_by_its_path_or_missing() -> None:
    values = {"a": [{"b": 1}]}
    assert value_at(values, ("a", 0, "b")) == 1
    assert value_at(values, ("a", 1, "b")) is MISSING
    assert value_at(values, ("a", 0, "b", "c")) is MISSING
