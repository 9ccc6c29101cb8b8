from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.framing import line as line_module
from app.framing.line import LineFramer
from app.framing.options import Line
from app.quantities import ByteSize
from tests.app.framing.streams import Connection, Expected, assert_cut, assert_every_cut, chunks_of, cut, pieces_of


def reference(options: Line, data: bytes) -> Expected:
    expected = Expected()
    delimiter, position = options.delimiter_bytes, 0
    joining = options.first_frame == "drop"
    while (found := data.find(delimiter, position)) >= 0:
        payload, stop = data[position:found], found + len(delimiter)
        if delimiter == b"\n" and payload.endswith(b"\r"):
            payload = payload[:-1]
        if joining:
            expected.discard("joined in the middle", stop - position)
        elif len(payload) > options.max_frame:
            expected.discard("oversize", stop - position)
        else:
            expected.frames.append((payload, stop))
            expected.overhead += stop - position - len(payload)
        joining, position = False, stop
    # a rest is hopeless once no delimiter that begins in it can end a frame within the bound
    rest = len(data) - position
    hopeless = rest - (len(delimiter) - 1) > options.max_frame + (delimiter == b"\n")
    reason = "joined in the middle" if joining else "oversize" if hopeless else "truncated at EOF"
    expected.discard(reason, rest)
    return expected


def line(delimiter: str = "\n", max_frame: int = 1 << 20, *, drop: bool = False) -> Line:
    return Line(delimiter=delimiter, max_frame=ByteSize(max_frame), first_frame="drop" if drop else "whole")


def test_lines_are_cut_at_line_feeds_and_carriage_returns_before_them_are_overhead():
    seen = cut(LineFramer(line()), [b"one\ntwo\r\n\r\n\nthree\n"])
    assert seen.payloads == [b"one", b"two", b"", b"", b"three"]
    assert seen.overhead == 7


def test_only_one_carriage_return_belongs_to_the_delimiter():
    assert cut(LineFramer(line()), [b"a\r\r\nb\rc\n"]).payloads == [b"a\r", b"b\rc"]


def test_with_another_delimiter_a_carriage_return_is_payload():
    assert cut(LineFramer(line(";")), [b"a\r;b;"]).payloads == [b"a\r", b"b"]


@pytest.mark.parametrize(
    ("options", "data"),
    [
        (line(), b"1,2\r\n\r\n\n\r3,4\n5\r\r\n6"),
        (line(), b"\nab\r"),  # the byte before the first end is not the window's last one
        (line("\r\n"), b"a\r\nb\rc\r\r\n\n\r\n\r\nd\r"),
        (line("aab"), b"xaabaaabaaaabaabyaa"),
        (line("\n\n"), b"a\n\n\nb\n\n\n\n\nc\n"),
        (line("aa"), b"aaaxaaaaayaaa"),
        (line("\x00"), b"\x00abc\x00\x00d\x00"),
        (line("→"), "a→b→→c".encode() + b"\xe2\x86"),
        (line(drop=True), b"tail of one\nwhole\nnext\nrest"),
        (line("--", drop=True), b"-one-----two--x--"),
        (line(drop=True), b"no end at all"),
        (line(max_frame=4), b"1234\n12345\n1234\r\n12345\r\n\n1234567890\nok\n12345"),
        (line(max_frame=4), b"123456"),
        (line("<>", max_frame=3), b"abc<>abcd<>a<b<>a<bc<>abcdefgh<<>xyz<>abcde<"),
        (line("\n\n", max_frame=2), b"abcd\n\n\nab\n\nabcdef\n\n\n\n\nx\n\n"),
        (line("aa", max_frame=1), b"bbbbaaabaabaabbaaaaaaa"),
        (line(max_frame=2, drop=True), b"a long first one\nok\nlonger\nno"),
    ],
    ids=str,
)
def test_every_cut_gives_the_same_frames_and_the_same_account(options: Line, data: bytes):
    assert_every_cut(options, data, reference(options, data))


@settings(max_examples=300)
@given(st.data())
def test_random_streams_agree_with_the_plain_reference(data: st.DataObject):
    delimiter = data.draw(st.sampled_from(("\n", "\r\n", ";", "ab", "aa", "aba", "\x00\xff\x00", "∎")))
    options = line(delimiter, data.draw(st.integers(1, 12)), drop=data.draw(st.booleans()))
    alphabet = st.sampled_from([*delimiter, "\r", "x"]).map(
        lambda c: c.encode("latin-1") if ord(c) < 256 else c.encode()
    )
    stream = b"".join(data.draw(st.lists(alphabet, max_size=80)))
    pieces = data.draw(pieces_of(stream))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(line_module, "FEW_BYTES", data.draw(st.sampled_from((0, 16, 1 << 14))))
        assert_cut(options, pieces, reference(options, stream), together=data.draw(st.integers(1, 6)))


