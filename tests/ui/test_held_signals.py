"""A signal that comes while a command is being imported waits until somebody can end it in order."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from types import FrameType

import pytest

from ui.held_signals import HELD, hold_signals, release_signals

pytestmark = pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="signals are held by their mask")


@pytest.fixture
def heard() -> Iterator[list[int]]:
    """The signals that were delivered."""
    heard: list[int] = []

    def hear(number: int, _frame: FrameType | None) -> None:
        heard.append(number)

    before = {number: signal.signal(number, hear) for number in HELD}
    yield heard
    release_signals()
    for number, handler in before.items():
        signal.signal(number, handler)


def _raise_here(number: int) -> None:
    """In this thread: a signal for the process may be taken by any thread that does not hold it (those of numpy)."""
    signal.pthread_kill(threading.get_ident(), number)


@pytest.mark.parametrize("number", HELD)
def test_a_held_signal_is_delivered_at_the_release(heard: list[int], number: signal.Signals) -> None:
    hold_signals()
    _raise_here(number)
    assert heard == []
    release_signals()
    assert heard == [number]


def test_both_that_end_a_command_are_held(heard: list[int]) -> None:
    assert set(HELD) == {signal.SIGINT, signal.SIGTERM}


def test_a_release_without_a_hold_changes_nothing(heard: list[int]) -> None:
    release_signals()
    _raise_here(signal.SIGTERM)
    assert heard == [signal.SIGTERM]
