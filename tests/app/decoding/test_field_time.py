"""The axis of the device's own time."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.decoding.field_time import FieldAxis
from app.decoding.options import Csv, FieldTime, Json
from app.decoding.timing import Moments
from tests.app.decoding.streams import MS, SECOND, START, Watched

UNIX = 1_795_534_676 * SECOND  # 2026-11-24


def axis_of(unit="ns"):
    return FieldAxis(FieldTime(field="t", unit=unit))


def stamped(axis, device, reads, per_call=10, missing=None):
    """Times and breaks of rows, so many a call."""
    device, reads = np.asarray(device), np.asarray(reads, np.int64)
    times, breaks = [], []
    for at in range(0, len(reads), per_call):
        rows = slice(at, at + per_call)
        absent = None if missing is None else missing[rows]
        stamps, found = axis.stamp("", Moments(reads[rows], device[rows], absent))
        times += stamps.tolist()
        breaks += [(at + each.row, each.cause) for each in found]
    return np.array(times), breaks


def ticks(count, period=10 * MS):
    return np.arange(count, dtype=np.int64) * period


def test_the_offset_is_told_once_it_is_known():
    axis = axis_of()
    assert axis.offset_ns is None
    stamped(axis, ticks(100), START + ticks(100))
    assert axis.offset_ns == START


@pytest.mark.parametrize(
    ("unit", "in_ns"),
    [("ns", 1), ("us", 10**3), ("ms", 10**6), ("s", SECOND), ("min", 60 * SECOND), ("h", 3600 * SECOND)],
)
@pytest.mark.parametrize("dtype", [np.uint64, np.int32, np.float64])
def test_every_unit_is_read(unit, in_ns, dtype):
    count = np.arange(8)
    times, breaks = stamped(axis_of(unit), count.astype(dtype), START + count * in_ns, per_call=4)
    assert times.tolist() == (START + count * in_ns).tolist()
    assert breaks == []


def test_nanoseconds_since_1970_keep_their_last_digit():
    device = UNIX + np.array([1, 2, 3], np.int64)
    times, _ = stamped(axis_of(), device, [START + 5] * 3)
    assert times.tolist() == [START + 3, START + 4, START + 5]


def test_a_step_forward_is_a_break_that_says_how_far():
    device = ticks(1000)
    device[500:] += 5200 * MS
    for per_call in (1, 10, 1000):
        times, breaks = stamped(axis_of(), device, START + ticks(1000), per_call)
        assert breaks == [(500, "device clock stepped by +5.2 s")]
        assert times.tolist() == (START + ticks(1000)).tolist()


def test_a_device_that_starts_again_is_a_step_back():
    device = ticks(1000) + 3600 * SECOND
    device[500:] = ticks(500)
    for per_call in (1, 10, 1000):
        times, breaks = stamped(axis_of(), device, START + ticks(1000), per_call)
        assert breaks == [(500, "device clock stepped by -3605.0 s")]
        assert times.tolist() == (START + ticks(1000)).tolist()


def test_two_steps_in_one_call_are_two_breaks():
    device = ticks(1000)
    device[300:] -= 10 * SECOND
    device[600:] -= 10 * SECOND
    _, breaks = stamped(axis_of(), device, START + ticks(1000), 1000)
    assert [row for row, _ in breaks] == [300, 600]


def test_a_small_step_is_no_break():
    device = ticks(1000)
    device[500:] += 200 * MS
    times, breaks = stamped(axis_of(), device, START + ticks(1000))
    assert breaks == []
    assert (np.diff(times) >= 0).all()
    assert abs(times[-1] - (START + ticks(1000)[-1])) < MS


def test_a_stall_on_the_way_is_no_step():
    reads = START + ticks(1000)
    reads[300:700] = reads[700]
    times, breaks = stamped(axis_of(), ticks(1000), reads)
    assert breaks == []
    assert times.tolist() == (START + ticks(1000)).tolist()


def test_what_a_device_had_stored_is_no_step():
    device = ticks(50, 10 * SECOND)  # a logger that hands out minutes at once
    times, breaks = stamped(axis_of(), device, [START] * 50, per_call=50)
    assert breaks == []
    assert np.diff(times).tolist() == [10 * SECOND] * 49


def test_a_pause_of_the_device_is_no_step():
    device = ticks(1000)
    device[500:] += 60 * SECOND
    times, breaks = stamped(axis_of(), device, START + device)
    assert breaks == []
    assert times.tolist() == (START + device).tolist()


def test_a_time_that_falls_behind_for_good_is_told():
    reads = START + ticks(6000)
    reads[1000:] += 3 * SECOND
    _, breaks = stamped(axis_of(), ticks(6000), reads)
    assert [cause[:26] for _, cause in breaks] == ["device time fell behind by"]


def test_rows_without_a_time_go_on_as_arrival_does():
    missing = np.zeros(100, bool)
    missing[[0, 50, 51]] = True
    axis = axis_of()
    times, breaks = stamped(axis, ticks(100), START + ticks(100) + 3 * MS, missing=missing)
    assert times.tolist() == (START + ticks(100) + 3 * MS).tolist()
    assert (axis.untimed, breaks) == (3, [])


def test_a_table_without_the_field_stands_by_arrival():
    axis = axis_of()
    stamps, _ = axis.stamp("", Moments(np.array([START, START + 5])))
    assert stamps.tolist() == [START, START + 5]
    assert axis.untimed == 2
    assert axis.offset_ns is None


@pytest.mark.parametrize(("dtype", "bits"), [(np.uint16, 16), (np.uint32, 32)])
def test_a_counter_that_wraps_around_runs_on(dtype, bits):
    count = 2**bits - 500 + np.arange(1000, dtype=np.int64)
    times, breaks = stamped(axis_of("ms"), (count % 2**bits).astype(dtype), START + np.arange(1000) * MS)
    assert breaks == []
    assert times.tolist() == (START + np.arange(1000) * MS).tolist()


def test_drift_is_followed_and_told():
    true = ticks(12_000)
    axis = axis_of()
    times, breaks = stamped(axis, true + true // 5000, START + true)  # 200 ppm too fast
    assert breaks == []
    assert np.abs(times[6000:] - (START + true[6000:])).max() < MS
    assert axis.offset_ns == pytest.approx(START - 24 * MS, abs=MS)


def test_each_table_has_an_offset_of_its_own():
    axis = axis_of()
    axis.stamp("fast", Moments(np.array([START]), np.array([0])))
    axis.stamp("slow", Moments(np.array([START + SECOND]), np.array([0])))
    stamps, _ = axis.stamp("slow", Moments(np.array([START + 2 * SECOND]), np.array([SECOND])))
    assert stamps.tolist() == [START + 2 * SECOND]
    assert axis.offset_ns == START


def test_the_offset_outlives_a_reconnect():
    axis = axis_of()
    stamped(axis, ticks(10), START + ticks(10))
    axis.end()
    assert axis.offset_ns == START


@given(
    st.lists(
        st.tuples(st.integers(0, 3 * SECOND), st.lists(st.integers(-(2**63), 2**63 - 1), min_size=1, max_size=40)),
        min_size=1,
        max_size=20,
    ),
    st.sampled_from(["ns", "s", "h"]),
    st.sampled_from([np.int64, np.uint64, np.float64, np.float32, np.uint32, np.int8]),
)
def test_times_never_run_back_whatever_the_device_says(calls, unit, dtype):
    axis, now, last = axis_of(unit), START, -(2**63)
    for wait, values in calls:
        now += wait
        device = np.array(values, np.int64).astype(dtype)
        stamps, breaks = axis.stamp("", Moments(np.full(len(values), now, np.int64), device))
        assert len(stamps) == len(values)
        assert stamps[0] >= last
        assert (np.diff(stamps) >= 0).all()
        assert stamps[-1] <= now + SECOND
        assert [each.row for each in breaks] == sorted({each.row for each in breaks})
        last = int(stamps[-1])


# -- through the decoders


def test_a_csv_column_is_the_time():
    watched = Watched(Csv(header=True), FieldTime(field="t", unit="s", epoch="unix"))
    watched.text("t,user\n1795534676.5,1\n1795534676.75,2", read_ns=START)
    assert np.diff(watched.rows.times).tolist() == pytest.approx([250 * MS], abs=256)  # what a float64 resolves
    assert watched.rows.column("t") == [1795534676.5, 1795534676.75]


def test_iso_text_is_the_time_and_an_unreadable_one_costs_no_row():
    watched = Watched(Csv(fields=("t", "x")), FieldTime(field="t", unit="iso"))
    watched.text("2026-11-24T10:00:00Z,1\nnever,2\n2026-11-24T10:00:00.5Z,3", read_ns=START)
    assert watched.rows.times == [START - 500 * MS, START - 500 * MS, START]
    assert watched.rows.column("t") == [1795514400.0, None, 1795514400.5]
    assert watched.decoder.axis.untimed == 1


def test_a_text_column_is_no_time():
    watched = Watched(Csv(fields=("t", "x")), FieldTime(field="t"))
    watched.text("one,1\ntwo,2", read_ns=START)
    assert watched.rows.times == [START, START]
    assert watched.decoder.axis.untimed == 2


def test_json_tables_without_the_field_stand_by_arrival():
    watched = Watched(Json(by="c"), FieldTime(field="t", unit="ms"))
    watched.text('{"c":"a","t":0}\n{"c":"b","x":1}\n{"c":"a","t":30}', read_ns=START)
    assert watched.tables["a"].times == [START - 30 * MS, START]
    assert watched.tables["b"].times == [START]
    assert watched.decoder.axis.offset_ns == START - 30 * MS
