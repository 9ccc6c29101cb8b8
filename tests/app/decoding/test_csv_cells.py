"""Cutting lines into cells, and making columns of them."""

import numpy as np
import pytest

from app.decoding.csv_cells import CellReader, Splitter, all_numbers, is_number
from app.decoding.rows import Channel


def read(*rows, iso=None):
    channels = [Channel(f"c{n}") for n in range(len(rows[0]))]
    part, bad = CellReader(iso).part(channels, rows, np.arange(len(rows)))
    return channels, part, bad


@pytest.mark.parametrize("cell", [b"1", b" 1.5 ", b"-3e5", b"nan", b"INF", b".5", b"007"])
def test_numbers_are_what_pythons_float_takes(cell):
    assert is_number(cell)
    assert all_numbers([cell, b"1"])


@pytest.mark.parametrize("cell", [b"", b" ", b"1_0", b"one", b"0x1", "١".encode(), b"1,5"])
def test_nothing_else_is_a_number(cell):
    assert not is_number(cell)
    assert not all_numbers([b"1", cell])


@pytest.mark.parametrize(
    ("separator", "line", "cells"),
    [
        (b",", b"a,,b ,", [b"a", b"", b"b ", b""]),
        (b"", b" a \t b  c ", [b"a", b"b", b"c"]),
        (b",", b'"a,b", "c ""d""",e"f', [b"a,b", b'c "d"', b'e"f']),
        (b"", b'"a b"  c', [b"a b", b"c"]),
        (b";", '"é;";ü'.encode(), ["é;".encode(), "ü".encode()]),
    ],
)
def test_lines_are_cut_at_separators_outside_of_quotes(separator, line, cells):
    assert Splitter(separator).cells(line) == cells


def test_a_quoted_cell_of_any_length_does_no_harm():
    line = b'"' + b"x" * 300_000 + b'",1'
    assert Splitter(b",").cells(line)[-1] == b"1"


def test_plain_lines_are_cut_all_at_once():
    splitter = Splitter(b",")
    assert splitter.plain([b"1,2", b"3,x"], 2, b"a,b") == [[b"1", b"2"], [b"3", b"x"]]


@pytest.mark.parametrize("odd", [b"1", b"1,2,3", b"a,b", b'"1",2', b"#1,2", "é,2".encode(), b""])
def test_lines_that_need_a_closer_look_are_not_plain(odd):
    assert Splitter(b",").plain([b"1,2", odd], 2, b"a,b") is None


def test_a_bad_row_is_told_and_left_out_of_all_columns():
    _, part, bad = read([b"1", b"true", b"a"], [b"x", b"false", b"b"], [b"3", b"perhaps", b"c"], [b"4", b"", b"d"])
    assert bad == {1: "not a number", 2: "not true or false"}
    assert part.places.tolist() == [0, 3]
    assert [column.values.tolist() for column in part.filled] == [[1.0, 4.0], [True, False], [0, 3]]
    assert part.filled[1].missing.tolist() == [False, True]


def test_a_kind_once_decided_stays():
    reader, channel = CellReader(None), Channel("a")
    reader.part([channel], [[b""]], np.arange(1))
    assert channel.kind is None
    reader.part([channel], [[b"5"]], np.arange(1))
    _, bad = reader.part([channel], [[b"on"]], np.arange(1))
    assert (channel.kind, bad) == ("float", {0: "not a number"})


def test_the_time_field_is_read_as_iso_time():
    channels, part, _ = read([b"1970-01-01T00:00:01Z"], [b"soon"], iso="c0")
    assert (channels[0].kind, channels[0].unit) == ("iso", "s")
    assert part.filled[0].missing.tolist() == [False, True]
