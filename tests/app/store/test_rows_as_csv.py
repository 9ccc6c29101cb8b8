"""What is written is read back by the csv module and compared with the samples."""

import csv
import io
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.store.rows_as_csv import ACTING, BYTE_ORDER_MARK, PIECE_ROWS, TIMES, CsvPart, RowsAsCsv, guarded
from app.store.table import Table
from app.stream import Batch, Column, Vocabulary

S = 10**9


def table(times: list[int], *columns: Column, history_ns: int = 10**15) -> Table:
    made = Table("", history_ns=history_ns, history_bytes=8 << 20)
    if times:
        made.append(Batch("", np.array(times, np.int64), columns))
    return made


def texts_column(name: str, texts: list[str | None]) -> Column:
    words = Vocabulary()
    codes = np.array([-1 if text is None else words.code(text) for text in texts], np.int32)
    missing = np.array([text is None for text in texts])
    return Column(name, codes, "", missing, words)


def written(*parts: CsvPart, start_ns: int = 0, end_ns: int = 10**15, offset_ns: int = 0) -> list[list[str]]:
    text = "".join(RowsAsCsv(parts, start_ns, end_ns, offset_ns))
    assert text.startswith(BYTE_ORDER_MARK)
    return list(csv.reader(io.StringIO(text.removeprefix(BYTE_ORDER_MARK), newline="")))


def part(of: Table, *names: str) -> CsvPart:
    return CsvPart(of, tuple(range(len(names))), names)


times_lists = st.lists(st.integers(0, 10**12), min_size=1, max_size=40).map(sorted)


@given(times_lists, st.data())
def test_reals_are_read_back_bit_for_bit(times: list[int], data: st.DataObject) -> None:
    values = data.draw(st.lists(st.floats(allow_nan=False), min_size=len(times), max_size=len(times)))
    rows = written(part(table(times, Column("v", np.array(values, float), "", None)), "d/v"))
    assert [float(row[2]) for row in rows[1:]] == values


@given(times_lists, st.data())
def test_single_precision_is_read_back_at_its_precision(times: list[int], data: st.DataObject) -> None:
    values = data.draw(st.lists(st.floats(width=32, allow_nan=False), min_size=len(times), max_size=len(times)))
    rows = written(part(table(times, Column("v", np.array(values, np.float32), "", None)), "d/v"))
    assert [np.float32(row[2]) for row in rows[1:]] == values


@given(times_lists, st.data())
def test_integers_are_exact_to_64_bits_and_missing_ones_are_empty(times: list[int], data: st.DataObject) -> None:
    whole = st.one_of(st.none(), st.integers(-(2**63), 2**63 - 1))
    values = data.draw(st.lists(whole, min_size=len(times), max_size=len(times)))
    column = Column("v", np.array([v or 0 for v in values], np.int64), "", np.array([v is None for v in values]))
    rows = written(part(table(times, column), "d/v"))
    assert [int(row[2]) if row[2] else None for row in rows[1:]] == values


@given(times_lists, st.data())
def test_texts_are_read_back_and_none_begins_a_formula(times: list[int], data: st.DataObject) -> None:
    words = st.one_of(st.none(), st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=20))
    nasty = st.builds(str.__add__, st.sampled_from(ACTING), st.sampled_from(["1+1", '",\r\n"', "cmd|' /C calc'!A0"]))
    texts = data.draw(st.lists(st.one_of(words, nasty), min_size=len(times), max_size=len(times)))
    rows = written(part(table(times, texts_column("v", texts)), "d/v"))
    assert not [row[2] for row in rows[1:] if row[2].startswith(ACTING)]
    assert [row[2].removeprefix("'") for row in rows[1:]] == [(text or "").removeprefix("'") for text in texts]


