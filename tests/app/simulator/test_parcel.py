"""What is in hand, counted by frames whole and damaged, wherever the kernel stops taking."""

from __future__ import annotations

import numpy as np
import pytest

from app.simulator.parcel import Parcel
from app.simulator.tape import Segment

DATA = bytes(range(60))


def parcel(sent=0):
    made = Parcel()
    made.load(Segment(memoryview(DATA), np.array([20, 30, 60]), 10, damaged=np.array([True, False, True])))
    made.took(sent)
    return made


@pytest.mark.parametrize(
    ("sent", "counts"),
    [(0, (0, 0)), (9, (0, 0)), (10, (1, 1)), (19, (1, 1)), (20, (2, 1)), (49, (2, 1)), (50, (3, 2))],
)
def test_frames_count_once_they_are_taken_whole(sent, counts):
    made = parcel(sent)
    assert (made.frames, made.damaged) == counts
    assert made.rest == 50 - sent
    assert (made.segment is None) == (sent == 50)


@pytest.mark.parametrize(
    ("sent", "rest", "frames"), [(0, 0, 0), (1, 9, 1), (10, 0, 1), (15, 5, 2), (20, 0, 2), (21, 29, 3)]
)
def test_an_end_behind_a_frame_leaves_what_is_missing_of_the_one_that_has_begun(sent, rest, frames):
    made = parcel(sent)
    made.end_behind_a_frame()
    assert made.rest == rest
    made.took(rest)
    assert (made.segment, made.frames) == (None, frames)


@pytest.mark.parametrize("sent", [0, 5, 10, 12, 20, 21, 45, 49])
@pytest.mark.parametrize("part", [0.0, 0.3, 0.999])
def test_an_end_in_a_frame_is_behind_some_of_its_bytes_and_not_all(sent, part):
    made = parcel(sent)
    made.end_in_a_frame(part)
    made.took(made.rest)
    ended = made.sent - 10
    assert ended >= sent
    assert ended not in (0, 10, 20, 50)
    assert made.frames == sum(end <= ended for end in (10, 20, 50))
    assert made.segment is None


def test_an_empty_hand_ends_at_once():
    made = Parcel()
    made.end_behind_a_frame()
    assert (made.rest, made.frames, made.damaged) == (0, 0, 0)
