"""The rows `refresh-…`: the figures of ui/bench/drawing.py, and what is asked of them."""

from __future__ import annotations

import pytest

from app.bench import drawing
from app.bench.drawing import refresh_flat, refresh_full, refresh_scroll


def test_scrolling_and_whole_redraws_have_limits_of_their_own() -> None:
    (scroll,), (full,) = refresh_scroll(3), refresh_full(3, divisor=1000)
    assert (scroll.name, scroll.unit, scroll.goal, scroll.floor, scroll.lower) == ("refresh-scroll", "ms", 2, 4, True)
    assert (full.name, full.unit, full.goal, full.floor, full.lower) == ("refresh-full", "ms", 10, 20, True)
    assert min(scroll.value, full.value) > 0
    assert "median of 3, all of 20000 values in view; CPU" in full.note


def test_long_curves_are_compared_with_short_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing, "drawn", lambda *_: [(6.0, 5.5), (5.0, 4.5)])
    (row,) = refresh_flat()
    assert (row.name, row.value, row.limit, row.ratio, row.goal, row.floor) == ("refresh-flat", 6.0, 5.0, 1.2, 1.2, 2.4)
    assert row.note == "one curve of 1e+08 f32 and 19 of 1e+06; limit: 20 of 1e+05; CPU 5.5, 4.5 ms"


def test_two_windows_are_redrawn_in_turn() -> None:
    (row,) = refresh_flat(3, divisor=10_000)
    assert row.limit is not None
    assert row.limit > 0