@given(times_lists, times_lists, st.data())
def test_each_row_of_each_table_is_there_once_in_order_of_time(
    first: list[int], second: list[int], data: st.DataObject
) -> None:
    start, end = sorted(data.draw(st.tuples(st.integers(0, 10**12), st.integers(0, 10**12))))
    tables = [table(times, Column("v", np.arange(len(times)), "", None)) for times in (first, second)]
    rows = written(*(part(t, f"d{n}/v") for n, t in enumerate(tables)), start_ns=start, end_ns=end)[1:]
    at = [round(float(row[0]) * S) for row in rows]
    assert at == sorted(at)
    for number, times in enumerate((first, second)):
        expected = [(t - start, i) for i, t in enumerate(times) if start <= t < end]
        got = [(int(row[0].replace(".", "")), int(row[2 + number])) for row in rows if row[2 + number]]
        assert got == expected


def test_rows_of_one_instant_share_a_line() -> None:
    tables = [table([1 * S, 2 * S], Column("v", np.array([n, n]), "", None)) for n in (7, 8)]
    rows = written(*(part(t, f"d{n}/v") for n, t in enumerate(tables)))
    assert [row[2:] for row in rows] == [["d0/v", "d1/v"], ["7", "8"], ["7", "8"]]


def test_the_first_columns_are_time_with_its_unit_and_the_date() -> None:
    rows = written(part(table([3 * S + 5], Column("v", np.array([1]), "", None)), "d/v"), start_ns=S, offset_ns=S)
    assert rows[0][:2] == list(TIMES)
    assert rows[1][:2] == ["2.000000005", "1970-01-01T00:00:04.000000005Z"]


def test_a_negative_number_stays_a_number_and_a_text_that_looks_like_one_does_not_act() -> None:
    columns = (Column("v", np.array([-1.5]), "", None), texts_column("t", ["-1.5"]))
    assert written(part(table([0], *columns), "d/v", "d/t"))[1][2:] == ["-1.5", "'-1.5"]


def test_booleans_are_one_and_zero_and_nan_is_empty() -> None:
    columns = (Column("b", np.array([True, False]), "", None), Column("v", np.array([math.nan, 1.0]), "", None))
    assert [row[2:] for row in written(part(table([0, 1], *columns), "d/b", "d/v"))[1:]] == [["1", ""], ["0", "1.0"]]


def test_a_device_called_like_a_formula_is_no_formula_in_the_header() -> None:
    rows = written(part(table([0], Column("v", np.array([1]), "", None)), '=HYPERLINK("x")/v'))
    assert rows[0][2] == '\'=HYPERLINK("x")/v'


@pytest.mark.parametrize("acting", ACTING)
def test_every_way_to_begin_a_formula_is_guarded(acting: str) -> None:
    assert guarded(f"{acting}1") == f"'{acting}1"


def test_a_piece_has_no_more_rows_than_its_bound_and_the_share_ends_at_one() -> None:
    times = [n * 1000 for n in range(5 * PIECE_ROWS)]
    rows = RowsAsCsv([part(table(times, Column("v", np.arange(len(times)), "", None)), "d/v")], 0, times[-1] + 1, 0)
    pieces = list(rows)
    assert max(piece.count("\r\n") for piece in pieces) <= PIECE_ROWS
    assert (rows.share, rows.taken, rows.lost) == (1.0, len(times), 0)


def test_rows_that_age_out_meanwhile_are_counted() -> None:
    times = [n * 1000 for n in range(4000)]
    short = table(times, Column("v", np.arange(4000), "", None), history_ns=10**7)
    rows = RowsAsCsv([part(short, "d/v")], 0, times[-1] + 1, 0)
    pieces = iter(rows)
    next(pieces)
    short.append(Batch("", np.array([times[-1] + 10**7 - 1000]), (Column("v", np.array([1]), "", None),)))
    assert len("".join(pieces).splitlines()) == rows.taken == 4000 - rows.lost
    assert rows.lost > 0


def test_a_column_that_came_late_is_empty_before() -> None:
    grown = table([0], Column("a", np.array([1]), "", None))
    grown.append(Batch("", np.array([1]), (Column("a", np.array([2]), "", None), Column("b", np.array([3]), "", None))))
    assert [row[2:] for row in written(part(grown, "d/a", "d/b"))[1:]] == [["1", ""], ["2", "3"]]


def test_an_empty_table_gives_a_header_alone() -> None:
    assert len(written(CsvPart(table([]), (), ()))) == 1


def test_no_tables_at_all_give_a_header_of_times() -> None:
    assert written() == [list(TIMES)]
