from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.framing.checksums import CHECKSUMS, Checksum
from app.framing.options import Sync
from app.framing.sync import CREDIT_PER_BYTE, MOST_CREDIT, SyncFramer
from app.quantities import ByteSize
from tests.app.framing.streams import (
    Connection,
    Expected,
    assert_cut,
    assert_every_cut,
    chunks_of,
    cut,
    damaged,
    every_cut,
    pieces_of,
    read_time,
)


def sync(word: str = "A5 5A", **changes) -> Sync:
    return Sync(**{"word": word, "max_frame": ByteSize(100), **changes})


def encoded(options: Sync, payload: bytes) -> bytes:
    covered = len(payload).to_bytes(options.length_size, options.order) + payload
    checksum = CHECKSUMS.get(options.checksum)
    trailer = checksum.compute(memoryview(covered)).to_bytes(checksum.size, options.order) if checksum else b""
    return options.word_bytes + covered + trailer


def reference(options: Sync, data: bytes) -> Expected:
    """Each byte of a good frame, or with a reason of its own: the newest failure that reaches it, of those that went
    beyond all before."""
    expected, word = Expected(), options.word_bytes
    checksum = CHECKSUMS.get(options.checksum)
    head, trailer = len(word) + options.length_size, checksum.size if checksum else 0
    position, claims, reach = 0, {}, 0

    def claim(reason: str, stop: int) -> None:
        nonlocal reach
        if stop > reach:
            claims.update(dict.fromkeys(range(position, stop), reason))
            reach = stop

    while position < len(data):
        begin = data[position : position + head]
        length = int.from_bytes(begin[len(word) :], options.order)
        stop = position + head + length + trailer
        if not (begin.startswith(word) or word.startswith(begin)):
            pass
        elif len(begin) == head and length > options.max_frame:
            claim("oversize", position + len(word))
        elif len(begin) < head or stop > len(data):
            claim("truncated at EOF", len(data))
            if checksum is None:
                expected.discard("truncated at EOF", len(data) - position)
                break
        elif data[position:stop] == encoded(options, data[position + head : stop - trailer]):
            expected.frames.append((data[position + head : stop - trailer], stop))
            expected.overhead += head + trailer
            position, reach = stop, 0
            claims.clear()
            continue
        else:
            claim("checksum", stop)
        expected.discard(claims.get(position, "resync"), 1)
        position += 1
    return expected


OPTIONS = [
    sync(),
    sync(checksum="none"),
    sync(checksum="crc16-modbus", length_size=2),
    sync("A5", checksum="crc32", order="big", length_size=2),
    sync("AA AA", checksum="sum8"),
    sync("00 01 00", checksum="xor8", length_size=4),
    sync("A5", checksum="xor8"),
]


@pytest.mark.parametrize("options", OPTIONS, ids=str)
def test_every_cut_gives_the_same_frames_and_the_same_account(options: Sync):
    frames = [encoded(options, payload) for payload in (b"one", b"", options.word_bytes * 3, b"\xa5" * 9)]
    bad = bytearray(frames[0])
    bad[-1] ^= 0x10
    data = (
        b"\xa5junk" + frames[0] + frames[1] + bytes(bad) + frames[2] + options.word_bytes + frames[3] + frames[0][:-1]
    )
    assert_every_cut(options, data, reference(options, data))


@settings(max_examples=400)
@given(st.data())
def test_random_and_damaged_streams_agree_with_the_plain_reference(data: st.DataObject):
    options = data.draw(st.sampled_from(OPTIONS))
    nasty = st.lists(st.sampled_from((*options.word_bytes, 0, 1, 3, 200)), max_size=12).map(bytes)
    piece = st.one_of(nasty.map(lambda payload: encoded(options, payload)), st.just(options.word_bytes), nasty)
    stream = data.draw(damaged(b"".join(data.draw(st.lists(piece, max_size=8)))))
    pieces = data.draw(pieces_of(stream))
    assert_cut(options, pieces, reference(options, stream), together=data.draw(st.integers(1, 6)))


def test_a_sound_stream_is_framed_whole_and_nothing_is_searched():
    options = sync()
    seen = cut(SyncFramer(options), [b"".join(encoded(options, bytes([i]) * i) for i in range(50))])
    assert seen.payloads == [bytes([i]) * i for i in range(50)]
    assert seen.overhead == 50 * 5
    assert not seen.discarded


