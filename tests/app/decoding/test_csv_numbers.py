"""Many lines of numbers at once, and what is left to the slow way."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.decoding import csv_numbers
from app.decoding.csv_numbers import NumberLines
from app.decoding.lines import Lines, joined
from tests.app.decoding.streams import frames_of

COMMAS = NumberLines(b",")


def table(lines, width, reader=COMMAS):
    """Read as a few lines and as many, which must not differ."""
    found = []
    for few in (0, 64):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(csv_numbers, "FEW", few)
            found.append(reader.table(joined(lines), width))
    assert np.array_equal(*found) if found[0] is not None else found[1] is None
    return found[0]


def test_lines_of_numbers_are_a_table():
    assert table([b"1,2.5", b"-3e2, 4 "], 2).tolist() == [[1.0, 2.5], [-300.0, 4.0]]


def test_one_column_has_no_separators():
    assert table([b"1", b"2"], 1).tolist() == [[1.0], [2.0]]


@pytest.mark.parametrize(
    "lines",
    [
        [b"1,2,3", b"4,5"], [b"1", b"2,3,4"], [b"1,2", b""], [b"", b"1,2"], [b"1,", b"2,3"], [b",1", b"2,3"],
        [b"1,2", b"a,b"], [b"1,nan", b"1,2"], [b"+1,2"], [b".5,1"], [b"007,1"], [b"1,[2]"], [b"[1,2]"],
        [b"1,2]", b"[3,4"],
        [b"1,true"], [b"1,null"], [b'1,"2"'], [b"1,{}"], [b"18446744073709551616,1"], [b"1e400,1"], [b"1 2,3"],
        [b"1,2\x00"], [b"1\n2", b"3,4"], [b"1,2\n", b"3,4"], [b"0x1,2"], [b"\xff,1"],
    ],
)  # fmt: skip
def test_whatever_is_not_plain_numbers_in_every_line_is_refused(lines):
    good = [b"8,9"] * 5
    for each in (lines, good + lines, lines + good):
        found = table(each, 2)
        assert found is None or lines == [b"1,2\n", b"3,4"]  # a line feed at a line's end is a blank
    assert table(good, 2) is not None  # the parser is whole after each refusal


@pytest.mark.parametrize(("separator", "line"), [(b";", b"1; 2"), (b"\t", b"1\t2"), (b"", b"  1 \t 2 ")])
def test_every_separator_is_read(separator, line):
    reader = NumberLines(separator)
    assert table([line] * 3, 2, reader).tolist() == [[1.0, 2.0]] * 3
    assert table([line, b"1,2"], 2, reader) is None


@pytest.mark.parametrize("width", [200, 300, 1000])
def test_wide_lines_are_counted_beyond_a_byte(width):
    line = b",".join([b"1"] * width)
    short = b",".join([b"1"] * (width - 5))
    assert table([line] * 3, width).shape == (3, width)
    assert table([line, short, line + b",1" * 5], width) is None


def test_256_more_separators_in_one_line_than_in_another_are_noticed():
    width = 201
    lines = [b"," * 200 + b"," * 256, b"", b"," * 144]
    assert table(lines, width) is None


def test_crlf_is_read_in_place():
    lines = Lines(frames_of([b"1,2", b"3,4"], b"\r\n"))
    assert COMMAS.table(lines.text(0, 2), 2).tolist() == [[1.0, 2.0], [3.0, 4.0]]


@settings(max_examples=100)
@given(
    st.lists(
        st.text(st.sampled_from('0123456789.,-+eE []{}"ntruefalse'), max_size=10).map(str.encode),
        min_size=1,
        max_size=6,
    ),
    st.integers(1, 4),
)
def test_what_is_read_is_what_python_reads(lines, width):
    found = table(lines, width)
    if found is not None:
        expected = [[float(cell) for cell in line.split(b",")] for line in lines]
        assert np.array_equal(found, np.array(expected))
