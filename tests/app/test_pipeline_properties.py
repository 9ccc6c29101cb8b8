"""Whatever comes, in whatever pieces and however it is processed: what a device's core keeps, counts and notices."""

from __future__ import annotations

from collections.abc import Set
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app import pipeline as module
from app.decoding.factory import DECODERS, make_decoder
from app.decoding.options import Arrival, Csv, DecodingOptions, Json, Struct, StructField
from app.framing.factory import FRAMERS, make_framer
from app.framing.options import Fixed, FramingOptions, Length, Line, QDataStreamBlocks, Sync
from app.pipeline import (
    BATCH_BYTES,
    BATCH_NS,
    FIRST_BATCH_BYTES,
    LEAST_BATCH_BYTES,
    MAX_MISMATCHES,
    TAIL_BYTES,
    Pipeline,
    fitting_batch,
)
from app.quantities import ByteSize
from app.stream import Chunk, End

SECOND = 1_000_000_000
JOINED = 64  # bytes, in place of a quarter of a megabyte
FRAMINGS: tuple[FramingOptions, ...] = (
    Line(max_frame=ByteSize(64)),
    Length(size=2, max_frame=ByteSize(64), on_violation="skip"),
    Length(size=4, max_frame=ByteSize(64), on_violation="reconnect"),
    Fixed(size=12),
    QDataStreamBlocks(max_frame=ByteSize(64)),
    Sync(word="A5 5A", max_frame=ByteSize(64)),
)
DECODINGS: tuple[DecodingOptions, ...] = (
    Csv(header=True),
    Csv(fields=("a", "b")),
    Json(),
    Json(by="class"),
    Struct(fields=(StructField(name="a", type="u32"), StructField(name="b", type="f64"))),
)
SEEDS = (
    b"1,2\n3,4\r\n",
    b'{"class":"A","x":1}\n{"y":[1,2]}\n',
    b"\x00\x0c" + bytes(12),
    b"\xa5\x5a\x02ab",
    b"\xff\xff\xff\xff",
)


def pipeline(framing: FramingOptions = Line(), decoding: DecodingOptions = Csv(fields=("a", "b"))) -> Pipeline:  # noqa: B008
    return Pipeline(
        make_framer(framing),
        make_decoder(decoding, Arrival()),
        history_ns=600 * SECOND,
        history_bytes=1 << 20,
        clock=lambda: 5 * SECOND,
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


@given(st.data())
@settings(max_examples=40)
def test_every_chunk_is_given_out_once_in_order_however_they_are_processed(data: st.DataObject) -> None:
    p, taken = pipeline(), []
    fed = chunks_of(data.draw(st.lists(st.binary(min_size=1, max_size=9), max_size=30)), 1)
    for chunk in fed:
        p.feed(chunk)
        if data.draw(st.booleans()):
            p.process()
        if data.draw(st.booleans()):
            taken += p.trail.take().read_ns.tolist()
    p.process()
    assert taken + p.trail.take().read_ns.tolist() == [chunk.read_ns for chunk in fed]


@settings(max_examples=40)
@given(st.lists(st.integers(1, 40_000), min_size=1, max_size=12))
def test_what_waits_is_processed_as_soon_as_it_is_a_batch_and_both_ends_of_the_stream_are_kept(
    sizes: list[int],
) -> None:
    stream = b"1234,5678\n" * (sum(sizes) // 10 + 1)
    places = [sum(sizes[:count]) for count in range(len(sizes) + 1)]
    p, waiting, batch = pipeline(), 0, FIRST_BATCH_BYTES
    for chunk in chunks_of([stream[a:b] for a, b in pairwise(places)], 1):
        waiting += len(chunk.data)
        is_full = waiting >= batch
        assert p.feed(chunk) == is_full
        assert p.waits != is_full
        if is_full:
            waiting, batch = 0, fitting_batch(batch, waiting, 0)
        assert p.head == stream[: min(chunk.stop, TAIL_BYTES)]
        assert p.raw_tail() == stream[: chunk.stop][-TAIL_BYTES:]
    p.process()
    assert p.sample_account().decoded == places[-1] // 10
    assert p.ledger().balanced


@given(byte_ns=st.floats(0, 2 * BATCH_NS / LEAST_BATCH_BYTES), first=st.integers(LEAST_BATCH_BYTES, BATCH_BYTES))
def test_batches_come_to_take_half_of_what_they_may_or_up_to_all_of_it_whatever_a_byte_costs(
    byte_ns: float, first: int
) -> None:
    """But for the bounds: none is larger than the largest, or smaller than the least."""
    batch = first
    for _ in range(10):
        batch = fitting_batch(batch, batch, round(batch * byte_ns))
    assert LEAST_BATCH_BYTES <= batch <= BATCH_BYTES
    assert round(batch * byte_ns) <= BATCH_NS or batch == LEAST_BATCH_BYTES
    assert round(batch * byte_ns) >= BATCH_NS // 2 - byte_ns or batch == BATCH_BYTES
    assert fitting_batch(batch, batch // 2, 0) == batch  # of one that was not full nothing follows for larger ones


# -- the validator: every framer with every decoder, whatever comes


def test_the_validator_covers_every_framer_and_decoder_of_the_factories() -> None:
    assert {type(options) for options in FRAMINGS} == set(FRAMERS)
    assert {type(options) for options in DECODINGS} == set(DECODERS)


PIECES = st.lists(st.one_of(st.binary(max_size=80), st.sampled_from(SEEDS)), min_size=1, max_size=12)


@pytest.mark.parametrize("decoding", DECODINGS, ids=lambda options: type(options).__name__)
@pytest.mark.parametrize("framing", FRAMINGS, ids=lambda options: type(options).__name__)
@given(connections=st.lists(PIECES, min_size=1, max_size=3), eager=st.booleans())
@settings(max_examples=25)
def test_the_ledger_balances_after_every_piece(
    framing: FramingOptions, decoding: DecodingOptions, connections: list[list[bytes]], eager: bool
) -> None:
    p = pipeline(framing, decoding)
    sent = 0
    for number, pieces in enumerate(connections, start=1):
        fed = chunks_of([piece for piece in pieces if piece] or [b"."], number)
        for chunk in fed:
            p.feed(chunk)
            sent += len(chunk.data)
            if eager:
                p.process()
            assert p.ledger().failures() == p.failures() == ()
        p.end(End(fed[-1].stop, number, "closed by the device", fed[-1].read_ns + 1))
        assert p.ledger().failures() == p.failures() == ()
    assert p.received == sent
    assert p.pending == 0
