"""Lines out of any pieces; one without an end costs no memory and is told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.faults.child_lines import ChildLines, TooLong

TEXT = b'{"a":1}\n\n{"b":2}\r\n  \n{"c":3}\n{"d'


@pytest.mark.parametrize("cut", range(len(TEXT) + 1))
def test_lines_are_the_same_wherever_the_pieces_are_cut(cut: int) -> None:
    lines = ChildLines()
    found = lines.feed(TEXT[:cut]) + lines.feed(TEXT[cut:])
    assert found == [b'{"a":1}', b'{"b":2}\r', b'{"c":3}']


def test_a_line_that_is_too_long_is_dropped_to_its_end_and_told_once() -> None:
    lines = ChildLines(longest=4)
    assert lines.feed(b"abc") == []
    assert lines.feed(b"de") == [TooLong()]
    assert lines.feed(b"fghijklmnop") == []
    assert lines.feed(b"q\nxy\n") == [b"xy"]
    assert lines.feed(b"abcdef\nz\n") == [TooLong(), b"z"]


@given(st.lists(st.binary(max_size=30), max_size=20))
def test_never_more_than_one_line_is_held(pieces: list[bytes]) -> None:
    lines = ChildLines(longest=8)
    for piece in pieces:
        assert all(isinstance(line, TooLong) or len(line) <= 8 for line in lines.feed(piece))
        assert len(lines._rest) <= 8
