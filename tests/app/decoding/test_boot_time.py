"""The axis of this computer's own time: no offset, nothing in the future, and what was sent is told on."""

import struct

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.decoding.boot_time import AHEAD_NS, BootAxis
from app.decoding.options import Csv, FieldTime, Struct, StructField
from app.decoding.timing import Moments
from tests.app.decoding.streams import MS, SECOND, START, Watched, frames_of

BOOT = FieldTime(field="t", unit="us", epoch="boot")


def axis_of(unit="ns"):
    return BootAxis(FieldTime(field="t", unit=unit, epoch="boot"))


def stamped(axis, device, reads, table="", **words):
    times, breaks = axis.stamp(table, Moments(np.array(reads, np.int64), np.asarray(device), **words))
    assert breaks == ()
    return times.tolist()


def sent(axis):
    return [(reads.tolist(), times.tolist()) for reads, times in axis.sent.take()]


def test_a_device_time_is_our_time_however_late_it_comes():
    axis = axis_of()
    assert axis.offset_ns == 0
    late = [START - 3 * SECOND, START - 2 * SECOND]
    assert stamped(axis, late, [START, START]) == late
    assert sent(axis) == [([START], [START - 2 * SECOND])]
    assert (axis.untimed, axis.reordered, axis.offset_ns) == (0, 0, 0)


@pytest.mark.parametrize(("unit", "in_ns"), [("us", 10**3), ("ms", 10**6), ("s", SECOND), ("min", 60 * SECOND)])
def test_every_unit_is_read(unit, in_ns):
    axis = axis_of(unit)
    assert stamped(axis, [1, 2], [START, START]) == [in_ns, 2 * in_ns]


def test_a_time_after_the_read_by_its_coarseness_is_the_reads():
    axis = axis_of()
    assert stamped(axis, [START + AHEAD_NS], [START]) == [START]
    assert axis.untimed == 0


@pytest.mark.parametrize("wrong", [START + AHEAD_NS + 1, -1, 2**61])
def test_a_time_of_another_clock_stands_where_its_arrival_says_and_is_counted(wrong):
    axis = axis_of()
    assert stamped(axis, [START - MS, wrong, START + MS], [START, START, START + 2 * MS]) == [
        START - MS,
        START - MS,  # it goes on from the row before as arrival does
        START + MS,
    ]
    assert axis.untimed == 1
    assert sent(axis) == [([START, START + 2 * MS], [START - MS, START + MS])]


def test_rows_without_a_time_go_on_from_the_call_before():
    axis = axis_of()
    stamped(axis, [START - MS], [START])
    assert stamped(axis, [0], [START + 5 * MS], missing=np.array([True])) == [START + 4 * MS]
    assert sent(axis) == [([START], [START - MS])]


def test_a_table_without_the_field_stands_at_arrival():
    axis = axis_of()
    times, _ = axis.stamp("other", Moments(np.array([START, START + 1], np.int64)))
    assert times.tolist() == [START, START + 1]
    assert axis.untimed == 2
    assert axis.sent.take() == []


def test_rows_that_would_run_back_are_moved_up_but_told_on_as_they_came():
    axis = axis_of()
    assert stamped(axis, [START - MS, START - 3 * MS], [START, START + MS]) == [START - MS, START - MS]
    assert axis.reordered == 1
    assert sent(axis) == [([START, START + MS], [START - MS, START - 3 * MS])]


def test_the_last_sample_of_a_block_says_when_it_was_sent():
    axis = axis_of()
    times = stamped(axis, [START - 9 * MS], [START], repeat=4, dt_ns=MS)
    assert times == [START - 9 * MS, START - 8 * MS, START - 7 * MS, START - 6 * MS]
    assert sent(axis) == [([START], [START - 6 * MS])]


@pytest.mark.parametrize(("dtype", "bits"), [(np.uint16, 16), (np.uint32, 32)])
def test_a_short_counter_is_the_low_part_of_the_time(dtype, bits):
    axis = axis_of("us")
    exact = (START // 1000 - 40_000 + np.arange(3) * 15_000) * 1000
    device = ((exact // 1000) % (1 << bits)).astype(dtype)
    assert stamped(axis, device, [START] * 3) == exact.tolist()


@given(st.lists(st.tuples(st.integers(0, 5 * MS), st.integers(-30 * MS, 60 * MS)), min_size=1, max_size=20))
def test_whatever_a_device_says_no_row_is_in_the_future_nor_out_of_order(rows):
    axis = axis_of()
    reads = (START + np.cumsum([step for step, _ in rows])).astype(np.int64)
    device = reads - np.array([age for _, age in rows])
    times = np.array(stamped(axis, device, reads))
    assert (np.diff(times) >= 0).all()
    assert (times <= reads).all()
    assert all((np.array(told) <= np.array(of)).all() for of, told in sent(axis))


def test_rows_come_out_of_decoders_with_their_sending_told():
    watched = Watched(Csv(header=True), BOOT)
    watched.feed(frames_of([b"t,a", b"999999000,1", b"x,2"], read_ns=[START, START, START + MS]))
    assert sent(watched.decoder.axis) == [([START], [999_999_000_000])]
    blocks = Watched(
        Struct(fields=(StructField(name="t", type="u64"), StructField(name="v", type="u8", repeat=2, dt=MS))), BOOT
    )
    blocks.feed(frames_of([struct.pack("<QBB", 999_990_000, 1, 2)]))
    assert sent(blocks.decoder.axis) == [([START], [999_991_000_000])]


def test_text_since_1970_is_refused_as_a_time_since_boot():
    with pytest.raises(ValueError, match=r"^epoch: "):
        FieldTime(field="t", unit="iso", epoch="boot")
