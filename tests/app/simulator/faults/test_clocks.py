"""Faults of a device's clock: frames come at their times and say others."""

from __future__ import annotations

from itertools import pairwise

import pytest

from app.simulator.clock import NS
from tests.app.simulator.faults.bench import EPOCH, bench
from tests.app.simulator.wire import READERS


def stamps(client, name="supply"):
    return [frame["t"] for frame in READERS[name](client.all_sent())]


@pytest.mark.parametrize("seed", [1, 2, 3, 4, 5])
def test_a_jump_is_of_seconds_up_to_a_minute_either_way_and_stays(seed):
    with bench("supply", seed) as supply:
        client = supply.join()
        supply.run(0.5)
        before = len(stamps(client))
        supply.play("clock-jump")
        supply.run(0.5)
        after = stamps(client)
        jumped = [after[place] - (EPOCH // 1000 + 20_000 * (place + 1)) for place in range(len(after))]
        assert set(jumped[:before]) == {0}
        (by_us,) = set(jumped[before:])
        assert 2_000_000 <= abs(by_us) <= 60_000_000
        assert supply.told("over")


def test_a_clock_that_has_been_running_for_seconds_jumps_forwards():
    for seed in range(1, 9):
        with bench("supply", seed) as supply:
            supply.now = 2 * NS
            supply.play("clock-jump")
            assert supply.station.device.clock.shown_now(2 * NS) >= NS


def test_what_a_console_is_told_is_not_told_to_the_past_of_a_clock_that_jumped():
    for seed in range(1, 5):
        with bench("supply", seed) as supply:
            client = supply.join()
            supply.play("clock-jump")
            supply.run(0.1)
            supply.station.device.obey([b"VOLT 3"], supply.now)
            supply.run(0.1)
            assert READERS["supply"](client.all_sent())[-1]["set_voltage"] == 3


def test_a_drift_gains_some_per_cent_and_keeps_what_it_gained():
    with bench("supply") as supply:
        client = supply.join()
        supply.play("clock-drift", 1)
        supply.run(1)
        during = stamps(client)
        supply.run(1)
        steps = [later - earlier for earlier, later in pairwise(during)]
        assert 20_400 <= min(steps) <= max(steps) <= 22_000
        after = stamps(client)[len(during) + 1 :]
        gained = {stamp - (EPOCH // 1000 + 20_000 * (len(during) + 2 + place)) for place, stamp in enumerate(after)}
        assert len(gained) == 1
        assert 20_000 <= gained.pop() <= 100_001
        assert stamps(client) == sorted(stamps(client))
