"""The inertial measurement unit."""

from __future__ import annotations

import numpy as np
import pytest

from app.simulator.devices.imu import GRAVITY, RATE_HZ, TAPE_FRAMES, Imu
from tests.app.simulator.wire import imu

NAMES = ("ax", "ay", "az", "gx", "gy", "gz")


@pytest.fixture(scope="module")
def device():
    return Imu()


@pytest.fixture(scope="module")
def rows(device):
    """The whole tape, an array a channel."""
    stamps = 10**12 + np.arange(TAPE_FRAMES) * 1_000_000
    read = imu(bytes(device.render(0, stamps).data))
    return {name: np.array([row[name] for row in read]) for name in ("t", *NAMES)}


def test_each_line_has_its_stamp_in_seconds_and_six_numbers(rows):
    assert rows["t"][:3].tolist() == [1000.0, 1000.001, 1000.002]


def test_gravity_is_there_however_it_is_turned(rows):
    size = np.sqrt(rows["ax"] ** 2 + rows["ay"] ** 2 + rows["az"] ** 2)
    assert abs(np.median(size) - GRAVITY) < 0.3
    assert np.ptp(np.convolve(rows["ay"], np.ones(100) / 100, "valid")) > 3


def test_rotation_is_the_change_of_the_angle_that_gravity_shows(rows):
    roll = np.degrees(np.arctan2(rows["ay"], rows["az"]))
    smooth = np.convolve(roll, np.ones(500) / 500, "same")
    turned = np.cumsum(rows["gx"] - np.median(rows["gx"])) / RATE_HZ
    assert np.corrcoef(smooth[500:-500], turned[500:-500])[0, 1] > 0.95


def test_taps_are_single_samples_far_outside_the_rest(rows):
    jumps = np.abs(np.diff(rows["ax"])) + np.abs(np.diff(rows["ay"])) + np.abs(np.diff(rows["az"]))
    at = np.flatnonzero(jumps > 20)
    assert len(at) >= 10  # up and down again, five taps or more
    assert len(at) % 2 == 0
    assert np.all(np.diff(at)[::2] == 1)


def test_no_channel_stands_still_and_every_reading_differs_from_the_one_before(rows):
    for name in NAMES:
        assert np.mean(np.diff(rows[name]) == 0) < 0.1, name


def test_the_same_frames_come_again_for_the_same_numbers(device):
    stamps = 10**12 + np.arange(5)
    assert bytes(device.render(70, stamps).data) == bytes(device.render(70 + TAPE_FRAMES, stamps).data)
