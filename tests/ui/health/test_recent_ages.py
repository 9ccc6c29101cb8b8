"""Ages of the last minute, and what waits behind a read."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.health.stamps import UNKNOWN, Stamps
from ui.health.recent_ages import BLOCK_NS, WINDOW_NS, Recent, RecentAges

MS = 1_000_000
S = 1_000_000_000


def stamps(ages_ms: list[float], *, size: int = 100, backlog: int = 100, painted: bool = True) -> Stamps:
    count = len(ages_ms)
    begin = np.full(count, 1_000 * S, np.int64)
    end = begin + (np.array(ages_ms) * MS).astype(np.int64)
    same = np.full(count, size, np.int64)
    nothing = np.full(count, UNKNOWN, np.int64)
    return Stamps(same, np.full(count, backlog), nothing, begin, begin, begin, begin, end if painted else nothing)


def recent(*seconds: Stamps) -> Recent:
    ages = RecentAges(["imu"])
    for number, each in enumerate(seconds):
        ages.add("imu", each, number * S)
        ages.settle(number * S)
    return ages.recent("imu")


def test_with_enough_chunks_the_quantile_is_told_within_its_class() -> None:
    found = recent(stamps([10.0] * 990 + [80.0] * 20))
    assert found.p99_ms is not None
    assert 80 <= found.p99_ms <= 80 * 1.045
    assert recent(stamps([10.0] * 1995 + [80.0] * 5)).p99_ms == pytest.approx(10, rel=0.045)


def test_with_few_chunks_there_is_the_longest_alone() -> None:
    assert recent(stamps([10.0, 30.0, 20.0])) == Recent(None, 30.0, 0)


def test_a_quantile_is_gathered_over_seconds() -> None:
    assert recent(*[stamps([5.0] * 100)] * 10).p99_ms == pytest.approx(5.0, rel=0.045)


def test_what_is_older_than_the_window_no_longer_counts() -> None:
    ages = RecentAges(["imu"])
    ages.add("imu", stamps([500.0] * 2000), 0)
    ages.add("imu", stamps([5.0] * 2000), WINDOW_NS - BLOCK_NS)
    ages.settle(WINDOW_NS)
    assert ages.recent("imu").most_ms == 500.0
    ages.settle(WINDOW_NS + 1)
    assert ages.recent("imu").most_ms == 5.0


def test_chunks_that_were_not_painted_have_no_age_on_screen() -> None:
    assert recent(stamps([10.0] * 2000, painted=False)) == Recent(None, None, 0)


def test_bytes_weigh_not_chunks() -> None:
    found = recent(stamps([10.0] * 1000, size=1), stamps([50.0] * 20, size=10_000))
    assert found.p99_ms == pytest.approx(50.0, rel=0.045)


def test_behind_a_read_is_what_the_read_left_and_holds_for_its_second_alone() -> None:
    assert recent(stamps([1.0], size=100, backlog=4196)).behind == 4096
    ages = RecentAges(["imu"])
    ages.add("imu", stamps([1.0], backlog=4196), 0)
    ages.settle(0)
    ages.settle(S)
    assert ages.recent("imu").behind is None


def test_a_backlog_that_the_system_does_not_tell_is_not_called_zero() -> None:
    assert recent(stamps([1.0], backlog=UNKNOWN)).behind is None


def test_a_device_that_never_sent_has_nothing_to_tell() -> None:
    ages = RecentAges(["imu"])
    ages.settle(0)
    assert ages.recent("imu") == Recent()


@given(st.dictionaries(st.floats(0.002, 900_000.0), st.integers(1, 500), min_size=1, max_size=20))
def test_the_quantile_lies_at_or_just_above_the_exact_one(counts: dict[float, int]) -> None:
    ages_ms = [age for age, count in counts.items() for _ in range(count)]
    ages_ms *= max(1, 1000 // len(ages_ms) + 1)
    ages_ms.sort()
    exact = ages_ms[int(np.ceil(0.99 * len(ages_ms))) - 1]
    found = recent(stamps(ages_ms)).p99_ms
    assert found is not None
    assert exact * 0.999 - 1e-3 <= found <= max(exact, 0.001) * 1.05 + 1e-3


def test_ages_follow_devices_that_come_go_and_are_renamed():
    ages = RecentAges(["imu", "gps"])
    ages.add("imu", stamps([5.0]), 0)
    ages.settle(0)
    before = ages.recent("imu")
    ages.follow(["arm", "scope"], {"arm": "imu"})
    assert ages.recent("arm") == before
    assert ages.recent("scope") == ages.recent("gps")
    ages.add("scope", stamps([5.0]), 1)
    with pytest.raises(KeyError):
        ages.add("gps", stamps([5.0]), 1)
