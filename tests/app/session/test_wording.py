"""What was expected and what was seen, in plain English."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
import pytest
from msgspec import Meta
from msgspec import inspect as types

from app.framing.options import Fixed, Line
from app.quantities import ByteSize, Duration
from app.session.wording import no_quantity, no_word, not_yet, unknown_key, unprintable, wanted, words


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (int, "an integer"),
        (float, "a number"),
        (Annotated[int, Meta(ge=1, le=9)], "an integer from 1 to 9"),
        (Annotated[float, Meta(gt=0)], "a number above 0"),
        (Annotated[int, Meta(ge=1, lt=8)], "an integer of at least 1 and below 8"),
        (str, "a text in quotes"),
        (bytes, "a text in quotes"),
        (bool, "true or false"),
        (tuple[int, ...], "an array"),
        (Literal["little", "big"], '"little" or "big"'),
        (int | None, "an integer"),
        (str | float, "a text in quotes or a number"),
        (Line | Fixed, "a table"),
        (Annotated[str, Meta(max_length=3)], "a text in quotes"),
    ],
)
def test_each_type_is_said_as_people_say_it(kind: object, said: str) -> None:
    told = wanted(types.type_info(kind))
    assert set(told.split(" or ")) == set(said.split(" or "))


def test_a_quantity_is_said_with_an_example() -> None:
    assert wanted(types.type_info(ByteSize)) == 'a size such as "4 MiB"'
    assert wanted(types.type_info(Duration)) == 'a duration such as "500 ms"'
    assert wanted(types.type_info(msgspec.defstruct("T", []))) == "a table"


def test_a_key_that_is_unknown_is_told_with_the_nearest_or_with_all() -> None:
    assert unknown_key("nmae", ["name", "link"], ("device", 0)) == 'unknown key: did you mean "name"?'
    assert unknown_key("zzz", ["name", "link"], ("device", 0)) == "unknown key; those known here are name, link"


def test_a_word_that_is_wrong_is_told_with_those_that_are_right() -> None:
    right = ("csv", "json", "struct")
    path = ("device", 0, "decoding", "type")
    assert no_word("jsn", right, path).endswith(': did you mean "json"?')
    assert no_word(7, right, path) == 'expected "csv", "json" or "struct", got 7'
    assert no_word("xml", right, path).startswith('expected "csv", "json" or "struct", got "xml"')


def test_a_word_of_a_later_version_is_not_called_wrong() -> None:
    assert not_yet("mqtt") == 'this version of Quintet does not know "mqtt" yet'
    assert not_yet("mqtt", "it knows tcp") == 'this version of Quintet does not know "mqtt" yet; it knows tcp'


@pytest.mark.parametrize(
    ("kind", "value", "word", "said"),
    [
        (Duration, "10 sec", None, 'expected a duration such as "500 ms", got "10 sec"'),
        (Duration, 10, None, 'expected a duration such as "500 ms", got 10'),
        (ByteSize, "4 MIB", None, 'did you mean "MiB"?'),
        (ByteSize, "atuo", "auto", 'expected a size such as "4 MiB" or "auto", got "atuo": did you mean "auto"?'),
        (ByteSize, "4 parsecs", None, "the units are B, KiB"),
    ],
)
def test_a_quantity_that_is_none_is_told_with_the_unit_that_was_meant(
    kind: type, value: object, word: str | None, said: str
) -> None:
    assert said in no_quantity(kind, value, word)


def test_a_character_that_does_not_print_is_named() -> None:
    assert unprintable("a\x07b\x1b") == "the character U+0007"
    assert unprintable("m/s²") is None


def test_words_are_told_as_the_file_writes_them() -> None:
    assert words(("gui", "thread")) == '"gui" or "thread"'
    assert words((1, 2, 4, 8)) == "1, 2, 4 or 8"
