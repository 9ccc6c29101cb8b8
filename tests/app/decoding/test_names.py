"""Names as devices send them, made fit to be shown."""

from hypothesis import given
from hypothesis import strategies as st

from app.decoding.names import MAX_NAME, clean, clean_with_unit, distinct


def test_a_plain_name_stays_as_it_is():
    assert clean("  engine rpm ") == "engine rpm"


def test_control_characters_and_marks_of_direction_are_replaced():
    assert clean("a\x00b\x1b[31mc\u202ed") == "a\ufffdb\ufffd[31mc\ufffdd"


def test_html_is_text():
    assert clean("<b>x</b>") == "<b>x</b>"


def test_a_long_name_is_cut_and_shows_that():
    assert clean("x" * 100) == "x" * (MAX_NAME - 1) + "…"


def test_a_unit_in_brackets_is_taken_off():
    assert clean_with_unit(" ax [m/s²] ") == ("ax", "m/s²")


def test_names_that_were_there_before_get_a_number():
    assert distinct(["a", "b", "a", "a", "a (2)"]) == ["a", "b", "a (2)", "a (3)", "a (2) (2)"]


@given(st.lists(st.sampled_from(["a", "a (2)", "a (3)", "b", ""]), max_size=12))
def test_names_are_distinct_whatever_they_were(names):
    result = distinct(names)
    assert len(set(result)) == len(names)
    assert all(new.startswith(old) for new, old in zip(result, names, strict=True))


@given(st.text(max_size=200))
def test_any_text_becomes_a_name_that_prints(text):
    assert clean(text).isprintable()
    assert len(clean(text)) <= MAX_NAME
