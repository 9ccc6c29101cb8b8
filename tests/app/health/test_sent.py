"""Rows are reduced to their reads: of each read the newest row's time."""

import numpy as np

from app.framing.arrivals import one_time
from app.health.sent import MAX_CALLS, SentTimes


def pairs(sent: SentTimes) -> list[tuple[list[int], list[int]]]:
    return [(reads.tolist(), times.tolist()) for reads, times in sent.take()]


def test_of_each_read_the_newest_row_counts():
    sent = SentTimes()
    sent.add(np.array([10, 10, 20, 30, 30]), np.array([4, 5, 17, 29, 28]))
    assert pairs(sent) == [([10, 20, 30], [5, 17, 29])]


def test_rows_of_one_read_are_one_time_however_that_is_kept():
    sent = SentTimes()
    sent.add(one_time(10, 3), np.array([1, 3, 2]))
    assert pairs(sent) == [([10], [3])]


def test_what_was_taken_is_not_given_out_again():
    sent = SentTimes()
    sent.add(np.array([10]), np.array([1]))
    sent.add(np.empty(0, np.int64), np.empty(0, np.int64))
    assert len(sent.take()) == 1
    assert sent.take() == []


def test_what_nobody_takes_is_forgotten():
    sent = SentTimes()
    for number in range(MAX_CALLS + 5):
        sent.add(np.array([number]), np.array([number]))
    taken = sent.take()
    assert len(taken) == MAX_CALLS
    assert taken[-1][0].tolist() == [MAX_CALLS + 4]
