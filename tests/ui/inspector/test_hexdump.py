"""Bytes in three columns."""

import pytest

from ui.inspector.hexdump import columns, hexdump


def test_position_hex_and_text_stand_in_columns() -> None:
    assert hexdump(b"AB\n\xff", per_line=8) == "0000  41 42 0a ff              AB··"


def test_positions_go_on_from_the_start_given() -> None:
    assert [line.split()[0] for line in hexdump(bytes(20), start=0x12340, per_line=8).splitlines()] == [
        "12340",
        "12348",
        "12350",
    ]


def test_nothing_gives_nothing() -> None:
    assert hexdump(b"") == ""


def test_the_text_column_stands_in_one_line_whatever_the_last_row_holds() -> None:
    lines = hexdump(b"x" * 17, per_line=16).splitlines()
    assert len({line.index("x") for line in lines}) == 1


@pytest.mark.parametrize(("per_line", "stop"), [(8, 16), (16, 0x12345), (4, 0x1234_5678)])
def test_columns_tells_how_wide_a_dump_is(per_line: int, stop: int):
    lines = hexdump(b"x" * per_line, stop - per_line, per_line).splitlines()
    assert [len(line) for line in lines] == [columns(per_line, stop)]
