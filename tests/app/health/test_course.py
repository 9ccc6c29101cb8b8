"""How counters grew within the last seconds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.health.course import MOST_LOOKS, SPAN_NS
from tests.app.health.looks import SECOND, course_of, look, seconds


@given(st.lists(st.integers(0, 9), min_size=1, max_size=200), st.integers(0, 70))
def test_growth_is_the_difference_to_the_oldest_look_within_the_span(steps: list[int], span: int) -> None:
    totals = [sum(steps[: place + 1]) for place in range(len(steps))]
    course = course_of(seconds(len(steps), lambda second: {"line__opened": totals[second]}))
    kept = min(span, SPAN_NS // SECOND)
    first = totals[max(0, len(totals) - 1 - kept)]
    assert course.grown(lambda each: each.line.opened, span * SECOND) == totals[-1] - first


def test_what_is_not_available_has_not_grown_by_nothing() -> None:
    course = course_of(seconds(5, lambda second: {"line__starved": None if second == 0 else second}))
    assert course.grown(lambda each: each.line.starved) is None
    assert course.grown(lambda each: each.line.starved, 2 * SECOND) == 2
    ended = course_of([*seconds(3), look(3, line__starved=None)])
    assert ended.grown(lambda each: each.line.starved) is None


def test_a_counter_that_begins_anew_with_a_connection_is_compared_within_it_alone() -> None:
    looks = seconds(6, lambda second: {"line__connection": 1 + second // 3, "line__rcv_ooopack": 100 - second})
    assert course_of(looks).grown_here(lambda each: each.line.rcv_ooopack) == -2
    closed = course_of([*looks, look(6, line__state="waiting")])
    assert closed.grown_here(lambda each: each.line.rcv_ooopack) is None
    assert closed.of_connection(SPAN_NS) == []


def test_looks_are_bounded_in_time_and_in_number() -> None:
    course = course_of([look(0), look(30), look(100)])
    assert len(list(course.within(10**18))) == 1
    often = course_of([look(0)] * (2 * MOST_LOOKS))
    assert len(list(often.within(0))) == MOST_LOOKS
