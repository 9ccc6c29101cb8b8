"""Which chunks waited for their read while the window was painted."""

from __future__ import annotations

import numpy as np

from app.comparison.measuring.painting import PaintSpans
from tests.app.comparison.bench import stamps

NONE: list[int] = []


def met(paints: PaintSpans, *waits: tuple[int, int]) -> list[int]:
    """The reads of the chunks that waited in a paint; `waits` are (known empty, read)."""
    return paints.waited_in(stamps(*waits)).read_ns.tolist()


def test_a_chunk_that_waited_across_a_paint_or_a_part_of_one_is_met() -> None:
    paints = PaintSpans()
    paints.add([(100, 200), (400, 500)])
    assert met(paints, (50, 250), (150, 160), (190, 300), (90, 110)) == [250, 160, 300, 110]


def test_a_chunk_that_was_read_between_paints_is_not() -> None:
    paints = PaintSpans()
    paints.add([(100, 200), (400, 500)])
    assert met(paints, (10, 90), (210, 390), (500, 600)) == NONE


def test_paints_that_are_told_again_count_once() -> None:
    paints = PaintSpans()
    paints.add([(100, 200), (400, 500)])
    paints.add([(400, 500), (700, 800)])
    paints.add([(700, 800)])
    assert met(paints, (450, 460), (650, 750)) == [460, 750]


def test_without_a_paint_or_a_chunk_there_is_none() -> None:
    paints = PaintSpans()
    assert met(paints, (1, 2)) == NONE
    paints.add([(1, 2)])
    assert met(paints) == NONE
    assert paints.waited_in(stamps()).sizes.dtype == np.int64