@pytest.mark.parametrize("place", range(5 + 8))
def test_a_damaged_byte_costs_its_own_frame_alone(place: int):
    options = sync()
    good = [encoded(options, b"payload%d" % i) for i in range(9)]
    bad = bytearray(good[3])
    bad[place] ^= 0xFF
    seen = cut(SyncFramer(options), [b"".join([*good[:3], bytes(bad), *good[4:]])])
    assert seen.payloads == [b"payload%d" % i for i in range(9) if i != 3]
    assert sum(seen.discarded.values()) == len(bad)


def test_a_false_sync_word_does_not_cost_the_frame_that_its_length_claims():
    options = sync()
    false = options.word_bytes + b"\x20"  # claims the 34 bytes behind it
    good = [encoded(options, b"abcdef"), encoded(options, b"ghijkl"), encoded(options, bytes(40))]
    seen = cut(SyncFramer(options), [false + b"".join(good)])
    assert seen.payloads == [b"abcdef", b"ghijkl", bytes(40)]
    assert seen.discarded == {"checksum": 3}


def test_a_byte_lost_in_one_frame_does_not_cost_the_next():
    options = sync()
    first, second = encoded(options, b"abcdef"), encoded(options, b"ghijkl")
    seen = cut(SyncFramer(options), [first[:5] + first[6:] + second])
    assert seen.payloads == [b"ghijkl"]


def test_a_word_that_overlaps_itself_is_found_at_each_place():
    options = sync("AA AA")
    assert cut(SyncFramer(options), [b"\xaa" + encoded(options, b"x" * 60)]).payloads == [b"x" * 60]


def test_bytes_before_a_word_are_resync_and_those_of_a_failed_frame_are_checksum():
    options = sync()
    bad = encoded(options, b"damaged")[:-1] + b"!"
    seen = cut(SyncFramer(options), [b"noise" + bad + b"hum" + encoded(options, b"good")])
    assert seen.discarded == {"resync": 8, "checksum": len(bad)}


def test_an_impossible_length_costs_the_word_and_the_search_goes_on():
    options = sync(max_frame=ByteSize(16))
    seen = cut(SyncFramer(options), [options.word_bytes + b"\xff" + encoded(options, b"good")])
    assert seen.payloads == [b"good"]
    assert seen.discarded == {"oversize": 2, "resync": 1}


def test_garbage_does_not_wait():
    framer = SyncFramer(sync())
    framer.feed(next(chunks_of([b"no word here " * 1000])))
    assert framer.pending == 0
    framer.feed(next(chunks_of([b"but its first byte \xa5"])))
    assert framer.pending == 1


def test_the_end_finds_frames_behind_a_false_length_with_the_times_of_their_reads():
    options = sync()
    framer = SyncFramer(options)
    connection = Connection(framer)
    for chunk in chunks_of([options.word_bytes + b"\x60", encoded(options, b"a"), encoded(options, b"b"), b"\xa5"]):
        connection.feed(chunk)
    assert connection.payloads == []
    seen = connection.end()
    assert seen.payloads == [b"a", b"b"]
    assert seen.read_ns == [read_time(1), read_time(2)]
    assert seen.discarded == {"truncated at EOF": 4}


def test_frames_held_back_by_a_false_length_keep_the_times_of_their_reads():
    options = sync(max_frame=ByteSize(64))
    frame = encoded(options, b"a")
    seen = cut(SyncFramer(options), [options.word_bytes + b"\x3c", *[frame] * 30])
    assert seen.payloads == [b"a"] * 30
    assert seen.read_ns == [read_time(index) for index in range(1, 31)]


def test_without_a_checksum_the_end_does_not_look_for_frames_in_a_truncated_one():
    options = sync(checksum="none")
    truncated = options.word_bytes + b"\x20" + encoded(options, b"inner")
    seen = cut(SyncFramer(options), [encoded(options, b"whole") + truncated])
    assert seen.payloads == [b"whole"]
    assert seen.discarded == {"truncated at EOF": len(truncated)}


def test_what_waits_is_less_than_the_longest_frame():
    options = sync(max_frame=ByteSize(40))
    data = encoded(options, bytes(40)) * 2 + options.word_bytes + b"\x28" + b"\xa5" * 100
    assert all(cut(SyncFramer(options), pieces).most_pending < 45 for pieces in every_cut(data))


