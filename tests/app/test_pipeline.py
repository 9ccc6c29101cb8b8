"""A device's core: bytes in, history out, and an account that every lost, doubled or eaten byte unbalances."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from app.decoding.contract import Decoder
from app.decoding.factory import make_decoder
from app.decoding.options import Arrival, Csv, FieldTime
from app.framing.contract import Framer
from app.framing.factory import make_framer
from app.framing.line import LineFramer
from app.framing.options import FramingOptions, Line
from app.pipeline import (
    BATCH_BYTES,
    BATCH_NS,
    FIRST_BATCH_BYTES,
    LEAST_BATCH_BYTES,
    Pipeline,
    fitting_batch,
    parts_between_losses,
)
from app.quantities import ByteSize
from app.stream import Chunk, End, Frames

SECOND = 1_000_000_000


def pipeline(framing: FramingOptions = Line()) -> Pipeline:  # noqa: B008
    return of(make_framer(framing), make_decoder(Csv(fields=("a", "b")), Arrival()))


def of(framer: Framer, decoder: Decoder) -> Pipeline:
    return Pipeline(framer, decoder, history_ns=600 * SECOND, history_bytes=1 << 20)


def chunks(pieces: Sequence[bytes], connection: int = 1, start_ns: int = SECOND) -> list[Chunk]:
    made, offset = [], 0
    for number, piece in enumerate(pieces):
        read = start_ns + number * 1_000_000
        made.append(Chunk(memoryview(piece), offset, connection, read, read - 1000))
        offset += len(piece)
    return made


def end_of(fed: Sequence[Chunk], reason: str = "closed by the device") -> End:
    last = fed[-1]
    return End(last.stop, last.connection, reason, last.read_ns + 1)


LINES = [b"1,2\n", b"3,4\n5,6\n", b"7,", b"8\n", b"9,10\n"]


def test_rows_are_stored_in_order_whatever_the_pieces() -> None:
    p = pipeline()
    for chunk in chunks(LINES):
        p.feed(chunk)
    p.process()
    table = p.tables[""]
    assert table.in_history == 5
    assert [table.last_value(0), table.last_value(1)] == [9, 10]
    assert p.ledger().failures() == ()


def test_small_chunks_wait_until_they_are_processed() -> None:
    p = pipeline()
    p.feed(chunks([b"1,2\n"])[0])
    assert (p.received, p.pending, p.tables) == (4, 4, {})
    assert p.ledger().balanced
    assert p.process() == 1
    assert p.pending == 0
    assert p.process() == 0


def test_a_flood_is_processed_at_once_so_that_nothing_piles_up() -> None:
    p = pipeline()
    piece = b"1,2\n" * (BATCH_BYTES // 16)
    for chunk in chunks([piece] * 10):
        p.feed(chunk)
        assert p.pending < BATCH_BYTES
    p.process()
    assert p.ledger().balanced
    assert p.tables[""].appended == 10 * BATCH_BYTES // 16


def test_a_batch_that_took_too_long_is_followed_by_smaller_ones() -> None:
    batch = BATCH_BYTES
    for _ in range(10):
        batch = fitting_batch(batch, batch, BATCH_NS + 1)
    assert batch == LEAST_BATCH_BYTES
    assert fitting_batch(BATCH_BYTES, 40_000, BATCH_NS + 1) == 20_000  # a refresh that came before the batch was full


def test_batches_grow_while_they_are_cheap() -> None:
    batch = FIRST_BATCH_BYTES
    for _ in range(10):
        batch = fitting_batch(batch, batch, BATCH_NS // 2 - 1)
    assert batch == BATCH_BYTES


def test_a_batch_that_was_not_full_says_nothing_of_larger_ones() -> None:
    assert fitting_batch(FIRST_BATCH_BYTES, 100, 0) == FIRST_BATCH_BYTES
    assert fitting_batch(FIRST_BATCH_BYTES, FIRST_BATCH_BYTES, BATCH_NS // 2) == FIRST_BATCH_BYTES


def test_bytes_that_cost_much_are_processed_in_small_batches() -> None:
    times = iter(range(0, 1 << 60, BATCH_NS + 1))
    p = Pipeline(
        make_framer(Line()),
        make_decoder(Csv(fields=("a", "b")), Arrival()),
        history_ns=SECOND,
        history_bytes=1 << 20,
        clock=lambda: next(times),
    )
    for number, chunk in enumerate(chunks([b"1,2\n" * 256] * 200)):
        p.feed(chunk)
        assert p.pending < (FIRST_BATCH_BYTES if number < 40 else LEAST_BATCH_BYTES)


def test_the_end_counts_what_was_cut_off_and_leaves_a_gap_with_its_cause() -> None:
    p = pipeline()
    fed = chunks([b"1,2\n3,"])
    p.feed(fed[0])
    p.end(end_of(fed, "reset by the device"))
    assert dict(p.byte_account().discarded) == {"truncated at EOF": 2}
    assert [gap.cause for gap in p.tables[""].gaps(0, 10 * SECOND)] == ["reset by the device"]
    assert p.ledger().balanced


def test_a_second_connection_goes_on_in_the_same_tables_behind_the_gap() -> None:
    p = pipeline()
    first = chunks([b"1,2\n"])
    p.feed(first[0])
    p.end(end_of(first))
    p.feed(chunks([b"3,4\n"], connection=2, start_ns=5 * SECOND)[0])
    p.process()
    gap = p.tables[""].gaps(0, 10 * SECOND)[0]
    assert (gap.start_ns, gap.end_ns) == (SECOND, 5 * SECOND)
    assert p.tables[""].in_history == 2
    assert p.ledger().balanced


def test_head_and_tail_show_the_first_and_the_newest_bytes() -> None:
    p = pipeline()
    for chunk in chunks([b"first\n", b"x" * 9000, b"\nlast\n"]):
        p.feed(chunk)
    assert p.head.startswith(b"first\nxxx")
    assert p.raw_tail().endswith(b"xxx\nlast\n")
    p.process()
    assert p.raw_tail().endswith(b"xxx\nlast\n")
    assert len(p.raw_tail()) == len(p.head) == 4096


@pytest.mark.parametrize("between", [1, 3, 50, 10_000])
def test_the_tail_has_no_hole_however_small_the_chunks_are(between: int) -> None:
    lines = [b"%d,0\n" % number for number in range(1200)]
    p, whole = pipeline(), b"".join(lines)
    for number, chunk in enumerate(chunks(lines), 1):
        p.feed(chunk)
        if number % between == 0:
            p.process()
    assert p.raw_tail() == whole[-4096:]
    p.process()
    assert p.raw_tail() == whole[-4096:]


def test_an_exception_at_the_end_of_a_connection_does_not_join_its_rest_to_the_next_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    p = pipeline()
    first = chunks([b"1,2\n3,4\n5", b"6"])
    for chunk in first:
        p.feed(chunk)
    with monkeypatch.context() as broken:
        broken.setattr(p.decoder, "decode", _raise)
        with pytest.raises(RuntimeError, match="a fault of ours"):
            p.end(end_of(first))
    for chunk in chunks([b"7,8\n"], connection=2):
        p.feed(chunk)
    p.process()
    table = p.tables[""]
    assert (table.in_history, table.last_value(0)) == (1, 7.0)
    assert [failure.partition(":")[0] for failure in p.ledger().failures()] == ["frames"]


def _raise(_frames: Frames) -> None:
    raise RuntimeError("a fault of ours")


# -- mutations: each must unbalance the ledger


def test_a_dropped_chunk_is_a_failure() -> None:
    p = pipeline()
    fed = chunks(LINES)
    for chunk in [*fed[:2], *fed[3:]]:
        p.feed(chunk)
    p.process()
    assert "expected byte 12" in p.ledger().failures()[0]


def test_a_repeated_chunk_is_a_failure() -> None:
    p = pipeline()
    fed = chunks(LINES)
    for chunk in [*fed[:2], fed[1], *fed[2:]]:
        p.feed(chunk)
    assert not p.ledger().balanced


def test_a_dropped_end_is_a_failure() -> None:
    p = pipeline()
    p.feed(chunks(LINES)[0])
    p.feed(chunks(LINES, connection=2)[0])
    assert not p.ledger().balanced


def test_an_end_that_overtakes_a_chunk_is_a_failure() -> None:
    p = pipeline()
    fed = chunks(LINES)
    p.feed(fed[0])
    p.end(end_of(fed))
    assert not p.ledger().balanced


class EatingFramer(LineFramer):
    """Eats the last byte of its first chunk."""

    eaten = False

    def feed(self, chunk: Chunk) -> Frames:
        if not self.eaten:
            self.eaten = True
            data = chunk.data[:-1]
            chunk = Chunk(data, chunk.offset, chunk.connection, chunk.read_ns, chunk.known_empty_ns)
        return super().feed(chunk)


def test_a_byte_eaten_in_a_framer_is_a_failure() -> None:
    p = of(EatingFramer(Line()), make_decoder(Csv(fields=("a", "b")), Arrival()))
    for chunk in chunks(LINES):
        p.feed(chunk)
        p.process()
    assert p.ledger().failures()[0].startswith("bytes: received 21 is not")


class ForgetfulDecoder:
    """Hands on all frames but the last of each call."""

    def __init__(self, decoder: Decoder) -> None:
        self.decoder = decoder
        self.counts = decoder.counts
        self.axis = decoder.axis

    def decode(self, frames: Frames) -> list[object]:
        return list(self.decoder.decode(frames.part(0, len(frames) - 1)))

    def end(self) -> None:
        self.decoder.end()


def test_a_frame_lost_before_the_decoder_is_a_failure() -> None:
    p = of(make_framer(Line()), ForgetfulDecoder(make_decoder(Csv(fields=("a", "b")), Arrival())))  # type: ignore[arg-type]
    p.feed(chunks([b"1,2\n3,4\n"])[0])
    p.process()
    assert p.ledger().failures()[0].startswith("frames: framed 2 is not decoded 1")


def test_a_row_lost_before_the_store_is_a_failure() -> None:
    p = pipeline()
    p.feed(chunks([b"1,2\n"])[0])
    p.decoder.counts.samples += 1
    p.process()
    assert p.ledger().failures()[0].startswith("samples: decoded 2 is not in history 1")


def test_a_sum_that_does_not_hold_is_told_by_the_quick_look_as_by_the_whole_account() -> None:
    def eat(p: Pipeline) -> None:
        p.received += 1

    def forget(p: Pipeline) -> None:
        p.decoder.counts.decoded -= 1

    def invent(p: Pipeline) -> None:
        p.decoder.counts.samples += 1

    def mismatch(p: Pipeline) -> None:
        p.mismatches.append("chunk at byte 7")

    for harm in (eat, forget, invent, mismatch):
        p = pipeline()
        p.feed(chunks([b"1,2\nx,y\n3,4\n5"])[0])
        p.process()
        assert p.failures() == ()
        harm(p)
        assert p.failures() == p.ledger().failures() != ()


# -- losses are gaps


def test_rows_on_both_sides_of_a_loss_do_not_join() -> None:
    p = pipeline(Line(max_frame=ByteSize(8)))
    p.feed(chunks([b"1,2\n3,4\n" + b"x" * 40 + b"\n5,6\n"])[0])
    p.process()
    gaps = p.tables[""].gaps(0, 10 * SECOND)
    assert [gap.cause for gap in gaps] == ["discarded 41 bytes: oversize"]
    assert p.tables[""].in_history == 3


def test_a_loss_that_began_in_an_earlier_feed_leaves_a_gap_before_the_next_row() -> None:
    p = pipeline(Line(max_frame=ByteSize(8)))
    for chunk in chunks([b"1,2\n", b"x" * 40, b"xx\n3,4\n"]):
        p.feed(chunk)
        p.process()
    gaps = p.tables[""].gaps(0, 10 * SECOND)
    assert len(gaps) == 1
    assert gaps[0].cause.startswith("discarded")
    assert gaps[0].end_ns == SECOND + 2_000_000


@pytest.mark.parametrize(
    ("stream", "parts"),
    [
        (b"a\nb\n" + b"x" * 20 + b"\nc\n", [(0, 2, False), (2, 3, True)]),
        (b"x" * 20 + b"\na\nb\n", [(0, 2, True)]),
        (b"a\nb\n" + b"x" * 20, [(0, 2, False), (2, 2, True)]),
        (b"x" * 20, [(0, 0, True)]),
    ],
)
def test_frames_are_parted_where_bytes_were_discarded(stream: bytes, parts: list[tuple[int, int, bool]]) -> None:
    framer = make_framer(Line(max_frame=ByteSize(8)))
    frames = framer.feed(chunks([stream])[0])
    assert parts_between_losses(frames, framer.counts.discarded.total()) == parts


# -- how old the data is


def test_a_chunk_is_stamped_where_it_is_taken_and_where_it_is_stored() -> None:
    times = iter((11, 12, 20, 30, 40, 50, 60))
    p = Pipeline(
        make_framer(Line()),
        make_decoder(Csv(fields=("a", "b")), Arrival()),
        history_ns=SECOND,
        history_bytes=1 << 20,
        clock=lambda: next(times),
    )
    first, second, third = chunks([b"1,2\n", b"3,4", b"\n5,6\n"])
    p.feed(first)
    p.feed(second)
    p.process()  # from 20 to 30
    p.feed(third)
    p.process()  # from 50 to 60
    stamps = p.trail.take()
    assert stamps.received_ns.tolist() == [11, 12, 40]
    assert stamps.stored_ns.tolist() == [30, 30, 60]
    assert stamps.sizes.tolist() == [4, 3, 5]
    assert stamps.read_ns.tolist() == [chunk.read_ns for chunk in (first, second, third)]
    assert stamps.known_empty_ns.tolist() == [chunk.known_empty_ns for chunk in (first, second, third)]
    assert stamps.sent_ns.tolist() == [-1, -1, -1]


def test_chunks_that_are_joined_keep_each_its_own_sending_time() -> None:
    p = of(make_framer(Line()), make_decoder(Csv(fields=("t", "b")), FieldTime(field="t", unit="ns", epoch="boot")))
    for chunk in chunks([b"70,1\n80,1\n", b"90", b",1\n", b"x,1\n"]):
        p.feed(chunk)
    p.process()
    assert p.trail.take().sent_ns.tolist() == [80, -1, 90, -1]


def test_chunks_of_a_batch_that_raised_are_given_out_too(monkeypatch: pytest.MonkeyPatch) -> None:
    p = pipeline()
    p.feed(chunks([b"1,2\n"])[0])
    monkeypatch.setattr(p.decoder, "decode", _raise)
    with pytest.raises(RuntimeError):
        p.process()
    assert len(p.trail.take()) == 1
