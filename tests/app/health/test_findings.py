"""Findings come, stand and go away by themselves."""

from __future__ import annotations

from collections.abc import Collection

from hypothesis import given
from hypothesis import strategies as st

from app.health.findings import CALM, Case, Findings, Wrong
from app.health.judgement import Level, Slow
from tests.app.health.looks import course_of, look


def wrong(level: Level, cause: str = "") -> Wrong:
    return Wrong(level, "title", cause, "remedy")


class Board:
    """Findings of two rules whose answers the test sets."""

    def __init__(self, over_at_once: Collection[str] = ()) -> None:
        self.answers: dict[str, Wrong | None] = {"a": None, "b": None}
        rules = {"a": lambda case: self.answers["a"], "b": lambda case: self.answers["b"]}
        self.findings = Findings(rules, over_at_once)
        self.second = 0

    def look(self, **answers: Wrong | None) -> list[str]:
        self.answers = {"a": None, "b": None} | answers
        self.second += 1
        course = course_of([look(self.second)])
        return [each.key for each in self.findings.judge(Case(course, Slow.UNKNOWN, ""))]


def test_a_finding_stands_from_the_first_look_and_is_over_after_calm_ones() -> None:
    board = Board()
    assert board.look() == []
    assert board.look(a=wrong(Level.FAIR, "7")) == ["a"]
    (finding,) = board.findings.begun
    assert (finding.level, finding.title, finding.cause, finding.remedy) == (Level.FAIR, "title", "7", "remedy")
    since = finding.since_ns
    for _ in range(CALM - 1):
        assert board.look() == ["a"]
        assert (board.findings.begun, board.findings.over) == ((), ())
    assert board.look() == []
    assert [each.since_ns for each in board.findings.over] == [since]
    board.look()
    assert board.findings.over == ()


def test_what_is_over_at_once_is_not_kept_for_calm_looks() -> None:
    board = Board(over_at_once={"a"})
    assert board.look(a=wrong(Level.FAIR), b=wrong(Level.FAIR)) == ["a", "b"]
    assert board.look() == ["b"]
    assert [each.key for each in board.findings.over] == ["a"]


def test_the_words_are_those_of_the_last_time_and_the_beginning_that_of_the_first() -> None:
    board = Board()
    board.look(a=wrong(Level.FAIR, "1"))
    since = board.findings.now[0].since_ns
    board.look(a=wrong(Level.BAD, "2"))
    board.look()
    (finding,) = board.findings.now
    assert (finding.cause, finding.level, finding.since_ns) == ("2", Level.BAD, since)


def test_the_worst_come_first_and_else_the_order_is_that_of_the_rules() -> None:
    board = Board()
    assert board.look(a=wrong(Level.FAIR), b=wrong(Level.FAIR)) == ["a", "b"]
    assert board.look(a=wrong(Level.FAIR), b=wrong(Level.BAD)) == ["b", "a"]


@given(st.lists(st.booleans(), max_size=60))
def test_each_finding_that_begins_is_over_once_and_never_within_calm_looks_of_holding(holds: list[bool]) -> None:
    board, open_since, last_held = Board(), None, -CALM
    for second, is_wrong in enumerate(holds):
        board.look(a=wrong(Level.FAIR) if is_wrong else None)
        last_held = second if is_wrong else last_held
        assert bool(board.findings.now) == (second - last_held < CALM)
        assert bool(board.findings.begun) == (bool(board.findings.now) and open_since is None)
        assert bool(board.findings.over) == (not board.findings.now and open_since is not None)
        open_since = second if board.findings.now and open_since is None else open_since if board.findings.now else None
