from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from app.framing.fixed import FixedFramer
from app.framing.options import Fixed
from app.stream import Run
from tests.app.framing.streams import Expected, assert_cut, assert_every_cut, chunks_of, cut, pieces_of


def reference(options: Fixed, data: bytes) -> Expected:
    size, expected = options.size, Expected()
    whole = len(data) // size
    expected.frames = [(data[i * size : (i + 1) * size], (i + 1) * size) for i in range(whole)]
    expected.discard("truncated at EOF", len(data) - whole * size)
    return expected


def test_every_cut_gives_the_same_frames_and_the_same_account():
    for size in (1, 2, 5, 16, 40):
        options, data = Fixed(size=size), bytes(range(39))
        assert_every_cut(options, data, reference(options, data))


@settings(max_examples=150)
@given(st.data())
def test_random_streams_agree_with_the_plain_reference(data: st.DataObject):
    options, stream = Fixed(size=data.draw(st.integers(1, 40))), data.draw(st.binary(max_size=300))
    pieces = data.draw(pieces_of(stream))
    assert_cut(options, pieces, reference(options, stream), together=data.draw(st.integers(1, 6)))


def test_frames_are_one_run_that_starts_with_the_tail():
    framer = FixedFramer(Fixed(size=4))
    first, second = chunks_of([b"aaaabb", b"bbccccddddee"])
    assert framer.feed(first).run == Run(0, 4, 4, 1)
    frames = framer.feed(second)
    assert frames.run == Run(0, 4, 4, 3)
    assert bytes(frames.buffer[:12]) == b"bbbbccccdddd"


def test_a_chunk_with_nothing_before_it_is_not_copied():
    data = memoryview(bytes(4096))
    framer = FixedFramer(Fixed(size=32))
    (chunk,) = chunks_of([data])
    assert np.shares_memory(np.frombuffer(framer.feed(chunk).buffer, np.uint8), np.frombuffer(data, np.uint8))
    assert framer._tail.copied == 0


def test_frames_cannot_be_written_through_their_buffer():
    framer = FixedFramer(Fixed(size=4))
    for chunk in chunks_of([b"aaaabb", b"bbcccc"]):
        assert framer.feed(chunk).buffer.readonly


def test_a_large_frame_in_single_bytes_is_copied_a_few_times():
    framer = FixedFramer(Fixed(size=20_000))
    data = bytes(20_000)
    for chunk in chunks_of([data[i : i + 1] for i in range(len(data))]):
        framer.feed(chunk)
    assert framer.counts.frames == 1
    assert framer._tail.copied <= 4 * len(data)


def test_a_rest_of_one_connection_is_not_the_beginning_of_the_next_one():
    framer = FixedFramer(Fixed(size=3))
    assert cut(framer, [b"abcd"]).discarded == {"truncated at EOF": 1}
    assert cut(framer, [b"xyz"]).payloads == [b"xyz"]