def test_delimiters_around_the_edges_of_the_searched_blocks_are_found():
    rng = random.Random(5)
    for delimiter in ("\n", "\r\n"):
        lengths = [65534, 0, 1, 65535, 65536, 10, 131072, *rng.choices(range(200), k=2000)]
        data = b"".join(b"x" * length + delimiter.encode() for length in lengths)
        options = line(delimiter)
        assert_cut(options, [data], reference(options, data))
        assert_cut(options, [data[:70000], data[70000:70001], data[70001:]], reference(options, data))


def test_a_delimiter_can_be_any_byte():
    for byte in range(256):
        options = line(chr(byte))
        other = bytes([byte ^ 1])
        data = other * 3 + bytes([byte]) + other + bytes([byte])
        assert cut(LineFramer(options), [data]).payloads == [other * 3, other]


def test_an_endless_line_waits_for_nothing_and_costs_no_memory():
    framer = LineFramer(line("\r\n", max_frame=1000))
    connection = Connection(framer)
    for chunk in chunks_of([b"x" * 700] * 200):
        connection.feed(chunk)
    assert connection.most_pending <= 1000 + 1
    assert framer._tail.capacity <= 8192
    assert framer.counts.discarded == {"oversize": 700 * 200 - 1}  # the last byte might begin the delimiter
    assert connection.end().discarded == {"oversize": 700 * 200}


def test_the_frame_behind_an_oversize_one_is_whole():
    seen = cut(LineFramer(line(max_frame=8)), [b"0123456789", b"0123456789", b"01\nwhole\n"])
    assert seen.payloads == [b"whole"]
    assert seen.discarded == {"oversize": 23}


def test_each_connection_drops_its_first_frame_anew():
    framer = LineFramer(line(drop=True))
    assert cut(framer, [b"mid\na\nb"]).payloads == [b"a"]
    assert cut(framer, [b"mi", b"d\nc\n"]).payloads == [b"c"]
    assert framer.counts.discarded == {"joined in the middle": 8, "truncated at EOF": 1}


def test_a_rest_of_one_connection_is_not_the_beginning_of_the_next_one():
    framer = LineFramer(line())
    assert cut(framer, [b"a\nlost"]).discarded == {"truncated at EOF": 4}
    assert cut(framer, [b"b\n"]).payloads == [b"b"]


def test_an_oversize_state_ends_with_its_connection():
    framer = LineFramer(line(max_frame=4))
    cut(framer, [b"far too long"])
    assert cut(framer, [b"next\n"]).payloads == [b"next"]


def test_frames_of_a_chunk_with_nothing_before_lie_in_the_chunk_itself():
    data = memoryview(b"one\ntwo\n")
    (chunk,) = chunks_of([data])
    assert np.shares_memory(
        np.frombuffer(LineFramer(line()).feed(chunk).buffer, np.uint8), np.frombuffer(data, np.uint8)
    )


class _CountingFramer(LineFramer):
    searched = 0

    def _positions(self, data, byte):
        self.searched += len(data)
        return super()._positions(data, byte)


def test_a_long_frame_in_single_bytes_is_searched_once_and_copied_a_few_times():
    framer = _CountingFramer(line("\r\n"))
    data = b"x" * 20_000 + b"\r\n"
    for chunk in chunks_of([data[i : i + 1] for i in range(len(data))]):
        framer.feed(chunk)
    assert framer.counts.frames == 1
    assert framer.searched <= 2 * len(data)
    assert framer._tail.copied <= 4 * len(data)


@pytest.mark.parametrize(
    ("options", "data", "delimiter"),
    [
        (line(), b"1,2\n\n3\n4", b"\n"),
        (line(";"), b"a;\r;b;", b";"),
        (line("--"), b"a--b--", b"--"),
        (line(), b"1\n2\r\n3\n", None),
        (line(max_frame=2), b"1\nlong\n3\n", None),
        (line(max_frame=2, drop=True), b"long\n1\n22\n", b"\n"),
    ],
    ids=str,
)
def test_frames_say_what_stands_between_them_where_it_is_the_same_everywhere(
    options: Line, data: bytes, delimiter: bytes | None
):
    framer = LineFramer(options)
    (chunk,) = chunks_of([data])
    frames = framer.feed(chunk)
    assert frames.delimiter == delimiter
    assert frames.part(1, len(frames)).delimiter == delimiter
    if delimiter is not None:
        between = [
            bytes(frames.buffer[a:b])
            for a, b in zip(frames.ends[:-1].tolist(), frames.starts[1:].tolist(), strict=True)
        ]
        assert set(between) == {delimiter}
