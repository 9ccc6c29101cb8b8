"""What can be wrong with this computer."""

from __future__ import annotations

import pytest

from app.health import computer_rules
from app.health.findings import Rule
from tests.app.health.looks import SECOND, found, look, seconds

AT = 1000 * SECOND


@pytest.mark.parametrize("rule", [computer_rules.giving_way, computer_rules.suspended, computer_rules.clock_set])
def test_a_computer_that_is_well_has_no_finding(rule: Rule) -> None:
    assert found(rule, seconds(20)) is None


def test_a_refresh_rate_that_has_given_way_for_seconds_is_told_with_both_rates() -> None:
    slow = seconds(6, lambda second: {"computer__rate_hz": 15.0, "computer__slow_reason": "refreshes took 12 ms"})
    wrong = found(computer_rules.giving_way, slow)
    assert wrong is not None
    assert wrong.cause == "15 instead of 60 refreshes a second: refreshes took 12 ms"


def test_a_refresh_rate_that_still_looks_live_is_no_finding() -> None:
    slow = seconds(9, lambda second: {"computer__rate_hz": 30.0, "computer__slow_reason": "refreshes took 12 ms"})
    assert found(computer_rules.giving_way, slow) is None


def test_a_refresh_rate_that_gives_way_for_a_moment_is_no_finding() -> None:
    reasons = ["", "", "", "", "slow", "slow", "slow"]
    moment = seconds(7, lambda second: {"computer__slow_reason": reasons[second], "computer__rate_hz": 15.0})
    assert found(computer_rules.giving_way, moment) is None
    assert found(computer_rules.giving_way, [look(0, computer__slow_reason="slow")]) is None


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
