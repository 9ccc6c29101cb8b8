"""Rows are reduced to their reads: of each read the newest row's time."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

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


@given(st.lists(st.lists(st.tuples(st.integers(1, 3), st.integers(0, 99)), max_size=8), max_size=9), st.data())
def test_each_read_comes_out_once_with_its_newest_row(calls, data):
    sent, expected, found, at = SentTimes(), [], [], 0
    for rows in calls:
        reads = []
        for step, _ in rows:
            at += step - 1  # some rows share their read with the one before
            reads.append(at)
        times = [time for _, time in rows]
        is_one = len(set(reads)) == 1 and data.draw(st.booleans())
        sent.add(one_time(reads[0], len(reads)) if is_one else np.array(reads, np.int64), np.array(times, np.int64))
        if rows:
            newest = {read: max(t for r, t in zip(reads, times, strict=True) if r == read) for read in reads}
            expected.append((list(newest), list(newest.values())))
        if data.draw(st.booleans()):
            found += pairs(sent)
        at += 1
    assert found + pairs(sent) == expected
    assert sent.take() == []
