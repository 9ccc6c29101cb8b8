import itertools
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ui.plots.autorange import PATIENCE_NS, AutoRange, roomy
from ui.plots.ticks import value_ticks

S = 10**9
TINY = [-1e-308, 0.0, 5e-324, 1e-310, 1e-300]


@settings(deadline=None, derandomize=True, max_examples=300)
@given(low=st.floats(-1e12, 1e12), height=st.floats(0, 1e12))
def test_the_range_holds_the_data_with_room(low: float, height: float) -> None:
    shown = roomy(low, low + height)
    assert shown.low < low
    assert shown.high > low + height


@pytest.mark.parametrize("value", [0.0, 5.0, -1e-9, 1e15, 1e308, -1e308])
def test_a_constant_gets_a_range_around_it(value: float) -> None:
    shown = roomy(value, value)
    assert shown.high > shown.low
    assert math.isfinite(shown.height)
    assert shown.low < value < shown.high or abs(value) > 1e300


def test_the_first_values_are_taken_as_they_are() -> None:
    auto = AutoRange()
    assert auto.update((100.0, 110.0), 0)
    assert 95 < auto.range.low < 100
    assert 110 < auto.range.high < 115


def test_nothing_changes_while_the_data_stays_inside() -> None:
    auto = AutoRange()
    auto.update((0.0, 10.0), 0)
    changes = [auto.update((0.0 + k % 3 / 10, 10.0 - k % 5 / 10), k * S // 60) for k in range(6000)]
    assert not any(changes)


def test_data_that_leaves_widens_at_once() -> None:
    auto = AutoRange()
    auto.update((0.0, 10.0), 0)
    assert auto.update((0.0, 30.0), 1)
    assert auto.range.high > 30


def test_data_that_comes_too_near_to_an_edge_widens_too() -> None:
    auto = AutoRange()
    auto.update((0.0, 10.0), 0)
    edge = auto.range.high
    assert auto.update((0.0, edge - 0.001), 1)


def test_a_range_that_has_become_too_wide_narrows_after_some_patience() -> None:
    auto = AutoRange()
    auto.update((0.0, 100.0), 0)
    assert not auto.update((0.0, 1.0), S)
    assert not auto.update((0.0, 1.0), S + PATIENCE_NS - 1)
    assert auto.update((0.0, 1.0), S + PATIENCE_NS)
    assert auto.range.high < 2


def test_one_tall_moment_starts_the_patience_again() -> None:
    auto = AutoRange()
    auto.update((0.0, 100.0), 0)
    auto.update((0.0, 1.0), S)
    auto.update((0.0, 95.0), 2 * S)
    assert not auto.update((0.0, 1.0), S + PATIENCE_NS)


def test_a_slowly_swelling_wave_changes_the_range_rarely() -> None:
    auto = AutoRange()
    changes = 0
    for k in range(3600):
        height = 1 + 0.5 * math.sin(k / 200)
        changes += auto.update((-height, height), k * S // 60)
    assert changes <= 3 * 4  # in three swells by three times: narrower once, wider three times


def test_a_range_by_hand_is_kept_until_reset() -> None:
    auto = AutoRange()
    auto.set(-1.0, 1.0)
    assert (auto.range.low, auto.range.high) == (-1.0, 1.0)
    auto.reset()
    assert auto.update((5.0, 6.0), 0)


def test_no_data_changes_nothing() -> None:
    assert not AutoRange().update(None, 0)


@pytest.mark.parametrize(("low", "high"), list(itertools.combinations(TINY, 2)))
def test_values_that_are_hardly_there_have_a_range_that_can_be_drawn(low: float, high: float) -> None:
    shown = roomy(low, high)
    assert shown.low <= low
    assert shown.high >= high
    assert all(math.isfinite(tick) for tick in value_ticks(shown.low, shown.high, 5).values)
    assert 1 / shown.height < math.inf
