"""What can be wrong with this computer."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.health import computer_rules
from app.health.findings import Rule
from tests.app.health.looks import SECOND, found, look, seconds

AT = 1000 * SECOND


@pytest.mark.parametrize(
    "rule", [computer_rules.busy, computer_rules.giving_way, computer_rules.suspended, computer_rules.clock_set]
)
def test_a_computer_that_is_well_has_no_finding(rule: Rule) -> None:
    assert found(rule, seconds(20)) is None


def test_a_computer_that_leaves_the_window_without_a_processor_is_told_once_it_lasts() -> None:
    def share(second: int) -> dict[str, Any]:
        return {"computer__unserved": 0.5 if second % 2 else 0.7}

    wrong = found(computer_rules.busy, seconds(7, share))
    assert wrong is not None
    assert wrong.cause == "for 60 % of the last 5 s the window was ready and no processor was free for it"
    assert found(computer_rules.busy, seconds(3, share)) is None


@pytest.mark.parametrize("share", [None, 0.0, 0.2])
def test_a_moment_in_which_a_processor_was_free_or_nobody_knows_is_no_finding(share: float | None) -> None:
    looks = seconds(7, lambda second: {"computer__unserved": share if second == 4 else 0.9})
    assert found(computer_rules.busy, looks) is None


@given(st.lists(st.sampled_from([None, 0.0, 0.2, 0.25, 0.6, 1.0]), min_size=5, max_size=9), st.booleans())
def test_it_is_told_exactly_while_each_look_of_the_last_seconds_says_so(shares: list[float | None], lasts: bool):
    shares = [share or 0.5 for share in shares] if lasts else shares
    wrong = found(computer_rules.busy, seconds(len(shares), lambda second: {"computer__unserved": shares[second]}))
    newest = [share or 0.0 for share in shares[-6:]]
    assert (wrong is not None) == all(share >= 0.25 for share in newest)
    if wrong is not None:
        assert wrong.cause.startswith(f"for {100 * sum(newest) / len(newest):.0f} % of the last ")


def slow(cost_ms: float | None, rate_hz: float = 15.0) -> dict[str, Any]:
    return {"computer__rate_hz": rate_hz, "computer__slow_reason": "busy", "computer__cost_ms": cost_ms}


def test_drawing_that_fills_the_interval_though_the_rate_has_given_way_is_told_with_both_rates() -> None:
    wrong = found(computer_rules.giving_way, seconds(6, lambda second: slow(45.0)))
    assert wrong is not None
    assert wrong.cause == ("a refresh takes 45 ms of 67 ms, though the rate has given way: 15 instead of 60 a second")


@pytest.mark.parametrize(
    "change", [slow(20.0), slow(None), slow(45.0, 0.0), slow(45.0) | {"computer__slow_reason": ""}]
)
def test_a_refresh_rate_that_gives_way_and_is_at_ease_then_is_no_finding(change: dict[str, Any]) -> None:
    assert found(computer_rules.giving_way, seconds(9, lambda second: change)) is None


def test_drawing_that_is_slow_for_a_moment_is_no_finding() -> None:
    assert found(computer_rules.giving_way, seconds(7, lambda second: slow(45.0 if second > 3 else 5.0))) is None
    assert found(computer_rules.giving_way, [look(0, **slow(45.0))]) is None


def test_a_suspend_and_a_step_of_the_clock_are_told_for_a_minute() -> None:
    event = (AT, -5 * SECOND)
    now, later = look(10, computer__wall_set=event), look(61, computer__wall_set=event)
    step = found(computer_rules.clock_set, [now])
    assert step is not None
    assert step.cause == "by -5.000 s"
    assert found(computer_rules.clock_set, [later]) is None
    suspend = found(computer_rules.suspended, [look(10, computer__suspended=(AT, 90 * SECOND))])
    assert suspend is not None
    assert suspend.cause == "for 90.0 s"
    assert found(computer_rules.suspended, [look(61, computer__suspended=(AT, 90 * SECOND))]) is None
