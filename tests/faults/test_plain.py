"""Every framing of a simulated device has a plain walk, and damage is not taken for soundness."""

from __future__ import annotations

import pytest

from tests.app.hostile import WAYS
from tests.faults.plain import cut

ROWS = 20
PLACE = 7  # of the frame that is damaged


@pytest.mark.parametrize("name", WAYS)
def test_a_stream_without_damage_is_sound_to_its_last_frame(name):
    way = WAYS[name]
    found = cut(way.framing, [(b"".join(map(way.frame, range(ROWS))), [])] * 2)
    assert (found.frames, found.sound, dict(found.discarded)) == (2 * ROWS, 2 * ROWS, {})


@pytest.mark.parametrize("name", WAYS)
def test_a_frame_that_touches_damage_is_not_sound(name):
    way = WAYS[name]
    frames = [way.frame(number) for number in range(ROWS)]
    begin = sum(map(len, frames[:PLACE]))
    found = cut(way.framing, [(b"".join(frames), [(begin + 1, begin + 2)])])
    assert found.frames == ROWS
    assert ROWS - 5 <= found.sound < ROWS  # short neighbours are within the most overhead


def test_what_is_not_framed_has_its_reason():
    found = cut(WAYS["csv"].framing, [(b"1,2\nno end", [])])
    assert (found.frames, found.framed, dict(found.discarded)) == (1, 3, {"truncated at EOF": 6})
