"""Random faults that can be played again."""

from __future__ import annotations

from itertools import islice

from hypothesis import given
from hypothesis import strategies as st

from app.simulator.faults.catalogue import KINDS
from ui.faults.plan import LEAST_PAUSE_S, LONGEST_S, MOST_MEANS, SHORTEST_S, Planned, RandomFaults

CHOICES = {"imu": [KINDS["stall"], KINDS["rst"]], "motor": [KINDS["corrupt"]]}


def first(seed: int, count: int, mean_s: float = 3.0) -> list[Planned]:
    faults = RandomFaults(seed, mean_s, CHOICES)
    return [planned for planned in islice(iter(faults.next, None), count) if planned is not None]


def test_the_same_seed_plays_the_same_and_another_does_not() -> None:
    assert first(7, 50) == first(7, 50)
    assert first(7, 50) != first(8, 50)


@given(st.integers(0, 1 << 32), st.floats(0.1, 100))
def test_each_is_one_that_its_device_can_have_and_within_its_bounds(seed: int, mean_s: float) -> None:
    for planned in first(seed, 20, mean_s):
        assert planned.kind in CHOICES[planned.device]
        assert LEAST_PAUSE_S <= planned.pause_s <= MOST_MEANS * mean_s
        assert (planned.seconds is None) is not planned.kind.lasts
        assert planned.seconds is None or SHORTEST_S <= planned.seconds <= LONGEST_S


def test_the_pauses_have_the_mean_that_was_asked_for() -> None:
    pauses = [planned.pause_s for planned in first(1, 5000, 3.0)]
    assert 2.7 < sum(pauses) / len(pauses) < 3.1  # a little less than the mean: the longest are cut


def test_where_no_device_can_have_any_there_is_none() -> None:
    assert RandomFaults(1, 3.0, {"imu": []}).next() is None
