"""The range of an axis: by itself until a hand takes it."""

from __future__ import annotations

import pytest

from app.session.words import LEAST_HEIGHT, MAX_HEIGHT
from ui.plots.value_scale import LOOK_AGAIN_NS, ValueScale, ValueScales

S = 10**9


class Seen:
    """An area as a scale sees it: the extrema of each axis."""

    def __init__(self, *extrema: tuple[float, float] | None) -> None:
        self.of = extrema

    def extrema(self, axis: int = 0) -> tuple[float, float] | None:
        return self.of[axis]

    new_extrema = extrema


def fitted(*extrema: tuple[float, float]) -> ValueScales:
    scales = ValueScales()
    scales.follow_plan([], [str(number) for number in range(len(extrema))])
    scales.fit(Seen(*extrema), S, anew=True)  # type: ignore[arg-type]
    return scales


def test_each_axis_fits_its_own_values() -> None:
    scales = fitted((0.0, 1.0), (100.0, 900.0))
    assert scales[0].high < 2 < 100 > scales[1].low
    assert scales[1].high >= 900


def test_a_range_by_hand_stands_wherever_the_data_goes_and_the_others_follow() -> None:
    scales = fitted((0.0, 1.0), (0.0, 1.0))
    scales[0].hold(-5.0, 5.0)
    assert scales.fit(Seen((50.0, 60.0), (50.0, 60.0)), 2 * S, anew=False) == [1]  # type: ignore[arg-type]
    assert scales.by_hand() == {0: (-5.0, 5.0)}
    scales[0].release()
    assert scales.fit(Seen((50.0, 60.0), (50.0, 60.0)), 3 * S, anew=True) == [0]  # type: ignore[arg-type]


def test_without_new_values_nothing_is_looked_at() -> None:
    scale = ValueScale()
    assert not scale.fit(Seen(None), 0, S, anew=False)  # type: ignore[arg-type]


def test_the_whole_window_is_looked_at_now_and_then() -> None:
    scale, values = ValueScale(), Seen((0.0, 1.0))
    assert scale.fit(values, 0, S, anew=True)  # type: ignore[arg-type]
    values.of = ((0.4, 0.6),)
    assert not scale.fit(values, 0, S + 1, anew=False)  # type: ignore[arg-type]
    assert not scale.fit(values, 0, S + LOOK_AGAIN_NS, anew=False)  # type: ignore[arg-type]  # narrows with patience


def test_a_held_range_stays_with_its_unit_and_goes_with_it() -> None:
    scales = fitted((0.0, 1.0), (0.0, 1.0))
    scales.hold({0: (1.0, 2.0), 1: (3.0, 4.0)})
    scales.follow_plan(["0", "1"], ["0", "A"])
    assert scales.by_hand() == {0: (1.0, 2.0)}
    scales.follow_plan(["0", "A"], ["A", "0"])
    assert scales.by_hand() == {1: (1.0, 2.0)}
    scales.follow_plan(["A", "0"], ["A"])
    assert scales.by_hand() == {}


def test_zoom_keeps_the_value_under_the_pointer_and_pan_the_height() -> None:
    scale = ValueScale()
    scale.hold(0.0, 10.0)
    assert scale.zoomed(0.5, 0.2) == pytest.approx((1.0, 6.0))
    assert scale.panned(0.1) == pytest.approx((1.0, 11.0))


@pytest.mark.parametrize("factor", [0.01, 100.0])
def test_zoom_ends_where_a_session_could_not_say_it(factor: float) -> None:
    scale = ValueScale()
    scale.hold(-1.0, 1.0)
    for _ in range(400):
        scale.hold(*scale.zoomed(factor, 0.5))
    assert LEAST_HEIGHT <= scale.height <= MAX_HEIGHT


def test_zoom_ends_before_doubles_run_out() -> None:
    scale = ValueScale()
    scale.hold(1e6, 1e6 + 1e-9)
    low, high = scale.zoomed(1e-9, 0.5)
    assert high > low
