"""Signals that arrive as bytes."""

from __future__ import annotations

import signal
import threading

import pytest

from app.simulator.signals import stop_signals


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_is_a_byte_and_ends_nothing(number):
    with stop_signals() as reader:
        signal.raise_signal(number)
        reader.settimeout(10)
        assert reader.recv(8) == bytes([number])


def test_what_handled_signals_before_handles_them_again():
    before = signal.getsignal(signal.SIGTERM)
    with stop_signals():
        assert signal.getsignal(signal.SIGTERM) is not before
    assert signal.getsignal(signal.SIGTERM) is before


def test_in_another_thread_it_leaves_the_programs_handlers_alone():
    found = []

    def look():
        with stop_signals():
            found.append(signal.getsignal(signal.SIGTERM))

    thread = threading.Thread(target=look)
    thread.start()
    thread.join()
    assert found == [signal.getsignal(signal.SIGTERM)]
