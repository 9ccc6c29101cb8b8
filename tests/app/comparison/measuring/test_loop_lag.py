"""The event loop's lateness: of a real loop that is held on purpose, and by a clock that the test turns."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.comparison.measuring import loop_lag
from app.comparison.measuring.loop_lag import LoopLag
from app.comparison.stalls.stall import sleep_for

MS = 1_000_000


class Clock:
    """Stands still until it is turned."""

    def __init__(self) -> None:
        self.ns = 1_000_000 * MS

    def __call__(self) -> int:
        return self.ns

    def turn(self, milliseconds: float) -> None:
        self.ns += round(milliseconds * MS)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def lag(qtbot: QtBot, clock: Clock) -> Iterator[LoopLag]:
    """By the test's clock; `fire` stands for its timer."""
    gc.collect()
    gc.disable()  # a collection of the test's own surroundings would be counted
    lag = LoopLag(now=clock)
    yield lag
    lag.stop()
    gc.enable()


def fire(lag: LoopLag) -> None:
    lag._timer.timeout.emit()


@pytest.fixture
def slow_collections() -> Iterator[Callable[[Callable[[], object]], None]]:
    """slow_collections(action): each collection takes as long as the action, which is done within it."""
    added = []

    def slow(action: Callable[[], object]) -> None:
        added.append(lambda phase, _info: action() if phase == "start" else None)
        gc.callbacks.append(added[-1])

    yield slow
    for each in added:
        gc.callbacks.remove(each)


# -- a real loop


def test_a_loop_that_is_held_is_as_late_as_it_was_held_but_for_an_interval(qtbot):
    lag = LoopLag(interval_ms=5)
    lag.start()
    made = sleep_for(60 * MS)
    longest = 0.0

    def shows() -> bool:
        nonlocal longest
        longest = max(longest, lag.take().lag_max_ms or 0.0)
        return longest > 0

    qtbot.waitUntil(shows)
    lag.stop()
    assert longest >= made.ns / MS - 5 - 1


def test_looks_come_by_themselves_and_count_until_taken(qtbot):
    lag = LoopLag(interval_ms=1)
    lag.start()
    lags = lag.take_lags()

    def enough() -> bool:
        lags.merge(lag.take_lags())
        return lags.count >= 20

    qtbot.waitUntil(enough)
    lag.stop()
    assert lags.loop().lag_p50_ms is not None


def test_a_collection_that_holds_the_loop_is_named(qtbot, slow_collections):
    lag = LoopLag(interval_ms=5)
    lag.start()
    slow_collections(lambda: sleep_for(60 * MS))
    gc.collect()
    loop = lag.take()
    lag.stop()
    assert loop.gc_count >= 1
    assert loop.gc_longest_ms >= 60
    assert loop.gc_lag_ms >= 60 - 5 - 1


# -- by a clock


def test_a_loop_that_is_in_time_has_no_lag(lag, clock):
    lag.start()
    for _ in range(3):
        clock.turn(20)
        fire(lag)
    loop = lag.take()
    assert loop.lag_max_ms == 0


def test_every_point_of_the_grid_that_had_to_wait_counts(lag, clock):
    """Held for a second of two: half of the looks waited, half a second in the mean."""
    lag.start()
    for _ in range(50):
        clock.turn(20)
        fire(lag)
    clock.turn(1000)
    fire(lag)
    lags = lag.take_lags()
    assert lags.count == 100
    assert lags.loop().lag_max_ms == 980
    assert lags.loop().lag_p50_ms == pytest.approx(0, abs=0.01)


def test_a_loop_that_is_late_right_now_shows_before_its_timer_fires_and_counts_once(lag, clock):
    lag.start()
    clock.turn(120)
    first = lag.take_lags()
    fire(lag)
    assert (first.count, first.loop().lag_max_ms) == (6, 100)
    assert lag.take_lags().count == 0


def test_what_is_taken_is_gone(lag, clock):
    lag.start()
    clock.turn(50)
    assert lag.take().lag_max_ms == 30
    assert lag.take().lag_max_ms is None


def test_a_rest_of_a_millisecond_is_waited_for_and_never_counted(lag, clock):
    lag.start()
    for _ in range(4):
        clock.turn(20.4)
        fire(lag)
    assert lag.take().lag_max_ms <= 0.8


def test_a_loop_that_stood_still_for_an_hour_is_taken_up_again_at_a_bounded_cost(lag, clock, monkeypatch):
    monkeypatch.setattr(loop_lag, "MOST_LOOKS", 100)
    lag.start()
    clock.turn(3_600_000)
    fire(lag)
    clock.turn(20)
    fire(lag)
    lags = lag.take_lags()
    assert lags.count == 101
    assert lags.loop().lag_max_ms == 3_600_000 - 20


def test_once_stopped_what_was_measured_waits_to_be_taken(lag, clock):
    lag.start()
    clock.turn(50)
    lag.stop()
    clock.turn(1000)
    assert not lag.is_running
    assert lag.take().lag_max_ms == 30


def test_after_a_pause_it_begins_anew(lag, clock):
    lag.start()
    lag.stop()
    clock.turn(5000)
    lag.start()
    lag.start()
    clock.turn(20)
    fire(lag)
    assert lag.take().lag_max_ms == 0


# -- the collector


def test_a_lag_that_a_collection_took_most_of_is_the_collectors(lag, clock, slow_collections):
    lag.start()
    slow_collections(lambda: clock.turn(100))
    clock.turn(25)
    gc.collect()
    clock.turn(5)
    fire(lag)
    loop = lag.take()
    assert (loop.gc_count, loop.gc_longest_ms, loop.gc_lag_ms) == (1, 100, 110)
    assert loop.lag_max_ms == 110


def test_a_lag_in_which_a_collection_was_short_is_not(lag, clock, slow_collections):
    lag.start()
    slow_collections(lambda: clock.turn(3))
    gc.collect()
    clock.turn(100)
    fire(lag)
    loop = lag.take()
    assert (loop.gc_count, loop.gc_longest_ms, loop.gc_lag_ms) == (1, 3, None)


def test_collections_before_the_start_and_after_the_stop_are_not_counted(lag, clock):
    gc.collect()
    lag.start()
    lag.stop()
    gc.collect()
    assert lag.take().gc_count == 0


def test_more_collections_than_are_kept_leave_the_newest(lag, clock, monkeypatch):
    for _ in range(loop_lag.MOST_COLLECTIONS + 5):
        lag._collector._spans.append((0, MS))
    assert len(lag._collector.take()) == loop_lag.MOST_COLLECTIONS


# -- nothing is left behind


def test_at_the_stop_the_collector_is_no_longer_listened_to(qtbot):
    before = list(gc.callbacks)
    lag = LoopLag()
    assert gc.callbacks == before
    lag.start()
    lag.start()
    assert len(gc.callbacks) == len(before) + 1
    lag.stop()
    lag.stop()
    assert gc.callbacks == before


def test_one_that_is_deleted_while_it_runs_leaves_nothing_behind(qtbot):
    before = list(gc.callbacks)
    parent = QObject()
    LoopLag(parent).start()
    assert len(gc.callbacks) == len(before) + 1
    with qtbot.waitSignal(parent.destroyed):
        parent.deleteLater()
    del parent
    gc.collect()
    assert gc.callbacks == before
