"""Which stall is on, from its choice to the end of the run."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.comparison.stalls import control as stall_control
from app.comparison.stalls.control import StallControl
from app.comparison.stalls.options import StallOptions

SLEEP = StallOptions.parse("sleep:1ms/5ms")
NATIVE = StallOptions.parse("native:1ms/5ms")


@pytest.fixture
def control(qtbot: QtBot) -> Iterator[StallControl]:
    control = StallControl()
    yield control
    control.end()


def test_without_a_choice_a_run_has_no_stall(control):
    control.begin()
    assert not control.is_on
    control.end()
    assert control.figures() is None


def test_a_stall_that_was_chosen_before_is_on_from_the_runs_begin_to_its_end(control, qtbot):
    control.set_options(SLEEP)
    assert not control.is_on
    control.begin()
    assert control.is_on
    with qtbot.waitSignal(control.measured):
        pass
    control.end()
    assert not control.is_on
    assert control.figures().kind == "sleep"
    assert control.figures().count >= 1


def test_a_choice_takes_effect_in_the_run_that_is_under_way_and_is_measured_by_itself(control, qtbot):
    control.set_options(SLEEP)
    control.begin()
    with qtbot.waitSignal(control.measured):
        pass
    control.set_options(NATIVE)
    assert control.is_on
    assert (control.figures().kind, control.figures().count) == ("native", 0)
    with qtbot.waitSignal(control.measured):  # at once, whatever was told of the one before
        pass
    control.set_options(None)
    assert not control.is_on
    assert control.figures().kind == "native"


def test_a_choice_holds_for_the_next_run_which_is_measured_from_nothing(control, qtbot):
    control.set_options(SLEEP)
    control.begin()
    with qtbot.waitSignal(control.measured):
        pass
    control.end()
    control.begin()
    assert control.is_on
    assert control.figures().count == 0


def test_the_figures_of_a_run_are_gone_with_the_next(control):
    control.set_options(SLEEP)
    control.begin()
    control.end()
    assert control.figures() is not None
    control.set_options(None)
    control.begin()
    assert control.figures() is None


def test_every_change_is_told_and_no_other(control, qtbot):
    told = []
    control.changed.connect(lambda: told.append((control.is_on, control.options)))
    control.set_options(None)
    assert told == []
    control.set_options(SLEEP)
    control.begin()
    control.begin()
    control.set_options(SLEEP)
    control.set_options(NATIVE)
    control.end()
    control.end()
    assert told == [(False, SLEEP), (True, SLEEP), (True, NATIVE), (False, NATIVE)]


def test_figures_are_told_no_more_often_than_anybody_reads(control, qtbot, monkeypatch):
    told = []
    control.measured.connect(lambda: told.append(control.figures().count))
    monkeypatch.setattr(stall_control, "TELL_NS", 1 << 62)
    control.set_options(SLEEP)
    control.begin()
    qtbot.waitUntil(lambda: control.figures().count >= 4)
    assert told == [1]
    monkeypatch.setattr(stall_control, "TELL_NS", 0)
    with qtbot.waitSignals([control.measured] * 2):
        pass


def test_a_stall_ends_with_whoever_controls_it(qtbot):
    control = StallControl(SLEEP)
    control.begin()
    with qtbot.waitSignal(control.destroyed):
        control.deleteLater()
