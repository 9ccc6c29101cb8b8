"""Signals become a signal of Qt's, from the event loop, and everything is put back afterwards."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QTimer, Slot

from ui.held_signals import hold_signals
from ui.interrupts import Interrupts


@pytest.fixture
def interrupts(qapp: QCoreApplication) -> Iterator[Interrupts]:
    before = signal.signal(signal.SIGHUP, signal.SIG_DFL)  # tests that outlive their terminal have it ignored
    made = Interrupts()
    yield made
    made.close()
    signal.signal(signal.SIGHUP, before)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_is_told_by_its_name(interrupts, qtbot, number):
    with qtbot.waitSignal(interrupts.asked) as heard:
        os.kill(os.getpid(), number)
    assert heard.args == [number.name]


def test_the_same_signal_a_second_time_has_the_systems_effect(interrupts, qtbot):
    with qtbot.waitSignal(interrupts.asked):
        os.kill(os.getpid(), signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is signal.SIG_DFL


def test_nothing_is_told_in_the_middle_of_a_slot(interrupts, qtbot):
    class Busy(QObject):
        def __init__(self) -> None:
            super().__init__()
            self.heard: list[str] = []
            self.heard_inside: list[str] | None = None
            interrupts.asked.connect(self._hear)

        @Slot()
        def work(self) -> None:
            os.kill(os.getpid(), signal.SIGTERM)
            sum(range(1000))  # the handler runs in here
            self.heard_inside = list(self.heard)

        @Slot(str)
        def _hear(self, name: str) -> None:
            self.heard.append(name)

    busy = Busy()
    QTimer.singleShot(0, busy, busy.work)
    qtbot.waitUntil(lambda: bool(busy.heard))
    assert busy.heard_inside == []
    assert busy.heard == ["SIGTERM"]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_from_before_the_installation_is_not_lost(qapp, qtbot, number):
    hold_signals()
    signal.pthread_kill(threading.main_thread().ident, number)  # not a thread from before the holding
    interrupts = Interrupts()
    try:
        with qtbot.waitSignal(interrupts.asked) as heard:
            pass
    finally:
        interrupts.close()
    assert heard.args == [number.name]


def test_closing_puts_the_handlers_back(qapp):
    before = [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)]
    interrupts = Interrupts()
    interrupts.close()
    interrupts.close()
    assert [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)] == before
    assert signal.set_wakeup_fd(-1) == -1


def test_a_program_started_to_outlive_its_terminal_ignores_the_hang_up(qapp):
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        interrupts = Interrupts()
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
        interrupts.close()
    finally:
        signal.signal(signal.SIGHUP, before)
