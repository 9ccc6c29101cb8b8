"""The axis of a nominal rate."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.decoding.options import Rate
from app.decoding.rate_time import RateAxis
from app.decoding.timing import Moments
from tests.app.decoding.streams import MS, SECOND, START


def stamped(axis, reads, per_call=None):
    """Times and breaks of rows read at `reads`, so many a call."""
    reads = np.asarray(reads, np.int64)
    size = per_call or len(reads)
    times, breaks = [], []
    for at in range(0, len(reads), size):
        stamps, found = axis.stamp("", Moments(reads[at : at + size]))
        times += stamps.tolist()
        breaks += [(at + each.row, each.cause) for each in found]
    return np.array(times), breaks


def test_rows_of_one_read_are_a_period_apart():
    times, breaks = stamped(RateAxis(Rate(rate_hz=1000)), [START] * 10)
    assert np.diff(times).tolist() == [MS] * 9
    assert times[-1] == START
    assert breaks == []


def test_a_stream_in_bursts_is_smooth():
    true = START + np.arange(20_000) * MS
    reads = START + (np.arange(20_000) // 50 + 1) * 50 * MS  # every 50 ms
    times, breaks = stamped(RateAxis(Rate(rate_hz=1000)), reads, per_call=50)
    assert np.ptp(times - true) < MS
    assert breaks == []


@pytest.mark.parametrize("actual_hz", [900, 990, 1000.1, 1010, 1100])
def test_a_rate_that_is_off_is_followed(actual_hz):
    reads = START + (np.arange(60_000) / actual_hz * SECOND).astype(np.int64)
    axis = RateAxis(Rate(rate_hz=1000))
    times, _ = stamped(axis, reads, per_call=20)
    assert np.abs(times[40_000:] - reads[40_000:]).max() < 25 * MS
    assert (np.diff(times) >= 0).all()


def test_a_pause_is_a_break_and_the_count_goes_on_at_arrival():
    reads = START + np.arange(4000) * MS
    reads[2000:] += 5 * SECOND
    for per_call in (10, 4000):
        times, breaks = stamped(RateAxis(Rate(rate_hz=1000)), reads, per_call)
        assert breaks == [(2000, "pause of 5.0 s")]
        assert np.abs(times - reads).max() < 2 * MS


def test_samples_that_were_held_up_stand_where_they_belong():
    true = START + np.arange(10_000) * MS
    reads = true.copy()
    reads[2000:5000] = true[5000]
    times, breaks = stamped(RateAxis(Rate(rate_hz=1000)), reads[:2000], per_call=20)
    axis = RateAxis(Rate(rate_hz=1000))
    times, breaks = [], []
    for part in (reads[:2000], reads[2000:5000], reads[5000:]):
        more, found = stamped(axis, part)
        times += more.tolist()
        breaks += found
    assert breaks == []
    assert np.abs(np.array(times) - true).max() < MS


def test_a_slow_rate_does_not_pause_between_its_samples():
    reads = START + np.arange(20) * 10 * SECOND
    _, breaks = stamped(RateAxis(Rate(rate_hz=0.1)), reads, per_call=1)
    assert breaks == []


def test_after_a_reconnect_the_count_begins_at_arrival():
    axis = RateAxis(Rate(rate_hz=1000))
    stamped(axis, START + np.arange(100) * MS)
    axis.end()
    times, breaks = stamped(axis, START + 60 * SECOND + np.arange(10) * MS)
    assert times[0] == START + 60 * SECOND
    assert breaks == []


def test_a_row_may_stand_for_several_samples():
    axis = RateAxis(Rate(rate_hz=1000))
    stamps, _ = axis.stamp("frame", Moments(np.full(3, START), per_row=500.0))
    assert np.diff(stamps).tolist() == [SECOND // 2] * 2


@pytest.mark.parametrize("rate_hz", [0.0, -1.0, 1e-30, 1e30])
def test_rates_beyond_reason_do_no_harm(rate_hz):
    times, _ = stamped(RateAxis(Rate(rate_hz=rate_hz)), [START] * 5000 + [START + SECOND] * 5000, per_call=1000)
    assert (np.diff(times) >= 0).all()


@given(
    st.lists(st.tuples(st.integers(0, 10 * SECOND), st.integers(1, 50)), min_size=1, max_size=40),
    st.sampled_from([0.5, 10.0, 1000.0]),
)
def test_times_never_run_back_whatever_comes(reads, rate_hz):
    axis, now, last = RateAxis(Rate(rate_hz=rate_hz)), START, 0
    for wait, rows in reads:
        now += wait
        stamps, _ = axis.stamp("", Moments(np.full(rows, now, np.int64)))
        assert len(stamps) == rows
        assert stamps[0] >= last
        assert (np.diff(stamps) >= 0).all()
        last = int(stamps[-1])