def _counted(monkeypatch: pytest.MonkeyPatch, name: str) -> list[int]:
    checked: list[int] = []

    def compute(data: memoryview, plain: Checksum = CHECKSUMS[name]) -> int:
        checked.append(len(data))
        return plain.compute(data)

    monkeypatch.setitem(CHECKSUMS, name, Checksum(CHECKSUMS[name].size, compute))
    return checked


def test_overlapping_false_frames_cost_work_in_proportion_to_the_bytes(monkeypatch: pytest.MonkeyPatch):
    checked = _counted(monkeypatch, "crc16-ccitt")
    hostile = b"\xa5\x5a" * (100 << 10)  # each word's length is the next one: 23 205 bytes to check for each two
    options = sync(length_size=2, max_frame=ByteSize(64 << 10))
    seen = cut(SyncFramer(options), [hostile])
    assert sum(checked) <= MOST_CREDIT + CREDIT_PER_BYTE * len(hostile)
    assert set(seen.discarded) == {"checksum", "truncated at EOF"}


def test_what_is_checked_in_a_hostile_stream_does_not_depend_on_its_pieces(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("app.framing.sync.MOST_CREDIT", 0)
    options = sync("A5", length_size=1, max_frame=ByteSize(200))
    hostile = b"\xa5" * 600 + encoded(options, b"good") + b"\xa5" * 200
    whole, *others = (
        cut(SyncFramer(options), [hostile[i : i + size] for i in range(0, len(hostile), size)])
        for size in (2000, 1, 7, 333)
    )
    assert whole.payloads == [b"good"]
    assert whole.discarded["too many sync words"] > 0
    for other in others:
        assert (other.payloads, other.discarded) == (whole.payloads, whole.discarded)


def test_a_good_frame_behind_a_hostile_flood_is_found():
    options = sync(length_size=2, max_frame=ByteSize(64 << 10))
    flood = b"\xa5\x5a" * (40 << 10)
    seen = cut(SyncFramer(options), [flood + encoded(options, b"good") + bytes(64 << 10)])
    assert seen.payloads == [b"good"]


def test_a_long_frame_in_single_bytes_is_checked_once_and_copied_a_few_times(monkeypatch: pytest.MonkeyPatch):
    options = sync(length_size=2, max_frame=ByteSize(20_000))
    data = encoded(options, bytes(20_000))
    checked = _counted(monkeypatch, "crc16-ccitt")
    framer = SyncFramer(options)
    for chunk in chunks_of([data[i : i + 1] for i in range(len(data))]):
        framer.feed(chunk)
    assert framer.counts.frames == len(checked) == 1
    assert framer._tail.copied <= 4 * len(data)


def test_a_candidate_of_one_connection_does_not_wait_for_the_next_one():
    options = sync()
    framer = SyncFramer(options)
    frame = encoded(options, b"split over two connections")
    assert cut(framer, [frame[:10]]).discarded == {"truncated at EOF": 10}
    seen = cut(framer, [frame[10:] + encoded(options, b"next")])
    assert seen.payloads == [b"next"]
    assert seen.discarded == {"resync": len(frame) - 10}


@settings(max_examples=60)
@given(st.data())
def test_any_hostile_stream_costs_work_in_proportion_and_hides_no_frame_of_the_future(data: st.DataObject):
    """Words whose false lengths overlap: what is checked is bounded whatever the pieces, and what is counted does not
    depend on them. A good frame that comes when the flood is over is framed."""
    options = sync("A5", length_size=1, max_frame=ByteSize(200))
    flood = b"".join(data.draw(st.lists(st.sampled_from((b"\xa5" * 90, b"\xa5\xc8", b"\xa5\x00", b"x")), max_size=12)))
    stream = flood + bytes(300) + encoded(options, b"good")
    counts = []
    for pieces in ([stream], data.draw(pieces_of(stream))):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("app.framing.sync.MOST_CREDIT", 0)
            checked = _counted(patch, "crc16-ccitt")
            seen = cut(SyncFramer(options), pieces)
        most = 2 * (options.max_frame + 4)  # the credit to begin with
        assert sum(checked) <= most + CREDIT_PER_BYTE * len(stream) + 2 * len(b"good")
        assert seen.payloads[-1:] == [b"good"]
        counts.append((seen.payloads, seen.discarded))
    assert counts[0] == counts[1]
