"""The simulator's clock is the reader's, so that an age is one subtraction."""

from __future__ import annotations

import app.clock
from app.simulator.clock import NS, now_ns


def test_it_is_between_two_readings_of_ours() -> None:
    for _ in range(100):
        before, stamp, after = app.clock.now_ns(), now_ns(), app.clock.now_ns()
        assert before <= stamp <= after


def test_a_second_has_a_thousand_million_of_it() -> None:
    assert NS == 1_000_000_000
