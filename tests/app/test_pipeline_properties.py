"""Whatever comes, in whatever pieces and however it is processed: what a device's core keeps, counts and notices."""

from __future__ import annotations

from collections.abc import Set
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app import pipeline as module
from app.decoding.factory import make_decoder
from app.decoding.options import Arrival, Csv
from app.framing.factory import make_framer
from app.framing.options import Line
from app.pipeline import MAX_MISMATCHES, TAIL_BYTES, Pipeline
from app.stream import Chunk, End

SECOND = 1_000_000_000
JOINED = 64  # bytes, in place of a quarter of a megabyte


def pipeline() -> Pipeline:
    decoder = make_decoder(Csv(fields=("a", "b")), Arrival())
    return Pipeline(
        make_framer(Line()), decoder, history_ns=600 * SECOND, history_bytes=1 << 20, clock=lambda: 5 * SECOND
    )


def chunks_of(pieces: list[bytes], connection: int, *, whole: Set[int] = frozenset()) -> list[Chunk]:
    """Those at the places in `whole` are messages with a boundary at their end."""
    made, offset = [], 0
    for place, piece in enumerate(pieces):
        read = connection * SECOND + place * 1_000_000
        ends = (len(piece),) if place in whole else None
        made.append(Chunk(memoryview(piece), offset, connection, read, read - 1000, ends=ends))
        offset += len(piece)
    return made


LINES = st.lists(st.tuples(st.integers(0, 999), st.integers(0, 999)), max_size=60)
STEPS = st.sampled_from(["", "", "process", "clear", "share"])


@settings(max_examples=60)
@given(data=st.data(), connections=st.lists(LINES, min_size=1, max_size=3))
def test_every_row_is_stored_once_whatever_the_pieces_and_whenever_they_are_processed(
    data: st.DataObject, connections: list[list[tuple[int, int]]]
) -> None:
    p, all_bytes, rows = pipeline(), b"", 0
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "JOIN_BYTES", JOINED)
        for number, lines in enumerate(connections, start=1):
            stream = b"".join(b"%d,%d\n" % line for line in lines)
            places = sorted(data.draw(st.sets(st.integers(0, len(stream)), max_size=9)) | {0, len(stream)})
            pieces = [stream[a:b] for a, b in pairwise(places)]
            whole = data.draw(st.sets(st.integers(0, max(len(pieces) - 1, 0)), max_size=2))
            for chunk in chunks_of(pieces, number, whole=whole):
                p.feed(chunk)
                all_bytes += bytes(chunk.data)
                assert p.head == stream[: min(chunk.stop, TAIL_BYTES)]
                assert p.raw_tail() == all_bytes[-TAIL_BYTES:]
                take_step(p, data.draw(STEPS))
                assert p.ledger().balanced
            p.end(End(len(stream), number, "closed by the device", number * SECOND + 500_000_000))
            rows += len(lines)
            assert p.sample_account().decoded == rows
            assert (p.pending, p.connection, p.mismatches) == (0, number, [])
    assert p.ledger().balanced


def take_step(p: Pipeline, step: str) -> None:
    if step == "process":
        p.process()
        assert p.pending == p.framer.pending
        assert p.process() == 0
    elif step == "clear":
        p.clear()
        assert p.sample_account().in_history == 0
    elif step == "share":
        p.set_history_bytes(dict.fromkeys(p.tables, 1 << 16))


@given(st.lists(st.binary(min_size=1, max_size=9), min_size=2, max_size=60), st.data())
def test_a_chunk_that_is_lost_or_doubled_or_out_of_its_order_is_noticed_and_never_mended_in_silence(
    pieces: list[bytes], data: st.DataObject
) -> None:
    sound = chunks_of(pieces, 1)
    place = data.draw(st.integers(0, len(sound) - 2))
    fault = data.draw(st.sampled_from(["lose", "double", "swap", "early end", "behind the end", "nothing"]))
    fed = {
        "lose": sound[:place] + sound[place + 1 :],
        "double": sound[: place + 1] + sound[place:],
        "swap": [*sound[:place], sound[place + 1], sound[place], *sound[place + 2 :]],
        "early end": sound[: place + 1],
        "behind the end": sound,
        "nothing": sound,
    }[fault]
    p = pipeline()
    for chunk in fed:
        p.feed(chunk)
    p.end(End(sound[-1].stop, 1, "closed by the device", 2 * SECOND))
    if fault == "behind the end":
        fed = [*sound, sound[place]]
        p.feed(sound[place])
        assert p.mismatches == [f"chunk at byte {sound[place].offset} of connection 1, expected a new connection"]
    assert bool(p.mismatches) == (fault != "nothing")
    assert p.ledger().balanced == (fault == "nothing")
    assert p.received == sum(len(chunk.data) for chunk in fed)


@given(st.integers(1, 3 * MAX_MISMATCHES))
def test_a_stream_that_never_fits_is_told_of_so_often_and_no_more(count: int) -> None:
    p = pipeline()
    for place in range(1, count + 1):
        p.feed(Chunk(memoryview(b"1,2\n"), 1000 * place, 1, SECOND, SECOND - 1))
    assert len(p.mismatches) == min(count, MAX_MISMATCHES)
    assert p.received == 4 * count
