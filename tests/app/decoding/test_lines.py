"""Frames as lines, one by one or in one piece."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.decoding.lines import Lines, joined
from app.stream import Frames
from tests.app.decoding.streams import frames_of

PAYLOADS = [b"one", b"", b"three", b"4"]


def cut(text):
    return [text.data[a:b] for a, b in zip(text.starts.tolist(), text.ends.tolist(), strict=True)]


@pytest.mark.parametrize("delimiter", [b"\n", b"\r\n", b";", b"", b"--", b"a\n", b"1234"])
def test_a_piece_holds_the_lines_whatever_stands_between_them(delimiter):
    lines = Lines(frames_of(PAYLOADS, delimiter, lead=b"xx"))
    assert cut(lines.text(0, 4)) == PAYLOADS
    assert cut(lines.text(2, 4)) == PAYLOADS[2:]
    assert lines.lines(1, 3) == PAYLOADS[1:3]


@pytest.mark.parametrize("delimiter", [b"\n", b"\r\n", b";"])
def test_lines_behind_each_other_are_one_slice_of_the_buffer(delimiter):
    text = Lines(frames_of(PAYLOADS, delimiter)).text(0, 4)
    assert text.data == delimiter.join(PAYLOADS)
    assert text.delimiter == delimiter[-1:]


def test_lines_with_different_bytes_between_them_are_joined_anew():
    data = memoryview(b"a1b2c")
    places = np.array([0, 2, 4], np.int64)
    text = Lines(Frames(data, places, places + 1, places, places)).text(0, 3)
    assert text.data == b"a\nb\nc"


def test_one_line_is_a_piece_too():
    assert cut(Lines(frames_of([b"only"])).text(0, 1)) == [b"only"]


def test_parts_and_picks_are_lines_again():
    lines = Lines(frames_of(PAYLOADS, read_ns=[1, 2, 3, 4]))
    assert lines.part(0, 4) is lines
    assert lines.part(1, 3).lines(0, 2) == [b"", b"three"]
    picked = lines.picked(np.array([0, 3]))
    assert picked.lines(0, 2) == [b"one", b"4"]
    assert picked.frames.read_ns.tolist() == [1, 4]
    assert lines.picked(np.arange(4)) is lines


@given(st.lists(st.binary(max_size=5), min_size=1, max_size=20))
def test_joined_lines_keep_their_bounds(payloads):
    assert cut(joined(payloads)) == payloads


def test_what_the_framer_knows_to_stand_between_the_lines_is_believed():
    payloads = [b"1", b"22", b"333"]
    plain = frames_of(payloads, b"\n")
    known = Frames(plain.buffer, plain.starts, plain.ends, plain.wire_lengths, plain.read_ns, delimiter=b"\n")
    text = Lines(known).text(1, 3)
    assert (cut(text), text.delimiter) == (payloads[1:], b"\n")
    wide = frames_of(payloads, b"--")
    known = Frames(wide.buffer, wide.starts, wide.ends, wide.wire_lengths, wide.read_ns, delimiter=b"--")
    assert cut(Lines(known).text(0, 3)) == payloads  # of several bytes: joined anew
