"""The order of times, and the axis of arrival."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from app.decoding.options import Arrival
from app.decoding.timing import ArrivalAxis, Moments, Order
from tests.app.decoding.streams import MS, START

BLOCK_NS = 10 * MS


def times(*values):
    return np.array(values, np.int64)


def test_times_that_run_on_are_left_alone():
    order = Order()
    given = times(1, 2, 2, 5)
    assert order.kept("", given) is given
    assert order.kept("", times(5, 6)).tolist() == [5, 6]
    assert order.reordered == 0


def test_times_that_would_run_back_are_moved_up_and_counted():
    order = Order()
    order.kept("", times(10))
    assert order.kept("", times(8, 12, 11, 13)).tolist() == [10, 12, 12, 13]
    assert order.reordered == 2


def test_each_table_has_an_order_of_its_own():
    order = Order()
    order.kept("a", times(10))
    assert order.kept("b", times(5)).tolist() == [5]


def test_frames_of_one_read_share_its_time():
    stamps, breaks = ArrivalAxis(Arrival()).stamp("", Moments(times(7, 7, 9)))
    assert stamps.tolist() == [7, 7, 9]
    assert breaks == ()


def test_samples_of_a_block_without_a_distance_share_its_time():
    stamps, _ = ArrivalAxis(Arrival()).stamp("", Moments(times(7, 9), repeat=2))
    assert stamps.tolist() == [7, 7, 9, 9]


def test_blocks_of_one_read_stand_one_behind_the_other():
    stamps, _ = ArrivalAxis(Arrival()).stamp("", Moments(times(START, START), repeat=2, dt_ns=MS))
    assert stamps.tolist() == [START - 3 * MS, START - 2 * MS, START - MS, START]


def test_an_early_block_is_spread_from_the_last_row_to_its_read():
    axis = ArrivalAxis(Arrival())
    axis.stamp("", Moments(times(START), repeat=4, dt_ns=MS))
    stamps, _ = axis.stamp("", Moments(times(START + 2 * MS), repeat=4, dt_ns=MS))
    assert stamps.tolist() == [START + n * MS // 2 for n in (1, 2, 3, 4)]
    assert axis.reordered == 0


@given(st.lists(st.integers(0, 3 * BLOCK_NS), min_size=1, max_size=30), st.integers(1, 5))
def test_blocks_are_never_in_the_future_nor_out_of_order(lateness, size):
    reads = np.maximum.accumulate(START + np.arange(len(lateness)) * BLOCK_NS + np.array(lateness))
    axis, last = ArrivalAxis(Arrival()), 0
    for at in range(0, len(reads), size):
        part = reads[at : at + size].astype(np.int64)
        stamps, _ = axis.stamp("", Moments(part, repeat=10, dt_ns=MS))
        assert stamps[0] >= last
        assert (np.diff(stamps) >= 0).all()
        assert (stamps <= np.repeat(part, 10)).all()
        assert stamps[-1] == part[-1]
        last = int(stamps[-1])


def test_no_rows_have_no_times():
    stamps, _ = ArrivalAxis(Arrival()).stamp("", Moments(times(), repeat=4, dt_ns=MS))
    assert stamps.tolist() == []
