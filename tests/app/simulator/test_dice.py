"""Throws follow from seed and number, and are even."""

from __future__ import annotations

import numpy as np

from app.simulator.dice import seed_of, throws


def test_a_throw_does_not_depend_on_the_others():
    numbers = np.arange(1000, 2000)
    together = throws(7, numbers)
    assert [int(throws(7, numbers[place : place + 1])[0]) for place in (0, 500, 999)] == [
        int(together[place]) for place in (0, 500, 999)
    ]
    assert not (together == throws(8, numbers)).any()


def test_the_first_throws_of_splitmix64_are_those_of_its_paper():
    """With seed 0 its outputs are known: the state is a step further each time."""
    assert [hex(each) for each in throws(0, np.arange(1, 4))] == [
        "0xe220a8397b1dcdaf", "0x6e789e6aa1b965f4", "0x6c45d188009454f",
    ]  # fmt: skip


def test_throws_are_even():
    counts = np.bincount((throws(seed_of(1, "imu", "corrupt"), np.arange(100_000)) % np.uint64(10)).astype(int))
    assert counts.min() > 9_600
    assert counts.max() < 10_400


def test_seeds_differ_by_every_part():
    assert len({seed_of(*parts) for parts in ((1, "imu"), (2, "imu"), (1, "motor"), ("1/imu", ""))}) == 4
