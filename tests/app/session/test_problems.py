"""The words in which problems are told."""

from __future__ import annotations

import datetime

import pytest

from app.session.problems import Problem, SessionError, choice, meant, nearest, printable, quoted, shown


def test_a_problem_is_told_with_its_place() -> None:
    problem = Problem("expected this, got that", 12, 'device "imu"', "framing.type")
    assert problem.text("bench.toml") == 'bench.toml:12: device "imu": framing.type: expected this, got that'
    assert Problem("is a directory").text("bench") == "bench: is a directory"


def test_a_session_error_tells_all_its_problems_a_line_each() -> None:
    error = SessionError("s.toml", [Problem("a", 1), Problem("b", 2)])
    assert str(error) == "s.toml:1: a\ns.toml:2: b"
    assert [problem.line for problem in error.problems] == [1, 2]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("plain", '"plain"'),
        ('a "b"', '"a \\"b\\""'),
        ("\x1b[31m\u202e", '"\\x1b[31m\\u202e"'),
        ("x" * 61, '"' + "x" * 60 + '…"'),
        (True, "true"),
        (3, "3"),
        (-1.5, "-1.5"),
        pytest.param(10**5000, "an integer of 16610 bits", id="huge"),
        (datetime.date(1979, 5, 27), "the date or time 1979-05-27"),
        (datetime.time(7, 32), "the date or time 07:32:00"),
        ({"a": 1}, "a table"),
        ([1], "an array"),
    ],
)
def test_a_value_is_shown_short_and_harmless(value: object, text: str) -> None:
    assert shown(value) == text


@pytest.mark.parametrize(
    ("word", "right", "near"),
    [
        ("lien", ["line", "length"], "line"),
        ("LINE", ["line"], "line"),
        ("recieve_buffer", ["receive_buffer", "retry"], "receive_buffer"),
        ("zzz", ["line"], None),
        ("", ["line"], None),
        ("imu", ["IMU", "imu2"], "IMU"),
        ("line" * 100_000, ["line"], None),
    ],
)
def test_the_nearest_right_word_is_found(word: str, right: list[str], near: str | None) -> None:
    assert nearest(word, right) == near
    assert meant("no", word, right, "so") == ("no; so" if near is None else f'no: did you mean "{near}"?')


def test_a_choice_reads_as_a_sentence() -> None:
    assert [choice(["a"]), choice(["a", "b"]), choice(["a", "b", "c"])] == ["a", "a or b", "a, b or c"]


def test_what_prints_stays_as_it_is() -> None:
    assert printable("Büro µ² 日本") == "Büro µ² 日本"
    assert quoted("µ") == '"µ"'
