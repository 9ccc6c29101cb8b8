"""The motor controller."""

from __future__ import annotations

import numpy as np
import pytest

from app.simulator.devices.motor import BACKWARDS, ENABLED, FAULT, TAPE_FRAMES, Motor, checksums
from tests.app.simulator.wire import crc16_ccitt_false, motor


@pytest.fixture(scope="module")
def device():
    return Motor()


def run(device, first=0, frames=TAPE_FRAMES, since_ns=0):
    stamps = device.started_ns + since_ns + np.arange(frames) * 2_000_000
    return motor(bytes(device.render(first, stamps).data))


def test_the_checksum_is_the_catalogues():
    check = np.frombuffer(b"123456789", np.uint8)[None, :]
    assert checksums(check).tolist() == [0x29B1] == [crc16_ccitt_false(b"123456789")]


def test_every_checksum_fits_its_frame_whatever_the_stamp(device):
    for since_ns in (0, 10**9, 3600 * 10**9, 400 * 86_400 * 10**9):
        assert len(run(device, first=5000, frames=300, since_ns=since_ns)) == 300


def test_its_clock_had_run_for_days_and_gains_80_microseconds_a_second(device):
    begin, later = run(device, frames=1)[0]["t"], run(device, frames=1, since_ns=1000 * 10**9)[0]["t"]
    assert begin > 2 * 86_400 * 10**6
    assert later - begin == 1000 * 10**6 + 1000 * 80


def test_it_runs_a_profile_forwards_backwards_and_stands_still(device):
    frames = run(device)
    speeds = np.array([frame["speed"] for frame in frames])
    backwards = np.array([bool(frame["status"] & BACKWARDS) for frame in frames])
    assert np.all(speeds >= 0)
    assert speeds.max() > 2900
    assert speeds[backwards].max() > 1100
    assert speeds.min() < 1


def test_torque_drives_and_brakes(device):
    torque_nm = np.array([frame["torque"] for frame in run(device)]) / 100
    assert torque_nm.max() > 2
    assert torque_nm.min() < -2


def test_a_fault_switches_it_off_until_it_is_acknowledged(device):
    states = [frame["status"] & (ENABLED | FAULT) for frame in run(device)]
    assert set(states) == {ENABLED, FAULT}
    assert states[-1] == ENABLED


def test_temperatures_are_a_motors(device):
    celsius = [frame["temperature"] / 10 for frame in run(device)]
    assert 20 < min(celsius) < max(celsius) < 90
