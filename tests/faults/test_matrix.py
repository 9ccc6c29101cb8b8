"""Every fault on every device in both modes, and any part of that."""

from __future__ import annotations

import pytest

from app.simulator.devices.catalogue import DEVICES as SIMULATED
from app.simulator.faults.catalogue import KINDS
from tests.faults.matrix import PatternError, long_plans, plans
from tests.faults.rounds import DEVICES, MODES


def places(only=()) -> list[tuple[str, str, str]]:
    return [(d, fault, plan.mode) for plan in plans(only, seed=1) for d, fault in plan.faults.items()]


def test_the_devices_are_those_of_the_simulator():
    assert set(DEVICES) == set(SIMULATED)


def test_each_fault_is_played_once_on_each_device_in_each_mode():
    assert sorted(places()) == sorted((d, fault, mode) for d in DEVICES for fault in KINDS for mode in MODES)


def test_a_pattern_chooses_rows():
    assert places(["imu/rst/gui"]) == [("imu", "rst", "gui")]
    assert sorted(places(["*/stall/thread", "imu/rst/gui"])) == sorted(
        [("imu", "rst", "gui"), *((device, "stall", "thread") for device in DEVICES)]
    )


def test_a_pattern_that_means_no_row_is_an_error_that_says_what_can_be_meant():
    with pytest.raises(PatternError, match="DEVICE/FAULT/MODE"):
        plans(["imu/rst"], seed=1)


def test_the_slowest_rounds_begin_first():
    assert all("half-open" in plan.faults.values() for plan in plans((), seed=1)[: len(MODES)])


def test_the_long_rounds_last_as_long_as_was_asked():
    assert [(plan.mode, plan.seconds) for plan in long_plans(70.0, seed=1)] == [("gui", 70.0), ("thread", 70.0)]
