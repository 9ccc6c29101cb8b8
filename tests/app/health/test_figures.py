"""What the chunks of a second say."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.health.figures import Line, Reads, reads_of
from app.health.stamps import UNKNOWN, Stamps

MS = 1_000_000


def stamps(sizes: list[int], backlog: list[int], painted_ms: list[int]) -> Stamps:
    count = len(sizes)
    read = np.full(count, 20 * MS)
    painted = np.array([UNKNOWN if ms < 0 else ms * MS for ms in painted_ms], np.int64)
    return Stamps(
        sizes=np.array(sizes, np.int64),
        backlog=np.array(backlog, np.int64),
        sent_ns=np.full(count, UNKNOWN),
        known_empty_ns=np.full(count, 10 * MS),
        read_ns=read,
        received_ns=read,
        stored_ns=np.full(count, 25 * MS),
        painted_ns=painted,
    )


def test_no_chunks_say_nothing() -> None:
    assert reads_of(stamps([], [], [])) == Reads()


def test_the_queue_is_known_by_what_was_left_behind_each_read_and_by_the_most_that_waited() -> None:
    reads = reads_of(stamps([10, 20], [15, 60], [30, 30]))
    assert (reads.chunks, reads.least_left, reads.most) == (2, 5, 60)


def test_chunks_whose_backlog_is_unknown_count_for_nothing_there() -> None:
    reads = reads_of(stamps([10, 20], [UNKNOWN, 60], [30, 30]))
    assert (reads.least_left, reads.most) == (40, 60)
    none = reads_of(stamps([10], [UNKNOWN], [30]))
    assert (none.chunks, none.least_left, none.most) == (1, None, None)


def test_the_age_is_that_of_the_bytes_from_the_middle_of_the_interval_in_which_they_came() -> None:
    reads = reads_of(stamps([100, 300], [100, 300], [35, 55]))
    assert (reads.age_ms, reads.is_painted) == (0.25 * 20 + 0.75 * 40, True)


def test_where_nothing_is_painted_the_way_ends_in_the_history() -> None:
    reads = reads_of(stamps([100], [100], [-1]))
    assert (reads.age_ms, reads.is_painted) == (10.0, False)


def test_a_link_that_waits_or_dials_is_coming_back_and_one_that_was_stopped_is_not() -> None:
    states = ["idle", "resolving", "connecting", "open", "waiting", "closing", "failed"]
    coming = [state for state in states if Line(state=state).is_coming_back]
    assert coming == ["resolving", "connecting", "waiting"]
    assert [state for state in states if Line(state=state).is_open] == ["open"]


CHUNKS = st.lists(st.tuples(st.integers(0, 500), st.none() | st.integers(0, 900), st.none() | st.integers(21, 90)))


@given(CHUNKS)
def test_what_the_chunks_of_a_second_say_is_what_each_of_them_says(
    chunks: list[tuple[int, int | None, int | None]],
) -> None:
    """(bytes, what waited behind them, when they were painted), read at 20 ms and known empty at 10."""
    sizes = [size for size, _, _ in chunks]
    backlog = [UNKNOWN if behind is None else size + behind for size, behind, _ in chunks]
    reads = reads_of(stamps(sizes, backlog, [-1 if painted is None else painted for _, _, painted in chunks]))
    behinds = [behind for _, behind, _ in chunks if behind is not None]
    assert (reads.chunks, reads.least_left) == (len(chunks), min(behinds, default=None))
    assert reads.most == max((size + behind for size, behind, _ in chunks if behind is not None), default=None)
    painted = [(max(size, 1), ms - 15) for size, _, ms in chunks if ms is not None]
    assert reads.is_painted == bool(painted)
    ages = painted or [(max(size, 1), 25 - 15) for size in sizes]
    weight = sum(size for size, _ in ages)
    expected = sum(size * age for size, age in ages) / weight if ages else None
    assert reads.age_ms == (None if expected is None else pytest.approx(expected))
