"""Runs judged all at once say the same as frame by frame, damage included."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.framing.checksums import CHECKSUMS, RowsChecksum
from app.framing.sync import SyncFramer
from app.framing.sync_runs import FIRST_LOOK, LONGEST, MOST_LENGTHS, MOST_LOOK, RUN_WORTH, Runs
from tests.app.framing.streams import assert_cut, cut, damaged, pieces_of
from tests.app.framing.test_sync import OPTIONS, encoded, reference, sync

MANY = 3 * RUN_WORTH


def run_of(length: int, count: int, options=OPTIONS[0], seed: int = 1) -> list[bytes]:
    dice = random.Random(seed)
    return [encoded(options, dice.randbytes(length)) for _ in range(count)]


def runs(options=OPTIONS[0]) -> Runs:
    return SyncFramer(options)._runs


@pytest.mark.parametrize("options", OPTIONS, ids=str)
@settings(max_examples=60)
@given(st.data())
def test_damaged_runs_agree_with_the_plain_reference_however_they_are_cut(options, data: st.DataObject):
    lengths = data.draw(st.lists(st.sampled_from((0, 1, 7, 20)), min_size=1, max_size=3))
    frames = [frame for length in lengths for frame in run_of(length, data.draw(st.integers(1, MANY)), options)]
    stream = data.draw(damaged(b"".join(frames)))
    assert_cut(options, data.draw(pieces_of(stream)), reference(options, stream), together=data.draw(st.integers(1, 6)))


@pytest.mark.parametrize("options", OPTIONS, ids=str)
def test_a_run_ends_before_the_frame_that_is_not_sound(options):
    count = FIRST_LOOK * 10
    frames = run_of(9, count, options)
    wire = len(frames[0])
    for place in (1, 2, FIRST_LOOK, FIRST_LOOK + 1, count - 1):
        bad = list(frames)
        bad[place] = b"\x77" + bad[place][1:]  # another word
        assert runs(options).length(memoryview(b"".join(bad)), 0, wire) == place
        if options.checksum != "none":
            bad[place] = frames[place][:-1] + bytes([frames[place][-1] ^ 0x40])
            assert runs(options).length(memoryview(b"".join(bad)), 0, wire) == place


def test_a_frame_of_another_length_ends_the_run():
    frames = run_of(9, 40) + run_of(10, 40)
    assert runs().length(memoryview(b"".join(frames)), 0, len(frames[0])) == 40


def test_a_frame_that_is_not_whole_is_not_part_of_the_run():
    frames = b"".join(run_of(9, MOST_LOOK + FIRST_LOOK + 5))
    assert runs().length(memoryview(frames)[:-1], 0, 14) == MOST_LOOK + FIRST_LOOK + 4


def test_few_frames_and_long_ones_are_left_to_be_judged_one_by_one():
    short = b"".join(run_of(9, RUN_WORTH - 1))
    assert runs().length(memoryview(short), 0, 14) == 1
    options = sync(max_frame=LONGEST, length_size=2)
    long = run_of(LONGEST, MANY, options)
    assert runs(options).length(memoryview(b"".join(long)), 0, len(long[0])) == 1


def test_tables_are_made_for_a_few_lengths_and_the_other_frames_are_framed_all_the_same():
    options = sync()
    lengths = range(10, 10 + 3 * MOST_LENGTHS)
    stream = b"".join(frame for length in lengths for frame in run_of(length, MANY, options))
    framer = SyncFramer(options)
    assert len(cut(framer, [stream]).payloads) == MANY * len(lengths)
    assert len(framer._runs._rows_checksums) == MOST_LENGTHS


def test_a_feed_that_is_one_run_is_handed_on_as_one():
    options = sync()
    seen = cut(SyncFramer(options), [b"".join(run_of(12, 100, options))])
    assert len(seen.payloads) == 100
    assert seen.overhead == 100 * 5


@pytest.mark.parametrize("name", CHECKSUMS)
@pytest.mark.parametrize("length", [1, 2, 19, 200])
def test_the_checksum_of_each_row_is_that_of_the_message(name: str, length: int):
    rows = np.random.default_rng(length).integers(0, 256, (50, length), np.uint8)
    rows[0], rows[1] = 0, 255
    expected = [CHECKSUMS[name].compute(memoryview(row.tobytes())) for row in rows]
    assert RowsChecksum(CHECKSUMS[name], length).of(rows).tolist() == expected


@settings(max_examples=20)
@given(st.data())
def test_runs_of_more_lengths_than_have_tables_agree_with_the_plain_reference(data: st.DataObject):
    options = OPTIONS[0]
    lengths = data.draw(st.lists(st.integers(0, 40), min_size=MOST_LENGTHS + 1, max_size=MOST_LENGTHS + 3, unique=True))
    frames = [frame for length in lengths for frame in run_of(length, MANY, options)]
    stream = data.draw(damaged(b"".join(frames)))
    assert_cut(options, [stream], reference(options, stream))
