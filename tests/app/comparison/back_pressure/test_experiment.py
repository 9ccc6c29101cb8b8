"""The experiment end to end on the loopback, and every way in which it can come to nothing."""

from __future__ import annotations

import os
import signal
import struct
import sys
from collections.abc import Callable, Iterator

import numpy as np
import pytest
from PySide6.QtCore import QObject, Slot
from pytestqt.qtbot import QtBot

from app.clock import now_ns
from app.comparison.back_pressure.bridging import Result
from app.comparison.back_pressure.experiment import BackPressure, Failure, Plan, Progress, Step, first_wrong
from app.comparison.back_pressure.sender import PressureSender
from app.quantities import ByteSize

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the sender needs Linux's TCP_INFO, and says so")
STUCK_MS = 30_000
SMALL = ByteSize(64 << 10)
PLAN = Plan(rate=4e6, stall_ns=150_000_000, buffers=(SMALL,), steady_ms=100, announce_ms=1, after_ms=50)


class Acting(QObject):
    """Does something when a step begins; remembers all steps."""

    def __init__(self, experiment: BackPressure, step: Step | None = None, action: Callable[[], None] | None = None):
        super().__init__(experiment)
        self.steps: list[Step] = []
        self._step, self._action = step, action
        experiment.progressed.connect(self._progressed)

    @Slot(object)
    def _progressed(self, progress: Progress) -> None:
        self.steps.append(progress.step)
        if progress.step is self._step and self._action is not None:
            self._action()


@pytest.fixture
def experiment(qtbot: QtBot) -> Iterator[BackPressure]:
    made = BackPressure()
    yield made
    made.cancel()
    qtbot.waitUntil(lambda: made.step is Step.IDLE, timeout=STUCK_MS)
    assert made.process is None
    made.deleteLater()


def keep_busy(ns: int) -> None:
    """As a window that draws."""
    until = now_ns() + ns
    while now_ns() < until:
        pass


def outcome(qtbot: QtBot, experiment: BackPressure, plan: Plan, sender: PressureSender | None = None):
    with qtbot.waitSignal(experiment.finished, timeout=STUCK_MS) as finished:
        experiment.start(plan, sender)
    return finished.args[0]


def test_a_small_buffer_makes_the_sender_wait_sooner_than_a_large_one(qtbot: QtBot, experiment) -> None:
    acting = Acting(experiment)
    result = outcome(qtbot, experiment, Plan(4e6, 150_000_000, (SMALL, ByteSize(4 << 20)), 100, 1, 50))
    assert isinstance(result, Result)
    small, large = result.runs
    assert (small.buffer.asked, large.buffer.asked) == (SMALL, 4 << 20)
    assert small.buffer.granted >= SMALL
    assert small.stall.ms >= 150
    assert small.bridged_ms is not None
    assert 0 <= small.bridged_ms <= small.stall.ms
    assert small.waited_ms > 0
    assert small.held_most >= small.queued > 0
    assert large.bridged_ms is None or large.bridged_ms > small.bridged_ms  # a busy machine may hold the sender up
    assert large.held_most > small.held_most
    for run in result.runs:
        assert run.in_order, run
        assert run.kernel_agrees
        assert run.handed == run.read > 4e6 * 0.3
        assert (run.curves.acked <= run.curves.handed).all()
        assert run.recovered_ns is None or run.recovered_ns >= run.stall.end_ns
    assert acting.steps[0] is Step.STARTING
    assert acting.steps[-1] is Step.CLEARING
    assert acting.steps.count(Step.STANDING) == 2


def test_what_waited_while_the_window_was_busy_before_the_stall_is_read_first(qtbot: QtBot, experiment) -> None:
    Acting(experiment, Step.STANDING, lambda: keep_busy(200_000_000))  # the stall is due as this ends
    (run,) = outcome(qtbot, experiment, PLAN).runs
    # in the half of the busy time the queue is full all along, unless it was read before the stall began
    since, until = np.searchsorted(run.curves.t_ns, [run.stall.begin_ns - 100_000_000, run.stall.begin_ns], "right")
    assert run.curves.queue[since:until].min() < run.held_most / 2


@pytest.mark.parametrize("step", [s for s in Step if s not in (Step.IDLE, Step.CLEARING)])
def test_it_can_be_given_up_as_each_step_begins(step: Step, qtbot: QtBot, experiment) -> None:
    acting = Acting(experiment, step, experiment.cancel)
    given_up = outcome(qtbot, experiment, PLAN)
    assert given_up == Failure("cancelled", step, cancelled=True)
    assert acting.steps[-2:] == [step, Step.CLEARING]


def test_it_can_be_given_up_while_a_step_lasts(qtbot: QtBot, experiment) -> None:
    with qtbot.waitSignal(experiment.progressed, check_params_cb=lambda p: p.step is Step.STEADY, timeout=STUCK_MS):
        experiment.start(PLAN)
    with qtbot.waitSignal(experiment.finished, timeout=STUCK_MS):
        experiment.cancel()


@pytest.mark.parametrize("step", [Step.STEADY, Step.STANDING, Step.REGAINED])
def test_a_sender_that_is_killed_ends_it_with_the_reason(step: Step, qtbot: QtBot, experiment) -> None:
    Acting(experiment, step, lambda: os.kill(experiment.process.process_id, signal.SIGKILL))
    failed = outcome(qtbot, experiment, PLAN)
    assert isinstance(failed, Failure)
    assert not failed.cancelled
    assert "killed" in failed.reason or "the connection was lost" in failed.reason


def test_a_sender_that_does_not_start_ends_it_with_the_reason(qtbot: QtBot, experiment) -> None:
    failed = outcome(qtbot, experiment, PLAN, PressureSender(4e6, program="/nowhere/python"))
    assert failed.step is Step.STARTING
    assert "could not be started" in failed.reason


class _Elsewhere(PressureSender):
    """Tells a port at which nobody listens."""

    def start(self) -> None:
        self.listening.emit(1)


def test_a_refused_connection_ends_it_with_the_reason(qtbot: QtBot, experiment) -> None:
    failed = outcome(qtbot, experiment, PLAN, _Elsewhere(4e6))
    assert failed.step is Step.CONNECTING
    assert "no connection to the sending process" in failed.reason
    assert "refused" in failed.reason


def test_another_one_is_not_begun_while_one_is_under_way_and_can_be_after_it(qtbot: QtBot, experiment) -> None:
    experiment.start(PLAN)
    process = experiment.process
    experiment.start(PLAN)
    assert experiment.process is process
    with qtbot.waitSignal(experiment.finished, timeout=STUCK_MS):
        experiment.cancel()
    assert isinstance(outcome(qtbot, experiment, PLAN), Result)


@pytest.mark.parametrize("offset", [0, 3, 8, 8_000_000_005])
def test_each_byte_of_the_counter_is_known_from_its_position(offset: int) -> None:
    words = struct.pack("<10Q", *range(offset // 8, offset // 8 + 10))
    data = bytearray(words[offset % 8 :][:60])
    assert first_wrong(memoryview(data), offset) is None
    data[17] ^= 1
    assert first_wrong(memoryview(data), offset) == offset + 17
    assert first_wrong(memoryview(b""), offset) is None
