"""What the system tells of a process."""

from __future__ import annotations

import os

import pytest

from app.bench.processes import cpu_seconds


def test_the_processors_time_of_a_process_is_that_of_its_threads_and_nothing_once_it_has_gone() -> None:
    assert cpu_seconds(os.getpid()) == pytest.approx(sum(os.times()[:2]), abs=0.5)
    assert cpu_seconds(1 << 30) == 0
