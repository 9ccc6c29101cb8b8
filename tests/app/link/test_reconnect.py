"""When a link tries again."""

from __future__ import annotations

from app.link.reconnect import Reconnect


def test_a_new_link_plans_nothing() -> None:
    assert Reconnect(10).next_try_ns is None


def test_after_a_failure_the_next_attempt_is_a_pause_away() -> None:
    plan = Reconnect(1_000)
    assert plan.failed(now_ns=50) == 1_000
    assert plan.next_try_ns == 1_050


def test_an_attempt_that_has_begun_is_no_longer_planned() -> None:
    plan = Reconnect(1_000)
    plan.failed(0)
    plan.started()
    assert plan.next_try_ns is None


def test_an_open_link_plans_nothing() -> None:
    plan = Reconnect(1_000)
    plan.failed(0)
    plan.opened()
    assert plan.next_try_ns is None
