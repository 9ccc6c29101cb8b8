"""Tying another clock to ours: drift is followed, lateness is not."""

import numpy as np
import pytest

from app.decoding.placement import JUMP_NS, WINDOW_S, LeastDelay, Placement
from tests.app.decoding.streams import MS, SECOND, START

OFFSET = START - 77 * SECOND


def stream(seconds, rate_hz=100, ppm=0.0, delays=None):
    """Device times and arrivals of a stream whose true offset at the beginning is OFFSET."""
    true = np.arange(int(seconds * rate_hz)) * SECOND // rate_hz
    device = true + (true * ppm / 1e6).astype(np.int64)
    late = np.zeros(len(true), np.int64) if delays is None else np.asarray(delays, np.int64)
    return device, np.maximum.accumulate(OFFSET + true + late), OFFSET + true


def placed(placement, device, arrival, per_call=10):
    return np.concatenate(
        [
            placement.place(device[at : at + per_call], arrival[at : at + per_call])
            for at in range(0, len(device), per_call)
        ]
    )


def test_the_offset_is_unknown_before_the_first_row():
    assert Placement(0.01).offset_ns is None


def test_a_steady_stream_keeps_its_own_spacing():
    device, arrival, _ = stream(3)
    placement = Placement(0.01)
    assert placed(placement, device, arrival).tolist() == arrival.tolist()
    assert placement.offset_ns == OFFSET


def test_late_rows_are_put_where_they_belong():
    delays = np.zeros(1000)
    delays[300:400] = np.linspace(2, 1, 100) * SECOND  # held up for two seconds, then a burst
    device, arrival, true = stream(10, delays=delays)
    assert np.abs(placed(Placement(0.01), device, arrival) - true).max() <= MS


def test_jitter_is_smoothed_away():
    delays = np.random.default_rng(1).exponential(5 * MS, 6000)
    device, arrival, true = stream(60, delays=delays)
    times = placed(Placement(0.01), device, arrival)
    error = times[1000:] - true[1000:]
    assert np.abs(error).max() < MS
    assert (np.diff(times) >= 0).all()


@pytest.mark.parametrize("ppm", [-500, -20, 20, 500, 10_000])
def test_drift_is_followed(ppm):
    delays = np.random.default_rng(2).exponential(MS, 12_000)
    device, arrival, true = stream(120, ppm=ppm, delays=delays)
    times = placed(Placement(0.05), device, arrival)
    late = slice(2 * WINDOW_S * 100, None)
    assert np.abs(times[late] - true[late]).max() < 2 * MS
    assert (np.diff(times) >= 0).all()


def test_one_call_that_holds_many_seconds_follows_the_drift_as_well():
    device, arrival, true = stream(120, ppm=1000)
    times = Placement(0.05).place(device, arrival)
    assert np.abs(times - true).max() < 8 * MS
    assert (np.diff(times) >= 0).all()


def test_a_delay_that_ends_takes_no_jump_back():
    delays = np.full(2000, 100 * MS)
    delays[500:] = 0
    device, arrival, true = stream(20, delays=delays)
    placement = Placement(0.01)
    times = placed(placement, device, arrival)
    assert (np.diff(times) > 0).all()
    assert np.abs(times[600:] - true[600:]).max() < MS
    assert placement.jumps == []


def test_a_stream_that_falls_behind_for_good_is_taken_up_with_a_jump():
    delays = np.zeros(100 * 60)
    delays[1000:] = 3 * SECOND
    device, arrival, _ = stream(60, delays=delays)
    placement, jumps = Placement(0.01), []
    for at in range(0, len(device), 10):
        placement.place(device[at : at + 10], arrival[at : at + 10])
        jumps += placement.jumps
    assert len(jumps) == 1
    assert jumps[0][1] == pytest.approx(3 * SECOND, abs=JUMP_NS)
    assert placement.offset_ns == pytest.approx(OFFSET + 3 * SECOND, abs=JUMP_NS)


def test_forgetting_begins_anew():
    device, arrival, _ = stream(2)
    placement = Placement(0.01)
    placement.place(device, arrival)
    placement.reset()
    assert placement.offset_ns is None
    placement.place(device - 5 * SECOND, arrival)
    assert placement.offset_ns == OFFSET + 5 * SECOND


def test_a_slope_beyond_the_limit_is_not_believed():
    line = LeastDelay(0.001)
    for second in range(20):
        line.add(np.array([second * SECOND]), np.array([START + second * SECOND * 2]))
    assert line.at(SECOND) - line.at(0) <= 0.0011 * SECOND


def test_a_clock_that_stands_still_has_no_slope():
    line = LeastDelay(0.01)
    for second in range(20):
        line.add(np.array([5]), np.array([START + second * SECOND]))
    assert line.at(5) == START - 5
