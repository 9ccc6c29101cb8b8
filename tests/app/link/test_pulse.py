"""One timer for all readers at home: it beats while there are any, each of them, whatever one of them does."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication

from app.link.pulse import Pulse


class Member:
    def __init__(self, does: Callable[[], None] = lambda: None) -> None:
        self.beats = 0
        self._does = does

    def beat(self) -> None:
        self.beats += 1
        self._does()


@pytest.fixture
def pulse(qapp: QCoreApplication) -> Iterator[Pulse]:
    made = Pulse()
    yield made
    made._timer.stop()


def test_every_member_beats_until_it_leaves(pulse: Pulse) -> None:
    one, other = Member(), Member()
    pulse.join(one)
    pulse.join(other)
    pulse.join(one)  # it is there already
    pulse._ring()
    pulse.leave(one)
    pulse._ring()
    assert (one.beats, other.beats) == (1, 2)
    assert one not in pulse
    assert other in pulse


def test_the_timer_runs_while_there_is_a_member(pulse: Pulse) -> None:
    one, other = Member(), Member()
    assert not pulse._timer.isActive()
    pulse.join(one)
    pulse.join(other)
    pulse.leave(one)
    assert pulse._timer.isActive()
    pulse.leave(other)
    assert not pulse._timer.isActive()
    pulse.join(one)
    assert pulse._timer.isActive()


def test_a_member_that_leaves_at_its_beat_takes_no_others_turn(pulse: Pulse) -> None:
    members: list[Member] = []
    members += [Member(lambda: pulse.leave(members[0])), Member()]
    for member in members:
        pulse.join(member)
    pulse._ring()
    pulse._ring()
    assert [member.beats for member in members] == [1, 2]


def test_a_member_that_is_no_more_is_forgotten(pulse: Pulse) -> None:
    one, gone = Member(), Member()
    pulse.join(gone)
    pulse.join(one)
    del gone
    gc.collect()
    pulse._ring()
    pulse.leave(one)
    assert not pulse._timer.isActive()
    pulse.join(one)
    del one
    gc.collect()
    pulse._ring()  # the last was gone without a word
    assert not pulse._timer.isActive()


def test_what_one_member_raises_keeps_none_from_its_beat(pulse: Pulse) -> None:
    def fail() -> None:
        raise ValueError("no")

    bad, good = Member(fail), Member()
    pulse.join(bad)
    pulse.join(good)
    pulse._timer.stop()  # else it would ring once more, in the loop
    with pytest.raises(ValueError, match="no"):
        pulse._ring()
    assert good.beats == 1
