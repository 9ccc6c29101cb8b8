"""Values of the file against types."""

from __future__ import annotations

import tomllib
from typing import Annotated, Any, Literal

import msgspec
import pytest
from msgspec import Meta

from app.quantities import ByteSize, Duration
from app.session.places import find_places
from app.session.report import Report
from app.session.typed import BAD, TypedCheck
from app.word_error import WordError


class Round(msgspec.Struct, frozen=True, kw_only=True, tag="round"):
    radius: float

    def __post_init__(self) -> None:
        if self.radius > 10:
            raise WordError("radius", f"expected at most 10, got {self.radius}")


class Square(msgspec.Struct, frozen=True, kw_only=True, tag="square"):
    side: float = 1.0

    def __post_init__(self) -> None:
        if self.side > 10:
            raise ValueError(f"too large: {self.side}")


class All(msgspec.Struct, frozen=True, kw_only=True):
    count: Annotated[int, Meta(ge=1, lt=10)] = 1
    share: Annotated[float, Meta(gt=0)] = 1.0
    word: Literal["a", "b", 3] = "a"
    size: ByteSize = ByteSize(1)
    wait: Duration | None = None
    text: Annotated[str, Meta(max_length=5)] = ""
    truth: bool = False
    either: bool | int = False
    shape: Round | Square = Square()
    numbers: tuple[int, ...] = ()
    names: dict[str, str] = {}


def checked(text: str) -> tuple[Any, list[str]]:
    document = tomllib.loads(text)
    report = Report(find_places(text), document)
    made = TypedCheck(report).struct(All, document, ())
    return made, [f"{problem.key}: {problem.message}" for problem in report.problems()]


def test_sound_values_make_the_struct() -> None:
    text = """
count = 9
share = 2
word = 3
size = "4 KiB"
wait = "1 s"
text = "µ²"
truth = true
either = 7
shape = { type = "round", radius = 2 }
numbers = [1, 2]
names = { a = "b" }
"""
    made, told = checked(text)
    assert told == []
    assert made == All(
        count=9, share=2.0, word=3, size=ByteSize(4096), wait=Duration(10**9), text="µ²", truth=True, either=7,
        shape=Round(radius=2.0), numbers=(1, 2), names={"a": "b"},
    )  # fmt: skip
    assert isinstance(made.share, float)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("count = 0", "count: expected an integer of at least 1 and below 10, got 0"),
        ("count = 10", "count: expected an integer of at least 1 and below 10, got 10"),
        ("count = 1.0", "count: expected an integer of at least 1 and below 10, got 1.0"),
        ("count = true", "count: expected an integer of at least 1 and below 10, got true"),
        ("numbers = [9223372036854775808]", "numbers[0]: 9223372036854775808 is beyond 64 bits"),
        ("share = 0", "share: expected a number above 0, got 0"),
        ("share = nan", "share: expected a number above 0, got nan"),
        ("share = inf", "share: expected a number above 0, got inf"),
        ('word = "c"', 'word: expected 3, "a" or "b", got "c"'),
        ("word = 3.0", 'word: expected 3, "a" or "b", got 3.0'),
        ("size = 4", 'size: expected a size such as "4 MiB", got 4'),
        ('size = "4 Mib"', 'size: expected a size such as "4 MiB", got "4 Mib": did you mean "MiB"?'),
        ('size = "4"', 'size: expected a size such as "4 MiB", got "4"; the units are B, KiB, MiB, GiB, kB, MB, GB'),
        ('size = "-4 B"', 'size: expected a size such as "4 MiB", got "-4 B"; the units are'),
        ('size = "0 B"', 'size: expected a size such as "4 MiB", got "0 B"'),
        pytest.param(f'size = "{"9" * 5000} B"', 'size: expected a size such as "4 MiB", got "999', id="digits"),
        ('size = "99999999999999999999 GiB"', 'size: expected a size such as "4 MiB", got "999'),
        ("wait = 1", 'wait: expected a duration such as "500 ms", got 1'),
        ("text = 1", "text: expected a text in quotes, got 1"),
        ('text = "123456"', "text: expected 0 to 5 characters, got 6"),
        ('text = "a\\tb"', 'text: the character U+0009 does not print: "a\\tb"'),
        ('text = "\\u202e"', 'text: the character U+202E does not print: "\\u202e"'),
        ("truth = 1", "truth: expected true or false, got 1"),
        ('either = "x"', 'either: expected true or false or an integer, got "x"'),
        ("shape = {}", 'shape: type is missing: expected "round" or "square"'),
        ('shape = "round"', 'shape: expected a table such as { type = "round" }, got "round"'),
        ("shape = 3", 'shape: expected a table such as { type = "round" }, got 3'),
        ('shape = { type = "rund" }', 'shape.type: expected "round" or "square", got "rund": did you mean "round"?'),
        ('shape = { type = "round" }', "shape: radius is missing: expected a number"),
        ('shape = { type = "round", radius = 11 }', "shape.radius: expected at most 10, got 11.0"),
        ('shape = { type = "square", side = 11 }', "shape: too large: 11.0"),
        ('shape = { type = "square", sid = 11 }', 'shape.sid: unknown key: did you mean "side"?'),
        ("numbers = 3", "numbers: expected an array, got 3"),
        ("numbers = [1, true]", "numbers[1]: expected an integer, got true"),
        ("names = { a = 1 }", "names.a: expected a text in quotes, got 1"),
        ("names = []", "names: expected a table, got an array"),
        ('names = { "\\u0007" = "a" }', 'names."\\x07": the character U+0007 does not print'),
    ],
)
def test_what_is_wrong_is_told_with_what_was_expected_and_seen(text: str, told: str) -> None:
    made, lines = checked(text)
    assert made is BAD
    assert len(lines) == 1
    assert lines[0].startswith(told)


def test_every_wrong_value_of_a_table_is_told() -> None:
    assert (
        len(checked('count = 0\nsize = 1\nnumbers = ["a", "b", 1]\nshape = { type = "round", x = 1, radius = "" }')[1])
        == 6
    )
