from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.stream import (
    FEW,
    Batch,
    Chunk,
    Column,
    Frames,
    Run,
    Side,
    SideBySide,
    Vocabulary,
    is_ascending,
    join,
)


def chunk(data: bytes, offset: int = 0, connection: int = 1, read_ns: int = 10, **more) -> Chunk:
    return Chunk(memoryview(data), offset, connection, read_ns, read_ns - 5, **more)


# -- chunks


def test_a_chunk_stops_behind_its_last_byte():
    assert chunk(b"abc", offset=7).stop == 10
    assert chunk(b"", offset=7).stop == 7


def test_a_single_chunk_is_joined_without_a_copy():
    alone = chunk(b"abc", ends=(3,))
    assert join([alone]) is alone


@given(st.lists(st.binary(max_size=6), min_size=2, max_size=8))
def test_joined_chunks_are_their_bytes_in_order_and_know_when_each_was_read(pieces: list[bytes]):
    offset, chunks = 100, []
    for index, piece in enumerate(pieces):
        chunks.append(chunk(piece, offset, connection=3, read_ns=10 * (index + 1)))
        offset += len(piece)
    joined = join(chunks)
    assert bytes(joined.data) == b"".join(pieces)
    assert (joined.offset, joined.stop, joined.connection) == (100, offset, 3)
    assert (joined.known_empty_ns, joined.read_ns) == (chunks[0].known_empty_ns, chunks[-1].read_ns)
    assert joined.reads is not None
    assert joined.reads.ends.tolist() == np.cumsum([len(piece) for piece in pieces]).tolist()
    assert joined.reads.read_ns.tolist() == [each.read_ns for each in chunks]
    assert joined.data.readonly


@pytest.mark.parametrize(
    "second",
    [chunk(b"x", offset=2), chunk(b"x", offset=4), chunk(b"x", offset=3, connection=2), chunk(b"x", 3, ends=(1,))],
    ids=["overlap", "hole", "other connection", "message boundaries"],
)
def test_chunks_that_do_not_follow_each_other_are_not_joined(second: Chunk):
    with pytest.raises(ValueError, match="does not follow 3"):
        join([chunk(b"abc"), second])


# -- frames


def positions(*numbers: int) -> np.ndarray:
    return np.array(numbers, np.int64)


def test_no_frames_are_nothing_in_every_respect():
    none = Frames.none()
    assert (len(none), none.payload_bytes, none.wire_bytes) == (0, 0, 0)


def test_frames_are_places_in_one_buffer():
    buffer = memoryview(b"ab\ncde\n\n")
    frames = Frames(buffer, positions(0, 3, 7), positions(2, 6, 7), positions(3, 4, 1), positions(5, 5, 6))
    assert [frames.payload(i) for i in range(len(frames))] == [b"ab", b"cde", b""]
    assert (frames.payload_bytes, frames.wire_bytes) == (5, 8)
    assert frames.run is None
    assert repr(frames) == "<3 frames, 8 bytes on the wire>"


def test_a_run_says_the_same_as_its_positions():
    buffer = memoryview(bytes(range(30)))
    run = Frames.of_run(buffer, Run(first=2, length=3, stride=5, count=5), positions(1, 1, 2, 2, 3))
    plain = Frames(buffer, run.starts, run.ends, run.wire_lengths, run.read_ns)
    assert run.starts.tolist() == [2, 7, 12, 17, 22]
    assert [run.payload(i) for i in range(5)] == [bytes(range(at, at + 3)) for at in (2, 7, 12, 17, 22)]
    assert (run.payload_bytes, run.wire_bytes, len(run)) == (plain.payload_bytes, plain.wire_bytes, len(plain))
    assert run.key is None
    assert repr(run) == "<5 frames of 3 bytes, 25 bytes on the wire>"


@pytest.mark.parametrize("as_run", [True, False])
def test_a_part_of_frames_is_frames_of_the_same_buffer(as_run: bool):
    buffer = memoryview(b"0123456789")
    frames = Frames.of_run(buffer, Run(0, 2, 2, 5), positions(1, 2, 3, 4, 5))
    if not as_run:
        frames = Frames(buffer, frames.starts, frames.ends, frames.wire_lengths, frames.read_ns, tuple("abcde"))
    part = frames.part(1, 3)
    assert [part.payload(i) for i in range(len(part))] == [b"23", b"45"]
    assert part.read_ns.tolist() == [2, 3]
    assert part.wire_bytes == 4
    assert part.key == (None if as_run else ("b", "c"))
    assert len(frames.part(5, 5)) == 0


# -- text


def test_texts_are_coded_in_order_of_appearance():
    vocabulary = Vocabulary()
    assert [vocabulary.code(text) for text in ("idle", "run", "idle", "")] == [0, 1, 0, 2]
    assert [vocabulary.text(code) for code in (0, 1, 2)] == ["idle", "run", ""]


def test_a_vocabulary_is_bounded_and_says_so_for_what_it_did_not_take():
    vocabulary = Vocabulary()
    codes = [vocabulary.code(str(number)) for number in range(Vocabulary.MAX_TEXTS + 2)]
    assert codes[-3:] == [Vocabulary.MAX_TEXTS - 1, Vocabulary.OVERFLOW, Vocabulary.OVERFLOW]
    assert len(vocabulary.texts) == Vocabulary.MAX_TEXTS
    assert vocabulary.text(Vocabulary.OVERFLOW) == "(more than 4096 different texts)"
    assert vocabulary.code("0") == 0


def test_a_long_text_is_cut_and_shown_as_cut():
    vocabulary = Vocabulary()
    text = vocabulary.text(vocabulary.code("x" * 1000))
    assert len(text) == Vocabulary.MAX_LENGTH
    assert text.endswith("x…")
    longest = "y" * Vocabulary.MAX_LENGTH
    assert vocabulary.text(vocabulary.code(longest)) == longest


# -- batches


def test_a_batch_is_as_long_as_its_times():
    batch = Batch("", positions(1, 2, 3), (Column("ax", np.zeros(3, np.float32), "m/s²"),))
    assert len(batch) == 3
    assert batch.breaks == ()


def side_by_side() -> SideBySide:
    return SideBySide((Side("a", "V"), Side("b", "")), np.arange(6.0).reshape(3, 2))


def test_columns_side_by_side_are_columns_for_whoever_asks() -> None:
    columns = side_by_side()
    assert len(columns) == 2
    assert [(column.name, column.unit, column.values.tolist()) for column in columns] == [
        ("a", "V", [0.0, 2.0, 4.0]),
        ("b", "", [1.0, 3.0, 5.0]),
    ]
    assert [column.name for column in columns[1:]] == ["b"]
    assert columns[-1].values.tolist() == [1.0, 3.0, 5.0]
    with pytest.raises(IndexError):
        columns[2]


@pytest.mark.parametrize("count", [0, 1, 5, FEW, FEW + 1, 1000])
def test_times_that_run_on_are_told_from_those_that_go_back(count: int) -> None:
    times = np.arange(count)
    assert is_ascending(times)
    assert is_ascending(times // 3)
    if count > 1:
        times[-1] = times[-2] - 1
        assert not is_ascending(times)
