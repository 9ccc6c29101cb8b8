"""Waits end when what is awaited holds, when the patience is over, or not at all once they are stopped."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.comparison.rounds.awaiting import Awaiting


@pytest.fixture
def awaiting(qtbot: QtBot) -> Iterator[Awaiting]:
    awaiting = Awaiting()
    yield awaiting
    awaiting.stop()
    awaiting.deleteLater()


def test_it_is_over_as_soon_as_the_condition_holds(qtbot: QtBot, awaiting: Awaiting) -> None:
    looks = iter([False, False, True])
    with qtbot.waitSignal(awaiting.over) as over:
        awaiting.until(lambda: next(looks), 60 * 10**9)
    assert over.args == [True]
    assert list(looks) == []


def test_it_is_over_in_vain_when_the_patience_is(qtbot: QtBot) -> None:
    times = iter([0, 5, 10])
    awaiting = Awaiting(clock=lambda: next(times))
    with qtbot.waitSignal(awaiting.over) as over:
        awaiting.until(lambda: False, 10)
    assert over.args == [False]
    awaiting.deleteLater()


def test_a_new_wait_takes_the_place_of_the_one_before(qtbot: QtBot, awaiting: Awaiting) -> None:
    told: list[bool] = []
    awaiting.over.connect(told.append)
    awaiting.until(lambda: False, 0)
    with qtbot.waitSignal(awaiting.over):
        awaiting.for_time(1)
    assert told == [True]


def test_one_that_is_stopped_is_never_over(qtbot: QtBot, awaiting: Awaiting) -> None:
    with qtbot.assertNotEmitted(awaiting.over, wait=20):
        awaiting.for_time(1)
        awaiting.stop()
