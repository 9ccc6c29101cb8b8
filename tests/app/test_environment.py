"""What a report was made on is told in plain values; what is not to be had is None."""

from __future__ import annotations

import json
import os
import platform

import pytest

from app import environment as module
from app.environment import cpus, environment, load_average, processor


def test_it_is_ready_for_json_and_names_the_python_that_ran() -> None:
    found = json.loads(json.dumps(environment(), allow_nan=False))
    assert found["python"] == platform.python_version()
    assert {"started", "gil", "switch_interval_ms", "qt", "pyside", "system", "processor", "cpus"} <= found.keys()


def test_the_processors_are_those_that_may_be_used() -> None:
    assert 1 <= (cpus() or 0) <= (os.cpu_count() or 1)


def test_where_the_processor_is_not_told_its_kind_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "CPUINFO", "/nowhere")
    assert processor() == (platform.processor() or None)


def test_a_system_without_a_load_average_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "getloadavg", raising=False)
    assert load_average() is None
